import * as z from 'zod/mini';
import { Money } from '#kernel/money.ts';

/** How many records wait for somebody, and the list that shows them. Absent from the answer where the caller may not see it. */
const fields = {
  /** At most 500. */
  count: z.int(),
  /** There are more than were counted. */
  capped: z.boolean(),
  /** The list of the same records: an operation of this API and its query. */
  list: z.object({ operation: z.string(), query: z.record(z.string(), z.string()) }),
};
export const WaitingView = z.object({ ...fields, oldest: z.optional(z.string()) });
const OverdueView = z.object({ ...fields, oldest: z.optional(z.string()), amount: Money });
const ShortView = z.object({ ...fields, warehouses: z.array(z.object({ warehouse: z.string(), count: z.int() })) });

const SalesView = z.object({
  today: Money,
  month: Money,
  /** The month before, up to the same day. */
  lastMonth: Money,
  /** The last 30 days, today last. */
  days: z.array(z.object({ date: z.string(), net: Money })),
  /** The last 12 months, this one last. */
  months: z.array(z.object({ month: z.string(), net: Money })),
});
const MovedView = z.object({ today: Money, month: Money });

export const FiguresView = z.object({
  sales: SalesView,
  /** Money that came in and went out of cash and banks: debits and credits of the group 57. */
  received: MovedView,
  paid: MovedView,
  /** The balance of 430: open invoices less unapplied credits. */
  receivable: Money,
  /** The balance of 300: what the stock is worth. */
  stock: Money,
});

export const HomeView = z.object({
  date: z.string(),
  waiting: z.object({
    ordersToShip: WaitingView,
    ordersToInvoice: z.optional(WaitingView),
    overdueInvoices: z.optional(OverdueView),
    failedImports: z.optional(WaitingView),
    stockShort: ShortView,
    returnsToReceive: WaitingView,
    returnsToRefund: z.optional(WaitingView),
  }),
  figures: z.optional(FiguresView),
});
