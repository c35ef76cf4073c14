import { expect, it } from 'vitest';
import { handler as commands } from '../../../functions/finance/analysis/commands.ts';
import { handler as queries } from '../../../functions/finance/analysis/queries.ts';
import { handler as ledger } from '../../../functions/finance/ledger/commands.ts';
import { handler as print } from '../../../functions/finance/statements/print.ts';
import { handler as statements } from '../../../functions/finance/statements/queries.ts';
import { call, newTenant } from '../../support/call.ts';
import { eventually } from '../../support/cloud.ts';
import { newCompany } from '../../support/company.ts';
import { eur } from '../../support/ledger.ts';
import { peopleOf } from '../../support/people.ts';

it('results by dimension and budgets are what the projection has counted', async () => {
  const { tenant } = await newCompany(newTenant());
  const template = (route: string) =>
    route.replace(/dimensions\/centre/, 'dimensions/{dimension}').replace(/budgets\/\d+/, 'budgets/{year}');
  const books = peopleOf(tenant, { commands, queries }, template);
  await books.done('ana', 'PUT /dimensions/centre', { name: 'Centro', values: [{ code: 'MAD', name: 'Madrid' }] });
  const months = Array.from({ length: 12 }, () => eur('10.00'));
  const lines = [
    { account: '62', months },
    { account: '70', dimension: 'centre', value: 'MAD', months },
  ];
  await books.done('ana', 'PUT /budgets/2026', { lines });
  const post = peopleOf(tenant, { commands: ledger, queries: ledger }, (route) => route).done;
  const bank = (side: 'debit' | 'credit', amount: string) => ({ account: '572', [side]: eur(amount) });
  const inMadrid = { dimensions: { centre: 'MAD' } };
  await post('ana', 'POST /journal-entries', {
    ...{ date: '2026-03-10', text: 'Venta' },
    lines: [bank('debit', '100.00'), { account: '705', credit: eur('100.00'), ...inMadrid }],
  });
  await post('ana', 'POST /journal-entries', {
    ...{ date: '2026-04-10', text: 'Gastos' },
    lines: [{ account: '628', debit: eur('30.00'), ...inMadrid }, { account: '629', debit: eur('5.00') }, bank('credit', '35.00')],
  });
  const result = (query: Record<string, string>) => books.done('ana', 'GET /dimensions/centre/result', undefined, { query });
  const ofYear = { from: '2026-01', to: '2026-12' };
  await eventually('both entries are counted', async () => (await result(ofYear)).result.amount === '65.00');
  const rows = async (query: Record<string, string>) =>
    (await result(query)).values.map(({ name, income, expenses }: Record<string, { amount: string }>) => [
      name,
      income?.amount,
      expenses?.amount,
    ]);
  expect(await rows(ofYear)).toEqual([
    ['Madrid', '100.00', '30.00'],
    [undefined, '0.00', '5.00'],
  ]);
  expect(await rows({ from: '2026-04', to: '2026-04' })).toEqual([
    ['Madrid', '0.00', '30.00'],
    [undefined, '0.00', '5.00'],
  ]);
  const budget = await books.done('ana', 'GET /budgets/2026', undefined, { query: { from: '2026-03', to: '2026-04' } });
  expect(
    budget.rows.map(({ account, budgeted, actual, difference }: Record<string, { amount: string }>) => [
      account,
      budgeted?.amount,
      actual?.amount,
      difference?.amount,
    ]),
  ).toEqual([
    ['62', '20.00', '35.00', '15.00'],
    ['70', '20.00', '100.00', '80.00'],
  ]);
  expect([budget.budgeted.amount, budget.actual.amount]).toEqual(['0.00', '65.00']);
  await statementsAgree(tenant);
  expect((await books.done('ana', 'GET /dimensions')).items.map(({ code }: { code: string }) => code)).toEqual(['centre']);
  expect(await books.refused('ana', 'GET /budgets/2026', undefined, { query: { from: '2025-01' } })).toEqual([
    400,
    'budget.months',
    'query.from',
  ]);
});

/** The income statement by dimension, of the two entries above. */
async function statementsAgree(tenant: string): Promise<void> {
  const ask = (query: Record<string, string>, name = 'income-statement') =>
    call(statements, `GET /statements/${name}`, 'GET /statements/{statement}', { tenant, query });
  const { body } = await ask({ dimension: 'centre', from: '2026-03-01', date: '2026-04-30', consistent: 'true' });
  const ordinary = (await ask({ from: '2026-03-01', date: '2026-04-30' })).body;
  expect(body.columns.map(({ label }: { label: string }) => label)).toEqual(['Madrid', 'Sin asignar', 'Total']);
  const amountsOf = (lines: { amounts: { amount: string }[] }[], at: number) => lines.map(({ amounts }) => amounts[at]?.amount);
  expect(amountsOf(body.lines, 2)).toEqual(amountsOf(ordinary.lines, 0));
  expect(body.lines.at(-1).amounts.map(({ amount }: { amount: string }) => amount)).toEqual(['70.00', '-5.00', '65.00']);
  const alone = (
    await ask({
      dimension: 'centre',
      value: 'MAD',
      from: '2026-04-01',
      date: '2026-04-30',
      comparedFrom: '2026-03-01',
      comparedDate: '2026-03-31',
    })
  ).body;
  expect(alone.lines.at(-1).amounts.map(({ amount }: { amount: string }) => amount)).toEqual(['-30.00', '100.00']);
  const refusals = await Promise.all([
    ask({ dimension: 'centre', from: '2026-03-02', date: '2026-04-30' }),
    ask({ dimension: 'nope', date: '2026-04-30' }),
    ask({ dimension: 'centre', value: 'ZZZ', date: '2026-04-30' }),
    ask({ dimension: 'centre' }, 'balance-sheet'),
  ]);
  expect(refusals.map(({ status, body: { code } }) => [status, code])).toEqual([
    [400, 'statement.whole_months'],
    [404, 'dimension.not_found'],
    [422, 'dimension.value'],
    [400, 'statement.by_dimension'],
  ]);
  const file = await call(print, 'GET /statements/income-statement/file', 'GET /statements/{statement}/file', {
    tenant,
    query: { dimension: 'centre', from: '2026-03-01', date: '2026-04-30', format: 'csv', language: 'es' },
  });
  expect(file.body.fileName).toBe('cuenta-de-pérdidas-y-ganancias-centre-2026-04-30.csv');
  expect(Buffer.from(file.body.content, 'base64').toString()).toContain('Cuenta;Epígrafe;Madrid;Sin asignar;Total');
}
