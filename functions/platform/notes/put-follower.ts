import { notes } from '#api/platform/notes.ts';
import { Followers } from '#domain/platform/notes/follower.ts';
import { forbidden } from '#kernel/errors.ts';
import { upserts } from '#runtime/action.ts';
import type { Caller } from '#runtime/caller.ts';
import { memberIdOf } from '../members/presence-store.ts';
import { readableOrThrow, requireSubject } from '../readable.ts';
import { command } from '../service.ts';
import { followChange, followerId } from './followers.ts';

export const putFollower = command(
  notes.actions.putFollower,
  upserts(Followers, ({ tenant, caller, body }) => followerId(tenant, body.record, memberIdOf(tenant, caller.email))),
  async ({ body: { record, following }, caller, tenant, records, now }, before) => {
    const memberId = ownMember(caller);
    // Who may see it no more can still stop following.
    if (following) requireSubject(caller, record, (await readableOrThrow(records, caller, record, 'body.record')).record);
    const change = followChange(tenant, before, { record, memberId, following, since: now.toISOString() });
    return change ? [change] : (before as NonNullable<typeof before>);
  },
  ({ record, following }) => ({ record, following }),
);

/** The caller's own record. @throws DomainError `follower.person` (403) for a program. */
export function ownMember({ memberId = '' }: Caller): string {
  if (!memberId.startsWith('mem_')) throw forbidden('follower.person', 'A program follows no records: nobody would read what it is told.');
  return memberId;
}
