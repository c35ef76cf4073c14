import { refused } from '#kernel/errors.ts';
import { BASE_CURRENCY, type Minor, minorText, unlessBase } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { type Changes, create, plain, type Stored, update } from '#kernel/record.ts';
import { type ForeignPart, foreignMoney } from '../currencies/exchange-rate.ts';
import type { Posting } from '../ledger/posting.ts';
import { currencyOf, notBefore, type OpenItem, settle } from '../open-items/open-item.ts';
import { type Allotment, ofAnotherCurrency, type Settlement } from '../open-items/subledger.ts';
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
  /** In euros. */
  readonly amount: Minor;
  /** Of money in a foreign currency: how much of that. */
  readonly foreign?: ForeignPart | undefined;
  readonly reference?: string | undefined;
  /** Where the money came in, where that is not the usual account of the method. */
  readonly account?: string | undefined;
  /** Whether that is kept in the currency of the money. */
  readonly keeps?: boolean | undefined;
  /** The run of direct debits that it came in with. */
  readonly paymentRunId?: string | undefined;
}

/** What a receipt is made from. */
export interface PaymentRequest extends Payment {
  readonly id: string;
  readonly customer: Customer;
}

/** A receipt with its entry, all of it still unapplied. */
export function newReceipt(posting: Posting, { id: customerId, name }: Customer, payment: Payment): Receipt {
  const { method, amount, foreign, reference, account, keeps, paymentRunId } = payment;
  const entry = posting.add(
    `Cobro ${name}${reference ? ` ${reference}` : ''}`,
    receiptLines(customerId, { method, amount, foreign, account, keeps }),
  );
  const { date } = posting;
  return {
    ...{ customerId, customerName: name, date, method, amount },
    ...(foreign ? { foreign: foreignMoney(foreign) } : {}),
    ...defined({ reference, paymentRunId }),
    ...{ open: amount, allocations: [], entry },
  };
}

/** Changes of documents, and what they settled in a foreign currency. */
export interface Settled<C> {
  readonly changes: C;
  readonly settlements: readonly Settlement[];
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
): Settled<Changes<Receipt>> & { readonly receipt: Receipt } {
  requireCovered(requested, payment);
  const receipt = newReceipt(posting, customer, payment);
  const { credit, changes, settlements } = RECEIVABLES.allocate({ ...receipt, id }, requested, found, posting.date);
  return { receipt, changes: [create(Receipts, id, plain(credit)), ...changes], settlements };
}

/** Allocations never come to more than the receipt. */
function requireCovered(requested: readonly Allotment[], { amount, foreign }: Payment): void {
  const [received, currency] = [foreign?.amount ?? amount, foreign?.currency ?? BASE_CURRENCY];
  const total = requested.reduce((sum, one) => sum + one.amount, 0);
  if (total <= received) return;
  const [sum, whole] = [minorText(total, currency), minorText(received, currency)];
  throw refused(
    'allocation.over_receipt',
    `The allocations add up to ${sum} ${currency}, more than the receipt of ${whole}. Allocate less.`,
    'body.allocations',
    { requested: sum, amount: whole, ...unlessBase(currency) },
  );
}

/** What a refund is made from. */
interface RefundRequest extends Pick<Payment, 'method' | 'amount' | 'foreign' | 'account' | 'keeps'> {
  readonly from: string;
  readonly overrides?: readonly PayoutRule[] | undefined;
}

/** A refund with its entry. @param from the receipt or credit note whose credit it pays out. */
export function newRefund(posting: Posting, { id: customerId, name }: Customer, { from, overrides = [], ...money }: RefundRequest): Refund {
  const { method, amount, foreign } = money;
  const entry = posting.add(`Devolución a ${name}`, refundLines(customerId, money));
  const broken = overrides.length > 0 ? { overrides } : {};
  return {
    ...{ customerId, customerName: name, date: posting.date, method, amount, from, entry },
    ...(foreign ? { foreign: leftIn(foreign) } : {}),
    ...broken,
  };
}

const leftIn = ({ currency, amount, rate, date: rateOf, source }: ForeignPart) => ({ currency, amount, rate, rateOf, source });

/** The unapplied credit that is paid back: of a receipt, or of a credit note. */
export type CreditSource = Stored<Receipt> | Stored<CreditNote>;

/**
 * The changes that pay unapplied credit back: the refund, and the source whose credit it takes, in the source's own currency.
 * @throws DomainError `refund.too_early`, `allocation.currency`, `allocation.too_much`, `period.…` (422).
 */
export function refundOf(
  posting: Posting,
  customer: Customer,
  { id, source, ...paid }: Omit<RefundRequest, 'from'> & { readonly id: string; readonly source: CreditSource },
): Settled<Changes<Refund>> {
  const { date } = posting;
  const { amount, foreign } = paid;
  notBefore(date, source.date, 'refund');
  const [currency, theirs] = [foreign?.currency ?? BASE_CURRENCY, currencyOf(source)];
  if (currency !== theirs) throw ofAnotherCurrency(source.id, theirs, currency, 'body.amount');
  const after = settle<OpenItem>(source, id, date, foreign?.amount ?? amount, 'body.amount');
  const credited = after.allocations.at(-1)?.amount ?? 0;
  const settlements = foreign ? [{ charge: id, credit: source.id, currency, foreign: foreign.amount, charged: amount, credited }] : [];
  const type = 'lines' in source ? CreditNotes : Receipts;
  const refund = newRefund(posting, customer, { from: source.id, ...paid });
  return { changes: [create(Refunds, id, refund), update(type as never, source as never, after as never)], settlements };
}
