import * as z from 'zod/mini';
import { BusinessDate, type IsoDate } from '#kernel/date.ts';
import { invalid, type Refusal, refusal } from '#kernel/errors.ts';
import { idWith } from '#kernel/id.ts';
import { type Minor, minorText, PositiveMoney } from '#kernel/money.ts';
import { named, recordType, type Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { list, storedOf } from '#kernel/stored.ts';
import { normalise } from '#kernel/text.ts';
import { writtenText as text } from '#kernel/written-text.ts';

/** Hours of a week as decimal text, up to the 40 of a full one (ET art. 34.1). */
const WEEK = /^(([1-9]|[1-3]\d)(\.\d{1,2})?|40(\.00?)?)$/;
const WeekHours = z.string().check(z.regex(WEEK, 'must be hours of a week up to 40, such as 38.50'));
const MOST_ROWS = 400;

const RowInput = z.strictObject({
  group: text(80),
  /** Least of a year of full time, all pays together; absent: the row of that group and day was entered by mistake and goes. */
  annual: z.optional(PositiveMoney),
});
/** What an official journal has published: the least of each group from a day on. */
export const SalaryRowsInput = z.strictObject({
  /** Where it was published, such as `BOP Pontevedra 12/03/2026`. */
  source: text(160),
  from: BusinessDate,
  /** Of full time by the agreement. */
  weeklyHours: z._default(WeekHours, '40'),
  rows: z.array(RowInput).check(z.minLength(1), z.maxLength(100)),
});
export type SalaryRowsInput = z.output<typeof SalaryRowsInput>;
/** A collective agreement by its name and the code of its register (REGCON), with what was published first. */
export const SalaryTableInput = z.extend(SalaryRowsInput, { name: text(120), code: text(20) });

const Row = z.object({ group: text(80), from: BusinessDate, annual: PositiveMoney, weeklyHours: WeekHours, source: text(160) });
export type SalaryRow = Readonly<z.output<typeof Row>>;
/** Rows by group and day: what a group is paid at least holds until its next row. */
export const SalaryTable = z.object({ name: z.string(), code: z.string(), rows: list(storedOf(Row)) });
export type SalaryTable = Readonly<z.output<typeof SalaryTable>>;
export type StoredSalaryTable = Stored<SalaryTable>;

export const SalaryTables = recordType<SalaryTable>({
  kind: 'salary-table',
  prefix: 'slt',
  data: SalaryTable,
  history: 'all',
  list: named({ by: ({ name }) => name, words: ({ name, code }) => [name, code] }),
  summary: ({ name, code }) => ({ title: name, subtitle: [code] }),
  screen: '/payroll/salary-tables',
  icon: 'book',
  // It is published: whoever offers a job looks it up.
  read: 'member',
});
export const SalaryTableView = z.object({ id: z.string(), name: z.string(), code: z.string(), rows: z.array(Row), ...stampFields });
export const salaryTableView = (table: StoredSalaryTable) => ({ ...stamped(table), rows: [...table.rows] });

const isOf =
  (group: string) =>
  (row: { readonly group: string }): boolean =>
    normalise(row.group) === normalise(group);

/**
 * Rows with those of a publication: one of the same group and day is replaced, all others stay.
 * @throws DomainError `salary_table.twice`, `.nothing_there`, `.too_many` (400).
 */
export function withRows(before: readonly SalaryRow[], { source, from, weeklyHours, rows }: SalaryRowsInput): readonly SalaryRow[] {
  let after = before;
  for (const [i, { group, annual }] of rows.entries()) {
    const field = `body.rows.${i}.group`;
    if (rows.findIndex(isOf(group)) !== i) throw invalid('salary_table.twice', `${group} is listed twice: list it once.`, field, { group });
    const others = after.filter((row) => !(isOf(group)(row) && row.from === from));
    if (annual === undefined && others.length === after.length)
      throw invalid('salary_table.nothing_there', `${group} has no row of ${from} to take out: say what it pays.`, field, {
        group,
        day: from,
      });
    after = annual === undefined ? others : [...others, { group, from, annual, weeklyHours, source }];
  }
  if (after.length > MOST_ROWS)
    throw invalid('salary_table.too_many', `A table holds ${MOST_ROWS} rows: begin another for what is newer.`, 'body.rows', {
      most: MOST_ROWS,
    });
  return after.toSorted((a, b) => (a.group === b.group ? (a.from < b.from ? -1 : 1) : a.group.localeCompare(b.group, 'es')));
}

/** The row that holds for a group on a day: the newest that has begun. */
export const rowOn = ({ rows }: Pick<SalaryTable, 'rows'>, group: string, day: IsoDate): SalaryRow | undefined =>
  rows
    .filter(isOf(group))
    .filter(({ from }) => from <= day)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1);

const hundredths = (hours: string): bigint => {
  const [whole = '0', part = ''] = hours.split('.');
  return BigInt(whole) * 100n + BigInt(part.padEnd(2, '0'));
};
/** The least for so many hours a week: that of full time, and of fewer hours in proportion (ET art. 12.4.d), not a cent less. */
export function leastOf(year: Minor, weeklyHours: string | undefined, fullWeek = '40'): Minor {
  const [hours, full] = [hundredths(weeklyHours ?? fullWeek), hundredths(fullWeek)];
  return hours >= full ? year : Number((BigInt(year) * hours + full - 1n) / full);
}

/** Where in a table somebody stands. */
export const TableGroup = z.strictObject({ tableId: idWith('slt'), group: text(80) });
/** The same of pay terms: with the hours of a week where it is part time. */
export const TableTerms = z.extend(TableGroup, { weeklyHours: z.optional(WeekHours) });

/** What is paid from a day on, by the group of a table. */
export interface TabledPay {
  readonly group: string;
  readonly day: IsoDate;
  readonly annual: Minor;
  readonly weeklyHours?: string | undefined;
}

/** Why pay of a group does not hold from a day on: it has no row, or less is paid than its row says for the hours (ET art. 26.3, 82.3). */
export function refusalByTable(
  table: Pick<SalaryTable, 'name' | 'rows'>,
  { group, day, annual, weeklyHours }: TabledPay,
): Refusal | undefined {
  const row = rowOn(table, group, day);
  if (!row)
    return refusal(
      'salary_table.no_row',
      `${table.name} has no row of ${group} that holds on ${day}: enter it with its source, or choose another group or day.`,
      'body.table.group',
      { table: table.name, group, day },
    );
  const least = leastOf(row.annual, weeklyHours, row.weeklyHours);
  if (annual >= least) return undefined;
  return refusal(
    'payroll.below_table',
    `${minorText(annual)} a year is below the ${minorText(least)} of ${row.group} on ${day} for ${weeklyHours ?? row.weeklyHours} hours a week (${table.name}, ${row.source}): pay that at least, or correct group or hours.`,
    'body.annual',
    {
      annual: minorText(annual),
      least: minorText(least),
      group: row.group,
      day,
      table: table.name,
      source: row.source,
    },
  );
}
