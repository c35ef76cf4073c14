import { beforeEach, expect, it } from 'vitest';
import { Dimensions, dimensionId } from '../../../shared/domain/finance/analysis/dimension.ts';
import type { EntryLine } from '../../../shared/domain/finance/ledger/entry.ts';
import { linesByPlace } from '../../../shared/domain/finance/ledger/entry.ts';
import { CreditNotes, Invoices } from '../../../shared/domain/finance/receivables/invoice.ts';
import { GoodsIssues, goodsIssueId } from '../../../shared/domain/inventory/stock/goods-issue.ts';
import { create } from '../../../shared/kernel/record.ts';
import { useMemoryTable } from '../../support/memory-table.ts';
import { DAY, newSeller, type Seller } from '../../support/seller.ts';

const table = useMemoryTable();
beforeEach(() => table.clear());

const MADRID = { dimensions: { centre: 'MAD' } };
const BARCELONA = { dimensions: { centre: 'BCN' } };

/** A shop with a hundred pieces at 4.00 and two centres in use; Valencia is used no more. */
async function seller(): Promise<Seller> {
  const shop = await newSeller([['A', 100, 400_00]]);
  const values = ['MAD', 'BCN', 'VLC'].map((code) => ({ code, name: code, active: code !== 'VLC' }));
  await shop.records.save([create(Dimensions, dimensionId('centre'), { code: 'centre', name: 'Centro', values })]);
  return shop;
}
/** `account:value` and amount of each line that is told of something, and of income and cost. */
const placed = (lines: readonly EntryLine[] = []) =>
  lines
    .filter(({ account, dimensions }) => dimensions || /^[67]/.test(account))
    .map(({ account, amount, dimensions }) => [`${account}${dimensions ? `:${Object.values(dimensions).join('+')}` : ''}`, amount]);
const twoCentres = (item: string) => [
  { itemId: item, quantity: '3', ...MADRID },
  { itemId: item, quantity: '2', ...BARCELONA },
  { itemId: item, quantity: '1' },
  { itemId: item, quantity: '4', ...MADRID },
];

it('puts the sale and the cost of each line where it is told of, and gives both back there', async () => {
  const shop = await seller();
  const { id, lines } = await shop.place(twoCentres(shop.items[0] as string));
  expect(lines.map(({ dimensions }: { dimensions?: object }) => dimensions)).toEqual([
    MADRID.dimensions,
    BARCELONA.dimensions,
    undefined,
    MADRID.dimensions,
  ]);
  const { invoiceId } = await shop.ship(id);
  const invoice = await shop.records.getOrThrow(Invoices, invoiceId);
  expect(placed(invoice.entry?.lines)).toEqual([
    ['700:MAD', -70_00],
    ['700:BCN', -20_00],
    ['700', -10_00],
    ['610:MAD', 28_00],
    ['610:BCN', 8_00],
    ['610', 4_00],
  ]);
  expect(invoice.entry?.lines.find(({ account }) => account === '300')).toEqual({ account: '300', amount: -40_00 });

  const back = [
    { line: 1, quantity: '1' },
    { line: 2, quantity: '1' },
  ];
  const { id: returnId } = await shop.done('authoriseReturn', { path: [id], body: { reason: 'Rotas', date: DAY, lines: back } });
  const received = [
    { line: 1, quantity: '1', disposition: 'restock' },
    { line: 2, quantity: '1', disposition: 'scrap' },
  ];
  const { creditNoteIds } = await shop.done('receiveReturn', { path: [returnId], body: { date: DAY, lines: received } });
  const note = await shop.records.getOrThrow(CreditNotes, creditNoteIds[0]);
  expect(placed(note.entry?.lines)).toEqual([
    ['708:MAD', 10_00],
    ['708:BCN', 10_00],
    ['610:MAD', -4_00],
    ['610:BCN', -4_00],
    ['6109', 4_00],
  ]);
  const credit = await shop.done('creditInvoice', {
    path: [invoiceId],
    body: { reason: 'Precio', date: DAY, lines: [{ line: 4, net: { amount: '5.00', currency: 'EUR' } }] },
  });
  expect(placed((await shop.records.getOrThrow(CreditNotes, credit.id)).entry?.lines)).toEqual([['708:MAD', 5_00]]);
  expect(await shop.faults()).toEqual([]);
});

it('keeps the cost of goods that leave before their invoice where their lines are told of', async () => {
  const shop = await seller();
  const { id } = await shop.place(twoCentres(shop.items[0] as string));
  const shipment = await shop.ship(id, { invoice: false });
  const issue = await shop.records.getOrThrow(GoodsIssues, goodsIssueId(shipment.id, 1));
  expect(placed(issue.entry?.lines)).toEqual([
    ['610:MAD', 28_00],
    ['610:BCN', 8_00],
    ['610', 4_00],
  ]);
  const { invoiceId } = await shop.ship((await shop.place(twoCentres(shop.items[0] as string))).id);
  expect((await shop.done('getInvoice', { path: [invoiceId] })).lines[1]).toMatchObject({ net: { amount: '20.00' }, ...BARCELONA });
});

it('takes no value that is not in use, on orders and drafts', async () => {
  const shop = await seller();
  const itemId = shop.items[0] as string;
  const closed = { itemId, quantity: '1', dimensions: { centre: 'VLC' } };
  const refusal = { code: 'dimension.value', field: 'body.lines.1.dimensions.centre' };
  expect((await shop.ask('placeOrder', { body: shop.orderBody([{ itemId, quantity: '1' }, closed]) })).body).toMatchObject(refusal);
  const draft = { customerId: shop.customerId, date: DAY, lines: [{ name: 'Montaje', quantity: '1', price: '50', ...MADRID }] };
  expect((await shop.ask('createDraft', { body: { ...draft, lines: [...draft.lines, closed] } })).body).toMatchObject(refusal);
  const { id } = await shop.done('createDraft', { body: draft });
  expect((await shop.ask('patchDraft', { path: [id], body: { lines: [...draft.lines, closed] } })).body).toMatchObject(refusal);
  const issued = await shop.done('issueDraft', { path: [id], body: {} });
  expect(placed((await shop.records.getOrThrow(Invoices, issued.id)).entry?.lines)).toEqual([['705:MAD', -50_00]]);
});

it('writes no more where nothing is told', async () => {
  const shop = await seller();
  const writesOf = async (lines: readonly object[]) => {
    const before = table.writes();
    const { id } = await shop.place(lines);
    await shop.ship(id);
    return table.writes() - before;
  };
  const plain = await writesOf([{ itemId: shop.items[0], quantity: '1' }]);
  expect(await writesOf([{ itemId: shop.items[0], quantity: '1', ...MADRID }])).toBe(plain);
});

it('adds up what stands on one account and is told of the same, in whatever order it is told', () => {
  const lines = linesByPlace([
    { account: '700', amount: -5, dimensions: { a: '1', b: '2' } },
    { account: '700', amount: -7, dimensions: { b: '2', a: '1' } },
    { account: '700', amount: -1 },
    { account: '705', amount: 3 },
    { account: '705', amount: -3 },
  ]);
  expect(lines.map(({ account, amount }) => [account, amount])).toEqual([
    ['700', -12],
    ['700', -1],
  ]);
});
