import { kindOf } from '#domain/kinds.ts';
import { Members } from '#domain/platform/members/member.ts';
import { fileKey, type StoredAttachment } from '#domain/platform/notes/attachment.ts';
import { Followers, type Notification, Notifications } from '#domain/platform/notes/follower.ts';
import type { StoredNote } from '#domain/platform/notes/note.ts';
import { create, type RecordType, remove } from '#kernel/record.ts';
import { followChanges, type RecordChange } from '#runtime/changes.ts';
import { eraseObject } from '#runtime/documents.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { openRecords } from '#runtime/open-work.ts';
import { WORKER } from '#runtime/record-item.ts';
import { Records } from '#runtime/records.ts';
import { memberIdOf } from '../members/presence-store.ts';
import { canSee } from './mentions.ts';

/** Changes of one commit: of a hundred that a transaction takes, some room is left. */
const MOST_AT_ONCE = 50;

/** Tells members what was written or attached, and takes it back where it was deleted. Once each, however often the change comes. */
export const handler = followChanges({
  code: 'tell-followers',
  subject: ({ id }) => id,
  handle: async (tenant, id, changes) => {
    const stamp = { by: WORKER, request: requestOf(changes), action: 'tellFollowers', at: new Date() };
    const records = new Records(tenant, stamp);
    const source = await records.get(kindOf(id) as RecordType<StoredNote | StoredAttachment>, id);
    if (!source) return;
    const isGone = 'fileName' in source ? source.state === 'deleted' : source.deletedAt !== undefined;
    if (isGone && 'fileName' in source) await eraseObject('documents', fileKey(tenant, id));
    const notifications = await notificationsOf(records, source);
    const ids = notifications.map(({ memberId }) => idFrom('ntf', tenant, id, memberId));
    const existing = await records.getMany(Notifications, ids);
    const writes = isGone
      ? existing.flatMap((one) => (one ? [remove(Notifications, one)] : []))
      : notifications.flatMap((one, at) => (existing[at] ? [] : [create(Notifications, ids[at] as string, one)]));
    for (let at = 0; at < writes.length; at += MOST_AT_ONCE) await records.commit(writes.slice(at, at + MOST_AT_ONCE));
  },
});

const requestOf = (changes: readonly RecordChange[]): string => changes.at(-1)?.request ?? 'tell-followers';

/** What each member is told: of a mention first, else of what they follow; nobody of what is their own, or what they may not see. */
async function notificationsOf(records: Records, source: StoredNote | StoredAttachment): Promise<Notification[]> {
  const { record, id } = source;
  const type = kindOf(record);
  const subject = type && (await records.get(type as RecordType<object>, record));
  if (!subject || ('state' in source && !['clean', 'deleted'].includes(source.state))) return [];
  const by = source.history[0]?.by ?? '';
  const { mentions, at, otherwise } = factsOf(source);
  // This runs a moment later than the writing: who has begun to follow since then has seen it on the page.
  const followers = (await Array.fromAsync(openRecords(records, Followers, record))).flatMap(({ memberId, since }) =>
    since <= at ? [memberId] : [],
  );
  const ids = [...new Set([...mentions, ...followers])].filter((member) => member !== memberIdOf(records.tenant, by));
  const notifications: Notification[] = [];
  for (const member of await records.getMany(Members, ids))
    if (member && (await canSee(records, member, subject)))
      notifications.push({
        memberId: member.id,
        record,
        about: id,
        reason: mentions.includes(member.id) ? 'mention' : otherwise,
        by,
        at,
        read: false,
      });
  return notifications;
}

const factsOf = (source: StoredNote | StoredAttachment) =>
  'fileName' in source
    ? { mentions: [] as readonly string[], at: source.attachedAt, otherwise: 'file' as const }
    : { mentions: source.mentions, at: source.writtenAt, otherwise: 'note' as const };
