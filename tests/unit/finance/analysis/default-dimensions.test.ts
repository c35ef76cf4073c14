import { beforeEach, describe, expect, it } from 'vitest';
import { Dimensions, dimensionId } from '../../../../shared/domain/finance/analysis/dimension.ts';
import type { EntryLine } from '../../../../shared/domain/finance/ledger/entry.ts';
import { Invoices } from '../../../../shared/domain/finance/receivables/invoice.ts';
import { create, update } from '../../../../shared/kernel/record.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { payablesOf } from '../../../support/payables.ts';
import { DAY, newSeller, type Seller } from '../../../support/seller.ts';
import { eur } from '../../../support/shop.ts';

const table = useMemoryTable();
beforeEach(() => table.clear());

const CENTRES = ['MAD', 'BCN', 'VLC'];
const PROJECTS = ['P1', 'P2'];
const values = (codes: readonly string[], without?: string) => codes.map((code) => ({ code, name: code, active: code !== without }));
/** A shop with a hundred pieces at 4.00, centres and projects; its customer is of Madrid and of the first project, its item of Barcelona. */
async function seller(): Promise<Seller> {
  const s = await newSeller([['A', 100, 400_00]]);
  await s.records.save([create(Dimensions, dimensionId('centre'), { code: 'centre', name: 'Centro', values: values(CENTRES) })]);
  await s.records.save([create(Dimensions, dimensionId('project'), { code: 'project', name: 'Proyecto', values: values(PROJECTS) })]);
  await patchCustomer(s, { centre: 'MAD', project: 'P1' });
  await s.done('patchItem', { path: [s.items[0] as string], body: { dimensions: { centre: 'BCN' } } });
  return s;
}
const patchCustomer = (s: Seller, dimensions: object | null) => s.done('patchCustomer', { path: [s.customerId], body: { dimensions } });
const dimensionsOf = (lines: readonly { dimensions?: object }[]) => lines.map(({ dimensions }) => dimensions);
/** `700 centre=BCN project=P1 -10.00`: what the books have of income and cost. */
const placed = (lines: readonly EntryLine[] = []) =>
  lines
    .filter(({ account }) => /^[67]/.test(account))
    .map(({ account, amount, dimensions = {} }) =>
      [account, ...Object.entries(dimensions).map((pair) => pair.join('=')), (amount / 100).toFixed(2)].join(' '),
    );

describe('default dimensions', () => {
  it('of a line go before those of its item, and those before its customer’s, dimension by dimension', async () => {
    const s = await seller();
    const itemId = s.items[0];
    const order = await s.place([
      { itemId, quantity: '1' },
      { itemId, quantity: '2', dimensions: { centre: 'VLC' } },
      { itemId, quantity: '4', dimensions: { centre: 'VLC', project: 'P2' } },
      { itemId, quantity: '8', dimensions: {} },
    ]);
    expect(dimensionsOf(order.lines)).toEqual([
      { centre: 'BCN', project: 'P1' },
      { centre: 'VLC', project: 'P1' },
      { centre: 'VLC', project: 'P2' },
      undefined,
    ]);
    const { invoiceId } = await s.ship(order.id);
    const invoice = await s.records.getOrThrow(Invoices, invoiceId);
    expect(placed(invoice.entry?.lines).toSorted()).toEqual([
      '610 32.00',
      '610 centre=BCN project=P1 4.00',
      '610 centre=VLC project=P1 8.00',
      '610 centre=VLC project=P2 16.00',
      '700 -80.00',
      '700 centre=BCN project=P1 -10.00',
      '700 centre=VLC project=P1 -20.00',
      '700 centre=VLC project=P2 -40.00',
    ]);
    expect(await s.faults()).toEqual([]);
  });

  it('are those of drafts too, of an item and in words of their own, new and changed', async () => {
    const s = await seller();
    const line = { name: 'Asesoría', quantity: '1', price: '10' };
    const lines = [line, { itemId: s.items[0], quantity: '1' }, { ...line, dimensions: { project: 'P2' } }];
    const body = { customerId: s.customerId, date: DAY, lines };
    const draft = await s.done('createDraft', { body });
    const wanted = [
      { centre: 'MAD', project: 'P1' },
      { centre: 'BCN', project: 'P1' },
      { centre: 'MAD', project: 'P2' },
    ];
    expect(dimensionsOf(draft.lines)).toEqual(wanted);
    await patchCustomer(s, { centre: 'VLC' });
    const changed = await s.done('patchDraft', { path: [draft.id], body: { lines } });
    expect(dimensionsOf(changed.lines)).toEqual([{ centre: 'VLC' }, { centre: 'BCN' }, { centre: 'VLC', project: 'P2' }]);
    await patchCustomer(s, null);
    expect(dimensionsOf((await s.done('createDraft', { body })).lines)).toEqual([undefined, { centre: 'BCN' }, { project: 'P2' }]);
  });

  it('that are used no more are not taken, and none is set that is not in use', async () => {
    const s = await seller();
    const centre = await s.records.getOrThrow(Dimensions, dimensionId('centre'));
    await s.records.save([update(Dimensions, centre, { ...centre, values: values(CENTRES, 'BCN') })]);
    const order = await s.place([{ itemId: s.items[0], quantity: '1' }]);
    expect(dimensionsOf(order.lines)).toEqual([{ centre: 'MAD', project: 'P1' }]);
    const named = { body: s.orderBody([{ itemId: s.items[0], quantity: '1', dimensions: { centre: 'BCN' } }]) };
    expect(await s.refused('placeOrder', named)).toEqual({ status: 422, code: 'dimension.value', field: 'body.lines.0.dimensions.centre' });
    const refusal = { status: 422, code: 'dimension.value', field: 'body.dimensions.centre' };
    const set = { dimensions: { centre: 'BCN' } };
    expect(await s.refused('patchCustomer', { path: [s.customerId], body: set })).toEqual(refusal);
    expect(await s.refused('createItem', { body: { code: 'B', name: 'B', price: '1', ...set } })).toEqual(refusal);
    expect(await s.refused('createCustomer', { body: { name: 'B', ...set } })).toEqual(refusal);
    // An item that has it from before can be changed otherwise.
    await s.done('patchItem', { path: [s.items[0] as string], body: { price: '11', ...set } });
  });

  it('of a supplier are those of its bills and credit notes', async () => {
    const s = await seller();
    const api = payablesOf(s.tenant);
    const { id } = await api.supplier({ dimensions: { centre: 'MAD', project: 'P1' } });
    const paper = (reference: string) => ({
      ...{ supplierId: id, reference, date: '2026-03-01', receivedOn: '2026-03-03' },
      lines: [{ net: eur('100.00') }, { net: eur('50.00'), dimensions: { centre: 'BCN' } }, { net: eur('30.00'), dimensions: {} }],
    });
    const bill = await api.done('ana', 'POST /payables/bills', paper('1'));
    expect(dimensionsOf(bill.lines)).toEqual([{ centre: 'MAD', project: 'P1' }, { centre: 'BCN', project: 'P1' }, undefined]);
    const note = await api.done('ana', 'POST /payables/credit-notes', paper('2'));
    expect(dimensionsOf(note.lines)).toEqual(dimensionsOf(bill.lines));
    const refused = await api.refused('ana', 'POST /payables/suppliers', { name: 'X', dimensions: { centre: 'ZGZ' } });
    expect(refused).toEqual([422, 'dimension.value', 'body.dimensions.centre']);
  });
});
