import { refused } from '#kernel/errors.ts';
import type { Minor } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { type Change, create, createNext, type Stored, update } from '#kernel/record.ts';
import type { EntryLine } from '../ledger/entry.ts';
import type { Posting } from '../ledger/posting.ts';
import { notBefore, openOf, settle } from '../open-items/open-item.ts';
import { payableOf } from '../open-items/purchase-entry.ts';
import { lastSettled, type Settlement } from '../open-items/subledger.ts';
import { type CreditedLine, creditOf } from './credit.ts';
import { exchangeIn, foreignSale } from './foreign-sale.ts';
import { type CreditNote, CreditNotes, creditNoteSeries, type Invoice, Invoices, type Numbered, numberedId } from './invoice.ts';
import { type BillingRequest, billingFields, entryTerms } from './invoice-issue.ts';
import { newRefund } from './payment.ts';
import type { PayoutRule } from './payout.ts';
import { creditNoteLines } from './postings.ts';
import { type PaymentMethod, Refunds } from './receipt.ts';
import { creditedWithheld } from './sale-withheld.ts';

/** What a credit note is made from. */
export interface CreditNoteRequest extends BillingRequest {
  readonly reason: string;
  /** Invoice that it corrects. */
  readonly corrects?: string | undefined;
  readonly returnId?: string | undefined;
  /** The refund, where all of it is paid back on the spot. */
  readonly refunded?: { readonly refundId: string; readonly method: PaymentMethod; readonly overrides?: readonly PayoutRule[] } | undefined;
}

export interface CreditNoteResult {
  readonly creditNoteId: string;
  readonly note: CreditNote;
  readonly changes: readonly Change[];
}

/**
 * The corrective invoice (RD 1619/2012 art. 15) that has the next number of its series, with its entry.
 * @param used how much of it the invoice that it corrects takes at once, in its own currency.
 * @throws DomainError `credit_note.zero`, `period.…` (422).
 */
export function newCreditNote(posting: Posting, numbered: Numbered, request: CreditNoteRequest, used: Minor = 0): CreditNoteResult {
  const { customer, lines, totals, costs = [], reason, corrects, returnId, refunded } = request;
  const { date } = posting;
  // Of an invoice that was paid in advance as a whole, nothing is given back but the advance.
  const least = lines.some(({ deducts }) => deducts) ? 0 : 1;
  if (totals.gross < least) throw refused('credit_note.zero', 'The total of the credit note must be above zero.', 'body');
  const series = creditNoteSeries(date, request.issuedBy);
  const billing = billingFields(request, series, numbered, date);
  const creditNoteId = numberedId(series, numbered.count);
  const issued: CreditNote = {
    ...billing,
    ...defined({ corrects, returnId }),
    reason,
    open: payableOf(billing),
    allocations: [],
    entry: posting.add(
      `Rectificativa ${billing.number} ${customer.name}`,
      [...creditNoteLines(customer.id, lines, totals, entryTerms(request)), ...costs],
      true,
    ),
  };
  if (!refunded) {
    const note = corrects && used > 0 ? settle(issued, corrects, date, used, 'body') : issued;
    return { creditNoteId, note, changes: [createNext(CreditNotes, creditNoteId, note)] };
  }
  const { refundId, method, overrides } = refunded;
  const note = settle(issued, refundId, date, issued.open, 'body');
  const refund = newRefund(posting, customer, { from: creditNoteId, method, amount: issued.open, overrides });
  return { creditNoteId, note, changes: [createNext(CreditNotes, creditNoteId, note), create(Refunds, refundId, refund)] };
}

export interface CreditResult extends CreditNoteResult {
  /** The invoice, which knows what was credited and has so much less open. */
  readonly invoiceChange: Change<Invoice>;
  /** What it settled of an invoice in a foreign currency. */
  readonly settlements: readonly Settlement[];
}

/** What a credit over an invoice is made from. */
export interface CreditRequest {
  readonly invoice: Stored<Invoice>;
  readonly credited: readonly CreditedLine[];
  readonly reason: string;
  readonly returnId?: string | undefined;
  /** Cost of goods that came back, for the same entry. */
  readonly costs?: readonly EntryLine[] | undefined;
}

/**
 * The credit note over an invoice, in its currency, at its own exchange and tax rates, and the invoice, whose open amount the
 * credit takes first. The rest stays open on the credit note.
 * @throws DomainError `credit.line` (400), `credit.too_much`, `credit_note.zero`, `credit_note.too_early`, `period.…` (422).
 */
export function creditNoteOver(
  posting: Posting,
  numbered: Numbered,
  { invoice, credited, reason, returnId, costs }: CreditRequest,
): CreditResult {
  const { date } = posting;
  notBefore(date, invoice.date, 'credit_note');
  const { lines, totals, foreign: own, invoice: credit } = creditOf(invoice, credited);
  const foreign = own && invoice.foreign && foreignSale(exchangeIn(invoice.foreign), own);
  const withheld = creditedWithheld(invoice, credit);
  const used = Math.min(openOf(invoice), own ? own.gross : payableOf({ totals, ...defined({ withheld }) }));
  const { orderId, pricesIncludeTax, issuedBy } = invoice;
  const customer = { ...invoice.customer, id: invoice.customerId };
  const request = {
    customer,
    orderId,
    lines,
    totals,
    foreign,
    withheld,
    pricesIncludeTax,
    reason,
    corrects: invoice.id,
    returnId,
    costs,
    issuedBy,
  };
  const result = newCreditNote(posting, numbered, request, used);
  const marked = { ...credit, creditNoteIds: [...(invoice.creditNoteIds ?? []), result.creditNoteId] };
  const after = used > 0 ? settle(marked, result.creditNoteId, date, used, 'body') : marked;
  const settlements = used > 0 ? lastSettled(invoice.id, after, result.creditNoteId, result.note) : [];
  return { ...result, invoiceChange: update(Invoices, invoice, after), settlements };
}
