import { Customers } from '#domain/crm/customers/customer.ts';
import { MAIN_WAREHOUSE, Warehouses, warehouseId } from '#domain/inventory/stock/warehouse.ts';
import { COMPANY_ID, Companies, type CompanyData, type StoredCompany } from '#domain/platform/company/company.ts';
import { requireCompanyTaxId } from '#domain/platform/company/wire.ts';
import { dateIn, yearOf } from '#kernel/date.ts';
import { create } from '#kernel/record.ts';
import { atBirth, stampedAtBirth } from '#kernel/stamps.ts';
import { command } from '#runtime/action.ts';
import { enlistTenant } from '#runtime/tenants.ts';
import { presentMember } from '../members/presence-store.ts';
import { openYear } from './fiscal-year-store.ts';
import { company } from './module.ts';

export const createCompany = command(company.actions.createCompany, {
  evidence: () => ({ type: Companies, id: COMPANY_ID, how: 'make' as const }),
  keepsRequest: true,
  answer: (record) => companyAtBirth(record),
  run: async ({ body, records, caller, now, made }) => {
    requireCompanyTaxId(body);
    const { fiscalYears = [yearOf(dateIn(body.timeZone, now))], ...settings } = body;
    const years = [...new Set(fiscalYears)].sort();
    const walkInCustomerId = made('cus', 'walk-in');
    // The company comes last: while it is not there, the same request can be sent again after a crash.
    await presentMember(records, caller);
    for (const year of years) await openYear(records, year);
    if (!records.stamp.dryRun) await enlistTenant(records.tenant);
    const [founded] = await records.commit<CompanyData>([
      create(Companies, COMPANY_ID, { ...settings, fiscalYears: years, walkInCustomerId }),
      create(Customers, walkInCustomerId, { name: 'Cliente de contado', paymentDays: 0, walkIn: true }),
      create(Warehouses, warehouseId(MAIN_WAREHOUSE.code), MAIN_WAREHOUSE),
    ]);
    return founded;
  },
});

/** The company as it was set up: fiscal years opened later are told in its story. */
function companyAtBirth(record: StoredCompany) {
  const born = stampedAtBirth(atBirth(record));
  return { ...born, fiscalYears: [...born.fiscalYears] };
}
