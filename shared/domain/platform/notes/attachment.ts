import * as z from 'zod/mini';
import { refused } from '#kernel/errors.ts';
import { dated, recordType, type Stored } from '#kernel/record.ts';
import { ATTACHMENT_FAULTS } from './file-content.ts';

export const MAX_ATTACHMENT_BYTES = 25 * 1024 * 1024;
export const MAX_FILES = 50;
/** A link to upload is good for a quarter of an hour: what has not come within an hour will not come. */
const MAX_WAIT_MS = 3_600_000;

export const FILE_STATES = ['waiting', 'clean', 'refused', 'deleted'] as const;
export type FileState = (typeof FILE_STATES)[number];

/** A file that somebody attached to a record. It is in quarantine until its bytes have been checked. */
export const Attachment = z.object({
  record: z.string(),
  /** What people call it; never a part of a key. */
  fileName: z.string(),
  /** As the uploader says; the link takes a file of exactly this length. */
  bytes: z.int(),
  /** ISO instant. */
  attachedAt: z.string(),
  state: z.enum(FILE_STATES),
  /** It must be a document or picture that people read: nothing that holds other files. */
  only: z.exactOptional(z.literal('papers')),
  /** Told by the bytes, once they were found clean. */
  contentType: z.exactOptional(z.string()),
  sha256: z.exactOptional(z.string()),
  /** Why it was refused. */
  fault: z.exactOptional(z.enum(ATTACHMENT_FAULTS)),
});
export type Attachment = Readonly<z.output<typeof Attachment>>;
export type StoredAttachment = Stored<Attachment>;

export const Attachments = recordType<Attachment, FileState>({
  kind: 'attachment',
  prefix: 'att',
  data: Attachment,
  history: 'all',
  list: dated({
    date: (a) => a.attachedAt.slice(0, 10),
    instant: (a) => a.attachedAt,
    words: (a) => (a.state === 'deleted' || a.state === 'refused' ? [] : [a.fileName]),
  }),
  open: (a, id) => (a.state === 'deleted' ? undefined : { queue: a.record, sort: `${a.attachedAt}#${id}` }),
  lifecycle: {
    of: (a) => a.state,
    next: { waiting: ['clean', 'refused', 'deleted'], clean: ['deleted'], refused: ['deleted'] },
  },
  state: (a) => a.state,
  tones: { waiting: 'calm', clean: 'good', refused: 'bad', deleted: 'plain' },
  summary: (a) => ({ title: a.fileName, date: a.attachedAt.slice(0, 10) }),
  parent: (a) => a.record,
  screen: { none: 'It is shown on the page of the record that it is attached to.' },
  icon: 'paperclip',
  read: 'member',
});

/** Where an upload waits for its check, out of reach of every download; and where what was found clean is kept. */
export const quarantineKey = (tenant: string, id: string): string => `quarantine/${tenant}/${id}`;
export const fileKey = (tenant: string, id: string): string => `files/${tenant}/${id}`;
/** The company and the attachment in a key of the quarantine. */
export const QUARANTINED = /^quarantine\/([a-z][a-z0-9-]{1,30})\/(att_[0-9A-Z]{26})$/;

/** Whether it is shown: an upload that never came is not. */
export const isShown = ({ state, attachedAt }: Attachment, now: Date): boolean =>
  state !== 'deleted' && (state !== 'waiting' || now.getTime() - Date.parse(attachedAt) < MAX_WAIT_MS);

/** @throws DomainError `attachment.too_many` (422). */
export function requireRoom(attached: number): void {
  if (attached >= MAX_FILES)
    throw refused('attachment.too_many', `A record has ${MAX_FILES} files at most: delete one first.`, 'body.record', { most: MAX_FILES });
}

/** @throws DomainError `attachment.not_clean` (422): in quarantine, or refused. */
export function requireClean({ state, fileName }: Attachment): void {
  if (state !== 'clean')
    throw refused('attachment.not_clean', `${fileName} cannot be downloaded: it is ${state}.`, 'path.attachmentId', { fileName, state });
}
