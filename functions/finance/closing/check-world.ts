import type { StoredAsset } from '#domain/finance/assets/fixed-asset.ts';
import type { CheckItem } from '#domain/finance/closing/check.ts';
import { lastDayOfMonth } from '#domain/finance/closing/month-close.ts';
import type { TrialRow } from '#domain/finance/ledger/trial-balance.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import { addMonths, type IsoDate, type Month } from '#kernel/date.ts';
import type { Records } from '#runtime/records.ts';
import { allAssets } from '../assets/asset-store.ts';
import { readTrialBalances } from '../ledger/trial-store.ts';
import { type MovingLines, readMovingLines } from './month-lines.ts';

interface Books {
  readonly month: readonly TrialRow[];
  readonly before: readonly TrialRow[];
  /** That month of the year before. */
  readonly lastYear: readonly TrialRow[];
  /** Of all that was ever posted. */
  readonly now: readonly TrialRow[];
}

/** What the checks of a month look at; what several of them read is read once. */
export class CheckWorld {
  readonly records: Records;
  readonly company: StoredCompany;
  readonly today: IsoDate;
  readonly period: Month;
  readonly first: IsoDate;
  readonly last: IsoDate;
  #books: Promise<Books> | undefined;
  #assets: Promise<StoredAsset[]> | undefined;
  #moving: Promise<MovingLines> | undefined;

  constructor({ records, company, today }: Pick<CheckWorld, 'records' | 'company' | 'today'>, period: Month) {
    this.records = records;
    this.company = company;
    this.today = today;
    this.period = period;
    this.first = `${period}-01`;
    this.last = lastDayOfMonth(period);
  }

  /** The balances with all that was posted before: of the month, of the one before, of that of last year, and of everything. @throws DomainError `balances.behind` (503). */
  books(): Promise<Books> {
    this.#books ??= this.#readBooks();
    return this.#books;
  }

  async #readBooks(): Promise<Books> {
    const { records, company, first, last } = this;
    const [before, lastYear] = [addMonths(this.period, -1), addMonths(this.period, -12)];
    const [from, to] = [company.fiscalYears[0] ?? '', company.fiscalYears.at(-1) ?? ''];
    const ranges = [
      { from: first, to: last },
      { from: `${before}-01`, to: lastDayOfMonth(before) },
      { from: `${lastYear}-01`, to: lastDayOfMonth(lastYear) },
      { from: `${from}-01-01`, to: `${to}-12-31` },
    ];
    const { value } = await readTrialBalances(records, company.fiscalYears, ranges, true);
    const [month = [], earlier = [], yearAgo = [], now = []] = value;
    return { month, before: earlier, lastYear: yearAgo, now };
  }

  /** The entries that moved each account of income or expense most: reads all of the month, once. */
  movingLines(): Promise<MovingLines> {
    this.#moving ??= readMovingLines(this.records, this.period);
    return this.#moving;
  }

  assets(): Promise<StoredAsset[]> {
    this.#assets ??= allAssets(this.records);
    return this.#assets;
  }
}

/** What an account of the chart has at fault. */
export const accountItem = (account: string, amount: number): CheckItem => ({
  kind: 'account',
  id: `acc_${account}`,
  text: account,
  amount,
});
