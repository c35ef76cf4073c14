import { CONTENT_TYPES } from '#domain/finance/ledger/export.ts';
import type { StoredExport } from '#domain/finance/ledger/export-record.ts';
import { linkTo } from '#runtime/documents.ts';

/** An export as it is answered. The link is new each time: it is a way to the same file, good for a quarter of an hour. */
export async function exportView({ id, kind, from, to, key, fileName, bytes, entries }: StoredExport, now: Date) {
  const about = { id, kind, ...(from ? { from } : {}), to, contentType: CONTENT_TYPES[kind] };
  if (bytes === undefined) return { ...about, state: 'preparing' as const };
  return { ...about, state: 'ready' as const, bytes, entries, ...(await linkTo('reports', key, fileName, now)) };
}
