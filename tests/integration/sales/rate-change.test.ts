import { expect, it } from 'vitest';
import { CreditExposures, exposureId } from '../../../shared/domain/crm/customers/customer.ts';
import { newSeller } from '../../support/seller.ts';
import { eur } from '../../support/shop.ts';

/** VAT rose from 16 to 18 % on 1 July 2010 (RDL 8/2010): ten pieces at 10.00, ordered on the last day before. */
async function ordered() {
  const s = await newSeller([['A', 100, 0]], { creditLimit: 1_000_000 });
  await s.done('openFiscalYear', { body: { year: '2010' } });
  const { id, totals } = await s.place([{ itemId: s.items[0], quantity: '10' }], { date: '2010-06-30' });
  expect(totals.gross).toEqual(eur('116.00'));
  const exposure = async () => (await s.records.getOrThrow(CreditExposures, exposureId(s.customerId))).exposure;
  const taxes = async (invoiceId: string) =>
    (await s.done('getInvoice', { path: [invoiceId] })).totals.taxes.map((t: { percent: string; tax: { amount: string } }) => [
      t.percent,
      t.tax.amount,
    ]);
  return { s, id, exposure, taxes };
}

it('an order is invoiced at the rate of the day on which its goods leave, and its credit limit follows', async () => {
  const { s, id, exposure, taxes } = await ordered();
  const { invoiceId } = await s.ship(id, { date: '2010-07-01' });
  expect([await taxes(invoiceId), await exposure()]).toEqual([[['18', '18.00']], 11_800]);
  expect(await s.faults()).toEqual([]);
});

it('an invoice over shipments before and after keeps their rates apart, and is credited at them', async () => {
  const { s, id, exposure, taxes } = await ordered();
  await s.ship(id, { date: '2010-06-30', invoice: false, lines: [{ line: 1, quantity: '4' }] });
  await s.ship(id, { date: '2010-07-01', invoice: false });
  const { invoiceId, entries } = await s.done('invoiceOrder', { path: [id], body: { date: '2010-07-02' } });
  // 40.00 at 16 % are 6.40; 60.00 at 18 % are 10.80.
  expect(await taxes(invoiceId)).toEqual([
    ['16', '6.40'],
    ['18', '10.80'],
  ]);
  const credited = entries[0].lines.map((l: { account: string; credit: { amount: string } }) => [l.account, l.credit.amount]);
  expect(credited.filter(([account]: string[]) => account === '477')).toEqual([
    ['477', '6.40'],
    ['477', '10.80'],
  ]);
  const shown = await s.done('getInvoice', { path: [invoiceId] });
  expect(shown.lines.map((l: { quantity: string; percent: string }) => [l.quantity, l.percent])).toEqual([
    ['4', '16'],
    ['6', '18'],
  ]);
  expect(await exposure()).toBe(11_720);
  // Two of the dearer ones, a year later: 20.00 at 18 %; then all the rest.
  const part = { reason: 'Rota', date: '2010-12-01', lines: [{ line: 2, quantity: '2' }] };
  expect((await s.done('creditInvoice', { path: [invoiceId], body: part })).totals).toMatchObject({ net: eur('20.00'), tax: eur('3.60') });
  const rest = await s.done('creditInvoice', { path: [invoiceId], body: { reason: 'Todo', date: '2010-12-02' } });
  expect(rest.totals.taxes.map((t: { percent: string; tax: object }) => [t.percent, t.tax])).toEqual([
    ['16', eur('6.40')],
    ['18', eur('7.20')],
  ]);
  expect([await exposure(), await s.faults()]).toEqual([0, []]);
});

it('goods of both rates that come back give back what they had been billed', async () => {
  const { s, id, exposure } = await ordered();
  await s.ship(id, { date: '2010-06-30', invoice: false, lines: [{ line: 1, quantity: '4' }] });
  await s.ship(id, { date: '2010-07-01', invoice: false });
  await s.done('invoiceOrder', { path: [id], body: { date: '2010-07-02' } });
  const ret = await s.done('authoriseReturn', { path: [id], body: { reason: 'No gusta', date: '2010-07-10' } });
  await s.done('receiveReturn', { path: [ret.id], body: { date: '2010-07-11', lines: [{ line: 1, quantity: '5' }] } });
  // Oldest first: four at 16 % and one at 18 %, 50.00 and 8.20.
  expect(await exposure()).toBe(11_720 - 5820);
  await s.done('receiveReturn', { path: [ret.id], body: { date: '2010-07-12' } });
  expect([await exposure(), await s.faults()]).toEqual([0, []]);
});
