import type { EntryLine } from '#domain/finance/ledger/entry.ts';
import { balanceAt } from '#domain/finance/ledger/trial-balance.ts';
import { type IsoDate, monthOf, yearOf } from '#kernel/date.ts';
import { type Sum, sumOf } from '#kernel/money.ts';
import { leftOut } from '#kernel/page.ts';
import { decodeCursor, LAST, type Position } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';
import { readAccountBalances } from './balance-store.ts';
import { booksBuckets, cursorAt, type JournalItem, MAX_LOOKED, walkJournal } from './journal-store.ts';
import { type Projected, readProjected, untilSettled } from './trial-store.ts';

export interface AccountLine {
  readonly item: JournalItem;
  readonly line: EntryLine;
  readonly balance: Sum;
}

export interface AccountRequest {
  readonly account: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly consistent: boolean;
}

export interface AccountPage {
  readonly opening: Sum;
  readonly closing: Sum;
  readonly complete: boolean;
  readonly lines: readonly AccountLine[];
  readonly nextCursor?: string;
  /** Ids of damaged documents: the running balance lacks what they posted. */
  readonly unreadable?: readonly string[];
}

/** What the balances know of the account: the months in which it moved, and its balance before a day. */
interface Projection {
  readonly months: readonly string[];
  readonly before: (date: IsoDate) => Sum;
  readonly closing: Sum;
}

/** A page's lines; `agrees`: their running balance meets the account's balance at the page's last day. */
interface Read {
  readonly lines: readonly AccountLine[];
  readonly agrees: boolean;
  readonly nextCursor?: string;
}

/**
 * One page of an account. The list of documents follows a posting a moment later, as the balances do: with
 * `consistent`, the lines are read until they agree with balances in which everything is counted.
 * @throws DomainError `balances.behind` (503) after 5 seconds.
 */
export function readAccountPage(records: Records, years: readonly string[], request: AccountRequest): Promise<AccountPage> {
  const { buckets } = booksBuckets(years, request);
  const after = request.cursor === undefined ? undefined : decodeCursor(request.cursor, buckets);
  return untilSettled(async () => {
    const { value: projection, complete } = await readProjection(records, years, request, buckets);
    const unreadable = new Set<string>();
    const { agrees, ...page } = await readLines(records, request, projection, after, unreadable);
    // With a damaged document they never agree, however long is waited.
    return agrees || !request.consistent || unreadable.size > 0
      ? {
          ...page,
          ...leftOut(unreadable),
          complete: complete && agrees,
          opening: projection.before(request.from),
          closing: projection.closing,
        }
      : undefined;
  });
}

/** What an account had at the end of some days, by its balances alone: no document is read, however many there are. */
export async function readAccountBalancesAt(
  records: Records,
  years: readonly string[],
  account: string,
  days: readonly IsoDate[],
): Promise<ReadonlyMap<IsoDate, number>> {
  const last = days.toSorted().at(-1);
  if (last === undefined) return new Map();
  const spans = [...new Set([...years.filter((year) => year <= yearOf(last)), ...days.map(monthOf)])];
  const { value } = await readProjected(records, years, last, false, async () => {
    const { sumsOf } = await readAccountBalances(records.tenant, spans, account);
    return new Map(days.map((day) => [day, Number(balanceAt(sumsOf, years, account, day, true))]));
  });
  return value;
}

function readProjection(
  records: Records,
  years: readonly string[],
  { account, from, to, consistent }: AccountRequest,
  buckets: readonly string[],
): Promise<Projected<Projection>> {
  const spans = [...new Set([...years.filter((year) => year <= yearOf(to)), monthOf(from), ...buckets, monthOf(to)])];
  return readProjected(records, years, to, consistent, async () => {
    const { sumsOf } = await readAccountBalances(records.tenant, spans, account);
    return {
      months: buckets.filter((month) => sumsOf(month, account)),
      before: (date: IsoDate) => balanceAt(sumsOf, years, account, date, false),
      closing: balanceAt(sumsOf, years, account, to, true),
    };
  });
}

/**
 * The running balance is never taken from the cursor: a page starts from the balance before its first day, and runs
 * through that day's earlier lines without showing them again. It ends with a whole entry.
 */
async function readLines(
  records: Records,
  { account, from, to, limit }: AccountRequest,
  projection: Projection,
  after: Position | undefined,
  unreadable: Set<string>,
): Promise<Read> {
  const start = after ? after.sort.slice(0, 10) : from;
  const months = projection.months.filter((month) => month >= monthOf(start));
  const run = new RunningBalance(account, start, projection, after);
  let looked = 0;
  for await (const step of walkJournal(records, {
    months,
    order: 'asc',
    from: start,
    to: `${to}${LAST}`,
    account,
    pace: 100,
    unreadable,
  })) {
    for (const item of step.items) {
      run.reach(item.sort.slice(0, 10));
      if (run.lines.length >= limit) return run.pageUpTo(run.lines.at(-1)?.item.sort ?? '');
      run.add(item);
    }
    if (!after || step.at > after.sort) looked += step.looked;
    if (looked >= MAX_LOOKED) return run.pageUpTo(step.at);
  }
  return { lines: run.lines, agrees: run.balance === projection.closing };
}

/** Runs through an account's entries in order, and keeps the lines that the page has not shown yet. */
class RunningBalance {
  readonly lines: AccountLine[] = [];
  balance: Sum;
  readonly #account: string;
  readonly #known: Projection;
  readonly #after: Position | undefined;
  #day: IsoDate;
  #dayStart: Sum;

  constructor(account: string, start: IsoDate, projection: Projection, after: Position | undefined) {
    this.#account = account;
    this.#known = projection;
    this.#after = after;
    this.#day = start;
    this.balance = projection.before(start);
    this.#dayStart = this.balance;
  }

  /** The next entry is of this day. */
  reach(day: IsoDate): void {
    if (day === this.#day) return;
    this.#day = day;
    this.#dayStart = this.balance;
  }

  add(item: JournalItem): void {
    const isNew = !this.#after || item.sort > this.#after.sort;
    for (const line of item.document.entry.lines.filter((l) => l.account === this.#account)) {
      this.balance = sumOf(BigInt(this.balance) + BigInt(line.amount));
      if (isNew) this.lines.push({ item, line, balance: this.balance });
    }
  }

  /** A page with more after it. Whether nothing is missing shows on the balance at the beginning of its last day. */
  pageUpTo(sort: string): Read {
    return { lines: this.lines, agrees: this.#dayStart === this.#known.before(this.#day), nextCursor: cursorAt(sort) };
  }
}
