import { describe, expect, it } from 'vitest';
import { Dimensions, dimensionId } from '../../../../shared/domain/finance/analysis/dimension.ts';
import { create } from '../../../../shared/kernel/record.ts';
import { recordsOf } from '../../../support/company.ts';
import { usePayroll } from '../../../support/payroll-in-memory.ts';

const company = usePayroll('2026-02-20T10:00:00Z');
const IBAN = 'ES7921000813610123456789';
const eur = (amount: string) => ({ amount, currency: 'EUR' });

const [CARMEN, GETAFE] = ['28123456742', '28123456843'];
const clara = (more: object = {}) => company.pay.employ({ givenName: 'Clara', taxId: '12345678Z', iban: IBAN, ...more });
const oscar = (more: object = {}) => company.pay.employ({ givenName: 'Óscar', taxId: '87654321X', ...more });
type Line = { account: string; debit: { amount: string }; credit: { amount: string }; dimensions?: object };
const linesOfEntry = ({ lines }: { lines: Line[] }) => lines.map(({ account, debit, credit }) => [account, debit.amount, credit.amount]);
const linesOf = ({ entries: [first] }: { entries: { lines: Line[] }[] }) => (first ? linesOfEntry(first) : []);
const propose = (body: object) => company.pay.done('pia', 'POST /payroll/payments', body);
const approve = (by: string, id: string) => company.pay.done(by, `POST /payroll/payments/${id}/approval`);
const read = (id: string) => company.pay.done('pia', `GET /payroll/payments/${id}`);

describe('a payment of pay', () => {
  it('of wages takes 1,352.69 from 465 to the bank, once a second person says so; twice it is refused', async () => {
    await clara();
    const { id: runId } = await company.pay.pay('2026-01');
    const { id, state } = await propose({ what: 'wages', runId, date: '2026-02-02' });
    expect([state, await company.pay.refused('pia', `POST /payroll/payments/${id}/approval`)]).toEqual([
      'proposed',
      [403, 'payroll_payment.own', 'path.paymentId'],
    ]);
    expect(await company.pay.refused('ana', 'POST /payroll/payments', { what: 'wages', runId })).toEqual([
      ...[422, 'payroll_payment.twice', 'body.runId'],
    ]);
    expect((await approve('ana', id)).state).toBe('paid');
    expect(linesOf(await read(id))).toEqual([
      ['465', '1352.69', '0.00'],
      ['572', '0.00', '1352.69'],
    ]);
  });

  it('of contributions is of a month and an account, due on the last day of the next month: 773.00 of each', async () => {
    await company.pay.done('pia', 'PUT /payroll/settings', {
      contributionAccounts: [{ number: CARMEN }, { number: GETAFE, workplaces: ['Getafe'] }],
    });
    await clara();
    await oscar({ workplace: 'Getafe' });
    const run = await company.pay.pay('2026-01');
    expect(run.accounts).toEqual([
      { account: CARMEN, worker: eur('130.00'), company: eur('643.00'), delegated: eur('0.00') },
      { account: GETAFE, worker: eur('130.00'), company: eur('643.00'), delegated: eur('0.00') },
    ]);
    const { id, dueDate, amount } = await propose({ what: 'contributions', month: '2026-01', contributionAccount: GETAFE });
    expect([dueDate, amount]).toEqual(['2026-02-28', eur('773.00')]);
    await approve('bea', id);
    expect(linesOf(await read(id))).toEqual([
      ['476', '773.00', '0.00'],
      ['572', '0.00', '773.00'],
    ]);
    expect((await propose({ what: 'contributions', month: '2026-01', contributionAccount: CARMEN })).amount).toEqual(eur('773.00'));
  });

  it('of contributions is less what was paid for the TGSS: delegated sick pay goes off 471', async () => {
    const id = await oscar({ annual: '27000.00', terms: { extraMonths: [] } });
    // Day 16 to 31 of a leave: five days at 60 % and eleven at 75 % of 75.00.
    await company.pay.put(id, '2026-01', { sick: [{ kind: 'common', from: '2026-01-01', daysBefore: 15, dailyBase: eur('75.00') }] });
    const run = await company.pay.pay('2026-01');
    const owed = Number(run.totals.worker.amount) + Number(run.totals.company.amount) - Number(run.totals.delegated.amount);
    const payment = await propose({ what: 'contributions', month: '2026-01' });
    expect(Number(payment.amount.amount)).toBeCloseTo(owed, 2);
    await approve('ana', payment.id);
    expect(linesOf(await read(payment.id))[1]).toEqual(['471', '0.00', run.totals.delegated.amount]);
  });

  it('that is cancelled may be made again; one of what is to come, of nothing, or that says too little is refused', async () => {
    await clara();
    const { id: runId } = await company.pay.pay('2026-01');
    const { id } = await propose({ what: 'wages', runId });
    expect((await company.pay.done('pia', `POST /payroll/payments/${id}/cancellation`, { reason: 'Devuelta' })).state).toBe('cancelled');
    expect(await company.pay.refused('pia', `POST /payroll/payments/${id}/cancellation`, { reason: 'x' })).toEqual([
      ...[422, 'payroll_payment.state', 'path.paymentId'],
    ]);
    expect((await propose({ what: 'wages', runId })).state).toBe('proposed');
    const refused = (body: object) => company.pay.refused('pia', 'POST /payroll/payments', body);
    expect(await refused({ what: 'garnishments', runId })).toEqual([422, 'payroll_payment.nothing', 'body.runId']);
    expect(await refused({ what: 'wages' })).toEqual([400, 'payroll_payment.of', 'body.runId']);
    expect(await refused({ what: 'contributions' })).toEqual([400, 'payroll_payment.of', 'body.month']);
    expect(await refused({ what: 'contributions', month: '2026-01', date: '2026-03-01' })).toEqual([
      ...[400, 'payroll_payment.date', 'body.date'],
    ]);
    expect((await company.pay.done('pia', 'GET /payroll/payments', undefined, { query: { state: 'proposed' } })).items).toHaveLength(1);
  });

  it('that the bank gave back is taken back by whoever may approve, on a day of its own: wages are owed again, and paid again', async () => {
    await clara();
    const { id: runId } = await company.pay.pay('2026-01');
    const { id } = await propose({ what: 'wages', runId, date: '2026-02-02' });
    const route = `POST /payroll/payments/${id}/reversal`;
    const reason = 'Cuenta cerrada';
    expect(await company.pay.refused('ana', route, { reason })).toEqual([422, 'payroll_payment.state', 'path.paymentId']);
    await approve('ana', id);
    expect(await company.pay.refused('ana', route, { reason, date: '2026-02-01' })).toEqual([422, 'reversal.too_early', 'body.date']);
    expect((await company.pay.done('ana', route, { reason }, { query: { dryRun: 'true' } })).state).toBe('reversed');
    expect((await read(id)).state).toBe('paid');
    const { state, reversal } = await company.pay.done('ana', route, { reason, date: '2026-02-10' });
    expect([state, reversal.date, reversal.reason]).toEqual(['reversed', '2026-02-10', reason]);
    // Who reads the books sees both entries.
    const { entries } = await company.pay.done('ana', `GET /payroll/payments/${id}`);
    expect(entries.map(linesOfEntry)).toEqual([
      [
        ['465', '1352.69', '0.00'],
        ['572', '0.00', '1352.69'],
      ],
      [
        ['465', '0.00', '1352.69'],
        ['572', '1352.69', '0.00'],
      ],
    ]);
    expect(await company.pay.refused('ana', route, { reason })).toEqual([422, 'payroll_payment.state', 'path.paymentId']);
    expect((await propose({ what: 'wages', runId })).amount).toEqual(eur('1352.69'));
  });
});

describe('wages in the books', () => {
  const departments = () =>
    recordsOf(company.tenant).commit([
      create(Dimensions, dimensionId('departamento'), {
        ...{ code: 'departamento', name: 'Departamento' },
        values: [
          { code: 'VEN', name: 'Ventas', active: true },
          { code: 'ALM', name: 'Almacén', active: true },
        ],
      }),
    ]);
  const expenses = (run: { entries: { lines: Line[] }[] }) =>
    (run.entries[0]?.lines ?? []).filter(({ account }) => account === '640').map(({ debit, dimensions }) => [debit.amount, dimensions]);

  it('stand by department, where the books know it and there are two of it at least', async () => {
    await departments();
    await clara({ department: 'Ventas' });
    await oscar({ department: 'ventas' });
    await company.pay.employ({ givenName: 'Ana', taxId: '11111111H', department: 'Almacén' });
    await company.pay.employ({ givenName: 'Luz', taxId: '22222222J', department: 'Almacén' });
    const run = await company.pay.pay('2026-01');
    expect(expenses(run)).toEqual([
      ['3428.58', { departamento: 'ALM' }],
      ['3428.58', { departamento: 'VEN' }],
    ]);
  });

  it('tell of nobody alone: who is the only one of a department stands with another', async () => {
    await departments();
    await clara({ department: 'Ventas' });
    await oscar({ department: 'Ventas' });
    await company.pay.employ({ givenName: 'Ana', taxId: '11111111H', department: 'Almacén' });
    expect(expenses(await company.pay.pay('2026-01'))).toEqual([['5142.87', undefined]]);
  });

  it('are never dated later than today, and a month that has not begun is refused', async () => {
    await clara();
    expect((await company.pay.propose('2026-02')).date).toBe('2026-02-20');
    await oscar();
    const refused = (body: object) => company.pay.refused('pia', 'POST /payroll/runs', { iban: IBAN, ...body });
    expect(await refused({ month: '2026-02', date: '2026-02-28' })).toEqual([400, 'payroll_run.dates', 'body.date']);
    expect(await refused({ month: '2026-03' })).toEqual([400, 'payroll_run.dates', 'body.month']);
  });
});
