import { describe, expect, it } from 'vitest';
import { Invoices } from '#domain/finance/receivables/invoice.ts';
import { create, plain } from '#kernel/record.ts';
import { measured } from '../../support/faults.ts';
import { books } from '../../support/ledger.ts';
import { newSeller, type Seller } from '../../support/seller.ts';
import { eur } from '../../support/shop.ts';

const DATE = '2026-03-10';
const RENT = {
  date: DATE,
  text: 'Alquiler',
  lines: [
    { account: '621', debit: eur('10') },
    { account: '572', credit: eur('10') },
  ],
};
/** An issued invoice: `price` net at 21 %. */
async function invoiced(s: Seller, price: string) {
  const lines = [{ name: 'Asesoría', quantity: '1', price }];
  const { id } = await s.done('createDraft', { body: { customerId: s.customerId, date: DATE, lines } });
  return s.done('issueDraft', { path: [id], body: {} });
}

describe('open items', () => {
  it('are read from what is open alone, however many invoices are settled', async () => {
    const s = await newSeller([]);
    const pattern = plain(await s.records.getOrThrow(Invoices, (await invoiced(s, '100')).id));
    const pay = (key: string) =>
      measured(() =>
        s.done('recordReceipt', { body: { customerId: s.customerId, date: DATE, amount: eur('1'), auto: true }, dryRun: true, key }),
      );
    const owed = () => measured(() => s.done('getReceivables'));
    const [before, paid] = [await owed(), await pay('a')];
    for (let at = 1; at <= 1000; at += 100)
      await s.records.commit(
        Array.from({ length: 100 }, (_, i) => create(Invoices, `inv_F2025-${String(at + i).padStart(6, '0')}`, { ...pattern, open: 0 })),
      );
    expect(await owed()).toEqual(before);
    // The caller (who is known without a call where a member's record says who it is), the company, and a queue a kind.
    expect(before).toMatchObject({ calls: 5, inSequence: 3, result: { count: 1, openInvoices: eur('121.00') } });
    const again = await pay('b');
    expect([again.calls, again.result.allocations]).toEqual([paid.calls, paid.result.allocations]);
  });
});

describe('calls to the database one after the other', () => {
  it('are at most four for what is done most', async () => {
    const s = await newSeller([['A', 10, 1000]], { creditLimit: 1_000_000 });
    const invoice = await invoiced(s, '100');
    const [itemId] = s.items;
    const order = await s.place([{ itemId, quantity: '1' }]);
    const draft = await s.done('createDraft', {
      body: { customerId: s.customerId, date: DATE, lines: [{ name: 'Asesoría', quantity: '1', price: '10' }] },
    });
    const pays = { customerId: s.customerId, date: DATE, amount: eur('10') };
    const work: Readonly<Record<string, () => Promise<unknown>>> = {
      placeOrder: () => s.place([{ itemId, quantity: '1' }]),
      shipOrder: () => s.ship(order.id),
      issueDraft: () => s.done('issueDraft', { path: [draft.id], body: {} }),
      postEntry: () => s.done('postEntry', { body: RENT }),
      recordReceipt: () => s.done('recordReceipt', { body: { ...pays, allocations: [{ invoiceId: invoice.id, amount: eur('10') }] } }),
      recordReceiptAuto: () => s.done('recordReceipt', { body: { ...pays, auto: true } }),
      creditInvoice: () => s.done('creditInvoice', { path: [invoice.id], body: { reason: 'x', lines: [{ line: 1, net: eur('1') }] } }),
    };
    const found: Record<string, number> = {};
    for (const [name, act] of Object.entries(work)) found[name] = (await measured(act)).inSequence;
    expect(found).toEqual({
      placeOrder: 3,
      shipOrder: 4,
      issueDraft: 4,
      postEntry: 3,
      recordReceipt: 3,
      recordReceiptAuto: 4,
      creditInvoice: 4,
    });
  });

  it('are one more of a record’s read where records belong together with it, however many', async () => {
    const s = await newSeller([['A', 10, 1000]]);
    const order = await s.place([{ itemId: s.items[0], quantity: '3' }]);
    const credit = (id: string) => s.done('creditInvoice', { path: [id], body: { reason: 'x', lines: [{ line: 1, net: eur('1') }] } });
    for (let line = 1; line <= 3; line += 1) await s.ship(order.id, { lines: [{ line: 1, quantity: '1' }] });
    const [invoiceId] = (await s.order(order.id)).invoiceIds;
    const read = (name: string, id: string) => measured(() => s.done(name, { path: [id] }));
    const alone = await read('getInvoice', (await invoiced(s, '100')).id);
    const one = await read('getInvoice', invoiceId);
    await credit(invoiceId);
    await credit(invoiceId);
    const three = await read('getInvoice', invoiceId);
    // An order shows what its invoices were credited by as well, in one call more for all of them.
    const whole = await read('getOrder', order.id);
    const found = [alone, one, three, whole].map(({ result, calls, inSequence }) => [result.documents.length, calls, inSequence]);
    expect(found).toEqual([
      [0, 2, 2],
      [1, 3, 3],
      [3, 3, 3],
      [5, 5, 4],
    ]);
  });

  it('are five of an export, however many months of entries it writes', async () => {
    const s = await newSeller([]);
    const write = () => measured(() => books(s.tenant, 'createExport', { body: { kind: 'journal-csv', to: '2026-12-31' } }));
    await invoiced(s, '100');
    const one = await write();
    await s.done('postEntry', { body: { ...RENT, date: '2026-04-10' } });
    await s.done('postEntry', { body: { ...RENT, date: '2026-05-10' } });
    const three = await write();
    expect([one, three].map(({ result, inSequence }) => [result.body.entries, inSequence])).toEqual([
      [1, 5],
      [3, 5],
    ]);
  });
});
