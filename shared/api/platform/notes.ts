import * as z from 'zod/mini';
import { MAX_ATTACHMENT_BYTES } from '#domain/platform/notes/attachment.ts';
import { NOTIFICATION_REASONS } from '#domain/platform/notes/follower.ts';
import {
  ActivityQuery,
  AttachmentInput,
  AttachmentPath,
  AttachmentView,
  FollowerInput,
  FollowerView,
  NoteInput,
  NotePath,
  NoteView,
  PatchNote,
  PatchTags,
  PersonView,
  TagsView,
} from '#domain/platform/notes/wire.ts';
import { defineModule, type WorkerSpec } from '#kernel/action.ts';
import { AnyId, idWith } from '#kernel/id.ts';
import { pageOf, pageQuery } from '#kernel/page.ts';
import { HistoryView } from './audit.ts';
import { HitView } from './search.ts';

const LinkView = z.object({ url: z.string(), expiresAt: z.string() });
const { limit, cursor } = pageQuery;
const words = z.string().check(z.trim(), z.maxLength(80));
const deleted = z.object({ id: z.string(), deleted: z.literal(true) });

const workers = {
  checkFile: {
    file: 'check-file.event',
    summary: 'Checks each file that is attached, and lets it out of quarantine or refuses it',
    on: { queue: 'quarantine' },
    grants: ['records:write', 'files:check'],
    timeoutSeconds: 60,
    memoryMb: 1024,
  },
  tellFollowers: {
    file: 'tell-followers.event',
    summary: 'Tells who follows a record, or is mentioned, what was written or attached',
    on: { changes: ['note', 'attachment'] },
    grants: ['records:write', 'files:erase'],
    timeoutSeconds: 60,
  },
} as const satisfies Record<string, WorkerSpec>;

export const notes = defineModule(
  'platform/notes',
  { title: 'Notes, files, tags and followers', workers },
  {
    getActivity: {
      route: 'GET /activity',
      summary: 'All that was done with a record and written about it: steps, notes, files, tags, followers',
      description:
        'For whoever may see the record, whatever its kind. Notes come newest first, a hundred at a time; `nextCursor` goes on to older ones. Steps are those of `GET /audit`.',
      permission: 'member',
      query: ActivityQuery,
      output: z.object({
        ...HistoryView.shape,
        notes: z.array(NoteView),
        nextCursor: z.optional(z.string()),
        files: z.array(AttachmentView),
        tags: z.array(z.string()),
        followers: z.array(PersonView),
        /** Whether the caller follows it. */
        following: z.boolean(),
      }),
      errors: ['record.not_found'],
    },
    createNote: {
      route: 'POST /notes',
      summary: 'Write a note about a record',
      description: 'Whoever writes, and whoever is mentioned, follows the record from then on.',
      permission: 'member',
      body: NoteInput,
      output: NoteView,
      errors: ['record.not_found', 'mention.unknown', 'mention.cannot_see'],
      example: { body: { record: 'inv_F2026-000012', text: 'Llamar el lunes: el cliente no encuentra la factura.' } },
    },
    patchNote: {
      route: 'PATCH /notes/{noteId}',
      summary: 'Edit a note of one’s own',
      description: 'The text before stays in its story: `GET /audit?record={noteId}`.',
      permission: 'member',
      path: NotePath,
      body: PatchNote,
      output: NoteView,
      errors: ['note.not_found', 'author.other', 'mention.unknown', 'mention.cannot_see'],
      example: { body: { text: 'Llamar el martes.' } },
    },
    deleteNote: {
      route: 'DELETE /notes/{noteId}',
      summary: 'Delete a note of one’s own',
      description: 'Its text goes; who wrote and who deleted it, and when, stays in the audit.',
      permission: 'member',
      path: NotePath,
      output: deleted,
      errors: ['note.not_found', 'author.other'],
    },
    createAttachment: {
      route: 'POST /attachments',
      summary: 'Attach a file to a record: answers with a link to upload it to',
      description:
        'PUT the file to the link within a quarter of an hour; S3 refuses any other length. It stays in quarantine until it was checked, mostly a second: what it is by its bytes (PDF, PNG, JPEG, WebP, HEIC, XLSX, DOCX, ZIP, and CSV, TXT, XML, EML as text), and that it is no known test virus.',
      permission: 'member',
      profile: 'documents',
      body: AttachmentInput,
      output: z.object({
        ...AttachmentView.shape,
        upload: z.object({ method: z.literal('PUT'), url: z.string(), expiresAt: z.string(), maxBytes: z.int() }),
      }),
      errors: ['record.not_found', 'attachment.too_many'],
      example: { body: { record: 'inv_F2026-000012', fileName: 'albarán firmado.pdf', bytes: MAX_ATTACHMENT_BYTES } },
    },
    getAttachmentLink: {
      route: 'GET /attachments/{attachmentId}/link',
      summary: 'A link that downloads a file, good for two minutes',
      permission: 'member',
      profile: 'documents',
      path: AttachmentPath,
      output: LinkView,
      errors: ['attachment.not_found', 'attachment.not_clean'],
    },
    deleteAttachment: {
      route: 'DELETE /attachments/{attachmentId}',
      summary: 'Delete a file that one has attached',
      description: 'The file is erased for good within thirty days; its name, and who attached and deleted it, stay in the audit.',
      permission: 'member',
      path: AttachmentPath,
      output: deleted,
      errors: ['attachment.not_found', 'author.other'],
    },
    patchTags: {
      route: 'PATCH /tags',
      summary: 'Put tags on a record, or take them off',
      permission: 'tags.write',
      body: PatchTags,
      output: TagsView,
      errors: ['record.not_found', 'tags.too_many'],
      example: { body: { record: 'inv_F2026-000012', add: ['disputa'], remove: ['urgente'] } },
    },
    listTagged: {
      route: 'GET /tags',
      summary: 'Records by their tags, those tagged last first',
      description: 'Of every kind, as far as the caller may see them. `tag` is one whole tag, `q` words that tags hold.',
      permission: 'member',
      query: z.strictObject({ limit, cursor, tag: z.optional(words), q: z.optional(words) }),
      output: pageOf(z.object({ record: HitView, tags: z.array(z.string()) })),
      errors: ['company.not_found'],
    },
    putFollower: {
      route: 'PUT /followers',
      summary: 'Follow a record, or follow it no more',
      description: 'For people: a program has nobody to tell.',
      permission: 'member',
      body: FollowerInput,
      output: FollowerView,
      errors: ['record.not_found', 'follower.person'],
      example: { body: { record: 'inv_F2026-000012', following: true } },
    },
    listPeople: {
      route: 'GET /people',
      summary: 'Members who may see a record: whom a note can mention',
      permission: 'member',
      query: z.strictObject({ record: AnyId, q: z.optional(words) }),
      output: z.object({ items: z.array(PersonView) }),
      errors: ['record.not_found'],
    },
    listNotifications: {
      route: 'GET /notifications',
      summary: 'What the caller was mentioned in, and what was written about the records that they follow',
      description: 'Newest first. `unread` counts no further than 500.',
      permission: 'member',
      query: z.strictObject({ limit, cursor, unread: z.optional(z.literal('true')) }),
      output: z.object({
        unread: z.int(),
        items: z.array(
          z.object({
            id: z.string(),
            reason: z.enum(NOTIFICATION_REASONS),
            at: z.string(),
            by: z.string(),
            read: z.boolean(),
            /** The note's text, or the file's name. */
            text: z.string(),
            recordId: z.string(),
            /** The record as one line, as the search shows it. */
            record: HitView,
          }),
        ),
        nextCursor: z.optional(z.string()),
      }),
      errors: ['company.not_found'],
    },
    readNotifications: {
      route: 'POST /notifications/read',
      summary: 'Mark notifications as read',
      description: 'Those that are the caller’s; what is not there any more is left out, as long as there is one.',
      permission: 'member',
      body: z.strictObject({ ids: z.array(idWith('ntf')).check(z.minLength(1), z.maxLength(100)) }),
      output: z.object({ read: z.int() }),
      status: 200,
      errors: ['follower.person', 'notification.not_found'],
      example: { body: { ids: ['ntf_01JDG8ZK5T7QWERTY2MNPQRSTV'] } },
    },
  },
);
