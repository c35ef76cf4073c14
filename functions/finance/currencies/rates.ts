import { type Exchange, ExchangeRateDays, isFarFrom, rateIdsFor, rateIn, rateOrThrow } from '#domain/finance/currencies/exchange-rate.ts';
import type { IsoDate } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import { BASE_CURRENCY } from '#kernel/money.ts';
import type { Records } from '#runtime/records.ts';

interface Asked {
  readonly currency: string;
  /** As somebody told it; absent: the one in force on the day. */
  readonly rate?: string | undefined;
  readonly date: IsoDate;
}

/**
 * What a document in a foreign currency is entered with; undefined of one in that of the books, which reads nothing.
 * @throws DomainError `rate.base`, `rate.far` (400), `rate.missing` (422).
 */
export async function exchangeFor(records: Records, { currency, rate, date }: Asked): Promise<Exchange | undefined> {
  if (currency === BASE_CURRENCY) {
    if (rate !== undefined) throw invalid('rate.base', 'An amount in euros has no rate: leave it out.', 'body.rate');
    return undefined;
  }
  const days = await records.getMany(ExchangeRateDays, rateIdsFor(date));
  if (rate === undefined) return { currency, ...rateOrThrow(days, currency, date, 'body.rate') };
  const known = rateIn(days, currency);
  if (known && isFarFrom(rate, known.rate))
    throw invalid(
      'rate.far',
      `A euro was ${known.rate} ${currency} on ${known.date}, and not ${rate}: give the units of ${currency} for one euro.`,
      'body.rate',
      { currency, rate, known: known.rate, date: known.date },
    );
  return { currency, rate, date, source: 'manual' };
}
