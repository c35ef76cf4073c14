import { afterEach, expect, it, vi } from 'vitest';
import { handler as ledger } from '../../../functions/finance/ledger/commands.ts';
import { handler as takeDocuments } from '../../../functions/sales/imports/take-documents.task.ts';
import { handler as writeReport } from '../../../functions/sales/imports/write-report.task.ts';
import { ItemCodes, itemCodeId } from '../../../shared/domain/sales/catalogue/item.ts';
import { EMPTY_TALLY, Imports } from '../../../shared/domain/sales/imports/import.ts';
import { update } from '../../../shared/kernel/record.ts';
import { dynamo } from '../../../shared/runtime/dynamo.ts';
import { recordsOf } from '../../support/company.ts';
import { newShop, scanned } from '../../support/imports.ts';
import { putRaw, rawItem } from '../../support/raw-items.ts';
import { type CsvRow, shopCsv } from '../../support/shop-csv.ts';
import { faultsOf } from '../../support/soundness.ts';

const sale = (document: string, code: string, more: Partial<CsvRow> = {}): CsvRow => ({
  document,
  code,
  quantity: 2,
  price: '1.25',
  ...more,
});
/** More goods than a transaction holds. */
const long = (document: string) => Array.from({ length: 130 }, (_, i) => sale(document, `${20_000 + i}`, { customer: '' }));

type Task = (event: never, context: never) => unknown;
type Shop = Awaited<ReturnType<typeof newShop>>;

/** Takes the documents of an import once more in this process, and tells them. */
async function takenHere({ tenant }: Shop, importId: string): Promise<void> {
  const records = recordsOf(tenant);
  const before = await records.getOrThrow(Imports, importId);
  await records.commit([update(Imports, before, { ...before, status: 'running', position: 0, tally: EMPTY_TALLY })]);
  const input = { tenant, importId, execution: importId };
  for (const task of [takeDocuments, writeReport] as Task[]) await task(input as never, {} as never);
}
afterEach(() => vi.restoreAllMocks());

it('a long document that a rule stops half-way is unfinished, not refused, and a later import finishes it', async () => {
  const shop = await newShop(['2010']);
  const period = (state: string) =>
    shop.ask(ledger, 'PUT /periods/2010-12', 'PUT /periods/{period}', { body: { state } }).then(({ status }) => expect(status).toBe(200));
  await period('closed');
  const file = shopCsv([...long('1'), sale('2', '10001')]);
  const first = await shop.import(file);
  expect(first).toMatchObject({ status: 'done', documents: { sales: 0, notTaken: 2 } });
  await period('open');
  // The month is closed once more when the first goods are in.
  const send = dynamo.send.bind(dynamo) as (command: { input: object }) => Promise<unknown>;
  let closed: Promise<void> | undefined;
  vi.spyOn(dynamo, 'send').mockImplementation((async (command: { input: object }) => {
    const answer = await send(command);
    if (!closed && /goods-receipt#grn_/.test(JSON.stringify(command.input)) && /TransactItems/.test(JSON.stringify(command.input))) {
      closed = Promise.resolve();
      await period('closed');
    }
    return answer;
  }) as never);
  await takenHere(shop, first.id);
  vi.restoreAllMocks();
  const stopped = await shop.get(first.id);
  expect(stopped).toMatchObject({
    status: 'done',
    documents: { sales: 0, notTaken: 1, unfinished: 1 },
    rowsByOutcome: { unfinished: 130 },
  });
  expect((await shop.rows(first.id, { outcome: 'unfinished', limit: '1' }))[0]).toMatchObject({ document: '1', reason: 'period.closed' });
  expect((await scanned(shop.tenant)).filter(({ kind }) => kind === 'goods-receipt')).toHaveLength(1);
  await period('open');
  const second = await shop.import(file);
  expect(second).toMatchObject({ status: 'done', documents: { sales: 2, notTaken: 0 } });
  const all = await scanned(shop.tenant);
  expect(all.filter(({ kind }) => kind === 'invoice')).toHaveLength(2);
  expect(faultsOf(all)).toEqual([]);
}, 120_000);

it('a document that cannot be taken because of a fault is left out, and the others are taken', async () => {
  const shop = await newShop(['2010']);
  await shop.import(shopCsv([sale('1', '10001'), sale('2', '10002')]));
  const { itemId } = await recordsOf(shop.tenant).getOrThrow(ItemCodes, itemCodeId('10001'));
  const item = await rawItem({ tenant: shop.tenant, kind: 'item', id: itemId });
  await putRaw({ ...item, data: { ...item.data, kind: 'unheard of' } });
  // What is known of a document is damaged as well.
  const two = (await scanned(shop.tenant)).find(({ kind, data }) => kind === 'shop-document' && data.number === '2');
  const kept = await rawItem({ tenant: shop.tenant, kind: 'shop-document', id: two?.id ?? '' });
  await putRaw({ ...kept, data: { ...kept.data, state: 'unheard of' } });
  const done = await shop.import(shopCsv([sale('2', '10002'), sale('3', '10001'), sale('4', '10002'), sale('5', '10003')]));
  expect(done).toMatchObject({ status: 'done', documents: { sales: 2, notTaken: 2 }, notTaken: { 'record.unreadable': 2 } });
  expect((await shop.rows(done.id, { document: '2' }))[0]).toMatchObject({ outcome: 'not-taken', reason: 'record.unreadable' });
}, 60_000);

it('a walk-in’s sales of one day stand each in an item of its own, and a return finds the newest', async () => {
  const shop = await newShop(['2010']);
  const rows = ['1', '2', '3'].map((document) => sale(document, '10001', { customer: '', quantity: 1 }));
  await shop.import(shopCsv([...rows, sale('C4', '10001', { customer: '', quantity: -1, day: 2 })]));
  const all = await scanned(shop.tenant);
  const index = all.filter(({ kind }) => kind === 'customer-sale');
  expect(index.map(({ data, rev }) => [data.lines.length, rev])).toEqual([
    [1, 1],
    [1, 1],
    [1, 1],
  ]);
  const returned = all.filter(({ kind, data }) => kind === 'order' && data.lines[0].returned === '1');
  expect(returned.map(({ data }) => data.reference)).toEqual(['3']);
}, 60_000);
