import type { StoredCustomer } from '#domain/crm/customers/customer.ts';
import { deduct } from '#domain/finance/receivables/advance.ts';
import {
  type CreditNoteRequest,
  type CreditNoteResult,
  type CreditRequest,
  type CreditResult,
  creditNoteOver,
  newCreditNote,
} from '#domain/finance/receivables/credit-note-issue.ts';
import { type Advances, deductionsWithin, lessAdvances } from '#domain/finance/receivables/final-invoice.ts';
import { CreditNotes, creditNoteSeries, Invoices, invoiceSeries, type Numbered, numberedId } from '#domain/finance/receivables/invoice.ts';
import { formOf, type InvoiceRequest, type InvoiceResult, newInvoice } from '#domain/finance/receivables/invoice-issue.ts';
import { type CreditSource, refundOf } from '#domain/finance/receivables/payment.ts';
import type { PaymentMethod, Refund } from '#domain/finance/receivables/receipt.ts';
import type { Minor } from '#kernel/money.ts';
import type { Changes } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import type { PostingSession } from './ledger/posting-session.ts';
import { adjustExposure } from './receivables/exposure.ts';
import type { PayoutApproval } from './receivables/payout.ts';

export { statementFileKind } from '#domain/finance/banking/statement-file.ts';
export { proposeExpense } from '#domain/finance/bill-proposals/expense-proposal.ts';
export { requireDefaults, withDimensions } from './analysis/dimensions.ts';
export { bankFileAt } from './banking/bank-file-store.ts';
export { bankLineBatches } from './banking/line-batches.ts';
export { ownIbans } from './banking/own-ibans.ts';
export { type ReceivedFile, type ReceivedInvoice, receivedInvoice, receivedInvoices } from './einvoice/received-invoice.ts';
export { trustChange, trustIn, withTrust } from './einvoice/trust.ts';
export { firstOpenDay, openPosting, openReversal, type PostingSession } from './ledger/posting-session.ts';
export { takeEntryBack } from './ledger/taken-back-entry.ts';
export { draftBill } from './payables/bill-draft.ts';
export { proposeBillFor, purchaseOfDocument } from './payables/bill-proposal.ts';
export { readAdvances, restoreAdvances } from './receivables/advances.ts';
export { openBalance } from './receivables/open-items.ts';
export { approvePayout, maySelfPay, type PayoutApproval, type PayoutRequest, payerOf, refusalOfPayer } from './receivables/payout.ts';
export { cashByDay } from './treasury/cash-days.ts';
export { adjustExposure };

/**
 * What finance does for other contexts. An action opens one posting, lets documents and entries into it, and commits
 * their changes with `posting.changes()` in one transaction.
 */

/** Issues an invoice: the same way for an order, a shipment, a draft and an import. */
export async function issueInvoice(posting: PostingSession, request: InvoiceRequest): Promise<InvoiceResult> {
  const form = formOf(request, posting.date);
  const series = invoiceSeries(posting.date, { ...request, form });
  const [number, chain] = await Promise.all([
    posting.nextNumber(Invoices, (count) => numberedId(series, count)),
    posting.chain(request.issuer),
  ]);
  const issued = newInvoice(posting, { ...number, verifactu: chain?.next }, request, form);
  return chain ? { ...issued, changes: [...issued.changes, chain.attest(issued.invoiceId, issued.invoice)] } : issued;
}

/**
 * Issues an invoice that takes off what was paid in advance. @returns with the gross that it asks for less than without.
 * @throws DomainError as {@link deductionsWithin}, beside what every invoice may be refused for.
 */
export async function issueFinalInvoice(
  posting: PostingSession,
  request: InvoiceRequest,
  advances: Advances,
): Promise<InvoiceResult & { readonly deducted: Minor }> {
  const deductions = deductionsWithin(request.lines, request.customer.id, advances);
  const bill = lessAdvances(request, deductions);
  const issued = await issueInvoice(posting, bill);
  const paid = advances.invoices.filter(({ id }) => deductions.some(({ invoiceId }) => invoiceId === id));
  const changes = [...issued.changes, ...deduct(paid, deductions, issued.invoiceId, 'path.orderId')];
  return { ...issued, changes, deducted: request.totals.gross - bill.totals.gross };
}

type By = CreditNoteRequest['issuedBy'];
const creditNoteId = (posting: PostingSession, by?: By) => (count: number) => numberedId(creditNoteSeries(posting.date, by), count);

/** Looks the next number of the credit notes up beside other reads, where there will probably be one. */
export const expectCreditNote = (posting: PostingSession): Promise<void> => posting.lookUp(CreditNotes, creditNoteId(posting));

/** Issues a credit note that stands by itself. */
export async function issueCreditNote(posting: PostingSession, request: CreditNoteRequest): Promise<CreditNoteResult> {
  return attestedNote(posting, request.issuedBy, (number) => newCreditNote(posting, number, request));
}

/** Credits an invoice, in whole or in part. */
export async function issueCreditForInvoice(posting: PostingSession, request: CreditRequest): Promise<CreditResult> {
  return attestedNote(posting, request.invoice.issuedBy, (number) => creditNoteOver(posting, number, request));
}

/** The note with its record in the chain of Verifactu, where there is one. */
async function attestedNote<R extends CreditNoteResult>(posting: PostingSession, by: By, issue: (number: Numbered) => R): Promise<R> {
  const [number, chain] = await Promise.all([posting.nextNumber(CreditNotes, creditNoteId(posting, by)), posting.chain()]);
  const issued = issue({ ...number, verifactu: chain?.next });
  return chain ? { ...issued, changes: [...issued.changes, chain.attest(issued.creditNoteId, issued.note)] } : issued;
}

/** Pays unapplied credit in euros of one or several documents of a customer back, once approved; the first change is the first refund's. */
export async function refund(
  records: Records,
  posting: PostingSession,
  customer: StoredCustomer,
  parts: readonly { readonly id: string; readonly source: CreditSource; readonly amount: Minor }[],
  method: PaymentMethod,
  { overrides }: PayoutApproval,
): Promise<Changes<Refund>> {
  const paid = parts.flatMap((part) => refundOf(posting, customer, { ...part, method, overrides }).changes);
  const total = parts.reduce((sum, { amount }) => sum + amount, 0);
  return [...paid, ...(await adjustExposure(records, customer, total, { ignoringLimit: true }))] as unknown as Changes<Refund>;
}
