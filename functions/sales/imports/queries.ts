import { imports } from '#api/sales/imports.ts';
import { hasProblems, type Import, Imports, importActions } from '#domain/sales/imports/import.ts';
import { importView } from '#domain/sales/imports/wire.ts';
import { yearOf, yearsBetween } from '#kernel/date.ts';
import { plainQuery } from '#runtime/action.ts';
import { listDated } from '#runtime/dated-list.ts';
import { actionsOf, query, serveModule } from '../../platform/service.ts';
import { approvalOf } from './import-authority.ts';

export const getImport = plainQuery(imports.actions.getImport, async ({ path, records, caller }) => {
  const record = await records.getOrThrow(Imports, path.importId, 'path.importId');
  return { ...importView(record), actions: actionsOf(caller, imports.actions, importActions, approvalOf(caller, record)) };
});

export const listImports = query(imports.actions.listImports, async ({ query: input, records, company, today, now }) => {
  // An import is dated by the day on which it was made, which no fiscal year need cover.
  const founded = company.history[0]?.at ?? now.toISOString();
  const years = yearsBetween(yearOf(founded), yearOf(today));
  const { status, problems } = input;
  const wanted = (found: Import) => (!status || found.status === status) && (!problems || String(hasProblems(found)) === problems);
  const page = await listDated(records, Imports, years, input, { where: status || problems ? wanted : undefined });
  return { ...page, items: page.items.map(importView) };
});

export const handler = serveModule(imports, { listImports, getImport });
