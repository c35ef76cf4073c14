import { describe, expect, it } from 'vitest';
import { handler as orders } from '../../../functions/sales/orders/commands.ts';
import { PeriodSequences, sequenceId } from '../../../shared/domain/finance/ledger/period-sequence.ts';
import { update } from '../../../shared/kernel/record.ts';
import { call, newTenant } from '../../support/call.ts';
import { newCompany, stockUp } from '../../support/company.ts';
import { books, postLines } from '../../support/ledger.ts';
import { projectCompany } from '../../support/projection.ts';

interface Row {
  account: string;
  opening: { amount: string };
  debit: { amount: string };
  credit: { amount: string };
  closing: { amount: string };
}
const figures = (rows: Row[]) => rows.map((r) => [r.account, r.opening.amount, r.debit.amount, r.credit.amount, r.closing.amount]);

/**
 * Two years of a small company: capital 3,000.00 on 31 December 2025; rents of 850.00 on 5 and 31 March 2026; a sale of
 * 1,000.00 plus 210.00 VAT on 1 April.
 */
async function smallCompany(): Promise<string> {
  const { tenant } = await newCompany(newTenant());
  await books(tenant, 'openFiscalYear', { body: { year: '2025' } });
  await postLines(tenant, '2025-12-31', 'Capital', ['572', '3000.00'], ['100', '-3000.00']);
  await postLines(tenant, '2026-03-05', 'Alquiler', ['621', '850.00'], ['572', '-850.00']);
  await postLines(tenant, '2026-03-31', 'Alquiler', ['621', '850.00'], ['572', '-850.00']);
  await postLines(tenant, '2026-04-01', 'Venta', ['572', '1210.00'], ['700', '-1000.00'], ['477', '-210.00']);
  return tenant;
}

describe('the trial balance', () => {
  it('is that of any day, with figures worked out by hand', async () => {
    const tenant = await smallCompany();
    await projectCompany(tenant);
    const march = await books(tenant, 'getTrialBalance', { query: { date: '2026-03-30', consistent: 'true' } });
    expect(march.status, JSON.stringify(march.body)).toBe(200);
    expect(figures(march.body.rows)).toEqual([
      ['100', '-3000.00', '0.00', '0.00', '-3000.00'],
      ['572', '3000.00', '0.00', '850.00', '2150.00'],
      ['621', '0.00', '850.00', '0.00', '850.00'],
    ]);
    expect(march.body).toMatchObject({ from: '2026-01-01', date: '2026-03-30', complete: true, balanced: true, entries: 3 });
    const april = await books(tenant, 'getTrialBalance', { query: { from: '2026-03-31', date: '2026-12-31' } });
    expect(figures(april.body.rows)).toEqual([
      ['100', '-3000.00', '0.00', '0.00', '-3000.00'],
      ['477', '0.00', '0.00', '210.00', '-210.00'],
      ['572', '2150.00', '1210.00', '850.00', '2510.00'],
      ['621', '850.00', '850.00', '0.00', '1700.00'],
      ['700', '0.00', '0.00', '1000.00', '-1000.00'],
    ]);
    expect(april.body.totals).toMatchObject({
      debit: { amount: '2060.00' },
      credit: { amount: '2060.00' },
      closingDebit: { amount: '4210.00' },
      closingCredit: { amount: '4210.00' },
    });
    expect(april.body.rows[2]).toMatchObject({ name: 'Bancos e instituciones de crédito c/c vista, euros', nameEn: 'Banks' });
    const first = await books(tenant, 'getTrialBalance', { query: { date: '2025-12-31' } });
    expect(figures(first.body.rows)).toEqual([
      ['100', '0.00', '0.00', '3000.00', '-3000.00'],
      ['572', '0.00', '3000.00', '0.00', '3000.00'],
    ]);
    expect((await books(tenant, 'getTrialBalance', { query: { date: '2024-06-30' } })).body).toMatchObject({
      rows: [],
      balanced: true,
      complete: true,
      entries: 0,
    });
    expect((await books(tenant, 'getTrialBalance', { query: { from: '2026-04-01', date: '2026-03-01' } })).body).toMatchObject({
      status: 400,
      code: 'range.backwards',
      field: 'query.from',
    });
  });

  it('says when it is behind, and on request waits, and then says so', async () => {
    const { tenant, records } = await newCompany(newTenant());
    const gate = await records.getOrThrow(PeriodSequences, sequenceId('2026-03', 0));
    // A number given out whose entry never comes: no projection can catch up with it.
    await records.commit([update(PeriodSequences, gate, { ...gate, seq: 1 })]);
    expect((await books(tenant, 'getTrialBalance', { query: { date: '2026-03-31' } })).body).toMatchObject({ complete: false, entries: 0 });
    expect((await books(tenant, 'getTrialBalance', { query: { date: '2026-02-28', consistent: 'true' } })).body).toMatchObject({
      complete: true,
    });
    expect((await books(tenant, 'getTrialBalance', { query: { date: '2026-03-31', consistent: 'true' } })).body).toMatchObject({
      status: 503,
      code: 'balances.behind',
    });
  });

  it('waits for the projection of what was posted before it was asked', async () => {
    const tenant = await smallCompany();
    const answer = books(tenant, 'getTrialBalance', { query: { date: '2026-12-31', consistent: 'true' } });
    await projectCompany(tenant);
    expect((await answer).body).toMatchObject({ complete: true, balanced: true, entries: 4 });
  });

  it('balances at every instant while entries post and are counted', async () => {
    const { tenant } = await newCompany(newTenant());
    let done = false;
    const work = (async () => {
      for (let i = 0; i < 8; i += 1) {
        const posted = await Promise.all(
          Array.from({ length: 4 }, (_, k) =>
            postLines(tenant, `2026-03-${10 + i}`, 'x', ['572', `${i + 2}.${k}0`], ['700', `-${i + 1}.${k}0`], ['477', '-1.00']),
          ),
        );
        expect(posted.map((a) => a.status)).toEqual([201, 201, 201, 201]);
        await projectCompany(tenant);
      }
      done = true;
    })();
    let seen = 0;
    while (!done) {
      const { status, body } = await books(tenant, 'getTrialBalance', { query: { date: '2026-12-31' } });
      expect(status, JSON.stringify(body)).toBe(200);
      expect(body.balanced).toBe(true);
      expect(body.entries).toBeGreaterThanOrEqual(seen);
      seen = body.entries;
    }
    await work;
    expect((await books(tenant, 'getTrialBalance', { query: { date: '2026-12-31', consistent: 'true' } })).body).toMatchObject({
      entries: 32,
      balanced: true,
    });
  });

  it('of a sale shows receivable, revenue, VAT, and cost of goods', async () => {
    const company = await newCompany(newTenant());
    const [item = ''] = await stockUp(company, [['A', 3, 1000]]);
    const order = await call(orders, 'POST /orders', 'POST /orders', {
      tenant: company.tenant,
      body: { customerId: company.customerId, date: '2026-03-10', lines: [{ itemId: item, quantity: '2' }] },
    });
    await call(orders, `POST /orders/${order.body.id}/shipments`, 'POST /orders/{orderId}/shipments', {
      tenant: company.tenant,
      body: { date: '2026-03-12' },
    });
    await projectCompany(company.tenant);
    const { body } = await books(company.tenant, 'getTrialBalance', { query: { date: '2026-03-12', consistent: 'true' } });
    // 2 × 10.00 net, 21 % VAT; cost 1000 × 2/3 = 6.67.
    expect(figures(body.rows)).toEqual([
      ['300', '0.00', '0.00', '6.67', '-6.67'],
      ['430', '0.00', '24.20', '0.00', '24.20'],
      ['477', '0.00', '0.00', '4.20', '-4.20'],
      ['610', '0.00', '6.67', '0.00', '6.67'],
      ['700', '0.00', '0.00', '20.00', '-20.00'],
    ]);
  });
});

describe('the ledger of an account', () => {
  it('runs from the opening to the closing balance, on pages of any size', async () => {
    const tenant = await smallCompany();
    await postLines(tenant, '2026-03-05', 'Traspaso', ['572', '10.00'], ['572', '-4.00'], ['570', '-6.00']);
    await projectCompany(tenant);
    const page = (query: Record<string, string>) =>
      books(tenant, 'getAccountLedger', { path: ['572'], query: { from: '2026-03-01', to: '2026-12-31', consistent: 'true', ...query } });
    const whole = await page({ limit: '100' });
    expect(whole.status, JSON.stringify(whole.body)).toBe(200);
    expect(whole.body).toMatchObject({ account: '572', opening: { amount: '3000.00' }, closing: { amount: '2516.00' }, complete: true });
    type Line = { date: string; debit: { amount: string }; credit: { amount: string }; balance: { amount: string } };
    const march5 = whole.body.items.slice(0, 3).map((l: Line) => `${l.debit.amount} ${l.credit.amount}`);
    expect(march5.sort()).toEqual(['0.00 4.00', '0.00 850.00', '10.00 0.00']);
    expect(whole.body.items.slice(2).map((l: Line) => [l.date, l.balance.amount])).toEqual([
      ['2026-03-05', '2156.00'],
      ['2026-03-31', '1306.00'],
      ['2026-04-01', '2516.00'],
    ]);
    for (const limit of ['1', '2', '3']) {
      const items: unknown[] = [];
      for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
        const { body } = await page({ limit, ...(cursor ? { cursor } : {}) });
        expect(body).toMatchObject({ opening: { amount: '3000.00' }, closing: { amount: '2516.00' }, complete: true });
        items.push(...body.items);
        cursor = body.nextCursor;
      }
      expect(items).toEqual(whole.body.items);
    }
  });

  it('of an own account, of an unknown one, and of a range without a movement', async () => {
    const tenant = await smallCompany();
    await books(tenant, 'createAccount', { body: { code: '5721', name: 'Banco Sol' } });
    await projectCompany(tenant);
    expect(
      (await books(tenant, 'getAccountLedger', { path: ['5721'], query: { from: '2026-01-01', to: '2026-12-31' } })).body,
    ).toMatchObject({ opening: { amount: '0.00' }, closing: { amount: '0.00' }, items: [] });
    expect(
      (await books(tenant, 'getAccountLedger', { path: ['572'], query: { from: '2026-05-01', to: '2026-05-31' } })).body,
    ).toMatchObject({ opening: { amount: '2510.00' }, closing: { amount: '2510.00' }, items: [] });
    expect((await books(tenant, 'getAccountLedger', { path: ['5722'] })).body).toMatchObject({ status: 404, field: 'path.code' });
    expect((await books(tenant, 'getAccountLedger', { path: ['572'], query: { cursor: 'abc' } })).body.code).toBe('cursor.invalid');
    expect((await books(tenant, 'getAccountLedger', { path: ['572'], query: { from: '2026-05-01', to: '2026-04-30' } })).body.code).toBe(
      'range.backwards',
    );
  });
});
