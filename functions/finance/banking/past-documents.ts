import type { StoredBankLine } from '#domain/finance/banking/bank-line.ts';
import type { MatchCandidate, ProposedPart } from '#domain/finance/banking/match-model.ts';
import type { PastDocuments } from '#domain/finance/banking/rule-replay.ts';
import { allocatedBy, type OpenItem } from '#domain/finance/open-items/open-item.ts';
import { PAY } from '#domain/finance/open-items/queues.ts';
import { type SupplierBill, SupplierBills } from '#domain/finance/payables/supplier-bill.ts';
import { type Invoice, Invoices } from '#domain/finance/receivables/invoice.ts';
import { Receipts } from '#domain/finance/receivables/receipt.ts';
import { SupplierPayments } from '#domain/finance/supplier-payments/supplier-payment.ts';
import { BASE_CURRENCY } from '#kernel/money.ts';
import type { RecordType, Stored } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { allOpen, customerIbans } from './match-documents.ts';
import { billCandidate, invoiceCandidate, supplierIbans } from './open-documents.ts';

/** The money of lines: receipts or payments, by the documents that they settled. */
type Money = Pick<OpenItem, 'allocations'>;

/** A document as it was before any of the given money settled some of it. */
function before<T extends OpenItem>(item: T, money: ReadonlySet<string>): T {
  const first = item.allocations.findIndex(({ with: other }) => money.has(other));
  if (first < 0) return item;
  return { ...item, open: item.allocations.slice(first).reduce((sum, { amount }) => sum + amount, item.open) };
}

/** What is open now, with the accounts that customers are debited on: read once, however many pages of lines are looked at. */
export async function openNow(records: Records) {
  const [sales, purchases, ibans] = await Promise.all([
    allOpen(records, Invoices, PAY),
    allOpen(records, SupplierBills, PAY),
    customerIbans(records),
  ]);
  return { sales, purchases, ibans };
}
type OpenNow = Awaited<ReturnType<typeof openNow>>;

/** What lines were matched with of a kind, and what of it is open now, as it was before the first of the lines. */
async function pastOf<D extends OpenItem, M extends Money>(
  records: Records,
  [documents, money]: readonly [RecordType<D>, RecordType<M>],
  ids: readonly string[],
  open: readonly Stored<D>[],
): Promise<{ readonly documents: readonly Stored<D>[]; readonly money: ReadonlyMap<string, Stored<M>> }> {
  const paid = ids.length === 0 ? [] : await records.getMany(money, ids);
  const known = new Map(paid.flatMap((each) => (each ? [[each.id, each] as const] : [])));
  const settled = [...new Set([...known.values()].flatMap((each) => [...allocatedBy(each).keys()]))];
  const found = settled.length === 0 ? [] : await records.getMany(documents, settled);
  const all = new Map([...open, ...found].flatMap((each) => (each ? [[each.id, each] as const] : [])));
  const ours = new Set(known.keys());
  return { documents: [...all.values()].map((each) => before(each, ours) as Stored<D>), money: known };
}

/** Invoices and bills in the currency of the books that lines were matched with, and those that are open: what a rule about differences is tested on. */
export async function pastDocuments(records: Records, lines: readonly StoredBankLine[], open: OpenNow): Promise<PastDocuments> {
  const idsOf = (wanted: 'receipt' | 'payment') =>
    lines.flatMap(({ match }) => match?.parts.flatMap(({ as, id }) => (as === wanted ? [id] : [])) ?? []);
  const { ibans } = open;
  const [sales, purchases] = await Promise.all([
    pastOf<Invoice, Money>(records, [Invoices, Receipts as RecordType<Money>], idsOf('receipt'), open.sales),
    pastOf<SupplierBill, Money>(records, [SupplierBills, SupplierPayments as RecordType<Money>], idsOf('payment'), open.purchases),
  ]);
  const theirs = await supplierIbans(
    records,
    purchases.documents.map(({ supplierId }) => supplierId),
  );
  const candidates: MatchCandidate[] = [
    ...sales.documents.flatMap((invoice) => invoiceCandidate(invoice, BASE_CURRENCY, ibans.get(invoice.customerId)) ?? []),
    ...purchases.documents.flatMap((bill) => billCandidate(bill, BASE_CURRENCY, theirs.get(bill.supplierId)) ?? []),
  ].map(({ candidate }) => candidate);
  const settledBy = ({ match }: StoredBankLine): ProposedPart[] =>
    (match?.parts ?? []).flatMap(({ id, as }) => {
      const money = sales.money.get(id) ?? purchases.money.get(id);
      const sign = as === 'payment' ? -1 : 1;
      return money
        ? [...allocatedBy(money)].map(([candidateId, amount]) => ({ candidateId, amount: sign * amount, currency: BASE_CURRENCY }))
        : [];
    });
  return { candidates, settledBy };
}
