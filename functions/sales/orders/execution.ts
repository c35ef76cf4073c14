import { Invoices, type StoredInvoice } from '#domain/finance/receivables/invoice.ts';
import { COMPANY_ID, Companies, DUNNING_DAYS, type Policies } from '#domain/platform/company/company.ts';
import type { StoredOrder } from '#domain/sales/orders/order.ts';
import { type Awaited, answerTo, MAX_WAIT_DAYS, nextReminder, shipUntil } from '#domain/sales/orders/workflow.ts';
import type { Records } from '#runtime/records.ts';
import { fail, nextName, startOnce, succeed } from '#runtime/task-tokens.ts';
import { type Timer, timerAt } from '#runtime/timers.ts';
import type { Wait } from '#runtime/waits.ts';

export const WORKFLOW = 'order-to-cash';

/** What the execution knows: whose order, and how long its present wait may last. Everything else is on the order. */
interface ExecutionState {
  readonly tenant: string;
  readonly orderId: string;
  readonly timer: Timer;
}

export const policiesOf = async (records: Records): Promise<Policies> => (await records.need(Companies, COMPANY_ID)).policies;
export const dunningDaysOf = (policies: Policies): readonly number[] => policies.dunningDays ?? DUNNING_DAYS;

/** The order's invoices, as they stand now. */
export async function owedOn(records: Records, order: StoredOrder): Promise<StoredInvoice[]> {
  return (await records.getMany(Invoices, order.invoiceIds)).filter((invoice) => invoice !== undefined);
}

/** Starts the order's execution, under the order's id or, after others, the next name. False when it had been started. */
export async function start(records: Records, order: StoredOrder, now: Date, after?: string): Promise<boolean> {
  const { cancelUnshippedAfterDays } = await policiesOf(records);
  const timer = timerAt(shipUntil(order, cancelUnshippedAfterDays), now, MAX_WAIT_DAYS);
  const state: ExecutionState = { tenant: records.tenant, orderId: order.id, timer };
  return startOnce(WORKFLOW, after === undefined ? order.id : nextName(after), state);
}

/** How long the execution may wait for the money before somebody has to be reminded. */
export async function paymentState(
  records: Records,
  order: StoredOrder,
  owed: readonly StoredInvoice[],
  now: Date,
): Promise<ExecutionState> {
  const days = dunningDaysOf(await policiesOf(records));
  return { tenant: records.tenant, orderId: order.id, timer: timerAt(nextReminder(owed, days), now, MAX_WAIT_DAYS) };
}

/** Answers the execution that waits, where the order has come to what it waits for. */
export async function answer(records: Records, order: StoredOrder, wait: Wait, now: Date): Promise<void> {
  const owed = await owedOn(records, order);
  const verdict = answerTo(wait.awaits as Awaited, order, owed);
  if (verdict === 'go') await succeed(wait.token, await paymentState(records, order, owed, now));
  if (verdict === 'cancelled') await fail(wait.token, 'OrderCancelled', order.cancelled?.reason ?? '');
}
