import * as z from 'zod/mini';
import { type Amount, AmountView, Money } from '#kernel/money.ts';
import { type ForeignMoney, RATE_SOURCES } from '../currencies/exchange-rate.ts';
import type { Allocation } from './open-item.ts';

/** The opening that brought a document along. */
export const BroughtView = z.object({ opening: z.string(), on: z.string() });

export const AllocationView = z.object({
  with: z.string(),
  date: z.string(),
  /** What the books carried of it. */
  amount: Money,
  /** In the currency of the document, where that is another. */
  foreign: z.optional(AmountView),
});

/** Minor units as amounts of a currency. */
export const amountsIn =
  (currency: string) =>
  (minor: number): Amount => ({ minor, currency });
export const allocationViews = (allocations: readonly Allocation[], currency: string | undefined) =>
  allocations.map(({ foreign, ...rest }) =>
    foreign === undefined || currency === undefined ? rest : { ...rest, foreign: amountsIn(currency)(foreign) },
  );

/** The rate at which the books hold a document in a foreign currency. */
export const rateFields = { currency: z.string(), rate: z.string(), rateOf: z.string(), source: z.enum(RATE_SOURCES) };
/** Money in a foreign currency that came or went, and what of it is open. */
export const ForeignMoneyView = z.object({ ...rateFields, open: AmountView, amount: AmountView });
export function foreignMoneyView({ currency, open, amount, ...rate }: ForeignMoney) {
  const of = amountsIn(currency);
  return { currency, ...rate, open: of(open), amount: of(amount) };
}
