import * as z from 'zod/mini';
import { ROLES } from '#kernel/action.ts';
import { idWith } from '#kernel/id.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { clientIdOf, type StoredApiClient } from './api-client.ts';
import { Locale, MemberState, type StoredMember } from './member.ts';

const text = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));
const Roles = z.array(z.enum(ROLES)).check(z.minLength(1), z.maxLength(ROLES.length));

export const MemberPath = z.strictObject({ memberId: idWith('mem') });
export const ApiClientPath = z.strictObject({ apiClientId: idWith('apc') });

/** Whom to let in. The address is taken in lower case: the user pool tells `Ana@` from `ana@`. */
export const MemberInput = z.strictObject({
  email: z.email().check(z.maxLength(120), z.toLowerCase()),
  name: z.optional(text(80)),
  roles: Roles,
  locale: z.optional(Locale),
});

/** Absent fields stay; null clears the name. `roles` are all that the member is to have. */
export const PatchMember = z.strictObject({ name: z.optional(z.nullable(text(80))), roles: z.optional(Roles) });

export const MemberView = z.object({
  id: z.string(),
  email: z.string(),
  name: z.optional(z.string()),
  roles: z.array(z.enum(ROLES)),
  locale: z.optional(Locale),
  state: MemberState,
  invitedAt: z.optional(z.string()),
  ...stampFields,
});

export const memberView = (member: StoredMember) => {
  const view = stamped(member);
  return { ...view, roles: [...view.roles] };
};

export const ApiClientInput = z.strictObject({ name: text(80) });

export const ApiClientView = z.object({
  id: z.string(),
  /** The user name to sign in with. */
  clientId: z.string(),
  name: z.string(),
  state: z.enum(['active', 'removed']),
  secretSince: z.string(),
  ...stampFields,
});

/** `secret` is in the first answer alone: a repeat of the request cannot show it again. */
export const IssuedApiClientView = z.extend(ApiClientView, { secret: z.optional(z.string()) });

export const apiClientView = (client: StoredApiClient) => ({ ...stamped(client), clientId: clientIdOf(client.id) });
