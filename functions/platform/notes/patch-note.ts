import { notes } from '#api/platform/notes.ts';
import { Members } from '#domain/platform/members/member.ts';
import { Followers } from '#domain/platform/notes/follower.ts';
import { Notes, requireAuthor, type StoredNote } from '#domain/platform/notes/note.ts';
import { noteView } from '#domain/platform/notes/wire.ts';
import { update } from '#kernel/record.ts';
import { applyPatch } from '#kernel/stamps.ts';
import { on } from '#runtime/action.ts';
import type { Caller } from '#runtime/caller.ts';
import { notFound, type Records } from '#runtime/records.ts';
import { readableOf } from '../readable.ts';
import { command } from '../service.ts';
import { followerId, newFollowers } from './followers.ts';
import { requireMentionable } from './mentions.ts';

export const patchNote = command(
  notes.actions.patchNote,
  on(Notes, (path) => path.noteId),
  async ({ body, caller, records, tenant, now }, note) => {
    const subject = await requireOwn(records, caller, note);
    const { data, was } = applyPatch(note, body);
    if (Object.keys(was).length === 0) return note;
    const { record, mentions } = data;
    const added = mentions.filter((id) => !note.mentions.includes(id));
    await requireMentionable(records, added, await records.getMany(Members, added), subject);
    const existing = await records.getMany(
      Followers,
      added.map((id) => followerId(tenant, record, id)),
    );
    return [update(Notes, note, data, was), ...newFollowers({ ...caller, memberId: '' }, { record, mentions: added, now }, existing)];
  },
  noteView,
);

export const deleteNote = command(
  notes.actions.deleteNote,
  on(Notes, (path) => path.noteId),
  async ({ caller, records, now }, note) => {
    await requireOwn(records, caller, note);
    return [update(Notes, note, { ...note, text: '', mentions: [], deletedAt: now.toISOString() })];
  },
  ({ id }) => ({ id, deleted: true as const }),
);

/**
 * The record that a note of the caller's own is about.
 * @throws DomainError `note.not_found` (404), `author.other` (403).
 */
async function requireOwn(records: Records, caller: Caller, note: StoredNote) {
  const [seen] = await readableOf(records, caller, Notes as never, [note]);
  if (!seen?.parent || note.deletedAt) throw notFound(Notes.kind, note.id, 'path.noteId');
  requireAuthor(caller.email, note);
  return seen.parent.record;
}
