import * as z from 'zod/mini';
import { assetEntryActions, DisposalInput, ImpairmentInput, UndoInput } from '#domain/finance/assets/asset-entry.ts';
import { AssetTie } from '#domain/finance/assets/asset-tie.ts';
import { AssetInput, assetActions, RevisionInput } from '#domain/finance/assets/fixed-asset.ts';
import { AssetEntryView, FixedAssetView, ScheduleRow } from '#domain/finance/assets/wire.ts';
import { defineModule } from '#kernel/action.ts';
import { BusinessDate } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { datedQuery, pageOf, pageQuery, searchWords } from '#kernel/page.ts';
import { withActions, withFlow } from '../flow.ts';
import { POSTING_REFUSALS } from '../posting.ts';

const AssetPath = z.strictObject({ assetId: idWith('fxa') });
const PLAN = ['asset.plan', 'asset.residual'] as const;
const MISSING = ['fixed-asset.not_found', 'asset.disposed', 'asset.withdrawn'] as const;
const EXAMPLE = { method: 'straight-line', percent: '25' } as const;

export const assets = defineModule('finance/assets', 'Fixed assets', {
  registerAsset: {
    route: 'POST /assets',
    summary: 'Register a fixed asset',
    description:
      'Nothing is posted: its cost is on its account by the bill or entry that bought it. `depreciated` takes over what other books have depreciated. A percentage above the table of LIS art. 12 is taken, and told (`overMaximum`).',
    permission: 'books.post',
    body: AssetInput,
    output: FixedAssetView,
    errors: [
      'asset.account',
      ...PLAN,
      'asset.depreciated',
      'asset.twice',
      'asset.bill',
      'asset.bill_account',
      'asset.bill_cost',
      'document.reversed',
      'account.unknown',
      'account.inactive',
      'account.not_in_force',
      'account.currency',
      'account.control',
    ],
    example: {
      body: { name: 'Servidor', account: '217', cost: { amount: '12000.00', currency: 'EUR' }, inUseOn: '2026-09-01', ...EXAMPLE },
    },
  },
  listFixedAssets: {
    route: 'GET /assets',
    summary: 'List the fixed assets by name',
    permission: 'books.read',
    query: z.strictObject({ ...pageQuery, q: searchWords }),
    output: pageOf(FixedAssetView),
  },
  getAssetTie: {
    route: 'GET /assets/reconciliation',
    summary: 'Compare fixed assets with the accounts that they stand on',
    description:
      'Cost by account below 20, 21 and 22; what is depreciated with 280 to 282, what is impaired with 290 to 292. Where they differ: which documents no asset is of, and which assets no entry posted; `complete` is false where there were more entries than are looked at.',
    permission: 'books.read',
    output: AssetTie,
    errors: ['balances.behind'],
  },
  getFixedAsset: {
    route: 'GET /assets/{assetId}',
    summary: 'Get a fixed asset with its schedule',
    permission: 'books.read',
    path: AssetPath,
    output: z.extend(withFlow(FixedAssetView, assetActions), { schedule: z.array(ScheduleRow) }),
    errors: ['fixed-asset.not_found'],
  },
  reviseAsset: {
    route: 'POST /assets/{assetId}/revision',
    summary: 'Depreciate the rest of an asset by another plan',
    description:
      'What is posted stays: the plan counts from the day after it (RD 1514/2007, PGC standard 22: changes of estimates work forward).',
    permission: 'books.post',
    path: AssetPath,
    body: RevisionInput,
    output: FixedAssetView,
    status: 200,
    dryRun: true,
    errors: [...MISSING, ...PLAN],
    example: { body: { ...EXAMPLE, percent: '20', reason: 'Vida útil revisada' } },
  },
  impairAsset: {
    route: 'POST /assets/{assetId}/impairment',
    summary: 'Post what an asset has lost beyond its depreciation',
    permission: 'books.post',
    path: AssetPath,
    body: ImpairmentInput,
    output: AssetEntryView,
    dryRun: true,
    errors: [...MISSING, 'asset.too_early', 'asset.impairment', ...POSTING_REFUSALS],
    example: { body: { amount: { amount: '500.00', currency: 'EUR' }, reason: 'Avería' } },
  },
  withdrawAsset: {
    route: 'POST /assets/{assetId}/withdrawal',
    summary: 'Take back an asset that was registered by mistake',
    description:
      'While nothing stands in the books of it. The line of the bill that it came from may then be registered again, or the bill reversed.',
    permission: 'books.post',
    path: AssetPath,
    body: z.strictObject({ reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)) }),
    output: FixedAssetView,
    dryRun: true,
    status: 200,
    errors: [...MISSING, 'asset.posted'],
    example: { body: { reason: 'Cuenta equivocada' } },
  },
  reverseImpairment: {
    route: 'POST /assets/{assetId}/impairment-reversal',
    summary: 'Take back what an asset had lost, where the cause is over',
    description:
      'Of what was impaired, at most what brings the asset to the value that it would have without it (RD 1514/2007, PGC standard 2.2.2): 290 to 292 against 790 to 792. It is depreciated to that day first, and the plan goes on with what is left.',
    permission: 'books.post',
    path: AssetPath,
    body: ImpairmentInput,
    output: AssetEntryView,
    dryRun: true,
    errors: [...MISSING, 'asset.not_impaired', 'asset.too_early', 'asset.impairment_reversal', ...POSTING_REFUSALS],
    example: { body: { amount: { amount: '300.00', currency: 'EUR' }, reason: 'Avería reparada' } },
  },
  disposeAsset: {
    route: 'POST /assets/{assetId}/disposal',
    summary: 'Take a sold or scrapped asset, or a part of it, out of the books',
    description:
      'It is depreciated to that day first; the difference to the price is a gain (770 to 772) or a loss (670 to 672). VAT on the sale is the invoice’s: name it (`invoiceId`), so that the disposal is not undone while it stands.',
    permission: 'books.post',
    path: AssetPath,
    body: DisposalInput,
    output: AssetEntryView,
    dryRun: true,
    errors: [
      ...MISSING,
      'asset.too_early',
      'invoice.not_found',
      'account.unknown',
      'account.inactive',
      'account.not_in_force',
      'account.currency',
      'account.control',
      ...POSTING_REFUSALS,
    ],
    example: { body: { price: { amount: '7000.00', currency: 'EUR' }, reason: 'Venta' } },
  },
  depreciateAssets: {
    route: 'POST /assets/depreciation',
    summary: 'Post what is due of all assets until a day',
    description:
      'One entry for up to 80 assets; `more` says that others are due on that day: ask again. What is posted never changes afterwards.',
    permission: 'books.post',
    body: z.strictObject({ until: BusinessDate }),
    output: AssetEntryView,
    dryRun: true,
    errors: ['depreciation.nothing_due', ...POSTING_REFUSALS],
    example: { body: { until: '2026-11-30' } },
  },
  listAssetEntries: {
    route: 'GET /assets/entries',
    summary: 'List depreciations, impairments and disposals',
    permission: 'books.read',
    query: z.strictObject({
      ...datedQuery,
    }),
    output: pageOf(withActions(AssetEntryView, assetEntryActions)),
  },
  reverseDepreciation: {
    route: 'POST /assets/entries/{assetEntryId}/reversal',
    summary: 'Reverse a depreciation',
    permission: 'books.post',
    path: z.strictObject({ assetEntryId: idWith('fae') }),
    body: z.strictObject({ reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)) }),
    output: AssetEntryView,
    dryRun: true,
    errors: [
      'asset-entry.not_found',
      'asset_entry.final',
      'asset_entry.reversal',
      'asset_entry.reversed',
      'asset.later',
      ...POSTING_REFUSALS,
    ],
    example: { body: { reason: 'Fecha equivocada' } },
  },
  undoAssetEntry: {
    route: 'POST /assets/entries/{assetEntryId}/undo',
    summary: 'Undo a disposal, an impairment or its reversal that was a mistake',
    description:
      'Its entry is reversed, with what was depreciated that day; the asset is as it was, and its schedule works forward. Refused where the asset has changed since, and while the invoice of the sale is not credited: its VAT is declared.',
    permission: 'books.post',
    path: z.strictObject({ assetEntryId: idWith('fae') }),
    body: UndoInput,
    output: AssetEntryView,
    dryRun: true,
    errors: [
      'asset-entry.not_found',
      'asset_entry.final',
      'asset_entry.reversal',
      'asset_entry.reversed',
      'asset_entry.invoiced',
      'asset.later',
      'asset.too_early',
      ...POSTING_REFUSALS,
    ],
    example: { body: { reason: 'Se dio de baja el equipo equivocado' } },
  },
});
