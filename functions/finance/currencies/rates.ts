import {
  type Exchange,
  ExchangeRateDays,
  type ForeignPart,
  inBase,
  isFarFrom,
  rateBetween,
  rateIdsFor,
  rateIn,
  rateOrThrow,
} from '#domain/finance/currencies/exchange-rate.ts';
import type { IsoDate } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import { type Amount, BASE_CURRENCY, type Minor } from '#kernel/money.ts';
import type { Records } from '#runtime/records.ts';
import { type Bank, bankFor } from '../ledger/account-store.ts';

interface Asked {
  /** Absent: that of the books. */
  readonly currency?: string | undefined;
  /** As somebody told it; absent: the one in force on the day. */
  readonly rate?: string | undefined;
  readonly date: IsoDate;
  /** The field that is told of a rate that is missing; absent: that of the rate. */
  readonly field?: string | undefined;
}

/**
 * What a document in a foreign currency is entered with; undefined of one in that of the books, which reads nothing.
 * @throws DomainError `rate.base`, `rate.far` (400), `rate.missing` (422).
 */
export async function exchangeFor(
  records: Records,
  { currency = BASE_CURRENCY, rate, date, field = 'body.rate' }: Asked,
): Promise<Exchange | undefined> {
  if (currency === BASE_CURRENCY) {
    if (rate !== undefined) throw invalid('rate.base', 'An amount in euros has no rate: leave it out.', 'body.rate');
    return undefined;
  }
  const days = await records.getMany(ExchangeRateDays, rateIdsFor(date));
  if (rate === undefined) return { currency, ...rateOrThrow(days, currency, date, field) };
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

/** Money that came or went, as somebody tells it. */
interface Told {
  readonly amount: Amount;
  /** What an account in euros got or gave for it. */
  readonly inEuros?: Minor | undefined;
  readonly rate?: string | undefined;
  /** What {@link inEuros} is called in the request. */
  readonly field: string;
  readonly method: string;
  /** The bank account, where that is not 572. */
  readonly account?: string | undefined;
}

/**
 * What money is in the books, and in a foreign currency where it is in one: by what an account in euros got or gave, else by a rate;
 * and the account that it comes to or leaves.
 * @throws DomainError as {@link exchangeFor} and {@link bankFor}.
 */
export async function moneyIn(
  records: Records,
  { amount: { minor, currency }, inEuros, rate, field, method, account }: Told,
  date: IsoDate,
): Promise<Bank & { amount: Minor; foreign: ForeignPart | undefined }> {
  const told = inEuros === undefined || currency === BASE_CURRENCY ? rate : rateBetween(minor, currency, inEuros);
  const [exchange, bank] = await Promise.all([
    exchangeFor(records, { currency, rate: told, date }),
    bankFor(records, { account, method, currency, date }),
  ]);
  if (!exchange && inEuros !== undefined) throw invalid('rate.base', 'An amount in euros has no rate: leave it out.', field);
  return exchange
    ? { ...bank, amount: inEuros ?? inBase(minor, currency, exchange.rate), foreign: { ...exchange, amount: minor } }
    : { ...bank, amount: minor, foreign: undefined };
}
