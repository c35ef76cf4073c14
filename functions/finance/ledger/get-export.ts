import { ledger } from '#api/finance/ledger.ts';
import { BookExports } from '#domain/finance/ledger/export-record.ts';
import { plainQuery } from '#runtime/action.ts';
import { exportView } from './export-view.ts';

export const getExport = plainQuery(ledger.actions.getExport, async ({ path, records, now }) =>
  exportView(await records.getOrThrow(BookExports, path.exportId, 'path.exportId'), now),
);
