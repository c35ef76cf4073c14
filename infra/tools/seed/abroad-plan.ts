import { addDays, addMonths, type IsoDate } from '../../../shared/kernel/date.ts';
import type { Api } from './api.ts';
import { monthName } from './books-plan.ts';
import { type Calendar, workday } from './calendar.ts';
import { euros, type Step } from './step.ts';

/** What a demo company buys in dollars each month. */
const PRICE = { amount: '240.00', currency: 'USD' };
const HOSTING = {
  name: 'Northwind Hosting, Inc.',
  country: 'US',
  account: '410',
  expenseAccount: '629',
  taxCode: 'EXS-G',
  paymentDays: 30,
};

/** Rates of the demo, made up and set by hand: they rise and fall from month to month. */
const RATES = ['1.0850', '1.0925', '1.1010', '1.0960', '1.0880', '1.0795'];
const rateOf = (index: number): string => RATES[index % RATES.length] as string;
const endOf = (month: string): IsoDate => addDays(`${addMonths(month, 1)}-01`, -1);
export const billedOn = (month: string): IsoDate => workday(`${month}-12`);

/** The rates of the demo's days, before anything is entered at them. */
export async function setRates(api: Api, { months, today }: Calendar): Promise<void> {
  for (const [i, month] of months.entries())
    for (const date of [billedOn(month), endOf(month)])
      await api.put('accountant', `/exchange-rates/${date}`, { rates: { USD: date === endOf(month) ? rateOf(i + 1) : rateOf(i) } });
  await api.put('accountant', `/exchange-rates/${today}`, { rates: { USD: rateOf(months.length) } });
}

export const abroadSupplier = (date: IsoDate): Step => ({
  ...{ key: 'supplier.hosting', date, phase: 'setup', role: 'accountant' },
  ask: () => ({ route: '/payables/suppliers', body: HOSTING }),
});

/** A bill in dollars each month: all but the last are paid a month later, at what the bank took; the last is valued at the month's end. */
export function abroadSteps({ months, first, today }: Calendar): Step[] {
  const whole = months.filter((month) => billedOn(month) >= first);
  const steps = whole.flatMap((month, i): Step[] => {
    const [key, date] = [`hosting.${month}`, billedOn(month)];
    const bill: Step = {
      ...{ key, date, phase: 'bill', role: 'accountant', numbered: true },
      ask: (answerOf) => ({
        route: '/payables/bills',
        body: {
          ...{ supplierId: answerOf('supplier.hosting').id, reference: `NH-${month}`, date, receivedOn: date },
          lines: [{ text: `Alojamiento web de ${monthName(month)}`, net: PRICE, dimensions: { centro: 'OFICINA' } }],
        },
      }),
    };
    if (i === whole.length - 1) return [bill];
    const day = workday(addDays(date, 28));
    const payment: Step = {
      ...{ key: `${key}.payment`, date: day, phase: 'correct', role: 'owner' },
      ask: (answerOf) => ({
        route: '/payables/payments',
        body: {
          ...{ supplierId: answerOf('supplier.hosting').id, date: day, amount: PRICE, reference: `NH-${month}` },
          confirmed: true,
          // The bank takes a little more than the day's rate.
          paid: euros(222_00 + 45 * i),
          allocations: [{ billId: answerOf(key).id, amount: PRICE }],
        },
      }),
    };
    return [bill, payment];
  });
  const last = whole.at(-1);
  const valuation: Step[] = last
    ? [
        {
          ...{ key: `revaluation.${last}`, date: addDays(endOf(last), 1), phase: 'books', role: 'accountant' },
          ask: () => ({ route: '/revaluations', body: { month: last } }),
        },
      ]
    : [];
  return [...steps, ...valuation].filter(({ date }) => date <= today);
}
