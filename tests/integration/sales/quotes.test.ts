import { expect, it } from 'vitest';
import { handler } from '../../../functions/sales/orders/commands.ts';
import { Invoices } from '../../../shared/domain/finance/receivables/invoice.ts';
import { call, newTenant } from '../../support/call.ts';
import { newCompany, stockUp } from '../../support/company.ts';

it('placeQuote places a quote on the day of its acceptance, and its invoice bears that day', async () => {
  const company = await newCompany(newTenant(), { invoiceOn: 'order' });
  const [itemId = ''] = await stockUp(company, [['A', 5, 1000]]);
  const { tenant, customerId } = company;
  const lines = [{ itemId, quantity: '2' }];
  const quote = await call(handler, 'POST /orders', 'POST /orders', {
    tenant,
    body: { customerId, date: '2026-03-30', lines, quote: true },
  });
  const place = (date: string) =>
    call(handler, `POST /orders/${quote.body.id}/placement`, 'POST /orders/{orderId}/placement', { tenant, body: { date } });
  expect((await place('2026-03-29')).body).toMatchObject({ code: 'order.too_early', field: 'body.date' });
  expect((await place('2031-01-01')).body).toMatchObject({ code: 'period.not_open', field: 'body.date' });
  const placed = await place('2026-04-02');
  expect([placed.status, placed.body.date, placed.body.status]).toEqual([200, '2026-04-02', 'placed']);
  const [invoiceId = ''] = placed.body.invoiceIds;
  expect((await company.records.getOrThrow(Invoices, invoiceId)).date).toBe('2026-04-02');
});
