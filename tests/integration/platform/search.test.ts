import { beforeAll, describe, expect, it } from 'vitest';
import { Drafts } from '../../../shared/domain/finance/receivables/draft.ts';
import { Receipts, Refunds } from '../../../shared/domain/finance/receivables/receipt.ts';
import { GoodsReceipts } from '../../../shared/domain/inventory/stock/goods-receipt.ts';
import { Orders } from '../../../shared/domain/sales/orders/order.ts';
import { Returns } from '../../../shared/domain/sales/returns/return.ts';
import { dateIn, yearOf } from '../../../shared/kernel/date.ts';
import { numberOf } from '../../../shared/kernel/record.ts';
import { newTenant } from '../../support/call.ts';
import { eur, SETTINGS, type Shop, shopOf } from '../../support/shop.ts';

const TODAY = dateIn(SETTINGS.timeZone, new Date());
const YEAR = yearOf(TODAY);

/** A company with two customers, two items, an order shipped and invoiced, paid, credited in part, and an entry by hand. */
async function opened() {
  const shop = shopOf(newTenant());
  await shop.done('createCompany', { body: { ...SETTINGS, fiscalYears: [YEAR] } });
  const make = async (name: string, body: object): Promise<string> => (await shop.done(name, { body })).id;
  const customerId = await make('createCustomer', { name: 'Panadería Núñez', taxId: 'B87654323', email: 'hola@nunez.example' });
  await make('createCustomer', { name: 'Ferretería Gómez' });
  const cup = await make('createItem', { code: 'TZ-01', name: 'Taza de café', price: '10' });
  const help = await make('createItem', { code: 'AS-9', name: 'Asesoría', price: '50', kind: 'service' });
  await make('receiveGoods', { date: TODAY, lines: [{ itemId: cup, quantity: '5', unitCost: '4' }] });
  const orderId = await make('placeOrder', { customerId, date: TODAY, lines: [{ itemId: cup, quantity: '2' }], reference: 'PED-77' });
  const { invoiceId } = await shop.done('shipOrder', { path: [orderId], body: { date: TODAY } });
  const receiptId = await make('recordReceipt', { customerId, date: TODAY, amount: eur('20.00'), reference: 'TRF 4411' });
  const returned = { path: [orderId], body: { reason: 'Rota', date: TODAY, lines: [{ line: 1, quantity: '1' }] } };
  const returnId: string = (await shop.done('authoriseReturn', returned)).id;
  const received = await shop.done('receiveReturn', { path: [returnId], body: { date: TODAY } });
  const refundId = await make('recordRefund', { from: receiptId, amount: eur('1.00'), date: TODAY });
  const draftId = await make('createDraft', { customerId, date: TODAY, lines: [{ name: 'Reparto', quantity: '1', price: '5' }] });
  const adjustmentId = await make('adjustStock', { itemId: cup, date: TODAY, quantity: '-1', reason: 'damage', note: 'Asa rota' });
  const entry = await make('postEntry', {
    text: 'Alquiler del almacén',
    lines: [
      { account: '621', debit: eur('850.00') },
      { account: '572', credit: eur('850.00') },
    ],
  });
  return {
    shop,
    customerId,
    cup,
    help,
    orderId,
    invoiceId: invoiceId as string,
    receiptId,
    returnId,
    received,
    refundId,
    draftId,
    adjustmentId,
    entry,
  };
}

const found = async (shop: Shop, q: string): Promise<[kind: string, id: string][]> =>
  (await shop.done('searchAll', { query: { q } })).items.map(({ kind, id }: { kind: string; id: string }) => [kind, id]);

describe('the search', () => {
  let o: Awaited<ReturnType<typeof opened>>;
  beforeAll(async () => {
    o = await opened();
  });

  it('finds everything of a customer by name, whatever case and accents', async () => {
    const { shop, customerId, orderId, invoiceId, receiptId, refundId, draftId, returnId } = o;
    const expected = [
      ['customer', customerId],
      ['order', orderId],
      ['invoice', invoiceId],
      ['credit-note', `crn_R${YEAR}-000001`],
      ['invoice-draft', draftId],
      ['receipt', receiptId],
      ['refund', refundId],
      ['return', returnId],
    ];
    for (const q of ['Núñez', 'NUNEZ', 'panad nuñ', '  núñez  panadería ']) expect(await found(shop, q), q).toEqual(expected);
    expect(await found(shop, 'nunez gomez')).toEqual([]);
  });

  it('shows of each what a person knows it by', async () => {
    const { shop, orderId } = o;
    const { items, more } = await shop.done('searchAll', { query: { q: 'b87654323' } });
    expect(more).toEqual([]);
    // 2 cups at 10.00 and 21 %; one came back.
    expect(items).toEqual([
      { kind: 'customer', id: o.customerId, title: 'Panadería Núñez', subtitle: 'B87654323 · hola@nunez.example' },
      {
        kind: 'invoice',
        id: o.invoiceId,
        title: `F${YEAR}-000001`,
        subtitle: 'Panadería Núñez · B87654323',
        state: 'open',
        date: TODAY,
        amount: eur('24.20'),
      },
      {
        kind: 'credit-note',
        id: `crn_R${YEAR}-000001`,
        title: `R${YEAR}-000001`,
        subtitle: 'Panadería Núñez · B87654323',
        state: 'used',
        date: TODAY,
        amount: eur('12.10'),
      },
    ]);
    const [order] = (await shop.done('searchAll', { query: { q: 'ped-77' } })).items;
    const title = numberOf(Orders, orderId);
    expect(order).toMatchObject({ kind: 'order', id: orderId, title, subtitle: 'Panadería Núñez · PED-77', amount: eur('24.20') });
    const [receipt] = (await shop.done('searchAll', { query: { q: 'trf 4411' } })).items;
    expect(receipt).toMatchObject({ kind: 'receipt', id: o.receiptId, state: 'open', amount: eur('20.00') });
  });

  it('finds documents by number, whole, short or begun, and records by id', async () => {
    const { shop, orderId, invoiceId, returnId, receiptId, cup, entry } = o;
    const note = `crn_R${YEAR}-000001`;
    for (const q of [`F${YEAR}-000001`, `f${YEAR}-000001`, invoiceId, `f${YEAR}-0000`, `F${YEAR}`])
      expect(await found(shop, q), q).toEqual([['invoice', invoiceId]]);
    expect(await found(shop, '000001')).toEqual([
      ['invoice', invoiceId],
      ['credit-note', note],
    ]);
    // Digits alone are a number, and may be part of a code as well.
    for (const hit of [
      ['invoice', invoiceId],
      ['credit-note', note],
      ['item', cup],
      ['account', '100'],
    ])
      expect(await found(shop, '1')).toContainEqual(hit);
    // A return is found by its own number and by its order's.
    expect(await found(shop, numberOf(Orders, orderId))).toEqual([
      ['order', orderId],
      ['return', returnId],
    ]);
    expect(await found(shop, numberOf(Receipts, receiptId).toLowerCase())).toEqual([['receipt', receiptId]]);
    for (const [kind, id] of [
      ['order', orderId],
      ['return', returnId],
      ['receipt', receiptId],
      ['item', cup],
      ['credit-note', note],
      ['manual-entry', entry],
      ['journal-entry', `je_${invoiceId}`],
    ] as const)
      expect(await found(shop, id), id).toEqual([[kind, id]]);
    expect(await found(shop, `F${YEAR}-000002`)).toEqual([]);
  });

  it('finds items by code and name, accounts by code and name, and entries by what they are for', async () => {
    const { shop, cup, help, entry } = o;
    const receipts = (await shop.done('listGoodsReceipts')).items as { id: string }[];
    expect(await found(shop, 'tz-01')).toEqual([
      ['item', cup],
      ...receipts.map(({ id }) => ['goods-receipt', id]),
      ['stock-adjustment', o.adjustmentId],
    ]);
    expect(await found(shop, 'CAFE')).toEqual([['item', cup]]);
    expect(await found(shop, 'asesoria')).toContainEqual(['item', help]);
    expect((await found(shop, '430'))[0]).toEqual(['account', '430']);
    expect(await found(shop, 'mercaderias')).toContainEqual(['account', '300']);
    expect(await found(shop, 'alquiler almacen')).toEqual([['manual-entry', entry]]);
    const [hit] = (await shop.done('searchAll', { query: { q: 'alquiler' } })).items;
    expect(hit).toMatchObject({ title: 'Alquiler del almacén', amount: eur('850.00'), date: TODAY });
  });

  it('finds simplified invoices, which have a series of their own, by their number', async () => {
    const { shop, invoiceId } = o;
    const [ferreteria] = (await shop.done('listCustomers', { query: { q: 'gomez' } })).items;
    const body = { customerId: ferreteria.id, date: TODAY, lines: [{ name: 'Reparto', quantity: '1', price: '5' }] };
    const draft = await shop.done('createDraft', { body });
    const { id } = await shop.done('issueDraft', { path: [draft.id], body: {} });
    expect(id).toBe(`inv_FS${YEAR}-000001`);
    for (const q of [`FS${YEAR}-000001`, `fs${YEAR}-0000`, id]) expect(await found(shop, q), q).toEqual([['invoice', id]]);
    for (const [q, ids] of [
      ['000001', [invoiceId, id]],
      [`F${YEAR}-000001`, [invoiceId]],
    ] as const)
      expect(
        (await found(shop, q)).flatMap(([kind, hit]) => (kind === 'invoice' ? [hit] : [])),
        q,
      ).toEqual(ids);
  });

  it('finds every other kind too, by number, words or id', async () => {
    const { shop, refundId, draftId, adjustmentId, orderId } = o;
    expect(await found(shop, numberOf(Refunds, refundId))).toEqual([['refund', refundId]]);
    expect(await found(shop, numberOf(Drafts, draftId).toLowerCase())).toEqual([['invoice-draft', draftId]]);
    expect(await found(shop, 'asa rota')).toEqual([['stock-adjustment', adjustmentId]]);
    const receipts = (await shop.done('listGoodsReceipts')).items as { id: string }[];
    for (const { id } of receipts) expect(await found(shop, numberOf(GoodsReceipts, id)), id).toEqual([['goods-receipt', id]]);
    expect(await found(shop, 'whs_main')).toEqual([['warehouse', 'whs_main']]);
    expect(await found(shop, 'principal')).toContainEqual(['warehouse', 'whs_main']);
    expect(numberOf(Returns, o.returnId).slice(0, 2)).not.toBe(numberOf(Refunds, refundId).slice(0, 2));
    // No page of its own, and nothing to say: an order's credit is no hit.
    expect(await found(shop, `crd_${o.customerId.slice(4)}`)).toEqual([]);
    expect(await found(shop, orderId)).toEqual([['order', orderId]]);
  });

  it('shows members to those alone who may see them', async () => {
    const { shop } = o;
    await shop.done('inviteMember', { body: { email: `vera@${shop.tenant}.example`, name: 'Vera Vidal', roles: ['sales'] } });
    expect((await found(shop, 'vidal')).map(([kind]) => kind)).toEqual(['member']);
    const asSales = await shop.done('searchAll', { query: { q: 'vidal' }, roles: ['sales'] });
    expect(asSales.items).toEqual([]);
  });

  it('says of which kinds there is more than it shows', async () => {
    const shop = shopOf(newTenant());
    await shop.done('createCompany', { body: { ...SETTINGS, fiscalYears: [YEAR] } });
    for (let i = 1; i <= 7; i += 1) await shop.done('createCustomer', { body: { name: `Bar ${i}` } });
    const { items, more } = await shop.done('searchAll', { query: { q: 'bar' } });
    expect(items.filter(({ kind }: { kind: string }) => kind === 'customer').map(({ title }: { title: string }) => title)).toEqual(
      [1, 2, 3, 4, 5, 6].map((i) => `Bar ${i}`),
    );
    expect(more).toContain('customer');
  });

  it('looks for 1 to 80 characters', async () => {
    for (const query of [{}, { q: '' }, { q: '   ' }, { q: 'x'.repeat(81) }])
      expect(await o.shop.refused('searchAll', { query }), JSON.stringify(query)).toMatchObject({ status: 400, code: 'input.invalid' });
  });

  it('shows another company nothing of it', async () => {
    const other = shopOf(newTenant());
    await other.done('createCompany', { body: { ...SETTINGS, fiscalYears: [YEAR] } });
    for (const q of ['nunez', `F${YEAR}-000001`, '000001', o.orderId, o.cup, o.entry, `je_${o.invoiceId}`, 'alquiler almacen'])
      expect(await found(other, q), q).toEqual([]);
  });
});
