import { type Minor, percentOf } from '#kernel/money.ts';
import type { EntryLine } from '../ledger/entry.ts';
import { exactly, type TrialRow } from '../ledger/trial-balance.ts';
import { RESULT_ACCOUNT } from './closing-lines.ts';

type Balances = readonly Pick<TrialRow, 'account' | 'closing'>[];

/** The balance of the accounts whose code begins so: debit positive. */
const balanceOf = (rows: Balances, ...prefixes: readonly string[]): Minor =>
  Number(rows.reduce((sum, { account, closing }) => (prefixes.some((p) => account.startsWith(p)) ? sum + exactly(closing) : sum), 0n));

/** Whose rate of corporate tax: Ley 27/2014 (LIS) art. 29 and transitional provision 44. */
export const TAXPAYERS = ['general', 'micro', 'reduced', 'new'] as const;
export type Taxpayer = (typeof TAXPAYERS)[number];

interface Rate {
  readonly percent: string;
  /** Up to what base, minor units. Absent: the rest. */
  readonly upTo?: Minor;
}

/**
 * Rates by year: LIS art. 29.1 (general 25 %, newly created 15 %) and transitional provision 44 (turnover below 1 million, in two
 * steps of which the first takes 50,000 EUR; reduced size, below 10 million). Checked 2026-11-29, confidence high for 2025 and
 * 2026 alone: other years have no row, and nothing is proposed for them.
 */
const RATES: Readonly<Record<string, Readonly<Record<Taxpayer, readonly Rate[]>>>> = {
  2025: {
    general: [{ percent: '25' }],
    micro: [{ percent: '21', upTo: 5_000_000 }, { percent: '22' }],
    reduced: [{ percent: '24' }],
    new: [{ percent: '15' }],
  },
  2026: {
    general: [{ percent: '25' }],
    micro: [{ percent: '19', upTo: 5_000_000 }, { percent: '21' }],
    reduced: [{ percent: '23' }],
    new: [{ percent: '15' }],
  },
};

/** 6300 Impuesto corriente, 473 H.P. retenciones y pagos a cuenta, 4752 acreedora and 4709 deudora por el impuesto. */
const [CURRENT_TAX, ON_ACCOUNT, PAYABLE, RECEIVABLE] = ['6300', '473', '4752', '4709'];

export interface CorporateTax {
  readonly resultBeforeTax: Minor;
  readonly tax: Minor;
  readonly lines: readonly EntryLine[];
}

const without = (lines: readonly EntryLine[]): EntryLine[] => lines.filter(({ amount }) => amount !== 0);

/**
 * The entry of corporate tax on the result as the books have it: no fiscal adjustment and no loss of earlier years is known
 * here, so who posts it looks at them first. Rates are those of the calendar year in which the fiscal year begins. Undefined for a year without rates, a loss, or where the tax is in the books already.
 */
export function corporateTax(year: string, taxpayer: Taxpayer, rows: Balances): CorporateTax | undefined {
  const resultBeforeTax = resultOf(rows) + balanceOf(rows, '630');
  const rates = RATES[year]?.[taxpayer];
  if (!rates || resultBeforeTax <= 0 || balanceOf(rows, '630') !== 0) return undefined;
  let [left, tax] = [resultBeforeTax, 0];
  for (const { percent, upTo = left } of rates) {
    const part = Math.min(left, upTo);
    tax += percentOf(part, percent);
    left -= part;
  }
  const paid = balanceOf(rows, ON_ACCOUNT);
  const due = tax - paid;
  const lines = without([
    { account: CURRENT_TAX, amount: tax },
    { account: ON_ACCOUNT, amount: -paid },
    { account: due > 0 ? PAYABLE : RECEIVABLE, amount: -due },
  ]);
  return { resultBeforeTax, tax, lines };
}

/** Share capital, an owner's capital, legal and voluntary reserves, losses of earlier years. */
const [SHARE_CAPITAL, OWNER, LEGAL, VOLUNTARY, LOSSES] = ['100', '102', '112', '113', '121'];

/**
 * Where the result of a closed year goes, as the law has it before anybody decides otherwise: losses of earlier years are made up for
 * first (LSC, RDLeg 1/2010, art. 273.2), a tenth of the rest goes to the legal reserve until it is a fifth of the capital (art. 274),
 * and what is left to voluntary reserves; of an owner without shares all of it to their capital. Empty where there is none.
 * @param rows the balances before the closing; @param result of the year, a profit positive.
 */
export function distribution(rows: Balances, result: Minor): EntryLine[] {
  if (result === 0) return [];
  const losses = balanceOf(rows, LOSSES);
  const [capital, legal] = [-balanceOf(rows, SHARE_CAPITAL), -balanceOf(rows, LEGAL)];
  if (result < 0)
    return [
      { account: LOSSES, amount: -result },
      { account: RESULT_ACCOUNT, amount: result },
    ];
  const offset = Math.min(result, Math.max(losses, 0));
  const missing = Math.max(percentOf(capital, '20') - legal, 0);
  const reserve = Math.min(percentOf(result - offset, '10'), missing);
  const rest = capital === 0 && balanceOf(rows, OWNER) !== 0 ? OWNER : VOLUNTARY;
  return without([
    { account: RESULT_ACCOUNT, amount: result },
    { account: LOSSES, amount: -offset },
    { account: LEGAL, amount: -reserve },
    { account: rest, amount: -(result - offset - reserve) },
  ]);
}

/** What a year came to as its books stand: income less expenses, a profit positive. */
export const resultOf = (rows: Balances): Minor => -balanceOf(rows, '6', '7');
