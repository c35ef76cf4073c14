import { addDays } from '../../../shared/kernel/date.ts';
import { billedOn } from './abroad-plan.ts';
import { monthName } from './books-plan.ts';
import { type Calendar, workday } from './calendar.ts';
import { euros, type Step } from './step.ts';

/** Whom the demo companies work for in dollars: no VAT, since the service is where the customer is (Ley 37/1992 art. 69). */
const CUSTOMER = {
  name: 'Harbor & Pine Trading, Inc.',
  address: { street: '210 Commercial Street', postalCode: '04101', city: 'Portland, ME', country: 'US' },
  paymentDays: 30,
};
const PRICE = '620.00';
const usd = (amount: string) => ({ amount, currency: 'USD' });

export const abroadCustomer = (date: string): Step => ({
  ...{ key: 'customer.abroad', date, phase: 'setup', role: 'sales' },
  ask: () => ({ route: '/customers', body: CUSTOMER }),
});

/** Two invoices in dollars: one that was paid four weeks later, for what the bank gave, and one that is open. */
export function salesAbroad({ months, first, today }: Calendar): Step[] {
  const whole = months.filter((month) => billedOn(month) >= first).slice(-3, -1);
  return whole
    .flatMap((month, i): Step[] => {
      const [key, date] = [`abroad.${month}`, billedOn(month)];
      const draft: Step = {
        ...{ key, date, phase: 'offer', role: 'sales' },
        ask: (answerOf) => ({
          route: '/invoice-drafts',
          body: {
            ...{ customerId: answerOf('customer.abroad').id, date, currency: 'USD' },
            lines: [{ name: `Asesoría de compras de ${monthName(month)}`, quantity: '10', price: '62', taxCode: 'NO-SUJETA' }],
          },
        }),
      };
      const issue: Step = {
        ...{ key: `${key}.issue`, date, phase: 'bill', role: 'accountant', numbered: true },
        ask: (answerOf) => ({ route: `/invoice-drafts/${answerOf(key).id}/issue`, body: { date } }),
      };
      if (i > 0) return [draft, issue];
      const day = workday(addDays(date, 28));
      const receipt: Step = {
        ...{ key: `${key}.receipt`, date: day, phase: 'money', role: 'accountant' },
        ask: (answerOf) => ({
          route: '/receipts',
          body: {
            ...{ customerId: answerOf('customer.abroad').id, date: day, amount: usd(PRICE), reference: 'Wire transfer' },
            // The bank gives a little less than the day's rate.
            received: euros(556_40),
            allocations: [{ invoiceId: answerOf(`${key}.issue`).id, amount: usd(PRICE) }],
          },
        }),
      };
      return [draft, issue, receipt];
    })
    .filter(({ date }) => date <= today);
}
