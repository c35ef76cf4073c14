import type { IsoDate } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { type Minor, minorText } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { type Change, type Changes, create, plain, type Stored, update } from '#kernel/record.ts';
import type { Posting } from '../ledger/posting.ts';
import { notBefore, settle } from '../open-items/open-item.ts';
import type { Allotment } from '../open-items/subledger.ts';
import { type CreditNote, CreditNotes, type Invoice } from './invoice.ts';
import type { PayoutRule } from './payout.ts';
import { receiptLines, refundLines } from './postings.ts';
import { type PaymentMethod, type Receipt, Receipts, type Refund, Refunds } from './receipt.ts';
import { RECEIVABLES } from './subledger.ts';

interface Customer {
  readonly id: string;
  readonly name: string;
}

interface Payment {
  readonly method: PaymentMethod;
  readonly amount: Minor;
  readonly reference?: string | undefined;
}

/** What a receipt is made from. */
export interface PaymentRequest extends Payment {
  readonly id: string;
  readonly customer: Customer;
}

/** A receipt with its entry, all of it still unapplied. */
export function newReceipt(posting: Posting, { id: customerId, name }: Customer, { method, amount, reference }: Payment): Receipt {
  const entry = posting.add(`Cobro ${name}${reference ? ` ${reference}` : ''}`, receiptLines(customerId, method, amount));
  const { date } = posting;
  return { customerId, customerName: name, date, method, amount, ...defined({ reference }), open: amount, allocations: [], entry };
}

/**
 * Money received from a customer, with its entry, and the invoices that it pays.
 * @param found the invoices, in the order asked for.
 * @throws DomainError `allocation.over_receipt`, `allocation.…`, `period.…` (422).
 */
export function receivePayment(
  posting: Posting,
  { id, customer, ...payment }: PaymentRequest,
  requested: readonly Allotment[],
  found: readonly (Stored<Invoice> | undefined)[],
): Changes<Receipt> {
  requireCovered(requested, payment.amount);
  const receipt = newReceipt(posting, customer, payment);
  const { credit, changes } = RECEIVABLES.allocate({ ...receipt, id }, requested, found, posting.date);
  return [create(Receipts, id, plain(credit)), ...changes];
}

/** Allocations never come to more than the receipt. */
function requireCovered(requested: readonly Allotment[], amount: Minor): void {
  const total = requested.reduce((sum, one) => sum + one.amount, 0);
  if (total > amount)
    throw refused(
      'allocation.over_receipt',
      `The allocations add up to ${minorText(total)} EUR, more than the receipt of ${minorText(amount)}. Allocate less.`,
      'body.allocations',
      { requested: minorText(total), amount: minorText(amount) },
    );
}

/** What a refund is made from. */
interface RefundRequest extends Pick<Payment, 'method' | 'amount'> {
  readonly from: string;
  readonly overrides?: readonly PayoutRule[] | undefined;
}

/** A refund with its entry. @param from the receipt or credit note whose credit it pays out. */
export function newRefund(
  posting: Posting,
  { id: customerId, name }: Customer,
  { from, method, amount, overrides = [] }: RefundRequest,
): Refund {
  const entry = posting.add(`Devolución a ${name}`, refundLines(customerId, method, amount));
  const broken = overrides.length > 0 ? { overrides } : {};
  return { customerId, customerName: name, date: posting.date, method, amount, from, entry, ...broken };
}

/** The unapplied credit that is paid back: of a receipt, or of a credit note. */
export type CreditSource = Stored<Receipt> | Stored<CreditNote>;

/**
 * The changes that pay unapplied credit back: the refund, and the source whose credit it takes.
 * @throws DomainError `refund.too_early`, `allocation.too_much`, `period.…` (422).
 */
export function refundOf(
  posting: Posting,
  customer: Customer,
  { id, source, ...paid }: Omit<RefundRequest, 'from'> & { readonly id: string; readonly source: CreditSource },
): Change[] {
  notBefore(posting.date, source.date, 'refund');
  const refund = newRefund(posting, customer, { from: source.id, ...paid });
  return [create(Refunds, id, refund), reducedBy(source, id, posting.date, paid.amount)];
}

function reducedBy(source: CreditSource, refundId: string, date: IsoDate, amount: Minor): Change {
  const [type, after] =
    'lines' in source
      ? [CreditNotes, settle(source, refundId, date, amount, 'body.amount')]
      : [Receipts, settle(source, refundId, date, amount, 'body.amount')];
  return update(type as never, source as never, after as never);
}
