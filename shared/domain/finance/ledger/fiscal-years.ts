import type { Month } from '#kernel/date.ts';
import { invalid, missing, refused } from '#kernel/errors.ts';
import { type FiscalCalendar, type FiscalRange, type FiscalYear, fiscalMonths, fiscalYearsOf } from '#kernel/fiscal-year.ts';

/**
 * The longest: a company's own lasts twelve months at most (Ley 27/2014 del Impuesto sobre Sociedades, art. 27.1); other countries
 * and books that were kept otherwise know up to eighteen.
 */
export const MOST_MONTHS = 18;

/** A company's fiscal year by its name. @throws DomainError `fiscal_year.not_found` (404). */
export function requireFiscalYear(company: FiscalCalendar, year: string, field = 'path.year'): FiscalYear {
  const found = fiscalYearsOf(company).find((each) => each.year === year);
  if (found) return found;
  throw missing('fiscal_year.not_found', `There is no fiscal year ${year}. Open it first, or choose another.`, field, { year });
}

/** @throws DomainError `range.backwards`, `fiscal_year.too_long` (400). */
export function requireLength(range: FiscalRange, field: string): void {
  if (range.to < range.from) throw invalid('range.backwards', 'The fiscal year ends before it begins.', field);
  const months = fiscalMonths(range).length;
  if (months > MOST_MONTHS)
    throw invalid('fiscal_year.too_long', `A fiscal year has at most ${MOST_MONTHS} months, and this one ${months}.`, field, {
      months,
      most: MOST_MONTHS,
    });
}

/**
 * A fiscal year with another first or last month: only the first of a company's begins otherwise, and only the last ends otherwise,
 * so that they follow one another without a gap.
 * @throws DomainError `range.backwards`, `fiscal_year.too_long` (400), `fiscal_year.not_first`, `fiscal_year.not_last` (422).
 */
export function changedRange(
  years: readonly FiscalYear[],
  year: FiscalYear,
  { from = year.from, to = year.to }: { readonly from?: Month | undefined; readonly to?: Month | undefined },
): FiscalRange {
  requireLength({ from, to }, to === year.to ? 'body.from' : 'body.to');
  if (from !== year.from && year.year !== years[0]?.year)
    throw refused('fiscal_year.not_first', `A fiscal year comes before ${year.year}, which begins when that one ends.`, 'body.from', {
      year: year.year,
    });
  const next = years[years.findIndex((each) => each.year === year.year) + 1];
  if (to !== year.to && next)
    throw refused('fiscal_year.not_last', `The fiscal year ${next.year} follows: ${year.year} ends when that one begins.`, 'body.to', {
      year: year.year,
      next: next.year,
    });
  return { from, to };
}
