import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { companies } from '../seed/companies.ts';
import type { Endpoints, User } from './outputs.ts';
import { LOCAL, readJson, writeJson } from './workspace.ts';

const PASSWORDS = join(LOCAL, 'passwords.json');
/** Without letters that look like digits: people type these. */
const LOWER = 'abcdefghjkmnpqrstuvwxyz';
const UPPER = 'ABCDEFGHJKMNPQRSTUVWXYZ';
const DIGITS = '23456789';
const GROUPS = 4;

type Pool = Pick<Endpoints, 'endpointUrl' | 'region' | 'userPoolId'>;

/** Four groups of four (`Kq7m-…`): no character that a shell would read, and each kind that the user pool asks for. */
export function newPassword(pick: (letters: string) => string = (letters) => letters.charAt(randomInt(letters.length))): string {
  return Array.from({ length: GROUPS }, () => `${pick(UPPER)}${pick(LOWER)}${pick(DIGITS)}${pick(LOWER)}`).join('-');
}

/** The demo users with their passwords: made once, and the same after a fresh start. */
export async function demoUsers(): Promise<User[]> {
  const passwords = (await readJson<Record<string, string>>(PASSWORDS)) ?? {};
  const users = companies.flatMap(({ tenant, users }) =>
    users.map(({ email, roles }) => ({ email, password: passwords[email] ?? newPassword(), company: tenant, roles })),
  );
  await writeJson(PASSWORDS, { ...passwords, ...Object.fromEntries(users.map(({ email, password }) => [email, password])) }, 0o600);
  return users;
}

/** Makes each user who does not exist yet, as an administrator would: password set, company and roles given. */
export async function createUsers(pool: Pool, users: readonly User[]): Promise<void> {
  const client = cognito(pool);
  for (const user of users) await createUser(client, pool.userPoolId, user);
}

async function createUser(client: CognitoIdentityProviderClient, UserPoolId: string, user: User): Promise<void> {
  const Username = user.email;
  const attributes = { email: user.email, email_verified: 'true', 'custom:tenant': user.company };
  const UserAttributes = Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));
  try {
    await client.send(new AdminCreateUserCommand({ UserPoolId, Username, UserAttributes, MessageAction: 'SUPPRESS' }));
  } catch (error) {
    if ((error as Error).name !== 'UsernameExistsException') throw error;
  }
  await client.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password: user.password, Permanent: true }));
  // Sets the company up; what anybody may do there stands in its records.
  if (user.roles.includes('owner')) await client.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName: 'owner' }));
}

/** Signs a user in with the password and returns the ID token, which the API asks for. */
export async function idTokenOf(endpoints: Pool & Pick<Endpoints, 'clientId'>, user: Pick<User, 'email' | 'password'>): Promise<string> {
  const AuthParameters = { USERNAME: user.email, PASSWORD: user.password };
  const command = new InitiateAuthCommand({ AuthFlow: 'USER_PASSWORD_AUTH', ClientId: endpoints.clientId, AuthParameters });
  const { AuthenticationResult, ChallengeName } = await cognito(endpoints).send(command);
  if (!AuthenticationResult?.IdToken) throw new Error(`${user.email} could not sign in: Cognito asks for ${ChallengeName ?? 'more'}`);
  return AuthenticationResult.IdToken;
}

const cognito = ({ endpointUrl, region }: Pool): CognitoIdentityProviderClient =>
  new CognitoIdentityProviderClient({ endpoint: endpointUrl, region, credentials: { accessKeyId: 'test', secretAccessKey: 'test' } });
