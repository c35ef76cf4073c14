import { BASE_CURRENCY, CURRENCIES, type Currency } from '#kernel/money.ts';
import { useT } from '../../i18n/i18n.ts';
import type { Field } from '../../lines/field.tsx';

const CHOICES = CURRENCIES.map((code) => ({ value: code, label: code }));

/** In which currency a document is, and at which rate where that is not the one of the books. */
export function useCurrencyFields<D extends { readonly currency: Currency; readonly rate: string }>(currency: Currency) {
  const t = useT();
  const rate = { name: 'rate', as: 'decimal', label: t('currencies.rateOf', { currency }), hint: t('currencies.rateHint') } as const;
  return [
    { name: 'currency', as: 'choice', label: t('currencies.currency'), choices: CHOICES },
    ...(currency === BASE_CURRENCY ? [] : [rate]),
  ] as Field<D>[];
}
