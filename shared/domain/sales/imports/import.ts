import * as z from 'zod/mini';
import { type ActionRules, type Refusal, refusal } from '#kernel/errors.ts';
import { dated, recordType, type Stored, UNDER_WAY } from '#kernel/record.ts';
import { type PlannedDocument, PlanSize } from './plan.ts';
import { type CreatedRecords, isToDo, type LookupStatus, type ShopDocument } from './shop-document.ts';

export const STATUSES = ['waiting', 'running', 'done', 'failed'] as const;
export type ImportStatus = (typeof STATUSES)[number];

/** The largest file that is read, in bytes, and the most rows. */
export const MAX_FILE_BYTES = 100_000_000;
export const MAX_ROWS = 600_000;
/** The most rows of one document: what the records of an order and its invoice hold. */
export const MAX_DOCUMENT_ROWS = 1200;

export const Amounts = z.object({
  net: z.int(),
  tax: z.int(),
  gross: z.int(),
});
export type Amounts = Readonly<z.output<typeof Amounts>>;

/** Why a file could not be read, or an import not go on. */
export const Fault = z.object({
  code: z.string(),
  message: z.string(),
  /** Line of the file. */
  line: z.exactOptional(z.int()),
  /** What the message names, for those who say it in other words. */
  params: z.exactOptional(z.record(z.string(), z.union([z.string(), z.number()]))),
});
export type Fault = Readonly<z.output<typeof Fault>>;

/** What an import has done so far. Money in minor units. */
export const Tally = z.object({
  rowsDone: z.int(),
  documents: z.object({
    sales: z.int(),
    returns: z.int(),
    already: z.int(),
    changed: z.int(),
    notTaken: z.int(),
    /** Begun and stopped half-way: part of it is in the books. */
    unfinished: z.exactOptional(z.int()),
  }),
  rows: z.object({
    sold: z.int(),
    returned: z.int(),
    already: z.int(),
    changed: z.int(),
    notTaken: z.int(),
    unfinished: z.exactOptional(z.int()),
  }),
  /** Rows not taken, or not to the end, by reason. */
  reasons: z.record(z.string(), z.int()),
  /** Returned rows that no sale was found for. */
  unreferenced: z.int(),
  /** Invoices that ought to name their recipient (RD 1619/2012 art. 6.1.d): the file names none. */
  recipientMissing: z.exactOptional(z.int()),
  sales: Amounts,
  credits: Amounts,
  cashIn: z.int(),
  cashOut: z.int(),
  /** Cost of the goods that were received because they were short. */
  received: z.int(),
  receipts: z.int(),
});
export type Tally = Readonly<z.output<typeof Tally>>;

export const Import = z.object({
  status: z.enum(STATUSES),
  profile: z.string(),
  fileName: z.string(),
  /** The object in the documents bucket. */
  key: z.string(),
  /** Its version, once it has come: what is put there later is another import's. */
  version: z.exactOptional(z.string()),
  /** Day it was made, in the company's time zone. */
  date: z.string(),
  /** ISO instants. */
  madeAt: z.string(),
  startedAt: z.exactOptional(z.string()),
  finishedAt: z.exactOptional(z.string()),
  size: z.exactOptional(PlanSize),
  /** Byte of the plan at which the next document begins. */
  position: z.int(),
  tally: Tally,
  fault: z.exactOptional(Fault),
  /** The import whose waiting documents this one takes, in the name of whoever approved them; and the one that takes this one's. */
  approves: z.exactOptional(z.string()),
  approvedIn: z.exactOptional(z.string()),
});
export type Import = Readonly<z.output<typeof Import>>;

/** It failed, or rows of it were not taken (or not to the end): a person has to look. */
export const hasProblems = ({ status, tally: { rows } }: Import): boolean =>
  status === 'failed' || (status === 'done' && rows.notTaken + (rows.unfinished ?? 0) > 0);

/** Why a document waits: it credits or pays back money, which somebody else has to approve. */
export const APPROVAL = 'needs-approval';

/** An import as its approval sees it. */
export interface ImportStanding extends Pick<Import, 'status'> {
  /** Rows that wait for approval. */
  readonly waiting: number;
  readonly approvedIn: string | undefined;
  /** Who asks is who imported them, and may not pay out alone. */
  readonly samePerson: boolean;
}

const isUnderWay = ({ status }: Import): boolean => status === 'waiting' || status === 'running';

export const Imports = recordType<Import, ImportStatus>({
  kind: 'import',
  prefix: 'imp',
  letter: 'IM',
  data: Import,
  history: 'ends',
  list: dated({ date: (i) => i.date, instant: (i) => i.madeAt, words: (i) => [i.fileName] }),
  open: (i, id) => {
    const queue = isUnderWay(i) ? UNDER_WAY : hasProblems(i) ? 'look' : undefined;
    return queue && { queue, sort: `${i.date}#${id}` };
  },
  state: (i) => i.status,
  tones: { waiting: 'warn', running: 'calm', done: 'good', failed: 'bad' },
  summary: (i) => ({ title: i.fileName, date: i.date }),
  screen: '/imports',
  icon: 'upload',
  read: 'imports.read',
});
export type StoredImport = Stored<Import>;

/** There is a report once all rows are done. */
const refusalOfReport = ({ status }: Pick<Import, 'status'>): Refusal | undefined =>
  status === 'done'
    ? undefined
    : refusal('import.not_done', `The import is ${status}; there is a report once it is done.`, 'path.importId', { status });

const refusalOfApproval = ({ status, waiting, approvedIn, samePerson }: ImportStanding): Refusal | undefined => {
  if (status !== 'done' || waiting === 0 || approvedIn)
    return refusal('import.nothing_waits', 'No return of this import waits for approval.', 'path.importId', { status });
  return samePerson
    ? refusal('import.same_person', 'You imported these returns; somebody else must approve them.', 'path.importId')
    : undefined;
};

/** Why an import takes an action now or not: commands and its report are refused by these, and its page shows them. */
export const importActions = {
  getImportReport: refusalOfReport,
  listImportRows: refusalOfReport,
  approveImport: refusalOfApproval,
} as const satisfies ActionRules<ImportStanding>;

const NOTHING: Amounts = { net: 0, tax: 0, gross: 0 };
export const EMPTY_TALLY: Tally = {
  rowsDone: 0,
  documents: { sales: 0, returns: 0, already: 0, changed: 0, notTaken: 0 },
  rows: { sold: 0, returned: 0, already: 0, changed: 0, notTaken: 0 },
  reasons: {},
  unreferenced: 0,
  sales: NOTHING,
  credits: NOTHING,
  cashIn: 0,
  cashOut: 0,
  received: 0,
  receipts: 0,
};

export type NewImport = Pick<Import, 'profile' | 'fileName' | 'key' | 'date' | 'madeAt'>;

/** A new import, waiting for its file (or for its turn). */
export const newImport = (input: NewImport): Import => ({
  ...input,
  status: 'waiting',
  position: 0,
  tally: EMPTY_TALLY,
});

const plusAmounts = (a: Amounts, b: Amounts): Amounts => ({ net: a.net + b.net, tax: a.tax + b.tax, gross: a.gross + b.gross });

/** What became of a document in an import. */
export interface DocumentOutcome {
  readonly document: PlannedDocument;
  /** `none`: it has no row that can be taken. */
  readonly status: LookupStatus | 'none';
  readonly existing?: ShopDocument | undefined;
  /** What is known of it cannot be read: nothing is done about it. */
  readonly damaged?: boolean;
}

/** Why rows of a document that is to do were not taken, or not to the end. */
export const whyNotTaken = ({ existing, damaged }: DocumentOutcome): NonNullable<ShopDocument['refusal']> =>
  existing?.refusal ?? { code: damaged ? 'record.unreadable' : 'refused', message: '' };

/** A count that is left out while it is zero. */
const more = <K extends string>(name: K, before = 0, now: number): { [N in K]?: number } =>
  (before + now > 0 ? { [name]: before + now } : {}) as { [N in K]?: number };

/** The tally with one more document in it. */
export function counted(tally: Tally, outcome: DocumentOutcome): Tally {
  const { document, status, existing } = outcome;
  const reasons = { ...tally.reasons };
  const miss = (reason: string, rows: number) => {
    if (rows > 0) reasons[reason] = (reasons[reason] ?? 0) + rows;
  };
  for (const problem of document.problems) miss(problem.reason, 1);
  const refused = status === 'new' || status === 'none';
  if (isToDo(status)) miss(whyNotTaken(outcome).code, document.rows.length);
  const of = (wanted: boolean): number => (wanted ? document.rows.length : 0);
  const mine = status === 'mine';
  const one = (wanted: boolean): number => (wanted ? 1 : 0);
  const { documents, rows } = tally;
  return {
    ...withMoney(tally, document, mine ? existing?.created : undefined),
    rowsDone: tally.rowsDone + document.rows.length + document.problems.length,
    documents: {
      sales: documents.sales + one(mine && !document.returned),
      returns: documents.returns + one(mine && document.returned),
      already: documents.already + one(status === 'already'),
      changed: documents.changed + one(status === 'changed'),
      notTaken: documents.notTaken + one(refused),
      ...more('unfinished', documents.unfinished, one(status === 'unfinished')),
    },
    rows: {
      sold: rows.sold + of(mine && !document.returned),
      returned: rows.returned + of(mine && document.returned),
      already: rows.already + of(status === 'already'),
      changed: rows.changed + of(status === 'changed'),
      notTaken: rows.notTaken + of(status === 'new') + document.problems.length,
      ...more('unfinished', rows.unfinished, of(status === 'unfinished')),
    },
    reasons,
  };
}

function withMoney(tally: Tally, { returned }: PlannedDocument, created: CreatedRecords | undefined): Tally {
  if (!created) return tally;
  if (returned)
    return {
      ...tally,
      credits: plusAmounts(tally.credits, created),
      cashOut: tally.cashOut + created.cash,
      unreferenced: tally.unreferenced + (created.unreferenced?.length ?? 0),
    };
  return {
    ...tally,
    sales: plusAmounts(tally.sales, created),
    cashIn: tally.cashIn + created.cash,
    ...more('recipientMissing', tally.recipientMissing, created.recipientMissing ? 1 : 0),
    received: tally.received + (created.received ?? 0),
    receipts: tally.receipts + (created.receiptIds?.length ?? 0),
  };
}
