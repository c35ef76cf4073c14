import { expect } from 'vitest';
import { handler as money } from '../../functions/finance/receivables/commands.ts';
import { handler as orders } from '../../functions/sales/orders/commands.ts';
import { handler as commands } from '../../functions/sales/returns/commands.ts';
import { handler as queries } from '../../functions/sales/returns/queries.ts';
import { Invoices } from '../../shared/domain/finance/receivables/invoice.ts';
import { Stocks, stockId } from '../../shared/domain/inventory/stock/stock.ts';
import type { Policies } from '../../shared/domain/platform/company/policies.ts';
import { Orders } from '../../shared/domain/sales/orders/order.ts';
import { type Call, call, newTenant } from './call.ts';
import { newCompany, stockUp } from './company.ts';
import { entriesOf } from './projection.ts';

export type Asking = Omit<Call, 'tenant' | 'body'>;

/** A company that sold three of A (cost 10.00 in all, price 9.99) and two of B (cost 5.00 each, price 7.55), shipped and invoiced. */
export async function soldShop(policies: Partial<Policies> = {}, shipments: readonly object[] = [{}]) {
  const company = await newCompany(newTenant(), policies);
  const { tenant, customerId, records } = company;
  const [a = '', b = ''] = await stockUp(company, [
    ['A', 3, 1000],
    ['B', 10, 5000],
  ]);
  const ask = (route: string, template: string, body: unknown, asking: Asking = {}) => {
    const handler =
      template.includes('/shipments') || template === 'POST /orders' || template.endsWith('/invoices')
        ? orders
        : template === 'POST /receipts'
          ? money
          : commands;
    return call(handler, route, template, { tenant, body, ...asking });
  };
  const done = async (...args: Parameters<typeof ask>) => {
    const answer = await ask(...args);
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
    return answer.body;
  };
  const lines = [
    { itemId: a, quantity: '3', price: '9.99' },
    { itemId: b, quantity: '2', price: '7.55' },
  ];
  const { id } = await done('POST /orders', 'POST /orders', { customerId, date: '2026-03-02', lines });
  for (const shipment of shipments)
    await done(`POST /orders/${id}/shipments`, 'POST /orders/{orderId}/shipments', { date: '2026-03-03', ...shipment });
  const authorise = (body: object, asking?: Asking) =>
    ask(`POST /orders/${id}/returns`, 'POST /orders/{orderId}/returns', { reason: 'No gusta', date: '2026-03-10', ...body }, asking);
  const receive = (ret: string, body: object = {}, asking?: Asking) =>
    ask(`POST /returns/${ret}/receipt`, 'POST /returns/{returnId}/receipt', { date: '2026-03-12', ...body }, asking);
  const refund = (ret: string, body: object = {}, asking?: Asking) =>
    ask(`POST /returns/${ret}/refund`, 'POST /returns/{returnId}/refund', { date: '2026-03-20', ...body }, asking);
  const cancel = (ret: string, asking?: Asking) =>
    ask(`POST /returns/${ret}/cancellation`, 'POST /returns/{returnId}/cancellation', { reason: 'Se lo queda' }, asking);
  const get = async (ret: string) => (await call(queries, `GET /returns/${ret}`, 'GET /returns/{returnId}', { tenant })).body;
  const list = async (query: Record<string, string>) => (await call(queries, 'GET /returns', 'GET /returns', { tenant, query })).body.items;
  const order = () => records.getOrThrow(Orders, id);
  const stock = (item: string) => records.getOrThrow(Stocks, stockId(item, 'main'));
  /** Balance of an account, summed over the documents' entries. */
  const balance = async (account: string) =>
    (await entriesOf(tenant))
      .flatMap(({ entry }) => entry.lines)
      .reduce((sum, line) => sum + (line.account === account ? line.amount : 0), 0);
  const pay = async (invoiceId: string) => {
    const { open } = await records.getOrThrow(Invoices, invoiceId);
    const amount = { amount: (open / 100).toFixed(2), currency: 'EUR' };
    return done('POST /receipts', 'POST /receipts', { customerId, date: '2026-03-05', amount, allocations: [{ invoiceId, amount }] });
  };
  return { tenant, records, customerId, id, a, b, ask, authorise, receive, refund, cancel, get, list, order, stock, balance, pay };
}
