import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';

export interface Exchange {
  readonly currency: string;
  readonly rate: string;
  readonly rateOf: string;
  readonly source: 'ecb' | 'manual';
}

/** An amount in a foreign currency, with the rate at which the books hold it. */
export function useExchangeText() {
  const t = useT();
  const { money, decimal, date } = useFormats();
  return (exchange: Exchange | undefined, amount: { readonly amount: string; readonly currency: string } | undefined) =>
    exchange &&
    amount &&
    t('currencies.at', {
      amount: money(amount),
      rate: decimal(exchange.rate),
      currency: exchange.currency,
      date: date(exchange.rateOf),
      source: t(`currencies.sources.${exchange.source}`),
    });
}
