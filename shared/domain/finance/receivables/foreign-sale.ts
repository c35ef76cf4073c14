import * as z from 'zod/mini';
import type { Minor } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { list } from '#kernel/stored.ts';
import { type Exchange, ForeignTotals, rateHeld } from '../currencies/exchange-rate.ts';
import { TaxLine, type Totals } from '../tax/totals.ts';

/** An invoice or credit note in a foreign currency: what it says, in minor units of that, and the rate at which the books hold it. */
export const ForeignSale = z.extend(ForeignTotals, {
  rounding: z.int(),
  taxes: list(TaxLine),
  /** Of an invoice, what credit notes have given back: net by line, tax by code. */
  credited: z.exactOptional(list(z.int())),
  creditedTaxes: z.exactOptional(z.record(z.string(), z.int())),
});
export type ForeignSale = Readonly<z.output<typeof ForeignSale>>;

/** The amounts of a document in its own currency, all of it still open. */
export const foreignSale = (exchange: Exchange, { net, tax, rounding, gross, taxes }: Totals): ForeignSale => ({
  ...rateHeld(exchange, gross),
  ...{ net, tax, rounding, gross, taxes },
});

/** The exchange that a document was entered with. */
export const exchangeIn = ({ currency, rate, rateOf, source }: Pick<ForeignSale, 'currency' | 'rate' | 'rateOf' | 'source'>): Exchange => ({
  ...{ currency, rate, date: rateOf, source },
});

/** What of a document stands in its own currency, beside the euros. */
interface InBoth {
  readonly lines: readonly { readonly net: Minor; readonly foreign?: Minor }[];
  readonly foreign?: ForeignSale;
  readonly totals?: Totals;
  readonly credited?: readonly number[];
  readonly creditedTaxes?: Readonly<Record<string, number>>;
}

/** A document with its amounts as its customer has them: in its own currency. */
export function inOwnCurrency<D extends InBoth>(document: D): D {
  const { foreign } = document;
  if (!foreign) return document;
  const { credited: _, creditedTaxes: __, ...rest } = document;
  const { net, tax, rounding, gross, taxes, credited, creditedTaxes } = foreign;
  return {
    ...rest,
    lines: document.lines.map((line) => ({ ...line, net: line.foreign ?? 0 })),
    totals: { net, tax, rounding, gross, taxes },
    ...defined({ credited, creditedTaxes }),
  } as unknown as D;
}
