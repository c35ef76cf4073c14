import { addDays, type IsoDate } from '../../../shared/kernel/date.ts';
import { workday } from './calendar.ts';
import type { Chance } from './chance.ts';
import type { Story } from './profile.ts';
import { type Answer, cents, euros, invoiceOf, type Phase, type Step, type Told } from './step.ts';

/** Days before today on which orders of a story were placed: from, to. What would lie after today has not happened yet. */
export const AGES: Readonly<Record<Story, readonly [number, number]>> = {
  settled: [40, 150],
  counter: [0, 140],
  open: [4, 22],
  overdue: [75, 130],
  partPaid: [30, 80],
  overpaid: [35, 110],
  bounced: [50, 100],
  split: [45, 120],
  partShipped: [3, 12],
  placed: [0, 4],
  backOrdered: [2, 20],
  quote: [0, 18],
  accepted: [45, 100],
  cancelled: [5, 90],
  paidThenCancelled: [15, 80],
  credited: [40, 110],
  returned: [40, 110],
};

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
interface Telling {
  readonly order: PlannedOrder;
  readonly invoiceOn: 'shipment' | 'order';
  readonly chance: Chance;
  /** The step of this day, unless it lies in the future. */
  step(name: string, after: number, phase: Phase, role: Step['role'], ask: (told: Told) => { route: string; body: object }): void;
}

/** Days from the order to each event; drawn once, so that no story depends on another. */
export function tell(order: PlannedOrder, invoiceOn: 'shipment' | 'order', today: IsoDate, chance: Chance): Step[] {
  const steps: Step[] = [];
  const step: Telling['step'] = (name, after, phase, role, ask) => {
    const date = after === 0 ? order.date : workday(addDays(order.date, after));
    const numbered = phase === 'ship' || phase === 'bill' || phase === 'correct' || (phase === 'order' && invoiceOn === 'order');
    if (date <= today) steps.push({ key: `${order.key}.${name}`, date, phase, role, ...(numbered ? { numbered } : {}), ask });
  };
  const telling = { order, invoiceOn, chance, step };
  place(telling);
  TOLD[order.story](telling);
  return steps;
}

const orderId = ({ order }: Telling, told: Told): string => told(`${order.key}.order`).id;

function place(telling: Telling): void {
  const { order, step } = telling;
  const quoted = order.story === 'quote' || order.story === 'accepted';
  step('order', 0, quoted ? 'offer' : 'order', order.customer === undefined ? 'integration' : 'sales', (told) => ({
    route: '/orders',
    body: {
      customerId: told(`customer.${order.customer ?? 'walk-in'}`).id,
      date: order.date,
      warehouse: order.warehouse,
      quote: quoted,
      pricesIncludeTax: order.pricesIncludeTax,
      reference: `${order.customer === undefined ? 'TPV' : 'WEB'}-${order.key.slice(1)}`,
      lines: order.lines.map(({ code, quantity, ...line }) => ({ itemId: told(`item.${code}`).id, quantity: String(quantity), ...line })),
    },
  }));
}

function ship(telling: Telling, after: number, name = 'ship', lines?: readonly { line: number; quantity: string }[]): void {
  const date = workday(addDays(telling.order.date, after));
  telling.step(name, after, 'ship', 'warehouse', (told) => ({
    route: `/orders/${orderId(telling, told)}/shipments`,
    body: {
      date: after === 0 ? telling.order.date : date,
      tracking: `${telling.order.key}${name === 'ship' ? '' : 'B'}-ES`,
      ...(lines ? { lines } : {}),
    },
  }));
}

/** What an order's invoice asks for: it came with the order, or with a shipment. */
const billed = ({ order, invoiceOn }: Telling, told: Told, shipment = 'ship'): ReturnType<typeof invoiceOf> => {
  const placed: Answer = told(`${order.key}.${order.story === 'accepted' ? 'placement' : 'order'}`);
  return invoiceOf(invoiceOn === 'order' ? placed : told(`${order.key}.${shipment}`));
};

interface Paying {
  readonly name?: string;
  readonly shipment?: string;
  /** Percent of the invoice. */
  readonly share?: number;
  /** Cents above the invoice, which stay as unapplied credit. */
  readonly extra?: number;
  /** A credit note has taken its part of the invoice before. */
  readonly credited?: true;
}

function pay(
  telling: Telling,
  after: number,
  { name = 'receipt', shipment = 'ship', share = 100, extra = 0, credited }: Paying = {},
): void {
  const { order, step } = telling;
  const atCounter = order.customer === undefined;
  const date = after === 0 ? order.date : workday(addDays(order.date, after));
  step(name, after, 'money', atCounter ? 'integration' : 'accountant', (told) => {
    const invoice = billed(telling, told, shipment);
    const credit = credited ? told(`${order.key}.credit`).totals?.gross : undefined;
    const amount = Math.round((invoice.gross * share) / 100) - (credit ? cents(credit) : 0);
    return {
      route: '/receipts',
      body: {
        customerId: told(`customer.${order.customer ?? 'walk-in'}`).id,
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
const leaves = ({ chance }: Telling): number => chance.whole(1, 3);
const paysAfter = ({ order, chance }: Telling, shipped: number): number =>
  Math.max(shipped, shipped + order.paymentDays + chance.whole(-6, 4));

function shipAndPay(telling: Telling, paying: Paying = {}): number {
  const out = leaves(telling);
  ship(telling, out);
  const paid = paysAfter(telling, out);
  pay(telling, paid, paying);
  return paid;
}

/** Two shipments: about half of each line first. Invoiced on shipment, there are two invoices. */
function shipPart(telling: Telling, after: number): void {
  const lines = telling.order.lines.map(({ quantity }, i) => ({ line: i + 1, quantity: String(Math.max(1, Math.floor(quantity / 2))) }));
  ship(telling, after, 'ship', lines.slice(0, Math.max(1, Math.ceil(lines.length / 2))));
}

function correct(
  telling: Telling,
  name: string,
  after: number,
  role: Step['role'],
  ask: (told: Told, date: IsoDate) => { route: string; body: object },
): void {
  const date = workday(addDays(telling.order.date, after));
  telling.step(name, after, 'correct', role, (told) => ask(told, date));
}

function cancel(telling: Telling, after: number, reason: string): void {
  correct(telling, 'cancellation', after, 'sales', (told, date) => ({
    route: `/orders/${orderId(telling, told)}/cancellation`,
    body: { date, reason },
  }));
}

/** Before anybody who buys on credit pays; a shipment takes three days at most. */
const CREDITED_EARLY = 4;

function credit(telling: Telling, after: number): void {
  correct(telling, 'credit', after, 'accountant', (told, date) => ({
    route: `/invoices/${billed(telling, told).id}/credit-notes`,
    body: { date, reason: 'Género con desperfecto: descuento', lines: [{ line: 1, quantity: '1' }] },
  }));
}

const REASONS = ['El cliente ha cambiado de idea', 'Pedido duplicado', 'El plazo de entrega no le sirve', 'Encontró otro precio'];

/** What happens after an order was taken, story by story. */
const TOLD: Readonly<Record<Story, (telling: Telling) => void>> = {
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
    correct(telling, 'bounce', paid + 5, 'accountant', (told, date) => ({
      route: `/receipts/${told(`${telling.order.key}.receipt`).id}/reversal`,
      body: { date, reason: 'Recibo devuelto por el banco: sin fondos' },
    }));
  },
  split: (telling) => {
    shipPart(telling, 2);
    ship(telling, 9, 'rest');
    pay(telling, paysAfter(telling, 9));
    if (telling.invoiceOn === 'shipment') pay(telling, paysAfter(telling, 12), { name: 'receipt-rest', shipment: 'rest' });
  },
  partShipped: (telling) => shipPart(telling, 2),
  placed: () => undefined,
  backOrdered: () => undefined,
  quote: () => undefined,
  accepted: (telling) => {
    const date = workday(addDays(telling.order.date, 4));
    telling.step('placement', 4, 'order', 'sales', (told) => ({ route: `/orders/${orderId(telling, told)}/placement`, body: { date } }));
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
  returned: (telling) => void shipAndPay(telling),
};
