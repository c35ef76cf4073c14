import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { stamped } from '#kernel/stamps.ts';
import { query } from '#runtime/action.ts';
import { company } from './module.ts';

export const getCompany = query(company.actions.getCompany, async ({ records }) => {
  const found = stamped(await records.need(Companies, COMPANY_ID));
  return { ...found, fiscalYears: [...found.fiscalYears] };
});
