import { query } from '#runtime/action.ts';
import { linkTo } from '#runtime/documents.ts';
import { imports } from './module.ts';
import { reportKey, requireDone } from './report-store.ts';

export const getImportReport = query(imports.actions.getImportReport, async ({ path: { importId }, records, tenant, now }) => {
  await requireDone(records, importId);
  return {
    json: await linkTo('reports', reportKey(tenant, importId, 'json'), `${importId}.json`, now),
    csv: await linkTo('reports', reportKey(tenant, importId, 'csv'), `${importId}.csv`, now),
  };
});
