import { decimal } from '#kernel/decimal.ts';
import { type Minor, minorText, toMinor } from '#kernel/money.ts';
import type { MoneyText } from '../../i18n/format.ts';

const TYPED = /^\d{1,10}(\.\d{1,2})?$/;

/** Money as the API sends it, in cents. */
export const centsOf = ({ amount }: Pick<MoneyText, 'amount'>): Minor => toMinor(decimal(amount));

/** What was typed into an amount field, in cents; 0 while it is no amount. */
export const typedCents = (text: string): Minor => (TYPED.test(text) ? toMinor(decimal(text)) : 0);

/** Cents as the API takes them. */
export const eur = (cents: Minor) => ({ amount: minorText(cents), currency: 'EUR' as const });
