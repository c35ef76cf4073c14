import { allocatedBy } from '#domain/finance/open-items/open-item.ts';
import { CreditNotes, Invoices, type StoredCreditNote, type StoredInvoice } from '#domain/finance/receivables/invoice.ts';
import { Receipts } from '#domain/finance/receivables/receipt.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import type { Policies } from '#domain/platform/company/policies.ts';
import type { StoredOrder } from '#domain/sales/orders/order.ts';
import { type Awaited, answerTo, MAX_PAYMENT_DAYS, MAX_WAIT_DAYS, shipUntil } from '#domain/sales/orders/workflow.ts';
import { prefixOf } from '#kernel/id.ts';
import type { Records } from '#runtime/records.ts';
import { fail, firstName, nextName, startOnce, succeed } from '#runtime/task-tokens.ts';
import { type Timer, timerAt } from '#runtime/timers.ts';
import type { Wait } from '#runtime/waits.ts';
import { maySelfPay, type PayoutRequest } from '../../finance/service.ts';

export const ORDER_TO_CASH = 'order-to-cash';

/** What the execution knows: whose order, and how long its present wait may last. Everything else is on the order. */
interface ExecutionState {
  readonly tenant: string;
  readonly orderId: string;
  readonly timer: Timer;
}

const policiesOf = async (records: Records): Promise<Policies> => (await records.getOrThrow(Companies, COMPANY_ID)).policies;

/** The order's invoices, and those of money in advance for it, as they stand now. */
export async function owedOn(records: Records, order: StoredOrder): Promise<StoredInvoice[]> {
  return (await records.getMany(Invoices, [...order.invoiceIds, ...(order.advanceIds ?? [])])).filter((invoice) => invoice !== undefined);
}

/** Starts the order's execution: the first or, after one of that name, the next. False when it had been started. */
export async function startOrderToCash(records: Records, order: StoredOrder, now: Date, after?: string): Promise<boolean> {
  const timer = timerAt(shipUntil(order, await policiesOf(records)), now, MAX_WAIT_DAYS);
  const state: ExecutionState = { tenant: records.tenant, orderId: order.id, timer };
  return startOnce(ORDER_TO_CASH, after === undefined ? firstName(records.tenant, order.id) : nextName(after), state);
}

/** Answers the execution that waits, where the order has come to what it waits for; whether it did. */
export async function answerOrderWait(records: Records, order: StoredOrder, wait: Wait, now: Date): Promise<boolean> {
  const verdict = answerTo(wait.awaits as Awaited, order, await owedOn(records, order));
  const state: ExecutionState = { tenant: records.tenant, orderId: order.id, timer: timerAt(undefined, now, MAX_PAYMENT_DAYS) };
  if (verdict === 'go') return succeed(wait.token, state);
  return verdict === 'cancelled' && fail(wait.token, 'OrderCancelled', order.cancelled?.reason ?? '');
}

/**
 * Whether an order must have an execution that runs: while it is placed, while somebody owes for it, and where it was
 * cancelled and its money is to go back by itself.
 */
export async function orderWantsExecution(records: Records, order: StoredOrder): Promise<boolean> {
  if (order.state === 'placed') return true;
  if (order.state === 'closed') return (await owedOn(records, order)).some((invoice) => invoice.open > 0);
  return order.state === 'cancelled' && (await selfPaidOf(records, order, await policiesOf(records))).length > 0;
}

interface SelfPaid extends PayoutRequest {
  readonly sources: readonly [StoredCreditNote];
}

/**
 * What the credit notes of an order that has ended, or ended short, have open and the program pays back: where the company wants it so, and the rules of
 * payments allow it. Who placed the order, and who recorded the money that came in, count among its people.
 */
export async function selfPaidOf(records: Records, order: StoredOrder, policies: Policies): Promise<SelfPaid[]> {
  if (policies.refunds !== 'automatic') return [];
  const invoices = await owedOn(records, order);
  // Of an order that goes on with what has shipped, only what gave the rest back.
  const noteIds = order.state === 'cancelled' ? invoices.flatMap(({ creditNoteIds = [] }) => creditNoteIds) : [order.short?.creditNoteId];
  const [notes, receipts] = await Promise.all([
    records.getMany(
      CreditNotes,
      noteIds.filter((id) => id !== undefined),
    ),
    records.getMany(
      Receipts,
      invoices.flatMap((invoice) => [...allocatedBy(invoice).keys()].filter((id) => prefixOf(id) === Receipts.prefix)),
    ),
  ]);
  const also = [order, ...receipts].flatMap((record) => record?.history[0]?.by ?? []);
  const open = notes.flatMap((note): SelfPaid[] => (note && note.open > 0 ? [{ sources: [note], amount: note.open, policies, also }] : []));
  const may = await Promise.all(open.map((payout) => maySelfPay(records, payout)));
  return open.filter((_, i) => may[i]);
}
