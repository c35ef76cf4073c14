import { type IsoDate, monthOf } from '#kernel/date.ts';
import type { Params } from '#kernel/errors.ts';
import type { Minor } from '#kernel/money.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import type { PlannedDocument, PlanSize } from './plan.ts';
import type { Made, ShopDocument, Standing } from './shop-document.ts';

export const STATUSES = ['waiting', 'running', 'done', 'failed'] as const;
export type ImportStatus = (typeof STATUSES)[number];

/** The largest file that is read, in bytes, and the most rows. */
export const MAX_BYTES = 100_000_000;
export const MAX_ROWS = 600_000;
/** The most rows of one document: what the records of an order and its invoice hold. */
export const MAX_DOCUMENT_ROWS = 1200;

/** What an import has done so far. Money in minor units. */
export interface Tally {
  readonly rowsDone: number;
  readonly documents: {
    readonly sales: number;
    readonly returns: number;
    readonly already: number;
    readonly changed: number;
    readonly notTaken: number;
  };
  readonly rows: {
    readonly sold: number;
    readonly returned: number;
    readonly already: number;
    readonly changed: number;
    readonly notTaken: number;
  };
  /** Rows not taken, by reason. */
  readonly reasons: Readonly<Record<string, number>>;
  /** Returned rows that no sale was found for. */
  readonly unreferenced: number;
  readonly sales: Amounts;
  readonly credits: Amounts;
  readonly cashIn: Minor;
  readonly cashOut: Minor;
  /** Cost of the goods that were received because they were short. */
  readonly received: Minor;
  readonly receipts: number;
}

export interface Amounts {
  readonly net: Minor;
  readonly tax: Minor;
  readonly gross: Minor;
}

export interface Import {
  readonly status: ImportStatus;
  readonly profile: string;
  readonly fileName: string;
  /** The object in the documents bucket. */
  readonly key: string;
  /** Day it was made, in the company's time zone. */
  readonly date: IsoDate;
  /** ISO instants. */
  readonly madeAt: string;
  readonly startedAt?: string;
  readonly finishedAt?: string;
  readonly size?: PlanSize;
  /** Byte of the plan at which the next document begins. */
  readonly position: number;
  readonly tally: Tally;
  readonly fault?: Fault;
}

/** Why a file could not be read, or an import not go on. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  /** Line of the file. */
  readonly line?: number;
  /** What the message names, for those who say it in other words. */
  readonly params?: Params;
}

/** It failed, or rows of it were not taken: a person has to look. */
export const hasProblems = ({ status, tally }: Import): boolean => status === 'failed' || (status === 'done' && tally.rows.notTaken > 0);

export const Imports = recordType<Import>({
  kind: 'import',
  prefix: 'imp',
  history: 'ends',
  list: (i, id) => ({ bucket: monthOf(i.date), sort: `${i.date}#${i.madeAt}#${id}`, label: i.fileName }),
  open: (i, id) => (hasProblems(i) ? { queue: 'look', sort: `${i.date}#${id}` } : undefined),
});
export type StoredImport = Stored<Import>;

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

/** A new import, waiting for its file (or for its turn). */
export const newImport = (asked: Pick<Import, 'profile' | 'fileName' | 'key' | 'date' | 'madeAt'>): Import => ({
  ...asked,
  status: 'waiting',
  position: 0,
  tally: EMPTY_TALLY,
});

const plusAmounts = (a: Amounts, b: Amounts): Amounts => ({ net: a.net + b.net, tax: a.tax + b.tax, gross: a.gross + b.gross });

/** What became of a document in an import. */
export interface Outcome {
  readonly document: PlannedDocument;
  /** `none`: it has no row that can be taken. */
  readonly standing: Standing | 'none';
  readonly known?: ShopDocument | undefined;
}

/** The tally with one more document in it. */
export function counted(tally: Tally, { document, standing, known }: Outcome): Tally {
  const reasons = { ...tally.reasons };
  const miss = (reason: string, rows: number) => {
    if (rows > 0) reasons[reason] = (reasons[reason] ?? 0) + rows;
  };
  for (const problem of document.problems) miss(problem.reason, 1);
  const refused = standing === 'new' || standing === 'none';
  if (standing === 'new') miss(known?.refusal?.code ?? 'refused', document.rows.length);
  const of = (wanted: boolean): number => (wanted ? document.rows.length : 0);
  const mine = standing === 'mine';
  const one = (wanted: boolean): number => (wanted ? 1 : 0);
  const { documents, rows } = tally;
  return {
    ...withMoney(tally, document, mine ? known?.made : undefined),
    rowsDone: tally.rowsDone + document.rows.length + document.problems.length,
    documents: {
      sales: documents.sales + one(mine && !document.returned),
      returns: documents.returns + one(mine && document.returned),
      already: documents.already + one(standing === 'already'),
      changed: documents.changed + one(standing === 'changed'),
      notTaken: documents.notTaken + one(refused),
    },
    rows: {
      sold: rows.sold + of(mine && !document.returned),
      returned: rows.returned + of(mine && document.returned),
      already: rows.already + of(standing === 'already'),
      changed: rows.changed + of(standing === 'changed'),
      notTaken: rows.notTaken + of(standing === 'new') + document.problems.length,
    },
    reasons,
  };
}

function withMoney(tally: Tally, { returned }: PlannedDocument, made: Made | undefined): Tally {
  if (!made) return tally;
  if (returned)
    return {
      ...tally,
      credits: plusAmounts(tally.credits, made),
      cashOut: tally.cashOut + made.cash,
      unreferenced: tally.unreferenced + (made.unreferenced?.length ?? 0),
    };
  return {
    ...tally,
    sales: plusAmounts(tally.sales, made),
    cashIn: tally.cashIn + made.cash,
    received: tally.received + (made.received ?? 0),
    receipts: tally.receipts + (made.receiptIds?.length ?? 0),
  };
}
