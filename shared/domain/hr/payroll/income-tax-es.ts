import type { IsoDate, Month } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import type { Minor } from '#kernel/money.ts';

/** Amounts in cents, rates in percent. */
export interface IncomeTaxRow {
  readonly id: string;
  readonly norm: string;
  readonly confidence: string;
  readonly from: IsoDate;
  /** Above `over`, at `percent`. */
  readonly scale: readonly { readonly over: Minor; readonly percent: string }[];
  readonly personal: { readonly base: Minor; readonly over65: Minor; readonly over75: Minor };
  /** Of the first, second, third, and of each after. */
  readonly descendants: readonly [Minor, Minor, Minor, Minor];
  readonly under3: Minor;
  readonly ascendants: { readonly base: Minor; readonly over75: Minor };
  readonly disability: { readonly from33: Minor; readonly from65: Minor; readonly help: Minor };
  readonly expenses: { readonly general: Minor; readonly mobility: Minor; readonly disabled: Minor; readonly disabled65: Minor };
  /** Reduction for work income (LIRPF art. 20): up to `upto` of net income, `value` less `minus` percent of what is above `above`. */
  readonly reductions: readonly { readonly upto: Minor; readonly value: Minor; readonly minus: string; readonly above: Minor }[];
  readonly moreThanTwoDescendants: Minor;
  /** Nothing is withheld up to these, by family situation 1 to 3 and 0, 1, 2 or more descendants (RIRPF art. 81). */
  readonly exempt: readonly [readonly Minor[], readonly Minor[], readonly Minor[]];
  /** Up to `upto` no more than `percent` of what is above the exempt amount (RIRPF art. 85.3). */
  readonly limit: { readonly upto: Minor; readonly percent: string };
  readonly homePurchase: { readonly below: Minor; readonly points: Minor };
  readonly alimony: Minor;
  /** Lowest and highest rates in hundredths of a percent. */
  readonly shortContract: { readonly general: number; readonly reduced: number };
  readonly special: number;
  readonly most: number;
}

/**
 * Income tax withheld from work. Source: RD 439/2007 (RIRPF) arts. 80–89, Ley 35/2006 (LIRPF) arts. 19, 20, 57–61, consolidated texts
 * checked 2026-11-29; confidence high. In force since 2024-02-07; a day before has no row.
 */
export const INCOME_TAX_ES: readonly IncomeTaxRow[] = [
  {
    ...{ id: 'es.irpf.withholding.2026', norm: 'RIRPF arts. 80–89, LIRPF arts. 19, 20, 57–61', confidence: 'high', from: '2024-02-07' },
    scale: [
      { over: 0, percent: '19' },
      { over: 1_245_000, percent: '24' },
      { over: 2_020_000, percent: '30' },
      { over: 3_520_000, percent: '37' },
      { over: 6_000_000, percent: '45' },
      { over: 30_000_000, percent: '47' },
    ],
    personal: { base: 555_000, over65: 115_000, over75: 140_000 },
    descendants: [240_000, 270_000, 400_000, 450_000],
    under3: 280_000,
    ascendants: { base: 115_000, over75: 140_000 },
    disability: { from33: 300_000, from65: 900_000, help: 300_000 },
    expenses: { general: 200_000, mobility: 200_000, disabled: 350_000, disabled65: 775_000 },
    reductions: [
      { upto: 1_485_200, value: 730_200, minus: '0', above: 0 },
      { upto: 1_767_352, value: 730_200, minus: '175', above: 1_485_200 },
      { upto: 1_974_750, value: 236_434, minus: '114', above: 1_767_352 },
    ],
    moreThanTwoDescendants: 60_000,
    exempt: [
      [1_764_400, 1_764_400, 1_869_400],
      [1_719_700, 1_813_000, 1_926_200],
      [1_587_600, 1_634_200, 1_686_700],
    ],
    limit: { upto: 3_520_000, percent: '43' },
    homePurchase: { below: 3_300_720, points: 200 },
    alimony: 198_000,
    shortContract: { general: 200, reduced: 80 },
    special: 1500,
    most: 4700,
  },
];

/** The row that covers a month. @throws DomainError `payroll.no_row` (422). */
export function incomeTaxIn(month: Month): IncomeTaxRow {
  const row = INCOME_TAX_ES.findLast(({ from }) => from <= `${month}-01`);
  if (row) return row;
  throw refused('payroll.no_row', `There are no rates of withholding for ${month}.`, 'month', { month, what: 'income-tax' });
}
