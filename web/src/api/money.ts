import { decimal, round } from '#kernel/decimal.ts';
import { type Currency, type Minor, minorText, type Sum, toMinor } from '#kernel/money.ts';

/** An amount on the wire. */
export interface Euros {
  readonly amount: string;
  readonly currency: 'EUR';
}

const TYPED = /^\d{1,10}(\.\d{1,2})?$/;

/** Money as the API sends it, `{amount: '12.50'}`, in cents: added up without floats. */
export const centsOf = ({ amount }: { readonly amount: string }): Minor => toMinor(decimal(amount));

/** Sums of whole books in cents: exact whatever they come to. */
export const exactCentsOf = ({ amount }: { readonly amount: string }): bigint => round(decimal(amount), 2).units;

/** What a form holds of an amount, in cents; 0 while it is no amount. */
export const typedCents = (text: string): Minor => (TYPED.test(text) ? toMinor(decimal(text)) : 0);

/** Cents as the API takes and sends them. */
export const euros = (cents: Sum): Euros => ({ amount: minorText(cents), currency: 'EUR' });

/** Hundredths of any currency, as forms hold them, as the API takes them. */
export const inCurrency = (hundredths: Minor, currency: string) => ({ amount: minorText(hundredths), currency: currency as Currency });
