import type { OpenItem } from '#domain/finance/open-items/open-item.ts';
import { SupplierBills } from '#domain/finance/payables/supplier-bill.ts';
import { Invoices } from '#domain/finance/receivables/invoice.ts';
import { Receipts } from '#domain/finance/receivables/receipt.ts';
import { SupplierPayments } from '#domain/finance/supplier-payments/supplier-payment.ts';
import { PaymentRuns, type RunItem, type RunPayment, type StoredRun, toldTogether } from '#domain/finance/treasury/payment-run.ts';
import { waitingAgain } from '#domain/finance/treasury/run-settlement.ts';
import type { IsoDate } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { prefixOf } from '#kernel/id.ts';
import { type Change, update } from '#kernel/record.ts';
import type { World } from '../currencies/differences.ts';
import { takePaymentBack } from '../payables/payments.ts';
import { takeReceiptBack } from '../receivables/reverse-receipt.ts';
import type { PostingSession } from '../service.ts';

/** What undoing a match works with: one posting for all of it. */
export interface Undoing extends World {
  readonly account: string;
  readonly posting: PostingSession;
  readonly date: IsoDate;
  readonly reason: string;
}

/** Room for what is undone beside the line, its ties and the posting: a transaction takes a hundred. */
const MOST_ITEMS = 85;

/** The payments that a part of a match has taken for carried out and that are so still, with their run. */
async function paymentsOf(
  { records }: Undoing,
  id: string,
  no: number | undefined,
): Promise<readonly [StoredRun, RunPayment[]] | undefined> {
  if (no === undefined) {
    const run = await records.getOrThrow(PaymentRuns, id);
    return [run, toldTogether(run).filter(({ state }) => state === 'paid')];
  }
  const money = await (prefixOf(id) === Receipts.prefix ? records.getOrThrow(Receipts, id) : records.getOrThrow(SupplierPayments, id));
  const run = money.paymentRunId === undefined ? undefined : await records.getOrThrow(PaymentRuns, money.paymentRunId);
  return run && [run, run.payments.filter(({ paymentId, state }) => paymentId === id && state === 'paid')];
}

const itemsOf = ({ charges, mandate }: RunPayment): number => 2 + charges.length + (mandate ? 1 : 0);

/** What one payment had paid, given back: its documents are the run's again. */
async function paymentUndone(world: Undoing, run: StoredRun, { paymentId = '', charges }: RunPayment) {
  const { records, posting, date, reason } = world;
  const back = { date, reason, posting };
  const isReceipt = prefixOf(paymentId) === Receipts.prefix;
  const changes = isReceipt
    ? (await takeReceiptBack(world, await records.getOrThrow(Receipts, paymentId), back)).changes
    : await takePaymentBack(world, await records.getOrThrow(SupplierPayments, paymentId), back);
  const given: RunItem[] = [];
  const reserved = changes.map((change: Change): Change => {
    if (change.op !== 'update' || !('open' in change.data)) return change;
    const { before } = change;
    const isBill = prefixOf(before.id) === SupplierBills.prefix;
    if (!isBill && prefixOf(before.id) !== Invoices.prefix) return change;
    const data = change.data as unknown as OpenItem & { readonly paymentRunId?: string };
    // What the reversal has given back is told last.
    const amount = -(data.allocations.at(-1)?.amount ?? 0);
    given.push({ id: before.id, reference: charges.find(({ id }) => id === before.id)?.reference ?? before.id, amount });
    if (data.paymentRunId !== undefined) return change;
    return { ...change, data: { ...data, paymentRunId: run.id } };
  });
  return { changes: reserved, given };
}

/**
 * What undoes the carrying out of a run, or of one payment of it: the payments are reversed and wait for the bank again. Undefined where
 * nothing of it is left, or it is more than a transaction takes.
 */
export async function runUndone(world: Undoing, id: string, no: number | undefined): Promise<readonly Change[] | undefined> {
  const [run, payments] = (await paymentsOf(world, id, no)) ?? [];
  if (run?.state === 'executing')
    throw refused('payment_run.state', 'The payment run is being posted still: wait until it is.', 'path.lineId', { state: run.state });
  if (!run || !payments?.length || payments.reduce((sum, payment) => sum + itemsOf(payment), 0) > MOST_ITEMS) return undefined;
  const changes: Change[] = [];
  const undone = new Map<number, readonly RunItem[]>();
  for (const payment of payments) {
    const each = await paymentUndone(world, run, payment);
    changes.push(...each.changes);
    undone.set(payment.no, each.given);
  }
  return [update(PaymentRuns, run, waitingAgain(run, undone)), ...changes];
}
