import type { RecordType } from '#kernel/record.ts';
import type { Entry } from '#domain/finance/ledger/entry.ts';
import { ManualEntries } from '#domain/finance/ledger/manual-entry.ts';
import { CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import { ReceiptReversals, Receipts, Refunds } from '#domain/finance/receivables/receipt.ts';
import { StockAdjustments } from '#domain/inventory/stock/adjustment.ts';
import { GoodsIssues } from '#domain/inventory/stock/goods-issue.ts';
import { GoodsReceipts } from '#domain/inventory/stock/goods-receipt.ts';

/** Any document that may carry an entry. */
export interface Carrier {
  readonly entry?: Entry;
  readonly reverses?: string;
  readonly reversedBy?: string;
  readonly reason?: string;
}

/** The kinds of documents that post. A new one joins the journal by a line here. */
export const ENTRY_KINDS = [Invoices, CreditNotes, Receipts, ReceiptReversals, Refunds, GoodsIssues, GoodsReceipts, StockAdjustments, ManualEntries] as unknown as readonly RecordType<Carrier>[];
