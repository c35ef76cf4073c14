import { randomBytes } from 'node:crypto';
import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { invalid, refused } from '#kernel/errors.ts';
import { env } from '#runtime/env.ts';

/** Every call may be repeated without harm: a request that was cut off half-way is sent again as it was. */
const cognito = new CognitoIdentityProviderClient({ maxAttempts: 4 });
const userAt = (email: string) => ({ UserPoolId: env('USER_POOL'), Username: email });
const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

/** What the user pool knows of a user. */
export interface CognitoUser {
  /** Those that they may work for, as their tokens say; whether they do, the companies' records say. */
  readonly companies: readonly string[];
  /** Whether the temporary password of an invitation is still waiting to be replaced. */
  readonly isInvited: boolean;
  readonly isEnabled: boolean;
  /** Whether a sign-in asks for the code of an authenticator app as well. */
  readonly hasSecondFactor: boolean;
}

/** The user with this address, of whichever companies. */
async function accountAt(email: string): Promise<CognitoUser | undefined> {
  try {
    const user = await cognito.send(new AdminGetUserCommand(userAt(email)));
    const textOf = (name: string) => user.UserAttributes?.find(({ Name }) => Name === name)?.Value ?? '';
    return {
      companies: `${textOf('custom:tenant')} ${textOf('custom:companies')}`.split(' ').filter(Boolean),
      isInvited: user.UserStatus === 'FORCE_CHANGE_PASSWORD',
      isEnabled: user.Enabled ?? true,
      hasSecondFactor: (user.UserMFASettingList ?? []).includes('SOFTWARE_TOKEN_MFA'),
    };
  } catch (error) {
    if (isNamed(error, 'UserNotFoundException')) return undefined;
    throw error;
  }
}

/** The company's own user with this address, or undefined: one of other companies alone is as if there were none. */
export async function ownIdentity(tenant: string, email: string): Promise<CognitoUser | undefined> {
  const account = await accountAt(email);
  return account?.companies.includes(tenant) ? account : undefined;
}

const noAccount = (email: string) =>
  refused('member.no_account', `The user pool knows no user ${email} of this company any more.`, undefined, { email });

/** @throws DomainError `member.no_account` (422) where an administrator deleted the user from the pool. */
export async function getIdentityOrThrow(tenant: string, email: string): Promise<CognitoUser> {
  const account = await ownIdentity(tenant, email);
  if (!account) throw noAccount(email);
  return account;
}

const NO_MAIL = () => invalid('member.email', 'No mail can be sent to this address.', 'body.email');

/**
 * Makes a user of the company, or enters in it the one that has the address already.
 * @param mail whether an invitation with a temporary password goes to the address of a new user.
 * @returns whether the user is new. @throws DomainError `member.email` (400).
 */
export async function makeAccount(
  tenant: string,
  email: string,
  { mail, locale }: { readonly mail: boolean; readonly locale?: string | undefined },
): Promise<boolean> {
  const attributes = { email, email_verified: 'true', 'custom:tenant': tenant, ...(locale ? { locale } : {}) };
  const delivery = mail ? { DesiredDeliveryMediums: ['EMAIL' as const] } : { MessageAction: 'SUPPRESS' as const };
  try {
    await cognito.send(new AdminCreateUserCommand({ ...userAt(email), UserAttributes: attributesOf(attributes), ...delivery }));
    return true;
  } catch (error) {
    if (isNamed(error, 'InvalidParameterException')) throw NO_MAIL();
    if (!isNamed(error, 'UsernameExistsException')) throw error;
  }
  await enterCompany(tenant, email);
  return false;
}

const attributesOf = (attributes: Readonly<Record<string, string>>) => Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));

/** As long as the pool lets the attribute be. */
const MAX_COMPANIES_CHARS = 2048;

/** Cognito has no condition for it: of two companies at the same instant one may be lost, and the nightly comparison enters it again. */
async function setCompanies(email: string, [home = '', ...others]: readonly string[]): Promise<void> {
  const companies = others.join(' ');
  if (companies.length > MAX_COMPANIES_CHARS) throw NO_MAIL();
  const UserAttributes = attributesOf({ 'custom:tenant': home, 'custom:companies': companies });
  await cognito.send(new AdminUpdateUserAttributesCommand({ ...userAt(email), UserAttributes }));
}

/**
 * Lets a user sign in, with the company among those of their tokens. Who could not sign in any more works for this one alone.
 * @throws DomainError `member.no_account` (422).
 */
export async function enterCompany(tenant: string, email: string): Promise<void> {
  const account = await accountAt(email);
  if (!account) throw noAccount(email);
  if (!account.companies.includes(tenant)) await setCompanies(email, account.isEnabled ? [...account.companies, tenant] : [tenant]);
  if (!account.isEnabled) await cognito.send(new AdminEnableUserCommand(userAt(email)));
}

/** Takes the company from a user's tokens. Who works for no other signs in no more, and no refresh token of theirs still works. */
export async function leaveCompany(tenant: string, email: string): Promise<void> {
  const account = await ownIdentity(tenant, email);
  if (!account) return;
  const others = account.companies.filter((other) => other !== tenant);
  if (others.length > 0) return setCompanies(email, others);
  await cognito.send(new AdminDisableUserCommand(userAt(email)));
  await signOut(email);
}

export async function mailInvitation(email: string): Promise<void> {
  await cognito.send(new AdminCreateUserCommand({ ...userAt(email), MessageAction: 'RESEND', DesiredDeliveryMediums: ['EMAIL'] }));
}

export async function signOut(email: string): Promise<void> {
  await cognito.send(new AdminUserGlobalSignOutCommand(userAt(email)));
}

/** Gives a user a new secret of 256 bits as password; a letter of each kind that the pool asks for stands before it. */
export async function giveSecret(email: string): Promise<string> {
  const secret = `Ts1-${randomBytes(32).toString('base64url')}`;
  await cognito.send(new AdminSetUserPasswordCommand({ ...userAt(email), Password: secret, Permanent: true }));
  return secret;
}
