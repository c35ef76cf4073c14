import { assets } from '#api/finance/assets.ts';
import { AssetEntries, assetEntryActions } from '#domain/finance/assets/asset-entry.ts';
import { assetActions, FixedAssets } from '#domain/finance/assets/fixed-asset.ts';
import { assetEntryView, assetView, scheduleOf } from '#domain/finance/assets/wire.ts';
import { plainQuery } from '#runtime/action.ts';
import { listDated } from '#runtime/dated-list.ts';
import { listRecords } from '#runtime/lists.ts';
import { required } from '#runtime/reads.ts';
import { actionsOf, flowOf, query, serveModule } from '../../platform/service.ts';
import { getAssetTie } from './asset-tie.ts';

const { actions } = assets;

export const listFixedAssets = plainQuery(actions.listFixedAssets, async ({ query: input, records }) => {
  const page = await listRecords(records, FixedAssets, { ...input, buckets: ['all'], words: input.q });
  return { ...page, items: page.items.map(assetView) };
});

export const getFixedAsset = query(
  actions.getFixedAsset,
  ({ path }) => ({ asset: required(FixedAssets, path.assetId, 'path.assetId') }),
  async (world) => ({
    ...assetView(world.asset),
    ...(await flowOf(world, FixedAssets, world.asset, actions, assetActions)),
    schedule: scheduleOf(world.asset),
  }),
);

export const listAssetEntries = query(actions.listAssetEntries, async ({ query: input, records, company, caller }) => {
  const page = await listDated(records, AssetEntries, company.fiscalYears, input);
  return {
    ...page,
    items: page.items.map((entry) => ({ ...assetEntryView(entry), actions: actionsOf(caller, actions, assetEntryActions, entry) })),
  };
});

export const handler = serveModule(assets, { listFixedAssets, getFixedAsset, getAssetTie, listAssetEntries });
