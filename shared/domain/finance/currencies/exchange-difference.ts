import * as z from 'zod/mini';
import { addDays, addMonths, type IsoDate, monthOf } from '#kernel/date.ts';
import { invalid, type Refusal, refusal, refused } from '#kernel/errors.ts';
import type { Minor } from '#kernel/money.ts';
import { dated, recordType, type Stored } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { ACCOUNT, VALUATION_ACCOUNTS } from '../ledger/accounts.ts';
import { Entry, type EntryLine, reversed } from '../ledger/entry.ts';
import type { Posting } from '../ledger/posting.ts';
import { type Allocation, currencyOf, type OpenItem } from '../open-items/open-item.ts';
import type { Settlement } from '../open-items/subledger.ts';
import { inBase, type Rate } from './exchange-rate.ts';

/** What a difference of rates came of: an item was settled (or that was undone), or valued at the end of a month. */
export const DIFFERENCE_CAUSES = ['settlement', 'revaluation', 'return'] as const;

/** One open item, in its currency, and what it was worth in the books before and after. Minor units. */
export const DifferenceItem = z.object({
  document: z.string(),
  /** What paid it, where it was settled. */
  by: z.exactOptional(z.string()),
  /** Absent: it is a bank account. */
  party: z.exactOptional(z.string()),
  /** Where its difference stands. */
  account: z.string(),
  currency: z.string(),
  foreign: z.int(),
  before: z.int(),
  after: z.int(),
  /** What was gained by it; a loss is negative. */
  gain: z.int(),
  /** The rate that it was valued at. */
  rate: z.exactOptional(z.string()),
  rateOf: z.exactOptional(z.string()),
  undone: z.exactOptional(z.boolean()),
  /** It is not taken back with the next month: money that is there has gained or lost what it did. */
  kept: z.exactOptional(z.boolean()),
});
export type DifferenceItem = Readonly<z.output<typeof DifferenceItem>>;

/** Differences of exchange rates, with the entry that posts them; none where they come to nothing. */
export const ExchangeDifference = z.object({
  date: z.string(),
  cause: z.enum(DIFFERENCE_CAUSES),
  text: z.string(),
  items: list(DifferenceItem),
  /** Gain positive, loss negative. Minor units. */
  result: z.int(),
  entry: z.exactOptional(Entry),
  /** Of a revaluation: what takes it back on the first day of the next month; and of that, what it takes back. */
  returnedBy: z.exactOptional(z.string()),
  returns: z.exactOptional(z.string()),
  /** Of a revaluation that was undone: what did. */
  undoneBy: z.exactOptional(z.string()),
});
export type ExchangeDifference = Readonly<z.output<typeof ExchangeDifference>>;
export type StoredDifference = Stored<ExchangeDifference>;

export const ExchangeDifferences = recordType<ExchangeDifference, (typeof DIFFERENCE_CAUSES)[number]>({
  kind: 'exchange-difference',
  prefix: 'fxd',
  letter: 'DC',
  data: ExchangeDifference,
  history: 'ends',
  list: dated({ date: (d) => d.date, words: (d) => [d.text] }),
  state: (d) => d.cause,
  tones: { settlement: 'good', revaluation: 'calm', return: 'plain' },
  related: (d) =>
    [...new Set([...d.items.flatMap(({ document, by }) => [document, by]), d.returnedBy, d.returns, d.undoneBy])].slice(0, 90),
  summary: (d) => ({ title: d.text, date: d.date, amount: d.result }),
  posts: {
    undo: 'Undo what was settled; a valuation: POST /revaluations/{month}/reversal.',
    links: ({ returns, returnedBy }) => ({ reverses: returns, reversedBy: returnedBy }),
  },
  screen: '/exchange-differences',
  icon: 'cash',
  read: 'books.read',
});

/** What is owed to us gains by its rise, what we owe by its fall. */
export type SubledgerSide = 'receivable' | 'payable';
/** @param credit a credit note stands on the other side. */
const gainOf = (side: SubledgerSide, before: Minor, after: Minor, credit = false): Minor =>
  (side === 'receivable') === credit ? before - after : after - before;

/**
 * Dr or Cr the account of each party by what its items gained, Cr 768 the gains and Dr 668 the losses, each in its own sum
 * (PGC, standard 11.ª 1.1; parts four and five, 668 and 768); those of bank accounts in 7689 and 6689. What is undone is taken off the
 * side on which it was.
 */
export function differenceLines(items: readonly DifferenceItem[]): EntryLine[] {
  const parties = new Map<string, EntryLine>();
  const sums = new Map<string, Minor>(RESULT.map((account) => [account, 0]));
  for (const { account, party, gain, undone = false, kept = false } of items) {
    const side = RESULT[(kept ? 2 : 0) + (gain > 0 === undone ? 0 : 1)] as string;
    sums.set(side, (sums.get(side) ?? 0) + gain);
    const key = `${account} ${party ?? ''}`;
    const amount = (parties.get(key)?.amount ?? 0) + gain;
    parties.set(key, { account, amount, ...(party === undefined ? {} : { party }) });
  }
  return [...parties.values(), ...[...sums].map(([account, sum]) => ({ account, amount: -sum }))].filter(({ amount }) => amount !== 0);
}

/** Losses and gains: of what is owed, and of bank accounts. */
const RESULT: readonly string[] = [ACCOUNT.exchangeLoss, ACCOUNT.exchangeGain, ACCOUNT.cashExchangeLoss, ACCOUNT.cashExchangeGain];

const resultOf = (lines: readonly EntryLine[]): Minor =>
  -lines.reduce((sum, { account, amount }) => sum + (RESULT.includes(account) ? amount : 0), 0);

/** Posts lines, where there are any: those of both sides. */
const posted = (posting: Posting, text: string, lines: readonly EntryLine[]) =>
  lines.length > 0 ? { entry: posting.add(text, lines) } : {};

/** What was settled of a party's account. */
interface Settled {
  readonly settlements: readonly Settlement[];
  readonly party: string;
  readonly account: string;
}

/** What settlements have gained in all; a loss is negative. */
export const gainedBy = (side: SubledgerSide, settlements: readonly Settlement[]): Minor =>
  settledItems(side, { settlements, party: '', account: '' }).reduce((sum, { gain }) => sum + gain, 0);

/** Settlements as items of a difference: what the books carried of each document, and what it came to. */
export const settledItems = (side: SubledgerSide, { settlements, party, account }: Settled): DifferenceItem[] =>
  settlements.map(({ charge, credit, currency, foreign, charged, credited, undone }) => ({
    ...{ document: charge, by: credit, party, account, currency, foreign, before: charged, after: credited },
    gain: gainOf(side, charged, credited) * (undone ? -1 : 1),
    ...(undone ? { undone } : {}),
  }));

/**
 * What settling items in a foreign currency has gained or lost: between the rate at which each was entered and that of what paid
 * it (realised; PGC standard 11.ª 1.1). Kept also where that is nothing, so that the past is known.
 */
export function settledDifference(posting: Posting, side: SubledgerSide, settled: Settled): ExchangeDifference {
  const items = settledItems(side, settled);
  const lines = differenceLines(items);
  const isUndone = items.every(({ undone }) => undone);
  const text = `${isUndone ? 'Anulación: d' : 'D'}iferencias de cambio ${[...new Set(items.map(({ currency }) => currency))].join(', ')}`;
  return { date: posting.date, cause: 'settlement', text, items, result: resultOf(lines), ...posted(posting, text, lines) };
}

/**
 * An open item as it is valued: who it is of, and where it stands in the books. Advances are none: what was paid before goods
 * came is no money that will move (PGC standard 11.ª: non-monetary items stay at their own rate).
 */
export interface ValuedItem extends OpenItem {
  readonly id: string;
  readonly party: string;
  readonly account: string;
  readonly credit: boolean;
  /** The day from which the books hold it. */
  readonly since: IsoDate;
}

const after = (allocations: readonly Allocation[], date: IsoDate, of: 'amount' | 'foreign'): Minor =>
  allocations.reduce((sum, allocation) => sum + (allocation.date > date ? (allocation[of] ?? 0) : 0), 0);

/** What of an item was open at the end of a day, in its currency and in the books. */
export function openAt(
  { open, foreign, allocations, since }: Pick<ValuedItem, 'open' | 'foreign' | 'allocations' | 'since'>,
  date: IsoDate,
) {
  if (!foreign || since > date) return undefined;
  const left = foreign.open + after(allocations, date, 'foreign');
  return left > 0 ? { foreign: left, base: open + after(allocations, date, 'amount') } : undefined;
}

/** Items valued at the rates of a day, those that change alone. */
export function valued(
  side: SubledgerSide,
  items: readonly ValuedItem[],
  date: IsoDate,
  rateOf: (currency: string) => Rate,
): DifferenceItem[] {
  return items.flatMap((item) => {
    const open = openAt(item, date);
    if (!open) return [];
    const { rate, date: day } = rateOf(currencyOf(item));
    const worth = inBase(open.foreign, currencyOf(item), rate);
    if (worth === open.base) return [];
    return [
      {
        ...{ document: item.id, party: item.party, account: VALUATION_ACCOUNTS[item.account] ?? item.account },
        ...{ currency: currencyOf(item), foreign: open.foreign, before: open.base, after: worth, rate, rateOf: day },
        gain: gainOf(side, open.base, worth, item.credit),
      },
    ];
  });
}

/** What a bank account holds at the end of a month: in its currency, and in the books. */
export interface CurrencyBalance extends Pick<DifferenceItem, 'document' | 'account' | 'currency' | 'foreign'> {
  readonly base: Minor;
}

/**
 * A bank account valued at the rate of a day, where that changes it; what it holds no more is worth nothing. The difference stays on
 * it: it is realised with the money (PGC, standard 11.ª 1.1: monetary items, cash among them).
 */
export function valuedBalance({ base, ...balance }: CurrencyBalance, rateOf: (currency: string) => Rate): DifferenceItem[] {
  const { currency, foreign } = balance;
  if (foreign === 0) return base === 0 ? [] : [{ ...balance, before: base, after: 0, gain: -base, kept: true }];
  const { rate, date } = rateOf(currency);
  const worth = inBase(foreign, currency, rate);
  return worth === base ? [] : [{ ...balance, before: base, after: worth, gain: worth - base, rate, rateOf: date, kept: true }];
}

/** The last day of the month that a day is in. */
export const endOfMonth = (date: IsoDate): IsoDate => addDays(`${addMonths(monthOf(date), 1)}-01`, -1);

/**
 * The valuation of what is open in foreign currencies at the end of a month (unrealised; PGC standard 11.ª 1.1), and what takes it
 * back on the first day of the next: what is settled then is counted from its own rate, and nothing twice. What bank accounts gained
 * stays.
 * @throws DomainError `revaluation.nothing` (422).
 */
export function revaluation(
  [posting, returning]: readonly [Posting, Posting],
  { id, returnId, month }: { readonly id: string; readonly returnId: string; readonly month: string },
  items: readonly DifferenceItem[],
): { revaluation: ExchangeDifference; back: ExchangeDifference } {
  if (items.length === 0)
    throw refused(
      'revaluation.nothing',
      `Nothing in a foreign currency changed its value up to ${posting.date}: there is nothing to post.`,
      'body.month',
      {
        date: posting.date,
      },
    );
  const lines = differenceLines(items);
  const returned = reversed(differenceLines(items.filter(({ kept = false }) => !kept)));
  const text = `Valoración de saldos en divisas ${month}`;
  const result = resultOf(lines);
  return {
    revaluation: { date: posting.date, cause: 'revaluation', text, items, result, returnedBy: returnId, ...posted(posting, text, lines) },
    back: {
      ...{ date: returning.date, cause: 'return', text: `Anulación: ${text}`, items: [], result: resultOf(returned), returns: id },
      ...posted(returning, `Anulación: ${text}`, returned),
    },
  };
}

/**
 * What undoes a revaluation: its own entry and the one that took it back, each on its day the other way round.
 */
export function undoneRevaluation(
  [posting, returning]: readonly [Posting, Posting],
  originals: readonly [StoredDifference, StoredDifference],
): readonly [ExchangeDifference, ExchangeDifference] {
  const undone = (by: Posting, { id, text, entry, result }: StoredDifference): ExchangeDifference => ({
    ...{ date: by.date, cause: 'return', text: `Anulación: ${text}`, items: [], result: -result, returns: id },
    ...posted(by, `Anulación: ${text}`, reversed(entry?.lines ?? [])),
  });
  return [undone(posting, originals[0]), undone(returning, originals[1])];
}

/** The valuation of a month, whatever it was undone and made again. */
export const RevaluedMonth = z.object({
  month: z.string(),
  /** The last one. */
  revaluation: z.string(),
  inForce: z.boolean(),
});
export type RevaluedMonth = Readonly<z.output<typeof RevaluedMonth>>;
export type StoredRevaluedMonth = Stored<RevaluedMonth>;

export const revaluedMonthId = (month: string): string => `rvm_${month}`;

export const RevaluedMonths = recordType<RevaluedMonth>({
  kind: 'revalued-month',
  prefix: 'rvm',
  data: RevaluedMonth,
  history: 'ends',
  screen: { none: 'Its valuation is shown.' },
  read: 'books.read',
});

/** A month is valued once, until that is undone. */
export const refusalOfRevalued = (month: RevaluedMonth | undefined): Refusal | undefined =>
  month?.inForce
    ? refusal(
        'revaluation.exists',
        `${month.month} has been valued: undo that first. What came since is valued with the next month.`,
        'body.month',
        { month: month.month },
      )
    : undefined;

/** A valuation is undone once. */
export const refusalOfUndone = ({ month, inForce }: RevaluedMonth): Refusal | undefined =>
  inForce ? undefined : refusal('revaluation.undone', `The valuation of ${month} has been undone.`, 'path.month', { month });

/** A month is valued once it has ended. @throws DomainError `revaluation.early` (400). */
export function requireEnded(month: string, today: IsoDate): IsoDate {
  const end = endOfMonth(`${month}-01`);
  if (end > today)
    throw invalid('revaluation.early', `${month} has not ended: it can be valued from ${end} on.`, 'body.month', { month, date: end });
  return end;
}
