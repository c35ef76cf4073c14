import { movedBy, type YearRows } from '#domain/finance/analysis/result.ts';
import { analyticSpan, balancesKey } from '#domain/finance/ledger/projection.ts';
import { addDays, addMonths, type IsoDate, type Month, monthOf, yearOf, yearsBetween } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import { type FiscalCalendar, fiscalYearAt } from '#kernel/fiscal-year.ts';
import { readPartition } from '#runtime/partition.ts';
import type { Records } from '#runtime/records.ts';
import { type Projected, readProjected } from '../ledger/trial-store.ts';

/** What moved on each account, and under each value of a dimension. */
export interface Moved {
  readonly whole: ReadonlyMap<string, bigint>;
  /** By `value:account` of the dimension that was asked for, else by `dimension:value:account` of all. */
  readonly analytic: ReadonlyMap<string, bigint>;
}

const endOf = (month: Month): IsoDate => addDays(`${addMonths(month, 1)}-01`, -1);

async function yearRows(tenant: string, year: string, span: string, begins: string): Promise<YearRows> {
  const rows = await readPartition(balancesKey(tenant, span), begins);
  return { year, rows: rows.map(({ pk: _, sk, ...sums }) => ({ key: String(sk).slice(begins.length), sums })) };
}

/**
 * What moved in some months, from the sums by month alone: one query a year for accounts and one for dimensions, whatever was
 * posted. @throws DomainError `balances.behind` (503).
 */
export function readMoved(
  records: Records,
  fiscalYears: readonly string[],
  [from, to]: readonly [Month, Month],
  dimension?: string,
): Promise<Projected<Moved>> {
  const { tenant } = records;
  const years = yearsBetween(yearOf(from), yearOf(to)).filter((year) => fiscalYears.includes(year));
  return readProjected(records, fiscalYears, endOf(to), false, async () => {
    const [whole, analytic] = await Promise.all([
      Promise.all(years.map((year) => yearRows(tenant, year, year, ''))),
      Promise.all(years.map((year) => yearRows(tenant, year, analyticSpan(year), dimension === undefined ? '' : `${dimension}:`))),
    ]);
    return { whole: movedBy(whole, from, to), analytic: movedBy(analytic, from, to) };
  });
}

/** What moved in some months by `value:account` of a dimension, income positive: one query a year. */
export async function readByValue(
  tenant: string,
  fiscalYears: readonly string[],
  [from, to]: readonly [Month, Month],
  dimension: string,
): Promise<Map<string, bigint>> {
  const years = yearsBetween(yearOf(from), yearOf(to)).filter((year) => fiscalYears.includes(year));
  return movedBy(await Promise.all(years.map((year) => yearRows(tenant, year, analyticSpan(year), `${dimension}:`))), from, to);
}

/** The months asked for; without them, those of the fiscal year so far. @throws DomainError `range.backwards` (400). */
export function monthsOf(
  { from, to }: { readonly from?: Month | undefined; readonly to?: Month | undefined },
  company: FiscalCalendar,
  today: string,
): [Month, Month] {
  const last = to ?? monthOf(today);
  const first = from ?? fiscalYearAt(company, `${last}-01`).from;
  if (first > last) throw invalid('range.backwards', 'The range ends before it begins.', 'query.from');
  return [first, last];
}
