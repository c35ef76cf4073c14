import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { handler as evaluate } from '../../../functions/automation/rules/evaluate-rules.event.ts';
import { runIdOf } from '../../../functions/finance/banking/line-batches.ts';
import { matchRunOf } from '../../../functions/finance/banking/match-runs.ts';
import { BankAccounts } from '../../../shared/domain/finance/banking/bank-account.ts';
import { type BankFile, BankFiles } from '../../../shared/domain/finance/banking/bank-file.ts';
import { BankStatements } from '../../../shared/domain/finance/banking/bank-statement.ts';
import { MatchRuns } from '../../../shared/domain/finance/banking/match-run.ts';
import { COMPANY_ID, Companies } from '../../../shared/domain/platform/company/company.ts';
import { assertDefined } from '../../../shared/kernel/assert.ts';
import { create, update } from '../../../shared/kernel/record.ts';
import { norma43 } from '../../support/bank-samples.ts';
import { bankingOf } from '../../support/banking.ts';
import { batchOf } from '../../support/changes.ts';
import { useMemoryTable } from '../../support/memory-table.ts';
import { change, listed } from '../../support/ruled-shop.ts';
import { newSeller } from '../../support/seller.ts';

const table = useMemoryTable({ openWork: true, lists: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-26T10:00:00Z') }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => table.clear());

const MARCH = { opening: 1_000_000, from: '2026-03-01', to: '2026-03-31' };
const LINES = [
  { date: '2026-03-05', amount: -350, text: 'COMISION MANTENIMIENTO' },
  { date: '2026-03-06', amount: -2000, text: 'COMPRA TARJETA' },
];

/** A company that is told of each line that nothing has matched, and whose fees are matched by a rule. */
async function watched(policies: object = {}) {
  const seller = await newSeller([], { policies });
  const { tenant, records } = seller;
  const bank = bankingOf(tenant);
  await bank.ask('ana', 'GET /banking/accounts', undefined, { roles: ['accountant'] });
  const account = await bank.account();
  const fees = { conditions: { direction: 'out', texts: ['comision'] }, action: { entry: { lines: [{ account: '626' }] } } };
  await bank.ruleOn({ name: 'Comisiones', ...fees });
  const { memberId } = await seller.done('getMe', {});
  const { id } = await seller.done('createRule', {
    body: {
      ...{ name: 'Sin conciliar', trigger: 'bank.line', conditions: { items: [{ field: 'matched', op: 'is', value: false }] } },
      effects: [{ do: 'tell', members: [memberId], text: '{{text}}: {{amount}}' }],
    },
  });
  await seller.done('activateRule', { path: [id] });
  const [statement] = await bank.take(norma43(LINES, MARCH));
  const { fileId, id: statementId } = assertDefined(statement, 'a statement');
  const lines = await bank.lines(account.id, {});
  const fileIs = async (state: BankFile['state']) => {
    const file = await records.getOrThrow(BankFiles, fileId);
    await records.save<BankFile>([update<BankFile>(BankFiles, file, { ...file, state })]);
  };
  const run = async () => {
    const [company, of] = await Promise.all([records.getOrThrow(Companies, COMPANY_ID), records.getOrThrow(BankAccounts, account.id)]);
    const made = assertDefined(matchRunOf(company, of, { madeAt: new Date().toISOString(), statementId }), 'a run');
    return records.save([create(MatchRuns, runIdOf(records, statementId, { id: fileId }), made)]);
  };
  const tell = (kind: string, recordId: string) => evaluate(batchOf([{ ...change(tenant, kind, recordId), after: { state: 'done' } }]));
  const told = async () => (await listed(tenant)).items.map(({ subject }) => subject);
  return { bank, account, lines, fileId, statementId, records, fileIs, run, tell, told };
}

it('a line counts as unmatched once the run over its statement has ended, and starts a rule once', async () => {
  const { bank, lines, fileId, fileIs, run, tell, told } = await watched();
  const [fee, card] = lines;
  await fileIs('running');
  for (const { id } of lines) await tell('bank-line', id);
  expect(await told()).toEqual([]);
  await fileIs('done');
  const begun = await run();
  await tell('bank-file', fileId);
  for (const { id } of lines) await tell('bank-line', id);
  expect(await told()).toEqual([]);
  await bank.work(begun.id);
  expect((await bank.done('ana', `GET /banking/lines/${fee.id}`)).state).toBe('matched');
  await tell('bank-line', fee.id);
  await tell('bank-match-run', begun.id);
  await tell('bank-match-run', begun.id);
  expect(await told()).toEqual([card.id]);
  await tell('bank-line', card.id);
  expect(await told()).toEqual([card.id]);
});

it('where nothing is matched by itself, lines are looked at when their file was read', async () => {
  const { lines, fileId, tell, told } = await watched({ bankMatching: 'off' });
  await tell('bank-file', fileId);
  expect((await told()).toSorted()).toEqual(lines.map(({ id }: { id: string }) => id).toSorted());
});

it('a run over the account holds its lines back as well, and nobody puts one aside meanwhile', async () => {
  const { bank, account, lines, tell, told } = await watched();
  const [, card] = lines;
  const { id } = await bank.done('ana', 'POST /banking/match-runs', { bankAccountId: account.id });
  await tell('bank-line', card.id);
  expect(await told()).toEqual([]);
  const aside = () => bank.ask('ana', `POST /banking/lines/${card.id}/ignored`, { reason: 'Ya está' });
  expect((await aside()).body.code).toBe('bank_line.being_matched');
  await bank.work(id);
  await tell('bank-match-run', id);
  expect(await told()).toEqual([card.id]);
  expect((await aside()).body.state).toBe('ignored');
});

it('a statement of which half is taken holds its lines back', async () => {
  const { records, lines, statementId, tell, told } = await watched({ bankMatching: 'off' });
  const statement = await records.getOrThrow(BankStatements, statementId);
  await records.commit([update(BankStatements, statement, { ...statement, state: 'deleting' })]);
  await tell('bank-file', statement.fileId);
  expect(await told()).toEqual([]);
  expect(lines).toHaveLength(2);
});
