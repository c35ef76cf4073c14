import * as z from 'zod/mini';
import { conflict, type Refusal, refusal, refused, throwIf } from '#kernel/errors.ts';
import { type Minor, minorText, PositiveMoney } from '#kernel/money.ts';
import { type Change, type Stored, update } from '#kernel/record.ts';
import { totalsOf } from '../tax/totals.ts';
import { type CreditedLine, creditable, creditTotals, withCredited } from './credit.ts';
import { type Invoice, InvoiceId, type InvoiceLine, Invoices } from './invoice.ts';

/** An advance invoice that a final one takes off, whole or so much of its net. */
export const AdvanceInput = z.strictObject({ invoiceId: InvoiceId, net: z.optional(PositiveMoney) });
export type AdvanceInput = z.output<typeof AdvanceInput>;

/** A line of an advance invoice, as a final invoice takes it off: at the rate of tax at which it was charged (Ley 37/1992 art. 75.Dos). */
export const Deduction = z.object({
  invoiceId: z.string(),
  line: z.int(),
  number: z.string(),
  taxCode: z.string(),
  percent: z.string(),
  /** Minor units, above zero. */
  net: z.int(),
});
export type Deduction = Readonly<z.output<typeof Deduction>>;

/** What is left of each line of money in advance, neither given back nor taken off a final invoice. */
const leftOf = (invoice: Pick<Invoice, 'lines' | 'credited'>): { readonly line: number; readonly left: Minor }[] =>
  creditable(invoice).flatMap((left, i) => (invoice.lines[i]?.kind === 'advance' && left > 0 ? [{ line: i + 1, left }] : []));

/** Net of an advance invoice that a final one can take off. */
export const advanceLeft = (invoice: Pick<Invoice, 'lines' | 'credited'>): Minor =>
  leftOf(invoice).reduce((sum, { left }) => sum + left, 0);

/** Whether an invoice charges money in advance at all, whatever is left of it. */
const isAdvance = (invoice: Pick<Invoice, 'lines'>): boolean => invoice.lines.some(({ kind, net }) => kind === 'advance' && net > 0);

/** Why a final invoice of a customer cannot take an invoice off. */
export function refusalOfAdvance(invoice: Stored<Invoice>, customerId: string, field: string): Refusal | undefined {
  const { number } = invoice;
  if (!isAdvance(invoice))
    return refusal('advance.none', `${number} charges no money in advance: choose one that does.`, field, { invoice: number });
  if (invoice.customerId !== customerId)
    return refusal('advance.other', `${number} was paid in advance by another customer: choose one of this customer.`, field, {
      invoice: number,
    });
  if (invoice.foreign)
    return refusal(
      'advance.currency',
      `${number} is in ${invoice.foreign.currency}: only money in advance in euros can be taken off.`,
      field,
      { invoice: number, currency: invoice.foreign.currency },
    );
  if (advanceLeft(invoice) === 0)
    return refusal('advance.used', `Nothing is left of ${number}: it has been taken off or credited already.`, field, { invoice: number });
  return undefined;
}

/**
 * What a final invoice takes off of an advance invoice, from its first line on.
 * @throws DomainError `advance.none`, `advance.other`, `advance.currency`, `advance.used`, `advance.too_much` (422) naming the field.
 */
export function deductionsOf(invoice: Stored<Invoice>, customerId: string, asked: Minor | undefined, field: string): Deduction[] {
  throwIf(refusalOfAdvance(invoice, customerId, field));
  const left = advanceLeft(invoice);
  if (asked !== undefined && asked > left)
    throw refused('advance.too_much', `${invoice.number} has only ${minorText(left)} left to take off.`, field, {
      invoice: invoice.number,
      amount: minorText(left),
      requested: minorText(asked),
    });
  let wanted = asked ?? left;
  return leftOf(invoice).flatMap(({ line, left: most }) => {
    const net = Math.min(most, wanted);
    wanted -= net;
    const { taxCode, percent } = invoice.lines[line - 1] as InvoiceLine;
    return net > 0 ? [{ invoiceId: invoice.id, line, number: invoice.number, taxCode, percent, net }] : [];
  });
}

/** The line of a final invoice that takes it off, at a price as those of the invoice: with tax, where they include it. */
export const deductionLine = ({ invoiceId, line, number, taxCode, percent, net }: Deduction, pricesIncludeTax = false): InvoiceLine => ({
  ...{ code: '', name: `Anticipo ${number}`, kind: 'advance', quantity: '-1', taxCode, percent, net: -net },
  price: minorText(pricesIncludeTax ? totalsOf([{ taxCode, percent, amount: net }], false).gross : net),
  deducts: { invoiceId, line },
});

/** An amount of a line and no quantity: nothing of it was given back, and it comes back the same way. */
const amountOf = ({ line, net }: { readonly line: number; readonly net: Minor }): CreditedLine => ({ line, net, quantity: '0' });

/**
 * The advance invoices after a final one, which they name: what it takes off is neither credited nor taken off again.
 * @throws DomainError `advance.changed` (409) where meanwhile less is left than the final invoice takes off.
 */
export function deduct(
  invoices: readonly Stored<Invoice>[],
  deductions: readonly Deduction[],
  finalId: string,
  field: string,
): Change<Invoice>[] {
  return invoices.map((invoice) => {
    const mine = deductions.filter(({ invoiceId }) => invoiceId === invoice.id);
    const left = creditable(invoice);
    if (mine.some(({ line, net }) => net > (left[line - 1] ?? 0)))
      throw conflict('advance.changed', `Less is left of ${invoice.number} by now than is to be taken off. Choose it again.`, field, {
        invoice: invoice.number,
      });
    const lines = mine.map(amountOf);
    const after = withCredited(invoice, lines, creditTotals(invoice, lines));
    return update(Invoices, invoice, { ...after, deductedBy: [...(invoice.deductedBy ?? []), finalId] });
  });
}

/** The advance invoices after a final one that took them off was credited: it can be taken off again. */
export function putBack(invoices: readonly Stored<Invoice>[], lines: readonly InvoiceLine[]): Change<Invoice>[] {
  return invoices.map((invoice) => {
    const back = lines.flatMap(({ deducts, net }) => (deducts?.invoiceId === invoice.id ? [{ line: deducts.line, net }] : []));
    const credited = back.map(amountOf);
    // What of the tax comes back is what taking it off had taken: the tax of what is credited then, less that of now.
    const nets = [...(invoice.credited ?? invoice.lines.map(() => 0))];
    for (const { line, net } of back) nets[line - 1] = (nets[line - 1] ?? 0) + net;
    const creditedTaxes = taxesOf(invoice, nets);
    return update(Invoices, invoice, { ...withCredited(invoice, credited, { ...invoice.totals, taxes: [] }), creditedTaxes });
  });
}

/** The tax of what is credited of an invoice, by what its bases come to. */
function taxesOf(invoice: Stored<Invoice>, nets: readonly Minor[]): Record<string, Minor> {
  const fresh = { lines: invoice.lines, totals: invoice.totals };
  const all = nets.flatMap((net, i) => (net > 0 ? [{ line: i + 1, net, quantity: '0' }] : []));
  return withCredited(fresh as Invoice, all, creditTotals(fresh, all)).creditedTaxes ?? {};
}
