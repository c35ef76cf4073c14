import type { Schemas } from '../../api/client.ts';

/** An IBAN in fours, as banks print it. */
export const ibanText = (iban: string): string => iban.replace(/(.{4})/g, '$1 ').trim();

/** An IBAN as it is held. */
export const bareIban = (typed: string): string => typed.toUpperCase().replaceAll(/[\s.-]/g, '');

/** The rate of a bank: `(1 USD = 0.92 EUR)`; of which currency the one is, not every bank tells. */
export function rateText({ amount, original, exchange }: Pick<Schemas['BankLineRow'], 'amount' | 'original' | 'exchange'>): string {
  if (!exchange) return '';
  const { rate, unit } = exchange;
  const other = unit === amount.currency ? original?.currency : amount.currency;
  return unit && other ? `(1 ${unit} = ${rate} ${other})` : `(${rate})`;
}
