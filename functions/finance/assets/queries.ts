import { assets } from '#api/finance/assets.ts';
import { AssetEntries, assetEntryActions } from '#domain/finance/assets/asset-entry.ts';
import { assetActions, FixedAssets } from '#domain/finance/assets/fixed-asset.ts';
import { assetEntryView, assetView, scheduleOf } from '#domain/finance/assets/wire.ts';
import { plainQuery } from '#runtime/action.ts';
import { listRecords } from '#runtime/lists.ts';
import { actionsOf, listQuery, recordQuery, serveModule } from '../../platform/service.ts';
import { getAssetTie } from './asset-tie.ts';

const { actions } = assets;

export const listFixedAssets = plainQuery(actions.listFixedAssets, async ({ query: input, records }) => {
  const page = await listRecords(records, FixedAssets, { ...input, buckets: ['all'], words: input.q });
  return { ...page, items: page.items.map(assetView) };
});

export const getFixedAsset = recordQuery(actions.getFixedAsset, FixedAssets, [actions, assetActions], (asset) => ({
  ...assetView(asset),
  schedule: scheduleOf(asset),
}));

export const listAssetEntries = listQuery(actions.listAssetEntries, AssetEntries, (entry, { caller }) => ({
  ...assetEntryView(entry),
  actions: actionsOf(caller, actions, assetEntryActions, entry),
}));

export const handler = serveModule(assets, { listFixedAssets, getFixedAsset, getAssetTie, listAssetEntries });
