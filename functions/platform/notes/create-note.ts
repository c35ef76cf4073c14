import { notes } from '#api/platform/notes.ts';
import { Notes } from '#domain/platform/notes/note.ts';
import { noteView } from '#domain/platform/notes/wire.ts';
import { create } from '#kernel/record.ts';
import { creates } from '#runtime/action.ts';
import { anyRecord, requireSubject } from '../readable.ts';
import { command } from '../service.ts';
import { newFollowers, standing } from './followers.ts';
import { mentioned, requireMentionable } from './mentions.ts';

export const createNote = command(
  notes.actions.createNote,
  creates(Notes, 'not', ({ body, caller }) => ({
    subject: anyRecord(body.record),
    people: mentioned(body.mentions),
    existing: standing(caller, body.record, body.mentions),
  })),
  async ({ body: { record, text, mentions }, subject, people, existing, caller, records, newId, now }) => {
    await requireMentionable(records, mentions, people, requireSubject(caller, record, subject));
    return [
      create(Notes, newId('not'), { record, text, mentions, writtenAt: now.toISOString() }),
      ...newFollowers(caller, { record, mentions, now }, existing),
    ];
  },
  noteView,
);
