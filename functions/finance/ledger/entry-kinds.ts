import type { Entry } from '#domain/finance/ledger/entry.ts';
import { ManualEntries } from '#domain/finance/ledger/manual-entry.ts';
import { CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import { ReceiptReversals, Receipts, Refunds } from '#domain/finance/receivables/receipt.ts';
import { StockAdjustments } from '#domain/inventory/stock/adjustment.ts';
import { GoodsIssues } from '#domain/inventory/stock/goods-issue.ts';
import { GoodsReceipts } from '#domain/inventory/stock/goods-receipt.ts';
import type { Meta, RecordType, Stored } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';

/** How a document's entry stands to others: ids of documents. */
interface Links {
  readonly reverses?: string | undefined;
  readonly reversedBy?: string | undefined;
  readonly reason?: string | undefined;
}

/** A document as the journal sees it. */
export interface JournalDocument extends Meta, Links {
  readonly kind: string;
  readonly entry: Entry;
}

/** A kind of document that posts. Its list is dated: buckets of months, sorted by `date#id`. */
export interface EntryKind {
  readonly kind: string;
  readonly prefix: string;
  /** What a person does to take such an entry back. */
  readonly undo: string;
  /** The documents, in the order asked for; undefined where there is none, or it posted nothing. */
  load(records: Records, ids: readonly string[]): Promise<(JournalDocument | undefined)[]>;
}

const entryKind = <T extends { readonly entry?: Entry }>(
  type: RecordType<T>,
  undo: string,
  linksOf: (document: Stored<T>) => Links = () => ({}),
): EntryKind => ({
  kind: type.kind,
  prefix: type.prefix,
  undo,
  load: async (records, ids) =>
    (await records.getMany(type, ids)).map(
      (document) =>
        document?.entry && {
          ...linksOf(document),
          kind: type.kind,
          entry: document.entry,
          id: document.id,
          rev: document.rev,
          history: document.history,
        },
    ),
});

/** The kinds of documents that post. A new one joins the journal by a line here. */
export const ENTRY_KINDS: readonly EntryKind[] = [
  entryKind(Invoices, 'Credit the invoice instead: POST /invoices/{invoiceId}/credit-notes.'),
  entryKind(CreditNotes, 'A credit note is final; issue a new invoice instead.', ({ reason }) => ({ reason })),
  entryKind(Receipts, 'Reverse the receipt instead: POST /receipts/{receiptId}/reversal.', ({ reversal }) => ({
    reversedBy: reversal?.id,
  })),
  entryKind(ReceiptReversals, 'Record the receipt again instead: POST /receipts.', ({ receiptId, reason }) => ({
    reverses: receiptId,
    reason,
  })),
  entryKind(Refunds, 'If the money came back, record it as a receipt instead: POST /receipts.'),
  entryKind(
    GoodsIssues,
    'It is part of a shipment; take the goods back by a return, or adjust the stock: POST /stock-adjustments.',
    ({ reverses }) => ({ reverses }),
  ),
  entryKind(GoodsReceipts, 'Reverse the goods receipt instead: POST /goods-receipts/{receiptId}/reversal.', ({ reverses, reversedBy }) => ({
    reverses,
    reversedBy,
  })),
  entryKind(StockAdjustments, 'Adjust the stock the other way instead: POST /stock-adjustments.', ({ reason }) => ({ reason })),
  entryKind(ManualEntries, 'Reverse the entry.', ({ reverses, reversedBy, reason }) => ({ reverses, reversedBy, reason })),
];

/** The kind of an entry's document, by the id's prefix. */
export const kindOfDocument = (documentId: string): EntryKind | undefined =>
  ENTRY_KINDS.find(({ prefix }) => documentId.startsWith(`${prefix}_`));
