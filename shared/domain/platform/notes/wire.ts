import * as z from 'zod/mini';
import { AnyId, idWith } from '#kernel/id.ts';
import { pageQuery } from '#kernel/page.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { WRITTEN_TEXT } from '#kernel/text.ts';
import { FILE_STATES, MAX_ATTACHMENT_BYTES, type StoredAttachment } from './attachment.ts';
import { ATTACHMENT_FAULTS, plainFileName } from './file-content.ts';
import { MAX_MENTIONS, MAX_NOTE_CHARS, type StoredNote } from './note.ts';
import { MAX_TAG_CHARS, MAX_TAGS } from './record-tags.ts';

export const NotePath = z.strictObject({ noteId: idWith('not') });
export const AttachmentPath = z.strictObject({ attachmentId: idWith('att') });

const { limit, cursor } = pageQuery;
export const ActivityQuery = z.strictObject({ record: AnyId, limit: z._default(limit, 100), cursor });

const Text = z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_NOTE_CHARS), z.regex(WRITTEN_TEXT));
const Mentions = z.array(idWith('mem')).check(z.maxLength(MAX_MENTIONS));
export const NoteInput = z.strictObject({ record: AnyId, text: Text, mentions: z._default(Mentions, []) });
export const PatchNote = z.strictObject({ text: z.optional(Text), mentions: z.optional(Mentions) });

const FileName = z.pipe(z.string().check(z.minLength(1), z.maxLength(1000)), z.transform(plainFileName));
export const AttachmentInput = z.strictObject({
  record: AnyId,
  fileName: z.pipe(FileName, z.string().check(z.minLength(1))),
  /** Size of the file: S3 refuses any other. */
  bytes: z.int().check(z.minimum(1), z.maximum(MAX_ATTACHMENT_BYTES)),
});

const Tag = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(MAX_TAG_CHARS), z.regex(/^[^\p{Cc}#,]+$/u, 'must be words without # and ,'));
const Tags = z.array(Tag).check(z.maxLength(MAX_TAGS));
/** Adds and removes: what somebody else does to other tags meanwhile stays. */
export const PatchTags = z.strictObject({ record: AnyId, add: z._default(Tags, []), remove: z._default(Tags, []) });
export const FollowerInput = z.strictObject({ record: AnyId, following: z.boolean() });

/** A member, as others see them. */
export const PersonView = z.object({ id: z.string(), name: z.string(), email: z.string() });

export const NoteView = z.object({
  id: z.string(),
  record: z.string(),
  text: z.string(),
  mentions: z.array(z.string()),
  ...stampFields,
});
export const noteView = (note: StoredNote) => ({ ...stamped(note), mentions: [...note.mentions] });

export const AttachmentView = z.object({
  id: z.string(),
  record: z.string(),
  fileName: z.string(),
  bytes: z.int(),
  state: z.enum(FILE_STATES),
  contentType: z.optional(z.string()),
  sha256: z.optional(z.string()),
  /** Why it was refused. */
  fault: z.optional(z.enum(ATTACHMENT_FAULTS)),
  ...stampFields,
});
export const attachmentView = (attachment: StoredAttachment) => stamped(attachment);

export const TagsView = z.object({ record: z.string(), tags: z.array(z.string()) });
export const FollowerView = z.object({ record: z.string(), following: z.boolean() });
