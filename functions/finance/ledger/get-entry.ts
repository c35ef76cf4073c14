import { entryDetail } from '#domain/finance/ledger/wire.ts';
import { query } from '#runtime/action.ts';
import { needEntry } from './entry-store.ts';
import { ledger } from './module.ts';

export const getEntry = query(ledger.actions.getEntry, async ({ path, records }) => {
  const document = await needEntry(records, path.entryId);
  return entryDetail(document.kind, document);
});
