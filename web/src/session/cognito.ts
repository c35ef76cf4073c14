import { config } from '../api/config.ts';

/** What Cognito gives at sign-in: JWTs, and the refresh token that gets new ones. Times are milliseconds since 1970. */
export interface Tokens {
  readonly idToken: string;
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresAt: number;
}

/** A refusal of Cognito, by the name of its error. */
export class CognitoError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'CognitoError';
    this.code = code;
  }
}

const MARGIN = 60_000;

/** Seconds until a token ends, as it says itself. */
export function expiryOf(jwt: string): number {
  const { exp } = claimsOf(jwt) as { exp: number };
  return exp * 1000 - MARGIN;
}

/** The claims in a token. Only to show them: the API verifies. */
export function claimsOf(jwt: string): Record<string, unknown> {
  const payload = (jwt.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(payload), (c) => c.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
}

const cognitoUrl = (): string => config().cognitoUrl ?? `https://cognito-idp.${config().region}.amazonaws.com/`;

async function call(target: string, body: object): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `AWSCognitoIdentityProviderService.${target}` };
  const answer = await fetch(cognitoUrl(), { method: 'POST', headers, body: JSON.stringify(body) });
  const read = (await answer.json().catch(() => ({}))) as Record<string, unknown>;
  if (!answer.ok) throw new CognitoError(String(read.__type ?? answer.status).replace(/^.*#/, ''), String(read.message ?? ''));
  return read;
}

/** New tokens for a refresh token. @throws CognitoError `NotAuthorizedException` where it is over or revoked. */
export async function refresh(refreshToken: string): Promise<Tokens> {
  const body = { AuthFlow: 'REFRESH_TOKEN_AUTH', ClientId: config().userPoolClientId, AuthParameters: { REFRESH_TOKEN: refreshToken } };
  const { AuthenticationResult: result } = await call('InitiateAuth', body);
  const { IdToken, AccessToken, RefreshToken } = result as { IdToken: string; AccessToken: string; RefreshToken?: string };
  return { idToken: IdToken, accessToken: AccessToken, refreshToken: RefreshToken ?? refreshToken, expiresAt: expiryOf(IdToken) };
}

/** Ends a refresh token and all that it gave. */
export const revoke = async (refreshToken: string): Promise<void> => {
  await call('RevokeToken', { Token: refreshToken, ClientId: config().userPoolClientId });
};

/** Asks for a code by e-mail. Cognito answers the same where there is no such user. */
export const forgotPassword = async (email: string): Promise<void> => {
  await call('ForgotPassword', { ClientId: config().userPoolClientId, Username: email });
};

/** Sets a new password with the code from the e-mail. @throws CognitoError `CodeMismatchException`, `InvalidPasswordException`. */
export const confirmPassword = async (email: string, code: string, password: string): Promise<void> => {
  const body = { ClientId: config().userPoolClientId, Username: email, ConfirmationCode: code, Password: password };
  await call('ConfirmForgotPassword', body);
};

/** The secret that an authenticator app makes codes from, in base 32. It counts once a code has been given. */
export async function associateApp(accessToken: string): Promise<string> {
  const { SecretCode } = await call('AssociateSoftwareToken', { AccessToken: accessToken });
  return String(SecretCode);
}

/** Takes the app in by a first code, and asks for one at every sign-in from now on. @throws CognitoError `EnableSoftwareTokenMFAException`, `CodeMismatchException`. */
export async function confirmApp(accessToken: string, code: string): Promise<void> {
  await call('VerifySoftwareToken', { AccessToken: accessToken, UserCode: code, FriendlyDeviceName: 'Trastienda' });
  await preferApp(accessToken, true);
}

/** Whether a sign-in asks for a code. */
export const preferApp = async (accessToken: string, on: boolean): Promise<void> => {
  await call('SetUserMFAPreference', { AccessToken: accessToken, SoftwareTokenMfaSettings: { Enabled: on, PreferredMfa: on } });
};
