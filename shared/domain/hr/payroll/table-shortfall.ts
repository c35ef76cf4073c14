import * as z from 'zod/mini';
import { addDays, BusinessDate, type IsoDate, latest } from '#kernel/date.ts';
import { conflict } from '#kernel/errors.ts';
import { idWith } from '#kernel/id.ts';
import { type Minor, Money } from '#kernel/money.ts';
import { pageOf } from '#kernel/page.ts';
import type { PayTerms } from './pay-terms.ts';
import { leastOf, rowOn, type SalaryTable } from './salary-table.ts';

/** From this day on pay is below what its table says: what is paid, and what is the least. */
export interface Shortfall {
  readonly from: IsoDate;
  readonly group: string;
  readonly weeklyHours?: string | undefined;
  readonly annual: Minor;
  readonly least: Minor;
  readonly source: string;
}

/** The last day of terms: their own, or the day before the next begin. */
function lastDayOf(terms: readonly PayTerms[], i: number): IsoDate | undefined {
  const next = terms[i + 1];
  return [terms[i]?.to, next && addDays(next.from, -1)].filter((day) => day !== undefined).toSorted()[0];
}

/**
 * Where rows of a table have left pay behind: each day from which terms pay less than the row that holds then, as if they had been raised
 * on the days before. Terms of another table, or of none, say nothing.
 * @param terms in the order of their days.
 * @param since days before it are past.
 */
export function shortfallsOf(
  { id, rows }: Pick<SalaryTable, 'rows'> & { readonly id: string },
  terms: readonly PayTerms[],
  since: IsoDate,
): readonly Shortfall[] {
  return terms.flatMap(({ table, annual, from }, i) => {
    if (table?.tableId !== id) return [];
    const last = lastDayOf(terms, i);
    const begins = latest(from, since);
    const days = [begins, ...rows.map((row) => row.from).filter((day) => day > begins)].filter((day) => last === undefined || day <= last);
    let paid = annual;
    return [...new Set(days)].toSorted().flatMap((day) => {
      const row = rowOn({ rows }, table.group, day);
      const least = row ? leastOf(row.annual, table.weeklyHours, row.weeklyHours) : 0;
      if (!row || paid >= least) return [];
      const short = { from: day, group: row.group, weeklyHours: table.weeklyHours, annual: paid, least, source: row.source };
      paid = least;
      return [short];
    });
  });
}

/** The terms with those that raise pay to the least of each of these days; all else of them stays. */
export const raisedTerms = (terms: readonly PayTerms[], shortfalls: readonly Shortfall[]): readonly PayTerms[] =>
  shortfalls.reduce<readonly PayTerms[]>((raised, { from, least }) => {
    const holds = raised.findLast((each) => each.from <= from) as PayTerms;
    return [...raised.filter((each) => each.from !== from), { ...holds, from, annual: least }].toSorted(byDay);
  }, terms.toSorted(byDay));
const byDay = (a: PayTerms, b: PayTerms): number => (a.from < b.from ? -1 : 1);

export const ShortfallView = z.object({
  from: BusinessDate,
  group: z.string(),
  weeklyHours: z.optional(z.string()),
  annual: Money,
  least: Money,
  source: z.string(),
});
/** Somebody whom a table leaves behind. */
export const ShortPersonView = z.object({
  employeeId: z.string(),
  name: z.string(),
  /** Of their pay terms. */
  rev: z.int(),
  /** Whether whoever asks may raise them: nobody raises their own pay. */
  raisable: z.boolean(),
  shortfalls: z.array(ShortfallView),
});
export const ShortPeopleView = pageOf(ShortPersonView);

/** People in one transaction, each with terms of their own. */
export const MOST_RAISED = 50;
/** Who is raised to a table as it was looked at: the revision of the table, and those of their terms. */
export const RaisesInput = z.strictObject({
  rev: z.int().check(z.minimum(1)),
  people: z
    .array(z.strictObject({ employeeId: idWith('emp'), rev: z.int().check(z.minimum(1)) }))
    .check(z.minLength(1), z.maxLength(MOST_RAISED)),
});

/** What somebody has changed since it was looked at is not carried out unseen. @throws DomainError `salary_table.changed` (409). */
export function requireAsSeen(
  record: { readonly rev: number; readonly history: readonly { readonly by: string; readonly at: string }[] },
  seen: number,
  field: string,
): void {
  const last = record.history.at(-1);
  if (record.rev === seen || !last) return;
  const { by, at } = last;
  throw conflict('salary_table.changed', `${by} has changed the table or these terms at ${at}: look at who is below it now.`, field, {
    by,
    at,
  });
}
