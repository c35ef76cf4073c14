import { invalid, refused } from '#kernel/errors.ts';
import { type Minor, minorText, percentOf, shareOf } from '#kernel/money.ts';
import { lessThan, thousandths } from '#kernel/quantity.ts';
import type { Totals } from '../tax/totals.ts';
import type { Invoice, InvoiceLine } from './invoice.ts';

/** What a credit gives back of one invoice line: `net` in minor units, > 0. */
export interface CreditedLine {
  /** 1, 2, 3… on the invoice. */
  readonly line: number;
  readonly net: Minor;
  readonly quantity: string;
}

/** What is left of each line to credit: its net less what earlier credits took. */
export const creditable = (invoice: Pick<Invoice, 'lines' | 'credited'>): Minor[] => invoice.lines.map((line, i) => line.net - (invoice.credited?.[i] ?? 0));

/**
 * Totals of a credit at the tax rates of the invoice it corrects, whatever the rate is by now (Ley 37/1992 art. 80;
 * EN 16931 rounding). The credit that takes the last of an invoice takes exactly what is left of its tax, so that
 * partial credits never differ from the whole by a cent.
 */
export function creditTotals(invoice: Pick<Invoice, 'lines' | 'totals' | 'credited' | 'creditedTaxes'>, credited: readonly CreditedLine[]): Totals {
  const left = creditable(invoice);
  const taxes = invoice.totals.taxes.flatMap((tax) => {
    const mine = credited.filter((c) => invoice.lines[c.line - 1]?.taxCode === tax.code);
    const base = mine.reduce((sum, c) => sum + c.net, 0);
    if (base === 0) return [];
    const leftBase = invoice.lines.reduce((sum, line, i) => sum + (line.taxCode === tax.code ? (left[i] ?? 0) : 0), 0);
    const leftTax = tax.tax - (invoice.creditedTaxes?.[tax.code] ?? 0);
    return [{ code: tax.code, percent: tax.percent, base, tax: base === leftBase ? leftTax : Math.min(percentOf(base, tax.percent), leftTax) }];
  });
  const net = taxes.reduce((sum, t) => sum + t.base, 0);
  const tax = taxes.reduce((sum, t) => sum + t.tax, 0);
  const all = left.reduce((sum, n) => sum + n, 0) === net;
  const rounding = all ? invoice.totals.rounding : 0;
  return { net, tax, rounding, gross: net + tax + rounding, taxes };
}

/** The lines of a credit note. @throws DomainError `credit.line` (400), `credit.too_much` (422). */
export function creditLines(invoice: Pick<Invoice, 'lines' | 'credited'>, credited: readonly CreditedLine[]): InvoiceLine[] {
  const left = creditable(invoice);
  return credited.map((c, i) => {
    const line = invoice.lines[c.line - 1];
    if (!line) throw invalid('credit.line', `The invoice has no line ${c.line}.`, `body.lines.${i}.line`);
    const rest = left[c.line - 1] ?? 0;
    if (c.net > rest) throw refused('credit.too_much', `Line ${c.line} (${line.name}) has only ${minorText(rest)} EUR left to credit.`, `body.lines.${i}`);
    return { ...line, quantity: c.quantity, net: c.net };
  });
}

/** The invoice after a credit: what has been credited of each line and tax. */
export function withCredited<I extends Pick<Invoice, 'lines' | 'credited' | 'creditedTaxes'>>(invoice: I, credited: readonly CreditedLine[], totals: Totals): I {
  const nets = invoice.lines.map((_, i) => invoice.credited?.[i] ?? 0);
  for (const c of credited) nets[c.line - 1] = (nets[c.line - 1] ?? 0) + c.net;
  const taxes = { ...invoice.creditedTaxes };
  for (const t of totals.taxes) taxes[t.code] = (taxes[t.code] ?? 0) + t.tax;
  return { ...invoice, credited: nets, creditedTaxes: taxes };
}

/** A credit over all that is left. @throws DomainError `credit.nothing_left` (422). */
export function creditAll(invoice: Pick<Invoice, 'lines' | 'credited'>): CreditedLine[] {
  const lines = creditable(invoice).flatMap((net, i) => (net > 0 ? [{ line: i + 1, net, quantity: invoice.lines[i]?.quantity ?? '0' }] : []));
  if (lines.length === 0) throw refused('credit.nothing_left', 'This invoice has been credited in full.', 'path.invoiceId');
  return lines;
}

/**
 * What a request asks to credit, by quantity (its share of the line's net; the last piece takes the rest) or by amount.
 * @throws DomainError `credit.line` (400), `credit.too_much` (422).
 */
export function creditedLines(invoice: Pick<Invoice, 'lines' | 'credited'>, asked: readonly { line: number; quantity?: string | undefined; net?: Minor | undefined }[]): CreditedLine[] {
  const seen = new Set<number>();
  return asked.map(({ line: no, quantity, net }, i) => {
    const line = invoice.lines[no - 1];
    if (!line || seen.has(no)) throw invalid('credit.line', line ? `Line ${no} stands twice.` : `The invoice has no line ${no}.`, `body.lines.${i}.line`);
    seen.add(no);
    if ((quantity === undefined) === (net === undefined)) throw invalid('credit.line', 'Give either a quantity or a net amount.', `body.lines.${i}`);
    if (net !== undefined) return { line: no, net, quantity: line.quantity };
    const part = quantity as string;
    if (lessThan(line.quantity, part)) throw refused('credit.too_much', `Line ${no} billed only ${line.quantity}.`, `body.lines.${i}.quantity`);
    return { line: no, net: shareOf(line.net, thousandths(part), thousandths(line.quantity)), quantity: part };
  });
}
