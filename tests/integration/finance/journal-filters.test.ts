import { describe, expect, it } from 'vitest';
import { handler as orders } from '../../../functions/sales/orders/commands.ts';
import { call, newTenant } from '../../support/call.ts';
import { newCompany, stockUp } from '../../support/company.ts';
import { books, line } from '../../support/ledger.ts';

const rent = [
  ['621', '850.00'],
  ['572', '-850.00'],
] as const;

describe('the journal’s filters', () => {
  it('narrow it by the kind of document, and by words of the text or the number, whatever case and accents', async () => {
    const company = await newCompany(newTenant());
    const { tenant, customerId } = company;
    const [itemId] = await stockUp(company, [['A', 10, 1000]]);
    const order = { customerId, date: '2026-03-10', lines: [{ itemId, quantity: '1' }] };
    const { body: placed } = await call(orders, 'POST /orders', 'POST /orders', { tenant, body: order });
    const shipping = `POST /orders/${placed.id}/shipments`;
    const { body: shipment } = await call(orders, shipping, 'POST /orders/{orderId}/shipments', { tenant, body: { date: '2026-03-11' } });
    const texts = [
      ['2026-03-05', 'Alquiler del almacén'],
      ['2026-03-12', 'Alquiler de la tienda'],
    ] as const;
    for (const [date, text] of texts)
      await books(tenant, 'postEntry', { body: { date, text, lines: rent.map(([account, amount]) => line(account, amount)) } });
    const ask = async (query: Record<string, string>) =>
      (await books(tenant, 'listEntries', { query })).body.items.map(({ date, source }: { date: string; source: { kind: string } }) => [
        date,
        source.kind,
      ]);
    const [barn, store, invoice] = [
      ['2026-03-05', 'manual-entry'],
      ['2026-03-12', 'manual-entry'],
      ['2026-03-11', 'invoice'],
    ];
    expect(await ask({ source: 'manual-entry' })).toEqual([store, barn]);
    expect(await ask({ source: 'invoice,manual-entry', order: 'asc' })).toEqual([barn, invoice, store]);
    expect(await ask({ source: 'refund' })).toEqual([]);
    expect(await ask({ q: 'ALMACEN alquiler' })).toEqual([barn]);
    expect(await ask({ q: shipment.invoiceId.slice(4).toLowerCase(), source: 'invoice' })).toEqual([invoice]);
    expect(await ask({ q: 'alquiler', account: '700' })).toEqual([]);
    const first = (await books(tenant, 'listEntries', { query: { q: 'alquiler', limit: '1' } })).body;
    expect(first.items.map(({ text }: { text: string }) => text)).toEqual(['Alquiler de la tienda']);
    expect(await ask({ q: 'alquiler', limit: '1', cursor: first.nextCursor })).toEqual([barn]);
    for (const source of ['order', 'invoice,', 'invoice;refund'])
      expect((await books(tenant, 'listEntries', { query: { source } })).body).toMatchObject({ status: 400, field: 'query.source' });
  });
});
