import * as z from 'zod/mini';
import { addDays, type IsoDate } from '#kernel/date.ts';
import { type ActionRules, type Refusal, refusal } from '#kernel/errors.ts';
import type { Minor } from '#kernel/money.ts';
import { recordType, type Stored, UNDER_WAY } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';

export const STATEMENT_STATES = ['taking', 'taken', 'deleting'] as const;
export type StatementState = (typeof STATEMENT_STATES)[number];

/** A statement of one account, as its file had it. Its lines are records of their own. */
export const KeptStatement = z.object({
  state: z.enum(STATEMENT_STATES),
  bankAccountId: z.string(),
  accountName: z.string(),
  fileId: z.string(),
  fileName: z.string(),
  /** Of the file. */
  sha256: z.string(),
  format: z.string(),
  currency: z.string(),
  number: z.exactOptional(z.string()),
  from: z.string(),
  to: z.string(),
  opening: z.exactOptional(z.int()),
  closing: z.exactOptional(z.int()),
  /** Lines of the file; batches that they are taken in. */
  lines: z.int(),
  batches: z.int(),
  /** Lines that other statements had brought already: known once it is taken. */
  already: z.exactOptional(z.int()),
  /** Some of those may be gone with a statement that was deleted: its file brings them again. */
  lacks: z.exactOptional(z.literal(true)),
  /** Lines that may be among those, and nothing says so. */
  doubts: z.exactOptional(z.int()),
});
export type KeptStatement = Readonly<z.output<typeof KeptStatement>>;
export type StoredStatement = Stored<KeptStatement>;

export const BankStatements = recordType<KeptStatement, StatementState>({
  kind: 'bank-statement',
  prefix: 'bst',
  letter: 'EB',
  data: KeptStatement,
  history: 'all',
  list: {
    buckets: 'all',
    key: (s, id, number) => ({
      bucket: 'all',
      sort: `${s.to}#${s.from}#${id}`,
      label: [number, s.accountName, s.fileName, s.number].filter(Boolean).join(' '),
      party: s.bankAccountId,
    }),
  },
  open: (s, id) => (s.state === 'taken' ? undefined : { queue: UNDER_WAY, sort: `${s.to}#${id}` }),
  lifecycle: { of: (s) => s.state, next: { taking: ['taken', 'deleting'], taken: ['deleting'] } },
  state: (s) => s.state,
  tones: { taking: 'calm', taken: 'good', deleting: 'calm' },
  related: (s) => [s.bankAccountId],
  summary: (s) => ({ subtitle: [s.accountName, s.fileName], date: s.to, ...(s.closing === undefined ? {} : { amount: s.closing }) }),
  screen: '/banking/statements',
  icon: 'paperclip',
  read: 'books.read',
});

/** Whether lines of a statement may have been brought by another, which told of some of its days. */
export const mayShare = ({ id, state, already = 0, from, to }: StoredStatement, other: StoredStatement): boolean =>
  id !== other.id && state === 'taken' && already > 0 && from <= other.to && other.from <= to;

/** Says that a batch of a statement's lines is there, and which of them it brought: it comes and goes with them. */
const StatementBatch = z.object({ statementId: z.string(), lines: list(z.string()), doubts: z.exactOptional(z.int()) });
export const StatementBatches = recordType<Readonly<z.output<typeof StatementBatch>>>({
  kind: 'bank-statement-batch',
  prefix: 'bsb',
  data: StatementBatch,
  history: 'ends',
  screen: { none: 'It only says which lines of a statement are there already.' },
  read: 'books.read',
});
export const statementBatchId = (statementId: string, no: number): string => `bsb_${statementId.slice(4)}.${no}`;

/** Why a statement takes an action now or not. */
export const statementActions = {
  deleteBankStatement: ({ state }) =>
    state === 'taking'
      ? refusal('bank_statement.state', 'The statement is still being read: wait until it is.', 'path.statementId')
      : undefined,
} as const satisfies ActionRules<StoredStatement>;

/** A line that is matched holds its statement: what it posted would be of no bank any more. */
export const refusalOfMatched = (
  matched: readonly { readonly id: string; readonly date: IsoDate; readonly amount: Minor; readonly text: string }[],
): Refusal | undefined => {
  const first = matched[0];
  return (
    first &&
    refusal(
      'bank_statement.matched',
      `${matched.length} of its lines are matched, the first of ${first.date} (${first.text}): undo those first.`,
      'path.statementId',
      { count: matched.length, date: first.date, line: first.id, text: first.text },
    )
  );
};

/** Between the statement before and this one: days that no statement tells of, or money that none does. */
export interface Gap {
  readonly after: string;
  /** Days without a statement, where there are any. */
  readonly from?: IsoDate;
  readonly to?: IsoDate;
  /** By how much this one's opening differs from that one's closing. */
  readonly amount: Minor;
}

/**
 * The gaps of an account's statements, by the id of the later one. Told when they are read, not kept: a statement that comes late
 * closes the gap. Days without movements are no gap where the balances meet.
 */
export function gapsOf(statements: readonly StoredStatement[]): Map<string, Gap> {
  const gaps = new Map<string, Gap>();
  let last: StoredStatement | undefined;
  for (const statement of statements.filter(hasBalances).toSorted(byDays)) {
    const gap = last && gapBetween(last, statement);
    if (gap) gaps.set(statement.id, gap);
    if (!last || statement.to >= last.to) last = statement;
  }
  return gaps;
}

const hasBalances = ({ state, opening, closing }: KeptStatement): boolean =>
  state === 'taken' && opening !== undefined && closing !== undefined;
const dayText = ({ from, to }: KeptStatement): string => `${from} ${to}`;
const byDays = (a: KeptStatement, b: KeptStatement): number => (dayText(a) < dayText(b) ? -1 : 1);

function gapBetween(last: StoredStatement, { from, opening = 0, already = 0 }: StoredStatement): Gap | undefined {
  const shares = already > 0 || (last.already ?? 0) > 0;
  const amount = opening - (last.closing ?? 0);
  // One that tells again of what is known continues it by its lines: its opening is of a day in the middle of that. One that shares the
  // last day and no line with another, whichever was taken first, goes on from the balance that the other ended with.
  const goesOn = from > last.to || (from === last.to && !shares);
  if (!goesOn || amount === 0) return undefined;
  const [first, end] = [addDays(last.to, 1), addDays(from, -1)];
  return { after: last.id, amount, ...(first <= end ? { from: first, to: end } : {}) };
}
