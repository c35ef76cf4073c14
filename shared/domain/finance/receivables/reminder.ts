import { daysBetween, type IsoDate } from '#kernel/date.ts';
import { minorText } from '#kernel/money.ts';
import type { Invoice } from './invoice.ts';

/** Who asks for the money. */
interface Creditor {
  readonly name: string;
  readonly iban?: string | undefined;
}

const day = (date: IsoDate): string => date.split('-').reverse().join('/');
const euros = (minor: number): string => `${minorText(minor).replace('.', ',')} €`;

/** What each step says first; the last stands for all later ones. */
const OPENINGS = [
  'Le recordamos que la siguiente factura venció y no consta su pago.',
  'La siguiente factura sigue pendiente de pago, a pesar de nuestro recordatorio anterior.',
  'Último aviso: la siguiente factura sigue pendiente de pago. Desde su vencimiento devenga intereses de demora (Ley 3/2004, arts. 5 a 8).',
];

/** A reminder of an overdue invoice, in words. @param step 1 for the first reminder. */
export function reminderText(
  invoice: Pick<Invoice, 'number' | 'date' | 'dueDate' | 'open'>,
  creditor: Creditor,
  step: number,
  today: IsoDate,
): { subject: string; text: string } {
  const opening = OPENINGS[Math.min(step, OPENINGS.length) - 1] ?? '';
  const days = daysBetween(invoice.dueDate, today);
  const lines = [
    opening,
    '',
    `Factura: ${invoice.number}, de ${day(invoice.date)}`,
    `Vencimiento: ${day(invoice.dueDate)} (hace ${days} ${days === 1 ? 'día' : 'días'})`,
    `Pendiente: ${euros(invoice.open)}`,
    ...(creditor.iban ? ['', `Puede pagar por transferencia a ${creditor.iban}, indicando ${invoice.number}.`] : []),
    '',
    'Si ya la ha pagado, no tenga en cuenta este mensaje.',
    '',
    creditor.name,
  ];
  return { subject: `Recordatorio de pago: factura ${invoice.number}`, text: lines.join('\n') };
}
