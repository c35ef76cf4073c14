import { expect } from 'vitest';
import { handler as orderCommands } from '../../functions/sales/orders/commands.ts';
import { handler as orderQueries } from '../../functions/sales/orders/queries.ts';
import { handler as returnCommands } from '../../functions/sales/returns/commands.ts';
import { handler as returnQueries } from '../../functions/sales/returns/queries.ts';
import { CreditExposures, exposureId } from '../../shared/domain/crm/customers/customer.ts';
import { Invoices } from '../../shared/domain/finance/receivables/invoice.ts';
import { Stocks, stockId } from '../../shared/domain/inventory/stock/stock.ts';
import type { Policies } from '../../shared/domain/platform/company/policies.ts';
import { Orders } from '../../shared/domain/sales/orders/order.ts';
import { type Answer, type Call, call, newTenant } from './call.ts';
import { newCompany, stockUp } from './company.ts';
import { expectTieOut } from './tie-out.ts';

type Asking = Omit<Call, 'tenant' | 'body'>;

function handlerOf(route: string) {
  const reads = route.startsWith('GET ');
  if (route.includes('/returns')) return reads ? returnQueries : returnCommands;
  return reads ? orderQueries : orderCommands;
}
const templateOf = (route: string): string => route.replace(/ord_\w+/, '{orderId}').replace(/ret_\w+/, '{returnId}');

/** The orders and returns of one company, through their Lambda handlers. */
export function salesOf(tenant: string) {
  const ask = (route: string, body?: unknown, asking: Asking = {}): Promise<Answer> =>
    call(handlerOf(route), route, templateOf(route), { tenant, ...(body === undefined ? {} : { body }), ...asking });
  /** Asks for what must succeed, and gives its body. */
  const done = async (route: string, body?: unknown, asking?: Asking) => {
    const answer = await ask(route, body, asking);
    expect(answer.status, `${route}: ${JSON.stringify(answer.body).slice(0, 400)}`).toBeLessThan(300);
    return answer.body;
  };
  /** Asks for what must be refused, and gives status, code and field. */
  const refused = async (route: string, body?: unknown, asking?: Asking) => {
    const { status, body: problem } = await ask(route, body, asking);
    return [status, problem.code, problem.field];
  };
  return { ask, done, refused };
}

interface Options {
  readonly policies?: Partial<Policies>;
  readonly creditLimit?: number;
}

/** A company with goods `[code, quantity, value in cents]` at a price of 10.00, ordered on 10 March and shipped on the 12th. */
export async function newShop(goods: readonly (readonly [code: string, quantity: number, value: number])[], options: Options = {}) {
  const company = await newCompany(newTenant(), options.policies, options.creditLimit);
  const { tenant, customerId, records } = company;
  const items = await stockUp(company, goods);
  const opening = goods.reduce((sum, [, , value]) => sum + value, 0);
  const sales = salesOf(tenant);
  const place = (lines: readonly object[], more: object = {}): Promise<{ id: string }> =>
    sales.done('POST /orders', { customerId, date: '2026-03-10', lines: lines.map((line, i) => ({ itemId: items[i], ...line })), ...more });
  const ship = (orderId: string, more: object = {}) => sales.done(`POST /orders/${orderId}/shipments`, { date: '2026-03-12', ...more });
  /** The id of an order of these lines, all shipped. */
  const shipped = async (lines: readonly object[], more: object = {}): Promise<string> => {
    const { id } = await place(lines);
    await ship(id, more);
    return id;
  };
  /** The id of a return. */
  const authorise = async (orderId: string, lines?: readonly object[]): Promise<string> =>
    (await sales.done(`POST /orders/${orderId}/returns`, { reason: 'Llegó rota', date: '2026-03-20', ...(lines ? { lines } : {}) })).id;
  const receive = (returnId: string, body: object = {}, asking?: Asking) =>
    sales.done(`POST /returns/${returnId}/receipt`, { date: '2026-03-25', ...body }, asking);
  return {
    tenant,
    customerId,
    records,
    items,
    ...sales,
    place,
    ship,
    shipped,
    authorise,
    receive,
    order: (id: string) => records.getOrThrow(Orders, id),
    invoice: (id: string) => records.getOrThrow(Invoices, id),
    stock: (no: number) => records.getOrThrow(Stocks, stockId(items[no - 1] ?? '', 'main')),
    /** What the customer has at risk. */
    exposure: async () => (await records.getOrThrow(CreditExposures, exposureId(customerId))).exposure,
    tieOut: (late = 0) => expectTieOut(company, opening + late),
  };
}
