import { documentIdOf, type Entry } from '#domain/finance/ledger/entry.ts';
import { ManualEntries } from '#domain/finance/ledger/manual-entry.ts';
import { billId, CreditNotes, creditNoteSeries, Invoices, invoiceSeries } from '#domain/finance/receivables/invoice.ts';
import { ReceiptReversals, Receipts, Refunds } from '#domain/finance/receivables/receipt.ts';
import { StockAdjustments } from '#domain/inventory/stock/adjustment.ts';
import { GoodsIssues } from '#domain/inventory/stock/goods-issue.ts';
import { GoodsReceipts } from '#domain/inventory/stock/goods-receipt.ts';
import type { Hit } from '#domain/platform/search/wire.ts';
import { AnyId, prefixOf } from '#kernel/id.ts';
import type { RecordType } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { type Asked, entryLine, KINDS } from './kinds.ts';

/** Documents that post, by the prefix of their ids: their entries are found by `je_` and the document's id. */
const POSTING = [
  Invoices,
  CreditNotes,
  Receipts,
  ReceiptReversals,
  Refunds,
  GoodsIssues,
  GoodsReceipts,
  StockAdjustments,
  ManualEntries,
] as unknown as readonly RecordType<{ readonly entry?: Entry | undefined }>[];

/** What an id or a whole number names: read by its key, however old. Empty where it names nothing. */
export async function findExactly(records: Records, asked: Asked): Promise<Hit[]> {
  if (asked.q.startsWith('je_')) return findEntry(records, asked.q);
  const ids = AnyId.safeParse(asked.q).success ? [asked.q] : billIds(asked);
  const found = await Promise.all(
    KINDS.map(({ type, hits }) => {
      const mine = ids.filter((id) => prefixOf(id) === type.prefix);
      return mine.length > 0 ? hits((of) => records.getMany(of, mine), asked.today) : [];
    }),
  );
  return found.flat();
}

async function findEntry(records: Records, q: string): Promise<Hit[]> {
  const id = documentIdOf(q);
  const type = AnyId.safeParse(id).success && POSTING.find(({ prefix }) => prefix === prefixOf(id));
  const document = type ? await records.get(type, id) : undefined;
  return document?.entry ? [{ kind: 'journal-entry', ...entryLine(document.id, document.entry) }] : [];
}

/** Ids of the invoices and credit notes of a number: `F2026-000123` is one, `123` is one of every fiscal year and series. */
function billIds({ q, fiscalYears }: Asked): string[] {
  if (/^F\d{4}-\d{6}$/i.test(q)) return [`inv_${q.toUpperCase()}`];
  if (/^R\d{4}-\d{6}$/i.test(q)) return [`crn_${q.toUpperCase()}`];
  if (!/^\d{1,6}$/.test(q)) return [];
  return fiscalYears.flatMap((year) => [invoiceSeries, creditNoteSeries].map((seriesOf) => billId(seriesOf(`${year}-01-01`), Number(q))));
}
