import type { Deduction } from '#domain/finance/receivables/advance.ts';
import { decimal } from '#kernel/decimal.ts';
import { toMinor } from '#kernel/money.ts';
import type { Schemas } from '../../api/client.ts';

/** What is taken off as paid in advance, as the text of a form's field. */
export const advancesText = (deductions: readonly Deduction[]): string => (deductions.length > 0 ? JSON.stringify(deductions) : '');
export const advancesIn = (text: string): Deduction[] => (text === '' ? [] : (JSON.parse(text) as Deduction[]));

export const deductionsIn = (draft: Pick<Schemas['DraftRow'], 'advances'>): Deduction[] =>
  draft.advances.map(({ net, ...deduction }) => ({ ...deduction, net: toMinor(decimal(net.amount)) }));

/** What is left to take off of the lines of an invoice. */
export const deductionsOfInvoice = ({ id, number, lines }: Pick<Schemas['InvoiceRow'], 'id' | 'number' | 'lines'>): Deduction[] =>
  lines.flatMap(({ kind, line, taxCode, percent, net, credited }) => {
    const left = toMinor(decimal(net.amount)) - toMinor(decimal(credited?.amount ?? '0'));
    return kind === 'advance' && left > 0 ? [{ invoiceId: id, line, number, taxCode, percent, net: left }] : [];
  });

/** What a request takes off: each invoice whole. */
export const advancesBody = (text: string): { readonly invoiceId: string }[] =>
  [...new Set(advancesIn(text).map(({ invoiceId }) => invoiceId))].map((invoiceId) => ({ invoiceId }));
