import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { handler as matchBankLines } from '../../../../functions/finance/banking/match-bank-lines.task.ts';
import { handler as postPaymentRun } from '../../../../functions/finance/treasury/post-payment-run.task.ts';
import { SupplierBills } from '../../../../shared/domain/finance/payables/supplier-bill.ts';
import { PaymentRuns } from '../../../../shared/domain/finance/treasury/payment-run.ts';
import { norma43 } from '../../../support/bank-samples.ts';
import { bankingOf } from '../../../support/banking.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { Crash, crashAfter, crashBefore, isWrite, withFault } from '../../../support/faults.ts';
import { books } from '../../../support/ledger.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { payablesOf } from '../../../support/payables.ts';
import { projectCompany } from '../../../support/projection.ts';
import { sentRun } from '../../../support/sent-run.ts';
import { treasuryOf } from '../../../support/treasury.ts';

const table = useMemoryTable({ openWork: true, lists: true });
const at = (instant: string) => vi.setSystemTime(new Date(instant));
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => {
  table.clear();
  at('2026-03-02T10:00:00Z');
});

/** A run of 121.00 and 242.00 that the bank has, and the line that books it at once. */
async function booked() {
  const tenant = newTenant();
  await newCompany(tenant, { bankMatching: 'post' });
  const [bank, purchases, runs] = [bankingOf(tenant), payablesOf(tenant), treasuryOf(tenant)];
  for (const by of ['ana', 'bea', 'carlos']) await bank.ask(by, 'GET /banking/accounts', undefined, { roles: ['accountant'] });
  const account = await bank.account();
  const { run, bills } = await sentRun({ purchases, runs });
  at('2026-04-02T10:00:00Z');
  const text = { date: '2026-03-09', amount: -36_300, text: 'REMESA DE TRANSFERENCIAS' };
  await bank.take(norma43([text], { opening: 1_000_000, from: '2026-03-01', to: '2026-03-31' }));
  const [line] = await bank.lines(account.id);
  /** What the books and the bank have of it. */
  const state = async () => {
    await projectCompany(tenant);
    const { body } = await books(tenant, 'getTrialBalance', { query: { date: '2026-04-02' } });
    const closing = (code: string) => body.rows.find(({ account: of }: { account: string }) => of === code)?.closing.amount ?? '0.00';
    const { state: matched, match } = await bank.done('ana', `GET /banking/lines/${line.id}`);
    const paid = await bank.records.getMany(SupplierBills, bills);
    const { state: runState, payments } = await bank.records.getOrThrow(PaymentRuns, run.id);
    return {
      ...{ line: matched, parts: match?.parts.length, run: runState, paymentIds: new Set(payments.map(({ paymentId }) => paymentId)).size },
      bills: paid.map((bill) => [bill?.open, bill?.allocations.length]),
      ...{ bank: closing('572'), suppliers: closing('410') },
    };
  };
  /** The step of the run's own machine, which is told that the bank has carried it out. */
  const goesOn = () => postPaymentRun({ tenant, runId: run.id, execution: `x-${run.id}` } as never, {} as never);
  return { tenant, bank, account, line, run, state, goesOn };
}

const ENDED = {
  ...{ line: 'matched', parts: 1, run: 'executed', paymentIds: 2 },
  ...{
    bills: [
      [0, 1],
      [0, 1],
    ],
    bank: '-363.00',
    suppliers: '0.00',
  },
};

/** A crash is none of the test. */
const crashing = (error: unknown): void => {
  if (!(error instanceof Crash)) throw error;
};

it('cut off anywhere behind the line that a person matches, the run is posted once, whoever ends it', async () => {
  const shop = await booked();
  const { bank, line, run } = shop;
  const parts = [{ as: 'run', runId: run.id }];
  const match = () => bank.ask('ana', `POST /banking/lines/${line.id}/match`, { parts });
  const restore = table.keep();
  const { calls } = await withFault(undefined, () => false, match);
  expect(await shop.state()).toEqual(ENDED);
  let between = 0;
  for (const fault of [crashBefore, crashAfter])
    for (let call = 1; call <= calls; call += 1) {
      restore();
      await withFault(fault, (no) => no === call, match).catch(crashing);
      const { state } = await bank.done('ana', `GET /banking/lines/${line.id}`);
      if (state === 'open') {
        // Nothing of it stands, and the run waits for the bank as before.
        expect((await bank.records.getOrThrow(PaymentRuns, run.id)).state).toBe('sent');
        continue;
      }
      between += (await bank.records.getOrThrow(PaymentRuns, run.id)).state === 'executing' ? 1 : 0;
      await shop.goesOn();
      await shop.goesOn();
      expect([call, await shop.state()]).toEqual([call, ENDED]);
      // The line is matched once: asked for again, it is refused.
      expect(await bank.refused('bea', `POST /banking/lines/${line.id}/match`, { parts })).toEqual([422, 'bank_line.state', 'path.lineId']);
    }
  expect(between).toBeGreaterThan(2);
});

it('cut off anywhere in a run of the engine, the payments are posted once and the line is matched once', async () => {
  const shop = await booked();
  const { tenant, bank, account } = shop;
  const { id } = await bank.done('ana', 'POST /banking/match-runs', { bankAccountId: account.id });
  const task = () => matchBankLines({ tenant, runId: id, execution: `x-${id}` } as never, {} as never);
  const restore = table.keep();
  const writes: number[] = [];
  const noted = (no: number, name: string) => {
    if (isWrite(name)) writes.push(no);
    return false;
  };
  await withFault(undefined, noted, task);
  expect(await shop.state()).toEqual(ENDED);
  let between = 0;
  for (const fault of [crashBefore, crashAfter])
    for (const call of writes) {
      restore();
      await withFault(fault, (no) => no === call, task).catch(crashing);
      between += (await bank.records.getOrThrow(PaymentRuns, shop.run.id)).state === 'executing' ? 1 : 0;
      // The machine calls its task again, and so does that of the payment run.
      await bank.work(id);
      await shop.goesOn();
      expect([call, await shop.state()]).toEqual([call, ENDED]);
      expect(await bank.done('ana', `GET /banking/match-runs/${id}`)).toMatchObject({ state: 'done', counts: { byEngine: 1 } });
    }
  expect(between).toBeGreaterThan(0);
});
