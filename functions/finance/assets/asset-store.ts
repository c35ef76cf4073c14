import { AssetSources, assetSourceId, FixedAssets, isAssetAccount, type StoredAsset } from '#domain/finance/assets/fixed-asset.ts';
import type { StoredBill } from '#domain/finance/payables/supplier-bill.ts';
import type { Minor } from '#kernel/money.ts';
import { listRecords } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';

const AT_ONCE = 500;

/** Every fixed asset by name, those that are gone too. */
export async function allAssets(records: Records): Promise<StoredAsset[]> {
  const assets: StoredAsset[] = [];
  let cursor: string | undefined;
  do {
    const page = await listRecords(records, FixedAssets, { buckets: ['all'], order: 'asc', limit: AT_ONCE, ...(cursor ? { cursor } : {}) });
    assets.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return assets;
}

/** Lines of a bill on accounts of fixed assets, from the company's limit on; none of a bill that was taken back. */
export async function boughtAssets(records: Records, bill: StoredBill, limit: Minor = 0) {
  if (bill.reversal) return [];
  const lines = bill.lines.flatMap(({ account, net }, i) => (isAssetAccount(account) && net > 0 && net >= limit ? [i + 1] : []));
  const sources = await records.getMany(
    AssetSources,
    lines.map((line) => assetSourceId({ billId: bill.id, line })),
  );
  return lines.map((line, i) => ({ line, ...(sources[i] ? { assetId: sources[i].assetId } : {}) }));
}
