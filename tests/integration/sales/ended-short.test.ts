import { describe, expect, it } from 'vitest';
import { CreditExposures, exposureId } from '../../../shared/domain/crm/customers/customer.ts';
import { DAY, newSeller, type Seller } from '../../support/seller.ts';
import { eur } from '../../support/shop.ts';

const GOODS = [
  ['A', 10, 2000],
  ['B', 10, 5000],
] as const;
const exposure = async (s: Seller) => (await s.records.getOrThrow(CreditExposures, exposureId(s.customerId))).exposure;
const end = (s: Seller, id: string, more: object = {}) =>
  s.done('cancelRest', { path: [id], body: { reason: 'Descatalogado', date: '2026-03-12', ...more } });
const refused = async (s: Seller, action: string, id: string, body?: object) =>
  (await s.refused(action, { path: [id], ...(body ? { body } : {}) })).code;

/** Three of A at 9.99 and two of B at 10.00, of which two of A have shipped. */
async function partlyShipped(policies: object = {}, invoice = true) {
  const s = await newSeller(GOODS, { creditLimit: 1_000_000, policies });
  const [a, b] = s.items;
  const { id } = await s.place([
    { itemId: a, quantity: '3', price: '9.99' },
    { itemId: b, quantity: '2' },
  ]);
  await s.ship(id, { lines: [{ line: 1, quantity: '2' }], invoice });
  return { s, id };
}

describe('an order that ends short', () => {
  it('gives back stock and credit of the rest, and goes on with what has shipped', async () => {
    const { s, id } = await partlyShipped();
    expect((await s.stock()).map(([onHand, reserved]) => [onHand, reserved])).toEqual([
      ['8', '1'],
      ['10', '2'],
    ]);
    // 3 × 9.99 + 2 × 10.00 = 49.97; 21 % of it 10.4937: 60.46.
    expect(await exposure(s)).toBe(6046);
    const order = await end(s, id);
    expect(order).toMatchObject({ status: 'invoiced', short: { date: '2026-03-12', reason: 'Descatalogado' } });
    expect(order.lines.map((l: { givenUp?: string; open: string }) => [l.givenUp, l.open])).toEqual([
      ['1', '0'],
      ['2', '0'],
    ]);
    expect((await s.stock()).map(([, reserved]) => reserved)).toEqual(['0', '0']);
    // 19.98 and 21 % of it, 4.1958, are invoiced: 24.18 stay at risk.
    expect(await exposure(s)).toBe(2418);
    expect(await refused(s, 'shipOrder', id, { date: '2026-03-13' })).toBe('shipment.nothing_open');
    expect(await s.faults()).toEqual([]);
  });

  it('bills what had shipped without an invoice, to the cent', async () => {
    const { s, id } = await partlyShipped({}, false);
    await end(s, id);
    expect(await exposure(s)).toBe(2418);
    await s.done('invoiceOrder', { path: [id], body: { date: '2026-03-13' } });
    expect([await exposure(s), (await s.order(id)).status]).toEqual([2418, 'invoiced']);
    expect(await s.faults()).toEqual([]);
  });

  it('that was invoiced as a whole gives the rest back by a credit note, which is final', async () => {
    const { s, id } = await partlyShipped({ invoiceOn: 'order' });
    const order = await end(s, id);
    const note = await s.done('getCreditNote', { path: [order.short.creditNoteId] });
    // 9.99 + 20.00 = 29.99; 21 % of it 6.2979.
    expect(note).toMatchObject({ corrects: order.invoiceIds[0], totals: { net: eur('29.99'), tax: eur('6.30'), gross: eur('36.29') } });
    expect(note.lines.map((l: { quantity: string; net: object }) => [l.quantity, l.net])).toEqual([
      ['1', eur('9.99')],
      ['2', eur('20.00')],
    ]);
    // The invoice was 60.46.
    expect(await exposure(s)).toBe(6046 - 3629);
    expect(await refused(s, 'restoreRest', id)).toBe('order.rest_credited');
    expect(await s.faults()).toEqual([]);
  });

  it('can ask for its rest again, while its stock and credit are there', async () => {
    const { s, id } = await partlyShipped();
    await end(s, id);
    const before = await s.order(id);
    expect(before.actions).toMatchObject({ restoreRest: null, cancelRest: { code: 'shipment.nothing_open' } });
    const order = await s.done('restoreRest', { path: [id] });
    expect([order.status, order.short, await exposure(s)]).toEqual(['partly-shipped', undefined, 6046]);
    expect((await s.stock()).map(([, reserved]) => reserved)).toEqual(['1', '2']);
    expect(await s.faults()).toEqual([]);
    // Ended again, it lets go of the same again; what another order takes then is not to be had any more.
    await end(s, id);
    await s.place([{ itemId: s.items[1], quantity: '9' }]);
    expect(await refused(s, 'restoreRest', id)).toBe('stock.short');
    await s.ship(id, { date: '2026-03-13' }).catch(() => undefined);
    expect(await s.faults()).toEqual([]);
  });

  it('is refused before anything has left, after all has, before its last shipment, and twice', async () => {
    const s = await newSeller(GOODS);
    const { id } = await s.place([{ itemId: s.items[0], quantity: '3' }]);
    const body = { reason: 'x', date: DAY };
    expect(await refused(s, 'cancelRest', id, body)).toBe('order.unshipped');
    expect(await refused(s, 'restoreRest', id)).toBe('order.not_short');
    await s.ship(id, { lines: [{ line: 1, quantity: '1' }], date: '2026-03-12' });
    expect(await refused(s, 'cancelRest', id, { ...body, date: '2026-03-11' })).toBe('rest.too_early');
    await end(s, id);
    expect(await refused(s, 'cancelRest', id, body)).toBe('shipment.nothing_open');
  });

  it('of more stock than one transaction holds lets all of it go', async () => {
    const s = await newSeller(
      Array.from({ length: 130 }, (_, i) => [`L${i}`, 4, 400] as const),
      { creditLimit: 10_000_000 },
    );
    const { id } = await s.place(s.items.map((itemId) => ({ itemId, quantity: '2' })));
    await s.ship(id, { lines: [{ line: 1, quantity: '1' }] });
    await end(s, id);
    expect(new Set((await s.stock()).map(([, reserved]) => reserved))).toEqual(new Set(['0']));
    expect((await s.order(id)).actions.restoreRest).toBeNull();
    expect(await refused(s, 'restoreRest', id)).toBe('order.rest_too_long');
    expect(await s.faults()).toEqual([]);
  });
});
