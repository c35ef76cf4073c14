import { describe, expect, it } from 'vitest';
import { rebuildBalances } from '../../../functions/finance/ledger/balance-rebuild-store.ts';
import { handler as commands } from '../../../functions/finance/year-end/commands.ts';
import { handler as queries } from '../../../functions/finance/year-end/queries.ts';
import { yearEnd } from '../../../shared/api/finance/year-end.ts';
import { call, newTenant } from '../../support/call.ts';
import { newCompany, recordsOf } from '../../support/company.ts';
import { books, eur, postLines } from '../../support/ledger.ts';
import { projectCompany } from '../../support/projection.ts';

type Action = keyof typeof yearEnd.actions;

async function ask(
  tenant: string,
  action: Action,
  more: { readonly body?: object; readonly query?: Record<string, string>; readonly key?: string } = {},
) {
  const { route, profile } = yearEnd.actions[action];
  await projectCompany(tenant);
  return call(profile === 'queries' ? queries : commands, route.replace('{year}', '2025'), route, { tenant, ...more });
}

/** The worked example of a year end, a year earlier: documents keep 430, 400 and 300, so their balances stand on subaccounts. */
async function companyWithYear() {
  const tenant = newTenant();
  await newCompany(tenant);
  await books(tenant, 'openFiscalYear', { body: { year: '2025' } });
  for (const code of ['3000001', '4000001', '4300001']) await books(tenant, 'createAccount', { body: { code, name: `Cuenta ${code}` } });
  const year = [
    ['100', '-10000'],
    ['113', '-2000'],
    ['213', '20000'],
    ['281', '-4000'],
    ['3000001', '5000'],
    ['4300001', '9000'],
    ['473', '400'],
    ['572', '12060'],
    ['4000001', '-6000'],
    ['4750', '-800'],
    ['476', '-400'],
    ['4751', '-250'],
    ['600', '38000'],
    ['621', '6000'],
    ['625', '1200'],
    ['640', '21000'],
    ['642', '6800'],
    ['700', '-96000'],
    ['769', '-10'],
  ] as const;
  const post = async (date: string, ...lines: readonly (readonly [string, string])[]) => {
    const answer = await postLines(tenant, date, 'Ejercicio', ...lines);
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return answer.body;
  };
  await post('2025-06-30', ...year);
  await post('2025-12-31', ['681', '2400'], ['281', '-2400']);
  await post('2025-12-31', ['3000001', '1200'], ['610', '-1200']);
  await post('2025-12-31', ['480', '595.07'], ['625', '-595.07']);
  await post('2025-12-31', ['6300', '4256.96'], ['473', '-400'], ['4752', '-3856.96']);
  return { tenant, post };
}

const closingsAt = async (tenant: string, date: string) => {
  const { body } = await books(tenant, 'getTrialBalance', { query: { date, consistent: 'true' } });
  expect(body.balanced).toBe(true);
  return Object.fromEntries(
    body.rows
      .map(({ account, closing }: { account: string; closing: { amount: string } }) => [account, closing.amount])
      .filter(([, amount]: string[]) => amount !== '0.00'),
  );
};

describe('a fiscal year', () => {
  it('is closed to 129, opened again with the same balances, and reopened for what came late', async () => {
    const { tenant, post } = await companyWithYear();
    const years = await ask(tenant, 'listYearEnds');
    expect(years.body.items).toMatchObject([
      { year: '2026', state: 'open', actions: { closeYear: { code: 'year_end.not_over' } } },
      { year: '2025', state: 'open', actions: { closeYear: null, reopenYear: { code: 'year_end.not_closed' } } },
    ]);
    const before = await ask(tenant, 'getYearEnd');
    expect(before.body).toMatchObject({ state: 'open', resultBeforeTax: eur('22405.07'), resultNow: eur('18148.11'), entries: [] });
    expect(before.body.openMonths).toHaveLength(12);
    // The variation of stock and what is deferred are posted in December; nothing that this product depreciates, values or files.
    const tasks = before.body.tasks.map(({ task, state }: { task: string; state: string }) => `${task} ${state}`);
    expect(tasks).toEqual([
      ...['drafts nothing', 'stock done', 'unbilled nothing', 'deferrals done', 'depreciation nothing'],
      ...['revaluation nothing', 'tax-returns nothing'],
    ]);

    const tried = await ask(tenant, 'closeYear', { body: {}, query: { dryRun: 'true' } });
    expect(tried.body.entries.map(({ step }: { step: string }) => step)).toEqual(['regularisation', 'closing', 'opening']);
    const closed = await ask(tenant, 'closeYear', { body: {}, key: 'close-2025' });
    expect(closed.status, JSON.stringify(closed.body)).toBe(200);
    expect(closed.body).toMatchObject({ state: 'closed', runs: 1, result: eur('18148.11') });
    const again = await ask(tenant, 'closeYear', { body: {}, key: 'close-2025' });
    expect([again.status, again.headers['idempotency-replayed']]).toEqual([200, 'true']);

    // As of its last day the year is as it was; on the next one it is in 129, and nothing else has changed.
    await projectCompany(tenant);
    const [last, first] = [await closingsAt(tenant, '2025-12-31'), await closingsAt(tenant, '2026-01-01')];
    expect(last).toMatchObject({ 700: '-96000.00', 6300: '4256.96' });
    const lasting = Object.fromEntries(Object.entries(last).filter(([account]) => !/^[67]/.test(account)));
    expect(first).toEqual({ ...lasting, 129: '-18148.11' });

    const late = await postLines(tenant, '2025-12-31', 'Auditoría', ['623', '500'], ['4000001', '-500']);
    expect(late.body).toMatchObject({ code: 'period.year_closed', params: { year: '2025' } });

    const reopened = await ask(tenant, 'reopenYear', { body: { reason: 'Falta la factura del auditor' } });
    expect(reopened.body).toMatchObject({ state: 'reopened', entries: [] });
    await post('2025-12-31', ['623', '500'], ['4000001', '-500']);
    const second = await ask(tenant, 'closeYear', { body: {} });
    expect(second.body, JSON.stringify(second.body)).toMatchObject({ state: 'closed', runs: 2, result: eur('17648.11') });
    await projectCompany(tenant);
    expect(await closingsAt(tenant, '2026-01-01')).toMatchObject({ 129: '-17648.11', 4000001: '-6500.00' });
    const proposed = await ask(tenant, 'getYearEnd');
    // A tenth of 17,648.11 is 1,764.81, less than a fifth of the capital.
    expect(proposed.body.proposals.distribution.lines).toMatchObject([
      { account: '129', debit: eur('17648.11') },
      { account: '112', credit: eur('1764.81') },
      { account: '113', credit: eur('15883.30') },
    ]);
  });

  it('shows its closing in the journal of the year, and in accounts of later days', async () => {
    const { tenant } = await companyWithYear();
    await ask(tenant, 'closeYear', { body: {} });
    await projectCompany(tenant);
    const texts = async (query: Record<string, string>) =>
      (await books(tenant, 'listEntries', { query: { order: 'asc', ...query } })).body.items.map(({ text }: { text: string }) => text);
    expect((await texts({ from: '2025-01-01', to: '2025-12-31' })).slice(-2)).toEqual(['Regularización 2025', 'Asiento de cierre 2025']);
    expect(await texts({ from: '2026-01-01', to: '2026-12-31' })).toEqual(['Asiento de apertura 2026']);

    const ledger = async (from: string, to: string) =>
      (await books(tenant, 'getAccountLedger', { path: ['700'], query: { from, to, consistent: 'true' } })).body;
    expect(await ledger('2025-01-01', '2025-12-31')).toMatchObject({ closing: eur('-96000.00'), items: [{ balance: eur('-96000.00') }] });
    const later = await ledger('2025-01-01', '2026-01-31');
    expect(later).toMatchObject({ closing: eur('0.00'), complete: true });
    expect(later.items.map(({ text }: { text: string }) => text)).toEqual(['Ejercicio', 'Regularización 2025']);

    const closing = await rebuildBalances(recordsOf(tenant), '2025-12');
    expect(closing).toMatchObject({ entries: 7, missing: [], differences: [], shards: [] });
    const file = await books(tenant, 'createExport', { body: { kind: 'journal-csv', to: '2025-12-31' } });
    expect(file.body).toMatchObject({ state: 'ready', entries: 7 });
  });
});
