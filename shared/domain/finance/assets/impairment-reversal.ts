import type * as z from 'zod/mini';
import { invalid } from '#kernel/errors.ts';
import { type Minor, minorText, shareOf } from '#kernel/money.ts';
import type { Posting } from '../ledger/posting.ts';
import { type AssetEntry, accountsBeside, chargeLines, type ImpairmentInput, requireNotBefore } from './asset-entry.ts';
import { type DepreciationPlan, plannedUntil } from './depreciation-plan.ts';
import { bookValue, charged, dueBy, type FixedAsset, type StoredAsset } from './fixed-asset.ts';

/** What it would have been depreciated by on a day, had it not lost value: by the plan that it had then. */
function depreciatedWithout({ unimpaired, ...asset }: FixedAsset, date: string): Minor {
  const { plan, before } = unimpaired ?? asset;
  const planned = Math.min(before + plannedUntil(plan as DepreciationPlan, date), asset.cost - asset.residual);
  return Math.max(asset.depreciated, planned);
}

/**
 * The most that an impairment is taken back by on the day until which the asset is depreciated: all of it, but for what would
 * bring the asset above the value that it had without it (RD 1514/2007, PGC standard 2.2.2).
 */
export const mostReversed = (asset: FixedAsset, date: string): Minor =>
  Math.min(asset.impaired, Math.max(0, asset.cost - depreciatedWithout(asset, date) - bookValue(asset)));

/** The plan works forward: what is left is spread over the time that is left, as it was before. */
function spread(asset: FixedAsset, date: string): FixedAsset {
  const plan = asset.plan as DepreciationPlan;
  if (plan.method === 'none') return asset;
  const rest = plan.base - plannedUntil(plan, date);
  const left = asset.cost - asset.residual - asset.impaired - asset.depreciated;
  // A cent more, which what is left caps: so that rounding leaves nothing over at the end.
  const base = rest > 0 && rest < left ? shareOf(plan.base, BigInt(left), BigInt(rest)) + 1 : plan.base;
  const next = { ...plan, base };
  return { ...asset, plan: { ...asset.plan, base }, before: asset.depreciated - plannedUntil(next, date) };
}

/**
 * What is due until the day, then what of an impairment is over: 29 against 79.
 * @throws DomainError `asset.too_early`, `asset.impairment_reversal` (400).
 */
export function impairmentReversalOf(posting: Posting, asset: StoredAsset, { amount, reason }: z.output<typeof ImpairmentInput>) {
  const { date } = posting;
  requireNotBefore(asset, date);
  const due = dueBy(asset, date);
  const now = charged(asset, due, date);
  const most = mostReversed(now, date);
  if (amount > most)
    throw invalid(
      'asset.impairment_reversal',
      `At most ${minorText(most)} EUR is taken back on that day: no more than was impaired, and no more than the asset would be worth without it.`,
      'body.amount',
      { most: minorText(most), amount: minorText(amount), impaired: minorText(asset.impaired) },
    );
  const { impaired, recovery } = accountsBeside(asset);
  const lines = [...chargeLines(asset, due), { account: impaired, amount }, { account: recovery, amount: -amount }];
  const entry = posting.add(`Reversión del deterioro: ${asset.name}`, lines);
  const document: AssetEntry = {
    event: 'impairment-reversal',
    date,
    parts: [{ assetId: asset.id, name: asset.name, amount }],
    reason,
    entry,
  };
  const { unimpaired, ...after } = spread({ ...now, impaired: now.impaired - amount }, date);
  return { document, after: after.impaired > 0 && unimpaired ? { ...after, unimpaired } : after };
}
