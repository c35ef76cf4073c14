import { expect, it } from 'vitest';
import { itemsOf } from '../support/items.ts';
import { DAY, newSeller, type Seller } from '../support/seller.ts';
import { type Ask, eur } from '../support/shop.ts';

/** A company with one of everything, by the prefix of its id. */
async function withEverything(): Promise<{ s: Seller; ids: Record<string, string> }> {
  const s = await newSeller([['A', 10, 1000]]);
  await s.done('createWarehouse', { body: { code: 'main', name: 'Principal' } });
  const order = await s.place([{ itemId: s.items[0], quantity: '2' }]);
  const quote = await s.place([{ itemId: s.items[0], quantity: '2' }], { quote: true });
  const sold = await s.place([{ itemId: s.items[0], quantity: '2' }]);
  const { invoiceId } = await s.ship(sold.id);
  const line = { name: 'Asesoría', quantity: '1', price: '10' };
  const draft = await s.done('createDraft', { body: { customerId: s.customerId, date: DAY, lines: [line] } });
  const receipt = await s.done('recordReceipt', { body: { customerId: s.customerId, date: DAY, amount: eur('5') } });
  const note = await s.done('creditInvoice', { path: [invoiceId], body: { date: DAY, reason: 'x', lines: [{ line: 1, net: eur('1') }] } });
  const goods = await s.done('receiveGoods', { body: { date: DAY, lines: [{ itemId: s.items[0], quantity: '1', unitCost: '1' }] } });
  const ids = { cus: s.customerId, itm: s.items[0] ?? '', ord: order.id, quo: quote.id, inv: invoiceId, drf: draft.id };
  return { s, ids: { ...ids, rcp: receipt.id, crn: note.id, grn: goods.id } };
}

/** What another company tries with them. */
const attempts = (id: Record<string, string>): [name: string, request: Ask][] => {
  const { cus = '', itm = '', ord = '', quo = '', inv = '', drf = '', rcp = '', crn = '', grn = '' } = id;
  const line = { itemId: itm, quantity: '1' };
  return [
    ['getCustomer', { path: [cus] }],
    ['patchCustomer', { path: [cus], body: { name: 'Mío' } }],
    ['getItem', { path: [itm] }],
    ['patchItem', { path: [itm], body: { price: '0' } }],
    ['getStock', { path: [itm] }],
    ['adjustStock', { body: { ...line, reason: 'theft', quantity: '-1', date: DAY } }],
    ['getGoodsReceipt', { path: [grn] }],
    ['reverseGoodsReceipt', { path: [grn], body: { date: DAY } }],
    ['getOrder', { path: [ord] }],
    ['placeQuote', { path: [quo], body: {} }],
    ['shipOrder', { path: [ord], body: { date: DAY } }],
    ['invoiceOrder', { path: [ord], body: { date: DAY } }],
    ['cancelOrder', { path: [ord], body: { reason: 'x', date: DAY } }],
    ['cancelRest', { path: [ord], body: { reason: 'x', date: DAY } }],
    ['restoreRest', { path: [ord] }],
    ['placeOrder', { body: { customerId: cus, date: DAY, lines: [line] } }],
    ['getDraft', { path: [drf] }],
    ['patchDraft', { path: [drf], body: { notes: 'x' } }],
    ['issueDraft', { path: [drf], body: {} }],
    ['createDraft', { body: { customerId: cus, date: DAY, lines: [{ name: 'x', quantity: '1', price: '1' }] } }],
    ['getInvoice', { path: [inv] }],
    ['creditInvoice', { path: [inv], body: { reason: 'x', date: DAY } }],
    ['getCreditNote', { path: [crn] }],
    ['getReceipt', { path: [rcp] }],
    ['recordReceipt', { body: { customerId: cus, date: DAY, amount: eur('1') } }],
    ['reverseReceipt', { path: [rcp], body: { reason: 'x', date: DAY } }],
    ['allocateReceipt', { path: [rcp], body: { allocations: [{ invoiceId: inv, amount: eur('1') }] } }],
    ['recordRefund', { body: { from: rcp, amount: eur('1'), date: DAY } }],
    ['getEntry', { path: [`je_${inv}`] }],
    ['getHistory', { query: { record: ord } }],
    ['getHistory', { query: { record: inv } }],
  ];
};
const UNKNOWN = Object.fromEntries(['cus', 'itm', 'ord', 'drf', 'rcp', 'grn'].map((p) => [p, `${p}_01JDG8ZK5T7QWERTY2MNPQRSTV`]));

it('another company’s records look like records that are not there, to every action, and stay as they are', async () => {
  const { s: a, ids } = await withEverything();
  const b = await newSeller([['A', 10, 1000]]);
  const before = await itemsOf(a.tenant);
  const unknown = attempts({ ...UNKNOWN, quo: UNKNOWN.ord ?? '', inv: 'inv_F2026-999999', crn: 'crn_R2026-999999' });
  for (const [i, [name, request]] of attempts(ids).entries()) {
    const answer = await b.ask(name, request);
    expect([400, 404], `${name}: ${answer.status}`).toContain(answer.status);
    const refusal = ({ status, body }: typeof answer) => [status, body.code, body.field];
    const [, missing = {}] = unknown[i] ?? [];
    expect(refusal(answer), name).toEqual(refusal(await b.ask(name, missing)));
    expect(answer.body.code, name).toMatch(/not_found$/);
  }
  for (const list of ['listOrders', 'listInvoices', 'listReceipts', 'listDrafts', 'listCreditNotes', 'listGoodsReceipts'])
    expect(await b.listed(list), list).toEqual([]);
  expect(await b.listed('listOrders', { customerId: ids.cus ?? '' })).toEqual([]);
  expect(await a.faults()).toEqual([]);
  const after = await itemsOf(a.tenant);
  const own = (all: Record<string, unknown>) => Object.entries(all).filter(([key]) => !/#(wait|balance|fold)/.test(key) && key in before);
  expect(own(after)).toEqual(own(before));
});
