import { randomBytes } from 'node:crypto';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminSetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { ROLES, type Role } from '#kernel/action.ts';
import { invalid, refused } from '#kernel/errors.ts';
import { env } from '#runtime/env.ts';

/** Every call may be repeated without harm: a request that was cut off half-way is sent again as it was. */
const cognito = new CognitoIdentityProviderClient({ maxAttempts: 4 });
const userAt = (email: string) => ({ UserPoolId: env('USER_POOL'), Username: email });
const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

/** What the user pool knows of a user. */
export interface Account {
  readonly tenant: string;
  /** Whether the temporary password of an invitation is still waiting to be replaced. */
  readonly isInvited: boolean;
}

/** The user with this address, of whichever company. */
async function accountAt(email: string): Promise<Account | undefined> {
  try {
    const { UserAttributes = [], UserStatus } = await cognito.send(new AdminGetUserCommand(userAt(email)));
    const tenant = UserAttributes.find(({ Name }) => Name === 'custom:tenant')?.Value ?? '';
    return { tenant, isInvited: UserStatus === 'FORCE_CHANGE_PASSWORD' };
  } catch (error) {
    if (isNamed(error, 'UserNotFoundException')) return undefined;
    throw error;
  }
}

/** The company's own user with this address, or undefined: another company's is as if there were none. */
export async function ownAccount(tenant: string, email: string): Promise<Account | undefined> {
  const account = await accountAt(email);
  return account?.tenant === tenant ? account : undefined;
}

/** @throws DomainError `member.no_account` (422) where an administrator deleted the user from the pool. */
export async function needAccount(tenant: string, email: string): Promise<Account> {
  const account = await ownAccount(tenant, email);
  if (!account) throw refused('member.no_account', `The user pool knows no user ${email} of this company any more.`, undefined, { email });
  return account;
}

/**
 * Makes a user of the company, or finds the one that has the address: of the company (an earlier request was cut off, or an
 * administrator made it) or, undefined, of another one. @throws DomainError `member.email` (400).
 * @param mail whether an invitation with a temporary password goes to the address.
 */
export async function makeAccount(
  tenant: string,
  email: string,
  { mail, locale }: { readonly mail: boolean; readonly locale?: string | undefined },
): Promise<Account | undefined> {
  const attributes = { email, email_verified: 'true', 'custom:tenant': tenant, ...(locale ? { locale } : {}) };
  const UserAttributes = Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));
  const delivery = mail ? { DesiredDeliveryMediums: ['EMAIL' as const] } : { MessageAction: 'SUPPRESS' as const };
  try {
    await cognito.send(new AdminCreateUserCommand({ ...userAt(email), UserAttributes, ...delivery }));
    return { tenant, isInvited: true };
  } catch (error) {
    if (isNamed(error, 'UsernameExistsException')) return ownAccount(tenant, email);
    if (isNamed(error, 'InvalidParameterException')) throw invalid('member.email', 'No mail can be sent to this address.', 'body.email');
    throw error;
  }
}

export async function mailInvitation(email: string): Promise<void> {
  await cognito.send(new AdminCreateUserCommand({ ...userAt(email), MessageAction: 'RESEND', DesiredDeliveryMediums: ['EMAIL'] }));
}

/** Gives a user exactly these roles. */
export async function giveRoles(email: string, roles: readonly Role[]): Promise<void> {
  const { Groups = [] } = await cognito.send(new AdminListGroupsForUserCommand(userAt(email)));
  const has = (role: Role) => Groups.some(({ GroupName }) => GroupName === role);
  for (const GroupName of ROLES) {
    const wanted = roles.includes(GroupName);
    if (wanted === has(GroupName)) continue;
    const Change = wanted ? AdminAddUserToGroupCommand : AdminRemoveUserFromGroupCommand;
    await cognito.send(new Change({ ...userAt(email), GroupName }));
  }
}

/** No sign-in any more, and no refresh token that still works. */
export async function shutOut(email: string): Promise<void> {
  await cognito.send(new AdminDisableUserCommand(userAt(email)));
  await signOut(email);
}

export async function letIn(email: string): Promise<void> {
  await cognito.send(new AdminEnableUserCommand(userAt(email)));
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
