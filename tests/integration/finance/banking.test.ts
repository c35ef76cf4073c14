import { expect, it } from 'vitest';
import { banking } from '#api/finance/banking.ts';
import { handler as commands } from '../../../functions/finance/banking/commands.ts';
import { handler as documents } from '../../../functions/finance/banking/documents.ts';
import { handler as queries } from '../../../functions/finance/banking/queries.ts';
import { statementKey } from '../../../shared/domain/finance/banking/bank-file.ts';
import { openObject, putObject } from '../../../shared/runtime/documents.ts';
import { BANK_IBAN, EXAMPLE_N43, norma43 } from '../../support/bank-samples.ts';
import { type Call, call, newTenant } from '../../support/call.ts';
import { eventually, executionStatus, statesEntered } from '../../support/cloud.ts';
import { newCompany } from '../../support/company.ts';
import { eur, postLines } from '../../support/ledger.ts';

const HANDLERS = { commands, queries, documents };
type Action = keyof typeof banking.actions;

/** Calls an action of banking by its name, with path parameters in the order of its route. */
async function bank(tenant: string, action: Action, request: Partial<Call> & { readonly path?: readonly string[] } = {}) {
  const { route, profile } = banking.actions[action];
  const path = [...(request.path ?? [])];
  const concrete = route.replace(/\{\w+\}/g, () => path.shift() ?? '');
  return call(HANDLERS[profile], concrete, route, { tenant, ...request });
}
const done = async (tenant: string, action: Action, request: Parameters<typeof bank>[2] = {}) => {
  const { status, body } = await bank(tenant, action, request);
  expect(status, `${action}: ${JSON.stringify(body).slice(0, 300)}`).toBeLessThan(300);
  return body;
};

/** A company with a bank account on 572. */
async function company() {
  const tenant = newTenant();
  await newCompany(tenant);
  const account = await done(tenant, 'createBankAccount', { body: { name: 'CaixaBank', iban: BANK_IBAN, account: '572' } });
  const ended = (id: string) =>
    eventually(
      `the end of ${id}`,
      async () => {
        const file = await done(tenant, 'getBankFile', { path: [id] });
        // Until its own run is over, nobody else matches a statement's lines.
        const { items: runs } = await done(tenant, 'listMatchRuns', { query: { bankAccountId: account.id } });
        const isOver = ({ state }: { state: string }) => state === 'done' || state === 'failed';
        return isOver(file) && runs.every(isOver) ? file : undefined;
      },
      120,
    );
  /** Asks for a link, uploads by it, and waits for the end. */
  const upload = async (text: string, fileName = '2026-03.n43') => {
    const made = await done(tenant, 'createBankFile', { body: { fileName, bytes: Buffer.byteLength(text) } });
    const put = await fetch(made.upload.url, { method: 'PUT', body: text });
    expect(put.ok).toBe(true);
    return ended(made.id);
  };
  const lines = async (query: Record<string, string> = {}) =>
    (await done(tenant, 'listBankLines', { query: { bankAccountId: account.id, limit: '100', ...query } })).items;
  return { tenant, account, upload, ended, lines };
}

it('a file is uploaded, read, proved and taken; sent again it brings nothing, and deleted it leaves nothing', async () => {
  const { tenant, account, upload, lines } = await company();
  const file = await upload(EXAMPLE_N43);
  expect(file).toMatchObject({ state: 'done', statements: [{ lines: 4, already: 0 }] });
  expect(await executionStatus('bank-statement', file.id)).toBe('SUCCEEDED');
  expect(await statesEntered('bank-statement', file.id)).toEqual(['TakeBankStatements']);
  const again = await upload(EXAMPLE_N43, 'otra-vez.n43');
  expect(again.statements).toMatchObject([{ statementId: file.statements[0].statementId, same: true }]);
  expect(await lines()).toHaveLength(4);
  // The next statement has one line more of the last day, and two that are known.
  const next = norma43(
    [
      { date: '2026-03-10', amount: -48400, text: 'RECIBO SUMINISTROS DEL SUR' },
      { date: '2026-03-31', amount: 10000, text: 'INGRESO' },
      { date: '2026-03-31', amount: 10000, text: 'INGRESO' },
    ],
    { opening: 148850, from: '2026-04-01', to: '2026-04-30' },
  );
  const later = await upload(next, '2026-04.n43');
  expect(later.statements).toMatchObject([{ lines: 3 }]);
  const { statementId } = file.statements[0];
  const original = await done(tenant, 'getBankFileOriginal', { path: [file.id] });
  expect(await (await fetch(original.url)).text()).toBe(EXAMPLE_N43);
  // A matched line holds its statement.
  const fee = (await lines({ statementId, state: 'open' })).find((line: { amount: { amount: string } }) => line.amount.amount === '-3.50');
  await done(tenant, 'matchBankLine', { path: [fee.id], body: { parts: [{ as: 'entry', account: '626', amount: eur('-3.50') }] } });
  expect(await bank(tenant, 'deleteBankStatement', { path: [statementId] })).toMatchObject({
    status: 422,
    body: { code: 'bank_statement.matched', params: { count: 1, date: '2026-03-05' } },
  });
  await done(tenant, 'unmatchBankLine', { path: [fee.id], body: {} });
  expect(await done(tenant, 'deleteBankStatement', { path: [statementId] })).toEqual({ id: statementId, deleted: true });
  expect((await bank(tenant, 'getBankLine', { path: [fee.id] })).status).toBe(404);
  expect((await bank(tenant, 'getBankStatement', { path: [statementId] })).status).toBe(404);
  expect((await bank(tenant, 'getBankFile', { path: [file.id] })).status).toBe(404);
  await eventually('the end of its original', async () => (await openObject('documents', statementKey(tenant, file.id))) === undefined);
  // The second sending of the first is gone with it: the next one is left.
  await eventually('the list', async () => (await done(tenant, 'listBankFiles')).items.length === 1);
  expect((await done(tenant, 'getBankAccount', { path: [account.id] })).name).toBe('CaixaBank');
});

it('a file that does not add up, of another account or of no format is refused whole, and tells why', async () => {
  const { tenant, upload, lines } = await company();
  const wrong = EXAMPLE_N43.replace('00000000148850978', '00000000148851978');
  expect(await upload(wrong)).toMatchObject({ state: 'failed', statements: [], error: { code: 'statement.unbalanced' } });
  expect(await upload('Esto no es un extracto\n')).toMatchObject({ state: 'failed', error: { code: 'statement.unreadable' } });
  const other = newTenant();
  await newCompany(other);
  const made = await done(other, 'createBankFile', { body: { fileName: 'x.n43', bytes: Buffer.byteLength(EXAMPLE_N43) } });
  await fetch(made.upload.url, { method: 'PUT', body: EXAMPLE_N43 });
  await eventually('the refusal', async () => (await done(other, 'getBankFile', { path: [made.id] })).state === 'failed', 60);
  expect((await done(other, 'getBankFile', { path: [made.id] })).error).toMatchObject({
    code: 'statement.unknown_account',
    params: { account: '…1332' },
  });
  expect(await lines()).toEqual([]);
  // One company's ids are none of another's.
  for (const [action, id] of [
    ['getBankFile', made.id],
    ['getBankFileOriginal', made.id],
  ] as const)
    expect((await bank(tenant, action, { path: [id] })).status).toBe(404);
});

it('a file that is dropped into the bucket is read like any other', async () => {
  const { tenant, ended } = await company();
  await putObject('documents', `statements/${tenant}/marzo de 2026.n43`, EXAMPLE_N43, 'text/plain');
  const file = await eventually('the file', async () => (await done(tenant, 'listBankFiles')).items[0], 60);
  expect(await ended(file.id)).toMatchObject({ state: 'done', fileName: 'marzo de 2026.n43', statements: [{ lines: 4 }] });
});

it('what lies between bank and books is told line by line and entry by entry', async () => {
  const { tenant, account, upload, lines } = await company();
  // 1,250.00 was in the books before; 20.00 went out that the bank does not have.
  await postLines(tenant, '2026-02-27', 'Apertura', ['572', '1250.00'], ['100', '-1250.00']);
  await postLines(tenant, '2026-03-20', 'Cheque', ['629', '20.00'], ['572', '-20.00']);
  await upload(EXAMPLE_N43);
  const [paid, fee] = await lines();
  await done(tenant, 'matchBankLine', { path: [fee.id], body: { parts: [{ as: 'entry', account: '626', amount: eur('-3.50') }] } });
  await done(tenant, 'ignoreBankLine', { path: [paid.id], body: { reason: 'De otra empresa' } });
  const check = await eventually('the check', async () => {
    const now = await done(tenant, 'getBankReconciliation', { path: [account.id], query: { consistent: 'true' } });
    return now.openLines.count === 3 ? now : undefined;
  });
  // Bank 1,488.50; books 1,250.00 − 20.00 − 3.50 = 1,226.50; open 1,210.00 − 968.00 = 242.00; entries −20.00.
  expect(check).toMatchObject({
    date: '2026-03-31',
    bank: eur('1488.50'),
    ledger: eur('1226.50'),
    openLines: { count: 3, amount: eur('242.00') },
    entriesAmount: eur('-20.00'),
    entries: [{ text: 'Cheque', date: '2026-03-20', amount: eur('-20.00') }],
    before: eur('0.00'),
    gaps: eur('0.00'),
    unexplained: eur('0.00'),
  });
  expect((await done(tenant, 'reopenBankLine', { path: [paid.id] })).state).toBe('open');
  const renamed = await done(tenant, 'patchBankAccount', { path: [account.id], body: { name: 'CaixaBank nómina', bic: 'CAIXESBB' } });
  expect(renamed).toMatchObject({ name: 'CaixaBank nómina', bic: 'CAIXESBB' });
});

it('what a deleted statement took along of another comes again with the file of that one', async () => {
  const { tenant, account, upload, lines } = await company();
  const movement = (date: string, amount: number) => ({ date, amount, text: `COBRO ${amount}` });
  const days = ['2026-03-10', '2026-03-11', '2026-03-12'] as const;
  const first = await upload(
    norma43([movement(days[0], 100), movement(days[1], 200)], { opening: 0, from: '2026-03-10', to: '2026-03-11' }),
    'primera.n43',
  );
  const text = norma43([movement(days[1], 200), movement(days[2], 300)], { opening: 100, from: '2026-03-11', to: '2026-03-12' });
  const second = await upload(text, 'segunda.n43');
  expect(second.statements).toMatchObject([{ lines: 2, already: 1 }]);
  await done(tenant, 'deleteBankStatement', { path: [first.statements[0].statementId] });
  expect(await lines()).toMatchObject([{ date: days[2] }]);
  const lacks = async () => (await done(tenant, 'getBankStatement', { path: [second.statements[0].statementId] })).lacks;
  expect(await lacks()).toBe(true);
  const again = await upload(text, 'segunda otra vez.n43');
  expect(again).toMatchObject({
    state: 'done',
    statements: [{ statementId: second.statements[0].statementId, lines: 2, already: 1, same: true }],
  });
  expect(await lines()).toMatchObject([{ date: days[1] }, { date: days[2] }]);
  expect(await lacks()).toBeUndefined();
  const once = await upload(text, 'y otra.n43');
  expect(once.statements).toMatchObject([{ lines: 2, already: 2, same: true }]);
  expect(await lines()).toHaveLength(2);
  // They belong to the statement, and go with it.
  await done(tenant, 'deleteBankStatement', { path: [second.statements[0].statementId] });
  expect(await lines()).toEqual([]);
  expect((await done(tenant, 'listBankStatements', { query: { bankAccountId: account.id } })).items).toEqual([]);
});
