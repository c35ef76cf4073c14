import { describe, expect, it } from 'vitest';
import { CreditExposures, exposureId } from '../../../shared/domain/crm/customers/customer.ts';
import { DAY, newSeller, type Seller } from '../../support/seller.ts';
import { eur } from '../../support/shop.ts';

const GOODS = [
  ['A', 100, 20_000],
  ['B', 100, 5000],
] as const;
const amounts = (totals: Record<string, { amount: string }>) =>
  ['net', 'tax', 'rounding', 'gross'].map((field) => totals[field]?.amount ?? '');
const invoice = (s: Seller, id: string) => s.done('getInvoice', { path: [id] });
const exposure = async (s: Seller) => (await s.records.getOrThrow(CreditExposures, exposureId(s.customerId))).exposure;

describe('an order’s money', () => {
  it('keeps the vector of EN 16931: 348.35 × 16 less 4 %', async () => {
    const s = await newSeller(GOODS);
    const order = await s.place([{ itemId: s.items[0], quantity: '16', price: '348.35', discount: '4' }]);
    // 5,350.66 net; 21 % of it 1,123.6386
    expect(amounts(order.totals)).toEqual(['5350.66', '1123.64', '0.00', '6474.30']);
  });

  it('derives net and tax of a whole document from prices that include tax', async () => {
    const s = await newSeller(GOODS);
    const order = await s.place(
      [
        { itemId: s.items[0], quantity: '1', price: '11.90' },
        { itemId: s.items[1], quantity: '1', price: '2.80' },
      ],
      { pricesIncludeTax: true },
    );
    expect(amounts(order.totals)).toEqual(['12.15', '2.55', '0.00', '14.70']);
    expect(order.lines.map((l: { net: { amount: string } }) => l.net.amount)).toEqual(['9.84', '2.31']);
    const shipped = await s.ship(order.id);
    expect(amounts((await invoice(s, shipped.invoiceId)).totals)).toEqual(['12.15', '2.55', '0.00', '14.70']);
    // 0.03 with 21 %: 0.02 + 0.00 leave a cent, which is rounding and has its account.
    const odd = await s.place([{ itemId: s.items[0], quantity: '1', price: '0.03' }], { pricesIncludeTax: true });
    expect(amounts(odd.totals)).toEqual(['0.02', '0.00', '0.01', '0.03']);
    const { entries } = await s.ship(odd.id);
    expect(entries[0].lines.map((l: { account: string; credit: { amount: string } }) => [l.account, l.credit.amount])).toContainEqual([
      '769',
      '0.01',
    ]);
    expect(await s.faults()).toEqual([]);
  });

  it('is invoiced together for shipments that left without an invoice, with the day they left', async () => {
    const s = await newSeller(GOODS, { creditLimit: 100_000 });
    const { id } = await s.place([
      { itemId: s.items[0], quantity: '3', price: '0.335' },
      { itemId: s.items[1], quantity: '2' },
    ]);
    const first = await s.ship(id, { lines: [{ line: 1, quantity: '1' }], invoice: false, date: '2026-03-11' });
    expect(first.invoiceId).toBeUndefined();
    // 200.00 / 100 = 2.00 apiece, posted at once, invoice or not.
    expect(first.entries).toMatchObject([
      {
        lines: [
          { account: '610', debit: eur('2.00') },
          { account: '300', credit: eur('2.00') },
        ],
      },
    ]);
    await s.ship(id, { lines: [{ line: 1, quantity: '1' }], invoice: false, date: '2026-03-12' });
    const billed = await s.done('invoiceOrder', { path: [id], body: { date: '2026-03-31' } });
    expect(await invoice(s, billed.invoiceId)).toMatchObject({
      date: '2026-03-31',
      operationDate: '2026-03-12',
      lines: [{ quantity: '2', net: eur('0.67') }],
    });
    const last = await s.ship(id);
    // 1.005 → 1.01 in all, 0.67 of it billed before; B 20.00
    expect(await invoice(s, last.invoiceId)).toMatchObject({
      lines: [{ net: eur('0.34') }, { net: eur('20.00') }],
      totals: { net: eur('20.34') },
    });
    expect((await s.order(id)).status).toBe('invoiced');
    expect(await s.faults()).toEqual([]);
  });

  it('for services only moves no stock and posts no cost', async () => {
    const s = await newSeller([]);
    const service = await s.done('createItem', { body: { code: 'HORA', name: 'Hora de taller', price: '45', kind: 'service', unit: 'h' } });
    const { id } = await s.place([{ itemId: service.id, quantity: '1.5' }]);
    const shipped = await s.ship(id);
    expect(shipped.entries).toHaveLength(1);
    expect(shipped.entries[0].lines.map((l: { account: string }) => l.account)).toEqual(['430', '705', '477']);
    const later = await s.place([{ itemId: service.id, quantity: '1' }]);
    expect((await s.ship(later.id, { invoice: false })).entries).toEqual([]);
    await s.done('invoiceOrder', { path: [later.id], body: { date: DAY } });
    expect(await s.faults()).toEqual([]);
  });

  it.each(['shipment', 'order'] as const)('of goods given away asks for nothing and still costs: invoices on %s', async (invoiceOn) => {
    const s = await newSeller(GOODS, { policies: { invoiceOn } });
    const { id } = await s.place([{ itemId: s.items[0], quantity: '3', price: '0' }]);
    const shipped = await s.ship(id);
    expect(shipped.invoiceId).toBeUndefined();
    expect(shipped.entries).toMatchObject([{ lines: [{ account: '610', debit: eur('6.00') }, { account: '300' }] }]);
    expect(['invoiced', 'paid']).toContain((await s.order(id)).status);
    const other = await s.place([{ itemId: s.items[0], quantity: '1', discount: '100' }]);
    await s.cancel(other.id);
    expect(await s.faults()).toEqual([]);
  });

  it('invoiced on order is billed when it is placed, and credited when it is cancelled', async () => {
    const s = await newSeller(GOODS, { policies: { invoiceOn: 'order' }, creditLimit: 50_000 });
    const order = await s.place([{ itemId: s.items[0], quantity: '10' }]);
    expect(order.invoiceIds).toHaveLength(1);
    expect(await exposure(s)).toBe(12_100);
    await s.done('recordReceipt', { body: { customerId: s.customerId, date: DAY, amount: eur('50'), auto: true } });
    const cancelled = await s.cancel(order.id);
    expect(cancelled.status).toBe('cancelled');
    expect(await invoice(s, order.invoiceIds[0])).toMatchObject({ open: eur('0.00'), state: 'paid' });
    const [note] = await s.listed('listCreditNotes');
    expect(note).toMatchObject({ totals: { gross: eur('121.00') }, open: eur('50.00') });
    expect(await exposure(s)).toBe(-5000);
    expect(await s.stock()).toEqual([
      ['100', '0', 20_000],
      ['100', '0', 5000],
    ]);
    expect(await s.faults()).toEqual([]);
  });

  it('that was credited before by hand, in part or in full, is cancelled and counted once', async () => {
    const s = await newSeller(GOODS, { policies: { invoiceOn: 'order' }, creditLimit: 50_000 });
    const part = await s.place([{ itemId: s.items[0], quantity: '10' }]);
    await s.done('creditInvoice', {
      path: [part.invoiceIds[0]],
      body: { date: DAY, reason: 'Descuento', lines: [{ line: 1, net: eur('30') }] },
    });
    await s.cancel(part.id);
    expect(await exposure(s)).toBe(0);
    const whole = await s.place([{ itemId: s.items[0], quantity: '10' }]);
    await s.done('creditInvoice', { path: [whole.invoiceIds[0]], body: { date: DAY, reason: 'Error' } });
    await s.cancel(whole.id);
    expect(await exposure(s)).toBe(0);
    expect((await s.stock())[0]).toEqual(['100', '0', 20_000]);
    expect(await s.faults()).toEqual([]);
  });
});

describe('a credit limit', () => {
  it('is never passed by twenty orders at once', async () => {
    // Each order is 121.00; ten fit into 1,250.00.
    const s = await newSeller([['A', 500, 0]], { creditLimit: 125_000 });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => s.ask('placeOrder', { body: s.orderBody([{ itemId: s.items[0], quantity: '10' }]) })),
    );
    expect(answers.filter((a) => a.status === 201)).toHaveLength(10);
    expect(new Set(answers.filter((a) => a.status !== 201).map((a) => `${a.status} ${a.body.code} ${a.body.field}`))).toEqual(
      new Set(['422 customer.credit_exceeded body.customerId']),
    );
    expect(await exposure(s)).toBe(121_000);
    expect(await s.stock()).toEqual([['500', '100', 0]]);
    expect(await s.faults()).toEqual([]);
  });

  it('is free again to the cent once an order shipped in parts is paid, whatever cents its invoices were rounded by', async () => {
    const s = await newSeller(GOODS, { creditLimit: 100_000 });
    const { id } = await s.place([{ itemId: s.items[0], quantity: '3', price: '0.12' }]);
    // 0.36 + 0.08 (0.0756); each third: 0.12 + 0.03 (0.0252)
    expect(await exposure(s)).toBe(44);
    for (const quantity of ['1', '1', '1']) await s.ship(id, { lines: [{ line: 1, quantity }] });
    const invoices = await s.listed('listInvoices');
    expect(invoices.map((i) => i.totals.gross.amount)).toEqual(['0.15', '0.15', '0.15']);
    expect(await exposure(s)).toBe(45);
    await s.done('recordReceipt', { body: { customerId: s.customerId, date: DAY, amount: eur('0.45'), auto: true } });
    expect(await exposure(s)).toBe(0);
    expect(await s.faults()).toEqual([]);
  });
});
