import { Imports } from '#domain/sales/imports/import.ts';
import { importView } from '#domain/sales/imports/wire.ts';
import { query } from '#runtime/action.ts';
import { imports } from './module.ts';

export const getImport = query(imports.actions.getImport, async ({ path, records }) =>
  importView(await records.need(Imports, path.importId, 'path.importId')),
);
