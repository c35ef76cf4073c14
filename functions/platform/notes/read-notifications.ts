import { notes } from '#api/platform/notes.ts';
import { Members } from '#domain/platform/members/member.ts';
import { Notifications } from '#domain/platform/notes/follower.ts';
import { update } from '#kernel/record.ts';
import type { Context, Target } from '#runtime/action.ts';
import { notFound, type Records } from '#runtime/records.ts';
import { memberIdOf } from '../members/presence-store.ts';
import { command } from '../service.ts';
import { ownMember } from './put-follower.ts';

type Action = typeof notes.actions.readNotifications;

/** The caller themselves: what they have read is kept on the notifications, and a repeat finds these read. */
const self: Target<Action, object, object, Readonly<Record<never, never>>> = {
  type: Members as never,
  mode: 'update',
  id: ({ tenant, caller }: Context<Action>) => memberIdOf(tenant, caller.email),
  storesRequest: false,
};

export const readNotifications = command(
  notes.actions.readNotifications,
  self,
  async ({ body: { ids }, caller, records }, member) => {
    const mine = await ownOf(records, ownMember(caller), ids);
    if (mine.length === 0) throw notFound(Notifications.kind, ids[0] ?? '', 'body.ids');
    const changes = mine.filter(({ read }) => !read).map((one) => update(Notifications, one, { ...one, read: true }));
    if (changes.length > 0) await records.commit(changes);
    return member as never;
  },
  async (_, { body: { ids }, caller, records }) => ({ read: (await ownOf(records, ownMember(caller), ids)).length }),
);

/** Of these notifications the member's own, each once. */
async function ownOf(records: Records, memberId: string, ids: readonly string[]) {
  const found = await records.getMany(Notifications, [...new Set(ids)]);
  return found.flatMap((one) => (one?.memberId === memberId ? [one] : []));
}
