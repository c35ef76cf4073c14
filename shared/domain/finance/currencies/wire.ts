import * as z from 'zod/mini';
import { BusinessDate, MonthText } from '#kernel/date.ts';
import { AmountView, Money } from '#kernel/money.ts';
import { numberOf } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { EntryView, entryView } from '../wire.ts';
import { DIFFERENCE_CAUSES, ExchangeDifferences, type StoredDifference } from './exchange-difference.ts';
import { RATE_SOURCES, Rates, type StoredRates } from './exchange-rate.ts';

/** The rates of a day as somebody types them. */
export const RatesInput = z.strictObject({ rates: Rates });
/** A file of the European Central Bank as it is: `eurofxref-daily.xml`, `eurofxref-hist-90d.xml`, or the CSV of either. */
export const RatesFile = z.strictObject({ content: z.string().check(z.minLength(1), z.maxLength(400_000)) });

export const RatesView = z.object({
  id: z.string(),
  date: z.string(),
  rates: z.array(z.object({ currency: z.string(), rate: z.string(), source: z.enum(RATE_SOURCES) })),
  ...stampFields,
});
export const ratesView = (day: StoredRates) => ({
  ...stamped(day),
  rates: Object.entries(day.rates)
    .map(([currency, rate]) => ({ currency, ...rate }))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1)),
});

export const RevaluationInput = z.strictObject({
  /** What is open on its last day is valued. */
  month: MonthText,
});

export const DifferenceView = z.object({
  id: z.string(),
  number: z.string(),
  date: z.string(),
  cause: z.enum(DIFFERENCE_CAUSES),
  text: z.string(),
  /** Gain positive. */
  result: Money,
  items: z.array(
    z.object({
      document: z.string(),
      by: z.optional(z.string()),
      /** Absent: the document is a bank account. */
      party: z.optional(z.string()),
      foreign: AmountView,
      /** What the books held it at, and what it came to or is worth. */
      before: Money,
      after: Money,
      /** Of the document itself: gain positive. */
      result: Money,
      rate: z.optional(z.string()),
      rateOf: z.optional(z.string()),
    }),
  ),
  entry: z.optional(EntryView),
  returnedBy: z.optional(z.string()),
  returns: z.optional(z.string()),
  /** Of a valuation that was undone: what did. */
  undoneBy: z.optional(z.string()),
  ...stampFields,
});
export const differenceView = ({ entry, items, ...difference }: StoredDifference) => ({
  ...stamped(difference),
  number: numberOf(ExchangeDifferences, difference.id),
  items: items.map(({ document, by, party, currency, foreign, before, after, gain, rate, rateOf }) => ({
    ...{ document, by, party, foreign: { minor: foreign, currency }, before, after, result: gain, rate, rateOf },
  })),
  entry: entry && entryView(entry),
});

/** A list of differences is read by day. */
export const differenceRange = { from: z.optional(BusinessDate), to: z.optional(BusinessDate) };
