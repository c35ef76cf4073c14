import { describe, expect, it } from 'vitest';
import { calculatePortion, freezePeople, proposePayRun } from '../../../../functions/hr/payroll/run-calculation.ts';
import { PeriodSequences, sequencesOfMonths } from '../../../../shared/domain/finance/ledger/period-sequence.ts';
import { PayInputs, payInputId } from '../../../../shared/domain/hr/payroll/pay-input.ts';
import { PayrollRuns } from '../../../../shared/domain/hr/payroll/payroll-run.ts';
import { Payslips, payslipShelf } from '../../../../shared/domain/hr/payroll/payslip-record.ts';
import { create, update } from '../../../../shared/kernel/record.ts';
import { recordsOf } from '../../../support/company.ts';
import { usePayroll } from '../../../support/payroll-in-memory.ts';

const company = usePayroll('2026-02-20T10:00:00Z');
const [IBAN, month] = ['ES9121000418450200051332', '2026-01'];
const eur = (amount: string) => ({ amount, currency: 'EUR' });
const clara = (more: object = {}) => company.pay.employ({ givenName: 'Clara', taxId: '12345678Z', ...more });
const mail = (by: string) => `${by}@${company.tenant}.example`;
const asked = async (by: string, route: string, body?: object) => {
  const { status, body: said } = await company.pay.ask(by, route, body);
  return { status, ...said };
};
const put = (by: string, employeeId: string, body: object) => asked(by, `PUT /payroll/employees/${employeeId}/inputs/${month}`, body);
const read = (id: string) => company.pay.done('pia', `GET /payroll/runs/${id}`);
const row = async (id: string) => (await company.pay.peopleIn(id))[0];

describe('two people at one run', () => {
  it('who approves what another has changed since they looked at it is told who and when; approving beside another is none of that', async () => {
    const id = await clara();
    const seen = await company.pay.propose(month);
    const approval = `POST /payroll/runs/${seen.id}/approval`;
    await company.pay.done('pia', `POST /payroll/runs/${seen.id}/people/${id}/calculation`);
    const refused = await asked('ana', approval, { rev: seen.rev });
    expect(refused).toMatchObject({
      ...{ status: 409, code: 'payroll_run.changed', field: 'body.rev' },
      params: { by: mail('pia'), at: '2026-02-20T10:00:00.000Z' },
    });
    expect((await read(seen.id)).approvals).toEqual([]);
    const { rev } = await read(seen.id);
    // Both look at the same, and both approve: the second is the second.
    const both = await Promise.all(['ana', 'bea'].map((by) => asked(by, approval, { rev })));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await read(seen.id)).toMatchObject({ state: 'approved', approvals: { length: 2 } });
  });

  it('one approves while another cancels: one wins, and the other is told who did what, and when', async () => {
    await clara();
    const { id } = await company.pay.propose(month);
    await company.pay.approve('ana', id);
    const [approved, cancelled] = await Promise.all([
      asked('bea', `POST /payroll/runs/${id}/approval`),
      asked('pia', `POST /payroll/runs/${id}/cancellation`, { reason: 'Faltan los incentivos' }),
    ]);
    const [won, lost] = approved.status === 200 ? [approved, cancelled] : [cancelled, approved];
    expect([won.status, lost.status, lost.code]).toEqual([200, 422, 'payroll_run.state']);
    const by = approved.status === 200 ? 'bea' : 'pia';
    expect(lost.params).toMatchObject({ by: mail(by), on: '2026-02-20' });
    // Nothing in between: it is approved with its slips, or cancelled without.
    const slips = await recordsOf(company.tenant).standing(Payslips, payslipShelf((await row(id)).employeeId));
    const { state } = await read(id);
    expect([state, slips.length]).toEqual(by === 'bea' ? ['approved', 1] : ['cancelled', 0]);
  });

  it('two work two people out again at once: both are in the totals', async () => {
    const one = await clara();
    const two = await company.pay.employ({ givenName: 'Óscar', taxId: '87654321X' });
    const { id } = await company.pay.propose(month);
    await company.pay.setTerms(one, { from: '2026-01-01', annual: eur('26000.00') });
    await company.pay.setTerms(two, { from: '2026-01-01', annual: eur('30000.00') });
    const again = (by: string, employee: string) => asked(by, `POST /payroll/runs/${id}/people/${employee}/calculation`);
    const both = await Promise.all([again('pia', one), again('ana', two)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    // 56,000.00 in 14 pays.
    expect((await read(id)).totals.gross).toEqual(eur('4000.00'));
    expect(await asked('ana', `POST /payroll/runs/${id}/approval`)).toMatchObject({ status: 403, code: 'payroll_run.own' });
  });
});

describe('the inputs of a month', () => {
  it('are put by nobody while a run works the month out: who began it and when is told', async () => {
    const id = await clara();
    const { id: runId } = await company.pay.done('pia', 'POST /payroll/runs', { month, iban: IBAN });
    expect(await put('ana', id, { advance: eur('100.00') })).toMatchObject({
      ...{ status: 409, code: 'pay_input.calculating', field: 'path.month' },
      params: { by: mail('pia'), at: '2026-02-20T10:00:00.000Z', run: runId },
    });
    await company.pay.calculate(runId);
    expect((await read(runId)).totals.advance).toEqual(eur('0.00'));
  });

  it('that are put before the run is approved drop its approvals, and it waits until they are worked out again', async () => {
    const id = await clara();
    const { id: runId } = await company.pay.propose(month);
    await company.pay.approve('bea', runId);
    expect((await put('ana', id, { advance: eur('100.00') })).status).toBe(200);
    expect(await row(runId)).toMatchObject({
      state: 'refused',
      refusal: { code: 'payroll_run.input_changed', params: { by: mail('ana'), at: '2026-02-20T10:00:00.000Z' } },
    });
    expect(await read(runId)).toMatchObject({ people: 0, refused: 1, approvals: [] });
    expect(await asked('bea', `POST /payroll/runs/${runId}/approval`)).toMatchObject({ status: 422, code: 'payroll_run.refused' });
    await company.pay.done('pia', `POST /payroll/runs/${runId}/people/${id}/calculation`);
    // 1,352.69 less the advance; contributions are those of one slip again.
    expect(await read(runId)).toMatchObject({ people: 1, refused: 0, totals: { payable: eur('1252.69'), worker: eur('130.00') } });
    expect(
      (await read(runId)).contributions.reduce((sum: number, { worker }: { worker: { amount: string } }) => sum + Number(worker.amount), 0),
    ).toBeCloseTo(130, 2);
    // Whoever changed what is paid does not approve it.
    expect(await asked('ana', `POST /payroll/runs/${runId}/approval`)).toMatchObject({ status: 403, code: 'payroll_run.own' });
  });

  it('that were put between somebody’s calculation and the end of it wait, as the run proposes itself', async () => {
    const id = await clara();
    const { id: runId } = await company.pay.done('pia', 'POST /payroll/runs', { month, iban: IBAN });
    const records = recordsOf(company.tenant);
    const run = await freezePeople(records, await records.getOrThrow(PayrollRuns, runId));
    await calculatePortion(records, run, 1);
    // A request that had begun before the run did.
    const late = { employeeId: id, month, variable: [], sick: [], unpaid: [], advance: 10_000 };
    await records.commit([create(PayInputs, payInputId(id, month), late)]);
    await proposePayRun(records, await records.getOrThrow(PayrollRuns, runId));
    expect(await read(runId)).toMatchObject({ state: 'proposed', people: 0, refused: 1 });
    expect(await row(runId)).toMatchObject({ refusal: { code: 'payroll_run.input_changed', params: { by: 'test@example.com' } } });
    await company.pay.done('pia', `POST /payroll/runs/${runId}/people/${id}/calculation`);
    expect((await read(runId)).totals.advance).toEqual(eur('100.00'));
  });

  it('lose to the last approval: what is taken off goes into the next month then', async () => {
    const id = await clara();
    const { id: runId } = await company.pay.propose(month);
    await company.pay.approve('ana', runId);
    const [approved, told] = await Promise.all([
      asked('bea', `POST /payroll/runs/${runId}/approval`),
      put('hugo', id, { advance: eur('100.00') }),
    ]);
    expect([approved.status, told.status]).toEqual(approved.status === 200 ? [200, told.status] : [422, 200]);
    const { state, totals } = await read(runId);
    expect([state, totals.advance]).toEqual([approved.status === 200 ? 'approved' : 'proposed', eur('0.00')]);
  });
});

describe('a run whose entries would be of a period that is not open', () => {
  /** Periods are closed or locked by their shards. */
  const shut = async (months: readonly string[], state: 'closed' | 'locked') => {
    const records = recordsOf(company.tenant);
    for (const { id } of sequencesOfMonths(months)) {
      const shard = await records.getOrThrow(PeriodSequences, id);
      await records.commit([update(PeriodSequences, shard, { ...shard, state })]);
    }
  };

  it('is refused before anything is frozen: which period, and the first day that is open', async () => {
    await clara();
    await shut(['2026-01'], 'locked');
    expect(await asked('pia', 'POST /payroll/runs', { month, iban: IBAN })).toMatchObject({
      ...{ status: 422, code: 'payroll_run.period', field: 'body.date' },
      params: { why: 'locked', period: '2026-01', date: '2026-01-31', open: '2026-02-01' },
    });
    expect((await company.pay.done('pia', 'GET /payroll/runs')).items).toEqual([]);
    // With entries of the open month the pay of January is worked out and posted.
    const { id } = await company.pay.propose(month, { date: '2026-02-01' });
    for (const by of ['ana', 'bea']) await company.pay.approve(by, id);
    await company.pay.finish(id);
    expect((await read(id)).entries[0]).toMatchObject({ date: '2026-02-01' });
  });

  it('of December in a year without books is refused, and says who opens it; a closed month says so too', async () => {
    await clara();
    const december = await asked('pia', 'POST /payroll/runs', { month: '2025-12', iban: IBAN });
    expect(december).toMatchObject({ status: 422, code: 'payroll_run.period', params: { why: 'not_open', period: '2025-12' } });
    expect(december.detail).toContain('an accountant opens it first');
    await shut(['2026-01'], 'closed');
    expect(await asked('pia', 'POST /payroll/runs', { month, iban: IBAN })).toMatchObject({
      ...{ code: 'payroll_run.period', params: { why: 'closed', open: '2026-02-01' } },
    });
  });

  it('that is locked after it was worked out is not approved: nothing is posted', async () => {
    await clara();
    const { id } = await company.pay.propose(month);
    await shut(['2026-01'], 'locked');
    expect(await asked('ana', `POST /payroll/runs/${id}/approval`)).toMatchObject({
      ...{ status: 422, code: 'payroll_run.period', field: 'path.runId', params: { why: 'locked', open: '2026-02-01' } },
    });
    expect(await read(id)).toMatchObject({ state: 'proposed', approvals: [], entries: [] });
  });
});
