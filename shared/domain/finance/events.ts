/** Finance's published language: what other contexts' rulebooks may lean on. */

export { BANK_FILE_STATES, BankFileFault } from './banking/bank-file.ts';
export {
  type BillProposal,
  type EnteredPurchase,
  type LearnedTerms,
  type PaperFacts,
  type PaperFlag,
  taxKey,
} from './bill-proposals/bill-proposal.ts';
export type { ExpenseProposal } from './bill-proposals/expense-proposal.ts';
export { ReceivedSignature } from './einvoice/received-signature.ts';
export { TRUSTED } from './einvoice/trusted-certificate.ts';
export { Entry, type EntryDraft, type EntryLine } from './ledger/entry.ts';
export { DOCUMENT_NAMES } from './open-items/document.ts';
export { notBefore } from './open-items/open-item.ts';
export { type CreditedLine, creditableQuantities, shareOfLine } from './receivables/credit.ts';
export { type Invoice, InvoiceId } from './receivables/invoice.ts';
export { type InvoiceIssuer, refusalOfRecipient } from './receivables/simplified.ts';
export { refusalOfTaxCode, type TaxRecipient } from './tax/recipient.ts';
export { type TaxLine, Totals, totalsOf } from './tax/totals.ts';
export { isInForce, TAX_CODES, taxPercent } from './tax/vat-es.ts';
export { WITHHELD_ACCUMULATOR } from './tax/withheld-sums.ts';
export { WITHHELD_OF_WAGES } from './tax/withholding-es.ts';
export { EntryView, entryView, TotalsView } from './wire.ts';
