import { notes } from '#api/platform/notes.ts';
import { serveModule } from '../service.ts';
import { createAttachment, getAttachmentLink } from './attachments.ts';

export const handler = serveModule(notes, { createAttachment, getAttachmentLink });
