import type { Role } from '#kernel/action.ts';
import { $api, type Schemas } from '../../api/client.ts';
import type { useT } from '../../i18n/i18n.ts';
import { usePerson } from '../../session/session.ts';

type Member = Schemas['Member'];
type T = ReturnType<typeof useT>;
const MOST = 100;

/** What is known of a member's standing among the others. */
export interface Standing {
  readonly self: boolean;
  /** The company would be left without an owner. */
  readonly lastOwner: boolean;
}

/** Whether the member is who is signed in, and whether the company has another owner. The API has the last word. */
export function useStanding(member: Member | undefined): Standing {
  const { email } = usePerson();
  const { data } = $api.useQuery('get', '/members', { params: { query: { limit: MOST } } });
  const owners = data?.items.filter(({ state, roles }) => state === 'active' && roles.includes('owner')) ?? [];
  const all = data !== undefined && data.nextCursor === undefined;
  return {
    self: member?.email.toLowerCase() === email.toLowerCase(),
    lastOwner: all && owners.length === 1 && owners[0]?.id === member?.id,
  };
}

export const whyNotChange = ({ state }: Member, t: T): string | undefined => (state === 'removed' ? t('members.why.removed') : undefined);

export function whyNotRemove({ state }: Member, { self, lastOwner }: Standing, t: T): string | undefined {
  if (state === 'removed') return t('members.why.removed');
  if (self) return t('members.why.self');
  return lastOwner ? t('members.why.lastOwner') : undefined;
}

export function whyNotResend({ state }: Member, t: T): string | undefined {
  if (state === 'removed') return t('members.why.removed');
  return state === 'invited' ? undefined : t('members.why.active');
}

/** Why a role cannot be taken from the member. */
export function whyKeeps(role: Role, { self, lastOwner }: Standing, t: T): string | undefined {
  if (self) return t('members.why.ownRole');
  return role === 'owner' && lastOwner ? t('members.why.lastOwner') : undefined;
}
