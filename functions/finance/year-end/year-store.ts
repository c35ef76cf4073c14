import { YearEnds, type YearToClose, yearEndId } from '#domain/finance/year-end/year-end.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import type { IsoDate } from '#kernel/date.ts';
import { missing } from '#kernel/errors.ts';
import type { Records } from '#runtime/records.ts';

/** @throws DomainError `fiscal_year.not_found` (404). */
export function requireFiscalYear({ fiscalYears }: Pick<StoredCompany, 'fiscalYears'>, year: string): void {
  if (!fiscalYears.includes(year))
    throw missing('fiscal_year.not_found', `There is no fiscal year ${year}. Open it first, or choose another.`, 'path.year', { year });
}

/** The year ends of all fiscal years, ascending, with what the closing of each depends on. */
export async function readYears(records: Records, { fiscalYears }: Pick<StoredCompany, 'fiscalYears'>, today: IsoDate) {
  const yearEnds = await records.getMany(YearEnds, fiscalYears.map(yearEndId));
  return fiscalYears.map((year, i) => {
    const before = fiscalYears[i - 1];
    const standing: YearToClose = {
      year,
      today,
      fiscalYears,
      yearEnd: yearEnds[i],
      before: before === undefined ? undefined : { year: before, closed: yearEnds[i - 1]?.state === 'closed' },
    };
    return { standing, yearEnd: yearEnds[i], previous: yearEnds[i - 1] };
  });
}

/** One of them. @throws DomainError `fiscal_year.not_found` (404). */
export async function readYear(records: Records, company: Pick<StoredCompany, 'fiscalYears'>, today: IsoDate, year: string) {
  requireFiscalYear(company, year);
  const years = await readYears(records, company, today);
  return years[company.fiscalYears.indexOf(year)] as (typeof years)[number];
}
