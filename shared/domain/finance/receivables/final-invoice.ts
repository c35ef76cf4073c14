import { refused } from '#kernel/errors.ts';
import type { Minor } from '#kernel/money.ts';
import type { Stored } from '#kernel/record.ts';
import { type Totals, totalsOf } from '../tax/totals.ts';
import { type Deduction, deductionLine, deductionsOf, refusalOfAdvance } from './advance.ts';
import type { Invoice, InvoiceLine } from './invoice.ts';

/** Money in advance that an invoice is to take off. */
export interface Advances {
  readonly invoices: readonly Stored<Invoice>[];
  /** Somebody has chosen them: then what cannot be taken off is refused, and not left for another invoice. */
  readonly chosen: boolean;
}

interface Billable {
  readonly lines: readonly InvoiceLine[];
  readonly totals: Totals;
  readonly pricesIncludeTax: boolean;
}

const rateOf = ({ taxCode, percent }: Pick<Deduction, 'taxCode' | 'percent'>): string => `${taxCode} ${percent}`;

/**
 * What an invoice takes off of money in advance: of each rate no more than it bills at that rate, so that it is never below zero
 * and the rest waits for the next invoice.
 * @throws DomainError where they were chosen: `advance.none`, `advance.other`, `advance.currency`, `advance.used`, `advance.rate` (422).
 */
export function deductionsWithin(lines: readonly InvoiceLine[], customerId: string, { invoices, chosen }: Advances): Deduction[] {
  const room = new Map<string, Minor>();
  for (const line of lines) room.set(rateOf(line), (room.get(rateOf(line)) ?? 0) + line.net);
  return invoices.flatMap((invoice, i) => {
    const field = `body.advances.${i}`;
    if (!chosen && refusalOfAdvance(invoice, customerId, field)) return [];
    const taken = deductionsOf(invoice, customerId, undefined, field).flatMap((deduction) => {
      const rate = rateOf(deduction);
      const net = Math.min(deduction.net, room.get(rate) ?? 0);
      room.set(rate, (room.get(rate) ?? 0) - net);
      return net > 0 ? [{ ...deduction, net }] : [];
    });
    if (chosen && taken.length === 0)
      throw refused(
        'advance.rate',
        `The invoice bills nothing more at the rate of tax of ${invoice.number}: take it off another one.`,
        field,
        { invoice: invoice.number },
      );
    return taken;
  });
}

/**
 * The invoice less what was paid in advance: the tax is that of what is left, since that of the rest was charged when it was paid
 * (Ley 37/1992 art. 75.Dos). Where prices include tax, what is left to pay is the price less what was paid, to the cent.
 */
export function lessAdvances<B extends Billable>(bill: B, deductions: readonly Deduction[]): B {
  if (deductions.length === 0) return bill;
  const paid = deductions.map((deduction) => deductionLine(deduction, bill.pricesIncludeTax));
  const lines = [...bill.lines, ...paid];
  const { nets: _, ...totals } = totalsOf(
    lines.map(({ taxCode, percent, net }) => ({ taxCode, percent, amount: net })),
    false,
  );
  if (!bill.pricesIncludeTax) return { ...bill, lines, totals };
  const before = totalsOf(
    deductions.map(({ taxCode, percent, net }) => ({ taxCode, percent, amount: net })),
    false,
  );
  const gross = Math.max(0, bill.totals.gross - before.gross);
  return { ...bill, lines, totals: { ...totals, gross, rounding: gross - totals.net - totals.tax } };
}
