import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler } from '../../../../functions/finance/tax/queries.ts';
import { compareWithheld, rebuildWithheld } from '../../../../functions/finance/tax/withheld-rebuild-store.ts';
import { handler as treasury } from '../../../../functions/finance/treasury/queries.ts';
import { WithheldSums, withheldShelf } from '../../../../shared/domain/finance/tax/withheld-sums.ts';
import { create, remove, update } from '../../../../shared/kernel/record.ts';
import { dynamo } from '../../../../shared/runtime/dynamo.ts';
import { call } from '../../../support/call.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { of, payablesOf } from '../../../support/payables.ts';
import { projectCompany } from '../../../support/projection.ts';
import { newSeller } from '../../../support/seller.ts';
import { recordsOfTenant } from '../../../support/snapshot.ts';
import { faultsOf } from '../../../support/soundness.ts';
import { IBAN, treasuryOf } from '../../../support/treasury.ts';

const table = useMemoryTable({ lists: true, openWork: true });
/** Calls with the partition that they query, or how many items they get. */
let asked: string[] = [];
dynamo.middlewareStack.add(
  (next, { commandName = '' }) =>
    (args) => {
      const { ExpressionAttributeValues: values, RequestItems: got = {} } = args.input as {
        ExpressionAttributeValues?: Record<string, { S?: string }>;
        RequestItems?: Record<string, { Keys?: unknown[] }>;
      };
      const keys = Object.values(got).flatMap(({ Keys = [] }) => Keys);
      asked.push(`${commandName} ${values?.[':pk']?.S ?? keys.length}`);
      return next(args);
    },
  { step: 'initialize', priority: 'high', name: 'lookAtWithheld' },
);
beforeEach(() => table.clear());
afterEach(() => void vi.useRealTimers());

const LAWYER = { name: 'Ana Ruiz', taxId: '12345678Z', withholding: { code: 'PRO15', from: '2026-01-01' } };
const LANDLORD = { name: 'Locales Sol', taxId: 'A58818501', withholding: { code: 'RENT19', from: '2026-01-01' } };

async function company(policies: object = {}) {
  const { tenant, records } = await newSeller([], { policies });
  const api = payablesOf(tenant);
  for (const by of ['ana', 'bea', 'carlos']) await api.ask(by, 'GET /payables', undefined, { roles: ['accountant'] });
  const lawyer = await api.supplier(LAWYER);
  const bill = (supplierId: string, day: string, reference: string, net: string, more: object = {}) =>
    api.bill(supplierId, reference, net, { date: day, receivedOn: day, ...more });
  const pay = (supplierId: string, billId: string, amount: string, date: string) =>
    api.pay('bea', supplierId, amount, [of(billId, amount)], { date });
  const draft = async (form: string, period: string) => {
    await projectCompany(tenant);
    const query = { period, consistent: 'true' };
    const { status, body } = await call(handler, `GET /tax-returns/${form}`, 'GET /tax-returns/{form}', { tenant, query });
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  };
  /** `[recipients, base, withheld]` of form 111 (activities) or 115. */
  const boxes = async (form: '111' | '115', period: string) => {
    const all: { box: string; count?: number; amount: { amount: string } }[] = (await draft(form, period)).boxes;
    const told = form === '111' ? ['07', '08', '09'] : ['01', '02', '03'];
    return told.map((name) => all.find(({ box }) => box === name)).map((box) => box?.count ?? box?.amount.amount);
  };
  /** No figure of the sums differs from what the documents say, counted past the rulebook. */
  const sound = async () => expect(faultsOf(await recordsOfTenant(tenant))).toEqual([]);
  return { tenant, records, api, lawyer, bill, pay, draft, boxes, sound };
}

describe('what a quarter withheld, as it was paid', () => {
  it('is half of a bill in each of two quarters, and of a half that is undone nothing in the one that undoes it', async () => {
    const { api, lawyer, bill, pay, draft, boxes, sound } = await company();
    // 1,000.00 + 210.00 − 150.00 = 1,060.00: halves of 530.00
    const { id } = await bill(lawyer.id, '2026-01-20', 'H-1', '1000.00');
    const first = await pay(lawyer.id, id, '530.00', '2026-03-10');
    await pay(lawyer.id, id, '530.00', '2026-05-10');
    expect([await boxes('111', '2026-1T'), await boxes('111', '2026-2T')]).toEqual([
      [1, '500.00', '75.00'],
      [1, '500.00', '75.00'],
    ]);
    await api.done('bea', `POST /payables/payments/${first.id}/allocations/${id}/removal`, { date: '2026-06-02' });
    // 75.00 − 75.00: nobody was paid anything in the second quarter.
    expect([await boxes('111', '2026-1T'), await boxes('111', '2026-2T')]).toEqual([
      [1, '500.00', '75.00'],
      [0, '0.00', '0.00'],
    ]);
    await api.done('bea', `POST /payables/payments/${first.id}/allocations`, {
      date: '2026-07-01',
      allocations: [of(id, '530.00')],
    });
    expect(await boxes('111', '2026-3T')).toEqual([1, '500.00', '75.00']);
    expect((await draft('190', '2026-0A')).lines).toMatchObject([
      { party: 'Ana Ruiz', key: 'G01', base: { amount: '1000.00' }, amount: { amount: '150.00' } },
    ]);
    await sound();
  });

  it('is the same of bills that are paid together by a run, however many recipients it has', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-02T10:00:00Z') });
    const { tenant, api, bill, boxes, sound } = await company();
    const runs = treasuryOf(tenant);
    const COUNT = 34;
    for (let i = 0; i < COUNT; i += 1) {
      const digits = String(i).padStart(8, '0');
      const taxId = `${digits}${'TRWAGMYFPDXBNJZSQVHLCKE'[i % 23]}`;
      const { id } = await api.supplier({ ...LAWYER, name: `Perito ${i}`, taxId, iban: IBAN });
      await bill(id, '2026-03-02', `P-${i}`, '100.00', { dueDate: '2026-04-07' });
    }
    vi.setSystemTime(new Date('2026-04-07T10:00:00Z'));
    const { id } = await runs.propose('ana');
    for (const by of ['bea', 'carlos']) await runs.approve(by, id);
    await runs.send(id);
    const { state } = await runs.execute('bea', id, { date: '2026-04-07' });
    expect(state).toBe('executed');
    expect(await boxes('111', '2026-1T')).toEqual([0, '0.00', '0.00']);
    expect(await boxes('111', '2026-2T')).toEqual([COUNT, '3400.00', '510.00']);
    await sound();
  });

  it('counts payments to one recipient that come at the same time, each once', async () => {
    const { lawyer, bill, pay, boxes, sound } = await company();
    const bills = [];
    for (let i = 0; i < 6; i += 1) bills.push(await bill(lawyer.id, '2026-02-01', `H-${i}`, '100.00'));
    await Promise.all(bills.map(({ id }) => pay(lawyer.id, id, '106.00', '2026-02-10')));
    expect(await boxes('111', '2026-1T')).toEqual([1, '600.00', '90.00']);
    await sound();
  });
});

describe('what it costs', () => {
  it('to read a form or the forecast: the same calls with forty bills as with two, and none for a bill', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-04-10T10:00:00Z') });
    const { tenant, lawyer, bill, pay, draft } = await company();
    const calls = async (form: string, period: string) => {
      await draft(form, period);
      asked = [];
      await call(handler, `GET /tax-returns/${form}`, 'GET /tax-returns/{form}', { tenant, query: { period } });
      return [...asked].sort();
    };
    const forecastCalls = async () => {
      asked = [];
      await call(treasury, 'GET /cash/forecast', 'GET /cash/forecast', { tenant, query: { weeks: '4' } });
      return [...asked].sort();
    };
    const forms = [
      ['111', '2026-1T'],
      ['115', '2026-1T'],
      ['190', '2026-0A'],
      ['180', '2026-0A'],
    ] as const;
    const enter = async (from: number, to: number) => {
      for (let i = from; i < to; i += 1) {
        const { id } = await bill(lawyer.id, '2026-02-01', `H-${i}`, '100.00');
        if (i % 2) await pay(lawyer.id, id, '106.00', '2026-02-10');
      }
    };
    await enter(0, 2);
    const few = [];
    for (const [form, period] of forms) few.push(await calls(form, period));
    const forecast = await forecastCalls();
    await enter(2, 40);
    for (const [i, [form, period]] of forms.entries()) expect(await calls(form, period)).toEqual(few[i]);
    expect(await forecastCalls()).toEqual(forecast);
    expect(few.flat().filter((one) => /supplier-bill|payables-reversal|manual-entry/.test(one))).toEqual([]);
  });

  it('to enter and pay a bill without withholding: nothing more; with it, one write of its recipient each', async () => {
    const { tenant, records, api, lawyer, bill, pay } = await company();
    const robla = await api.supplier();
    const written = async (work: () => Promise<{ readonly id: string }>) => {
      const before = table.writes();
      const { id } = await work();
      return { id, writes: table.writes() - before };
    };
    const plain = await written(() => bill(robla.id, '2026-02-01', 'R-1', '100.00'));
    const plainPaid = await written(() => pay(robla.id, plain.id, '121.00', '2026-02-10'));
    expect(await records.standing(WithheldSums, withheldShelf('2026'))).toEqual([]);
    const withheld = await written(() => bill(lawyer.id, '2026-02-01', 'H-1', '100.00'));
    const withheldPaid = await written(() => pay(lawyer.id, withheld.id, '106.00', '2026-02-10'));
    expect([withheld.writes - plain.writes, withheldPaid.writes - plainPaid.writes]).toEqual([1, 1]);
    expect((await recordsOfTenant(tenant)).filter(({ kind }) => kind === 'withheld-sum')).toHaveLength(1);
  });
});

describe('what is kept of recipients, made again of all documents', () => {
  it('is what it was; a sum that is wrong, one that is gone and one of nobody are put right', async () => {
    const { records, api, lawyer, bill, pay, boxes, sound } = await company({ rentWithheldAt: 'due' });
    const landlord = await api.supplier(LANDLORD);
    const { id } = await bill(lawyer.id, '2026-02-01', 'H-1', '1000.00');
    await pay(lawyer.id, id, '530.00', '2026-02-10');
    await bill(landlord.id, '2026-02-01', 'L-1', '1000.00', { dueDate: '2027-01-05' });
    const years = ['2026'];
    expect(await compareWithheld(records, years)).toEqual([]);
    const [ofLawyer] = await records.standing(WithheldSums, withheldShelf('2026'));
    const [due] = await records.standing(WithheldSums, withheldShelf('2027'));
    if (!ofLawyer || !due) throw new Error('both are there');
    const figures = { ...ofLawyer.figures, '02:PRO15:15:pt': 1 };
    const nobody = create(WithheldSums, 'wth_2026/00000000T', { party: { name: 'Nadie' }, figures: { '01:PRO15:15:pt': 5 } });
    await records.commit([update(WithheldSums, ofLawyer, { ...ofLawyer, figures }), remove(WithheldSums, due), nobody]);
    expect((await rebuildWithheld(records, years)).map(({ id, figure, stored, expected }) => [id, figure, stored, expected])).toEqual([
      ['wth_2026/00000000T', '01:PRO15:15:pt', 5, 0],
      ['wth_2026/12345678Z', '02:PRO15:15:pt', 1, 75_00],
      ['wth_2027/A58818501', '01:RENT19:19:pb', 0, 1000_00],
      ['wth_2027/A58818501', '01:RENT19:19:pt', 0, 190_00],
    ]);
    expect(await compareWithheld(records, years)).toEqual([]);
    expect(await boxes('111', '2026-1T')).toEqual([1, '500.00', '75.00']);
    await sound();
  });
});

describe('rents that are declared as they fall due', () => {
  const DUE = { rentWithheldAt: 'due' };
  // 1,000.00 + 210.00 − 190.00
  const RENT = '1020.00';
  const landlordOf = (api: Awaited<ReturnType<typeof company>>['api']) => api.supplier(LANDLORD);

  it('stand in the quarter of their due date, paid or not; fees go on as they are paid', async () => {
    const { api, lawyer, bill, pay, draft, boxes, sound } = await company(DUE);
    const landlord = await landlordOf(api);
    const rent = await bill(landlord.id, '2026-03-25', 'L-1', '1000.00', { dueDate: '2026-04-05' });
    await bill(lawyer.id, '2026-03-25', 'H-1', '1000.00', { dueDate: '2026-04-05' });
    expect([await boxes('115', '2026-1T'), await boxes('115', '2026-2T')]).toEqual([
      [0, '0.00', '0.00'],
      [1, '1000.00', '190.00'],
    ]);
    expect(await boxes('111', '2026-2T')).toEqual([0, '0.00', '0.00']);
    await pay(landlord.id, rent.id, RENT, '2026-07-10');
    expect([await boxes('115', '2026-2T'), await boxes('115', '2026-3T')]).toEqual([
      [1, '1000.00', '190.00'],
      [0, '0.00', '0.00'],
    ]);
    expect((await draft('180', '2026-0A')).lines).toMatchObject([{ party: 'Locales Sol', amount: { amount: '190.00' } }]);
    // 190.00 and 150.00 were put on 4751 in March, and nothing of them is declared before April.
    const [tie] = (await draft('115', '2026-1T')).ties;
    expect([tie.posted.amount, tie.unpaid.amount, tie.agrees]).toEqual(['340.00', '340.00', true]);
    await sound();
  });

  it('stand in the quarter of their payment where that is earlier, and go back to their due date where it is undone', async () => {
    const { api, bill, pay, boxes, sound } = await company(DUE);
    const landlord = await landlordOf(api);
    const { id } = await bill(landlord.id, '2026-03-01', 'L-1', '1000.00', { dueDate: '2026-04-05' });
    const paid = await pay(landlord.id, id, '510.00', '2026-03-20');
    expect([await boxes('115', '2026-1T'), await boxes('115', '2026-2T')]).toEqual([
      [1, '500.00', '95.00'],
      [1, '500.00', '95.00'],
    ]);
    await api.done('bea', `POST /payables/payments/${paid.id}/allocations/${id}/removal`, { date: '2026-03-31' });
    expect([await boxes('115', '2026-1T'), await boxes('115', '2026-2T')]).toEqual([
      [0, '0.00', '0.00'],
      [1, '1000.00', '190.00'],
    ]);
    await sound();
  });

  it('fall due in parts; of what a credit note takes off nothing is declared; a bill that is taken back is due no more', async () => {
    const { api, bill, boxes, sound } = await company(DUE);
    const landlord = await landlordOf(api);
    const dueDates = [{ date: '2026-03-31' }, { date: '2026-04-30' }, { date: '2026-07-31' }];
    const { id } = await bill(landlord.id, '2026-03-01', 'L-1', '3000.00', { dueDates });
    expect([await boxes('115', '2026-1T'), await boxes('115', '2026-2T'), await boxes('115', '2026-3T')]).toEqual([
      [1, '1000.00', '190.00'],
      [1, '1000.00', '190.00'],
      [1, '1000.00', '190.00'],
    ]);
    // A third of it is given back in May: of July nothing is left, since what was given back stands for what is due first.
    await api.done('ana', 'POST /payables/credit-notes', {
      ...{ supplierId: landlord.id, reference: 'A-1', date: '2026-05-10', receivedOn: '2026-05-10', corrects: id },
      lines: [{ net: { amount: '1000.00', currency: 'EUR' } }],
    });
    expect([await boxes('115', '2026-2T'), await boxes('115', '2026-3T')]).toEqual([
      // 1,000.00 of April less 1,000.00 of the note
      [0, '0.00', '0.00'],
      [1, '1000.00', '190.00'],
    ]);
    const wrong = await bill(landlord.id, '2026-05-01', 'L-2', '1000.00', { dueDate: '2026-07-05' });
    const late = await bill(landlord.id, '2026-05-01', 'L-3', '1000.00', { dueDate: '2026-05-05' });
    for (const one of [wrong, late])
      await api.done('ana', `POST /payables/bills/${one.id}/reversal`, { date: '2026-07-02', reason: 'Error' });
    // L-2 was taken back before it fell due; L-3 after: 190.00 in the second quarter, and back in the third.
    expect([await boxes('115', '2026-2T'), await boxes('115', '2026-3T')]).toEqual([
      [1, '1000.00', '190.00'],
      [0, '0.00', '0.00'],
    ]);
    await sound();
  });
});
