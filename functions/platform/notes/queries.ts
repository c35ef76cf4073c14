import { notes } from '#api/platform/notes.ts';
import { kindOf } from '#domain/kinds.ts';
import type { StoredMember } from '#domain/platform/members/member.ts';
import { Members } from '#domain/platform/members/member.ts';
import { Attachments } from '#domain/platform/notes/attachment.ts';
import { Followers, Notifications } from '#domain/platform/notes/follower.ts';
import { Notes, type StoredNote } from '#domain/platform/notes/note.ts';
import { RecordTags } from '#domain/platform/notes/record-tags.ts';
import { attachmentView, noteView } from '#domain/platform/notes/wire.ts';
import type { RecordType, Stored } from '#kernel/record.ts';
import { normalise } from '#kernel/text.ts';
import { plainQuery } from '#runtime/action.ts';
import { mayReadOne } from '#runtime/caller.ts';
import { listRecords } from '#runtime/lists.ts';
import { MOST_COUNTED, openPage, openRecords, openWork } from '#runtime/open-work.ts';
import { historyView } from '../audit/history.ts';
import { readableOf, readableOrThrow, requireSubject } from '../readable.ts';
import { hitOf } from '../search/hits.ts';
import { query, serveModule } from '../service.ts';
import { filesOf } from './attachments.ts';
import { canSee } from './mentions.ts';
import { tagsId } from './tags-id.ts';

const MOST_PEOPLE = 20;
const personOf = ({ id, name, email }: StoredMember) => ({ id, name: name ?? email, email });

export const getActivity = plainQuery(notes.actions.getActivity, async ({ query: input, records, caller, tenant, now }) => {
  const { record: id, limit, cursor } = input;
  const { record } = await readableOrThrow(records, caller, id, 'query.record');
  requireSubject(caller, id, record, 'query.record');
  const [story, page, files, tags, followers] = await Promise.all([
    historyView(records, record),
    openPage(records, Notes, id, { limit, cursor }),
    filesOf(records, id, now),
    records.get(RecordTags, tagsId(tenant, id)),
    Array.fromAsync(openRecords(records, Followers, id)),
  ]);
  const people = await records.getMany(
    Members,
    followers.map(({ memberId }) => memberId),
  );
  return {
    ...story,
    notes: page.items.map(noteView),
    ...(page.nextCursor ? { nextCursor: page.nextCursor } : {}),
    files: files.map(attachmentView),
    tags: [...(tags?.tags ?? [])],
    followers: people.flatMap((member) => (member && member.state !== 'removed' ? [personOf(member)] : [])),
    following: followers.some(({ memberId }) => memberId === caller.memberId),
  };
});

export const listPeople = plainQuery(notes.actions.listPeople, async ({ query: { record: id, q }, records, caller }) => {
  const { record } = await readableOrThrow(records, caller, id, 'query.record');
  const where = ({ state }: StoredMember) => state !== 'removed';
  const { items } = await listRecords(records, Members, { buckets: ['all'], order: 'asc', limit: MOST_PEOPLE, words: q, where });
  const sees = await Promise.all(items.map((member) => canSee(records, member, record)));
  return { items: items.filter((_, at) => sees[at]).map(personOf) };
});

export const listTagged = query(notes.actions.listTagged, async ({ query: input, records, caller, today }) => {
  const { tag, q, limit, cursor } = input;
  const wanted = tag && normalise(tag);
  const page = await listRecords(records, RecordTags, {
    buckets: ['all'],
    order: 'desc',
    limit,
    cursor,
    words: tag ?? q,
    where: ({ tags }) => tags.length > 0 && (!wanted || tags.some((one) => normalise(one) === wanted)),
  });
  const seen = await readableOf(records, caller, RecordTags as never, page.items);
  const items = seen.flatMap(({ record, parent }) =>
    parent ? [{ record: hitOf(parent.type, parent.record, today), tags: [...(record as Stored<{ tags: readonly string[] }>).tags] }] : [],
  );
  return { ...page, items };
});

export const listNotifications = query(notes.actions.listNotifications, async (world) => {
  const { query: input, records, caller, tenant } = world;
  const memberId = caller.memberId ?? '';
  const { limit, cursor, unread } = input;
  const [page, waiting] = await Promise.all([
    unread
      ? openPage(records, Notifications, memberId, { limit, cursor })
      : listRecords(records, Notifications, { buckets: [memberId], order: 'desc', limit, cursor }),
    openWork(tenant, Notifications, memberId),
  ]);
  const [subjects, sources] = await Promise.all(
    (['record', 'about'] as const).map((field) =>
      records.getTogether(
        page.items.flatMap((one) => (kindOf(one[field]) ? [{ type: kindOf(one[field]) as RecordType<never>, id: one[field] }] : [])),
      ),
    ),
  );
  const items = page.items.flatMap((one, at) => {
    const [subject, source, type] = [subjects?.[at], sources?.[at], kindOf(one.record)];
    const text = source && textOf(source);
    if (!subject || !type || !text || !mayReadOne(caller, type, subject)) return [];
    const { id, reason, at: instant, by, read, record: recordId } = one;
    return [{ id, reason, at: instant, by, read, text, recordId, record: hitOf(type, subject, world.today) }];
  });
  return { unread: Math.min(waiting.count, MOST_COUNTED), items, ...(page.nextCursor ? { nextCursor: page.nextCursor } : {}) };
});

/** What a note says, what a file is called; nothing of one that was deleted. */
const textOf = (source: Stored<object>): string =>
  source.id.startsWith(`${Attachments.prefix}_`) ? (source as Stored<{ fileName: string }>).fileName : (source as StoredNote).text;

export const handler = serveModule(notes, { getActivity, listPeople, listTagged, listNotifications });
