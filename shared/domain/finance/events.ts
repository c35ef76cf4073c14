/** Finance's published language: what other contexts' rulebooks may lean on. */
export { TAX_CODES, taxPercent } from './tax/vat-es.ts';
export { type TaxLine, type Totals, totalsOf } from './tax/totals.ts';
export { EntryView, TotalsView, entryView } from './wire.ts';
export type { Entry, EntryDraft, EntryLine } from './ledger/entry.ts';
