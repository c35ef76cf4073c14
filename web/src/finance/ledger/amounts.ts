import { decimal } from '#kernel/decimal.ts';
import { BASE_CURRENCY, type Minor, minorText, toMinor } from '#kernel/money.ts';
import type { MoneyText } from '../../i18n/format.ts';

/** `{amount: '12.50'}` → 1250 cents, to be added up without floats. */
export const cents = ({ amount }: MoneyText): Minor => toMinor(decimal(amount));

/** 1250 → `{amount: '12.50', currency: 'EUR'}`. */
export const euros = (minor: Minor): MoneyText & { readonly currency: 'EUR' } => ({ amount: minorText(minor), currency: BASE_CURRENCY });
