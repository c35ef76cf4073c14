import { HeadObjectCommand } from '@aws-sdk/client-s3';
import { afterEach, expect, it, vi } from 'vitest';
import { handler as readFile } from '../../../functions/sales/imports/read-file.task.ts';
import { handler as takeDocuments } from '../../../functions/sales/imports/take-documents.task.ts';
import { handler as writeReport } from '../../../functions/sales/imports/write-report.task.ts';
import { Imports, newImport } from '../../../shared/domain/sales/imports/import.ts';
import { create } from '../../../shared/kernel/record.ts';
import { putObject, s3 } from '../../../shared/runtime/documents.ts';
import { dynamo } from '../../../shared/runtime/dynamo.ts';
import { idFrom } from '../../../shared/runtime/fingerprint.ts';
import { Records } from '../../../shared/runtime/records.ts';
import { recordsOf } from '../../support/company.ts';
import { newShop } from '../../support/imports.ts';
import { type CsvRow, shopCsv } from '../../support/shop-csv.ts';
import { snapshotOf } from '../../support/snapshot.ts';
import { soundnessOf } from '../../support/soundness.ts';

/** A sale with shortages, a walk-in, a return over both, and a walk-in's sale longer than one transaction. */
const FILE = shopCsv([
  { document: '1', code: '10001', quantity: 3, price: '2.00' },
  { document: '1', code: '10002', quantity: 1, price: '0.35' },
  { document: '2', code: '10001', quantity: 2, price: '2.00', customer: '' },
  { document: 'C3', code: '10001', quantity: -2, price: '2.00', day: 2 },
  { document: 'C4', code: '10001', quantity: -1, price: '2.00', day: 2, customer: '' },
  ...Array.from(
    { length: 130 },
    (_, i): CsvRow => ({ document: '5', code: `2${1000 + i}`, quantity: (i % 4) + 1, price: '1.25', day: 3, customer: '' }),
  ),
]);

type Task = (event: never, context: never) => unknown;
const run = (task: Task, input: object): unknown => task(input as never, {} as never);

/** A shop with an import that waits, past the queue: its tasks are called here. */
async function prepared() {
  const shop = await newShop();
  const importId = idFrom('imp', shop.tenant, 'crash');
  const key = `tests/${shop.tenant}/${importId}.csv`;
  await putObject('documents', key, FILE, 'text/csv');
  const { VersionId: version } = await s3.send(new HeadObjectCommand({ Bucket: process.env.BUCKET_DOCUMENTS, Key: key }));
  const waiting = newImport({ profile: 'online-retail', fileName: 'a.csv', key, date: '2026-11-24', madeAt: '2026-11-24T10:00:00.000Z' });
  const stamp = { ...recordsOf(shop.tenant).stamp, by: `owner@${shop.tenant}.example` };
  await new Records(shop.tenant, stamp).commit([create(Imports, importId, waiting)]);
  const input = { tenant: shop.tenant, importId, execution: importId };
  return {
    ...shop,
    importId,
    steps: [
      [readFile, { ...input, version }],
      [takeDocuments, input],
      [writeReport, input],
    ] as [Task, object][],
  };
}

/** Everything but the import itself, whose steps are told by when it was saved. */
const stateOf = async (tenant: string) => (await snapshotOf(tenant)).filter((line) => !line.startsWith('import '));

afterEach(() => vi.restoreAllMocks());

it.each([
  ['after', true],
  ['before', false],
])(
  'an import that crashes %s every single write ends as one that never does',
  async (_, written) => {
    const undisturbed = await prepared();
    for (const [task, input] of undisturbed.steps) await run(task, input);
    const crashing = await prepared();
    const send = dynamo.send.bind(dynamo) as (command: unknown) => Promise<unknown>;
    let budget = 0;
    let crashes = 0;
    vi.spyOn(dynamo, 'send').mockImplementation(((command: { constructor: { name: string } }) => {
      if (!/^(Put|Delete|TransactWrite)/.test(command.constructor.name)) return send(command);
      budget -= 1;
      if (budget > 0) return send(command);
      crashes += 1;
      const crash = () => Promise.reject(new Error('crash'));
      return written ? send(command).then(crash) : crash();
    }) as never);
    // Every call gets one write further than the last one did.
    for (const [task, input] of crashing.steps)
      for (let calls = 1, ended = false; !ended; calls += 1) {
        expect(calls).toBeLessThan(80);
        budget = written ? 1 : 2;
        ended = await Promise.resolve(run(task, input)).then(
          () => true,
          (error: Error) => {
            if (error.message !== 'crash') throw error;
            return false;
          },
        );
      }
    vi.restoreAllMocks();
    expect(crashes).toBeGreaterThan(10);
    expect(await stateOf(crashing.tenant)).toEqual(await stateOf(undisturbed.tenant));
    expect(await soundnessOf(crashing.tenant)).toEqual([]);
    const [a, b] = [await crashing.get(crashing.importId), await undisturbed.get(undisturbed.importId)];
    expect([a.status, a.documents, a.rowsByOutcome, a.totals]).toEqual(['done', b.documents, b.rowsByOutcome, b.totals]);
    expect(a.documents).toEqual({ sales: 3, returns: 2, already: 0, changed: 0, notTaken: 0 });
  },
  120_000,
);
