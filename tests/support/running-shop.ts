import { expect } from 'vitest';
import { handler as money } from '../../functions/finance/receivables/commands.ts';
import { handler as commands } from '../../functions/sales/orders/commands.ts';
import { handler as queries } from '../../functions/sales/orders/queries.ts';
import { Customers } from '../../shared/domain/crm/customers/customer.ts';
import { Invoices } from '../../shared/domain/finance/receivables/invoice.ts';
import { Stocks, stockId } from '../../shared/domain/inventory/stock/stock.ts';
import type { Policies } from '../../shared/domain/platform/company/policies.ts';
import { update } from '../../shared/kernel/record.ts';
import { enlistTenant } from '../../shared/runtime/tenants.ts';
import { call, newTenant } from './call.ts';
import { eventually, runOf } from './cloud.ts';
import { newCompany, stockUp } from './company.ts';

/** A company with ten of one item at 3.00 each, price 10.00, and a customer with an address for mails. */
export async function runningShop(policies: Partial<Policies> = {}, email?: string) {
  const company = await newCompany(newTenant(), policies);
  await enlistTenant(company.tenant);
  const [itemId = ''] = await stockUp(company, [['A', 10, 3000]]);
  if (email) {
    const customer = await company.records.getOrThrow(Customers, company.customerId);
    await company.records.commit([update(Customers, customer, { ...customer, email })]);
  }
  const ask = async (route: string, template: string, body: unknown, roles?: readonly string[]) => {
    const { tenant } = company;
    const answer = await call(template.startsWith('POST /receipts') ? money : commands, route, template, {
      tenant,
      body,
      ...(roles ? { roles } : {}),
    });
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
    return answer.body;
  };
  const place = (date: string) =>
    ask('POST /orders', 'POST /orders', { customerId: company.customerId, lines: [{ itemId, quantity: '2' }], date });
  const ship = (id: string, date: string, more: object = {}) =>
    ask(`POST /orders/${id}/shipments`, 'POST /orders/{orderId}/shipments', { date, ...more });
  /** By the owner, who does all else too, or by somebody with these roles. */
  const cancel = (id: string, roles?: readonly string[]) =>
    ask(`POST /orders/${id}/cancellation`, 'POST /orders/{orderId}/cancellation', { reason: 'Cambio de idea' }, roles);
  const pay = async (invoiceId: string, roles?: readonly string[]) => {
    const { open } = await company.records.getOrThrow(Invoices, invoiceId);
    const amount = { amount: (open / 100).toFixed(2), currency: 'EUR' };
    const { customerId } = company;
    const body = { customerId, date: '2026-11-02', amount, allocations: [{ invoiceId, amount }] };
    return ask('POST /receipts', 'POST /receipts', body, roles);
  };
  const bounce = (id: string) =>
    ask(`POST /receipts/${id}/reversal`, 'POST /receipts/{receiptId}/reversal', { reason: 'Recibo devuelto', date: '2026-11-03' });
  const order = async (id: string) => (await call(queries, `GET /orders/${id}`, 'GET /orders/{orderId}', { tenant: company.tenant })).body;
  const stock = () => company.records.getOrThrow(Stocks, stockId(itemId, 'main'));
  const run = (id: string, attempt?: number) => runOf(company.tenant, id, attempt);
  return { company, place, ship, cancel, pay, bounce, order, stock, run };
}

/** Until the order's execution waits in a state. */
export const waitsFor = (shopOf: { order(id: string): Promise<{ execution?: { state: string } }> }, id: string, state: string) =>
  eventually(`${id} in ${state}`, async () => (await shopOf.order(id)).execution?.state === state);
