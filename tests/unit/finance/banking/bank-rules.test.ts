import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler as failBankWork } from '../../../../functions/finance/banking/fail-bank-work.task.ts';
import { MatchRuns } from '../../../../shared/domain/finance/banking/match-run.ts';
import { CreditNotes, Invoices } from '../../../../shared/domain/finance/receivables/invoice.ts';
import { BrokenInvariant } from '../../../../shared/kernel/assert.ts';
import { EXAMPLE_N43, norma43 } from '../../../support/bank-samples.ts';
import { bankingOf } from '../../../support/banking.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { withFault } from '../../../support/faults.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { eur, postings, receivablesOf } from '../../../support/receivables.ts';

const table = useMemoryTable({ openWork: true, lists: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-04-02T10:00:00Z') }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => table.clear());

const FEES = {
  name: 'Comisiones',
  conditions: { direction: 'out', texts: ['comision'], most: eur('60.00') },
  action: { entry: { lines: [{ account: '626' }] } },
};

/** A company whose bank sent the example: 1,210.00 in, a fee of 3.50, and twice 484.00 out. */
async function company(policies: object = {}) {
  const tenant = newTenant();
  const { customerId } = await newCompany(tenant, policies);
  const [bank, sales] = [bankingOf(tenant), receivablesOf(tenant)];
  for (const by of ['ana', 'bea']) await bank.ask(by, 'GET /banking/accounts', undefined, { roles: ['accountant'] });
  const account = await bank.account();
  const [statement] = await bank.take(EXAMPLE_N43);
  return { tenant, customerId, bank, sales, account, statement };
}

describe('rules', () => {
  it('is off until it was tested on the past, then takes its lines and no others', async () => {
    const { bank, account } = await company();
    const { id } = await bank.done('ana', 'POST /banking/rules', FEES);
    expect(await bank.refused('ana', `POST /banking/rules/${id}/on`)).toEqual([422, 'bank_rule.untested', 'path.ruleId']);
    const test = await bank.backTest(id);
    expect(test).toMatchObject({
      ...{ state: 'done', lines: 4, taken: 1, counts: { new: 1, agreed: 0, wrong: 0, own: 0, ignored: 0 } },
      effect: [{ account: '626', amount: eur('3.50') }],
      shown: [{ date: '2026-03-05', amount: eur('-3.50'), verdict: 'new' }],
    });
    expect(await bank.done('ana', `POST /banking/rules/${id}/on`)).toMatchObject({ state: 'on', version: 1 });
    const run = await bank.run(account.id);
    expect(run).toMatchObject({ state: 'done', counts: { lines: 4, byRule: 1, byEngine: 0, ties: 0, refused: 0 } });
    const [, fee] = await bank.lines(account.id, {});
    const line = await bank.done('ana', `GET /banking/lines/${fee.id}`);
    expect(line).toMatchObject({ state: 'matched', match: { how: 'rule', rule: id, version: 1, run: run.id } });
    expect(line.entries.map(postings)).toEqual([
      [
        ['572', '0.00', '3.50'],
        ['626', '3.50', '0.00'],
      ],
    ]);
    // Once more finds nothing to do.
    expect((await bank.run(account.id)).counts).toMatchObject({ lines: 3, byRule: 0 });
    const { id: runId } = run;
    await bank.done('ana', `POST /banking/match-runs/${runId}/undo`, {});
    await bank.work(runId);
    expect(await bank.done('ana', `GET /banking/match-runs/${runId}`)).toMatchObject({ state: 'undone', undo: { count: 1, kept: [] } });
    expect(await bank.lines(account.id)).toHaveLength(4);
  });

  it('tells which lines people matched otherwise', async () => {
    const { bank, account } = await company();
    const [, fee] = await bank.lines(account.id);
    await bank.match('ana', fee.id, [{ as: 'entry', account: '669', amount: eur('-3.50') }]);
    const { id } = await bank.done('ana', 'POST /banking/rules', FEES);
    const test = await bank.backTest(id);
    expect(test).toMatchObject({ taken: 1, counts: { wrong: 1, agreed: 0 }, shown: [{ verdict: 'wrong', instead: '669' }] });
    await bank.done('ana', `PATCH /banking/rules/${id}`, { action: { entry: { lines: [{ account: '669' }] } } });
    expect(await bank.refused('ana', `POST /banking/rules/${id}/on`)).toEqual([422, 'bank_rule.untested', 'path.ruleId']);
    expect(await bank.backTest(id)).toMatchObject({ version: 2, counts: { wrong: 0, agreed: 1 } });
  });

  it('refuses what no rule can be, with field and cause', async () => {
    const { bank } = await company();
    const refused = (rule: object) => bank.refused('ana', 'POST /banking/rules', { ...FEES, ...rule });
    expect(await refused({ conditions: { direction: 'out' } })).toEqual([400, 'bank_rule.no_condition', 'body.conditions']);
    expect(await refused({ action: {} })).toEqual([400, 'bank_rule.action', 'body.action']);
    expect(await refused({ action: { entry: { lines: [{ account: '430' }] } } })).toEqual([
      422,
      'account.control',
      'body.action.entry.lines.0.account',
    ]);
    expect(await refused({ action: { entry: { lines: [{ account: '626', percent: '50' }] } } })).toEqual([
      400,
      'bank_rule.percent',
      'body.action.entry.lines',
    ]);
    expect((await refused({ conditions: { direction: 'out', texts: ['(a+)+$'.repeat(20)] } }))[0]).toBe(400);
    expect((await refused({ conditions: { direction: 'out', texts: ['**'] } }))[0]).toBe(400);
    const other = bankingOf(newTenant());
    const stranger = await other.account().catch(() => undefined);
    expect(stranger).toBeUndefined();
  });
});

describe('a run', () => {
  /** A transfer of 1,210.00 by the customer, who names the invoice. */
  const paid = (number: string) =>
    norma43([{ date: '2026-04-01', amount: 121000, text: `TRANSFERENCIA DE CAFES LEVANTE FACTURA ${number}` }], {
      ...{ opening: 148850, from: '2026-04-01', to: '2026-04-01' },
    });

  it('posts what the engine is sure of where the company has it posted', async () => {
    const { bank, sales, account, customerId } = await company({ bankMatching: 'post' });
    const invoice = await sales.invoice(customerId, '1000.00', { date: '2026-03-02' });
    const [statement] = await bank.take(paid(invoice.number));
    const run = await bank.run(account.id, { statementId: statement?.id });
    expect(run).toMatchObject({ state: 'done', mode: 'post', counts: { lines: 1, byEngine: 1, byRule: 0 } });
    expect((await bank.records.getOrThrow(Invoices, invoice.id)).open).toBe(0);
    const line = (await bank.lines(account.id, {})).at(-1);
    expect(line.match).toMatchObject({ how: 'engine', score: expect.any(Number), run: run.id });
    expect(line.match.reasons).toEqual(expect.arrayContaining(['reference_found', 'amount_equal']));
  });

  it('proposes it where a person accepts, and does nothing where all is off', async () => {
    const { bank, sales, account, customerId } = await company();
    const invoice = await sales.invoice(customerId, '1000.00', { date: '2026-03-02' });
    await bank.take(paid(invoice.number));
    expect(await bank.run(account.id)).toMatchObject({ mode: 'rules', counts: { lines: 5, byEngine: 0, proposed: 1 } });
    expect((await bank.records.getOrThrow(Invoices, invoice.id)).open).toBe(121000);
    const off = await company({ bankMatching: 'off' });
    const body = { bankAccountId: off.account.id };
    expect(await off.bank.refused('ana', 'POST /banking/match-runs', body)).toEqual([422, 'bank_match_run.off', 'body.bankAccountId']);
  });

  it('leaves a line alone of whose amount something was recorded by hand', async () => {
    const { bank, sales, account, customerId } = await company({ bankMatching: 'post' });
    const first = await sales.invoice(customerId, '1000.00', { date: '2026-03-02' });
    const second = await sales.invoice(customerId, '1000.00', { date: '2026-03-03' });
    await sales.receipt(customerId, '1210.00', { date: '2026-04-01', allocations: [{ invoiceId: first.id, amount: eur('1210.00') }] });
    await bank.take(paid(second.number));
    expect(await bank.run(account.id)).toMatchObject({ counts: { byEngine: 0, ties: expect.any(Number) } });
    expect((await bank.records.getOrThrow(Invoices, second.id)).open).toBe(121000);
  });

  it('takes a credit note off the invoice that it was paid less, and gives it back when that is undone', async () => {
    const { bank, sales, account, customerId } = await company({ bankMatching: 'post' });
    const invoice = await sales.invoice(customerId, '1000.00', { date: '2026-03-02' });
    const returned = await sales.invoice(customerId, '200.00', { date: '2026-03-02' });
    await sales.receipt(customerId, '242.00', { allocations: [{ invoiceId: returned.id, amount: eur('242.00') }] });
    const note = await sales.done(`POST /invoices/${returned.id}/credit-notes`, { reason: 'Género defectuoso', date: '2026-03-25' });
    const open = async () => [
      (await bank.records.getOrThrow(Invoices, invoice.id)).open,
      (await bank.records.getOrThrow(CreditNotes, note.id)).open,
    ];
    expect(await open()).toEqual([121000, 24200]);
    // 1,210.00 less 242.00.
    await bank.take(
      norma43([{ date: '2026-04-01', amount: 96800, text: `TRANSFERENCIA DE CLIENTE DE PRUEBA FACTURA ${invoice.number}` }], {
        ...{ opening: 148850, from: '2026-04-01', to: '2026-04-01' },
      }),
    );
    const run = await bank.run(account.id);
    expect(run.counts).toMatchObject({ byEngine: 1, refused: 0 });
    expect(await open()).toEqual([0, 0]);
    const line = (await bank.lines(account.id, { state: 'matched' }))[0];
    expect(line.match.parts).toMatchObject([{ as: 'receipt', amount: eur('968.00') }]);
    await bank.unmatch('ana', line.id);
    expect(await open()).toEqual([121000, 24200]);
  });

  it('gives a credit note back what the match used of it, and not what it had paid of the invoice before', async () => {
    const { bank, sales, account, customerId } = await company({ bankMatching: 'post' });
    const invoice = await sales.invoice(customerId, '1000.00', { date: '2026-03-02' });
    const returned = await sales.invoice(customerId, '200.00', { date: '2026-03-02' });
    await sales.receipt(customerId, '242.00', { allocations: [{ invoiceId: returned.id, amount: eur('242.00') }] });
    const note = await sales.done(`POST /invoices/${returned.id}/credit-notes`, { reason: 'Género defectuoso', date: '2026-03-25' });
    await sales.done(`POST /credit-notes/${note.id}/allocations`, { allocations: [{ invoiceId: invoice.id, amount: eur('100.00') }] });
    const open = async () => [
      (await bank.records.getOrThrow(Invoices, invoice.id)).open,
      (await bank.records.getOrThrow(CreditNotes, note.id)).open,
    ];
    expect(await open()).toEqual([111000, 14200]);
    // 1,110.00 less 142.00.
    await bank.take(
      norma43([{ date: '2026-04-01', amount: 96800, text: 'CLIENTE DE PRUEBA' }], {
        opening: 148850,
        from: '2026-04-01',
        to: '2026-04-01',
      }),
    );
    const line = (await bank.lines(account.id)).find(({ amount }: { amount: { amount: string } }) => amount.amount === '968.00');
    await bank.match('ana', line.id, [
      {
        ...{ as: 'receipt', customerId, amount: eur('968.00'), allocations: [{ invoiceId: invoice.id, amount: eur('968.00') }] },
        credits: [{ creditNoteId: note.id, invoiceId: invoice.id, amount: eur('142.00') }],
      },
    ]);
    expect(await open()).toEqual([0, 0]);
    await bank.unmatch('ana', line.id);
    expect(await open()).toEqual([111000, 14200]);
  });

  it('of many lines stops posting by a rule that somebody switches off', async () => {
    const { bank, account } = await company();
    const rule = await bank.ruleOn(FEES);
    const movements = Array.from({ length: 70 }, (_, i) => ({ date: '2026-04-01', amount: -100 - i, text: `COMISION ${i}` }));
    await bank.take(norma43(movements, { opening: 148850, from: '2026-04-01', to: '2026-04-01' }));
    const { id } = await bank.done('ana', 'POST /banking/match-runs', { bankAccountId: account.id });
    let isOff = false;
    await withFault(
      async (send) => {
        if (!isOff) {
          isOff = true;
          await bank.done('ana', `POST /banking/rules/${rule.id}/off`);
        }
        return send();
      },
      (_, name) => name.startsWith('TransactWrite'),
      () => bank.work(id),
    );
    const { counts } = await bank.done('ana', `GET /banking/match-runs/${id}`);
    // One fee of the example is among the first fifty lines: what was read with them goes on.
    expect([counts.lines, counts.byRule]).toEqual([74, 47]);
  });

  it('cut off at any write goes on where it was: each line posted once, and all of them counted', async () => {
    const movements = Array.from({ length: 12 }, (_, i) => ({ date: '2026-04-01', amount: -100 - i, text: `COMISION ${i}` }));
    for (let cut = 1; cut <= 14; cut += 1) {
      table.clear();
      const { bank, account } = await company();
      await bank.ruleOn(FEES);
      await bank.take(norma43(movements, { opening: 148850, from: '2026-04-01', to: '2026-04-01' }));
      const { id } = await bank.done('ana', 'POST /banking/match-runs', { bankAccountId: account.id });
      let writes = 0;
      const crash = () => {
        writes += 1;
        if (writes === cut) throw Object.assign(new Error('cut off'), { name: 'Crash' });
      };
      await withFault(
        (send) => {
          crash();
          return send();
        },
        (_, name) => name.startsWith('TransactWrite') || name.startsWith('PutItem'),
        () => bank.work(id).catch(() => undefined),
      );
      await bank.work(id);
      const run = await bank.done('ana', `GET /banking/match-runs/${id}`);
      // The fee of the example and the twelve.
      expect([cut, run.state, run.counts.byRule]).toEqual([cut, 'done', 13]);
      expect(await bank.lines(account.id)).toHaveLength(3);
    }
  });

  it('a line that our own code cannot post is left with a code, and no other waits for it', async () => {
    const { bank, account } = await company();
    await bank.ruleOn(FEES);
    const movements = ['A', 'B'].map((of) => ({ date: '2026-04-01', amount: -100, text: `COMISION ${of}` }));
    await bank.take(norma43(movements, { opening: 148850, from: '2026-04-01', to: '2026-04-01' }));
    const { id } = await bank.done('ana', 'POST /banking/match-runs', { bankAccountId: account.id });
    let writes = 0;
    await withFault(
      (send) => {
        writes += 1;
        // The first is where the run begins; the second posts all three lines, and the third one of them by itself.
        if (writes === 2 || writes === 3) throw new BrokenInvariant('a transaction has 1 to 100 changes, not 101');
        return send();
      },
      (_, name) => name.startsWith('TransactWrite') || name.startsWith('PutItem'),
      () => bank.work(id),
    );
    const run = await bank.done('ana', `GET /banking/match-runs/${id}`);
    expect(run).toMatchObject({ state: 'done', counts: { byRule: 2, refused: 1 } });
    expect((await bank.records.getOrThrow(MatchRuns, id)).refused).toMatchObject([{ code: 'bank_line.fault' }]);
    expect((await bank.run(account.id)).counts).toMatchObject({ byRule: 1 });
  });

  it('that failed before it noted how far it was is undone all the same', async () => {
    const { tenant, bank, account } = await company();
    await bank.ruleOn(FEES);
    await bank.take(
      norma43([{ date: '2026-04-01', amount: -100, text: 'COMISION' }], { opening: 148850, from: '2026-04-01', to: '2026-04-01' }),
    );
    const { id } = await bank.done('ana', 'POST /banking/match-runs', { bankAccountId: account.id });
    let notes = 0;
    await withFault(
      (send, { input }) => {
        // Where it begins, and how far it is.
        if ((input as { Item?: { kind?: { S?: string } } }).Item?.kind?.S === MatchRuns.kind) notes += 1;
        if (notes === 2) throw Object.assign(new Error('cut off'), { name: 'Crash' });
        return send();
      },
      (_, name) => name.startsWith('PutItem'),
      () => bank.work(id).catch(() => undefined),
    );
    await failBankWork({ tenant, id, execution: 'x', error: 'Crash', cause: '' });
    expect(await bank.done('ana', `GET /banking/match-runs/${id}`)).toMatchObject({ state: 'failed', counts: { byRule: 2 } });
    expect(await bank.lines(account.id, { state: 'matched' })).toHaveLength(2);
    await bank.done('ana', `POST /banking/match-runs/${id}/undo`, { reason: 'x' });
    await bank.work(id);
    expect(await bank.done('ana', `GET /banking/match-runs/${id}`)).toMatchObject({ state: 'undone', undo: { count: 2 } });
    expect(await bank.lines(account.id, { state: 'matched' })).toHaveLength(0);
  });
});
