import { CognitoError } from './cognito.ts';

/** As the user pool asks for it (`infra/stacks/identity.ts`). */
const NEEDED = [/.{12}/, /[a-z]/, /[A-Z]/, /\d/, /[^\p{L}\d\s]/u];

/** @throws CognitoError `InvalidPasswordException` before anything is sent for a password that the user pool would refuse. */
export function requireStrong(password: string): void {
  if (!NEEDED.every((part) => part.test(password))) throw new CognitoError('InvalidPasswordException', 'The password is too weak.');
}
