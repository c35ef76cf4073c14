import * as z from 'zod/mini';
import { BusinessDate, type IsoDate, yearOf } from '#kernel/date.ts';
import { type ActionRules, invalid, type Refusal, refusal } from '#kernel/errors.ts';
import { idWith } from '#kernel/id.ts';
import { type Minor, minorText, NonNegativeMoney, PositiveMoney } from '#kernel/money.ts';
import { named, recordType, type Stored } from '#kernel/record.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { AccountCode } from '../ledger/own-account.ts';
import { BASES, type DepreciationPlan, METHODS_OF_DEPRECIATION, plannedUntil } from './depreciation-plan.ts';
import { ASSET_CLASSES } from './lis12.ts';

const Percent = z.string().check(z.regex(/^(100|\d{1,2}(\.\d{1,2})?)$/, 'must be a percentage up to 100, such as 12.5'));

const planFields = {
  method: z.enum(METHODS_OF_DEPRECIATION),
  /** A year's part. Of a straight line, this or `years`. */
  percent: z.optional(Percent),
  years: z.optional(z.int().check(z.minimum(1), z.maximum(100))),
  basis: z.optional(z.enum(BASES)),
};

/** What people tell of an asset. */
export const AssetInput = z.strictObject({
  name: text(120),
  /** Where it stands: an account below 20, 21 or 22. */
  account: AccountCode,
  /** What it is in the table of LIS art. 12. */
  assetClass: z.optional(z.enum(ASSET_CLASSES.map(({ id }) => id))),
  cost: PositiveMoney,
  /** What it will still be worth at its end. */
  residual: z.optional(NonNegativeMoney),
  inUseOn: BusinessDate,
  ...planFields,
  /** Of one that comes from other books: what is depreciated of it, and until when. */
  depreciated: z.optional(z.strictObject({ amount: NonNegativeMoney, until: BusinessDate })),
  /** The line of the supplier's bill that it was bought with. */
  bill: z.optional(z.strictObject({ billId: idWith('bil'), line: z.int().check(z.minimum(1), z.maximum(200)) })),
});
export const RevisionInput = z.strictObject({ ...planFields, residual: z.optional(NonNegativeMoney), reason: text(200) });

const Plan = z.object({
  from: z.string(),
  base: z.int(),
  method: z.enum(METHODS_OF_DEPRECIATION),
  percent: z.exactOptional(z.string()),
  years: z.exactOptional(z.int()),
  basis: z.enum(BASES),
});

/** A fixed asset: what is posted of it stands, whatever becomes of its plan. All amounts in minor units. */
export const FixedAsset = z.object({
  name: z.string(),
  account: z.string(),
  assetClass: z.exactOptional(z.string()),
  cost: z.int(),
  residual: z.int(),
  inUseOn: z.string(),
  /** How the rest is depreciated, from its first day on. */
  plan: Plan,
  /** What was depreciated before the plan began. */
  before: z.int(),
  /** What is depreciated in all. */
  depreciated: z.int(),
  /** Until when; absent: never yet. */
  until: z.exactOptional(z.string()),
  /** What was posted of it in each calendar year. */
  postedByYear: z.record(z.string(), z.int()),
  impaired: z.int(),
  /** While something is impaired: the plan as it was before, which says what the asset would be worth without it. */
  unimpaired: z.exactOptional(z.object({ plan: Plan, before: z.int() })),
  bill: z.exactOptional(z.object({ billId: z.string(), line: z.int() })),
  /** The day on which the last of it was sold or scrapped. */
  disposedOn: z.exactOptional(z.string()),
  /** A part of it was sold. */
  partSold: z.exactOptional(z.boolean()),
  /** It was registered by mistake: nothing was posted of it, or all of that was taken back. */
  withdrawn: z.exactOptional(z.object({ on: z.string(), by: z.string(), reason: z.string() })),
});
export type FixedAsset = Readonly<z.output<typeof FixedAsset>>;
export type StoredAsset = Stored<FixedAsset>;

/** Assets with something left to depreciate. */
export const DEPRECIATE = 'depreciate';
export const ASSET_STATES = ['in-use', 'depreciated', 'disposed', 'withdrawn'] as const;

const isLeft = ({ cost, residual, depreciated, impaired, disposedOn, plan }: FixedAsset): boolean =>
  !disposedOn && plan.method !== 'none' && cost - residual - depreciated - impaired > 0;
export const assetState = (asset: FixedAsset): (typeof ASSET_STATES)[number] =>
  asset.withdrawn ? 'withdrawn' : asset.disposedOn ? 'disposed' : isLeft(asset) || asset.plan.method === 'none' ? 'in-use' : 'depreciated';

export const FixedAssets = recordType<FixedAsset, (typeof ASSET_STATES)[number]>({
  kind: 'fixed-asset',
  prefix: 'fxa',
  letter: 'IN',
  data: FixedAsset,
  history: 'all',
  list: named({ by: (a) => a.name, words: (a) => [a.name, a.account] }),
  open: (a, id) => (isLeft(a) ? { queue: DEPRECIATE, sort: `${a.until ?? a.inUseOn}#${id}` } : undefined),
  state: assetState,
  tones: { 'in-use': 'good', depreciated: 'plain', disposed: 'plain', withdrawn: 'plain' },
  related: (a) => [a.bill?.billId],
  summary: (a) => ({ title: a.name, subtitle: [a.account], date: a.inUseOn, amount: bookValue(a) }),
  screen: '/assets',
  icon: 'building',
  read: 'books.read',
});

/** Accounts of what lasts: groups 20 to 22 of the PGC (intangible and tangible assets, investment property). */
export const isAssetAccount = (account: string): boolean => /^2[0-2]/.test(account);

/** A bill's line becomes one asset: whoever registers it second finds this. */
export const AssetSources = recordType<{ readonly assetId: string }>({
  kind: 'asset-source',
  prefix: 'fas',
  data: z.object({ assetId: z.string() }),
  history: 'ends',
  screen: { none: 'It only keeps a line of a bill from becoming two assets.' },
  read: 'nobody',
});
export const assetSourceId = ({ billId, line }: { readonly billId: string; readonly line: number }): string => `fas_${billId}.${line}`;

export const bookValue = ({ cost, depreciated, impaired, disposedOn }: FixedAsset): Minor =>
  disposedOn ? 0 : cost - depreciated - impaired;

type PlanInput = Pick<z.output<typeof RevisionInput>, 'method' | 'percent' | 'years' | 'basis'>;

/** @throws DomainError `asset.plan` (400) where a method lacks its percentage or its years. */
function planOf({ method, percent, years, basis = 'days' }: PlanInput, from: IsoDate, base: Minor): FixedAsset['plan'] {
  const wrong = (field: string, message: string) => invalid('asset.plan', message, `body.${field}`, { why: method.replaceAll('-', '_') });
  if (method === 'straight-line' && (percent === undefined) === (years === undefined))
    throw wrong('percent', 'A straight line takes a percentage or a number of years: give one of them.');
  if (method === 'digits' && years === undefined) throw wrong('years', 'Sum of digits takes a number of years.');
  if (method === 'constant-percentage' && (percent === undefined || years === undefined))
    throw wrong('percent', 'A constant percentage takes a percentage and a number of years, in the last of which the rest is depreciated.');
  return { from, base, method, basis, ...(percent === undefined ? {} : { percent }), ...(years === undefined ? {} : { years }) };
}

/** Land is not used up. */
const isLand = (account: string): boolean => /^2[12]0/.test(account);

/** @throws DomainError `asset.account`, `asset.residual`, `asset.depreciated`, `asset.plan` (400). */
export function newAsset(input: z.output<typeof AssetInput>): FixedAsset {
  const { name, account, cost, residual = 0, inUseOn, depreciated = { amount: 0, until: undefined }, bill } = input;
  if (!/^2[0-2]\d/.test(account) || (isLand(account) && input.method !== 'none'))
    throw invalid(
      'asset.account',
      'A fixed asset stands on an account below 20, 21 or 22; land (210, 220) is not depreciated.',
      'body.account',
      {
        account,
      },
    );
  if (residual >= cost) throw invalid('asset.residual', 'The residual value is less than the cost.', 'body.residual');
  if (depreciated.amount > cost - residual || (depreciated.until !== undefined && depreciated.until < inUseOn))
    throw invalid(
      'asset.depreciated',
      'What is depreciated is at most the cost less the residual value, and ends after the asset came into use.',
      'body.depreciated',
    );
  return {
    name,
    account,
    ...(input.assetClass ? { assetClass: input.assetClass } : {}),
    cost,
    residual,
    inUseOn,
    plan: planOf(input, inUseOn, cost - residual),
    before: 0,
    depreciated: depreciated.amount,
    ...(depreciated.until ? { until: depreciated.until } : {}),
    postedByYear: {},
    impaired: 0,
    ...(bill ? { bill } : {}),
  };
}

/** What a plan still asks for by the end of a day. */
export const dueBy = (asset: FixedAsset, date: IsoDate): Minor =>
  asset.disposedOn || (asset.until !== undefined && date <= asset.until)
    ? 0
    : Math.max(
        0,
        Math.min(asset.before + plannedUntil(asset.plan as DepreciationPlan, date), asset.cost - asset.residual - asset.impaired) -
          asset.depreciated,
      );

/** The asset with a charge posted until a day, which counts in the calendar year of that day. */
export const charged = (asset: FixedAsset, amount: Minor, until: IsoDate): FixedAsset => ({
  ...asset,
  depreciated: asset.depreciated + amount,
  until,
  postedByYear: { ...asset.postedByYear, [yearOf(until)]: (asset.postedByYear[yearOf(until)] ?? 0) + amount },
});

/** The rest under another plan, from the day after what is posted. @throws DomainError `asset.plan`, `asset.residual` (400). */
export function revised(asset: FixedAsset, input: z.output<typeof RevisionInput>, next: IsoDate): FixedAsset {
  const { residual = asset.residual } = input;
  const left = asset.cost - asset.depreciated - asset.impaired;
  if (residual > left)
    throw invalid('asset.residual', `The residual value is at most the book value, ${minorText(left)} EUR.`, 'body.residual', {
      left: minorText(left),
    });
  return { ...asset, residual, before: asset.depreciated, plan: planOf(input, next, left - residual) };
}

const refusalOfDisposed = ({ disposedOn, withdrawn }: FixedAsset): Refusal | undefined =>
  withdrawn
    ? refusal('asset.withdrawn', `The asset was taken back on ${withdrawn.on}: register it again.`, 'path.assetId', { date: withdrawn.on })
    : disposedOn
      ? refusal('asset.disposed', `The asset was disposed of on ${disposedOn}.`, 'path.assetId', { date: disposedOn })
      : undefined;

const refusalOfNoImpairment = ({ impaired }: FixedAsset): Refusal | undefined =>
  impaired > 0 ? undefined : refusal('asset.not_impaired', 'Nothing of the asset is impaired.', 'path.assetId');

/** What stands in the books of an asset is taken back before the asset is. */
const refusalOfPosted = ({ postedByYear, impaired, partSold }: FixedAsset): Refusal | undefined =>
  impaired !== 0 || partSold || Object.values(postedByYear).some((amount) => amount !== 0)
    ? refusal('asset.posted', 'Something is posted of the asset: reverse its depreciations and undo the rest first.', 'path.assetId')
    : undefined;

/** The asset as one that was registered by mistake. */
export const withdrawn = (asset: FixedAsset, how: NonNullable<FixedAsset['withdrawn']>): FixedAsset => ({
  ...asset,
  disposedOn: how.on,
  withdrawn: how,
});

/** Why an asset takes an action now or not. */
export const assetActions = {
  reviseAsset: refusalOfDisposed,
  impairAsset: refusalOfDisposed,
  disposeAsset: refusalOfDisposed,
  withdrawAsset: (asset) => refusalOfDisposed(asset) ?? refusalOfPosted(asset),
  reverseImpairment: (asset) => refusalOfDisposed(asset) ?? refusalOfNoImpairment(asset),
} as const satisfies ActionRules<StoredAsset>;
