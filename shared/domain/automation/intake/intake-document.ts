import * as z from 'zod/mini';
import { ReceivedSignature } from '#domain/finance/events.ts';
import { Address } from '#kernel/address.ts';
import { type ActionRules, type Refusal, refusal } from '#kernel/errors.ts';
import type { Permission } from '#kernel/permission.ts';
import { dated, recordType, type Stored, UNDER_WAY } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';

/**
 * What becomes of a document that came in: it waits for its file, is read, and then
 * - `review`: something has to be looked at (an unknown supplier, a doubtful field),
 * - `ready`: all of it was believed, and one step enters it,
 * - `entered`: it is in the books; `kept`: a person put it away without an entry; `passed`: it went on to where its kind is dealt with,
 * - `split`: its parts are documents of their own; `duplicate`: the same bytes came before,
 * - `quarantined`: it is dangerous or cannot be opened; `failed`: reading it broke off.
 */
export const DOCUMENT_STATES = [
  'waiting',
  'reading',
  'review',
  'ready',
  'entered',
  'kept',
  'passed',
  'split',
  'duplicate',
  'quarantined',
  'failed',
] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

export const DOCUMENT_SOURCES = ['console', 'drop', 'mail', 'archive'] as const;

/** What a document is, once it was read. */
export const DOCUMENT_KINDS = ['ubl', 'cii', 'facturae', 'pdf', 'scan', 'image', 'statement', 'orders', 'other'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** What a document is for, as far as that is told by it or by a person: only bills and credit notes are entered from here. */
export const DOCUMENT_PURPOSES = ['bill', 'credit-note', 'receipt', 'delivery-note', 'statement', 'orders', 'other'] as const;
export type DocumentPurpose = (typeof DOCUMENT_PURPOSES)[number];
/** What goes on to where it is dealt with. */
export const PASSED_PURPOSES = ['statement', 'orders'] as const;
export type PassedPurpose = (typeof PASSED_PURPOSES)[number];
export const isPassed = (purpose: DocumentPurpose | undefined): purpose is PassedPurpose =>
  (PASSED_PURPOSES as readonly (string | undefined)[]).includes(purpose);

/** Page, and corner and size in points. */
const PlaceOf = z.object({ page: z.int(), x: z.number(), y: z.number(), width: z.number(), height: z.number() });
/** Something that was read, how sure that is, and where it stands. */
const fieldOf = <T extends z.ZodMiniType>(value: T) => z.object({ value, confidence: z.number(), place: z.exactOptional(PlaceOf) });

export const DocumentFields = z.object({
  supplierTaxId: z.exactOptional(fieldOf(z.string())),
  supplierName: z.exactOptional(fieldOf(z.string())),
  /** As far as it is whole: it is only proposed. */
  supplierAddress: z.exactOptional(fieldOf(Address)),
  iban: z.exactOptional(fieldOf(z.string())),
  number: z.exactOptional(fieldOf(z.string())),
  date: z.exactOptional(fieldOf(z.string())),
  dueDate: z.exactOptional(fieldOf(z.string())),
  /** What is due on each day in minor units, where it tells several; without an amount where it does not say how much. */
  instalments: z.exactOptional(list(z.object({ date: z.string(), amount: z.exactOptional(z.int()) }))),
  currency: z.exactOptional(fieldOf(z.string())),
  /** By rate: percent as decimal text, base and tax in minor units. */
  taxes: list(fieldOf(z.object({ rate: z.string(), base: z.int(), tax: z.int(), owedByBuyer: z.exactOptional(z.literal(true)) }))),
  withholding: z.exactOptional(fieldOf(z.int())),
  /** What the paper rounds what is to be paid by. */
  rounding: z.exactOptional(fieldOf(z.int())),
  total: z.exactOptional(fieldOf(z.int())),
  isCreditNote: z.exactOptional(z.literal(true)),
  /** Our own tax id stands on it. */
  namesUs: z.exactOptional(z.literal(true)),
});
export type DocumentFields = Readonly<z.output<typeof DocumentFields>>;

/** What has to be looked at, with what its sentence names. */
export const DocumentFlag = z.object({
  code: z.string(),
  field: z.exactOptional(z.string()),
  params: z.exactOptional(z.record(z.string(), z.union([z.string(), z.number()]))),
});
export type DocumentFlag = Readonly<z.output<typeof DocumentFlag>>;

export const IntakeDocument = z.object({
  state: z.enum(DOCUMENT_STATES),
  fileName: z.string(),
  source: z.enum(DOCUMENT_SOURCES),
  /** Day on which it came, in the company's time zone. */
  date: z.string(),
  /** ISO instant. */
  cameAt: z.string(),
  /** Address of whoever sent the mail that it came in. */
  sender: z.exactOptional(z.string()),
  /** Address of whoever brought what it is a part of, or mailed it: it is theirs, whoever made it. */
  madeFor: z.exactOptional(z.string()),
  /** Whoever uploaded it may send files of banks to banking: a statement goes there by itself. */
  mayPass: z.exactOptional(z.literal(true)),
  /** As the uploader says; once it is read, as it is. */
  bytes: z.int(),
  sha256: z.exactOptional(z.string()),
  contentType: z.exactOptional(z.string()),
  kind: z.exactOptional(z.enum(DOCUMENT_KINDS)),
  purpose: z.exactOptional(z.enum(DOCUMENT_PURPOSES)),
  /** The document that it is a part of, and the entry there. */
  parent: z.exactOptional(z.string()),
  parts: z.exactOptional(list(z.string())),
  /** The one with the same bytes that came before. */
  sameAs: z.exactOptional(z.string()),
  /** How many pages its file has; of a part, that of the whole file. */
  pageCount: z.exactOptional(z.int()),
  /** The pages of the file that it is; absent: all. */
  pages: z.exactOptional(z.object({ from: z.int(), to: z.int() })),
  /** Of a batch of invoices in one file: the places of those that it is. */
  invoices: z.exactOptional(z.object({ from: z.int(), to: z.int() })),
  /** First pages of the documents that its file seems to hold; or, where a person has told it, does hold. */
  starts: z.exactOptional(list(z.int())),
  startsTold: z.exactOptional(z.literal(true)),
  /** It was part of a file that a person has joined again. */
  joined: z.exactOptional(z.literal(true)),
  fields: z.exactOptional(DocumentFields),
  /** Of an electronic invoice that is signed. */
  signature: z.exactOptional(ReceivedSignature),
  supplierId: z.exactOptional(z.string()),
  /** Pages of a scan that were counted to its month. */
  scanPages: z.exactOptional(z.int()),
  /** What has to be looked at in it, whatever the books say: it was told when it was read. */
  seen: z.exactOptional(list(DocumentFlag)),
  /** With what they said then. */
  flags: list(DocumentFlag),
  billId: z.exactOptional(z.string()),
  /** The expense claim that it is part of. */
  claimId: z.exactOptional(z.string()),
});
export type IntakeDocument = Readonly<z.output<typeof IntakeDocument>>;
export type StoredDocument = Stored<IntakeDocument>;

const QUEUES: Readonly<Partial<Record<DocumentState, string>>> = {
  waiting: UNDER_WAY,
  reading: UNDER_WAY,
  review: 'review',
  ready: 'ready',
  quarantined: 'look',
  failed: 'look',
};

export const IntakeDocuments = recordType<IntakeDocument, DocumentState>({
  kind: 'intake-document',
  prefix: 'doc',
  letter: 'DR',
  data: IntakeDocument,
  history: 'all',
  list: dated({
    date: (d) => d.date,
    instant: (d) => d.cameAt,
    words: (d) => [d.fileName, d.fields?.supplierName?.value, d.fields?.number?.value],
  }),
  open: (d, id) => {
    const queue = QUEUES[d.state];
    return queue ? { queue, sort: `${d.cameAt}#${id}` } : undefined;
  },
  lifecycle: {
    of: (d) => d.state,
    next: {
      waiting: ['reading', 'passed', 'split', 'duplicate', 'quarantined', 'failed', 'kept'],
      reading: ['review', 'ready', 'split', 'failed'],
      review: ['entered', 'passed', 'split', 'kept', 'reading'],
      ready: ['entered', 'split', 'kept', 'review', 'reading'],
      split: ['reading'],
      kept: ['review'],
      passed: ['review'],
      entered: ['review'],
      failed: ['kept', 'reading', 'waiting'],
      quarantined: ['kept', 'waiting'],
    },
  },
  state: (d) => d.state,
  tones: {
    waiting: 'calm',
    reading: 'calm',
    review: 'warn',
    ready: 'good',
    entered: 'plain',
    kept: 'plain',
    passed: 'good',
    split: 'plain',
    duplicate: 'plain',
    quarantined: 'bad',
    failed: 'bad',
  },
  related: (d) => [d.billId, d.claimId, d.parent, d.sameAs, d.supplierId],
  summary: (d) => ({ title: d.fileName, date: d.date }),
  screen: '/documents',
  icon: 'paperclip',
  read: 'documents.read',
});

/** Which document has some bytes: the same file twice is one document. */
export const DocumentContents = recordType<{ readonly documentId: string }>({
  kind: 'document-content',
  prefix: 'dct',
  data: z.object({ documentId: z.string() }),
  history: 'ends',
  screen: { none: 'It only keeps a file from being taken twice.' },
  read: 'documents.read',
});
export const contentId = (sha256: string): string => `dct_${sha256}`;

/** Whether it waits to be entered. */
export const isToEnter = ({ state }: Pick<IntakeDocument, 'state'>): boolean => state === 'review' || state === 'ready';

/** A document that was entered as a bill, a credit note or an expense claim: as one of them at a time. */
export function asEntered<D extends IntakeDocument>(document: D, holder: string): D {
  const { billId: _bill, claimId: _claim, ...rest } = document;
  return { ...rest, state: 'entered', ...(holder.startsWith('exc_') ? { claimId: holder } : { billId: holder }) } as D;
}

/** A document whose bill or claim stands no more: it says which that was, and waits again. */
export const asToEnter = <D extends IntakeDocument>(document: D): D => ({ ...document, state: 'review' });

/** What a person may put away: also what never came, or could not be read. */
const KEEPABLE: readonly DocumentState[] = ['review', 'ready', 'quarantined', 'failed', 'waiting'];

const refusedAs = (action: string, { state }: Pick<IntakeDocument, 'state'>, allowed: readonly DocumentState[]): Refusal | undefined =>
  allowed.includes(state)
    ? undefined
    : refusal('document.state', `The document’s state is ${state}: it cannot be ${action}.`, 'path.documentId', { state, action });

const ELECTRONIC: readonly DocumentKind[] = ['ubl', 'cii', 'facturae'];
/** Whether it was read from data, and not from what a page shows. */
export const isElectronic = ({ kind }: Pick<IntakeDocument, 'kind'>): boolean => kind !== undefined && ELECTRONIC.includes(kind);

/** What may be read again: also what the check of its bytes was wrong about, or is kept apart no longer. */
const READABLE: readonly DocumentState[] = ['review', 'ready', 'quarantined', 'failed'];

/** A document as it is read again: from its original where that was kept, else from its upload. What was read before is no more. */
export function asUnread(document: StoredDocument): StoredDocument {
  const { fields: _fields, seen, supplierId: _supplier, scanPages: _pages, starts, ...rest } = document;
  // What was never received was told by its mail: reading it does not find that again.
  const told = { ...(starts && document.startsTold ? { starts } : {}), ...(seen && !document.sha256 ? { seen } : {}) };
  return { ...rest, ...told, state: document.sha256 ? 'reading' : 'waiting', flags: [] };
}

/** Who brought a document (of a part: its archive): the mail's sender, or whoever uploaded it; nobody for a file that was dropped. */
export const bringerOf = ({ source, sender, history }: Pick<StoredDocument, 'source' | 'sender' | 'history'>): { broughtBy?: string } => {
  const broughtBy = sender ?? (source === 'console' ? history[0]?.by : undefined);
  return broughtBy === undefined ? {} : { broughtBy };
};

/** Why a document takes an action now or not. */
export const documentActions = {
  keepDocument: (document) => refusedAs('put away', document, KEEPABLE),
  readAgain: (document) => refusedAs('read again', document, READABLE),
  trustSigner: (document) =>
    refusedAs('trusted for its signer', document, ['review']) ??
    (document.signature?.state === 'intact' && document.contentType === 'application/xml'
      ? undefined
      : refusal('document.unsigned', 'It has no signature that holds: there is nothing to trust.', 'path.documentId')),
  reopenDocument: (document) =>
    refusedAs('taken out again', document, ['kept', 'passed']) ??
    (document.joined
      ? refusal('document.joined', 'It was joined with the rest of its file again: split that instead.', 'path.documentId')
      : undefined),
  describeDocument: (document) => refusedAs('given another kind', document, ['review', 'ready']),
  passDocument: (document) =>
    refusedAs('passed on', document, ['review']) ??
    (isPassed(document.purpose)
      ? undefined
      : refusal('document.not_passed', 'Only bank statements and files of orders are passed on: say that it is one.', 'path.documentId')),
} as const satisfies ActionRules<StoredDocument>;

/** Where a document goes on to: the uploads of bank statements, and of files of orders. Nothing of its name is in the key. */
export const passedKey = (tenant: string, id: string, purpose: PassedPurpose): string =>
  purpose === 'statement' ? `statements/${tenant}/${id.slice(4)}` : `imports/orders/${tenant}/${id.slice(4)}.csv`;

/** Where an upload waits; and where the original of what was taken is kept, by its bytes. */
export const intakeKey = (tenant: string, id: string): string => `intake/${tenant}/${id}`;
export const originalKey = (tenant: string, sha256: string): string => `received/${tenant}/${sha256}`;
/** The company in a key of the inbox, and the document's id or, of a dropped file, its name. */
export const INTAKE_KEY = /^intake\/([a-z][a-z0-9-]{1,30})\/([^/]{1,200})$/;

export type NewDocument = Pick<IntakeDocument, 'fileName' | 'source' | 'date' | 'cameAt' | 'bytes'> & {
  readonly parent?: string;
  readonly sender?: string;
  readonly mayPass?: true;
  readonly madeFor?: string;
};
export const newDocument = (input: NewDocument): IntakeDocument => ({ ...input, state: 'waiting', flags: [] });

type Came = Pick<IntakeDocument, 'source' | 'sender' | 'mayPass' | 'madeFor'> & Partial<Pick<StoredDocument, 'history'>>;

/** Whose a part is: theirs who uploaded the whole. */
function ownerOf({ source, madeFor, history }: Came): Pick<IntakeDocument, 'madeFor'> {
  const owner = madeFor ?? (source === 'console' ? history?.[0]?.by : undefined);
  return owner === undefined ? {} : { madeFor: owner };
}

/** A millisecond for each: queues have them in the order of their file. */
const afterIt = (cameAt: string, place: number): string => new Date(Date.parse(cameAt) + place + 1).toISOString();

/**
 * A file of an archive, or a part of a file. It came as that did: whoever mailed that mailed what is in it.
 * @param place in it: 0 is the first.
 */
export const newPart = (
  { id, date, cameAt, ...came }: Pick<StoredDocument, 'id' | 'date' | 'cameAt'> & Came,
  file: { readonly name: string; readonly bytes: number },
  place: number,
): IntakeDocument =>
  newDocument({
    ...{ fileName: file.name, source: 'archive', date, cameAt: afterIt(cameAt, place), bytes: file.bytes, parent: id },
    ...(came.sender === undefined ? {} : { sender: came.sender }),
    ...(passesItself(came) ? { mayPass: true } : {}),
    ...ownerOf(came),
  });

/**
 * Whether a statement goes to banking with nobody asked: dropped at the company's own place, or uploaded by somebody who may send
 * it there. What was mailed, by itself or in an archive, goes nowhere until a person says so.
 */
export const passesItself = ({ source, sender, mayPass }: Came): boolean =>
  source !== 'mail' && sender === undefined && (source === 'drop' || mayPass === true);

/** What somebody must be allowed to pass a document on: the same as for sending it there themselves. */
export const PASSING_NEEDS = { statement: 'books.post', orders: 'imports.write' } as const satisfies Record<PassedPurpose, Permission>;
