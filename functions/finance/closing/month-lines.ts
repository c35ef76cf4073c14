import type { CheckItem } from '#domain/finance/closing/check.ts';
import type { Month } from '#kernel/date.ts';
import type { Records } from '#runtime/records.ts';
import { type JournalItem, walkJournal } from '../ledger/journal-store.ts';

type MovingLine = NonNullable<CheckItem['moved']>[number];
/** The entries that moved each account of income or expense most in a month, the largest first; also by `dimension:value:account`. */
export type MovingLines = ReadonlyMap<string, readonly MovingLine[]>;

const MOST_MOVING = 3;
const TEXT = 120;
const PACE = 200;

/** Every document that posted in a month, with its entry, in order. */
export async function* postedDocuments(records: Records, period: Month): AsyncGenerator<JournalItem['document']> {
  const walk = walkJournal(records, { months: [period], order: 'asc', pace: PACE, unreadable: new Set() });
  for await (const { items } of walk) yield* items.map(({ document }) => document);
}

const largest = (lines: readonly MovingLine[]): readonly MovingLine[] =>
  lines.toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount)).slice(0, MOST_MOVING);

/** Reads every entry of the month, once for all accounts, and keeps the largest alone. */
export async function readMovingLines(records: Records, period: Month): Promise<MovingLines> {
  const kept = new Map<string, readonly MovingLine[]>();
  for await (const { id, entry } of postedDocuments(records, period))
    for (const { account, amount, dimensions = {} } of entry.lines) {
      if (!/^[67]/.test(account)) continue;
      const line = { id, text: entry.text.slice(0, TEXT), date: entry.date, amount };
      const keys = [account, ...Object.entries(dimensions).map(([dimension, value]) => `${dimension}:${value}:${account}`)];
      for (const key of keys) kept.set(key, largest([...(kept.get(key) ?? []), line]));
    }
  return kept;
}

/** Those of all accounts that begin with a text, under a value of a dimension where one is told. */
export function movingLinesOf(all: MovingLines, account: string, under: CheckItem['under']): readonly MovingLine[] {
  const begins = under ? `${under.dimension}:${under.value}:${account}` : account;
  return largest([...all].flatMap(([key, lines]) => (key.startsWith(begins) ? lines : [])));
}

/** A line of an entry on an account, with its document. */
export interface AccountMovement {
  readonly account: string;
  readonly amount: number;
  readonly document: JournalItem['document'];
}

/** As many lines of some accounts are kept; of more the sum alone is told. */
const MOST_LINES = 500;

/** What moved on some accounts in a month, in order: reads every entry of it. */
export async function readMovements(records: Records, period: Month, accounts: ReadonlySet<string>): Promise<AccountMovement[]> {
  const found: AccountMovement[] = [];
  for await (const document of postedDocuments(records, period))
    for (const { account, amount } of document.entry.lines)
      if (accounts.has(account) && found.length < MOST_LINES) found.push({ account, amount, document });
  return found;
}
