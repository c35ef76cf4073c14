import { requireFiscalYear } from '#domain/finance/ledger/fiscal-years.ts';
import { YearEnds, type YearToClose, yearEndId } from '#domain/finance/year-end/year-end.ts';
import type { IsoDate } from '#kernel/date.ts';
import { type FiscalCalendar, fiscalYearsOf } from '#kernel/fiscal-year.ts';
import type { Records } from '#runtime/records.ts';

/** The year ends of all fiscal years, ascending, with what the closing of each depends on. */
export async function readYears(records: Records, company: FiscalCalendar, today: IsoDate) {
  const years = fiscalYearsOf(company);
  const yearEnds = await records.getMany(
    YearEnds,
    years.map(({ year }) => yearEndId(year)),
  );
  return years.map((fiscalYear, i) => {
    const before = years[i - 1];
    const standing: YearToClose = {
      fiscalYear,
      today,
      yearEnd: yearEnds[i],
      before: before && { year: before.year, closed: yearEnds[i - 1]?.state === 'closed' },
      opensNext: i < years.length - 1,
    };
    return { standing, yearEnd: yearEnds[i], previous: yearEnds[i - 1] };
  });
}

/** One of them. @throws DomainError `fiscal_year.not_found` (404). */
export async function readYear(records: Records, company: FiscalCalendar, today: IsoDate, year: string) {
  requireFiscalYear(company, year);
  const years = await readYears(records, company, today);
  return years.find(({ standing }) => standing.fiscalYear.year === year) as (typeof years)[number];
}
