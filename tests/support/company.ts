import { randomUUID } from 'node:crypto';
import { CreditExposures, Customers, exposureId } from '../../shared/domain/crm/customers/customer.ts';
import { PeriodSequences, sequencesOfYear } from '../../shared/domain/finance/ledger/period-sequence.ts';
import { Stocks, stockId } from '../../shared/domain/inventory/stock/stock.ts';
import { COMPANY_ID, Companies } from '../../shared/domain/platform/company/company.ts';
import type { Policies } from '../../shared/domain/platform/company/policies.ts';
import { Items } from '../../shared/domain/sales/catalogue/item.ts';
import { create } from '../../shared/kernel/record.ts';
import { idFrom } from '../../shared/runtime/fingerprint.ts';
import { Records } from '../../shared/runtime/records.ts';
import { letIn } from './call.ts';

/** Direct access to a test company's records, past the API: to prepare and to look, never to act. */
export const recordsOf = (tenant: string): Records =>
  new Records(tenant, { by: 'test@example.com', request: randomUUID(), action: 'prepare', at: new Date() });

export interface TestCompany {
  readonly tenant: string;
  readonly customerId: string;
  readonly records: Records;
}

/** A company with one customer and open periods in 2026. */
export async function newCompany(tenant: string, policies: Partial<Policies> = {}, creditLimit?: number): Promise<TestCompany> {
  const records = recordsOf(tenant);
  const gates = sequencesOfYear('2026');
  await records.commit(gates.map(({ id, data }) => create(PeriodSequences, id, data)));
  await letIn(tenant, `owner@${tenant}.example`);
  const customerId = idFrom('cus', tenant, 'customer');
  await records.commit([
    create(Companies, COMPANY_ID, {
      name: 'Prueba, S.L.',
      taxId: 'B12345674',
      email: 'prueba@example.com',
      timeZone: 'Europe/Madrid',
      address: { street: 'Calle Mayor 1', postalCode: '28013', city: 'Madrid', country: 'ES' },
      policies: { shortage: 'refuse', invoiceOn: 'shipment', ...policies },
      fiscalYears: ['2026'],
      walkInCustomerId: customerId,
    }),
    create(Customers, customerId, {
      name: 'Cliente de prueba',
      taxId: 'B65410011',
      paymentDays: 30,
      ...(creditLimit === undefined ? {} : { creditLimit }),
    }),
    ...(creditLimit === undefined ? [] : [create(CreditExposures, exposureId(customerId), { exposure: 0 })]),
  ]);
  return { tenant, customerId, records };
}

/** Items with goods on hand: `[code, quantity, value in cents]`; price 10.00. */
export async function stockUp(
  company: TestCompany,
  goods: readonly (readonly [code: string, quantity: number, value: number])[],
  price = '10',
): Promise<string[]> {
  const ids = goods.map(([code]) => idFrom('itm', company.tenant, code));
  for (let at = 0; at < goods.length; at += 45)
    await company.records.commit(
      goods.slice(at, at + 45).flatMap(([code, quantity, value], k) => {
        const id = ids[at + k] as string;
        return [
          create(Items, id, { code, name: `Item ${code}`, unit: 'pc', price, taxCode: 'IVA-G', kind: 'stocked' as const, active: true }),
          create(Stocks, stockId(id, 'main'), {
            itemId: id,
            code,
            name: `Item ${code}`,
            warehouse: 'main',
            onHand: String(quantity),
            reserved: '0',
            value,
          }),
        ];
      }),
    );
  return ids;
}
