import { describe, expect, it } from 'vitest';
import { handler as orders } from '../../../functions/sales/orders/commands.ts';
import { SHARDS } from '../../../shared/domain/finance/ledger/entry.ts';
import { call, newTenant } from '../../support/call.ts';
import { newCompany, stockUp } from '../../support/company.ts';
import { books, line, postLines } from '../../support/ledger.ts';

const rent = [
  ['621', '850.00'],
  ['572', '-850.00'],
] as const;

describe('a manual entry', () => {
  it('posts, is shown first as a dry run, and keeps its answer for its key', async () => {
    const { tenant } = await newCompany(newTenant());
    const body = {
      date: '2026-03-05',
      text: 'Alquiler',
      lines: [
        line('621', '850.00', { dimensions: { centre: 'Madrid' }, text: 'Marzo' }),
        line('572', '-850.00', { party: 'Inmobiliaria' }),
      ],
    };
    const planned = await books(tenant, 'postEntry', { body, key: 'k1', query: { dryRun: 'true' } });
    expect(planned.status, JSON.stringify(planned.body)).toBe(200);
    expect((await books(tenant, 'listEntries')).body.items).toEqual([]);
    const posted = await books(tenant, 'postEntry', { body, key: 'k1', roles: ['accountant'] });
    expect(posted.status).toBe(201);
    expect(posted.body.lines).toEqual(planned.body.lines);
    expect(posted.body).toMatchObject({
      date: '2026-03-05',
      period: '2026-03',
      seq: 1,
      text: 'Alquiler',
      source: { kind: 'manual-entry' },
      rev: 1,
      lines: [
        { account: '621', debit: { amount: '850.00' }, credit: { amount: '0.00' }, dimensions: { centre: 'Madrid' }, text: 'Marzo' },
        { account: '572', debit: { amount: '0.00' }, credit: { amount: '850.00' }, party: 'Inmobiliaria' },
      ],
    });
    expect(posted.body.id).toBe(`je_${posted.body.source.id}`);
    expect((await books(tenant, 'postEntry', { body, key: 'k1' })).body).toEqual(posted.body);
    expect((await books(tenant, 'getEntry', { path: [posted.body.id] })).body).toMatchObject(posted.body);
    expect((await books(tenant, 'postEntry', { body: { ...body, text: 'Otro' }, key: 'k1' })).body.code).toBe('idempotency.key_reused');
    expect((await books(tenant, 'postEntry', { body, roles: ['sales'] })).body.code).toBe('role.not_allowed');
  });

  it('is refused, with the line at fault, and leaves no trace', async () => {
    const { tenant } = await newCompany(newTenant());
    const cases: [readonly (readonly [string, string])[], string, string][] = [
      [
        [
          ['621', '100.10'],
          ['572', '-100.00'],
        ],
        'entry.unbalanced',
        'body.lines',
      ],
      [
        [
          ['621', '0.00'],
          ['572', '-0.00'],
        ],
        'entry.side',
        'body.lines.0.debit',
      ],
      [
        [
          ['6219', '1'],
          ['572', '-1'],
        ],
        'account.unknown',
        'body.lines.0.account',
      ],
      [
        [
          ['621', '1'],
          ['430', '-1'],
        ],
        'account.control',
        'body.lines.1.account',
      ],
      [
        [
          ['300', '1'],
          ['572', '-1'],
        ],
        'account.control',
        'body.lines.0.account',
      ],
    ];
    for (const [lines, code, field] of cases)
      expect((await postLines(tenant, '2026-03-05', 'x', ...lines)).body).toMatchObject({ code, field });
    expect((await postLines(tenant, '2026-02-30', 'x', ...rent)).body).toMatchObject({ code: 'input.invalid', field: 'body.date' });
    expect((await postLines(tenant, '2031-03-05', 'x', ...rent)).body).toMatchObject({ code: 'period.not_open', field: 'body.date' });
    const both = { text: 'x', date: '2026-03-05', lines: [{ ...line('621', '1'), ...line('621', '-1') }, line('572', '-1')] };
    expect((await books(tenant, 'postEntry', { body: both })).body).toMatchObject({ code: 'entry.side', field: 'body.lines.0' });
    expect((await books(tenant, 'listEntries')).body.items).toEqual([]);
    expect((await books(tenant, 'listPeriods')).body.items[2].entries).toBe(0);
  });

  it('of a year before the chart is refused even where its periods are open', async () => {
    const { tenant } = await newCompany(newTenant());
    await books(tenant, 'openFiscalYear', { body: { year: '2007' } });
    expect((await postLines(tenant, '2007-12-31', 'x', ...rent)).body).toMatchObject({
      code: 'account.not_in_force',
      field: 'body.lines.0.account',
    });
  });

  it('is numbered without gap in its shards under fifty concurrent postings', async () => {
    const { tenant } = await newCompany(newTenant());
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => postLines(tenant, '2026-03-05', `Nº ${i}`, ...rent)));
    expect(answers.map((a) => a.status)).toEqual(answers.map(() => 201));
    for (let shard = 0; shard < SHARDS; shard += 1) {
      const seqs = answers
        .filter((a) => a.body.shard === shard)
        .map((a) => a.body.seq as number)
        .sort((x, y) => x - y);
      expect(seqs).toEqual(seqs.map((_, i) => i + 1));
    }
  });
});

describe('a reversal', () => {
  it('exchanges debit and credit, once, linked both ways', async () => {
    const { tenant } = await newCompany(newTenant());
    const { body: entry } = await postLines(tenant, '2026-03-05', 'Alquiler', ...rent);
    const reverse = (id: string, body: object, key?: string) =>
      books(tenant, 'reverseEntry', { path: [id], body, ...(key ? { key } : {}) });
    expect((await reverse(entry.id, { date: '2026-03-04', reason: 'x' })).body).toMatchObject({
      code: 'reversal.too_early',
      field: 'body.date',
    });
    const reversal = await reverse(entry.id, { date: '2026-03-31', reason: 'Duplicado' }, 'r1');
    expect(reversal.status, JSON.stringify(reversal.body)).toBe(201);
    expect(reversal.body).toMatchObject({ reverses: entry.id, reason: 'Duplicado', date: '2026-03-31', text: 'Anulación: Alquiler' });
    expect(
      reversal.body.lines.map((l: { account: string; debit: { amount: string }; credit: { amount: string } }) => [
        l.account,
        l.debit.amount,
        l.credit.amount,
      ]),
    ).toEqual([
      ['621', '0.00', '850.00'],
      ['572', '850.00', '0.00'],
    ]);
    expect((await books(tenant, 'getEntry', { path: [entry.id] })).body).toMatchObject({ reversedBy: reversal.body.id, rev: 2 });
    expect((await reverse(entry.id, { date: '2026-03-31', reason: 'Duplicado' }, 'r1')).body).toEqual(reversal.body);
    expect((await reverse(entry.id, { reason: 'x' })).body).toMatchObject({
      status: 422,
      code: 'entry.reversed',
      detail: expect.stringContaining(reversal.body.id),
    });
    expect((await reverse(reversal.body.id, { reason: 'x' })).body.code).toBe('entry.is_reversal');
    expect((await reverse('je_man_01JDG8ZK5T7QWERTY2MNPQRSTV', { reason: 'x' })).body).toMatchObject({
      status: 404,
      code: 'entry.not_found',
    });
    expect((await reverse('je_xyz_1', { reason: 'x' })).status).toBe(404);
  });

  it('of one entry is made once by ten rivals', async () => {
    const { tenant } = await newCompany(newTenant());
    const { body: entry } = await postLines(tenant, '2026-03-05', 'Alquiler', ...rent);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => books(tenant, 'reverseEntry', { path: [entry.id], body: { date: '2026-03-31', reason: 'x' } })),
    );
    expect(answers.filter((a) => a.status === 201)).toHaveLength(1);
    for (const other of answers.filter((a) => a.status !== 201)) expect(other.body.code).toBe('entry.reversed');
    expect((await books(tenant, 'listEntries')).body.items).toHaveLength(2);
  });

  it('of a document’s entry is refused with what to do instead', async () => {
    const company = await newCompany(newTenant(), { invoiceOn: 'order' });
    const [item = ''] = await stockUp(company, [['A', 3, 1000]]);
    const order = await call(orders, 'POST /orders', 'POST /orders', {
      tenant: company.tenant,
      body: { customerId: company.customerId, date: '2026-03-10', lines: [{ itemId: item, quantity: '1' }] },
    });
    const invoice = `je_${order.body.invoiceIds[0]}`;
    expect((await books(company.tenant, 'getEntry', { path: [invoice] })).body).toMatchObject({
      source: { kind: 'invoice' },
      lines: [{ account: '430' }, { account: '700' }, { account: '477' }],
    });
    expect((await books(company.tenant, 'reverseEntry', { path: [invoice], body: { reason: 'x' } })).body).toMatchObject({
      status: 422,
      code: 'entry.of_document',
      detail: expect.stringContaining('POST /invoices/{invoiceId}/credit-notes'),
    });
  });
});

describe('the journal', () => {
  it('merges documents of all kinds by date, pages both ways, and filters by account', async () => {
    const company = await newCompany(newTenant());
    const { tenant } = company;
    const [item = ''] = await stockUp(company, [['A', 50, 5000]]);
    const place = (date: string) =>
      call(orders, 'POST /orders', 'POST /orders', {
        tenant,
        body: { customerId: company.customerId, date, lines: [{ itemId: item, quantity: '1' }] },
      });
    for (const date of ['2026-02-10', '2026-03-10', '2026-03-12']) {
      const order = await place(date);
      const shipped = await call(orders, `POST /orders/${order.body.id}/shipments`, 'POST /orders/{orderId}/shipments', {
        tenant,
        body: { date },
      });
      expect(shipped.status, JSON.stringify(shipped.body)).toBe(201);
    }
    for (const date of ['2026-01-31', '2026-03-11', '2026-03-12', '2026-06-01']) await postLines(tenant, date, 'Alquiler', ...rent);
    const walk = async (query: Record<string, string>) => {
      const seen: string[] = [];
      for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
        const page = await books(tenant, 'listEntries', { query: { ...query, ...(cursor ? { cursor } : {}) } });
        expect(page.status, JSON.stringify(page.body)).toBe(200);
        seen.push(...page.body.items.map((e: { date: string; source: { kind: string } }) => `${e.date} ${e.source.kind}`));
        cursor = page.body.nextCursor;
      }
      return seen;
    };
    const all = await walk({ order: 'asc', limit: '100' });
    expect(all).toEqual([
      '2026-01-31 manual-entry',
      '2026-02-10 invoice',
      '2026-03-10 invoice',
      '2026-03-11 manual-entry',
      '2026-03-12 invoice',
      '2026-03-12 manual-entry',
      '2026-06-01 manual-entry',
    ]);
    for (const limit of ['1', '2', '3']) {
      expect(await walk({ order: 'asc', limit })).toEqual(all);
      expect(await walk({ order: 'desc', limit })).toEqual(all.toReversed());
    }
    expect(await walk({ order: 'asc', from: '2026-03-10', to: '2026-03-11' })).toEqual(['2026-03-10 invoice', '2026-03-11 manual-entry']);
    expect(await walk({ order: 'asc', account: '430', limit: '2' })).toEqual([
      '2026-02-10 invoice',
      '2026-03-10 invoice',
      '2026-03-12 invoice',
    ]);
    expect((await books(tenant, 'listEntries', { query: { cursor: 'nonsense' } })).body.code).toBe('cursor.invalid');
  });
});
