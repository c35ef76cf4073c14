import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { hasProblems, type Import, Imports } from '#domain/sales/imports/import.ts';
import { importView } from '#domain/sales/imports/wire.ts';
import { dateIn, yearOf, yearsBetween } from '#kernel/date.ts';
import { query } from '#runtime/action.ts';
import { listDated } from '#runtime/dated-list.ts';
import { imports } from './module.ts';

export const listImports = query(imports.actions.listImports, async ({ query: asked, records, now }) => {
  const company = await records.need(Companies, COMPANY_ID);
  // An import is dated by the day on which it was made, which no fiscal year need cover.
  const founded = company.history[0]?.at ?? now.toISOString();
  const years = yearsBetween(yearOf(founded), yearOf(dateIn(company.timeZone, now)));
  const { status, problems } = asked;
  const wanted = (found: Import) => (!status || found.status === status) && (!problems || String(hasProblems(found)) === problems);
  const page = await listDated(records, Imports, years, asked, { where: status || problems ? wanted : undefined });
  return { ...page, items: page.items.map(importView) };
});
