import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { query } from '#runtime/action.ts';
import { ledger } from './module.ts';
import { periodsOf, readPeriods } from './period-store.ts';

export const listPeriods = query(ledger.actions.listPeriods, async ({ query: { year }, records }) => {
  const company = await records.need(Companies, COMPANY_ID);
  const years = company.fiscalYears.filter((y) => year === undefined || y === year);
  return { items: await readPeriods(records, periodsOf(years)) };
});
