import { wanted } from '#domain/sales/imports/wire.ts';
import { query } from '#runtime/action.ts';
import { imports } from './module.ts';
import { findRows, requireDone } from './report-store.ts';

export const listImportRows = query(imports.actions.listImportRows, async ({ path, query: asked, records, tenant }) => {
  await requireDone(records, path.importId);
  return findRows(tenant, path.importId, asked, wanted(asked));
});
