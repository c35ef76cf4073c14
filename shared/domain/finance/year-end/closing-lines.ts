import { assert } from '#kernel/assert.ts';
import type { Minor, Sum } from '#kernel/money.ts';
import { type EntryLine, reversed } from '../ledger/entry.ts';
import type { TrialRow } from '../ledger/trial-balance.ts';

/** 129 Resultado del ejercicio. */
export const RESULT_ACCOUNT = '129';

/** What the balances at the end of a year come to: debit positive, minor units. */
export interface ClosingLines {
  /** A profit is positive. */
  readonly result: Minor;
  readonly regularisation: readonly EntryLine[];
  readonly closing: readonly EntryLine[];
  readonly opening: readonly EntryLine[];
}

export const isOfResult = (account: string): boolean => account.startsWith('6') || account.startsWith('7');

/** An entry's line holds what a double does exactly: ninety thousand million euro. */
function minorOf(sum: Sum): Minor {
  assert(typeof sum === 'number', 'a balance fits into an entry');
  return sum;
}

/**
 * The lines that close a year and open the next (PGC, RD 1514/2007, parts four and five: 129, and the opening of the books;
 * Código de Comercio art. 25 and 28): income and expenses go to 129, then every balance to zero, and back on the first day.
 * @param rows the trial balance as of the year's last day, before anything closed it.
 */
export function closingLines(rows: readonly Pick<TrialRow, 'account' | 'closing'>[]): ClosingLines {
  const balances = rows.map(({ account, closing }) => ({ account, amount: minorOf(closing) })).filter(({ amount }) => amount !== 0);
  const ofResult = balances.filter(({ account }) => isOfResult(account));
  const result = -ofResult.reduce((sum, { amount }) => sum + amount, 0);
  const before = balances.find(({ account }) => account === RESULT_ACCOUNT)?.amount ?? 0;
  const lasting = [
    ...balances.filter(({ account }) => !isOfResult(account) && account !== RESULT_ACCOUNT),
    { account: RESULT_ACCOUNT, amount: before - result },
  ]
    .filter(({ amount }) => amount !== 0)
    .sort((a, b) => (a.account < b.account ? -1 : 1));
  const toResult = { account: RESULT_ACCOUNT, amount: -result };
  return {
    result,
    regularisation: [...reversed(ofResult), ...(result === 0 ? [] : [toResult])],
    closing: reversed(lasting),
    opening: lasting,
  };
}
