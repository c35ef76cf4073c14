import { decimal } from '#kernel/decimal.ts';
import { BASE_CURRENCY, type Minor, minorText, toMinor } from '#kernel/money.ts';
import type { components } from '../../api/schema.d.ts';

type Money = components['schemas']['Money'];

/** `{amount: '12.50'}` → 1250 cents, to be added up without floats. */
export const cents = ({ amount }: Pick<Money, 'amount'>): Minor => toMinor(decimal(amount));

/** 1250 → `{amount: '12.50', currency: 'EUR'}`. */
export const euros = (minor: Minor): Money => ({ amount: minorText(minor), currency: BASE_CURRENCY });
