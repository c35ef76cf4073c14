import { addDays, type IsoDate } from '../../../shared/kernel/date.ts';
import { workday } from './calendar.ts';
import type { Chance } from './chance.ts';
import type { Story } from './profile.ts';
import { type Answer, cents, euros, invoiceOf, type Phase, type Recorded, type Step } from './step.ts';

export interface OrderLine {
  readonly code: string;
  readonly quantity: number;
  readonly price?: string;
  readonly discount?: string;
}

/** An order to be: what it asks for, and how it went. */
export interface PlannedOrder {
  readonly key: string;
  readonly story: Story;
  readonly date: IsoDate;
  /** Undefined: the walk-in customer. */
  readonly customer: string | undefined;
  readonly paymentDays: number;
  readonly warehouse: string;
  readonly pricesIncludeTax: boolean;
  readonly lines: readonly OrderLine[];
  /** About what it asks for, tax included, in euros. */
  readonly value: number;
}

/** What a story is told with. */
export interface Scenario {
  readonly order: PlannedOrder;
  readonly invoiceOn: 'shipment' | 'order';
  readonly chance: Chance;
  /** The step of this day, unless it lies in the future. */
  step(name: string, after: number, phase: Phase, role: Step['role'], ask: (answerOf: Recorded) => { route: string; body: object }): void;
}

export const orderId = ({ order }: Scenario, answerOf: Recorded): string => answerOf(`${order.key}.order`).id;

export function place(telling: Scenario): void {
  const { order, step } = telling;
  const quoted = order.story === 'quote' || order.story === 'accepted';
  step('order', 0, quoted ? 'offer' : 'order', order.customer === undefined ? 'integration' : 'sales', (answerOf) => ({
    route: '/orders',
    body: {
      customerId: answerOf(`customer.${order.customer ?? 'walk-in'}`).id,
      date: order.date,
      warehouse: order.warehouse,
      quote: quoted,
      pricesIncludeTax: order.pricesIncludeTax,
      reference: `${order.customer === undefined ? 'TPV' : 'WEB'}-${order.key.slice(1)}`,
      lines: order.lines.map(({ code, quantity, ...line }) => ({
        itemId: answerOf(`item.${code}`).id,
        quantity: String(quantity),
        // What the till sells is the shop's.
        ...(order.customer === undefined ? { dimensions: { centro: 'TIENDA' } } : {}),
        ...line,
      })),
    },
  }));
}

export function ship(telling: Scenario, after: number, name = 'ship', lines?: readonly { line: number; quantity: string }[]): void {
  const date = workday(addDays(telling.order.date, after));
  telling.step(name, after, 'ship', 'warehouse', (answerOf) => ({
    route: `/orders/${orderId(telling, answerOf)}/shipments`,
    body: {
      date: after === 0 ? telling.order.date : date,
      tracking: `${telling.order.key}${name === 'ship' ? '' : 'B'}-ES`,
      ...(lines ? { lines } : {}),
    },
  }));
}

/** What an order's invoice asks for: it came with the order, or with a shipment. */
export const billed = ({ order, invoiceOn }: Scenario, answerOf: Recorded, shipment = 'ship'): ReturnType<typeof invoiceOf> => {
  const placed: Answer = answerOf(`${order.key}.${order.story === 'accepted' ? 'placement' : 'order'}`);
  return invoiceOf(invoiceOn === 'order' ? placed : answerOf(`${order.key}.${shipment}`));
};

export interface Paying {
  readonly name?: string;
  readonly shipment?: string;
  /** Percent of the invoice. */
  readonly share?: number;
  /** Cents above the invoice, which stay as unapplied credit. */
  readonly extra?: number;
  /** A credit note has taken its part of the invoice before. */
  readonly credited?: true;
}

export function pay(
  telling: Scenario,
  after: number,
  { name = 'receipt', shipment = 'ship', share = 100, extra = 0, credited }: Paying = {},
): void {
  const { order, step } = telling;
  const atCounter = order.customer === undefined;
  const date = after === 0 ? order.date : workday(addDays(order.date, after));
  step(name, after, 'money', atCounter ? 'integration' : 'accountant', (answerOf) => {
    const invoice = billed(telling, answerOf, shipment);
    const credit = credited ? answerOf(`${order.key}.credit`).totals?.gross : undefined;
    const amount = Math.round((invoice.gross * share) / 100) - (credit ? cents(credit) : 0);
    return {
      route: '/receipts',
      body: {
        customerId: answerOf(`customer.${order.customer ?? 'walk-in'}`).id,
        date,
        method: atCounter ? 'cash' : 'bank',
        amount: euros(amount + extra),
        reference: invoice.id.slice(4),
        allocations: [{ invoiceId: invoice.id, amount: euros(amount) }],
      },
    };
  });
}

/** Days after the order: out of the door, and paid a little before or after it is due. */
export const leaves = ({ chance }: Scenario): number => chance.whole(1, 3);
export const paysAfter = ({ order, chance }: Scenario, shipped: number): number =>
  Math.max(shipped, shipped + order.paymentDays + chance.whole(-6, 4));

export function shipAndPay(telling: Scenario, paying: Paying = {}): number {
  const out = leaves(telling);
  ship(telling, out);
  const paid = paysAfter(telling, out);
  pay(telling, paid, paying);
  return paid;
}

/** Two shipments: about half of each line first. Invoiced on shipment, there are two invoices. */
export function shipPart(telling: Scenario, after: number): void {
  const lines = telling.order.lines.map(({ quantity }, i) => ({ line: i + 1, quantity: String(Math.max(1, Math.floor(quantity / 2))) }));
  ship(telling, after, 'ship', lines.slice(0, Math.max(1, Math.ceil(lines.length / 2))));
}

export function correct(
  telling: Scenario,
  name: string,
  after: number,
  role: Step['role'],
  ask: (answerOf: Recorded, date: IsoDate) => { route: string; body: object },
): void {
  const date = workday(addDays(telling.order.date, after));
  telling.step(name, after, 'correct', role, (answerOf) => ask(answerOf, date));
}

export function cancel(telling: Scenario, after: number, reason: string): void {
  correct(telling, 'cancellation', after, 'sales', (answerOf, date) => ({
    route: `/orders/${orderId(telling, answerOf)}/cancellation`,
    body: { date, reason },
  }));
}
