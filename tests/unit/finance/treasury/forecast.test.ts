import { describe, expect, it } from 'vitest';
import { isBankDay } from '../../../../shared/domain/finance/treasury/bank-days.ts';
import { forecastOf } from '../../../../shared/domain/finance/treasury/forecast.ts';
import { daysLate, latenessOf, PaymentHabits } from '../../../../shared/domain/finance/treasury/lateness.ts';
import { moneyOf, recurrenceFlows } from '../../../../shared/domain/finance/treasury/recurrence-flows.ts';
import { sepaText } from '../../../../shared/domain/finance/treasury/sepa-text.ts';
import { expectedTax } from '../../../../shared/domain/finance/treasury/tax-calendar-es.ts';
import { easterOf } from '../../../../shared/kernel/workday.ts';
import { plainAmount } from '../../../../web/src/finance/treasury/what-if.ts';

const paid = (customerId: string, dueDate: string, on: string) => ({
  customerId,
  dueDate,
  open: 0,
  allocations: [{ with: 'rcp_1', date: on, amount: 100 }],
});

describe('how late customers pay', () => {
  it('is told by quartiles, between the values by straight lines', () => {
    // 0, 10, 20, 40: the median lies between 10 and 20, the quarters at 7.5 and 25.
    expect(latenessOf([40, 0, 20, 10])).toEqual({ sample: 4, p25: 8, median: 15, p75: 25 });
    expect(latenessOf([])).toEqual({ sample: 0, p25: 0, median: 0, p75: 0 });
    expect(latenessOf([-5])).toEqual({ sample: 1, p25: -5, median: -5, p75: -5 });
  });

  it('is a customer’s own from three paid invoices on, and else that of all', () => {
    const habits = new PaymentHabits([
      ...['2026-01-11', '2026-01-21', '2026-01-31'].map((on) => paid('late', '2026-01-01', on)),
      ...['2026-01-01', '2026-01-03'].map((on) => paid('few', '2026-01-01', on)),
    ]);
    expect([habits.of('late').median, habits.of('few').median, habits.of('new').median, habits.customers]).toEqual([20, 10, 10, 1]);
  });

  it('counts the last money, and neither credit notes nor what is open', () => {
    const note = { with: 'crn_1', date: '2026-03-01', amount: 50 };
    const receipt = { with: 'rcp_1', date: '2026-01-15', amount: 50 };
    const invoice = { customerId: 'c', dueDate: '2026-01-10', open: 0, allocations: [receipt, note] };
    expect([daysLate(invoice), daysLate({ ...invoice, open: 1 }), daysLate({ ...invoice, allocations: [note] })]).toEqual([
      5,
      undefined,
      undefined,
    ]);
  });
});

describe('the forecast', () => {
  const late = { sample: 9, p25: 0, median: 10, p75: 30 };
  const none = { bills: [], paymentRuns: [], recurring: [], taxes: [], extra: [] };
  const input = { today: '2026-11-30', weeks: 3, opening: 1000_00, receivables: [], lateness: () => late, flows: none };

  it('shifts each invoice by its customer’s days, and counts on the very late only in the better cases', () => {
    const receivables = [
      { customerId: 'a', dueDate: '2026-12-01', open: 100_00 },
      { customerId: 'a', dueDate: '2026-09-30', open: 50_00 },
    ];
    const weeks = forecastOf({ ...input, receivables });
    expect(weeks.map(({ from, to }) => [from, to])).toEqual([
      ['2026-12-01', '2026-12-07'],
      ['2026-12-08', '2026-12-14'],
      ['2026-12-15', '2026-12-21'],
    ]);
    // Due on 1 December: in the best case on that day, as usual on the 11th, late on the 31st. The other is later than all of these.
    expect(weeks.map((week) => week.closing)).toEqual([
      { low: 1000_00, expected: 1050_00, high: 1150_00 },
      { low: 1000_00, expected: 1150_00, high: 1150_00 },
      { low: 1000_00, expected: 1150_00, high: 1150_00 },
    ]);
    const [, , third] = forecastOf({ ...input, receivables, delayDays: 7 });
    expect(third?.receivables).toEqual({ low: 0, expected: 100_00, high: 0 });
  });

  it('takes off bills, runs and taxes on their days, and adds what is supposed', () => {
    const flows = {
      bills: [{ date: '2026-12-07', amount: -300_00 }],
      paymentRuns: [{ date: '2026-12-08', amount: -200_00 }],
      recurring: [],
      taxes: [{ date: '2027-02-01', amount: -900_00 }],
      extra: [{ date: '2026-12-21', amount: 50_00 }],
    };
    const weeks = forecastOf({ ...input, flows });
    expect(weeks.map(({ closing }) => closing.expected)).toEqual([700_00, 500_00, 550_00]);
    expect([weeks[0]?.bills, weeks[1]?.paymentRuns, weeks[2]?.extra, weeks[2]?.taxes]).toEqual([-300_00, -200_00, 50_00, 0]);
  });
});

describe('what recurring entries and returns bring', () => {
  const rent = [
    { account: '621', amount: 850_00 },
    { account: '572', amount: -850_00 },
  ];
  const entry = (more: object) =>
    ({ id: 'rcr_1', text: 'Alquiler', lines: rent, every: 'month', day: 31, next: '2026-11-30', posted: 0, ...more }) as never;

  it('is what they move of money on each of their days, until they end', () => {
    const days = (more: object) =>
      recurrenceFlows([entry(more)], '2026-12-01', '2027-02-28').map(({ date, amount }) => [date, amount / 100]);
    // What should have been posted already is tried tomorrow; the 31st is the last day of shorter months.
    expect(days({})).toEqual([
      ['2026-12-01', -850],
      ['2026-12-31', -850],
      ['2027-01-31', -850],
      ['2027-02-28', -850],
    ]);
    expect(days({ next: '2026-12-31', until: '2027-01-30' })).toEqual([['2026-12-31', -850]]);
    expect(
      days({
        next: '2026-12-31',
        every: 'quarter',
        lines: [
          { account: '681', amount: 5 },
          { account: '281', amount: -5 },
        ],
      }),
    ).toEqual([]);
    // Wages that are owed leave; what is owed less brings nothing.
    expect([moneyOf([{ account: '465', amount: -900_00 }]), moneyOf([{ account: '465', amount: 900_00 }])]).toEqual([-900_00, 0]);
  });

  it('is the draft of a quarter that is over, and of the running one what its days promise', () => {
    const quarter = { from: '2026-10-01', to: '2026-12-31' };
    expect(expectedTax(500_00, 0, { ...quarter, today: '2027-01-05' })).toEqual({ low: 500_00, expected: 500_00, high: 500_00 });
    // 61 of 92 days: 610.00 becomes 920.00; the quarter before came to 1,000.00.
    expect(expectedTax(610_00, 1_000_00, { ...quarter, today: '2026-11-30' })).toEqual({ low: 1_000_00, expected: 920_00, high: 610_00 });
    // On the tenth day the quarter before says more.
    expect(expectedTax(50_00, 1_000_00, { ...quarter, today: '2026-10-10' })).toEqual({ low: 1_000_00, expected: 1_000_00, high: 50_00 });
    expect(expectedTax(-80_00, 0, { ...quarter, today: '2026-11-30' })).toEqual({ low: 0, expected: 0, high: 0 });
  });

  it('makes the cases differ by the range of a return', () => {
    const taxes = [{ date: '2026-12-05', amount: -920_00, cases: { low: -1_000_00, expected: -920_00, high: -610_00 } }];
    const flows = { bills: [], paymentRuns: [], recurring: [], taxes, extra: [] };
    const [week] = forecastOf({ today: '2026-11-30', weeks: 1, opening: 2_000_00, receivables: [], lateness: () => latenessOf([]), flows });
    expect([week?.closing, week?.taxes]).toEqual([{ low: 1_000_00, expected: 1_080_00, high: 1_390_00 }, -920_00]);
  });
});

it('knows the days on which euro payments settle', () => {
  // Easter Sundays: 5 April 2026, 28 March 2027, 16 April 2028.
  expect(['2026', '2027', '2028'].map((year) => easterOf(Number(year)))).toEqual(['2026-04-05', '2027-03-28', '2028-04-16']);
  const closed = ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-12-25', '2026-12-26', '2026-11-28'];
  expect(closed.filter(isBankDay)).toEqual([]);
  // National holidays in Spain are days like others for the bank's system.
  expect(['2026-12-08', '2026-10-12', '2026-11-30'].filter(isBankDay)).toHaveLength(3);
});

it('writes names in the letters of the SEPA', () => {
  expect(sepaText('Peña & Hijos, S.L. «Ñandú» — ½', 70)).toBe('Pena + Hijos, S.L. Nandu 1 2');
  expect([sepaText('/A//B/', 10), sepaText('ÆØ ß', 10), sepaText('abcdef', 3)]).toEqual(['A/B', 'AEO ss', 'abc']);
});

it('takes amounts as either language writes them', () => {
  expect(['-5.000,00', '-5,000.00', '5000', '1.234', '12,5', '0', 'x'].map(plainAmount)).toEqual([
    '-5000.00',
    '-5000.00',
    '5000',
    '1234',
    '12.5',
    undefined,
    undefined,
  ]);
});
