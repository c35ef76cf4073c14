import type { RecordType, Stored } from '#kernel/record.ts';
import { listDated } from '#runtime/dated-list.ts';
import type { Records } from '#runtime/records.ts';

/** Every document of a kind that has something open, over all fiscal years, of one customer or of all. Read page by page. */
export async function openItems<T extends { readonly open: number }>(
  records: Records,
  type: RecordType<T>,
  fiscalYears: readonly string[],
  party?: string,
): Promise<Stored<T>[]> {
  const found: Stored<T>[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await listDated(
      records,
      type,
      fiscalYears,
      { limit: 100, order: 'asc', cursor },
      { party, where: (item) => item.open !== 0 },
    );
    found.push(...page.items);
    cursor = page.nextCursor;
  }
  return found;
}
