/** Finance's published language: what other contexts' rulebooks may lean on. */

export type { Entry, EntryDraft, EntryLine } from './ledger/entry.ts';
export { type CreditedLine, creditableQuantities, shareOfLine } from './receivables/credit.ts';
export type { Invoice } from './receivables/invoice.ts';
export { type TaxLine, type Totals, totalsOf } from './tax/totals.ts';
export { TAX_CODES, taxPercent } from './tax/vat-es.ts';
export { EntryView, entryView, TotalsView } from './wire.ts';
