import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { dateIn } from '#kernel/date.ts';
import { query } from '#runtime/action.ts';
import { figuresOf } from './figures.ts';
import { home } from './module.ts';
import { waitingFor } from './waiting.ts';

/** Whoever works in the warehouse alone sees goods, and no money. */
const MONEY = ['owner', 'accountant', 'sales', 'auditor', 'integration'] as const;

export const getHome = query(home.actions.getHome, async ({ caller, records, tenant, now }) => {
  const { timeZone, fiscalYears } = await records.need(Companies, COMPANY_ID);
  const date = dateIn(timeZone, now);
  const money = MONEY.some((role) => caller.roles.includes(role));
  const [waiting, figures] = await Promise.all([waitingFor(tenant, date, money), money ? figuresOf(tenant, date, fiscalYears) : undefined]);
  return { date, waiting, ...(figures ? { figures } : {}) };
});
