import * as z from 'zod/mini';
import type { IsoDate } from '#kernel/date.ts';
import { type ActionRules, type Refusal, refusal } from '#kernel/errors.ts';
import { BASE_CURRENCY } from '#kernel/money.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { cut } from '#kernel/text.ts';
import type { BankStatementLine, StatementPart } from './statement.ts';

export const LINE_STATES = ['open', 'matched', 'ignored'] as const;
export type LineState = (typeof LINE_STATES)[number];

export const PART_KINDS = [
  'receipt',
  'payment',
  'refund',
  'supplier-refund',
  'entry',
  'bill',
  'run',
  'pay',
  'return',
  'reversal',
  'transfer',
  'document',
] as const;

/** What a part of a line's money is in the books. */
export const MatchedPart = z.object({
  /** Credit notes that were used beside a receipt or a payment, each with its invoice (or bill) and what of it went there; matches of before have no amount. */
  credits: z.exactOptional(list(z.object({ note: z.string(), invoice: z.string(), amount: z.exactOptional(z.int()) }))),
  as: z.enum(PART_KINDS),
  /** The document that posted it; of a run, the run. */
  id: z.string(),
  /** Signed, as on the line. */
  amount: z.int(),
  /** The bill that was entered with the payment. */
  bill: z.exactOptional(z.string()),
  /** Of a payment of a run, or of one person's pay, its number. */
  no: z.exactOptional(z.int()),
  /** Of a run: the match took it for carried out, and was not only tied to it. */
  made: z.exactOptional(z.literal(true)),
  /** Of a transfer, the line of the other account, which is matched with it. */
  line: z.exactOptional(z.string()),
});
export type MatchedPart = Readonly<z.output<typeof MatchedPart>>;

export const LineMatch = z.object({
  by: z.string(),
  on: z.string(),
  /** The rule that matched it, where it was no person, as it was then. */
  rule: z.exactOptional(z.string()),
  version: z.exactOptional(z.int()),
  /** Of 100: the engine matched it by itself. */
  score: z.exactOptional(z.int()),
  /** The run that did. */
  run: z.exactOptional(z.string()),
  reasons: z.exactOptional(list(z.string())),
  parts: list(MatchedPart),
});
export type LineMatch = Readonly<z.output<typeof LineMatch>>;

/** Who matched a line. */
export const matchedBy = ({ rule, score }: Pick<LineMatch, 'rule' | 'score'>): 'person' | 'engine' | 'rule' =>
  rule !== undefined ? 'rule' : score !== undefined ? 'engine' : 'person';

/** Payments of a batch that are kept with its line: of more, the bank's count alone. */
const MAX_PARTS = 60;
/** What is told of the other side and of what is paid. */
const TOLD = {
  text: z.string(),
  partyName: z.exactOptional(z.string()),
  partyIban: z.exactOptional(z.string()),
  reference: z.exactOptional(z.string()),
  endToEndId: z.exactOptional(z.string()),
  mandateId: z.exactOptional(z.string()),
  returnReason: z.exactOptional(z.string()),
};
/** One payment of a batch that the bank booked as one movement. */
export const BatchPayment = z.object({ amount: z.int(), ...TOLD });

/** What became of a part when its match was undone: what the match made is reversed, what was there before is only tied no more. */
export const UNDONE = ['reversed', 'untied'] as const;
export const UndonePart = z.object({ as: z.enum(PART_KINDS), id: z.string(), how: z.enum(UNDONE) });
export type UndonePart = Readonly<z.output<typeof UndonePart>>;

/** One movement of a bank account, and what it is in the books. */
export const BankLine = z.object({
  state: z.enum(LINE_STATES),
  bankAccountId: z.string(),
  statementId: z.string(),
  no: z.int(),
  date: z.string(),
  valueDate: z.exactOptional(z.string()),
  amount: z.int(),
  currency: z.string(),
  ...TOLD,
  bankReference: z.exactOptional(z.string()),
  code: z.exactOptional(z.string()),
  original: z.exactOptional(z.object({ amount: z.int(), currency: z.string() })),
  exchange: z.exactOptional(z.object({ rate: z.string(), unit: z.exactOptional(z.string()) })),
  charges: z.exactOptional(z.int()),
  batch: z.exactOptional(z.int()),
  /** The payments of it, where the bank tells each with its amount and they are not too many. */
  parts: z.exactOptional(list(BatchPayment)),
  /** It undoes an earlier one. */
  reversal: z.exactOptional(z.boolean()),
  match: z.exactOptional(LineMatch),
  /** The line that it may be, told of by another file: nothing says whether both are one. */
  like: z.exactOptional(z.string()),
  /** What its last match was undone to, until it is matched again. */
  undone: z.exactOptional(list(UndonePart)),
  ignored: z.exactOptional(z.object({ by: z.string(), on: z.string(), reason: z.string() })),
});
export type BankLine = Readonly<z.output<typeof BankLine>>;
export type StoredBankLine = Stored<BankLine>;

/** Of a line's text, what a search looks into: an item of a kilobyte is one write unit. */
const LABEL = 120;

/** The year of an account in which a line stands in the list. */
export const lineBucket = (bankAccountId: string, date: IsoDate): string => `${bankAccountId}/${date.slice(0, 4)}`;
/** Where a line stands among those of its account: by day, then as the bank has them. */
const placeOfLine = ({ date, no }: Pick<BankLine, 'date' | 'no'>, id: string): string => `${date}#${String(no).padStart(6, '0')}#${id}`;

/** The queue of an account's lines that were put aside: the books do not have them. */
export const ignoredOf = (bankAccountId: string): string => `${bankAccountId}/ignored`;

export const BankLines = recordType<BankLine, LineState>({
  kind: 'bank-line',
  prefix: 'bkl',
  letter: 'MB',
  data: BankLine,
  short: {
    bankAccountId: 'a',
    statementId: 'e',
    valueDate: 'v',
    currency: 'c',
    partyName: 'p',
    partyIban: 'i',
    reference: 'f',
    endToEndId: 'd',
    mandateId: 'm',
    bankReference: 'b',
    returnReason: 'r',
    original: 'o',
    exchange: 'xr',
    charges: 'g',
    amount: 'n',
    text: 't',
    date: 'y',
    state: 's',
    reasons: 'w',
    parts: 'q',
    undone: 'u',
    like: 'l',
    made: 'k',
    rule: 'ru',
    version: 'x',
    score: 'sc',
    run: 'z',
  },
  history: 'all',
  list: {
    buckets: 'own',
    key: (l, id) => ({
      bucket: lineBucket(l.bankAccountId, l.date),
      sort: placeOfLine(l, id),
      label: cut([l.partyName, l.reference, l.text].filter(Boolean).join(' '), LABEL),
      party: l.statementId,
    }),
  },
  // Of an account, oldest first.
  open: (l, id) => {
    const queue = l.state === 'open' ? l.bankAccountId : l.state === 'ignored' ? ignoredOf(l.bankAccountId) : undefined;
    return queue === undefined ? undefined : { queue, sort: placeOfLine(l, id), amount: l.amount };
  },
  lifecycle: { of: (l) => l.state, next: { open: ['matched', 'ignored'], matched: ['open'], ignored: ['open'] } },
  state: (l) => l.state,
  tones: { open: 'warn', matched: 'good', ignored: 'plain' },
  related: (l) => [l.statementId, ...(l.match?.parts.flatMap(({ id, bill }) => [id, bill]) ?? [])],
  summary: (l) => ({ subtitle: [l.partyName, l.text], date: l.date, ...(l.currency === BASE_CURRENCY ? { amount: l.amount } : {}) }),
  screen: '/banking/lines',
  icon: 'cash',
  read: 'books.read',
});

/**
 * Holds what a document moved on an account of the chart for the line that tells of it: no document is matched with two lines of
 * one account, and what no line tells of is what the bank does not know of.
 */
export const BankLinks = recordType<{ readonly lineId: string }>({
  kind: 'bank-link',
  prefix: 'bkx',
  data: z.object({ lineId: z.string() }),
  history: 'ends',
  screen: { none: 'It only says which line of a bank a document is matched with.' },
  read: 'books.read',
});
export const bankLinkId = (documentId: string, account: string): string => `bkx_${documentId}.${account}`;
/** What of a part is held: of a payment of pay each person's transfer may have a line of its own. */
export const heldBy = ({ as, id, no }: Pick<MatchedPart, 'as' | 'id' | 'no'>): string =>
  as === 'pay' && no !== undefined ? `${id}.${no}` : id;

/** A line as it is kept. */
export function newBankLine(
  { at: _, parts = [], ...line }: BankStatementLine,
  of: Pick<BankLine, 'bankAccountId' | 'statementId' | 'currency' | 'like'>,
): BankLine {
  const kept = parts.length > 1 && parts.length <= MAX_PARTS ? { parts: parts.map(paymentOf) } : {};
  return { state: 'open', ...of, ...line, ...kept };
}

const paymentOf = ({
  original: _,
  exchange: __,
  charges: ___,
  bankReference: ____,
  ...payment
}: StatementPart): z.output<typeof BatchPayment> => payment;

const refusalOfState = (line: StoredBankLine, wanted: LineState): Refusal | undefined =>
  line.state === wanted
    ? undefined
    : refusal('bank_line.state', `The line is ${line.state}: that can be done with one that is ${wanted}.`, 'path.lineId', {
        state: line.state,
        wanted,
      });

/** Why a line takes an action now or not. */
export const lineActions = {
  matchBankLine: (line) => refusalOfState(line, 'open'),
  unmatchBankLine: (line) => refusalOfState(line, 'matched'),
  ignoreBankLine: (line) => refusalOfState(line, 'open'),
  reopenBankLine: (line) => refusalOfState(line, 'ignored'),
} as const satisfies ActionRules<StoredBankLine>;
