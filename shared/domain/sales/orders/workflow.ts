import type { IsoDate } from '#kernel/date.ts';
import { addDays } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import type { Order, StoredOrder } from './order.ts';
import { isInvoiced, isShipped } from './progress.ts';

/** What an execution of order-to-cash waits for. */
export const AWAITED = ['shipment', 'payment'] as const;
export type Awaited = (typeof AWAITED)[number];

/** What the workflow needs to know of an order's invoice. */
export interface Owed {
  readonly open: Minor;
  readonly dueDate: IsoDate;
  /** Reminders sent so far. */
  readonly reminders?: number;
}

/** How an order answers an execution that waits: go on, give up, or (undefined) keep waiting. */
export type Answer = 'go' | 'cancelled' | undefined;

/** Shipped, invoiced and paid: there is nothing left to wait for. */
export const isSettled = (order: Order, owed: readonly Owed[]): boolean =>
  isShipped(order) && isInvoiced(order) && owed.every((invoice) => invoice.open === 0);

export function answerTo(awaits: Awaited, order: Order, owed: readonly Owed[]): Answer {
  if (order.state === 'cancelled') return 'cancelled';
  if (order.step) return undefined;
  const reached = awaits === 'shipment' ? isShipped(order) : isSettled(order, owed);
  return reached ? 'go' : undefined;
}

/** Longest that an execution waits in one go: below the year that a Standard execution may last. */
export const MAX_WAIT_DAYS = 300;

/** The day until which an order may wait for its shipment. */
export const shipUntil = (order: Pick<Order, 'date'>, cancelUnshippedAfterDays: number | undefined): IsoDate =>
  addDays(order.date, cancelUnshippedAfterDays ?? MAX_WAIT_DAYS);

/** The next reminder of an invoice: the first dunning day that has not been used; undefined after the last. */
const reminderOn = ({ dueDate, reminders = 0 }: Owed, dunningDays: readonly number[]): IsoDate | undefined => {
  const days = dunningDays[reminders];
  return days === undefined ? undefined : addDays(dueDate, days);
};

/**
 * The day on which somebody must next be reminded of what is open; undefined when every dunning step has been taken, or
 * nothing is owed yet.
 * @param dunningDays days past the due date, ascending.
 */
export const nextReminder = (owed: readonly Owed[], dunningDays: readonly number[]): IsoDate | undefined =>
  owed
    .filter((invoice) => invoice.open > 0)
    .flatMap((invoice) => reminderOn(invoice, dunningDays) ?? [])
    .sort()[0];

/** The open invoices whose next reminder is due on a day. */
export const toRemind = <O extends Owed>(owed: readonly O[], dunningDays: readonly number[], today: IsoDate): O[] =>
  owed.filter((invoice) => invoice.open > 0 && (reminderOn(invoice, dunningDays) ?? '9999') <= today);

/** A step of a long order takes seconds; after this long nobody is at it any more. */
const ABANDONED_MS = 15 * 60_000;

/** Whether a step of a long order was begun and then left: the request crashed, and nobody sent it again. */
export const isAbandoned = (order: StoredOrder, now: Date): boolean =>
  (order.state === 'placing' || order.step !== undefined) && now.getTime() - Date.parse(order.history.at(-1)?.at ?? '') > ABANDONED_MS;
