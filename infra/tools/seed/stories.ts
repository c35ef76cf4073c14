import { addDays, type IsoDate } from '../../../shared/kernel/date.ts';
import { workday } from './calendar.ts';
import type { Chance } from './chance.ts';
import type { Story } from './profile.ts';
import {
  billed,
  cancel,
  correct,
  leaves,
  orderId,
  type PlannedOrder,
  pay,
  paysAfter,
  place,
  type Scenario,
  ship,
  shipAndPay,
  shipPart,
} from './scenario.ts';
import type { Recorded, Step } from './step.ts';

/** Days before today on which orders of a story were placed: from, to. What would lie after today has not happened yet. */
export const AGES: Readonly<Record<Story, readonly [number, number]>> = {
  settled: [40, 150],
  counter: [0, 140],
  open: [4, 22],
  overdue: [75, 130],
  partPaid: [30, 80],
  overpaid: [55, 110],
  bounced: [55, 100],
  split: [45, 120],
  partShipped: [3, 12],
  placed: [0, 4],
  backOrdered: [2, 20],
  quote: [0, 18],
  accepted: [45, 100],
  cancelled: [5, 90],
  paidThenCancelled: [15, 80],
  credited: [55, 110],
  returned: [60, 110],
};

/** Days from the order to each event; drawn once, so that no story depends on another. */
export function tell(order: PlannedOrder, invoiceOn: 'shipment' | 'order', today: IsoDate, chance: Chance): Step[] {
  const steps: Step[] = [];
  const step: Scenario['step'] = (name, after, phase, role, ask) => {
    const date = after === 0 ? order.date : workday(addDays(order.date, after));
    const numbered = phase === 'ship' || phase === 'bill' || phase === 'correct' || (phase === 'order' && invoiceOn === 'order');
    if (date <= today) steps.push({ key: `${order.key}.${name}`, date, phase, role, ...(numbered ? { numbered } : {}), ask });
  };
  const telling = { order, invoiceOn, chance, step };
  place(telling);
  TOLD[order.story](telling);
  return steps;
}

/** Before anybody who buys on credit pays; a shipment takes three days at most. */
const CREDITED_EARLY = 4;

function credit(telling: Scenario, after: number): void {
  correct(telling, 'credit', after, 'accountant', (answerOf, date) => ({
    route: `/invoices/${billed(telling, answerOf).id}/credit-notes`,
    body: { date, reason: 'Género con desperfecto: descuento', lines: [{ line: 1, quantity: '1' }] },
  }));
}

const FAULTS = ['Llegó con un golpe', 'No es el color que esperaba', 'Sobró de la obra'];

/** One piece comes back a week after it was paid; where money does not go back by itself, the accountant sends some of it. */
function comesBack(telling: Scenario, paid: number): void {
  const { order, chance, step, invoiceOn } = telling;
  const authorised = workday(addDays(order.date, paid + 2));
  const reason = chance.pick(FAULTS);
  const returnId = (answerOf: Recorded): string => answerOf(`${order.key}.return`).id;
  step('return', paid + 2, 'offer', 'sales', (answerOf) => ({
    route: `/orders/${orderId(telling, answerOf)}/returns`,
    body: { date: authorised, reason, lines: [{ line: 1, quantity: '1' }] },
  }));
  const [disposition, refunded] = [chance.pick(['restock', 'restock', 'scrap']), chance.happens(60)];
  correct(telling, 'return-receipt', paid + 7, 'warehouse', (answerOf, date) => ({
    route: `/returns/${returnId(answerOf)}/receipt`,
    body: { date, lines: [{ line: 1, quantity: '1', disposition }], closes: true },
  }));
  if (invoiceOn === 'shipment' && refunded)
    correct(telling, 'return-refund', paid + 9, 'accountant', (answerOf, date) => ({
      route: `/returns/${returnId(answerOf)}/refund`,
      body: { date, method: 'bank' },
    }));
}

const REASONS = ['El cliente ha cambiado de idea', 'Pedido duplicado', 'El plazo de entrega no le sirve', 'Encontró otro precio'];

/** What happens after an order was taken, story by story. */
const TOLD: Readonly<Record<Story, (telling: Scenario) => void>> = {
  settled: (telling) => void shipAndPay(telling),
  counter: (telling) => {
    ship(telling, 0);
    pay(telling, 0);
  },
  open: (telling) => ship(telling, leaves(telling)),
  overdue: (telling) => ship(telling, leaves(telling)),
  partPaid: (telling) => void shipAndPay(telling, { share: telling.chance.pick([30, 40, 50, 60]) }),
  overpaid: (telling) => void shipAndPay(telling, { extra: telling.chance.pick([2000, 5000, 7550]) }),
  bounced: (telling) => {
    const paid = shipAndPay(telling);
    correct(telling, 'bounce', paid + 5, 'accountant', (answerOf, date) => ({
      route: `/receipts/${answerOf(`${telling.order.key}.receipt`).id}/reversal`,
      body: { date, reason: 'Recibo devuelto por el banco: sin fondos' },
    }));
  },
  split: (telling) => {
    shipPart(telling, 2);
    ship(telling, 9, 'rest');
    pay(telling, paysAfter(telling, 9));
    if (telling.invoiceOn === 'shipment') pay(telling, paysAfter(telling, 12), { name: 'receipt-rest', shipment: 'rest' });
  },
  partShipped: (telling) => {
    shipPart(telling, 2);
    // Who has waited for long is told that the rest will not come.
    correct(telling, 'rest', 10, 'sales', (told, date) => ({
      route: `/orders/${orderId(telling, told)}/rest-cancellation`,
      body: { date, reason: 'El proveedor lo ha dejado de fabricar' },
    }));
  },
  placed: () => undefined,
  backOrdered: () => undefined,
  quote: () => undefined,
  accepted: (telling) => {
    const date = workday(addDays(telling.order.date, 4));
    telling.step('placement', 4, 'order', 'sales', (answerOf) => ({
      route: `/orders/${orderId(telling, answerOf)}/placement`,
      body: { date },
    }));
    ship(telling, 6);
    pay(telling, paysAfter(telling, 6));
  },
  cancelled: (telling) => cancel(telling, 1, telling.chance.pick(REASONS)),
  paidThenCancelled: (telling) => {
    pay(telling, 1);
    cancel(telling, 4, 'El cliente anula el pedido ya pagado');
  },
  credited: (telling) => {
    const early = telling.chance.happens(50);
    const paid = shipAndPay(telling, early ? { credited: true } : {});
    // A complaint before the money came lowers what is paid; one after leaves a credit with the customer.
    credit(telling, early ? CREDITED_EARLY : paid + 3);
  },
  returned: (telling) => comesBack(telling, shipAndPay(telling)),
};
