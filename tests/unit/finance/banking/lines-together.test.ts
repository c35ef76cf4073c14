import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { BankLines } from '../../../../shared/domain/finance/banking/bank-line.ts';
import { ManualEntries } from '../../../../shared/domain/finance/ledger/manual-entry.ts';
import { PeriodSequences } from '../../../../shared/domain/finance/ledger/period-sequence.ts';
import { Invoices } from '../../../../shared/domain/finance/receivables/invoice.ts';
import { norma43 } from '../../../support/bank-samples.ts';
import { bankingOf } from '../../../support/banking.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { Crash, crashAfter, crashBefore, isWrite, transactionConflict, withFault } from '../../../support/faults.ts';
import { books as ledger } from '../../../support/ledger.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { projectCompany } from '../../../support/projection.ts';
import { eur, postings, receivablesOf } from '../../../support/receivables.ts';

const table = useMemoryTable({ openWork: true, lists: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-04-02T10:00:00Z') }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => table.clear());

const MARCH = { opening: 10_000_000, from: '2026-02-01', to: '2026-03-31' };
const FEES = {
  name: 'Comisiones',
  conditions: { direction: 'out', texts: ['comision'], most: eur('60.00') },
  action: { entry: { lines: [{ account: '626' }] } },
};
type Movements = Parameters<typeof norma43>[0];
const fees = (count: number): Movements =>
  Array.from({ length: count }, (_, i) => ({ date: '2026-03-10', amount: -(100 + i), text: `COMISION SERVICIO ${'ABCDEFGHIJKLMNOP'[i]}` }));

/** A company with a rule for fees, that posts what the engine is sure of. */
async function company(movements: (shop: { invoices: { number: string }[] }) => Movements, amounts: readonly string[] = []) {
  const tenant = newTenant();
  const { customerId } = await newCompany(tenant, { bankMatching: 'post' }, 100_000_000);
  const [bank, sales] = [bankingOf(tenant), receivablesOf(tenant)];
  await bank.ask('ana', 'GET /banking/accounts', undefined, { roles: ['accountant'] });
  const account = await bank.account();
  const rule = await bank.ruleOn(FEES);
  const invoices: { id: string; number: string }[] = [];
  for (const amount of amounts) invoices.push(await sales.invoice(customerId, amount, { date: '2026-03-02' }));
  await bank.take(norma43(movements({ invoices }), MARCH));
  const balance = async (code: string) => {
    await projectCompany(tenant);
    const { body } = await ledger(tenant, 'getTrialBalance', { query: { date: '2026-03-31' } });
    return body.rows.find(({ account: of }: { account: string }) => of === code)?.closing.amount ?? '0.00';
  };
  const openOf = async () =>
    (
      await bank.records.getMany(
        Invoices,
        invoices.map(({ id }) => id),
      )
    ).map((invoice) => invoice?.open);
  return { tenant, bank, account, rule, balance, openOf };
}

/** Transactions of some work, each by the kinds that it writes. */
async function transactionsOf(work: () => Promise<unknown>): Promise<string[][]> {
  const found: string[][] = [];
  await withFault(
    (send, { input }) => {
      const { TransactItems = [] } = input as { TransactItems?: { Put?: { Item?: { kind?: { S?: string } } } }[] };
      found.push(TransactItems.flatMap(({ Put }) => Put?.Item?.kind?.S ?? []));
      return send();
    },
    (_, name) => name.startsWith('TransactWrite'),
    work,
  );
  return found;
}

it('a dozen fees are two transactions with the period once in each; entries are numbered without a gap, and each is undone alone', async () => {
  const { bank, account, balance } = await company(() => fees(12));
  const found = await transactionsOf(() => bank.run(account.id));
  expect(found.map((kinds) => kinds.filter((kind) => kind === BankLines.kind).length).toSorted((a, b) => a - b)).toEqual([2, 10]);
  for (const kinds of found) expect(kinds.filter((kind) => kind === PeriodSequences.kind)).toHaveLength(1);
  // 1.00 + 1.01 + … + 1.11 = 12.66.
  expect(await balance('626')).toBe('12.66');
  const lines = await bank.lines(account.id, {});
  const made = await bank.records.getMany(
    ManualEntries,
    lines.map((line: { match: { parts: { id: string }[] } }) => line.match.parts[0]?.id ?? ''),
  );
  const entries = made.flatMap((each) => each?.entry ?? []);
  expect(entries).toHaveLength(12);
  for (const [shard, of] of Map.groupBy(entries, (entry) => entry.shard))
    expect([shard, of.map(({ seq }) => seq).toSorted((a, b) => a - b)]).toEqual([shard, of.map((_, i) => i + 1)]);
  const undone = await bank.unmatch('ana', lines[3].id, { date: '2026-03-12' });
  expect(undone.state).toBe('open');
  expect(await balance('626')).toBe('11.63');
  expect(await bank.lines(account.id)).toHaveLength(1);
  // Matched again it says so again, and nobody else's document was touched.
  const again = await bank.match('ana', lines[3].id, [{ as: 'entry', account: '626', amount: eur('-1.03') }]);
  expect(postings(again.entries[0])).toEqual([
    ['572', '0.00', '1.03'],
    ['626', '1.03', '0.00'],
  ]);
});

it('two lines that settle one invoice are two transactions, and both count', async () => {
  const { bank, account, openOf } = await company(
    ({ invoices: [invoice] }) => [
      { date: '2026-03-10', amount: 60_500, text: `TRANSFERENCIA DE CLIENTE DE PRUEBA ${invoice?.number}` },
      { date: '2026-03-11', amount: 60_500, text: `TRANSFERENCIA DE CLIENTE DE PRUEBA ${invoice?.number}` },
      ...fees(2),
    ],
    ['1000.00'],
  );
  const found = await transactionsOf(() => bank.run(account.id));
  expect(await openOf()).toEqual([0]);
  for (const kinds of found) expect(kinds.filter((kind) => kind === Invoices.kind).length).toBeLessThanOrEqual(1);
});

it('a line that is refused is left with its code, and the others are posted together', async () => {
  const before = { date: '2026-02-27', amount: -400, text: 'COMISION DE ANTES' };
  const { tenant, bank, account } = await company(() => [before, ...fees(3)]);
  for (const period of ['2026-01', '2026-02'])
    expect((await ledger(tenant, 'setPeriod', { path: [period], body: { state: 'locked' } })).status).toBe(200);
  const found = await transactionsOf(() => bank.run(account.id));
  expect(found.map((kinds) => kinds.filter((kind) => kind === BankLines.kind).length)).toEqual([3]);
  const [left] = await bank.lines(account.id);
  expect(left).toMatchObject({ date: '2026-02-27', state: 'open' });
  const { items } = await bank.done('ana', 'GET /banking/match-runs', undefined, { query: { bankAccountId: account.id } });
  expect(items[0]).toMatchObject({ counts: { lines: 4, byRule: 3, refused: 1 }, refused: [{ lineId: left.id, code: 'period.locked' }] });
});

it.each([
  [1, 1],
  [3, 4],
])('where somebody is quicker %i times, they are posted in %i more transactions', async (times, more) => {
  const { bank, account, balance } = await company(() => fees(4));
  let hits = 0;
  await withFault(
    (send, call) => {
      hits += 1;
      return hits <= times ? transactionConflict(send, call) : send();
    },
    (_, name) => name.startsWith('TransactWrite'),
    () => bank.run(account.id),
  );
  // Together once more or, where that is no use, one by one.
  expect(hits).toBe(times + more);
  expect(await balance('626')).toBe('4.06');
  expect(await bank.lines(account.id)).toHaveLength(0);
});

it('cut off before or after any write, every line is posted once', async () => {
  const shop = await company(
    ({ invoices: [one, two] }) => [
      { date: '2026-03-10', amount: 12_100, text: `TRANSFERENCIA DE CLIENTE DE PRUEBA ${one?.number}` },
      { date: '2026-03-11', amount: 24_200, text: `TRANSFERENCIA DE CLIENTE DE PRUEBA ${two?.number}` },
      ...fees(3),
    ],
    ['100.00', '200.00'],
  );
  const { bank, account, balance, openOf } = shop;
  const { id } = await bank.done('ana', 'POST /banking/match-runs', { bankAccountId: account.id });
  const restore = table.keep();
  const writes: number[] = [];
  const noted = (no: number, name: string) => {
    if (isWrite(name)) writes.push(no);
    return false;
  };
  await withFault(undefined, noted, () => bank.work(id));
  for (const fault of [crashBefore, crashAfter])
    for (const call of writes) {
      restore();
      await withFault(
        fault,
        (no) => no === call,
        () => bank.work(id),
      ).catch((error: unknown) => {
        if (!(error instanceof Crash)) throw error;
      });
      await bank.work(id);
      const run = await bank.done('ana', `GET /banking/match-runs/${id}`);
      expect([call, run.state, run.counts.byRule, run.counts.byEngine, await openOf()]).toEqual([call, 'done', 3, 2, [0, 0]]);
      expect([call, await balance('626'), await balance('572')]).toEqual([call, '3.03', '359.97']);
    }
});

it('what a match has made is no candidate of another line, nor can it be tied to one, until the match is undone', async () => {
  const { tenant, bank, account } = await company(() => [
    { date: '2026-03-10', amount: -5000, text: 'CARGO UNO' },
    { date: '2026-03-11', amount: -5000, text: 'CARGO DOS' },
  ]);
  const [one, two] = await bank.lines(account.id);
  const matched = await bank.match('ana', one.id, [{ as: 'entry', account: '629', amount: eur('-50.00') }]);
  const documentId = matched.match.parts[0].id;
  const tie = { parts: [{ as: 'document', documentId }] };
  expect(await bank.refused('ana', `POST /banking/lines/${two.id}/match`, tie)).toEqual([409, 'bank_line.taken', 'body.parts']);
  const told = async () => (await bank.done('ana', `GET /banking/lines/${two.id}/candidates`)).items.length;
  expect(await told()).toBe(0);
  const reconciled = async () => {
    await projectCompany(tenant);
    return (await bank.done('ana', `GET /banking/accounts/${account.id}/reconciliation`)).entries;
  };
  expect(await reconciled()).toEqual([]);
  // What was reversed and what reversed it are told of together.
  await bank.unmatch('ana', one.id, { date: '2026-03-12' });
  expect(await reconciled()).toEqual([]);
  expect((await bank.done('ana', `POST /banking/lines/${two.id}/match`, tie)).state).toBe('matched');
});
