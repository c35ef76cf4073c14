import * as z from 'zod/mini';
import { recordType } from '#kernel/record.ts';
import {
  chainedRecord,
  type Sha256,
  VERIFACTU_TYPES,
  type VerifactuCancellation,
  type VerifactuIssue,
  type VerifactuRecord,
  verifactuIssue,
} from './verifactu.ts';

/** A record of Verifactu with its place in the company's chain, which is its id. Nothing of it ever changes. */
export const StoredVerifactu = z.object({
  kind: z.enum(['issue', 'cancellation']),
  /** The invoice or corrective one that it is of. */
  documentId: z.string(),
  issuer: z.string(),
  number: z.string(),
  date: z.string(),
  at: z.string(),
  type: z.exactOptional(z.enum(VERIFACTU_TYPES)),
  tax: z.exactOptional(z.int()),
  total: z.exactOptional(z.int()),
  /** Why it was cancelled. */
  reason: z.exactOptional(z.string()),
  previous: z.string(),
  hash: z.string(),
});
export type StoredVerifactu = Readonly<z.output<typeof StoredVerifactu>>;

export const VerifactuRecords = recordType<StoredVerifactu>({
  kind: 'verifactu-record',
  prefix: 'vfr',
  data: StoredVerifactu,
  history: 'ends',
  screen: { none: 'It is shown on the page of its invoice, and all together where electronic invoicing is set up.' },
  read: 'books.read',
});

/** 12 → `vfr_000000012` */
export const verifactuId = (place: number): string => `vfr_${String(place).padStart(9, '0')}`;
export const placeOf = (id: string): number => Number(id.slice(4));

/** A record as it was hashed. */
export function hashedRecord({ kind, issuer, number, date, at, type = 'F1', tax = 0, total = 0 }: StoredVerifactu): VerifactuRecord {
  const document = { issuer, number, date, at };
  return kind === 'issue' ? { kind, ...document, type, tax, total } : { kind, ...document };
}
type Attested = Parameters<typeof verifactuIssue>[0];

/** Where the next record of a company goes. */
export interface ChainHead {
  /** Records before it. */
  readonly length: number;
  readonly last?: Pick<StoredVerifactu, 'hash' | 'at'> | undefined;
}
interface Attestation {
  readonly documentId: string;
  readonly issuer: string;
  /** Local time with its distance from UTC. */
  readonly at: string;
  readonly head: ChainHead;
  readonly sha256: Sha256;
}

/** The record of a document that is issued (registro de alta), at the end of the chain. */
export const attested = (bill: Attested, of: Attestation): StoredVerifactu => linked(verifactuIssue(bill, of.issuer, timeAfter(of)), of);

/** The record that cancels another (registro de anulación), at the end of the chain: of whoever issued, whoever the company is now. */
export const cancellationOf = (
  issue: Pick<StoredVerifactu, 'issuer' | 'number' | 'date'>,
  reason: string,
  of: Attestation,
): StoredVerifactu => ({
  ...linked({ kind: 'cancellation', issuer: issue.issuer, number: issue.number, date: issue.date, at: timeAfter(of) }, of),
  reason,
});

/** No record is made before the one that it follows: clocks of two machines differ. */
const timeAfter = ({ at, head }: Attestation): string => (head.last && Date.parse(head.last.at) > Date.parse(at) ? head.last.at : at);

function linked(record: VerifactuIssue | VerifactuCancellation, { documentId, head, sha256 }: Attestation): StoredVerifactu {
  const { previous, hash } = chainedRecord(record, head.last, sha256);
  const figures = record.kind === 'issue' ? { type: record.type, tax: record.tax, total: record.total } : {};
  const { kind, issuer, number, date, at } = record;
  return { kind, documentId, issuer, number, date, at, ...figures, previous, hash };
}
