import { payables } from '#api/finance/payables.ts';
import { ACCOUNT } from '#domain/finance/ledger/accounts.ts';
import { balanceAt } from '#domain/finance/ledger/trial-balance.ts';
import { PayablesReversals } from '#domain/finance/open-items/supplier-reversal.ts';
import { type PurchaseDocument, type PurchaseInput, SupplierBills, SupplierCredits } from '#domain/finance/payables/supplier-bill.ts';
import { BILL, type GoodsReceipt, GoodsReceipts, toBill } from '#domain/inventory/events.ts';
import { POSTING_KINDS } from '#domain/kinds.ts';
import { daysBetween, type IsoDate } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import type { Minor } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { numberOf, type Stored } from '#kernel/record.ts';
import { openRecords, openRows } from '#runtime/open-work.ts';
import { notFound, type Records } from '#runtime/records.ts';
import { query } from '../../platform/service.ts';
import { readAccountBalances } from '../ledger/balance-store.ts';
import { booksBuckets, type JournalItem, MAX_LOOKED, walkJournal } from '../ledger/journal-store.ts';
import { readProjected } from '../ledger/trial-store.ts';

const ACCRUED = ACCOUNT.goodsReceivedNotInvoiced;
/** As many lines are told, the oldest first. */
const MOST_LINES = 500;
/** As many other documents are told. */
const MOST_DOCUMENTS = 50;

const linesOf = (receipt: Stored<GoodsReceipt>, today: IsoDate) =>
  toBill(receipt).map(({ itemId, code, name, quantity, unitCost, line, left, value }) => ({
    ...{ goodsReceiptId: receipt.id, number: numberOf(GoodsReceipts, receipt.id), date: receipt.date },
    ...defined({ reference: receipt.reference, supplierId: receipt.supplierId, supplierName: receipt.supplierName }),
    ...{ line, itemId, code, name, quantity, left, unitCost, value, days: Math.max(0, daysBetween(receipt.date, today)) },
  }));

/** The oldest lines that wait for a bill. */
async function oldestLines(records: Records, today: IsoDate) {
  const lines: ReturnType<typeof linesOf> = [];
  for await (const receipt of openRecords(records, GoodsReceipts, BILL)) {
    if (lines.length >= MOST_LINES) return { lines, more: true };
    lines.push(...linesOf(receipt, today));
  }
  return { lines, more: false };
}

async function valueOfAll(records: Records): Promise<{ value: Minor; receipts: number }> {
  const rows = (await Array.fromAsync(openRows(records.tenant, GoodsReceipts, BILL))).flat();
  return { value: rows.reduce((sum, { amount }) => sum + amount, 0), receipts: rows.length };
}

/** What the books hold on 4009, credit positive; `months` in which it moved, closing periods of years left out. */
async function accrued(records: Records, years: readonly string[], today: IsoDate) {
  const { buckets } = booksBuckets(years, { to: today });
  const { value } = await readProjected(records, years, today, false, async () => {
    const { sumsOf } = await readAccountBalances(records.tenant, [...years, ...buckets], ACCRUED);
    return {
      balance: balanceAt(sumsOf, years, ACCRUED, today, true),
      months: buckets.filter((month) => sumsOf(month, ACCRUED)),
    };
  });
  return { balance: -Number(value.balance), months: value.months };
}

const onAccrued = ({ entry }: { readonly entry: Entry }): Minor =>
  -entry.lines.reduce((sum, { account, amount }) => sum + (account === ACCRUED ? amount : 0), 0);
interface Entry {
  readonly lines: readonly { readonly account: string; readonly amount: Minor }[];
}
const matchedIn = ({ lines }: Pick<PurchaseDocument, 'lines'>): Minor => lines.reduce((sum, { match }) => sum + (match?.value ?? 0), 0);

/** What a document put on 4009 beside the goods that it is for, credit positive: an accrual by hand, or a line of a bill with that account. */
async function besideGoods(records: Records, { document }: JournalItem): Promise<Minor> {
  const posted = onAccrued(document);
  const { id } = document;
  const source = id.startsWith(PayablesReversals.prefix) ? (await records.getOrThrow(PayablesReversals, id)).documentId : id;
  const sign = source === id ? 1 : -1;
  if (source.startsWith(SupplierBills.prefix)) return posted + sign * matchedIn(await records.getOrThrow(SupplierBills, source));
  if (source.startsWith(SupplierCredits.prefix)) return posted - sign * matchedIn(await records.getOrThrow(SupplierCredits, source));
  return posted;
}

/** The documents that put something else on 4009: the newest ones, where there are many. */
async function otherDocuments(records: Records, months: readonly string[]) {
  const kinds = POSTING_KINDS.filter(({ kind }) => kind !== GoodsReceipts.kind);
  const documents: { id: string; date: string; amount: Minor }[] = [];
  let [looked, other] = [0, 0];
  for await (const step of walkJournal(records, { months: months.toReversed(), order: 'desc', account: ACCRUED, kinds, pace: 100 })) {
    for (const item of step.items) {
      const amount = await besideGoods(records, item);
      other += amount;
      if (amount !== 0) documents.push({ id: item.document.id, date: item.document.entry.date, amount });
    }
    looked += step.looked;
    if (looked >= MAX_LOOKED) return { documents, other, complete: false };
  }
  return { documents, other, complete: true };
}

/** Different goods receipts of one paper: what one transaction holds beside it. */
const MAX_RECEIPTS = 80;

/** The goods receipts that the lines of a paper name. @throws DomainError `goods-receipt.not_found` (404), `goods_receipt.too_many` (400). */
export async function readReceipts(records: Records, { lines }: PurchaseInput): Promise<Stored<GoodsReceipt>[]> {
  const fields = new Map<string, string>();
  for (const [i, { receipt }] of lines.entries())
    if (receipt && !fields.has(receipt.goodsReceiptId)) fields.set(receipt.goodsReceiptId, `body.lines.${i}.receipt.goodsReceiptId`);
  const ids = [...fields.keys()];
  if (ids.length > MAX_RECEIPTS)
    throw invalid('goods_receipt.too_many', `One bill is for at most ${MAX_RECEIPTS} goods receipts; enter it in parts.`, 'body.lines', {
      limit: MAX_RECEIPTS,
      receipts: ids.length,
    });
  const found = await records.getMany(GoodsReceipts, ids);
  return found.map((receipt, i) => {
    const id = ids[i] ?? '';
    if (!receipt) throw notFound(GoodsReceipts.kind, id, fields.get(id));
    return receipt;
  });
}

/** What came in and was not billed yet, beside what 4009 holds: what else stands there is told by document, and what nobody explains. */
export async function readUnbilled(records: Records, fiscalYears: readonly string[], today: IsoDate) {
  const [{ lines, more }, { value, receipts }, { balance, months }] = await Promise.all([
    oldestLines(records, today),
    valueOfAll(records),
    accrued(records, fiscalYears, today),
  ]);
  const { documents, other, complete } =
    balance === value ? { documents: [], other: 0, complete: true } : await otherDocuments(records, months);
  return {
    ...{ date: today, lines, more, receipts, value, balance, other, complete, difference: balance - value - other },
    documents: documents.slice(0, MOST_DOCUMENTS),
  };
}

export const getUnbilledReceipts = query(payables.actions.getUnbilledReceipts, ({ records, company, today }) =>
  readUnbilled(records, company.fiscalYears, today),
);
