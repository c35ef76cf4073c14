import * as z from 'zod/mini';
import { BusinessDate } from '#kernel/date.ts';
import { Money } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import type { Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { EINVOICE_CHANNELS, verifactuMode } from './channels.ts';
import { verifactuQr } from './verifactu.ts';
import { type StoredVerifactuEvent, VERIFACTU_EVENTS } from './verifactu-event.ts';
import { hashedRecord, placeOf, type StoredVerifactu } from './verifactu-record.ts';
import { UNSIGNED_WHY, type VerifactuSignature } from './verifactu-signature.ts';
import {
  DELIVERY_STATES,
  type Delivery,
  Finding,
  type StoredSubmission,
  SUBMISSION_STATES,
  SubmissionAnswer,
  submissionState,
} from './verifactu-submission.ts';

/** Why a record is not whole: it is not there, its hash is of something else, it does not follow the one before, or its document says otherwise. */
const Broken = z.object({ place: z.int(), why: z.enum(['missing', 'hash', 'link', 'document']) });

export const VerifactuRecordView = z.object({
  /** Its place in the chain, from 1 on. */
  place: z.int(),
  kind: z.enum(['issue', 'cancellation']),
  documentId: z.string(),
  number: z.string(),
  date: z.string(),
  /** When it was made, local time with its distance from UTC. */
  at: z.string(),
  type: z.optional(z.string()),
  tax: z.optional(Money),
  total: z.optional(Money),
  /** Why it was cancelled. */
  reason: z.optional(z.string()),
  /** Hash of the record before; empty of the first. */
  previous: z.string(),
  hash: z.string(),
  /** What the QR of the invoice says. */
  qr: z.optional(z.string()),
  /** The signature that it has, or why it waits for one. Absent: it is being signed. */
  signature: z.optional(
    z.object({ at: z.optional(z.string()), fingerprint: z.optional(z.string()), why: z.optional(z.enum(UNSIGNED_WHY)) }),
  ),
  /** What became of it at AEAT, where a person has taken it there. Absent: it is kept, and in no submission. */
  delivery: z.optional(
    z.object({ submissionId: z.string(), state: z.enum(DELIVERY_STATES), code: z.optional(z.string()), text: z.optional(z.string()) }),
  ),
});

export function verifactuView(stored: Stored<StoredVerifactu>, signature?: VerifactuSignature, delivery?: Delivery) {
  const { id, kind, documentId, number, date, at, type, tax, total, reason, previous, hash } = stored;
  const record = hashedRecord(stored);
  return {
    ...{ place: placeOf(id), kind, documentId, number, date, at, previous, hash },
    ...defined({ delivery }),
    ...(signature ? { signature: defined({ at: signature.at, fingerprint: signature.fingerprint, why: signature.why }) } : {}),
    ...defined({ type, tax, total, reason, qr: record.kind === 'issue' ? verifactuQr(record, verifactuMode()) : undefined }),
  };
}

export const VerifactuEventView = z.object({
  id: z.string(),
  what: z.enum(VERIFACTU_EVENTS),
  at: z.string(),
  from: z.optional(z.string()),
  until: z.optional(z.string()),
  first: z.optional(z.int()),
  last: z.optional(z.int()),
  broken: z.optional(Broken),
  ...stampFields,
});
export const verifactuEventView = (event: StoredVerifactuEvent) => stamped(event);

/** The first place of what is looked at or exported. */
const Place = z.pipe(
  z.string().check(z.regex(/^[1-9]\d{0,8}$/, 'must be a place in the chain, from 1 on')),
  z.transform((text: string) => Number(text)),
);
export const PlaceQuery = z.strictObject({ from: z.optional(Place) });
export const CheckBody = z.strictObject({
  /** The first place to look at. Absent: 1. */
  from: z.optional(z.int().check(z.minimum(1), z.maximum(999_999_999))),
});
export const VerifactuFileView = z.object({
  fileName: z.string(),
  contentType: z.literal('application/xml'),
  /** In base64. */
  content: z.string(),
  first: z.int(),
  last: z.int(),
  /** The place with which the next file begins. Absent: it is the last. */
  next: z.optional(z.int()),
});
/** Signed events, a file each by AEAT's schema, in a ZIP. */
export const EventsFileView = z.extend(z.omit(VerifactuFileView, { contentType: true }), { contentType: z.literal('application/zip') });
export const CancellationBody = z.strictObject({ reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)) });

const day = z.optional(BusinessDate);
export const SubmissionBody = z.strictObject({
  /** First and last place. Absent: what comes after the last that somebody has taken there, up to 500 records. */
  from: z.optional(z.int().check(z.minimum(1), z.maximum(999_999_999))),
  to: z.optional(z.int().check(z.minimum(1), z.maximum(999_999_999))),
  /** AEAT's number of the request that it answers. Without one, a file would be a voluntary submission of VERI*FACTU. */
  reference: z.string().check(z.regex(/^[A-Za-z0-9/-]{1,18}$/, 'must be a reference of up to 18 letters and digits')),
  /** It is the last file for that request. */
  ends: z.optional(z.boolean()),
});
export const SendingBody = z.strictObject({
  /** Absent: today. */
  on: day,
});
export const SubmissionView = z.object({
  id: z.string(),
  first: z.int(),
  last: z.int(),
  madeOn: z.string(),
  /** ISO instant. */
  at: z.string(),
  reference: z.string(),
  ends: z.optional(z.boolean()),
  state: z.enum(SUBMISSION_STATES),
  sentOn: z.optional(z.string()),
  /** Nobody takes it there: another was made for it. */
  discardedOn: z.optional(z.string()),
  answer: z.optional(SubmissionAnswer),
  /** Where it is taken. */
  address: z.string(),
  ...stampFields,
});
/** What AEAT said of records, by their places in the chain. */
export const FindingsView = z.object({ items: z.array(Finding) });
export const submissionView = (submission: StoredSubmission) => ({
  ...stamped(submission),
  state: submissionState(submission),
  address: REQUIREMENTS,
});
const REQUIREMENTS = EINVOICE_CHANNELS.find(({ id }) => id === 'aeat-requirement')?.address ?? '';
