import { expect, it } from 'vitest';
import { eventually, executionStatus, executionsOf, invokeWorker, statesEntered, stopExecution } from '../support/cloud.ts';
import { newShop, scanned } from '../support/imports.ts';
import { type CsvRow, shopCsv } from '../support/shop-csv.ts';

const MACHINE = 'order-import';
const rows = Array.from({ length: 60 }, (_, i): CsvRow => ({ document: `${100 + i}`, code: `${30_000 + i}`, quantity: 2, price: '1.50' }));

it('order-import reads, takes and reports, in as many transitions as there are steps', async () => {
  const shop = await newShop();
  const done = await shop.import(shopCsv(rows.slice(0, 3)));
  expect(done).toMatchObject({ status: 'done', rowsDone: 3 });
  await eventually('its end', async () => (await executionStatus(MACHINE, done.id)) === 'SUCCEEDED');
  expect((await statesEntered(MACHINE, done.id)).filter((state) => /^(ReadFile|TakeDocuments|WriteReport)$/.test(state))).toEqual([
    'ReadFile',
    'TakeDocuments',
    'WriteReport',
  ]);
});

it('survives the loss of its execution: the next one makes the rest, and nothing twice', async () => {
  const shop = await newShop();
  await shop.drop('lost.csv', shopCsv(rows));
  const { id } = await eventually('the import', async () => (await shop.list())[0]);
  await eventually('its execution', async () => (await executionStatus(MACHINE, id)) === 'RUNNING');
  await stopExecution(MACHINE, id);
  await invokeWorker('reconcileImports');
  await shop.ended(id);
  expect(await executionsOf(MACHINE, id)).toEqual([id, `${id}-2`]);
  const made = (await scanned(shop.tenant)).filter((record) => record.kind === 'invoice');
  expect(made.map((invoice) => invoice.data.number)).toHaveLength(60);
});
