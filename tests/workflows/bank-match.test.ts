import { expect, it } from 'vitest';
import { banking } from '#api/finance/banking.ts';
import { handler as commands } from '../../functions/finance/banking/commands.ts';
import { handler as documents } from '../../functions/finance/banking/documents.ts';
import { handler as queries } from '../../functions/finance/banking/queries.ts';
import { BANK_IBAN, EXAMPLE_N43 } from '../support/bank-samples.ts';
import { type Call, call, newTenant } from '../support/call.ts';
import { eventually, executionStatus, statesEntered } from '../support/cloud.ts';
import { newCompany } from '../support/company.ts';
import { eur } from '../support/ledger.ts';

const HANDLERS = { commands, queries, documents };
type Action = keyof typeof banking.actions;

async function company() {
  const tenant = newTenant();
  await newCompany(tenant);
  const done = async (action: Action, request: Partial<Call> & { readonly path?: readonly string[] } = {}) => {
    const { route, profile } = banking.actions[action];
    const path = [...(request.path ?? [])];
    const concrete = route.replace(/\{\w+\}/g, () => path.shift() ?? '');
    const { status, body } = await call(HANDLERS[profile], concrete, route, { tenant, ...request });
    expect(status, `${action}: ${JSON.stringify(body).slice(0, 300)}`).toBeLessThan(300);
    return body;
  };
  const account = await done('createBankAccount', { body: { name: 'CaixaBank', iban: BANK_IBAN, account: '572' } });
  const until = (what: string, action: Action, id: string, states: readonly string[]) =>
    eventually(
      what,
      async () => {
        const record = await done(action, { path: [id] });
        return states.includes(record.state) ? record : undefined;
      },
      120,
    );
  const upload = async (text: string) => {
    const made = await done('createBankFile', { body: { fileName: 'extracto.n43', bytes: Buffer.byteLength(text) } });
    await fetch(made.upload.url, { method: 'PUT', body: text });
    return until('the statement', 'getBankFile', made.id, ['done', 'failed']);
  };
  return { tenant, account, done, until, upload };
}

const FEES = {
  name: 'Comisiones del banco',
  conditions: { direction: 'out', texts: ['comision'], most: eur('60.00') },
  action: { entry: { lines: [{ account: '626' }] } },
};

it('a rule is tested by its machine, switched on, and takes the fee of a statement that comes; the run is undone as a whole', async () => {
  const { tenant, account, done, until, upload } = await company();
  const unsaved = await done('testNewBankRule', { body: FEES });
  const { id: ruleId } = await done('createBankRule', { body: FEES });
  expect((await done('listBankRules')).items).toMatchObject([{ id: ruleId, state: 'off', version: 1 }]);
  const test = await done('testBankRule', { path: [ruleId] });
  await until('the test', 'getRuleTest', test.id, ['done']);
  await until('the other test', 'getRuleTest', unsaved.id, ['done']);
  expect(
    await eventually('the end', async () => (await executionStatus('bank-rule-test', `${test.id}.${tenant}`)) === 'SUCCEEDED', 60),
  ).toBe(true);
  expect(await done('getBankRule', { path: [ruleId] })).toMatchObject({ tested: { version: 1, lines: 0, taken: 0, wrong: 0 } });
  await done('switchBankRuleOn', { path: [ruleId] });
  await upload(EXAMPLE_N43);
  const run = await eventually(
    'the run that came with the statement',
    async () =>
      (await done('listMatchRuns', { query: { bankAccountId: account.id } })).items.find(
        ({ state }: { state: string }) => state === 'done',
      ),
    120,
  );
  expect(run).toMatchObject({ mode: 'rules', counts: { lines: 4, byRule: 1, byEngine: 0 } });
  // The run says that it is done before its machine has gone on to say so.
  const execution = `${run.id}.${tenant}`;
  expect(await eventually('the end of its machine', async () => (await executionStatus('bank-match', execution)) === 'SUCCEEDED', 60)).toBe(
    true,
  );
  expect(await statesEntered('bank-match', execution)).toEqual(['MatchBankLines', 'IsAnyLeft', 'Done']);
  const matched = (await done('listBankLines', { query: { bankAccountId: account.id, state: 'matched' } })).items;
  expect(matched).toMatchObject([{ amount: eur('-3.50'), match: { how: 'rule', rule: ruleId, version: 1, run: run.id } }]);
  await done('undoMatchRun', { path: [run.id], body: {} });
  expect(await until('the undoing', 'getMatchRun', run.id, ['undone'])).toMatchObject({ undo: { count: 1, kept: [] } });
  expect((await done('listBankLines', { query: { bankAccountId: account.id, state: 'open' } })).items).toHaveLength(4);
  await done('switchBankRuleOff', { path: [ruleId] });
  expect(await done('deleteBankRule', { path: [ruleId] })).toEqual({ id: ruleId, deleted: true });
});
