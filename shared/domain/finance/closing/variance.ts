import { exactly, type TrialRow } from '../ledger/trial-balance.ts';

/** What an account of income or expense came to in a month, beside the month before. Minor units; debit positive. */
export interface AccountVariance {
  readonly account: string;
  readonly amount: number;
  readonly before: number;
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

/** Accounts of three digits whose month differs from the one before by more than the limit. */
export function variances(
  month: readonly TrialRow[],
  before: readonly TrialRow[],
  limit: { readonly amount: number; readonly percent: number } = VARIANCE_LIMIT,
): AccountVariance[] {
  const [now, then] = [movedIn(month), movedIn(before)];
  return [...new Set([...now.keys(), ...then.keys()])].sort().flatMap((account) => {
    const [amount, was] = [now.get(account) ?? 0n, then.get(account) ?? 0n];
    const change = absolute(amount - was);
    const isLarge = change >= BigInt(limit.amount) && change * 100n >= absolute(was) * BigInt(limit.percent);
    return isLarge ? [{ account, amount: Number(amount), before: Number(was) }] : [];
  });
}
