import * as z from 'zod/mini';
import { Money, MoneySum } from '#kernel/money.ts';

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
/** With the last day of the first of them. */
const TermView = z.object({ ...fields, dueBy: z.optional(z.string()) });
const OverdueView = z.object({ ...fields, oldest: z.optional(z.string()), amount: Money });
const ShortView = z.object({ ...fields, warehouses: z.array(z.object({ warehouse: z.string(), count: z.int() })) });

const SalesView = z.object({
  today: MoneySum,
  month: MoneySum,
  /** The month before, up to the same day. */
  lastMonth: MoneySum,
  /** The last 30 days, today last. */
  days: z.array(z.object({ date: z.string(), net: MoneySum })),
  /** The last 12 months, this one last. */
  months: z.array(z.object({ month: z.string(), net: MoneySum })),
});
const MovedView = z.object({ today: MoneySum, month: MoneySum });

export const FiguresView = z.object({
  sales: SalesView,
  /** Money that came in and went out of cash and banks: debits and credits of the group 57. This and what is owed, for readers of the books. */
  received: z.optional(MovedView),
  paid: z.optional(MovedView),
  /** The balance of 430: open invoices less unapplied credits. */
  receivable: z.optional(MoneySum),
  /** The balance of 300: what the stock is worth. */
  stock: MoneySum,
});

export const HomeView = z.object({
  date: z.string(),
  waiting: z.object({
    /** All that is open of them is there. */
    ordersToShip: z.optional(WaitingView),
    /** Some of what is open of them is not there. */
    ordersBackordered: z.optional(WaitingView),
    ordersToInvoice: z.optional(WaitingView),
    overdueInvoices: z.optional(OverdueView),
    /** Above the limit: they wait for a second person. */
    billsToApprove: z.optional(TermView),
    /** What employees have paid, and somebody else must approve. */
    expensesToApprove: z.optional(WaitingView),
    overdueBills: z.optional(OverdueView),
    /** They wait for the first or second of two people. */
    paymentRunsToApprove: z.optional(WaitingView),
    /** What the bank has done with them is to be told. */
    paymentRunsAtBank: z.optional(WaitingView),
    /** A duty by law towards somebody who comes or leaves is not done, and its day has passed. */
    lateDuties: z.optional(TermView),
    failedImports: z.optional(WaitingView),
    stockShort: z.optional(ShortView),
    returnsToReceive: z.optional(WaitingView),
    returnsToRefund: z.optional(WaitingView),
    /** Months that cannot be closed: some of their checks fail. */
    monthCloses: z.optional(WaitingView),
    /** Documents that came in and that somebody has to look through before they are entered. */
    documentsToReview: z.optional(WaitingView),
    /** Quarantined, or reading them broke off. */
    documentsNotRead: z.optional(WaitingView),
    /** Who is still to be told that their invoice was rejected or paid: within four days that count. */
    issuersToTell: z.optional(TermView),
    /** Leave of whom the caller leads, and corrections of their register. */
    leaveToDecide: z.optional(WaitingView),
    correctionsToDecide: z.optional(WaitingView),
    /** Contracts, trials, permits and certificates that end soon, or have ended. */
    staffDeadlines: z.optional(WaitingView),
    /** Reviews to write or sign, colleagues to answer about, and courses to order. */
    reviewsToWrite: z.optional(WaitingView),
    peersToAnswer: z.optional(WaitingView),
    coursesToOrder: z.optional(WaitingView),
    /** Candidates whom the caller has met, and has not said what they think of. */
    scorecardsDue: z.optional(WaitingView),
    /** Offers without an answer that run out within two days, or have. */
    offersExpiring: z.optional(WaitingView),
    /** Offers that were accepted and of which no employee could be made. */
    acceptedOffers: z.optional(WaitingView),
  }),
  figures: z.optional(FiguresView),
});
