import { AuthenticationDetails, CognitoUser, CognitoUserPool, type CognitoUserSession } from 'amazon-cognito-identity-js';
import { config } from '../api/config.ts';
import { CognitoError, expiryOf, type Tokens } from './cognito.ts';

/** What a sign-in leads to: tokens, or a question that must be answered first. */
export type SignIn =
  | { readonly kind: 'tokens'; readonly tokens: Tokens }
  /** An invited user's first sign-in. */
  | { readonly kind: 'new-password'; readonly answer: (password: string) => Promise<SignIn> }
  /** Second factor: six digits of an authenticator app. */
  | { readonly kind: 'code'; readonly answer: (code: string) => Promise<SignIn> };

/** Keeps nothing after the page is gone: what is to survive a reload, the session keeps. */
class MemoryStorage {
  readonly #items = new Map<string, string>();
  setItem = (key: string, value: string) => this.#items.set(key, value);
  getItem = (key: string) => this.#items.get(key) ?? null;
  removeItem = (key: string) => this.#items.delete(key);
  clear = () => this.#items.clear();
}

const done = (session: CognitoUserSession): SignIn => {
  const idToken = session.getIdToken().getJwtToken();
  const tokens = { idToken, accessToken: session.getAccessToken().getJwtToken(), refreshToken: session.getRefreshToken().getToken() };
  return { kind: 'tokens', tokens: { ...tokens, expiresAt: expiryOf(idToken) } };
};

function callbacks(user: CognitoUser, resolve: (to: SignIn) => void, reject: (error: Error) => void) {
  const again = (ask: (settle: ReturnType<typeof callbacks>) => void) =>
    new Promise<SignIn>((res, rej) => {
      ask(callbacks(user, res, rej));
    });
  return {
    onSuccess: (session: CognitoUserSession) => resolve(done(session)),
    onFailure: (error: { code?: string; name?: string; message?: string }) =>
      reject(new CognitoError(error.code ?? error.name ?? 'unknown', error.message ?? '')),
    newPasswordRequired: () =>
      resolve({ kind: 'new-password', answer: (password) => again((settle) => user.completeNewPasswordChallenge(password, {}, settle)) }),
    totpRequired: () =>
      resolve({ kind: 'code', answer: (code) => again((settle) => user.sendMFACode(code, settle, 'SOFTWARE_TOKEN_MFA')) }),
  };
}

/**
 * Signs in with e-mail and password by SRP: the password does not leave the page.
 * @throws CognitoError `NotAuthorizedException` for a wrong pair, `PasswordResetRequiredException`, `TooManyRequestsException`.
 */
export function signIn(email: string, password: string): Promise<SignIn> {
  const { userPoolId, userPoolClientId, cognitoUrl } = config();
  const Storage = new MemoryStorage();
  const Pool = new CognitoUserPool({
    UserPoolId: userPoolId,
    ClientId: userPoolClientId,
    Storage,
    ...(cognitoUrl ? { endpoint: cognitoUrl } : {}),
  });
  const user = new CognitoUser({ Username: email, Pool, Storage });
  return new Promise((resolve, reject) => {
    user.authenticateUser(new AuthenticationDetails({ Username: email, Password: password }), callbacks(user, resolve, reject));
  });
}
