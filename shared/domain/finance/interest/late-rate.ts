import * as z from 'zod/mini';
import { addDays, addMonths, type IsoDate } from '#kernel/date.ts';
import { recordType, type Stored } from '#kernel/record.ts';

/** A half-year, whose rate is published before it begins: `2026S2`. */
export const SemesterText = z.string().check(z.regex(/^(19|20|21)\d{2}S[12]$/, 'must be a half-year such as 2026S2'));
export type Semester = string;

export const semesterOf = (date: IsoDate): Semester => `${date.slice(0, 4)}S${date.slice(5, 7) <= '06' ? 1 : 2}`;
export const firstDayOf = (semester: Semester): IsoDate => `${semester.slice(0, 4)}-${semester.endsWith('1') ? '01' : '07'}-01`;
export const lastDayOf = (semester: Semester): IsoDate => addDays(`${addMonths(firstDayOf(semester).slice(0, 7), 6)}-01`, -1);

interface Row {
  readonly from: Semester;
  readonly to: Semester;
  readonly percent: string;
  readonly source: string;
}

/**
 * Interest for late payment between businesses, percent a year (Ley 3/2004, art. 7.2: the rate of the European Central Bank plus
 * eight points), by half-year as the BOE publishes it. Checked 2026-11-29. A half-year without a row, such as 2026S2, of which
 * one secondary source alone was found, has no rate until a person sets it.
 */
export const LATE_RATES_ES: readonly Row[] = [
  { from: '2016S2', to: '2022S2', percent: '8.00', source: 'BOE' },
  { from: '2023S1', to: '2023S1', percent: '10.50', source: 'BOE-A-2022-24416' },
  { from: '2023S2', to: '2023S2', percent: '12.00', source: 'BOE-A-2023-15221' },
  { from: '2024S1', to: '2024S1', percent: '12.50', source: 'BOE-A-2023-26709' },
  { from: '2024S2', to: '2024S2', percent: '12.25', source: 'BOE-A-2024-13089' },
  { from: '2025S1', to: '2025S1', percent: '11.15', source: 'BOE-A-2024-27618' },
  { from: '2025S2', to: '2025S2', percent: '10.15', source: 'BOE-A-2025-13217' },
  { from: '2026S1', to: '2026S1', percent: '10.15', source: 'BOE-A-2025-27201' },
];

/** What a creditor may ask for besides, of each invoice, without proof of costs (Ley 3/2004, art. 8.1). Minor units. */
export const FIXED_COMPENSATION = 40_00;

export const LateRateInput = z.strictObject({
  /** Percent a year. */
  percent: z.string().check(z.regex(/^\d{1,2}(\.\d{1,4})?$/, 'must be a percentage such as 10.40')),
  /** Where it was read. */
  source: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
});

/** The rate of a half-year as a person set it. */
export const LateRate = z.object({ semester: z.string(), percent: z.string(), source: z.string(), by: z.string(), on: z.string() });
export type LateRate = Readonly<z.output<typeof LateRate>>;
export type StoredLateRate = Stored<LateRate>;

export const lateRateId = (semester: Semester): string => `lir_${semester}`;

export const LateRates = recordType<LateRate>({
  kind: 'late-rate',
  prefix: 'lir',
  data: LateRate,
  history: 'all',
  screen: { none: 'The rates of all half-years are shown together.' },
  read: 'invoices.read',
});

/** The rate of a half-year, percent: as a person set it, else as it was published; undefined where neither is. */
export const percentIn = (semester: Semester, own: readonly LateRate[]): string | undefined =>
  own.find((rate) => rate.semester === semester)?.percent ??
  LATE_RATES_ES.find(({ from, to }) => from <= semester && semester <= to)?.percent;
