import { invalid, type Refusal, refusal, refused, throwIf } from '#kernel/errors.ts';
import { type Minor, minorText, percentOf, shareOf, unlessBase } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { isZero, lessThan, minus, plus, type Quantity, thousandths } from '#kernel/quantity.ts';
import { currencyOf } from '../open-items/open-item.ts';
import { rateKey, summed, type Totals, totalsOf } from '../tax/totals.ts';
import { surchargeOf } from '../tax/vat-es.ts';
import { inOwnCurrency } from './foreign-sale.ts';
import type { Invoice, InvoiceLine } from './invoice.ts';

/** What a credit gives back of one invoice line: `net` in minor units, ≥ 0. */
export interface CreditedLine {
  /** 1, 2, 3… on the invoice. */
  readonly line: number;
  readonly net: Minor;
  /** '0' where an amount is taken off and nothing is given back. */
  readonly quantity: Quantity;
}

type Creditable = Pick<Invoice, 'lines' | 'credited' | 'creditedQuantities' | 'pricesIncludeTax' | 'foreign'>;

/** Net that is left of each line to credit. */
export const creditable = (invoice: Pick<Invoice, 'lines' | 'credited'>): Minor[] =>
  invoice.lines.map((line, i) => line.net - (invoice.credited?.[i] ?? 0));

/** Quantity that is left of each line to credit. */
export const creditableQuantities = (invoice: Pick<Invoice, 'lines' | 'creditedQuantities'>): Quantity[] =>
  invoice.lines.map((line, i) => minus(line.quantity, invoice.creditedQuantities?.[i] ?? '0'));

/**
 * Totals of a credit at the tax rates of the invoice it corrects, whatever the rate is by now (Ley 37/1992 arts. 80 and 89).
 * The tax is base × rate, rounded half-up (EN 16931 BR-CO-17), unless that would take the sum of all credits more than
 * a cent from the tax of their bases together; and the credit that takes the last of a rate takes exactly what is left
 * of its tax. So partial credits never differ from the whole, however many they are.
 */
export function creditTotals(
  invoice: Pick<Invoice, 'lines' | 'totals' | 'credited' | 'creditedTaxes'>,
  credited: readonly CreditedLine[],
): Totals {
  const left = creditable(invoice);
  const taxes = invoice.totals.taxes.flatMap(({ code, percent, base: billed, tax: billedTax }) => {
    const isTaxed = (line: InvoiceLine | undefined) => line !== undefined && bears(line, code, percent);
    const base = credited.reduce((sum, c) => sum + (isTaxed(invoice.lines[c.line - 1]) ? c.net : 0), 0);
    if (base === 0) return [];
    const leftBase = invoice.lines.reduce((sum, line, i) => sum + (isTaxed(line) ? (left[i] ?? 0) : 0), 0);
    if (base > leftBase && invoice.lines.some(({ net }) => net < 0)) throw beyondAdvance(leftBase, base);
    const given = invoice.creditedTaxes?.[rateKey(invoice.lines, code, percent)] ?? 0;
    const exact = percentOf(billed - leftBase + base, percent) - given;
    const near = Math.max(exact - 1, Math.min(exact + 1, percentOf(base, percent)));
    return [{ code, percent, base, tax: base === leftBase ? billedTax - given : Math.min(near, billedTax - given) }];
  });
  const { net } = summed(taxes, 0);
  const takesAll = net > 0 && left.reduce((sum, n) => sum + n, 0) === net;
  return summed(taxes, takesAll ? invoice.totals.rounding : 0);
}

/** What was taken off as paid in advance is not given back by crediting the other lines alone. */
const beyondAdvance = (left: Minor, asked: Minor) =>
  refused(
    'credit.too_much',
    `Of this rate of tax only ${minorText(left)} is left beside what was taken off; ${minorText(asked)} is too much. Credit less, or the invoice as a whole.`,
    'body.lines',
    { amount: minorText(left), requested: minorText(asked), why: 'advance' },
  );

/** Whether a line bears a tax: that of its code and rate, or the surcharge on it. */
function bears(line: InvoiceLine, code: string, percent: string): boolean {
  if (line.taxCode === code && line.percent === percent) return true;
  const surcharge = surchargeOf(line.taxCode, line.percent);
  return surcharge?.code === code && surcharge.percent === percent;
}

/** The lines of a credit note, in the currency that the invoice is given in. @throws DomainError `credit.line` (400), `credit.too_much` (422). */
export function creditLines(invoice: Creditable, credited: readonly CreditedLine[]): InvoiceLine[] {
  const left = creditable(invoice);
  const quantities = creditableQuantities(invoice);
  const currency = currencyOf(invoice);
  return credited.map((c, i) => {
    const line = invoice.lines[c.line - 1];
    if (!line)
      throw invalid('credit.line', `The invoice has no line ${c.line}.`, `body.lines.${i}.line`, {
        line: c.line,
        lines: invoice.lines.length,
      });
    const [rest = 0, quantity = '0'] = [left[c.line - 1], quantities[c.line - 1]];
    // What was taken off comes back with the opposite sign.
    if (line.net < 0 ? c.net < rest : c.net > rest)
      throw refused(
        'credit.too_much',
        `Line ${c.line} (${line.name}) has only ${minorText(rest, currency)} ${currency} left to credit; ${minorText(c.net, currency)} is too much. Reduce the amount.`,
        `body.lines.${i}`,
        {
          line: c.line,
          name: line.name,
          amount: minorText(rest, currency),
          requested: minorText(c.net, currency),
          why: 'amount',
          ...unlessBase(currency),
        },
      );
    if (line.net >= 0 && lessThan(quantity, c.quantity))
      throw refused(
        'credit.too_much',
        `Line ${c.line} (${line.name}) has only ${quantity} left to credit; ${c.quantity} is too much. Reduce the quantity.`,
        `body.lines.${i}.quantity`,
        {
          line: c.line,
          name: line.name,
          left: quantity,
          requested: c.quantity,
        },
      );
    return creditLine(line, c, invoice);
  });
}

/** A quantity is credited at the invoice's price; an amount stands as one piece at that amount. */
function creditLine(
  line: InvoiceLine,
  { net, quantity }: CreditedLine,
  { pricesIncludeTax, foreign }: Pick<Creditable, 'pricesIncludeTax' | 'foreign'>,
): InvoiceLine {
  // What was taken off, as paid in advance or of the whole, comes back as it was, or a part of it.
  if (line.net < 0)
    return net === line.net
      ? { ...line, quantity: '-1', net }
      : { ...line, quantity: '-1', price: partPrice(line, net, pricesIncludeTax), net };
  const fair = isZero(quantity) ? undefined : shareOf(line.net, thousandths(quantity), thousandths(line.quantity));
  if (fair !== undefined && Math.abs(fair - net) <= 1) return { ...line, quantity, net };
  const { discount, ...undiscounted } = line;
  const price = minorText(pricesIncludeTax ? net + percentOf(net, line.percent) : net, currencyOf(defined({ foreign })));
  return { ...undiscounted, quantity: '1', price, net };
}

/** The price of a part of an advance that was taken off: as the whole's, with tax or without. */
const partPrice = ({ taxCode, percent }: InvoiceLine, net: Minor, pricesIncludeTax: boolean): string =>
  minorText(pricesIncludeTax ? totalsOf([{ taxCode, percent, amount: -net }], false).gross : -net);

/** The invoice after a credit: what has been credited of each line and tax. */
export function withCredited<I extends Pick<Invoice, 'lines' | 'credited' | 'creditedQuantities' | 'creditedTaxes'>>(
  invoice: I,
  credited: readonly CreditedLine[],
  totals: Totals,
): I {
  const nets = invoice.lines.map((_, i) => invoice.credited?.[i] ?? 0);
  const quantities = invoice.lines.map((_, i) => invoice.creditedQuantities?.[i] ?? '0');
  for (const { line, net, quantity } of credited) {
    nets[line - 1] = (nets[line - 1] ?? 0) + net;
    quantities[line - 1] = plus(quantities[line - 1] ?? '0', quantity);
  }
  const taxes = { ...invoice.creditedTaxes };
  for (const { code, percent, tax } of totals.taxes) {
    const key = rateKey(invoice.lines, code, percent);
    taxes[key] = (taxes[key] ?? 0) + tax;
  }
  return { ...invoice, credited: nets, creditedQuantities: quantities, creditedTaxes: taxes };
}

/**
 * A credit of goods, with as much of what was paid in advance given back as the rest of the invoice does not cover at their rate: an
 * order that comes back is credited whatever was paid before it.
 */
export function withAdvancesBack(invoice: Invoice, credited: readonly CreditedLine[]): CreditedLine[] {
  const left = creditable(invoice);
  const back = new Map<number, Minor>();
  for (const key of new Set(credited.map(({ line }) => rateOf(invoice.lines[line - 1])))) {
    const mine = (i: number) => rateOf(invoice.lines[i]) === key;
    const asked = credited.reduce((sum, { line, net }) => sum + (mine(line - 1) ? net : 0), 0);
    let over = asked - left.reduce((sum, net, i) => sum + (mine(i) ? net : 0), 0);
    for (const [i, net] of left.entries()) {
      if (over <= 0 || !mine(i) || !invoice.lines[i]?.deducts) continue;
      const part = Math.min(over, -net);
      over -= part;
      if (part > 0) back.set(i + 1, -part);
    }
  }
  return [...credited, ...[...back].map(([line, net]) => ({ line, net, quantity: '0' }))];
}
const rateOf = (line: InvoiceLine | undefined): string => `${line?.taxCode} ${line?.percent}`;

/** An invoice of which nothing is left to credit. */
export const refusalOfCredited = (invoice: Pick<Invoice, 'lines' | 'credited' | 'foreign'>): Refusal | undefined =>
  creditable(inOwnCurrency(invoice)).some((net) => net > 0)
    ? undefined
    : refusal('credit.nothing_left', 'This invoice has been credited in full.', 'path.invoiceId');

/** A credit over all that is left. @throws DomainError `credit.nothing_left` (422). */
export function creditAll(invoice: Pick<Invoice, 'lines' | 'credited' | 'creditedQuantities'>): CreditedLine[] {
  throwIf(refusalOfCredited(invoice));
  const quantities = creditableQuantities(invoice);
  return creditable(invoice).flatMap((net, i) => (net === 0 ? [] : [{ line: i + 1, net, quantity: quantities[i] ?? '0' }]));
}

/**
 * What a quantity of an invoice line is worth: its share of what is left of the line, so that the last piece takes the
 * rest to the cent. @throws DomainError `credit.too_much` (422).
 */
export function shareOfLine(
  invoice: Pick<Invoice, 'lines' | 'credited' | 'creditedQuantities'>,
  line: number,
  quantity: Quantity,
  field: string,
): CreditedLine {
  const left = creditableQuantities(invoice)[line - 1] ?? '0';
  if (lessThan(left, quantity))
    throw refused('credit.too_much', `Line ${line} has only ${left} left to credit; ${quantity} is too much. Reduce the quantity.`, field, {
      line,
      name: invoice.lines[line - 1]?.name ?? '',
      left,
      requested: quantity,
    });
  return { line, quantity, net: shareOf(creditable(invoice)[line - 1] ?? 0, thousandths(quantity), thousandths(left)) };
}

/**
 * What a request asks to credit, line by line: a quantity, or a net amount.
 * @throws DomainError `credit.line` (400), `credit.too_much` (422).
 */
export function creditedLines(
  invoice: Pick<Invoice, 'lines' | 'credited' | 'creditedQuantities'>,
  requested: readonly { readonly line: number; readonly quantity?: Quantity | undefined; readonly net?: Minor | undefined }[],
): CreditedLine[] {
  const seen = new Set<number>();
  return requested.map(({ line, quantity, net }, i) => {
    const named = invoice.lines[line - 1];
    if (!named)
      throw invalid('credit.line', `The invoice has no line ${line}.`, `body.lines.${i}.line`, { line, lines: invoice.lines.length });
    if (named.net < 0)
      throw invalid(
        'credit.line',
        `Line ${line} (${named.name}) was taken off and is not named itself: a discount goes back with the lines that it was taken off, an advance with the invoice as a whole.`,
        `body.lines.${i}.line`,
        { line, name: named.name, why: 'taken_off' },
      );
    if (seen.has(line))
      throw invalid('credit.line', `Line ${line} is listed twice: combine it into one.`, `body.lines.${i}.line`, { line, why: 'twice' });
    seen.add(line);
    if (quantity !== undefined && net === undefined) return shareOfLine(invoice, line, quantity, `body.lines.${i}.quantity`);
    if (quantity === undefined && net !== undefined) return { line, net, quantity: '0' };
    throw invalid('credit.line', `Line ${line}: give either a quantity or a net amount, and not both.`, `body.lines.${i}`, {
      line,
      why: 'both',
    });
  });
}

/** What a credit over an invoice comes to, and the invoice after it. */
interface InvoiceCredit<I> {
  readonly lines: InvoiceLine[];
  /** In euros. */
  readonly totals: Totals;
  /** In the currency of the invoice, where that is another. */
  readonly foreign?: Totals;
  readonly invoice: I;
}

/**
 * Credits lines of an invoice. One in a foreign currency is credited in that, at its own rate: the books give back the same share
 * of each line that they have left, so that the last credit takes all of it.
 * @param credited in the invoice's own currency. @throws DomainError as {@link creditLines}.
 */
export function creditOf<I extends Invoice>(invoice: I, credited: readonly CreditedLine[]): InvoiceCredit<I> {
  const own = inOwnCurrency(invoice);
  const lines = creditLines(own, credited);
  if (!invoice.foreign) {
    const totals = creditTotals(invoice, credited);
    return { lines, totals, invoice: withCredited(invoice, credited, totals) };
  }
  const based = inBooks(invoice, credited);
  const [totals, foreign] = [creditTotals(invoice, based), creditTotals(own, credited)];
  const { credited: given, creditedTaxes } = withCredited(own, credited, foreign);
  return {
    lines: lines.map((line, i) => ({ ...line, foreign: line.net, net: based[i]?.net ?? 0 })),
    totals,
    foreign,
    invoice: { ...withCredited(invoice, based, totals), foreign: { ...invoice.foreign, ...defined({ credited: given, creditedTaxes }) } },
  };
}

/** What the books give back for lines that are credited in a foreign currency. */
function inBooks(invoice: Pick<Invoice, 'lines' | 'credited' | 'foreign'>, credited: readonly CreditedLine[]): CreditedLine[] {
  const [held, left] = [creditable(invoice), creditable(inOwnCurrency(invoice))];
  return credited.map((one) => {
    const [all = 0, rest = 0] = [held[one.line - 1], left[one.line - 1]];
    return { ...one, net: one.net === rest ? all : shareOf(all, BigInt(one.net), BigInt(rest)) };
  });
}
