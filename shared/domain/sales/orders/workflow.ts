import type { IsoDate } from '#kernel/date.ts';
import { addDays } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import type { Order, StoredOrder } from './order.ts';
import { isInvoiced, isShipped } from './progress.ts';
import { lastDay } from './shipment-value.ts';

/** What an execution of order-to-cash waits for. */
export const AWAITED = ['shipment', 'payment'] as const;
export type Awaited = (typeof AWAITED)[number];

/** What the workflow needs to know of an order's invoice. */
export interface Owed {
  readonly open: Minor;
}

/** How an order answers an execution that waits: go on, give up, or (undefined) keep waiting. */
export type WaitAnswer = 'go' | 'cancelled' | undefined;

/** Shipped, invoiced and paid: there is nothing left to wait for. */
export const isSettled = (order: Order, owed: readonly Owed[]): boolean =>
  isShipped(order) && isInvoiced(order) && owed.every((invoice) => invoice.open === 0);

export function answerTo(awaits: Awaited, order: Order, owed: readonly Owed[]): WaitAnswer {
  if (order.state === 'cancelled') return 'cancelled';
  if (order.pendingOperation) return undefined;
  const reached = awaits === 'shipment' ? isShipped(order) : isSettled(order, owed);
  return reached ? 'go' : undefined;
}

/** Longest that an execution waits for the shipment, and for the money: together below the year that a Standard execution may last. */
export const MAX_WAIT_DAYS = 300;
export const MAX_PAYMENT_DAYS = 60;

/** What a company says of orders that do not ship. */
interface ShipmentTerms {
  readonly cancelUnshippedAfterDays?: number | undefined;
  readonly cancelRestAfterDays?: number | undefined;
}

/** The day on which an order that waits for its shipment must be looked at; undefined where it waits for as long as it takes. */
export function shipUntil(order: Pick<Order, 'date' | 'shipments'>, terms: ShipmentTerms): IsoDate | undefined {
  const { cancelUnshippedAfterDays: all, cancelRestAfterDays: rest } = terms;
  const shipped = lastDay(order.shipments);
  if (shipped) return rest === undefined ? undefined : addDays(shipped, rest);
  // It may begin to ship meanwhile, on its own day at the earliest.
  const days = [all, rest].filter((each) => each !== undefined);
  return days.length === 0 ? undefined : addDays(order.date, Math.min(...days));
}

/** What the company's terms end today: the order, of which nothing has shipped in time, or its rest. */
export function expired(order: Order, terms: ShipmentTerms, today: IsoDate): 'order' | 'rest' | undefined {
  if (order.state !== 'placed' || order.pendingOperation || isShipped(order)) return undefined;
  const shipped = lastDay(order.shipments);
  const days = shipped ? terms.cancelRestAfterDays : terms.cancelUnshippedAfterDays;
  if (days === undefined || addDays(shipped ?? order.date, days) > today) return undefined;
  return shipped ? 'rest' : 'order';
}

/** An operation of a long order takes seconds; after this long nobody is at it any more. */
const ABANDONED_MS = 15 * 60_000;

/** Whether an operation of a long order was begun and then left: the request crashed, and nobody sent it again. */
export const isAbandoned = (order: StoredOrder, now: Date): boolean =>
  order.pendingOperation !== undefined && now.getTime() - Date.parse(order.history.at(-1)?.at ?? '') > ABANDONED_MS;
