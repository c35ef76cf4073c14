import { beforeEach, describe, expect, it } from 'vitest';
import { owedOn } from '../../../functions/sales/orders/execution.ts';
import { CreditExposures, Customers, exposureId } from '../../../shared/domain/crm/customers/customer.ts';
import { Orders } from '../../../shared/domain/sales/orders/order.ts';
import { answerTo } from '../../../shared/domain/sales/orders/workflow.ts';
import { create } from '../../../shared/kernel/record.ts';
import { useMemoryTable } from '../../support/memory-table.ts';
import { DAY, newSeller, type Seller } from '../../support/seller.ts';
import { eur } from '../../support/shop.ts';

const table = useMemoryTable({ openWork: true, lists: true });
beforeEach(() => table.clear());

/** 600 pieces at 2.00, sold at 10.00 and 21 % of tax. */
const seller = (policies: object = {}) => newSeller([['A', 600, 1200_00]], { policies, creditLimit: 7000_00 });
interface Line {
  readonly account: string;
  readonly debit: { readonly amount: string };
  readonly credit: { readonly amount: string };
}
/** `430 1210.00`, credits negative. */
const posted = ({ lines }: { readonly lines: readonly Line[] }) =>
  lines.map(({ account, debit, credit }) => `${account} ${Number(debit.amount) === 0 ? `-${credit.amount}` : debit.amount}`);
const invoice = (s: Seller, id: string) => s.done('getInvoice', { path: [id] });
const left = async (s: Seller, id: string) => (await invoice(s, id)).advanceLeft.amount;
const exposure = async (s: Seller) => (await s.records.getOrThrow(CreditExposures, exposureId(s.customerId))).exposure;
const pay = (s: Seller, invoiceId: string, amount: string) =>
  s.done('recordReceipt', {
    body: { customerId: s.customerId, date: DAY, amount: eur(amount), allocations: [{ invoiceId, amount: eur(amount) }] },
  });
const draft = (s: Seller, price: string, more: object = {}, line: object = {}) => ({
  ...{ customerId: s.customerId, date: DAY, ...more },
  lines: [{ name: 'Anticipo', kind: 'advance', quantity: '1', price, taxCode: 'IVA-G', ...line }],
});
/** An issued invoice of money in advance. */
async function advance(s: Seller, price: string, more: object = {}, line: object = {}) {
  const { id } = await s.done('createDraft', { body: draft(s, price, more, line) });
  return s.done('issueDraft', { path: [id], body: {} });
}
const place = (s: Seller, quantity: string, more: object = {}) => s.place([{ itemId: s.items[0], quantity }], more);
const shipping = (quantity: string) => ({ lines: [{ line: 1, quantity }] });
async function takeBack(s: Seller, orderId: string, quantity: string) {
  const { id } = await s.done('authoriseReturn', {
    path: [orderId],
    body: { date: DAY, reason: 'No lo quiere', lines: [{ line: 1, quantity }] },
  });
  const came = await s.done('receiveReturn', { path: [id], body: { date: DAY } });
  return s.done('getCreditNote', { path: [came.creditNoteIds[0]] });
}

describe('money in advance of an order', () => {
  it('is taken off by its invoice: 1,210.00 received of 6,050.00, and the tax of the rest alone', async () => {
    const s = await seller();
    const order = await place(s, '500');
    expect(await exposure(s)).toBe(6050_00);
    // What is asked for in advance is within what the limit was granted for, though both together are beyond it.
    const paid = await advance(s, '1000', { orderId: order.id });
    expect(posted(paid.entry)).toEqual(['430 1210.00', '438 -1000.00', '477 -210.00']);
    expect(await s.order(order.id)).toMatchObject({ advanceIds: [paid.id], documents: [{ id: paid.id }] });
    await pay(s, paid.id, '1210.00');
    expect(await exposure(s)).toBe(6050_00);
    const { invoiceId, entries } = await s.ship(order.id);
    expect(posted(entries[0])).toEqual(['430 4840.00', '438 1000.00', '700 -5000.00', '477 -840.00', '610 1000.00', '300 -1000.00']);
    expect(await invoice(s, invoiceId)).toMatchObject({
      totals: { net: eur('4000.00'), tax: eur('840.00'), gross: eur('4840.00') },
      open: eur('4840.00'),
      lines: [{ net: eur('5000.00') }, { name: `Anticipo ${paid.number}`, net: eur('-1000.00') }],
    });
    expect([await left(s, paid.id), await exposure(s)]).toEqual(['0.00', 4840_00]);
    expect((await s.order(order.id)).status).toBe('invoiced');
    await pay(s, invoiceId, '4840.00');
    expect([(await s.order(order.id)).status, await exposure(s)]).toEqual(['paid', 0]);
    expect(await s.faults()).toEqual([]);
  });

  it('is taken off by one invoice after the other, each as far as it goes', async () => {
    const s = await seller();
    const { id } = await place(s, '500');
    const paid = await advance(s, '800', { orderId: id });
    const first = await s.ship(id, shipping('50'));
    // 500.00 of goods: nothing is left to pay.
    expect(posted(first.entries[0])).toEqual(['438 500.00', '700 -500.00', '610 100.00', '300 -100.00']);
    expect([await left(s, paid.id), (await invoice(s, first.invoiceId)).state]).toEqual(['300.00', 'paid']);
    // 6,050.00 of the order and 968.00 of the advance, less 605.00.
    expect(await exposure(s)).toBe(6413_00);
    const last = await s.ship(id);
    expect((await invoice(s, last.invoiceId)).totals).toMatchObject({ net: eur('4200.00'), gross: eur('5082.00') });
    expect([await left(s, paid.id), await exposure(s)]).toEqual(['0.00', 6050_00]);
    expect(await s.faults()).toEqual([]);
  });

  it('asks for no more than the rest, where the order is ended short', async () => {
    const s = await seller();
    const { id } = await place(s, '500');
    const paid = await advance(s, '800', { orderId: id });
    await s.ship(id, shipping('200'));
    await s.done('cancelRest', { path: [id], body: { reason: 'Basta', date: DAY } });
    // 200 pieces are 2,420.00, of which 968.00 were asked for in advance.
    expect([await exposure(s), await left(s, paid.id)]).toEqual([2420_00, '0.00']);
    expect(await s.faults()).toEqual([]);
  });

  it('is left alone or chosen by who invoices, whatever was recorded', async () => {
    const s = await seller();
    const { id } = await place(s, '500');
    const [own, other] = [await advance(s, '100', { orderId: id }), await advance(s, '200')];
    const none = await s.ship(id, { ...shipping('100'), advances: [] });
    expect((await invoice(s, none.invoiceId)).totals.net).toEqual(eur('1000.00'));
    await s.ship(id, { ...shipping('100'), invoice: false });
    const asked = { path: [id], body: { date: DAY, advances: [other.id] } };
    const tried = await s.done('invoiceOrder', { ...asked, dryRun: true });
    expect(posted(tried.entries[0])).toEqual(['430 968.00', '438 200.00', '700 -1000.00', '477 -168.00']);
    await s.done('invoiceOrder', asked);
    expect([await left(s, own.id), await left(s, other.id)]).toEqual(['100.00', '0.00']);
    expect(await s.faults()).toEqual([]);
  });

  it('that was chosen is refused where it cannot be taken off', async () => {
    const s = await seller();
    const { id } = await place(s, '100');
    const stranger = 'cus_01JDG8ZK5T7QWERTY2MNPQRSTV';
    await s.records.commit([create(Customers, stranger, { name: 'Otra, S.L.', taxId: 'A58818501', paymentDays: 30 })]);
    const plain = await advance(s, '10', {}, { kind: 'service' });
    const reduced = await advance(s, '10', {}, { taxCode: 'IVA-R' });
    const theirs = await advance(s, '10', { customerId: stranger });
    const dollars = await advance(s, '10', { currency: 'USD', rate: '1.25' });
    const used = await advance(s, '10');
    await s.ship(id, { ...shipping('1'), advances: [used.id] });
    const refused = async (advanceId: string) => s.refused('shipOrder', { path: [id], body: { date: DAY, advances: [advanceId] } });
    const codes = await Promise.all([plain, reduced, theirs, dollars, used].map(async ({ id: each }) => refused(each)));
    expect(codes).toEqual(
      ['none', 'rate', 'other', 'currency', 'used'].map((why) => ({ status: 422, code: `advance.${why}`, field: 'body.advances.0' })),
    );
    expect(await refused('inv_F2026-000999')).toEqual({ status: 404, code: 'invoice.not_found', field: 'body.advances.0' });
    // What was recorded and is of another rate waits for an invoice that bills at that.
    const mixed = await place(s, '100');
    await advance(s, '10', { orderId: mixed.id }, { taxCode: 'IVA-R' });
    const { invoiceId } = await s.ship(mixed.id);
    expect((await invoice(s, invoiceId)).totals.gross).toEqual(eur('1210.00'));
  });

  it('is recorded for an order of its customer of which something is still to be invoiced', async () => {
    const s = await seller();
    const { id } = await place(s, '10');
    await s.ship(id);
    const open = await place(s, '10');
    const refused = async (body: object) => (await s.refused('createDraft', { body })).code;
    expect(await refused(draft(s, '10', { orderId: id }))).toBe('advance.order_done');
    expect(await refused(draft(s, '10', { orderId: open.id }, { kind: 'service' }))).toBe('advance.order_none');
    const stranger = 'cus_01JDG8ZK5T7QWERTY2MNPQRSTV';
    await s.records.commit([create(Customers, stranger, { name: 'Otra, S.L.', taxId: 'A58818501', paymentDays: 30 })]);
    expect(await refused(draft(s, '10', { orderId: open.id, customerId: stranger }))).toBe('advance.order_customer');
    const saved = await s.done('createDraft', { body: draft(s, '10', { orderId: open.id }) });
    await s.ship(open.id);
    expect((await s.refused('issueDraft', { path: [saved.id], body: {} })).code).toBe('advance.order_done');
    await s.done('patchDraft', { path: [saved.id], body: { orderId: null } });
    expect((await s.done('issueDraft', { path: [saved.id], body: {} })).orderId).toBeUndefined();
  });

  it('is taken off prices that include tax, to the cent', async () => {
    const s = await seller();
    const { id } = await place(s, '1', { pricesIncludeTax: true });
    // 10.00 with tax are 8.26 and 1.74; 3.30 and 0.69 were asked for in advance: 6.01 are left, 4.96 and 1.04 with a cent of rounding.
    await advance(s, '3.30', { orderId: id });
    const { invoiceId, entries } = await s.ship(id);
    expect(await invoice(s, invoiceId)).toMatchObject({
      totals: { net: eur('4.96'), tax: eur('1.04'), rounding: eur('0.01'), gross: eur('6.01') },
      lines: [
        { net: eur('8.26'), price: '10' },
        { net: eur('-3.30'), price: '3.99' },
      ],
    });
    expect(posted(entries[0])).toEqual(['430 6.01', '438 3.30', '700 -8.26', '477 -1.04', '769 -0.01', '610 2.00', '300 -2.00']);
    expect(await s.faults()).toEqual([]);
  });
});

describe('an order that took money in advance off', () => {
  it('lets its execution go on once both are paid: its own invoice and the advance', async () => {
    const s = await seller();
    const { id } = await place(s, '100');
    const paid = await advance(s, '1000', { orderId: id });
    const { invoiceId } = await s.ship(id);
    const answer = async () => {
      const order = await s.records.getOrThrow(Orders, id);
      return answerTo('payment', order, await owedOn(s.records, order));
    };
    // All of it was charged in advance: the invoice asks for nothing, and the money has still to come.
    expect([(await invoice(s, invoiceId)).open, await answer()]).toEqual([eur('0.00'), undefined]);
    await pay(s, paid.id, '1210.00');
    expect(await answer()).toBe('go');
  });

  it('and comes back is credited, and what its rest does not cover is money in advance again', async () => {
    const s = await seller();
    const { id } = await place(s, '500');
    const paid = await advance(s, '4000', { orderId: id });
    const { invoiceId } = await s.ship(id);
    expect((await invoice(s, invoiceId)).open).toEqual(eur('1210.00'));
    // Half of it: 2,500.00, and the invoice asks for 1,000.00.
    const half = await takeBack(s, id, '250');
    expect(half.lines.map(({ net, quantity }: { net: { amount: string }; quantity: string }) => [quantity, net.amount])).toEqual([
      ['250', '2500.00'],
      ['-1', '-1500.00'],
    ]);
    expect(posted(half.entry).filter((line) => !/^(610|300)/.test(line))).toEqual([
      '430 -1210.00',
      '438 -1500.00',
      '708 2500.00',
      '477 210.00',
    ]);
    expect([await left(s, paid.id), (await invoice(s, invoiceId)).open]).toEqual(['1500.00', eur('0.00')]);
    const rest = await takeBack(s, id, '250');
    expect(rest.totals).toMatchObject({ net: eur('0.00'), tax: eur('0.00'), gross: eur('0.00') });
    expect(await left(s, paid.id)).toBe('4000.00');
    // The money is still the customer's: 4,840.00 are credited, and can be paid back.
    const note = await s.done('creditInvoice', { path: [paid.id], body: { reason: 'Se devuelve' } });
    expect(posted(note.entry)).toEqual(['430 -4840.00', '438 4000.00', '477 840.00']);
    expect(await s.faults()).toEqual([]);
  });

  it('is credited as a whole, and its advance is taken off by another invoice', async () => {
    const s = await seller();
    const { id } = await place(s, '100');
    const paid = await advance(s, '1000', { orderId: id });
    const { invoiceId } = await s.ship(id);
    const note = await s.done('creditInvoice', { path: [invoiceId], body: { reason: 'Mal facturado' } });
    expect(posted(note.entry)).toEqual(['438 -1000.00', '708 1000.00']);
    expect([await left(s, paid.id), note.state]).toEqual(['1000.00', 'used']);
    expect(await s.faults()).toEqual([]);
  });

  it('was a quote, is invoiced as it is placed, and cancelled: the advance is there again', async () => {
    const s = await seller({ invoiceOn: 'order' });
    const quote = await place(s, '500', { quote: true });
    const paid = await advance(s, '1000', { orderId: quote.id });
    const placed = await s.done('placeQuote', { path: [quote.id], body: {} });
    expect(posted(placed.entries[0])).toEqual(['430 4840.00', '438 1000.00', '700 -5000.00', '477 -840.00']);
    expect([await left(s, paid.id), await exposure(s)]).toEqual(['0.00', 6050_00]);
    expect(await s.faults()).toEqual([]);
    await s.cancel(quote.id);
    expect([await left(s, paid.id), await exposure(s)]).toEqual(['1000.00', 1210_00]);
    expect(await s.faults()).toEqual([]);
  });

  it('was invoiced as a whole, and ends short: the rest is credited though most of it was paid in advance', async () => {
    const s = await seller({ invoiceOn: 'order' });
    const quote = await place(s, '500', { quote: true });
    const paid = await advance(s, '4000', { orderId: quote.id });
    await s.done('placeQuote', { path: [quote.id], body: {} });
    await s.ship(quote.id, shipping('100'));
    await s.done('cancelRest', { path: [quote.id], body: { reason: 'Basta', date: DAY } });
    // 4,000.00 of 5,000.00 are given up; 1,000.00 were still to be paid: 3,000.00 are money in advance again.
    expect(await left(s, paid.id)).toBe('3000.00');
    expect(await s.faults()).toEqual([]);
  });
});
