import * as z from 'zod/mini';
import { yearOf } from '#kernel/date.ts';
import { Money } from '#kernel/money.ts';
import { numberOf, type Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { EntryView, entryView } from '../wire.ts';
import { ASSET_EVENTS, AssetEntries, type AssetEntry } from './asset-entry.ts';
import { METHODS_OF_DEPRECIATION } from './depreciation-plan.ts';
import { ASSET_STATES, assetState, bookValue, dueBy, FixedAssets, type StoredAsset } from './fixed-asset.ts';
import { assetClass } from './lis12.ts';
import { isOverMaximum, TAX_WARNINGS, taxAdjustments, taxWarnings } from './tax-maximum.ts';

export const FixedAssetView = z.object({
  id: z.string(),
  number: z.string(),
  name: z.string(),
  account: z.string(),
  assetClass: z.optional(z.string()),
  state: z.enum(ASSET_STATES),
  cost: Money,
  residual: Money,
  depreciated: Money,
  impaired: Money,
  bookValue: Money,
  inUseOn: z.string(),
  /** Depreciated until then. */
  until: z.optional(z.string()),
  method: z.enum(METHODS_OF_DEPRECIATION),
  percent: z.optional(z.string()),
  years: z.optional(z.int()),
  basis: z.enum(['days', 'months']),
  /** Faster than LIS art. 12 deducts: what is beyond is added to the taxable base. */
  overMaximum: z.boolean(),
  /** What the law does not take of the plan: too fast, too slow, or by a method that is not for such things. */
  taxWarnings: z.array(z.enum(TAX_WARNINGS)),
  maxPercent: z.optional(z.string()),
  bill: z.optional(z.object({ billId: z.string(), line: z.int() })),
  disposedOn: z.optional(z.string()),
  /** It was registered by mistake, and taken back. */
  withdrawn: z.optional(z.object({ on: z.string(), by: z.string(), reason: z.string() })),
  ...stampFields,
});

/** A calendar year of an asset: what is posted of it, and what its plan still asks for. */
export const ScheduleRow = z.object({
  ...{ year: z.string(), posted: Money, planned: Money, depreciated: Money, bookValue: Money },
  /** Added to the taxable base of the year: what is above the maximum; negative where it is taken off again. */
  taxAdjustment: Money,
});

export const AssetEntryView = z.object({
  id: z.string(),
  number: z.string(),
  event: z.enum(ASSET_EVENTS),
  date: z.string(),
  /** Of how many assets. */
  assets: z.int(),
  result: z.optional(Money),
  reason: z.optional(z.string()),
  invoiceId: z.optional(z.string()),
  reverses: z.optional(z.string()),
  reversedBy: z.optional(z.string()),
  entry: EntryView,
  /** There is more due on that day: ask again. */
  more: z.optional(z.boolean()),
});

export const assetView = (asset: StoredAsset) => {
  const { plan, before: _before, postedByYear: _years, unimpaired: _unimpaired, partSold: _sold, ...rest } = asset;
  const known = assetClass(asset.assetClass);
  return {
    ...stamped(rest as StoredAsset),
    number: numberOf(FixedAssets, asset.id),
    state: assetState(asset),
    bookValue: bookValue(asset),
    method: plan.method,
    basis: plan.basis,
    ...(plan.percent ? { percent: plan.percent } : {}),
    ...(plan.years ? { years: plan.years } : {}),
    overMaximum: isOverMaximum(asset),
    taxWarnings: taxWarnings(asset),
    ...(known ? { maxPercent: known.maxPercent } : {}),
  };
};

/** At most so many years ahead: as long as the longest plan, and then some. */
const MOST_YEARS = 110;

/** From the year in which it came into use to the one in which nothing is left: what was posted stands as it is. */
export function scheduleOf(asset: StoredAsset): z.output<typeof ScheduleRow>[] {
  const rows: z.output<typeof ScheduleRow>[] = [];
  const postedIn = (year: string) => asset.postedByYear[year] ?? 0;
  const posted = Object.values(asset.postedByYear).reduce((sum, amount) => sum + amount, 0);
  let depreciated = asset.depreciated - posted;
  let promised = 0;
  const adjusted = taxAdjustments(asset, depreciated);
  for (let year = yearOf(asset.inUseOn), i = 0; i < MOST_YEARS; year = String(Number(year) + 1), i += 1) {
    const due = dueBy(asset, `${year}-12-31`);
    const planned = due - promised;
    promised = due;
    depreciated += postedIn(year) + planned;
    const { adjustment, pending } = adjusted(year, postedIn(year) + planned);
    rows.push({
      year,
      posted: postedIn(year),
      planned,
      depreciated,
      bookValue: asset.disposedOn ? 0 : asset.cost - depreciated - asset.impaired,
      taxAdjustment: adjustment,
    });
    if (
      asset.disposedOn
        ? year >= yearOf(asset.disposedOn)
        : asset.plan.method === 'none' ||
          (pending === 0 &&
            asset.depreciated + due >= asset.cost - asset.residual - asset.impaired &&
            year >= yearOf(asset.until ?? asset.inUseOn))
    )
      break;
  }
  return rows;
}

/** As many assets are named. */
const MOST_NAMED = 50;

/** What the depreciation of a year adds to the taxable base, or takes off it again, with the assets that it is of: the largest first. */
export const DepreciationAdjustment = z.object({
  added: Money,
  deducted: Money,
  assets: z.array(z.object({ assetId: z.string(), name: z.string(), amount: Money })),
});

/** Of a calendar year, what its plan still asks for included. */
export function depreciationAdjustment(assets: readonly StoredAsset[], year: string): z.output<typeof DepreciationAdjustment> | undefined {
  const differing = assets
    .map((asset) => ({
      ...{ assetId: asset.id, name: asset.name },
      amount: scheduleOf(asset).find((row) => row.year === year)?.taxAdjustment ?? 0,
    }))
    .filter(({ amount }) => amount !== 0)
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  if (differing.length === 0) return undefined;
  const sum = (sign: 1 | -1) => differing.reduce((total, { amount }) => total + Math.max(0, sign * amount), 0);
  return { added: sum(1), deducted: sum(-1), assets: differing.slice(0, MOST_NAMED) };
}

export const assetEntryView = ({ id, parts, entry, event, date, result, reason, invoiceId, reverses, reversedBy }: Stored<AssetEntry>) => ({
  id,
  number: numberOf(AssetEntries, id),
  event,
  date,
  assets: parts.length,
  ...(result === undefined ? {} : { result }),
  ...(reason ? { reason } : {}),
  ...(invoiceId ? { invoiceId } : {}),
  ...(reverses ? { reverses } : {}),
  ...(reversedBy ? { reversedBy } : {}),
  entry: entryView(entry),
});
