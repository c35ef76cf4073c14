import { expect, it } from 'vitest';
import { handler as documents } from '../../functions/finance/treasury/documents.ts';
import { call } from '../support/call.ts';
import { eventually, executionStatus, runOf, statesEntered } from '../support/cloud.ts';
import { billBody, payablesOf } from '../support/payables.ts';
import { foundCompany } from '../support/trading-company.ts';
import { IBAN, treasuryOf } from '../support/treasury.ts';

const MACHINE = 'payment-run';
const today = new Date().toISOString().slice(0, 10);

/** A bill of 121.00 that is due today, and its run: ana enters and proposes, bea and carlos approve. */
async function proposed() {
  const { name: tenant } = await foundCompany();
  const [api, runs] = [payablesOf(tenant), treasuryOf(tenant)];
  for (const by of ['ana', 'bea', 'carlos']) await api.ask(by, 'GET /payables', undefined, { roles: ['accountant'] });
  const supplier = await api.supplier({ iban: IBAN });
  const paper = billBody(supplier.id, 'A-1', '100.00', { date: today, receivedOn: today, dueDate: today });
  const bill = await api.done('ana', 'POST /payables/bills', paper);
  const run = await runs.propose('ana', { billIds: [bill.id] });
  const approval = (by: string) => runs.approve(by, run.id, { confirmed: [supplier.id] });
  const get = () => runs.done('ana', `GET /treasury/payment-runs/${run.id}`);
  const name = runOf(tenant, run.id);
  const ended = () => eventually('its end', async () => (await executionStatus(MACHINE, name)) === 'SUCCEEDED', 60);
  const getBill = () => api.done('ana', `GET /payables/bills/${bill.id}`);
  return { tenant, runs, run, approval, get, name, ended, getBill };
}

it('a run waits for two people, writes its file, waits for the bank and ends, in four transitions', async () => {
  const { tenant, runs, run, approval, get, name, ended, getBill } = await proposed();
  await approval('bea');
  await approval('carlos');
  await eventually('the file', async () => (await get()).state === 'sent', 60);
  const route = `GET /treasury/payment-runs/${run.id}/file`;
  const asked = { tenant, email: `bea@${tenant}.example` };
  const file = (await call(documents, route, 'GET /treasury/payment-runs/{runId}/file', asked)).body;
  const text = await (await fetch(file.url)).text();
  expect([file.fileName, text.length, /<CtrlSum>121\.00<\/CtrlSum>/.test(text)]).toEqual([
    `${run.number}-${run.date}.xml`,
    file.bytes,
    true,
  ]);
  const paid = await runs.execute('bea', run.id);
  expect([paid.state, paid.payments[0].state, (await getBill()).state]).toEqual(['executed', 'paid', 'paid']);
  await ended();
  expect(await statesEntered(MACHINE, name)).toEqual(['AwaitApproval', 'WriteFile', 'AwaitExecution', 'PostRun']);
  const { items } = await runs.done('ana', 'GET /treasury/payment-runs', undefined, { query: { state: 'executed' } });
  expect(items.map(({ id, total }: { id: string; total: { amount: string } }) => [id, total.amount])).toEqual([[run.id, '121.00']]);
});

it('a run that is cancelled frees its bills, and its execution ends', async () => {
  const { runs, run, approval, name, ended, getBill } = await proposed();
  await approval('bea');
  await eventually('it waits', async () => (await executionStatus(MACHINE, name)) === 'RUNNING');
  await runs.done('carlos', `POST /treasury/payment-runs/${run.id}/cancellation`, { reason: 'Sin saldo' });
  expect((await getBill()).paymentRunId).toBeUndefined();
  await ended();
  expect(await statesEntered(MACHINE, name)).toEqual(['AwaitApproval', 'Cancelled']);
});
