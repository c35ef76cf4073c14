import { describe, expect, it } from 'vitest';
import { handler } from '../../../functions/sales/orders/commands.ts';
import { handler as queries } from '../../../functions/sales/orders/queries.ts';
import { Invoices } from '../../../shared/domain/finance/receivables/invoice.ts';
import { Stocks, stockId } from '../../../shared/domain/inventory/stock/stock.ts';
import { call, newTenant } from '../../support/call.ts';
import { newCompany, stockUp } from '../../support/company.ts';

const place = (tenant: string, body: unknown, key?: string) =>
  call(handler, 'POST /orders', 'POST /orders', { tenant, body, ...(key ? { key } : {}) });
const ship = (tenant: string, id: string, body: unknown = {}, key?: string) =>
  call(handler, `POST /orders/${id}/shipments`, 'POST /orders/{orderId}/shipments', { tenant, body, ...(key ? { key } : {}) });

describe('an order', () => {
  it('reserves, ships at moving average, and is invoiced with its entry', async () => {
    const company = await newCompany(newTenant());
    const [a = '', b = ''] = await stockUp(company, [
      ['A', 3, 1000],
      ['B', 10, 5000],
    ]);
    const placed = await place(company.tenant, {
      customerId: company.customerId,
      date: '2026-03-10',
      lines: [
        { itemId: a, quantity: '2' },
        { itemId: b, quantity: '1', price: '7.55' },
      ],
    });
    expect(placed.status, JSON.stringify(placed.body)).toBe(201);
    // 20.00 + 7.55 = 27.55 net; 21 % = 5.7855 → 5.79
    expect(placed.body.totals).toMatchObject({ net: { amount: '27.55' }, tax: { amount: '5.79' }, gross: { amount: '33.34' } });
    expect(placed.body.status).toBe('placed');
    const shipped = await ship(company.tenant, placed.body.id, { date: '2026-03-12' });
    expect(shipped.status, JSON.stringify(shipped.body)).toBe(201);
    // 1000 × 2/3 = 666.67 → 667; 5000 / 10 = 500
    expect(shipped.body.cost.amount).toBe('11.67');
    expect(
      shipped.body.entries[0].lines.map((l: { account: string; debit: { amount: string }; credit: { amount: string } }) => [
        l.account,
        l.debit.amount,
        l.credit.amount,
      ]),
    ).toEqual([
      ['430', '33.34', '0.00'],
      ['700', '0.00', '27.55'],
      ['477', '0.00', '5.79'],
      ['610', '11.67', '0.00'],
      ['300', '0.00', '11.67'],
    ]);
    const stock = await company.records.getOrThrow(Stocks, stockId(a, 'main'));
    expect(stock).toMatchObject({ onHand: '1', reserved: '0', value: 333 });
    const again = await ship(company.tenant, placed.body.id, { date: '2026-03-12' });
    expect(again.body.code).toBe('shipment.nothing_open');
    const order = await call(queries, `GET /orders/${placed.body.id}`, 'GET /orders/{orderId}', { tenant: company.tenant });
    expect(order.body.status).toBe('invoiced');
    const list = await call(queries, 'GET /orders', 'GET /orders', { tenant: company.tenant });
    expect(list.body.items).toHaveLength(1);
  });

  it('answers fifty repeats of one request with one order, and refuses the key for another', async () => {
    const company = await newCompany(newTenant());
    const [a = ''] = await stockUp(company, [['A', 100, 1000]]);
    const body = { customerId: company.customerId, date: '2026-03-10', lines: [{ itemId: a, quantity: '2' }] };
    const answers = await Promise.all(Array.from({ length: 50 }, () => place(company.tenant, body, 'same-key')));
    expect(new Set(answers.map((x) => JSON.stringify(x.body))).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect((await company.records.getOrThrow(Stocks, stockId(a, 'main'))).reserved).toBe('2');
    const first = answers[0];
    await ship(company.tenant, first?.body.id);
    const again = await place(company.tenant, body, 'same-key');
    expect([again.status, again.headers['idempotency-replayed'], again.body.status]).toEqual([201, 'true', 'invoiced']);
    expect((await place(company.tenant, { ...body, date: '2026-03-11' }, 'same-key')).body.code).toBe('idempotency.key_reused');
  });

  it('that is more than there is and more than the credit says first that there is not enough', async () => {
    const company = await newCompany(newTenant(), {}, 100);
    const [itemId = ''] = await stockUp(company, [['A', 3, 1000]]);
    const order = (quantity: string) => ({
      customerId: company.customerId,
      date: '2026-03-10',
      lines: [{ itemId, quantity, price: '10' }],
    });
    const refused = await place(company.tenant, order('4'));
    expect(refused.body).toMatchObject({ code: 'stock.short', params: { free: '3', requested: '4' } });
    expect((await place(company.tenant, order('3'))).body.code).toMatch(/credit/);
  });

  it('of three hundred items is placed and shipped, or refused without a trace', async () => {
    const company = await newCompany(newTenant());
    const ids = await stockUp(
      company,
      Array.from({ length: 300 }, (_, i) => [`L${i}`, 5, 777] as const),
    );
    const lines = ids.map((itemId) => ({ itemId, quantity: '3' }));
    const placed = await place(company.tenant, { customerId: company.customerId, date: '2026-03-10', lines });
    expect(placed.status, JSON.stringify(placed.body).slice(0, 300)).toBe(201);
    const refused = await place(company.tenant, { customerId: company.customerId, date: '2026-03-10', lines });
    expect(refused.body).toMatchObject({ code: 'stock.short', params: { item: 'L0', warehouse: 'main', free: '2', requested: '3' } });
    const stocks = await company.records.getMany(
      Stocks,
      ids.map((id) => stockId(id, 'main')),
    );
    expect(new Set(stocks.map((s) => s?.reserved))).toEqual(new Set(['3']));
    const shipped = await ship(company.tenant, placed.body.id, { date: '2026-03-10' }, 'ship-long');
    expect(shipped.status, JSON.stringify(shipped.body).slice(0, 300)).toBe(201);
    const invoice = await company.records.getOrThrow(Invoices, shipped.body.invoiceId);
    expect(invoice.totals.net).toBe(300 * 3000);
    // 777 × 3/5 = 466.2 → 466 each
    expect(shipped.body.cost.amount).toBe('1398.00');
    expect((await ship(company.tenant, placed.body.id, { date: '2026-03-10' }, 'ship-long')).body).toEqual(shipped.body);
  });
});
