import { company } from '#api/platform/company.ts';
import { Customers } from '#domain/crm/customers/customer.ts';
import { MAIN_WAREHOUSE, Warehouses, warehouseId } from '#domain/inventory/stock/warehouse.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { requireReadable } from '#domain/platform/company/paper.ts';
import { requireScanReader } from '#domain/platform/company/policies.ts';
import { companyView, requireCompanyTaxId } from '#domain/platform/company/wire.ts';
import { requireOwnFactor } from '#domain/platform/members/member.ts';
import { dateIn, yearOf } from '#kernel/date.ts';
import { create } from '#kernel/record.ts';
import { creates } from '#runtime/action.ts';
import { hasTextract } from '#runtime/env.ts';
import { enlistTenant } from '#runtime/tenants.ts';
import { presentMember } from '../members/presence-store.ts';
import { command } from '../service.ts';
import { openYear } from './fiscal-year-store.ts';

export const createCompany = command(
  company.actions.createCompany,
  creates(Companies, () => COMPANY_ID),
  async ({ body, records, caller, now, newId }) => {
    requireCompanyTaxId(body);
    requireOwnFactor(body.policies.secondFactor, undefined);
    requireScanReader(body.policies.scanReader, hasTextract());
    requireReadable(body.paper);
    const { fiscalYears = [yearOf(dateIn(body.timeZone, now))], ...settings } = body;
    const years = [...new Set(fiscalYears)].sort();
    const walkInCustomerId = newId('cus', 'walk-in');
    // The company comes last: while it is not there, the same request can be sent again after a crash.
    await presentMember(records, caller);
    for (const year of years) await openYear(records, year);
    if (!records.stamp.dryRun) await enlistTenant(records.tenant);
    return [
      create(Companies, COMPANY_ID, { ...settings, fiscalYears: years, walkInCustomerId }),
      create(Customers, walkInCustomerId, { name: 'Cliente de contado', paymentDays: 0, walkIn: true }),
      create(Warehouses, warehouseId(MAIN_WAREHOUSE.code), MAIN_WAREHOUSE),
    ];
  },
  companyView,
);
