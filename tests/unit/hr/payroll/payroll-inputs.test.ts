import { describe, expect, it } from 'vitest';
import { LeaveAccounts, type LeaveHolding, leaveAccountId } from '../../../../shared/domain/hr/time/leave-account.ts';
import { create } from '../../../../shared/kernel/record.ts';
import { recordsOf } from '../../../support/company.ts';
import { usePayroll } from '../../../support/payroll-in-memory.ts';

const company = usePayroll('2026-04-20T10:00:00Z');
const IBAN = 'ES7921000813610123456789';
const eur = (amount: string) => ({ amount, currency: 'EUR' });

const clara = (more: object = {}) => company.pay.employ({ givenName: 'Clara', taxId: '12345678Z', iban: IBAN, ...more });
/** 2,250.00 a month: 75.00 a day. */
const oscar = () => company.pay.employ({ givenName: 'Óscar', taxId: '87654321X', annual: '27000.00', terms: { extraMonths: [] } });

const leaves = (employeeId: string, ...held: Partial<LeaveHolding>[]) =>
  recordsOf(company.tenant).commit([
    create(LeaveAccounts, leaveAccountId(employeeId), {
      ...{ employeeId, since: 2026 },
      holdings: held.map((each, i) => ({ id: `lve_${i}`, state: 'approved', months: {}, ...each }) as LeaveHolding),
    }),
  ]);

describe('approved leave', () => {
  it('of sickness arrives in pay: three days of nobody, two at 60 % of 75.00; the base of the month stays 2,250.00', async () => {
    const id = await oscar();
    await leaves(id, { kind: 'sickness', from: '2026-01-10', to: '2026-01-14' });
    await company.pay.propose('2026-01');
    const slip = await company.pay.slip('pia', id, '2026-01');
    expect(slip.earnings.map(({ kind, amount }: { kind: string; amount: object }) => [kind, amount])).toEqual([
      ['salary', eur('1875.00')],
      ['sick-pay', eur('0.00')],
      ['sick-pay', eur('90.00')],
    ]);
    expect([slip.gross, slip.contributions[0].base]).toEqual([eur('1965.00'), eur('2250.00')]);
  });

  it('without pay takes its days off; what is only asked for, or holiday, nothing', async () => {
    const id = await oscar();
    await leaves(
      id,
      { kind: 'unpaid', from: '2026-01-10', to: '2026-01-19' },
      { kind: 'unpaid', from: '2026-01-20', to: '2026-01-22', state: 'requested' },
      { kind: 'holiday', from: '2026-01-23', to: '2026-01-25' },
    );
    await company.pay.propose('2026-01');
    expect((await company.pay.slip('pia', id, '2026-01')).gross).toEqual(eur('1500.00'));
  });

  it('of half a day without pay takes half of what its day earns, and the day contributes as one of work', async () => {
    const id = await clara();
    await leaves(id, { kind: 'unpaid', from: '2026-01-14', to: '2026-01-14', untilNoon: true });
    await company.pay.propose('2026-01');
    const slip = await company.pay.slip('pia', id, '2026-01');
    // 1,714.29: of thirty days the 14th is 57.14, half of it 28.57. With a twelfth of the extra pays, 285.71 less 4.76: 59/60 of 2,000.00.
    expect(slip.earnings).toMatchObject([{ kind: 'salary', days: 29.5, amount: eur('1685.72') }]);
    expect(slip.bases).toMatchObject([{ days: 30, pay: eur('1685.72'), extraPays: eur('280.95'), absences: eur('0.00') }]);
    // 4.70, 0.15, 1.55 and 0.10 % of 1,966.67: 92.43, 2.95, 30.48 and 1.97.
    expect([slip.contributions[0].base, slip.worker]).toEqual([eur('1966.67'), eur('127.83')]);
  });

  it('from noon until noon takes two halves and the days between; these alone contribute by the minimum base', async () => {
    const id = await oscar();
    await leaves(id, { kind: 'unpaid', from: '2026-01-12', to: '2026-01-14', fromNoon: true, untilNoon: true });
    await company.pay.propose('2026-01');
    const slip = await company.pay.slip('pia', id, '2026-01');
    // 75.00 a day: 37.50 + 75.00 + 37.50 off 2,250.00. Of group 7, 1,424.40 a month, 47.48 of the 13th.
    expect(slip.earnings).toMatchObject([{ days: 28, amount: eur('2100.00') }]);
    expect(slip.bases).toMatchObject([{ days: 30, pay: eur('2100.00'), absences: eur('47.48') }]);
    expect(slip.contributions[0].base).toEqual(eur('2147.48'));
  });

  it('of a morning and of an afternoon of one day is that day; half a day that is told later comes as a difference', async () => {
    const [one, two] = [await oscar(), await clara()];
    await leaves(
      one,
      { kind: 'unpaid', from: '2026-01-14', to: '2026-01-14', untilNoon: true },
      { kind: 'unpaid', from: '2026-01-14', to: '2026-01-14', fromNoon: true },
    );
    await company.pay.pay('2026-01');
    expect((await company.pay.slip('pia', one, '2026-01')).earnings).toMatchObject([{ days: 29, amount: eur('2175.00') }]);
    await leaves(two, { kind: 'unpaid', from: '2026-01-14', to: '2026-01-14', untilNoon: true });
    await company.pay.propose('2026-02');
    const { arrears } = await company.pay.slip('pia', two, '2026-02');
    expect(arrears).toMatchObject([{ month: '2026-01', earnings: [{ kind: 'salary', amount: eur('-28.57') }] }]);
  });

  it('of a birth is paid by Social Security: half a month of pay, and the company alone contributes for the other half', async () => {
    const id = await oscar();
    await leaves(id, { kind: 'birth', from: '2026-01-16', to: '2026-02-28' });
    await company.pay.propose('2026-01');
    const slip = await company.pay.slip('pia', id, '2026-01');
    const common = slip.contributions.filter(({ kind }: { kind: string }) => kind === 'common');
    expect(slip.gross).toEqual(eur('1125.00'));
    // 4.70 % and 23.60 % of 1,125.00 each.
    expect(common).toMatchObject([
      { base: eur('1125.00'), worker: eur('52.88'), company: eur('265.50') },
      { base: eur('1125.00'), worker: eur('0.00'), company: eur('265.50') },
    ]);
  });

  it('that is told for pay too counts once', async () => {
    const id = await oscar();
    await leaves(id, { kind: 'sickness', from: '2026-01-10', to: '2026-01-14' });
    await company.pay.put(id, '2026-01', { sick: [{ kind: 'common', from: '2026-01-10', to: '2026-01-14' }] });
    await company.pay.propose('2026-01');
    expect((await company.pay.slip('pia', id, '2026-01')).gross).toEqual(eur('1965.00'));
  });

  it('that is approved after the month was paid comes as a difference', async () => {
    const id = await oscar();
    await company.pay.pay('2026-01');
    await leaves(id, { kind: 'unpaid', from: '2026-01-10', to: '2026-01-19' });
    await company.pay.propose('2026-02');
    expect((await company.pay.slip('pia', id, '2026-02')).arrears[0].earnings).toMatchObject([{ amount: eur('-750.00') }]);
  });
});

describe('a garnishment', () => {
  it('goes on month by month until the sum is reached: 30 % of 131.69, the rest of 60.00, then nothing', async () => {
    const id = await clara();
    await company.pay.put(id, '2026-01', { garnishment: { owed: eur('60.00') } });
    const garnished = [];
    for (const month of ['2026-01', '2026-02', '2026-03']) {
      await company.pay.pay(month);
      garnished.push((await company.pay.slip('pia', id, month)).garnished.amount);
    }
    expect(garnished).toEqual(['39.51', '20.49', '0.00']);
  });

  it('is lifted by one of nothing', async () => {
    const id = await clara();
    await company.pay.put(id, '2026-01', { garnishment: { owed: eur('600.00') } });
    await company.pay.pay('2026-01');
    await company.pay.put(id, '2026-02', { garnishment: { owed: eur('0.00') } });
    await company.pay.propose('2026-02');
    expect((await company.pay.slip('pia', id, '2026-02')).garnished).toEqual(eur('0.00'));
  });
});

describe('the inputs of a month', () => {
  const list = async (month: string) => (await company.pay.done('pia', 'GET /payroll/inputs', undefined, { query: { month } })).items;

  it('are listed by person, with leave and how far the month is; who does not work yet is not in it', async () => {
    const id = await oscar();
    await company.pay.employ({ givenName: 'Zoe', taxId: '11111111H', startDate: '2026-03-01' });
    await leaves(id, { kind: 'sickness', from: '2026-01-10', to: '2026-01-14' });
    expect(await list('2026-01')).toMatchObject([{ name: 'Óscar Vega', state: 'open', leave: { sick: [{ from: '2026-01-10' }] } }]);
    const { id: runId } = await company.pay.propose('2026-01');
    expect((await list('2026-01'))[0].state).toBe('calculated');
    for (const by of ['ana', 'bea']) await company.pay.approve(by, runId);
    expect((await list('2026-01'))[0].state).toBe('paid');
  });

  it('take no other advance or garnishment once the month is paid; a bonus comes as a difference', async () => {
    const id = await oscar();
    await company.pay.pay('2026-01');
    const route = `PUT /payroll/employees/${id}/inputs/2026-01`;
    expect(await company.pay.refused('pia', route, { advance: eur('100.00') })).toEqual([422, 'pay_input.frozen', 'body.advance']);
    expect(await company.pay.refused('pia', route, { garnishment: { owed: eur('9.00') } })).toEqual([
      ...[422, 'pay_input.frozen', 'body.garnishment.owed'],
    ]);
    await company.pay.put(id, '2026-01', { variable: [{ kind: 'bonus', text: 'Objetivos', amount: eur('300.00') }] });
    await company.pay.propose('2026-02');
    expect((await company.pay.slip('pia', id, '2026-02')).arrears[0].earnings).toMatchObject([{ kind: 'bonus', amount: eur('300.00') }]);
  });

  it('are nobody’s to list who does not see the pay of all', async () => {
    expect(
      await company.pay.refused('jefa', 'GET /payroll/inputs', undefined, { roles: ['manager'], query: { month: '2026-01' } }),
    ).toEqual([...[403, 'role.not_allowed', undefined]]);
  });
});
