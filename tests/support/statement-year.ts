import type { TrialRow } from '#domain/finance/ledger/trial-balance.ts';

/** Rows of a trial balance: what each account began with, its debits and its credits, in euros; what it began with is debit positive. */
export const trialOf = (accounts: Readonly<Record<string, readonly [opening: number, debit: number, credit: number]>>): TrialRow[] =>
  Object.entries(accounts).map(([account, [opening, debit, credit]]) => ({
    account,
    opening: opening * 100,
    debit: debit * 100,
    credit: credit * 100,
    closing: (opening + debit - credit) * 100,
  }));

/**
 * A year of a small company. It received 23,000 from customers (sales of 20,000 and VAT), paid suppliers 11,000 (purchases of 9,000 and
 * VAT), staff 4,000, social security 1,700, withholdings 500, VAT 1,900, interest 120, tax on account 200; bought a machine of 3,000 of
 * which it paid 2,500 and sold one for 500 (cost 1,000, depreciated by 600); borrowed 2,000 and repaid 300; was given 1,000 of capital
 * and a grant of 400, of which 100 went to income; earned interest of 30; distributed last year's 1,000: 300 to the owners, paid.
 */
export const YEAR = trialOf({
  100: [-10_000, 0, 1000],
  112: [0, 0, 100],
  113: [0, 0, 600],
  129: [-1000, 1000, 0],
  130: [0, 100, 400],
  170: [-1500, 300, 2000],
  213: [8000, 3000, 1000],
  281: [-3000, 600, 800],
  300: [2000, 500, 0],
  400: [-2500, 11_000, 10_890],
  430: [3000, 24_200, 23_000],
  472: [0, 1890, 1890],
  473: [0, 200, 0],
  4750: [0, 1900, 2310],
  4751: [0, 500, 700],
  4752: [0, 0, 750],
  476: [0, 1700, 1800],
  477: [0, 4200, 4200],
  523: [0, 2500, 3000],
  526: [0, 300, 300],
  572: [5000, 26_930, 22_520],
  600: [0, 9000, 0],
  610: [0, 0, 500],
  6300: [0, 750, 0],
  640: [0, 5000, 0],
  642: [0, 1500, 0],
  662: [0, 120, 0],
  681: [0, 800, 0],
  700: [0, 0, 20_000],
  746: [0, 0, 100],
  769: [0, 0, 30],
  771: [0, 0, 100],
});

/** After it, nothing moved. */
export const NEW_RANGE: TrialRow[] = YEAR.map((row) => ({ ...row, opening: row.closing, debit: 0, credit: 0 }));
