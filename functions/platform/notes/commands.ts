import { notes } from '#api/platform/notes.ts';
import { serveModule } from '../service.ts';
import { deleteAttachment } from './attachments.ts';
import { createNote } from './create-note.ts';
import { deleteNote, patchNote } from './patch-note.ts';
import { patchTags } from './patch-tags.ts';
import { putFollower } from './put-follower.ts';
import { readNotifications } from './read-notifications.ts';

export const handler = serveModule(notes, {
  createNote,
  patchNote,
  deleteNote,
  deleteAttachment,
  patchTags,
  putFollower,
  readNotifications,
});
