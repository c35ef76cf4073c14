import { type IsoDate, isIsoDate } from '#kernel/date.ts';
import { add, type Decimal, decimal, format, round } from '#kernel/decimal.ts';
import { CURRENCY_EXPONENTS, type Currency, exponentOf, MAX_MINOR, type Minor } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { textAt, type XmlElement } from '#kernel/xml.ts';
import { VAT_ES } from '../tax/vat-es.ts';
import { type DirectDebit, type Instalment, VAT_CATEGORIES, type VatCategory, type VatRate } from './einvoice.ts';

/** Why a file cannot be read as an invoice. */
export type EInvoiceFaultReason = 'syntax' | 'missing' | 'number' | 'date' | 'decimals' | 'currency' | 'category' | 'tax';

/** What a reader of invoices throws: whoever reads a document of the business makes a refusal of it. */
export class EInvoiceFault extends Error {
  override readonly name = 'EInvoiceFault';
  readonly reason: EInvoiceFaultReason;
  /** Line of the file, from 1 on. */
  readonly line: number;
  /** The element at fault, as a path of names. */
  readonly element: string;

  constructor(reason: EInvoiceFaultReason, { line, name }: Pick<XmlElement, 'line' | 'name'>, path: string, message: string) {
    super(message);
    this.reason = reason;
    this.line = line;
    this.element = path ? `${name}/${path}` : name;
  }
}

/** A text in one line, as every syntax keeps it. */
export const lineOfText = (element: XmlElement, ...paths: readonly string[]): string | undefined =>
  textAt(element, ...paths)?.replace(/\s+/g, ' ');

export function requiredText(element: XmlElement, path: string, ...more: readonly string[]): string {
  const text = lineOfText(element, path, ...more);
  if (text === undefined) throw new EInvoiceFault('missing', element, path, `${element.name} has no ${path}.`);
  return text;
}

/** A decimal that a file states: `xs:decimal`, of which 12 decimals are kept. */
function decimalText(text: string, element: XmlElement, path: string): Decimal {
  const [, sign, whole = '', fraction = ''] = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text) ?? [];
  const digits = whole.replace(/^0+(?=\d)/, '');
  if (digits + fraction === '' || digits.length > 24 || fraction.length > 100)
    throw new EInvoiceFault('number', element, path, `${path} is no number: "${text.slice(0, 40)}".`);
  const units = BigInt(`${digits}${fraction}`);
  return round({ units: sign === '-' ? -units : units, scale: fraction.length }, Math.min(fraction.length, 12));
}

/** A number as decimal text without needless zeros. */
export function numberAt(element: XmlElement, path: string): string | undefined {
  const text = textAt(element, path);
  return text === undefined ? undefined : format(decimalText(text, element, path));
}
export const requiredNumber = (element: XmlElement, path: string): string => {
  requiredText(element, path);
  return numberAt(element, path) ?? '0';
};

/** Amounts of a file, all in one currency. */
export interface AmountReader {
  readonly currency: string;
  readonly amount: (element: XmlElement, path: string) => Minor | undefined;
  readonly required: (element: XmlElement, path: string) => Minor;
}

/**
 * @param rounds an amount may have more decimals than its currency, and is rounded half-up: Facturae takes eight. The norm takes none (BR-DEC).
 */
export function amountReader(currency: string, at: XmlElement, rounds: boolean): AmountReader {
  requireCurrency(currency, at);
  const amount = (element: XmlElement, path: string): Minor | undefined => {
    const text = textAt(element, path);
    if (text === undefined) return undefined;
    const value = decimal(format(decimalText(text, element, path)));
    if (value.scale > exponentOf(currency) && !rounds)
      throw new EInvoiceFault('decimals', element, path, `${path} has more decimals than ${currency}: ${text}.`);
    const minor = Number(round(value, exponentOf(currency)).units);
    if (Math.abs(minor) > MAX_MINOR) throw new EInvoiceFault('number', element, path, `${path} is too large: ${text}.`);
    return minor;
  };
  return {
    currency,
    amount,
    required: (element, path) => {
      requiredText(element, path);
      return amount(element, path) ?? 0;
    },
  };
}

export function requireCurrency(currency: string, at: XmlElement): asserts currency is Currency {
  if (!Object.hasOwn(CURRENCY_EXPONENTS, currency))
    throw new EInvoiceFault('currency', at, '', `The currency ${currency} is not known here.`);
}

/** A day: `2026-12-01`, or `20261201` as CII writes it. */
export function dateAt(element: XmlElement, path: string): IsoDate | undefined {
  const text = textAt(element, path);
  if (text === undefined) return undefined;
  // A time zone may follow a date of XML Schema.
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})(?:Z|[+-]\d{2}:\d{2})?$/.exec(text) ?? [];
  const date = `${year}-${month}-${day}`;
  if (!isIsoDate(date)) throw new EInvoiceFault('date', element, path, `${path} is no date: "${text.slice(0, 40)}".`);
  return date;
}
export function requiredDate(element: XmlElement, path: string): IsoDate {
  requiredText(element, path);
  return dateAt(element, path) as IsoDate;
}

/** When an invoice is due, by all days that it tells: the first of them, and what is due on each where there are several, the same day once. */
export function duesOf(told: readonly { readonly date: IsoDate | undefined; readonly amount?: Minor | undefined }[]): {
  readonly dueDate?: IsoDate;
  readonly instalments?: readonly Instalment[];
} {
  const dues = told.flatMap(({ date, amount }) => (date ? [{ date, amount }] : []));
  const dates = [...new Set(dues.map(({ date }) => date))].toSorted();
  const [dueDate] = dates;
  if (!dueDate || dues.length < 2) return dueDate ? { dueDate } : {};
  const instalments = dates.map((date): Instalment => {
    const amounts = dues.flatMap((due) => (due.date === date ? [due.amount] : []));
    const known = amounts.filter((amount) => amount !== undefined);
    return known.length === amounts.length ? { date, amount: known.reduce((sum, amount) => sum + amount, 0) } : { date };
  });
  // Several means of payment for one day, none with a part of its own, are one due date.
  return instalments.length === 1 && instalments[0]?.amount === undefined ? { dueDate } : { dueDate, instalments };
}

/** Rates of the equivalence surcharge by the sum of both, as UBL and CII say it. */
const SUMMED: ReadonlyMap<string, Pick<VatRate, 'percent' | 'surcharge'>> = new Map(
  VAT_ES.flatMap(({ rates }) =>
    rates.flatMap(({ percent, surcharge }) =>
      surcharge ? [[format(add(decimal(percent), decimal(surcharge))), { percent, surcharge }] as const] : [],
    ),
  ),
);

/** The rate of an element: what a Spanish seller charges with the surcharge is told apart again. */
export function vatRateAt(element: XmlElement, code: string, percent: string, sellerCountry: string): VatRate {
  const category = requiredText(element, code);
  if (!(VAT_CATEGORIES as readonly string[]).includes(category))
    throw new EInvoiceFault('category', element, code, `The VAT category ${category} is not known here.`);
  const rate = numberAt(element, percent) ?? '0';
  const both = category === 'S' && sellerCountry === 'ES' ? SUMMED.get(rate) : undefined;
  return { category: category as VatCategory, ...(both ?? { percent: rate }) };
}

/** An account number without the blanks that it is printed with. */
export const ibanOf = (text: string | undefined): string | undefined => text?.replace(/\s/g, '').toUpperCase() || undefined;

/** What a direct debit rests on, where a file tells any of it. */
export const debitOf = (told: { readonly [K in keyof DirectDebit]: DirectDebit[K] | undefined }): DirectDebit | undefined =>
  Object.values(told).some(Boolean) ? defined(told) : undefined;
