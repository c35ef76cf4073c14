import { addDays, daysBetween, type IsoDate, latest } from '#kernel/date.ts';
import { BASE_CURRENCY, type Minor, minorText } from '#kernel/money.ts';
import type { LateInterest } from '../interest/late-interest.ts';
import { allocateFifo } from '../open-items/ageing.ts';
import { isDisputed } from './dispute.ts';
import type { Invoice } from './invoice.ts';

/** An invoice as reminders see it: what is open is in its own currency. */
export type Remindable = Pick<Invoice, 'number' | 'date' | 'dueDate' | 'open' | 'reminders' | 'remindedOn' | 'disputes'> & {
  readonly id: string;
  /** Absent: the euro. */
  readonly currency?: string;
};

/** Credit that a customer has not used, by currency. */
export type UnusedCredit = ReadonlyMap<string, Minor>;
const currencyOf = ({ currency = BASE_CURRENCY }: Remindable): string => currency;

/**
 * The day of an invoice's next reminder; undefined after the last step. Counted from the due date and, after the first, as
 * many days from the last letter as lie between the two steps: who is reminded late, or owes again what had been paid, gets
 * no two letters at once. None while the customer disputes it, and the next after the last day of that.
 * @param steps days past the due date, ascending.
 */
export function nextReminder(
  invoice: Pick<Invoice, 'dueDate' | 'reminders' | 'remindedOn' | 'disputes'>,
  steps: readonly number[],
): IsoDate | undefined {
  const { dueDate, reminders = 0, remindedOn, disputes = [] } = invoice;
  const days = steps[reminders];
  if (days === undefined || isDisputed(invoice)) return undefined;
  const ended = disputes.at(-1)?.to;
  const planned = latest(addDays(dueDate, days), ended === undefined ? dueDate : addDays(ended, 1));
  return remindedOn === undefined ? planned : latest(planned, addDays(remindedOn, days - (steps[reminders - 1] ?? 0)));
}

/** What a letter asks for: an invoice, and what is left of it once the customer's unused credit is taken off. */
export interface Demand<I extends Remindable = Remindable> {
  readonly invoice: I;
  readonly left: Minor;
  /** What a business owes besides: the last letter asks for it, where the company wants that. */
  readonly late?: Pick<LateInterest, 'interest' | 'compensation'> | undefined;
}

/** The letter that may ask for interest, and all later ones. */
export const isLastStep = (reminders: number | undefined): boolean => (reminders ?? 0) + 1 >= OPENINGS.length;

/**
 * The invoices of one customer that a letter of today asks for. Credit that nobody has used yet goes to what is due first in its
 * currency: nobody is asked for what they have paid.
 * @param overdue all of the customer's invoices that are past due.
 */
export function demandsOf<I extends Remindable>(
  overdue: readonly I[],
  credit: UnusedCredit,
  steps: readonly number[],
  today: IsoDate,
): Demand<I>[] {
  const currencies = [...new Set(overdue.map(currencyOf))];
  const covered = new Map(
    currencies.flatMap((currency) => {
      const owed = overdue.filter((invoice) => currencyOf(invoice) === currency);
      return allocateFifo(owed, credit.get(currency) ?? 0, owed.length).map(({ id, amount }) => [id, amount] as const);
    }),
  );
  const demands = overdue.map((invoice) => ({ invoice, left: invoice.open - (covered.get(invoice.id) ?? 0) }));
  return demands.filter(({ invoice, left }) => left > 0 && (nextReminder(invoice, steps) ?? '9999') <= today);
}

/** Who asks for the money. */
interface Creditor {
  readonly name: string;
  readonly iban?: string | undefined;
}

const day = (date: IsoDate): string => date.split('-').reverse().join('/');
const money = (minor: Minor, currency = BASE_CURRENCY): string =>
  `${minorText(minor, currency).replace('.', ',')} ${currency === BASE_CURRENCY ? '€' : currency}`;

/** What a letter asks for in all, by currency: interest and costs are owed in euros, whatever the invoice is in. */
function totalsOf(demands: readonly Demand[]): [currency: string, total: Minor][] {
  const totals = new Map<string, Minor>();
  const add = (currency: string, amount: Minor) => totals.set(currency, (totals.get(currency) ?? 0) + amount);
  for (const { invoice, left, late } of demands) {
    add(currencyOf(invoice), left);
    if (late) add(BASE_CURRENCY, late.interest + late.compensation);
  }
  return [...totals];
}

/** What each step says first, of one invoice and of several; the last stands for all later ones. */
const OPENINGS = [
  [
    'Le recordamos que la siguiente factura venció y no consta su pago.',
    'Le recordamos que las siguientes facturas vencieron y no consta su pago.',
  ],
  [
    'La siguiente factura sigue pendiente de pago, a pesar de nuestro recordatorio anterior.',
    'Las siguientes facturas siguen pendientes de pago, a pesar de nuestro recordatorio anterior.',
  ],
  [
    'Último aviso: la siguiente factura sigue pendiente de pago. Desde su vencimiento devenga intereses de demora (Ley 3/2004, arts. 5 a 8).',
    'Último aviso: las siguientes facturas siguen pendientes de pago. Desde su vencimiento devengan intereses de demora (Ley 3/2004, arts. 5 a 8).',
  ],
] as const;

/** A reminder of what a customer owes, in words: one letter, however many invoices. The furthest step sets its tone. */
export function reminderText(demands: readonly Demand[], creditor: Creditor, today: IsoDate): { subject: string; text: string } {
  const step = Math.max(...demands.map(({ invoice }) => (invoice.reminders ?? 0) + 1));
  const opening = OPENINGS[Math.min(step, OPENINGS.length) - 1]?.[demands.length === 1 ? 0 : 1] ?? '';
  const numbers = demands.map(({ invoice }) => invoice.number);
  const total = totalsOf(demands)
    .map(([currency, sum]) => money(sum, currency))
    .join(' + ');
  const lines = [
    opening,
    ...demands.flatMap((demand) => ['', ...linesOf(demand, today)]),
    ...(demands.length > 1 || demands.some(({ late }) => late) ? ['', `Total pendiente: ${total}`] : []),
    ...(creditor.iban ? ['', `Puede pagar por transferencia a ${creditor.iban}, indicando ${numbers.join(', ')}.`] : []),
    '',
    'Si ya ha pagado, no tenga en cuenta este mensaje.',
    '',
    creditor.name,
  ];
  const about = numbers.length === 1 ? `factura ${numbers[0]}` : `${numbers.length} facturas`;
  return { subject: `Recordatorio de pago: ${about}`, text: lines.join('\n') };
}

function linesOf({ invoice, left, late }: Demand, today: IsoDate): string[] {
  const days = daysBetween(invoice.dueDate, today);
  return [
    `Factura: ${invoice.number}, de ${day(invoice.date)}`,
    `Vencimiento: ${day(invoice.dueDate)} (hace ${days} ${days === 1 ? 'día' : 'días'})`,
    `Pendiente: ${money(left, invoice.currency)}`,
    ...(late
      ? [`Intereses de demora hasta hoy: ${money(late.interest)}`, `Costes de cobro (Ley 3/2004, art. 8): ${money(late.compensation)}`]
      : []),
  ];
}
