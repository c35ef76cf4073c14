import { yearOf } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import { type DepreciationPlan, plannedUntil } from './depreciation-plan.ts';
import type { FixedAsset } from './fixed-asset.ts';
import { type AssetClass, assetClass } from './lis12.ts';

/** What of a plan the law does not take as it is: too fast, too slow, by a method that is not for such things. */
export const TAX_WARNINGS = ['maximum', 'period', 'method'] as const;
export type TaxWarning = (typeof TAX_WARNINGS)[number];

/** What the coefficient of the period is multiplied by: to under 5 years, to under 8, and from then on (LIS art. 12.1.b). */
const factorOf = (years: number): number => (years < 5 ? 1.5 : years < 8 ? 2 : 2.5);
/** No constant percentage need be less (LIS art. 12.1.b). */
const LEAST_PERCENT = 11;

/** The shortest period of a class, in years: that of its highest coefficient. */
const shortest = ({ maxPercent }: AssetClass): number => 100 / Number(maxPercent);

/** The whole period of a plan, with the years before it was revised. */
const periodOf = ({ plan, inUseOn }: FixedAsset): number => (plan.years ?? 0) + Number(yearOf(plan.from)) - Number(yearOf(inUseOn));

/** The highest constant percentage of a period: of the table's shortest, where it ends in the last of the years. */
export function constantMaximum(known: AssetClass, years: number): number {
  const period = Math.ceil(shortest(known)) >= years ? shortest(known) : years;
  return Math.max(LEAST_PERCENT, (100 / period) * factorOf(period));
}

const isAccelerated = ({ plan: { method } }: FixedAsset): boolean => method === 'digits' || method === 'constant-percentage';

function isTooFast(asset: FixedAsset, known: AssetClass): boolean {
  const { plan, cost, residual } = asset;
  if (isAccelerated(asset))
    return (
      periodOf(asset) < shortest(known) ||
      (plan.method === 'constant-percentage' && Number(plan.percent) > constantMaximum(known, periodOf(asset)) + 1e-9)
    );
  const [most, whole] = [Number(known.maxPercent), cost - residual];
  return plan.percent === undefined
    ? plan.base * 100 > whole * most * (plan.years ?? 1)
    : plan.base * Number(plan.percent) > whole * most + 1e-6 * whole;
}

function isTooSlow({ plan, inUseOn }: FixedAsset, { maxYears }: AssetClass): boolean {
  if (plan.from !== inUseOn) return false;
  return plan.years === undefined ? Number(plan.percent) * maxYears < 100 : plan.years > maxYears;
}

/** What the law does not take of a plan (LIS art. 12.1.a to c, RIS arts. 4 to 6): nothing where the asset's class is not known. */
export function taxWarnings(asset: FixedAsset): TaxWarning[] {
  const known = assetClass(asset.assetClass);
  if (!known || asset.plan.method === 'none') return [];
  return [
    ...(isTooFast(asset, known) ? (['maximum'] as const) : []),
    ...(isTooSlow(asset, known) ? (['period'] as const) : []),
    ...(known.linearOnly && isAccelerated(asset) ? (['method'] as const) : []),
  ];
}

/** Whether it is depreciated faster than the law deducts: the difference is added to the taxable base (LIS art. 12.1). */
export const isOverMaximum = (asset: FixedAsset): boolean => taxWarnings(asset).includes('maximum');

/** What the law deducts of an asset in a calendar year, at most: by its own method where that is for it, else in a straight line. */
function allowanceOf(asset: FixedAsset, known: AssetClass, year: string): Minor {
  const { cost, residual, inUseOn, plan, disposedOn } = asset;
  const [first, last] = [`${year}-01-01`, `${year}-12-31`] as const;
  const end = disposedOn !== undefined && disposedOn < last ? disposedOn : last;
  const base = cost - residual;
  if (!isAccelerated(asset) || known.linearOnly) {
    const from = inUseOn > first ? inUseOn : first;
    return plannedUntil({ from, base, method: 'straight-line', percent: known.maxPercent, basis: plan.basis }, end);
  }
  const years = Math.max(periodOf(asset), Math.ceil(shortest(known)));
  const most = constantMaximum(known, years).toFixed(4);
  const percent = plan.method === 'digits' ? undefined : Number(plan.percent) > Number(most) ? most : plan.percent;
  const allowed: DepreciationPlan = { from: inUseOn, base, method: plan.method, years, basis: plan.basis, ...(percent ? { percent } : {}) };
  return plannedUntil(allowed, end) - plannedUntil(allowed, `${Number(year) - 1}-12-31`);
}

/**
 * What the taxable base differs by from the books, year after year: what they take beyond the maximum is added, and taken off again
 * in years in which they take less, or with the asset's end (LIS arts. 11.3 and 12.1). Years without a charge leave theirs to the next.
 * @param before what was depreciated before the first year, which was deducted.
 */
export function taxAdjustments(asset: FixedAsset, before: Minor): (year: string, charged: Minor) => { adjustment: Minor; pending: Minor } {
  const known = assetClass(asset.assetClass);
  let [pending, carried] = [0, 0];
  return (year, amount) => {
    if (!known || asset.plan.method === 'none') return { adjustment: 0, pending: 0 };
    const was = pending;
    const allowed = allowanceOf(asset, known, year) + carried;
    pending = asset.disposedOn !== undefined && year >= yearOf(asset.disposedOn) ? 0 : Math.max(0, was + amount - allowed);
    carried = amount === 0 && was === 0 && before === 0 ? allowed : 0;
    return { adjustment: pending - was, pending };
  };
}
