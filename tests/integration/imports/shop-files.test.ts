import { beforeAll, describe, expect, it } from 'vitest';
import { ItemCodes, itemCodeId } from '../../../shared/domain/sales/catalogue/item.ts';
import { eventually, executionsOf, invokeWorker } from '../../support/cloud.ts';
import { recordsOf as past } from '../../support/company.ts';
import { type ImportAnswer, newShop, scanned } from '../../support/imports.ts';
import { shopOf } from '../../support/shop.ts';
import { type CsvRow, shopCsv } from '../../support/shop-csv.ts';
import type { Item } from '../../support/snapshot.ts';
import { faultsOf } from '../../support/soundness.ts';

type Shop = Awaited<ReturnType<typeof newShop>>;
const recordsOf = async ({ tenant }: Shop) => {
  const all = await scanned(tenant);
  return (kind: string): Item[] => all.filter((record) => record.kind === kind);
};
const line = (document: string, code: string, quantity: number, price: string, more: Partial<CsvRow> = {}): CsvRow => ({
  document,
  code,
  quantity,
  price,
  ...more,
});

describe('sales and returns of a shop’s file', () => {
  let shop: Shop;
  let done: ImportAnswer;
  let of: (kind: string) => Item[];

  beforeAll(async () => {
    shop = await newShop();
    done = await shop.import(
      shopCsv([
        line('100', '10001', 3, '2.00'),
        line('100', 'POST', 1, '5.00'),
        line('101', '10001', 4, '2.00', { day: 2 }),
        line('102', '10001', 5, '2.00', { customer: '' }),
        line('C103', '10001', -6, '2.00', { day: 3 }),
        line('C104', '10001', -2, '2.00', { day: 3 }),
        line('C105', '10001', -1, '2.00', { day: 3, customer: '' }),
        line('106', '20002', 1, '0.00', { day: 3 }),
        line('100', '10001', -1, '2.00'),
        line('107', '10001', 2, '2.00', { day: 4 }),
      ]),
    );
    of = await recordsOf(shop);
  }, 60_000);

  it('are taken in order, rows that cannot be beside those that can', () => {
    expect(done).toMatchObject({
      status: 'done',
      rows: 10,
      documents: { sales: 4, returns: 3, already: 0, changed: 0, notTaken: 1 },
      rowsByOutcome: { sold: 5, returned: 3, notTaken: 2 },
      notTaken: { 'zero-price': 1, 'negative-quantity': 1 },
      // Of the 2 that C104 brings back only 1 is left: 3 + 4 were sold and 6 have come back.
      unreferencedReturns: 1,
    });
    // 11.00 + 8.00 + 10.00 + 4.00 and 21 % of each: 2.31 + 1.68 + 2.10 + 0.84. CreditExposures 12.00 + 4.00 + 2.00: 2.52 + 0.84 + 0.42.
    expect([done.totals.sales, done.totals.credits]).toMatchObject([
      { net: { amount: '33.00' }, tax: { amount: '6.93' }, gross: { amount: '39.93' } },
      { net: { amount: '18.00' }, tax: { amount: '3.78' }, gross: { amount: '21.78' } },
    ]);
    expect([done.totals.cashReceived, done.totals.cashRefunded]).toMatchObject([{ amount: '12.10' }, { amount: '2.42' }]);
  });

  it('are received at 0.6 of the price where they are short, in the same transaction, and leave stock and books in agreement', async () => {
    // 3 × 1.20, 4 × 1.20, 5 × 1.20; document 107 takes 2 of the 9 that came back.
    expect(
      of('goods-receipt')
        .map((g) => g.data.total)
        .sort(),
    ).toEqual([360, 480, 600]);
    const [stock] = of('stock');
    // Each came back at the cost at which it had left, or at the average of those: 1.20.
    expect([stock?.data.onHand, stock?.data.value]).toEqual(['7', 840]);
    expect(faultsOf(await scanned(shop.tenant))).toEqual([]);
  });

  it('are tied: the newest sale first, then the one before, then none', () => {
    const order = (reference: string) => of('order').find((o) => o.data.reference === reference)?.data;
    expect(['100', '101', '102', '107'].map((n) => order(n)?.lines[0].returned)).toEqual(['3', '4', '1', '0']);
    const invoice = (id: string) =>
      of('invoice').find((i) => i.data.orderId === of('order').find((o) => o.data.reference === id)?.id)?.data;
    expect([invoice('101')?.creditedQuantities, invoice('101')?.credited]).toEqual([['4'], [800]]);
    expect(invoice('100')?.creditedQuantities).toEqual(['3', '0']);
    // What a customer brings back stays open as credit, and their invoices stay open beside it; a walk-in is paid out.
    expect(of('credit-note').map((n) => [n.data.number, n.data.totals.gross, n.data.open])).toEqual(
      expect.arrayContaining([
        ['R2010-000001', 1452, 1452],
        ['R2010-000002', 484, 484],
        ['R2010-000003', 242, 0],
      ]),
    );
    expect(invoice('100')?.open).toBe(1331);
    const note = of('credit-note').find((n) => n.data.number === 'R2010-000001')?.data;
    expect([note?.corrects, note?.notes]).toEqual([undefined, 'Rectifica F2010-000001, F2010-000002']);
    expect(of('credit-note').find((n) => n.data.number === 'R2010-000003')?.data.corrects).toBe('inv_F2010-000003');
    expect(
      of('return')
        .map((r) => r.data.state)
        .sort(),
    ).toEqual(['closed', 'received', 'received', 'received']);
  });

  it('bear no tax id: their invoices are marked, and found until they are credited in full', async () => {
    expect(done.recipientMissing).toBe(4);
    const found = async (query: Record<string, string>) =>
      (await shopOf(shop.tenant).listed('listInvoices', query)).map(({ number }) => number).sort();
    // F2010-000002 was brought back whole.
    expect(await found({ recipientMissing: 'true' })).toEqual(['F2010-000001', 'F2010-000003', 'F2010-000004']);
    expect(await found({ recipientMissing: 'false' })).toEqual(['F2010-000002']);
    expect(await found({ simplified: 'true' })).toEqual([]);
  });

  it('of a retailer are billed by simplified invoices', async () => {
    const retailer = await newShop(['2010']);
    await shopOf(retailer.tenant).done('patchCompany', { body: { policies: { simplifiedUpTo: 'three-thousand' } } });
    // 2,479.34 and 21 % (520.66) are 3,000.00; a cent more is no simplified invoice any more.
    const rows = [line('1', '10001', 1, '2479.34', { customer: '' }), line('2', '10001', 1, '2479.35', { customer: '' })];
    expect(await retailer.import(shopCsv(rows))).toMatchObject({ documents: { sales: 2 }, recipientMissing: 1 });
    const found = async (simplified: string) =>
      (await shopOf(retailer.tenant).listed('listInvoices', { simplified })).map(({ number }) => number);
    expect([await found('true'), await found('false')]).toEqual([['FS2010-000001'], ['F2010-000001']]);
  }, 60_000);

  it('make customers and items once, with what the file says of them', () => {
    const customers = of('customer').filter((c) => c.data.externalRef);
    expect(customers.map((c) => c.data)).toMatchObject([
      { name: 'Shop customer 17850', externalRef: 'shop:17850', country: 'FR', paymentDays: 30 },
    ]);
    expect(
      of('item')
        .map((i) => [i.data.code, i.data.kind, i.data.taxCode])
        .sort(),
    ).toEqual([
      ['10001', 'stocked', 'IVA21'],
      ['POST', 'service', 'IVA21'],
    ]);
  });

  it('are told row by row, with the sale that was not found', async () => {
    const [row] = await shop.rows(done.id, { reason: 'unreferenced' });
    expect(row).toMatchObject({ line: 7, document: 'C104', outcome: 'returned', creditNoteId: 'crn_R2010-000002' });
    expect((await shop.rows(done.id, { document: '100' })).map((r) => [r.line, r.outcome, r.reason])).toEqual([
      [2, 'sold', undefined],
      [3, 'sold', undefined],
      [10, 'not-taken', 'negative-quantity'],
    ]);
  });
});

describe('a document that a rule stands against', () => {
  it('is told, and taken by a later import once the rule no longer does', async () => {
    const shop = await newShop(['2011']);
    const file = shopCsv([line('1', '10001', 1, '2.00')]);
    const first = await shop.import(file);
    expect(first).toMatchObject({ status: 'done', documents: { sales: 0, notTaken: 1 }, notTaken: { 'period.not_open': 1 } });
    const [row] = await shop.rows(first.id);
    expect(row).toMatchObject({ outcome: 'not-taken', reason: 'period.not_open', detail: expect.stringContaining('2010-12-01') });
    expect(row?.params).toEqual({ date: '2010-12-01', year: '2010' });
    expect(await past(shop.tenant).get(ItemCodes, itemCodeId('10002'))).toBeUndefined();
  }, 60_000);
});

describe('a document with a malformed row', () => {
  it('is completed by the corrected file, once; a row that was taken stays as it is', async () => {
    const shop = await newShop();
    const rows = [line('1', '10001', 3, '2.00'), line('1', '10002', 1, '5.00'), line('1', '10003', 2, '1.00')];
    const file = shopCsv(rows);
    const first = await shop.import(file.replace('5.00', 'five'));
    expect(first).toMatchObject({ documents: { sales: 1 }, rowsByOutcome: { sold: 2, notTaken: 1 }, notTaken: { malformed: 1 } });
    // Somebody else's hand: a taken row says something else as well.
    expect(await shop.import(file.replace('2.00', '2.10'))).toMatchObject({ documents: { sales: 0, changed: 1 } });
    const second = await shop.import(file);
    expect(second).toMatchObject({ documents: { sales: 1, already: 1 }, rowsByOutcome: { sold: 1, already: 2, notTaken: 0 } });
    expect(second.totals.sales.net).toMatchObject({ amount: '5.00' });
    expect((await shop.rows(second.id)).map((row) => [row.line, row.outcome])).toEqual([
      [2, 'already'],
      [3, 'sold'],
      [4, 'already'],
    ]);
    expect(await shop.import(file)).toMatchObject({ documents: { sales: 0, already: 2 }, rowsByOutcome: { already: 3 } });
    const of = await recordsOf(shop);
    expect(
      of('invoice')
        .map(({ data }) => data.totals.net)
        .sort(),
    ).toEqual([500, 800]);
    expect(faultsOf(await scanned(shop.tenant))).toEqual([]);
  }, 90_000);
});

describe('a broken file', () => {
  it.each([
    ['of nothing', '', 'empty'],
    ['of a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'binary'],
    ['in Latin-1', Buffer.from(`${shopCsv([line('1', '10001', 1, '2.00')])}É`, 'latin1'), 'encoding'],
    ['with a quotation mark never closed', `${shopCsv([line('1', '10001', 1, '2.00')])}2,"10001`, 'quotes'],
    ['without a column', shopCsv([line('1', '10001', 1, '2.00')]).replace('UnitPrice', 'Price'), 'columns'],
    ['with semicolons', shopCsv([line('1', '10001', 1, '2.00')]).replaceAll(',', ';'), 'columns'],
  ])(
    '%s fails in words, and leaves nothing',
    async (_, file, code) => {
      const shop = await newShop();
      const ended = await shop.import(file);
      expect(ended).toMatchObject({ status: 'failed', error: { code, message: expect.stringMatching(/\w{3}/) } });
      const of = await recordsOf(shop);
      expect(['order', 'item', 'stock', 'invoice', 'shop-document', 'goods-receipt'].flatMap(of)).toEqual([]);
      expect((await shop.report(ended.id)).body).toMatchObject({ status: 422, code: 'import.not_done' });
    },
    60_000,
  );
});

describe('a file that is dropped into the bucket', () => {
  it('starts an import of its own, once, however often the message comes', async () => {
    const shop = await newShop();
    await shop.drop('pedidos de hoy.csv', shopCsv([line('1', '10001', 2, '3.50')]));
    const found = await eventually('the import', async () => (await shop.list({ status: 'done' }))[0]);
    expect(found).toMatchObject({ fileName: 'pedidos de hoy.csv', documents: { sales: 1 } });
    const record = (await recordsOf(shop))('import')[0];
    const object = {
      key: encodeURIComponent(record?.data.key).replaceAll('%2F', '/').replaceAll('%20', '+'),
      size: 1,
      eTag: 'x',
      sequencer: '0',
      versionId: 'v',
    };
    const message = { messageId: 'm', body: JSON.stringify({ Records: [{ s3: { object } }] }) };
    for (const times of [1, 2])
      expect([times, await invokeWorker('onUpload', { Records: [message, message] })]).toEqual([times, { batchItemFailures: [] }]);
    // The same name in a version that there is not: one more import, which says that its file is gone.
    const all = await eventually('both ends', async () => {
      const items = await shop.list();
      return items.length === 2 && items.every((i: ImportAnswer) => i.status !== 'running' && i.status !== 'waiting') ? items : undefined;
    });
    expect(all.map((i: ImportAnswer) => i.status).sort()).toEqual(['done', 'failed']);
    for (const { id } of all) expect(await executionsOf('order-import', id)).toHaveLength(1);
    expect((await recordsOf(shop))('order')).toHaveLength(1);
  }, 60_000);

  it('is left alone outside the folder of a company', async () => {
    const stray = { key: 'imports/orders/nobody-here/a.csv', size: 1, eTag: 'x', sequencer: '0' };
    const other = { key: 'lumbre/invoices/a.pdf', size: 1, eTag: 'x', sequencer: '0' };
    const messages = [stray, other].map((object, i) => ({ messageId: `${i}`, body: JSON.stringify({ Records: [{ s3: { object } }] }) }));
    const test = { messageId: 't', body: JSON.stringify({ Event: 's3:TestEvent' }) };
    expect(await invokeWorker('onUpload', { Records: [...messages, test] })).toEqual({ batchItemFailures: [] });
    expect(await invokeWorker('onUpload', { Records: [{ messageId: 'b', body: 'no JSON' }] })).toEqual({
      batchItemFailures: [{ itemIdentifier: 'b' }],
    });
  });
});
