import { type CheckFinding, type CheckItem, findingOf, PASSED } from '#domain/finance/closing/check.ts';
import { likelyTwins, missingNumbers, type TwinBill } from '#domain/finance/closing/numbered-documents.ts';
import { ExpenseClaims } from '#domain/finance/expenses/expense-claim.ts';
import { SupplierBills } from '#domain/finance/payables/supplier-bill.ts';
import { Drafts, type StoredDraft } from '#domain/finance/receivables/draft.ts';
import { CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import { addDays, addMonths, latest, monthOf } from '#kernel/date.ts';
import { numberOf, type RecordType, type Stored } from '#kernel/record.ts';
import { type DatedQuery, listDated } from '#runtime/dated-list.ts';
import { readRows } from '#runtime/lists.ts';
import { openRecords } from '#runtime/open-work.ts';
import { unfinishedIn } from '../ledger/set-period.ts';
import type { CheckWorld } from './check-world.ts';

async function* everyDated<T>(
  { records, company }: CheckWorld,
  type: RecordType<T>,
  range: Required<Pick<DatedQuery, 'from' | 'to'>>,
  where: (record: Stored<T>) => boolean,
) {
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await listDated(records, type, company.fiscalYears, { limit: 100, order: 'asc', cursor, ...range }, { where });
    yield* page.items;
    cursor = page.nextCursor;
  }
}

/** Months before the one that is closed in which a draft of it may have been begun. */
const DRAFTED_BEFORE = -2;

/** Drafts of invoices of the month or of one before, and claims of expenses that nobody has decided. */
export async function draftsCheck(world: CheckWorld): Promise<CheckFinding> {
  const { records, period, last, today } = world;
  const items: CheckItem[] = [];
  const range = { from: `${addMonths(period, DRAFTED_BEFORE)}-01`, to: latest(today, last) };
  const isDue = ({ invoiceId, date, madeOn }: StoredDraft) => invoiceId === undefined && monthOf(date ?? madeOn) <= period;
  for await (const draft of everyDated(world, Drafts, range, isDue))
    items.push({ kind: Drafts.kind, id: draft.id, text: draft.customerName, date: draft.date ?? draft.madeOn });
  for await (const claim of openRecords(records, ExpenseClaims, 'approve', { to: `${last}#~` }))
    items.push({ kind: ExpenseClaims.kind, id: claim.id, text: claim.employeeName, date: claim.submittedOn, amount: claim.total });
  return findingOf(items);
}

/** Orders with shipments of the month that nobody has billed, or with a step under way. */
export async function shipmentsCheck({ records, period }: CheckWorld): Promise<CheckFinding> {
  const found = await unfinishedIn(records, period);
  return findingOf(found.map(({ kind, id, number, date }) => ({ kind, id, text: number, date })));
}

/** Ids of a kind's documents in a month, by its index alone. */
async function idsIn({ records, period }: CheckWorld, kind: string): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await readRows(records.tenant, kind, period, after, { order: 'asc', limit: 500 });
    ids.push(...page.rows.map(({ id }) => id));
    after = page.last;
  } while (after !== undefined);
  return ids;
}

/** Numbers between the first and the last of the month that no document has, of whatever month. */
export async function numbersCheck(world: CheckWorld): Promise<CheckFinding> {
  const items: CheckItem[] = [];
  for (const type of [Invoices, CreditNotes] as readonly RecordType<object>[]) {
    const missing = missingNumbers(await idsIn(world, type.kind));
    if (missing.length === 0) continue;
    const elsewhere = await world.records.getMany(type, missing);
    items.push(...missing.filter((_, i) => !elsewhere[i]).map((id) => ({ text: numberOf(type, id) })));
  }
  return findingOf(items);
}

/** Bills of one supplier and amount within a week, of which one is of the month. */
export async function duplicatesCheck(world: CheckWorld): Promise<CheckFinding> {
  const bills: TwinBill[] = [];
  const range = { from: addDays(world.first, -7), to: world.last };
  for await (const bill of everyDated(world, SupplierBills, range, ({ reversal }) => reversal === undefined))
    bills.push({ id: bill.id, supplierId: bill.supplierId, reference: bill.reference, date: bill.date, gross: bill.totals.gross });
  const twins = likelyTwins(bills).filter(({ bill }) => bill.date >= world.first);
  return twins.length === 0
    ? PASSED
    : findingOf(
        twins.map(({ bill, twin }) => ({
          kind: SupplierBills.kind,
          id: bill.id,
          text: `${twin.reference} · ${bill.reference}`,
          date: bill.date,
          amount: bill.gross,
        })),
      );
}
