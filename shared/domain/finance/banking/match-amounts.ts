import type { Minor } from '#kernel/money.ts';
import { type ReadLine, reason, rounded } from './match-evidence.ts';
import type { MatchCandidate, MatchOptions, MatchReason } from './match-model.ts';

/** Cents that are rounding, whoever paid and whatever of. */
export const CENTS: Minor = 5;
/** The most that a rule writes off, in minor units of the books; beyond cents, in percent of the documents too. */
export const MOST_WRITTEN_OFF: Minor = 3000;
export const MOST_PERCENT = 5;

/** Amounts of fewer steps than this are met by chance. */
const COMMON_STEPS = 1000;

/** In steps of what an amount is a round number of: 1,450.00 is 1,450 of a euro, 1,450.37 is 145,037 of a cent. */
function stepsOf(amount: Minor): number {
  const size = Math.abs(amount);
  const step = [100_000, 50_000, 10_000, 5000, 1000, 500, 100, 50, 10, 5].find((each) => size % each === 0) ?? 1;
  return size / step;
}

/** What an amount is worth that agrees to the cent: the odder, the more, as round ones are everybody's. */
const equalWeight = (amount: Minor): number => 4 + Math.min(1, Math.max(0, Math.log10(stepsOf(amount) / COMMON_STEPS)));

/** What of a candidate a line pays, and what is left between them. */
export interface AmountMatch {
  readonly amount: Minor;
  readonly reasons: readonly MatchReason[];
  readonly difference?: { readonly amount: Minor; readonly kind: 'small' | 'fee' | 'fx' };
  readonly partial?: true;
}

/** Shares of a hundred that payments in parts are of: each with how many there are of its kind. */
const SHARES: readonly (readonly [ways: number, percents: readonly number[]])[] = [
  [12, [10, 20, 25, 30, 100 / 3, 40, 50, 60, 200 / 3, 70, 75, 80]],
  [40, Array.from({ length: 18 }, (_, i) => (i + 1) * 5)],
  [100, Array.from({ length: 90 }, (_, i) => i + 1)],
];
const SHARE_MOST = 5;

/**
 * A part to the cent that is a plain share: half, a third, 30 %. Worth as much as it is unlikely that an amount as round as that comes out
 * so by chance.
 */
function shareReason(amount: Minor, open: Minor): MatchReason[] {
  const steps = Math.min(Math.abs(open), Math.abs(open) / (Math.abs(amount) / stepsOf(amount)));
  const shares = SHARES.flatMap(([ways, percents]) => {
    const percent = percents.find((each) => Math.round((Math.abs(open) * each) / 100) === Math.abs(amount));
    return percent === undefined ? [] : [{ percent, weight: Math.min(SHARE_MOST, Math.log(steps / ways)) }];
  });
  const best = shares.toSorted((a, b) => b.weight - a.weight)[0];
  return best && best.weight > 0 ? [reason('amount_share', best.weight, { percent: rounded(best.percent) })] : [];
}

/** What banks take of a rate for exchanging, and a day or two of its movement, in percent. */
const MOST_FX = 4;

function inOtherCurrency(
  { line }: ReadLine,
  { open, currency }: MatchCandidate,
  { rates, mostFx = MOST_FX }: MatchOptions,
): AmountMatch | undefined {
  if (line.original && line.original.currency === currency) {
    if (line.original.amount !== open) return undefined;
    return {
      amount: open,
      difference: { amount: line.amount, kind: 'fx' },
      reasons: [reason('amount_equal', equalWeight(open), { amount: open, currency })],
    };
  }
  const rate = rates?.[currency];
  if (rate === undefined) return undefined;
  const percent = ((line.amount - open * rate) / (open * rate)) * 100;
  if (Math.abs(percent) > mostFx) return undefined;
  return {
    amount: open,
    difference: { amount: Math.round(line.amount - open * rate), kind: 'fx' },
    reasons: [reason('fx_difference', 1, { percent: rounded(percent), currency })],
  };
}

/** What banks keep is in steps of half a euro. */
const TARIFF = 50;

/**
 * Whether what is missing of a payment may be what a bank has kept: no more than so much, and a tenth at most or in half euros, as tariffs
 * are. Where what was paid is a plain share, only if it is a tariff.
 */
export function mayBeFee(open: Minor, amount: Minor, maxFee: Minor, isShare = false): boolean {
  const kept = Math.abs(open - amount);
  return kept <= maxFee && ((!isShare && kept * 10 <= Math.abs(open)) || kept % TARIFF === 0);
}

/**
 * Whether what is left is small: cents, or as much as a rule lets differ. Of somebody known by the account, who has paid less, it is a part
 * before it is a difference: the rest may come.
 */
function isSmall({ line }: ReadLine, { open, partyIbans }: MatchCandidate, { tolerance }: MatchOptions): boolean {
  const kept = Math.abs(open - line.amount);
  if (kept <= CENTS) return true;
  const isPart = Math.abs(line.amount) < Math.abs(open) && line.partyIban !== undefined && partyIbans.includes(line.partyIban);
  return !isPart && kept <= tolerance && kept * 100 <= Math.abs(open) * MOST_PERCENT;
}

function withDifference(read: ReadLine, candidate: MatchCandidate, options: MatchOptions): AmountMatch | undefined {
  const { line } = read;
  const { open, commission } = candidate;
  const less = open - line.amount;
  const kept = Math.abs(less);
  if (isSmall(read, candidate, options))
    return { amount: open, difference: { amount: -less, kind: 'small' }, reasons: [reason('small_difference', 2.5, { amount: -less })] };
  const fee = (weight: number): AmountMatch => ({
    amount: open,
    difference: { amount: -less, kind: 'fee' },
    reasons: [reason('fee_kept', weight, { amount: kept, percent: rounded((less / open) * 100) })],
  });
  if (line.charges !== undefined && line.charges === less) return fee(3.8);
  if (commission !== undefined) return less > 0 && less * 1000 <= open * commission ? fee(2) : undefined;
  if (less <= 0 || line.amount < 0 || kept > options.maxFee || kept * 10 > Math.abs(open)) return undefined;
  const share = shareReason(line.amount, open);
  if (share.length === 0) return fee(0.8);
  // A plain share to the cent is a part; where a bank's tariff would be as much, it may be either, and a person says which.
  return kept % TARIFF === 0
    ? { ...fee(0.8), reasons: [...fee(0.8).reasons, ...share.map((each) => ({ ...each, weight: 0 }))] }
    : undefined;
}

/** How the amount of a line agrees with what a candidate has open; undefined where it does not. */
export function amountMatch(read: ReadLine, candidate: MatchCandidate, options: MatchOptions): AmountMatch | undefined {
  const { line } = read;
  const { open, currency, kind } = candidate;
  if (open < 0 !== line.amount < 0) return undefined;
  if (currency !== line.currency) return inOtherCurrency(read, candidate, options);
  if (open === line.amount) return { amount: open, reasons: [reason('amount_equal', equalWeight(open), { amount: open, currency })] };
  const different = withDifference(read, candidate, options);
  if (different || kind === 'transfer' || kind === 'pos' || kind === 'run-payment') return different;
  return Math.abs(line.amount) < Math.abs(open)
    ? {
        ...{ amount: line.amount, partial: true },
        reasons: [reason('amount_partial', -1, { amount: line.amount, open }), ...shareReason(line.amount, open)],
      }
    : undefined;
}
