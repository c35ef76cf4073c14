import { assets } from '#api/finance/assets.ts';
import {
  AssetEntries,
  assetEntryActions,
  depreciationOf,
  disposalOf,
  impairmentOf,
  reversalOfDepreciation,
} from '#domain/finance/assets/asset-entry.ts';
import { requireBoughtBy } from '#domain/finance/assets/asset-purchase.ts';
import { refusalOfStandingSale, undoBy, undoOf } from '#domain/finance/assets/asset-undo.ts';
import {
  AssetSources,
  assetActions,
  assetSourceId,
  DEPRECIATE,
  dueBy,
  FixedAssets,
  newAsset,
  revised,
  type StoredAsset,
  withdrawn,
} from '#domain/finance/assets/fixed-asset.ts';
import { impairmentReversalOf } from '#domain/finance/assets/impairment-reversal.ts';
import { assetEntryView, assetView } from '#domain/finance/assets/wire.ts';
import { PeriodSequences, sequenceId } from '#domain/finance/ledger/period-sequence.ts';
import { SupplierBills } from '#domain/finance/payables/supplier-bill.ts';
import { Invoices, type StoredInvoice } from '#domain/finance/receivables/invoice.ts';
import { addDays, type IsoDate } from '#kernel/date.ts';
import { conflict, invalid, refused, throwIf } from '#kernel/errors.ts';
import { create, numberOf, remove, update } from '#kernel/record.ts';
import { creates, on } from '#runtime/action.ts';
import { openRecords } from '#runtime/open-work.ts';
import { optional, required } from '#runtime/reads.ts';
import type { Records } from '#runtime/records.ts';
import { command, serveModule } from '../../platform/service.ts';
import { requireAccounts } from '../ledger/account-store.ts';
import { openPosting } from '../service.ts';

/** As many as a transaction takes beside their entry and its sequence. */
const MOST_ASSETS = 80;

export const registerAsset = command(
  assets.actions.registerAsset,
  creates(FixedAssets, 'fxa', ({ body: { bill } }) => ({
    source: optional(SupplierBills, bill?.billId),
    taken: optional(AssetSources, bill && assetSourceId(bill)),
  })),
  async ({ body, newId, records, source, taken }) => {
    const asset = newAsset(body);
    const { bill } = body;
    const bought = bill && requireBoughtBy(source, bill.line, asset);
    if (taken)
      throw conflict('asset.twice', `That line of the bill is ${numberOf(FixedAssets, taken.assetId)} already.`, 'body.bill', {
        asset: taken.assetId,
      });
    await requireAccounts(records, [body.account], body.inUseOn);
    const id = newId('fxa');
    if (!bill || !bought) return [create(FixedAssets, id, asset)];
    const marked = { ...bought, assetIds: [...(bought.assetIds ?? []), id] };
    return [
      create(FixedAssets, id, asset),
      create(AssetSources, assetSourceId(bill), { assetId: id }),
      update(SupplierBills, bought, marked),
    ];
  },
  assetView,
);

export const withdrawAsset = command(
  assets.actions.withdrawAsset,
  on(FixedAssets, (path) => path.assetId),
  async ({ body: { reason }, caller, today, records }, asset) => {
    throwIf(assetActions.withdrawAsset(asset));
    const after = withdrawn(asset, { on: today, by: caller.email, reason }) as StoredAsset;
    if (!asset.bill) return [update(FixedAssets, asset, after)];
    const [source, bill] = await Promise.all([
      records.get(AssetSources, assetSourceId(asset.bill)),
      records.get(SupplierBills, asset.bill.billId),
    ]);
    const left = bill?.assetIds?.filter((id) => id !== asset.id);
    return [
      update(FixedAssets, asset, after),
      // The line of the bill is free again.
      ...(source?.assetId === asset.id ? [remove(AssetSources, source)] : []),
      ...(bill && left ? [update(SupplierBills, bill, { ...bill, assetIds: left })] : []),
    ];
  },
  assetView,
);

export const reviseAsset = command(
  assets.actions.reviseAsset,
  on(FixedAssets, (path) => path.assetId),
  ({ body }, asset) => {
    throwIf(assetActions.reviseAsset(asset));
    const next = asset.until === undefined ? asset.inUseOn : addDays(asset.until, 1);
    return [update(FixedAssets, asset, revised(asset, body, next) as StoredAsset, { plan: asset.plan, residual: asset.residual })];
  },
  assetView,
);

const ofAsset = ({ path }: { readonly path: { readonly assetId: string } }) => ({
  asset: required(FixedAssets, path.assetId, 'path.assetId'),
});

export const impairAsset = command(
  assets.actions.impairAsset,
  creates(AssetEntries, 'fae', ofAsset),
  async ({ body, today, records, caller, newId, asset }) => {
    throwIf(assetActions.impairAsset(asset));
    const id = newId('fae');
    const posting = await openPosting(records, { date: body.date ?? today, today, document: id, caller });
    const { document, after } = impairmentOf(posting, asset, body);
    return [
      create(AssetEntries, id, { ...document, undo: undoBy(asset) }),
      update(FixedAssets, asset, after as StoredAsset),
      ...posting.changes(),
    ];
  },
  assetEntryView,
);

export const reverseImpairment = command(
  assets.actions.reverseImpairment,
  creates(AssetEntries, 'fae', ofAsset),
  async ({ body, today, records, caller, newId, asset }) => {
    throwIf(assetActions.reverseImpairment(asset));
    const id = newId('fae');
    const posting = await openPosting(records, { date: body.date ?? today, today, document: id, caller });
    const { document, after } = impairmentReversalOf(posting, asset, body);
    return [
      create(AssetEntries, id, { ...document, undo: undoBy(asset) }),
      update(FixedAssets, asset, after as StoredAsset),
      ...posting.changes(),
    ];
  },
  assetEntryView,
);

export const disposeAsset = command(
  assets.actions.disposeAsset,
  creates(AssetEntries, 'fae', ({ path, body }) => ({
    ...ofAsset({ path }),
    ...(body.invoiceId ? { invoice: required(Invoices, body.invoiceId, 'body.invoiceId') } : {}),
  })),
  async ({ body, today, records, caller, newId, asset }) => {
    throwIf(assetActions.disposeAsset(asset));
    const id = newId('fae');
    const { date = today } = body;
    const [posting] = await Promise.all([
      openPosting(records, { date, today, document: id, caller }),
      requireAccounts(records, body.account ? [body.account] : [], date),
    ]);
    const { document, after } = disposalOf(posting, asset, body);
    return [
      create(AssetEntries, id, { ...document, undo: undoBy(asset) }),
      update(FixedAssets, asset, after as StoredAsset),
      ...posting.changes(),
    ];
  },
  assetEntryView,
);

/** Assets with something left to depreciate that is not posted until a day: one more than fits says that there are others. */
async function dueAssets(records: Records, until: IsoDate): Promise<StoredAsset[]> {
  const found: StoredAsset[] = [];
  for await (const asset of openRecords(records, FixedAssets, DEPRECIATE, { to: `${until}~` }, new Set())) {
    if (dueBy(asset, until) > 0) found.push(asset);
    if (found.length > MOST_ASSETS) break;
  }
  return found;
}

export const depreciateAssets = command(
  assets.actions.depreciateAssets,
  creates(AssetEntries, 'fae'),
  async ({ body: { until }, today, records, caller, newId }) => {
    const id = newId('fae');
    const [posting, due] = await Promise.all([
      openPosting(records, { date: until, today, document: id, caller, field: 'body.until' }),
      dueAssets(records, until),
    ]);
    const planned = depreciationOf(posting, due.slice(0, MOST_ASSETS), until);
    if (!planned) throw refused('depreciation.nothing_due', `Nothing is left to depreciate until ${until}.`, 'body.until', { date: until });
    return [
      create(AssetEntries, id, planned.document),
      ...planned.assets.map(({ before, after }) => update(FixedAssets, before, after)),
      ...posting.changes(),
    ];
  },
  async (entry, { records }) => ({ ...assetEntryView(entry), more: (await dueAssets(records, entry.date)).length > 0 }),
);

export const reverseDepreciation = command(
  assets.actions.reverseDepreciation,
  creates(AssetEntries, 'fae', ({ path }) => ({ original: required(AssetEntries, path.assetEntryId, 'path.assetEntryId') })),
  async ({ body: { reason }, records, caller, newId, original }) => {
    throwIf(assetEntryActions.reverseDepreciation(original));
    const id = newId('fae');
    const [posting, found] = await Promise.all([
      openPosting(records, { date: original.date, document: id, caller, field: 'path.assetEntryId' }),
      records.getMany(
        FixedAssets,
        original.parts.map(({ assetId }) => assetId),
      ),
    ]);
    const { document, assets: changed } = reversalOfDepreciation(
      posting,
      original,
      found.flatMap((asset) => (asset ? [asset] : [])),
      reason,
    );
    return [
      create(AssetEntries, id, document),
      update(AssetEntries, original, { ...original, reversedBy: id }),
      ...changed.map(({ before, after }) => update(FixedAssets, before, after as StoredAsset)),
      ...posting.changes(),
    ];
  },
  assetEntryView,
);

/** The return of VAT that declared an invoice, where it was filed. */
async function filedReturnOf(records: Records, invoice: StoredInvoice): Promise<string | undefined> {
  if (!invoice.entry) return undefined;
  const sequence = await records.get(PeriodSequences, sequenceId(invoice.entry.period, 0));
  return sequence?.filed;
}

export const undoAssetEntry = command(
  assets.actions.undoAssetEntry,
  creates(AssetEntries, 'fae', ({ path }) => ({ original: required(AssetEntries, path.assetEntryId, 'path.assetEntryId') })),
  async ({ body, today, records, caller, newId, original }) => {
    throwIf(assetEntryActions.undoAssetEntry(original));
    const { date = original.date, reason } = body;
    if (date < original.date)
      throw invalid('asset.too_early', `It was posted on ${original.date}: use that day or a later one.`, 'body.date', {
        earliest: original.date,
        date,
        why: 'undo',
      });
    const id = newId('fae');
    const [posting, asset, invoice] = await Promise.all([
      openPosting(records, { date, today, document: id, caller }),
      records.getOrThrow(FixedAssets, original.parts[0]?.assetId ?? '', 'path.assetEntryId'),
      original.invoiceId ? records.get(Invoices, original.invoiceId) : undefined,
    ]);
    throwIf(refusalOfStandingSale(invoice, invoice && (await filedReturnOf(records, invoice))));
    const { document, after } = undoOf(posting, original, asset, reason);
    return [
      create(AssetEntries, id, document),
      update(AssetEntries, original, { ...original, reversedBy: id }),
      update(FixedAssets, asset, after),
      ...posting.changes(),
    ];
  },
  assetEntryView,
);

export const handler = serveModule(assets, {
  registerAsset,
  withdrawAsset,
  reviseAsset,
  impairAsset,
  disposeAsset,
  depreciateAssets,
  reverseDepreciation,
  reverseImpairment,
  undoAssetEntry,
});
