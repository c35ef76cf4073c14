import { describe, expect, it } from 'vitest';
import { addDays, dateIn } from '../../../shared/kernel/date.ts';
import { newSeller } from '../../support/seller.ts';
import { eur } from '../../support/shop.ts';

const TODAY = dateIn('Europe/Madrid', new Date());
const TOMORROW = addDays(TODAY, 1);

/** An order of 10 March shipped in part on the 12th, without an invoice. */
async function begun(policies: object = {}) {
  const s = await newSeller([['A', 20, 2000]], { policies });
  await s.done('openFiscalYear', { body: { year: TOMORROW.slice(0, 4) } }).catch(() => undefined);
  const { id, invoiceIds } = await s.place([{ itemId: s.items[0], quantity: '4' }], { date: '2026-03-10' });
  await s.ship(id, { date: '2026-03-12', invoice: false, lines: [{ line: 1, quantity: '1' }] });
  const code = async (name: string, path: readonly string[], body: object) => (await s.refused(name, { path, body })).code;
  return { s, id, invoiceIds, code };
}

describe('a document', () => {
  it('is not dated before what it follows', async () => {
    const { s, id, code } = await begun();
    expect(await code('shipOrder', [id], { date: '2026-03-09' })).toBe('shipment.too_early');
    expect(await code('invoiceOrder', [id], { date: '2026-03-11' })).toBe('invoice.too_early');
    const { invoiceId } = await s.done('invoiceOrder', { path: [id], body: { date: '2026-03-12' } });
    expect(await code('creditInvoice', [invoiceId], { reason: 'x', date: '2026-03-11' })).toBe('credit_note.too_early');
    expect(await code('authoriseReturn', [id], { reason: 'x', date: '2026-03-11' })).toBe('return.too_early');
    const { id: placed } = await s.place([{ itemId: s.items[0], quantity: '1' }], { date: '2026-03-10' });
    expect(await code('cancelOrder', [placed], { reason: 'x', date: '2026-03-09' })).toBe('cancellation.too_early');
    const receipt = await s.done('recordReceipt', { body: { customerId: s.customerId, amount: eur('50'), date: '2026-03-15' } });
    const allocations = [{ invoiceId, amount: eur('1') }];
    expect(await code('allocateReceipt', [receipt.id], { date: '2026-03-14', allocations })).toBe('allocation.too_early');
    await s.done('allocateReceipt', { path: [receipt.id], body: { date: '2026-03-15', allocations } });
    expect(await code('deallocateReceipt', [receipt.id, invoiceId], { date: '2026-03-14' })).toBe('allocation.too_early');
    expect(await code('recordRefund', [], { from: receipt.id, amount: eur('1'), date: '2026-03-14' })).toBe('refund.too_early');
    expect(await code('reverseReceipt', [receipt.id], { reason: 'x', date: '2026-03-14' })).toBe('reversal.too_early');
    expect(await s.faults()).toEqual([]);
  });

  it('that tells what has happened is not dated after today', async () => {
    const { s, id, code } = await begun();
    await s.done('createWarehouse', { body: { code: 'main', name: 'Principal' } });
    const date = TOMORROW;
    const future = [
      await code('shipOrder', [id], { date }),
      await code('shipOrder', [id], { date, invoice: false }),
      await code('invoiceOrder', [id], { date }),
      await code('recordReceipt', [], { customerId: s.customerId, amount: eur('5'), date }),
      await code('receiveGoods', [], { date, lines: [{ itemId: s.items[0], quantity: '1', unitCost: '1' }] }),
    ];
    const { invoiceId } = await s.done('invoiceOrder', { path: [id], body: { date: TODAY } });
    future.push(await code('creditInvoice', [invoiceId], { reason: 'x', date }));
    const ret = await s.done('authoriseReturn', { path: [id], body: { reason: 'x' } });
    future.push(await code('receiveReturn', [ret.id], { date }));
    const draft = await s.done('createDraft', { body: { customerId: s.customerId, lines: [{ name: 'x', quantity: '1', price: '1' }] } });
    future.push(await code('issueDraft', [draft.id], { date }));
    expect(new Set(future)).toEqual(new Set(['date.future']));
    expect(await s.faults()).toEqual([]);
  });

  it('that is only promised may be, unless an invoice comes with it', async () => {
    const { s, code } = await begun();
    const body = { customerId: s.customerId, date: TOMORROW, lines: [{ itemId: s.items[0], quantity: '1' }] };
    expect((await s.done('placeOrder', { body })).status).toBe('placed');
    const { code: other, s: onOrder } = await begun({ invoiceOn: 'order' });
    expect(
      await other('placeOrder', [], { ...body, customerId: onOrder.customerId, lines: [{ itemId: onOrder.items[0], quantity: '1' }] }),
    ).toBe('date.future');
    expect(await code('placeOrder', [], { ...body, date: '2031-01-01' })).toBe('period.not_open');
  });
});

it('a month that is about to be locked tells what is unfinished in it', async () => {
  const { s, id } = await begun();
  const tried = (period: string) => s.done('setPeriod', { path: [period], body: { state: 'closed' }, dryRun: true });
  expect((await tried('2026-03')).unfinished).toEqual([{ kind: 'order', id, number: expect.any(String), date: '2026-03-12' }]);
  expect((await tried('2026-04')).unfinished).toEqual([]);
  await s.done('invoiceOrder', { path: [id], body: { date: '2026-03-12' } });
  expect((await tried('2026-03')).unfinished).toEqual([]);
  expect((await s.done('listPeriods')).items.find(({ period }: { period: string }) => period === '2026-03').state).toBe('open');
});
