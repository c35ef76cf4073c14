import { imports } from '#api/sales/imports.ts';
import { wanted } from '#domain/sales/imports/wire.ts';
import { plainQuery } from '#runtime/action.ts';
import { linkTo } from '#runtime/documents.ts';
import { serveModule } from '../../platform/service.ts';
import { approveImport } from './approve-import.ts';
import { createImport } from './create-import.ts';
import { findRows, reportKey, requireDone } from './report-store.ts';

export const getImportReport = plainQuery(imports.actions.getImportReport, async ({ path: { importId }, records, tenant, now }) => {
  await requireDone(records, importId);
  return {
    json: await linkTo('reports', reportKey(tenant, importId, 'json'), `${importId}.json`, now),
    csv: await linkTo('reports', reportKey(tenant, importId, 'csv'), `${importId}.csv`, now),
  };
});

export const listImportRows = plainQuery(imports.actions.listImportRows, async ({ path, query: input, records, tenant }) => {
  await requireDone(records, path.importId);
  return findRows(tenant, path.importId, input, wanted(input));
});

export const handler = serveModule(imports, { createImport, approveImport, listImportRows, getImportReport });
