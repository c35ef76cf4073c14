import { expect, it } from 'vitest';
import { handler as documents } from '../../functions/hr/payroll/documents.ts';
import { call } from '../support/call.ts';
import { eventually, executionStatus, runOf, statesEntered } from '../support/cloud.ts';
import { send } from '../support/http.ts';
import { COMPANY_IBAN, payrollOf } from '../support/payroll.ts';
import { done, foundCompany } from '../support/trading-company.ts';

const MACHINE = 'payroll-run';
const IBAN = 'ES7921000813610123456789';
const month = '2026-11';

/** Clara earns 24,000 in 14 pays: pia proposes the month, ana and bea approve it. */
async function proposed() {
  const { name: tenant, tokens } = await foundCompany();
  const pay = payrollOf(tenant);
  await pay.letIn();
  await pay.employ({ givenName: 'Clara', taxId: '12345678Z', iban: IBAN });
  const { id } = await pay.done('pia', 'POST /payroll/runs', { month, iban: COMPANY_IBAN });
  const get = () => pay.done('pia', `GET /payroll/runs/${id}`);
  await eventually('it is worked out', async () => (await get()).state === 'proposed', 60);
  const name = runOf(tenant, id);
  const ended = () => eventually('its end', async () => (await executionStatus(MACHINE, name)) === 'SUCCEEDED', 60);
  return { tenant, tokens, pay, id, get, name, ended };
}

it('a run works its people out, waits for two people, posts and writes its file: five transitions, and one for each portion', async () => {
  const { tenant, pay, id, get, name, ended } = await proposed();
  await pay.approve('ana', id);
  await pay.approve('bea', id);
  await eventually('it is posted', async () => (await get()).state === 'posted', 60);
  const run = await get();
  expect([run.totals.net.amount, run.transfers, run.entries]).toMatchObject(['1352.69', 1, [{ lines: { length: 5 } }]]);
  const route = `GET /payroll/runs/${id}/file`;
  const asked = { tenant, email: `ana@${tenant}.example` };
  const file = (await call(documents, route, 'GET /payroll/runs/{runId}/file', asked)).body;
  expect(await (await fetch(file.url)).text()).toMatch(/<CtrlSum>1352\.69</);
  await ended();
  // The emulator's history does not tell what is inside a Map: there one state a portion.
  const entered = (await statesEntered(MACHINE, name)).filter((state) => state !== 'CalculatePortion');
  expect(entered).toEqual(['FreezeInputs', 'CalculateSlips', 'ProposeRun', 'AwaitApproval', 'PostRun']);
});

it('what a run and its payment post is in the balances: they get their entries after they were made', async () => {
  const { tokens, pay, id, get } = await proposed();
  for (const by of ['ana', 'bea']) await pay.approve(by, id);
  await eventually('it is posted', async () => (await get()).state === 'posted', 60);
  const payment = await pay.done('pia', 'POST /payroll/payments', { what: 'wages', runId: id });
  await pay.done('ana', `POST /payroll/payments/${payment.id}/approval`);
  const { rows } = await done(send('GET /trial-balance?consistent=true', { token: tokens.owner }));
  // 1,714.29 gross, 130.00 and 643.00 contributed, 231.60 withheld, 1,352.69 paid.
  const sums = rows.map(({ account, debit, credit }: Record<'debit' | 'credit', { amount: string }> & { account: string }) => [
    ...[account, debit.amount, credit.amount],
  ]);
  expect(sums).toEqual([
    ['465', '1352.69', '1352.69'],
    ['4751', '0.00', '231.60'],
    ['476', '0.00', '773.00'],
    ['572', '0.00', '1352.69'],
    ['640', '1714.29', '0.00'],
    ['642', '643.00', '0.00'],
  ]);
});

it('a run that is cancelled frees its people, and its execution ends', async () => {
  const { pay, id, name, ended } = await proposed();
  await eventually('it waits', async () => (await executionStatus(MACHINE, name)) === 'RUNNING');
  await pay.done('pia', `POST /payroll/runs/${id}/cancellation`, { reason: 'Faltan los incentivos' });
  await ended();
  expect((await statesEntered(MACHINE, name)).at(-1)).toBe('Cancelled');
  expect((await pay.done('pia', 'POST /payroll/runs', { month, iban: COMPANY_IBAN })).state).toBe('calculating');
});
