import { describe, expect, it } from 'vitest';
import { handler as writeExport } from '../../../functions/finance/ledger/write-export.event.ts';
import { handler as orders } from '../../../functions/sales/orders/commands.ts';
import { SHARDS } from '../../../shared/domain/finance/ledger/entry.ts';
import { BookExports, MOST_ENTRIES_AT_ONCE } from '../../../shared/domain/finance/ledger/export-record.ts';
import { PeriodSequences, sequenceId } from '../../../shared/domain/finance/ledger/period-sequence.ts';
import { update } from '../../../shared/kernel/record.ts';
import { call, newTenant } from '../../support/call.ts';
import { batchOf } from '../../support/changes.ts';
import { eventually } from '../../support/cloud.ts';
import { newCompany, stockUp } from '../../support/company.ts';
import { hasHledger, hledger, hledgerBalances } from '../../support/hledger.ts';
import { books, line, postLines } from '../../support/ledger.ts';
import { projectCompany } from '../../support/projection.ts';

async function fileOf(tenant: string, body: object, key?: string): Promise<{ text: string; answer: Record<string, string | number> }> {
  const made = await books(tenant, 'createExport', { body, ...(key ? { key } : {}) });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const file = await fetch(made.body.url);
  expect(file.status).toBe(200);
  expect(file.headers.get('content-type')).toBe(made.body.contentType);
  const bytes = Buffer.from(await file.arrayBuffer());
  expect(bytes.length).toBe(made.body.bytes);
  return { text: bytes.toString('utf8'), answer: made.body };
}

/** A company with a sale, own accounts of unkind names, and texts that a spreadsheet or hledger could misread. */
async function busyCompany(): Promise<string> {
  const company = await newCompany(newTenant());
  const { tenant } = company;
  const [item = ''] = await stockUp(company, [['A', 3, 1000]]);
  const order = await call(orders, 'POST /orders', 'POST /orders', {
    tenant,
    body: { customerId: company.customerId, date: '2026-03-10', lines: [{ itemId: item, quantity: '2' }] },
  });
  await call(orders, `POST /orders/${order.body.id}/shipments`, 'POST /orders/{orderId}/shipments', {
    tenant,
    body: { date: '2026-03-12' },
  });
  await books(tenant, 'createAccount', { body: { code: '62901', name: 'Dietas;  viajes: "otros" [2026-99-99]' } });
  await postLines(tenant, '2026-01-01', '=HYPERLINK("http://x")', ['572', '3000.00'], ['100', '-3000.00']);
  await books(tenant, 'postEntry', {
    body: {
      date: '2026-03-31',
      text: '; comentario | (x)  y',
      lines: [
        line('62901', '0.07', { party: 'date:2026-99-99, [2026-13-45]' }),
        line('621', '1000000.10'),
        line('572', '-1000000.17', { dimensions: { centre: '+1' } }),
      ],
    },
  });
  return tenant;
}

describe('an export of the books', () => {
  it('as CSV has every line of every entry, and no formula', async () => {
    const tenant = await busyCompany();
    const { text, answer } = await fileOf(tenant, { kind: 'journal-csv' }, 'k1');
    expect(answer).toMatchObject({
      kind: 'journal-csv',
      state: 'ready',
      entries: 3,
      to: '2026-12-31',
      contentType: 'text/csv; charset=utf-8',
    });
    const rows = text.trimEnd().split('\n');
    expect(rows).toHaveLength(1 + 2 + 5 + 3);
    expect(rows[1]).toMatch(/^2026-01-01,je_(man_\w+),\1,"'=HYPERLINK\(""http:\/\/x""\)",572,.*,3000\.00,,,,,$/);
    expect(rows.at(-1)).toMatch(/,572,.*,,1000000\.17,,,,centre=\+1$/);
    const cents = (column: number) =>
      rows
        .slice(1)
        .reduce(
          (sum, row) =>
            sum +
            Math.round(
              Number(/,(\d*\.?\d*),(\d*\.?\d*),[^,]*,[^,]*,[^,]*,[^,]*$/.exec(row.replaceAll(/"[^"]*"/g, ''))?.[column] ?? 0) * 100,
            ),
          0,
        );
    expect(cents(1)).toBe(cents(2));
    const range = await fileOf(tenant, { kind: 'journal-csv', from: '2026-03-12', to: '2026-03-30' });
    expect(range.answer).toMatchObject({ entries: 1, from: '2026-03-12', to: '2026-03-30' });
    expect((await fileOf(tenant, { kind: 'journal-csv' }, 'k1')).text).toBe(text);
  });

  it('as a trial balance equals the one that the API shows', async () => {
    const tenant = await busyCompany();
    await projectCompany(tenant);
    const { text, answer } = await fileOf(tenant, { kind: 'trial-balance-csv', date: '2026-03-31' });
    const shown = await books(tenant, 'getTrialBalance', { query: { date: '2026-03-31' } });
    expect(answer).toMatchObject({ entries: shown.body.rows.length, from: '2026-01-01', to: '2026-03-31' });
    const rows = text.trimEnd().split('\n').slice(1);
    expect(rows.map((row) => row.split(',').at(-1))).toEqual(shown.body.rows.map((r: { closing: { amount: string } }) => r.closing.amount));
    expect(rows[0]).toBe('100,Capital social,0.00,0.00,3000.00,-3000.00');
  });

  it.skipIf(!hasHledger)('as an hledger journal passes its strict check, and its balances equal ours (needs hledger)', async () => {
    const tenant = await busyCompany();
    await projectCompany(tenant);
    const { text } = await fileOf(tenant, { kind: 'journal-hledger' });
    hledger(text, 'check');
    hledger(text, 'check', '--strict');
    const shown = await books(tenant, 'getTrialBalance', { query: { date: '2026-12-31', consistent: 'true' } });
    const ours = new Map(
      shown.body.rows.map((r: { account: string; closing: { amount: string } }) => [r.account, Math.round(Number(r.closing.amount) * 100)]),
    );
    expect(hledgerBalances(text)).toEqual(ours);
    // 3,000.00 of capital less 1,000,000.17 of expenses.
    expect(ours.get('572')).toBe(-99_700_017);
  });

  it('never leaves out an entry that was posted before it: where one cannot be found, it says so', async () => {
    const { tenant, records } = await newCompany(newTenant());
    const gate = await records.getOrThrow(PeriodSequences, sequenceId('2026-03', 0));
    await records.commit([update(PeriodSequences, gate, { ...gate, seq: 1 })]);
    expect((await books(tenant, 'createExport', { body: { kind: 'journal-csv' } })).body).toMatchObject({
      status: 503,
      code: 'balances.behind',
    });
    expect((await fileOf(tenant, { kind: 'journal-csv', to: '2026-02-28' })).answer).toMatchObject({ entries: 0 });
  });

  it('of more entries than a request has time for is made by a worker, once, and asked for meanwhile', async () => {
    const { tenant, records } = await newCompany(newTenant());
    await postLines(tenant, '2026-03-05', 'Uno', ['621', '1'], ['572', '-1']);
    // The month says that it holds more than one request writes, while the export is asked for.
    const ids = Array.from({ length: SHARDS }, (_, shard) => sequenceId('2026-03', shard));
    const posted = (await records.getMany(PeriodSequences, ids)).find((sequence) => sequence?.seq === 1);
    if (!posted) throw new Error('nothing was posted');
    await records.commit([update(PeriodSequences, posted, { ...posted, seq: MOST_ENTRIES_AT_ONCE + 1 })]);
    const made = await books(tenant, 'createExport', { body: { kind: 'journal-csv' }, key: 'long' });
    expect(made).toMatchObject({ status: 201, body: { state: 'preparing', contentType: expect.stringContaining('csv') } });
    expect(made.body).not.toHaveProperty('url');
    const again = async () => (await books(tenant, 'getExport', { path: [made.body.id] })).body;
    expect(await again()).toEqual(made.body);
    const bumped = await records.getOrThrow(PeriodSequences, posted.id);
    await records.commit([update(PeriodSequences, bumped, { ...bumped, seq: posted.seq })]);
    const change = { tenant, kind: 'export', id: made.body.id, rev: 1, request: 'r' };
    // The worker that is deployed may be at it too: who is slower is told to come again.
    const failures = async () => (await writeExport(batchOf([change]))).batchItemFailures;
    await eventually('the file is made', async () => (await failures()).length === 0);
    expect(await failures()).toEqual([]);
    const ready = await again();
    expect(ready).toMatchObject({ state: 'ready', entries: 1 });
    expect(await (await fetch(ready.url)).text()).toContain('Uno');
    expect((await records.getOrThrow(BookExports, made.body.id)).rev).toBe(2);
    expect((await books(tenant, 'createExport', { body: { kind: 'journal-csv' }, key: 'long' })).body).toMatchObject({
      id: made.body.id,
      state: 'ready',
    });
    expect((await books(tenant, 'getExport', { path: [made.body.id], roles: ['sales'] })).body.code).toBe('role.not_allowed');
    expect((await books((await newCompany(newTenant())).tenant, 'getExport', { path: [made.body.id] })).body.code).toBe('export.not_found');
  });

  it('is refused for a range that makes no sense, to those who may not, and with another company it shares nothing', async () => {
    const [a, b] = await Promise.all([newCompany(newTenant()), newCompany(newTenant())]);
    expect(
      (await books(a.tenant, 'createExport', { body: { kind: 'journal-csv', from: '2026-02-01', to: '2026-01-01' } })).body,
    ).toMatchObject({ status: 400, code: 'range.backwards', field: 'body.from' });
    expect((await books(a.tenant, 'createExport', { body: { kind: 'xlsx' } })).body).toMatchObject({ status: 400, field: 'body.kind' });
    expect((await books(a.tenant, 'createExport', { body: { kind: 'journal-csv' }, roles: ['sales'] })).body.code).toBe('role.not_allowed');
    await postLines(a.tenant, '2026-03-05', 'Secreto', ['621', '1'], ['572', '-1']);
    const mine = await fileOf(b.tenant, { kind: 'journal-csv' }, 'same-key');
    const theirs = await fileOf(a.tenant, { kind: 'journal-csv' }, 'same-key');
    expect(mine.text).not.toContain('Secreto');
    expect(new URL(String(mine.answer.url)).pathname).toContain(`/${b.tenant}/exports/`);
    expect(theirs.answer.id).not.toBe(mine.answer.id);
  });
});
