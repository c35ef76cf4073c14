import type { BudgetFigure } from '../analysis/budget.ts';
import { exactly, type TrialRow } from '../ledger/trial-balance.ts';

/** What an account of income or expense came to in a month, beside another month or what was planned. Minor units; debit positive. */
export interface AccountVariance {
  readonly account: string;
  readonly amount: number;
  readonly before: number;
}
/** The same of a line of a budget: an account or the beginning of one, whole or under a value of a dimension. */
interface BudgetVariance extends AccountVariance {
  readonly under?: { readonly dimension: string; readonly value: string };
}

/** A change is asked about from 1,000.00 and a quarter of what it was: both, so that neither cents nor large sums make noise. */
export const VARIANCE_LIMIT = { amount: 100_000, percent: 25 } as const;

const movedIn = (rows: readonly TrialRow[]): Map<string, bigint> => {
  const sums = new Map<string, bigint>();
  for (const { account, debit, credit } of rows) {
    if (!/^[67]/.test(account)) continue;
    const group = account.slice(0, 3);
    sums.set(group, (sums.get(group) ?? 0n) + exactly(debit) - exactly(credit));
  }
  return sums;
};

const absolute = (amount: bigint): bigint => (amount < 0n ? -amount : amount);

/** What a change has to come to, both of them. Minor units, percent of what it is compared with. */
interface VarianceLimit {
  readonly amount: number;
  readonly percent: number;
}

/** Whether what was, or was planned, became so much else that somebody says why. */
const isLarge = (amount: bigint, was: bigint, limit: VarianceLimit): boolean => {
  const change = absolute(amount - was);
  return change >= BigInt(limit.amount) && change * 100n >= absolute(was) * BigInt(limit.percent);
};

/** Whether anything was earned or spent at all: a month without is nothing to compare with. */
export const hasResult = (rows: readonly TrialRow[]): boolean =>
  rows.some(({ account, debit, credit }) => /^[67]/.test(account) && (exactly(debit) !== 0n || exactly(credit) !== 0n));

/** Lines of a budget from which the month differs by more than the limit, debit positive as the books have it. */
export function budgetVariances(figures: readonly BudgetFigure[], limit: VarianceLimit = VARIANCE_LIMIT): BudgetVariance[] {
  return figures.flatMap(({ account, dimension, value, budgeted, actual }) => {
    const side = account.startsWith('6') ? 1n : -1n;
    const [amount, was] = [side * BigInt(actual), side * BigInt(budgeted)];
    const under = dimension === undefined || value === undefined ? {} : { under: { dimension, value } };
    return isLarge(amount, was, limit) ? [{ account, amount: Number(amount), before: Number(was), ...under }] : [];
  });
}

/** Accounts of three digits whose month differs from another by more than the limit. */
export function variances(
  month: readonly TrialRow[],
  before: readonly TrialRow[],
  limit: VarianceLimit = VARIANCE_LIMIT,
): AccountVariance[] {
  const [now, then] = [movedIn(month), movedIn(before)];
  return [...new Set([...now.keys(), ...then.keys()])].sort().flatMap((account) => {
    const [amount, was] = [now.get(account) ?? 0n, then.get(account) ?? 0n];
    return isLarge(amount, was, limit) ? [{ account, amount: Number(amount), before: Number(was) }] : [];
  });
}
