import { decimal, divide, format, multiply } from '#kernel/decimal.ts';
import { type Minor, minorText, percentOf, toMinor } from '#kernel/money.ts';
import { type EInvoice, type InvoiceSums, summedPercent, type TradeLine, type VatBreakdown, type VatRate } from './einvoice.ts';

/** What of an invoice does not hold. */
export interface ArithmeticFault {
  /** The rule of EN 16931 by its name, or `withheld` and `line` (Peppol's R120): the norm has none for those. */
  readonly rule:
    | 'BR-CO-10'
    | 'BR-CO-11'
    | 'BR-CO-12'
    | 'BR-CO-13'
    | 'BR-CO-14'
    | 'BR-CO-15'
    | 'BR-CO-16'
    | 'BR-CO-17'
    | 'BR-S-08'
    | 'line'
    | 'withheld';
  /** What it is of: the id of a line, a category and rate. */
  readonly of?: string;
  /** What the parts come to, and what the file says; decimal text in its currency. */
  readonly expected: string;
  readonly stated: string;
}

/** A line may differ by two cents from quantity × price: files round the price (Peppol R120 takes as much). */
const LINE_TOLERANCE = 2;
const WITHHELD_TOLERANCE = 1;

type Compare = (rule: ArithmeticFault['rule'], expected: Minor, stated: Minor, tolerance?: Minor, of?: string) => ArithmeticFault[];

/**
 * Whether the amounts of an invoice come of each other: lines, tax by rate, totals, what is withheld. Nothing of it may be taken into the
 * books in silence where they do not. Sums are exact; a tax may differ by half a cent for each line of its rate, as some round by line.
 */
export function arithmeticFaults(invoice: EInvoice): ArithmeticFault[] {
  const { currency, withheld, taxes, lines } = invoice;
  const told = (minor: Minor) => minorText(minor, currency);
  const compare: Compare = (rule, expected, stated, tolerance = 0, of) =>
    Math.abs(expected - stated) <= tolerance
      ? []
      : [{ rule, ...(of === undefined ? {} : { of }), expected: told(expected), stated: told(stated) }];
  return [
    ...lines.flatMap((line) => compare('line', worthOf(line, currency), line.net, LINE_TOLERANCE, line.id)),
    ...sumFaults(invoice, compare),
    ...taxes.flatMap((tax) => taxFaults(tax, invoice, compare)),
    ...ratesWithoutBase(invoice).flatMap(({ rate, net }) => compare('BR-S-08', net, 0, 0, rate)),
    ...withheld.flatMap(({ percent, base, amount }) =>
      compare('withheld', percentOf(base, percent), amount, WITHHELD_TOLERANCE, `${percent} %`),
    ),
  ];
}

const sum = (minors: readonly Minor[]): Minor => minors.reduce((total, minor) => total + minor, 0);
const amounts = (of: readonly { readonly amount: Minor }[]): Minor => sum(of.map(({ amount }) => amount));

/** Quantity × price, by the quantity that the price is of, with what is added and taken off. */
function worthOf({ quantity, price, priceQuantity, allowances, charges }: TradeLine, currency: string): Minor {
  const whole = multiply(decimal(quantity), decimal(price));
  const per = decimal(priceQuantity ?? '1');
  const value = per.units > 0n ? divide(whole, per, 12) : whole;
  return toMinor(value, currency) + amounts(charges) - amounts(allowances);
}

function sumFaults({ lines, allowances, charges, taxes, sums }: EInvoice, compare: Compare): ArithmeticFault[] {
  const { net, tax, gross, prepaid, rounding, due } = sums satisfies InvoiceSums;
  return [
    ...compare('BR-CO-10', sum(lines.map((line) => line.net)), sums.lines),
    ...compare('BR-CO-11', amounts(allowances), sums.allowances),
    ...compare('BR-CO-12', amounts(charges), sums.charges),
    ...compare('BR-CO-13', sums.lines - sums.allowances + sums.charges, net),
    ...compare('BR-CO-14', sum(taxes.map((each) => each.tax)), tax),
    ...compare('BR-CO-15', net + tax, gross),
    ...compare('BR-CO-16', gross - prepaid + rounding, due),
  ];
}

const rateText = (vat: VatRate): string =>
  `${vat.category} ${format(decimal(vat.percent))} %${vat.surcharge ? ` + ${vat.surcharge} %` : ''}`;

/** What lines, allowances and charges of a rate come to. */
function netOf(rate: string, { lines, allowances, charges }: EInvoice): { readonly net: Minor; readonly parts: number } {
  const mine = lines.filter(({ vat }) => rateText(vat) === rate);
  const at = (of: EInvoice['allowances']) => of.filter(({ vat }) => rateText(vat) === rate);
  return {
    net: sum(mine.map(({ net }) => net)) - amounts(at(allowances)) + amounts(at(charges)),
    parts: mine.length + at(allowances).length + at(charges).length,
  };
}

function taxFaults(tax: VatBreakdown, invoice: EInvoice, compare: Compare): ArithmeticFault[] {
  const rate = rateText(tax);
  const { net, parts } = netOf(rate, invoice);
  // Tax and surcharge round apart.
  const own = tax.surcharge
    ? percentOf(tax.base, tax.percent) + percentOf(tax.base, tax.surcharge)
    : percentOf(tax.base, summedPercent(tax));
  return [...compare('BR-S-08', net, tax.base, 0, rate), ...compare('BR-CO-17', own, tax.tax, Math.max(1, Math.ceil(parts / 2)), rate)];
}

/** Rates that lines have and no breakdown is of. */
function ratesWithoutBase(invoice: EInvoice): { readonly rate: string; readonly net: Minor }[] {
  const told = new Set(invoice.taxes.map(rateText));
  const used = new Set([...invoice.lines, ...invoice.allowances, ...invoice.charges].map(({ vat }) => rateText(vat)));
  return [...used].filter((rate) => !told.has(rate)).map((rate) => ({ rate, net: netOf(rate, invoice).net }));
}
