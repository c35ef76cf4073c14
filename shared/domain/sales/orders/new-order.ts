import type * as z from 'zod/mini';
import { refusalOfTaxCode, type TaxRecipient } from '#domain/finance/events.ts';
import { type IsoDate, yearOf } from '#kernel/date.ts';
import { refused, throwIf } from '#kernel/errors.ts';
import type { Stored } from '#kernel/record.ts';
import type { Item } from '../catalogue/item.ts';
import type { Order } from './order.ts';
import { priceLines } from './pricing.ts';
import type { PlaceOrder } from './wire.ts';

/** What an order takes from the company's settings. */
export interface OrderTerms {
  readonly fiscalYears: readonly string[];
  readonly policies: { readonly shortage: 'refuse' | 'backorder'; readonly invoiceOn: 'shipment' | 'order' };
}

/** The order that was asked for, priced; not yet placed. @throws DomainError `period.not_open`, `tax.recipient` (422). */
export function newOrder(
  input: z.output<typeof PlaceOrder>,
  terms: OrderTerms,
  customer: TaxRecipient & { readonly id: string; readonly name: string; readonly paymentDays: number },
  items: readonly (Stored<Item> | undefined)[],
  date: IsoDate,
  channel: string,
): Order {
  requireYear(date, terms.fiscalYears);
  const { lines, totals } = priceLines(input.lines, items, date, input.pricesIncludeTax);
  for (const [i, { taxCode }] of lines.entries()) throwIf(refusalOfTaxCode(taxCode, customer, `body.lines.${i}`));
  return {
    state: input.quote ? 'quote' : 'placed',
    quoted: input.quote,
    customerId: customer.id,
    customerName: customer.name,
    paymentDays: customer.paymentDays,
    date,
    warehouse: input.warehouse,
    pricesIncludeTax: input.pricesIncludeTax,
    shortage: terms.policies.shortage,
    invoiceOn: terms.policies.invoiceOn,
    ...(input.reference ? { reference: input.reference } : {}),
    ...(input.notes ? { notes: input.notes } : {}),
    channel,
    lines,
    totals,
    shipments: [],
    invoiceIds: [],
    returnIds: [],
  };
}

/** A quote that the customer has accepted: placed on the day that is told, or on its own. @throws DomainError `period.not_open`, `order.too_early` (422). */
export function accepted<O extends Order>(quote: O, date: IsoDate | undefined, fiscalYears: readonly string[]): O {
  const on = date ?? quote.date;
  requireYear(on, fiscalYears);
  if (on < quote.date)
    throw refused(
      'order.too_early',
      `The quote is of ${quote.date}: it cannot be placed before. Use that day or a later one.`,
      'body.date',
      {
        date: on,
        earliest: quote.date,
      },
    );
  return { ...quote, state: 'placed', date: on };
}

function requireYear(date: IsoDate, fiscalYears: readonly string[]): void {
  if (!fiscalYears.includes(yearOf(date)))
    throw refused('period.not_open', `There is no fiscal year for ${date}. Open it first.`, 'body.date', { date, year: yearOf(date) });
}
