import { missing } from '#kernel/errors.ts';
import { prefixOf } from '#kernel/id.ts';
import type { Stored } from '#kernel/record.ts';
import type { Entry } from '#domain/finance/ledger/entry.ts';
import { entryDetail } from '#domain/finance/ledger/wire.ts';
import { query } from '#runtime/action.ts';
import { type Carrier, ENTRY_KINDS } from './entry-kinds.ts';
import { ledger } from './module.ts';

export const getEntry = query(ledger.actions.getEntry, async ({ path, records }) => {
  const documentId = path.entryId.slice(3);
  const type = ENTRY_KINDS.find((kind) => kind.prefix === prefixOf(documentId));
  const document = type && (await records.get(type, documentId));
  if (!type || !document?.entry) throw missing('entry.not_found', `There is no entry ${path.entryId}.`, 'path.entryId');
  return entryDetail(type.kind, document as Stored<Carrier & { entry: Entry }>);
});
