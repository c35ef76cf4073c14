import * as z from 'zod/mini';
import { type Amount, AmountView, Money } from '#kernel/money.ts';
import { numberOf, type Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { RATE_SOURCES } from '../currencies/exchange-rate.ts';
import type { EntryDraft } from '../ledger/entry.ts';
import { EntryView, entryView, TotalsView } from '../wire.ts';
import { Reversal, type TradeDocument, takeBackDraft } from './document.ts';
import type { Allocation, OpenItem } from './open-item.ts';

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

type InAmounts<F> = { [K in keyof F]: F[K] extends number ? Amount : F[K] };
/** What a document says in its own currency: each figure as an amount of that. */
export const foreignView = <F extends { readonly currency: string }>(foreign: F): InAmounts<F> =>
  Object.fromEntries(
    Object.entries(foreign).map(([name, value]) => [name, typeof value === 'number' ? amountsIn(foreign.currency)(value) : value]),
  ) as InAmounts<F>;

/** How a document was taken back, with the entry that did it. */
export const reversalField = { reversal: z.optional(z.extend(Reversal, { entry: EntryView })) };

/** What every document with something open shows. */
export const openItemFields = {
  id: z.string(),
  number: z.string(),
  open: Money,
  allocations: z.array(AllocationView),
  ...stampFields,
};

type Kind = Parameters<typeof numberOf>[0];
type Shown = Omit<OpenItem, 'foreign'> & {
  readonly foreign?: { readonly currency: string };
  readonly entry?: EntryDraft;
  readonly reversal?: z.output<typeof Reversal>;
};
type Entries<D> = { [K in keyof Pick<D, keyof D & 'entry'>]: ReturnType<typeof entryView> };
type OpenItemShown<D extends Shown> = Omit<
  ReturnType<typeof stamped<Stored<D>>>,
  'number' | 'reversal' | 'entry' | 'foreign' | 'allocations'
> &
  Entries<D> & {
    number: string;
    allocations: ReturnType<typeof allocationViews>;
    foreign?: InAmounts<NonNullable<D['foreign']>>;
    reversal?: z.output<(typeof reversalField)['reversal']>;
  };
/** Each document as these fields have it. @param draft the entry that takes it back, of a day. */
export function openItemView<D extends Shown>(type: Kind, document: Stored<D>, draft = takeBackDraft): OpenItemShown<D> {
  const { reversal, entry, foreign, ...rest } = stamped<Stored<D>>(document);
  return {
    ...rest,
    number: numberOf(type, document.id),
    allocations: allocationViews(document.allocations, foreign?.currency),
    ...(foreign ? { foreign: foreignView(foreign) } : {}),
    ...(entry ? { entry: entryView(entry) } : {}),
    ...(reversal && entry ? { reversal: { ...reversal, entry: entryView(draft(entry, reversal.date)) } } : {}),
  } as unknown as OpenItemShown<D>;
}

/** What a line of an invoice, a bill or a credit note shows. */
export const tradeLineFields = { line: z.int(), net: Money, foreign: z.optional(AmountView) };
/** What invoices, bills and the credit notes of both sides show. `entry` is absent where the opening entry has it. */
export const tradeFields = { ...openItemFields, totals: TotalsView, entry: z.optional(EntryView) };

type Trade = Shown & Pick<z.output<typeof TradeDocument>, 'totals'> & { readonly lines: readonly { readonly foreign?: number }[] };
type LineShown<D extends Trade> = Omit<D['lines'][number], 'foreign'> & { line: number; foreign?: Amount };
type TradeShown<D extends Trade> = Omit<OpenItemShown<D>, 'lines' | 'totals'> & {
  lines: LineShown<D>[];
  totals: z.output<typeof TotalsView>;
};
export function tradeView<D extends Trade>(type: Kind, document: Stored<D>): TradeShown<D> {
  const { lines, totals, foreign: own } = document;
  const view = {
    ...openItemView<D>(type, document),
    lines: lines.map(({ foreign, ...line }, i) => ({
      ...{ ...line, line: i + 1 },
      ...(foreign === undefined || !own ? {} : { foreign: amountsIn(own.currency)(foreign) }),
    })),
    totals: { ...totals, taxes: [...totals.taxes] },
  };
  return view as unknown as TradeShown<D>;
}
