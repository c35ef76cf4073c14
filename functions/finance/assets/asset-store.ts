import { FixedAssets, type StoredAsset } from '#domain/finance/assets/fixed-asset.ts';
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
