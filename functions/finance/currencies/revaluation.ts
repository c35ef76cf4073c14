import {
  type DifferenceItem,
  ExchangeDifferences,
  type SubledgerSide,
  type ValuedItem,
  valued,
} from '#domain/finance/currencies/exchange-difference.ts';
import { ExchangeRateDays, rateIdsFor, rateOrThrow } from '#domain/finance/currencies/exchange-rate.ts';
import type { Entry } from '#domain/finance/ledger/entry.ts';
import type { OpenItem } from '#domain/finance/open-items/open-item.ts';
import { APPLY, APPROVE, PAY, PAYING } from '#domain/finance/open-items/queues.ts';
import { SupplierBills, SupplierCredits } from '#domain/finance/payables/supplier-bill.ts';
import { CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import { assertDefined } from '#kernel/assert.ts';
import { addDays, type IsoDate } from '#kernel/date.ts';
import { prefixOf } from '#kernel/id.ts';
import type { RecordType, Stored } from '#kernel/record.ts';
import { listDated } from '#runtime/dated-list.ts';
import { openRecords } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';
import { valuedAccounts } from './bank-balances.ts';

/** What is owed to the company or by it, with the entry that holds it. */
type Owed = OpenItem & { readonly entry: Entry };

/** What is valued of a kind of document. */
interface Valued {
  readonly side: SubledgerSide;
  readonly type: RecordType<Owed>;
  /** Where those that are open wait. */
  readonly queues: readonly string[];
  readonly credit: boolean;
}
const KINDS: readonly Valued[] = [
  { side: 'payable', type: SupplierBills as unknown as RecordType<Owed>, queues: [PAY, APPROVE, PAYING], credit: false },
  { side: 'payable', type: SupplierCredits as unknown as RecordType<Owed>, queues: [APPLY], credit: true },
  { side: 'receivable', type: Invoices as unknown as RecordType<Owed>, queues: [PAY], credit: false },
  { side: 'receivable', type: CreditNotes as unknown as RecordType<Owed>, queues: [APPLY], credit: true },
];

/** A document as it is valued, with its place in the books. */
function itemOf(document: Stored<Owed>, credit: boolean): ValuedItem {
  const place = document.entry.lines.find((line) => line.party !== undefined);
  const { party = '', account } = assertDefined(place, 'a document of a party');
  return { ...document, party, account, credit, since: document.entry.date };
}

/** The documents that were settled after a day: what is open no more may have been open on it. */
async function settledSince(records: Records, fiscalYears: readonly string[], date: IsoDate): Promise<string[]> {
  const ids = new Set<string>();
  const range = { limit: 100, order: 'asc', from: addDays(date, 1) } as const;
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await listDated(records, ExchangeDifferences, fiscalYears, { ...range, cursor });
    for (const { document, by } of page.items.flatMap(({ items }) => items)) {
      ids.add(document);
      if (by !== undefined) ids.add(by);
    }
    cursor = page.nextCursor;
  }
  return [...ids];
}

/** The documents of a kind that may have been open on a day: those that are, and those of the kind among `settled`. */
async function documentsOf(records: Records, { type, queues, credit }: Valued, settled: readonly string[]): Promise<ValuedItem[]> {
  const found = new Map<string, Stored<Owed>>();
  for (const queue of queues) for await (const one of openRecords(records, type, queue)) if (one.foreign) found.set(one.id, one);
  const others = settled.filter((id) => prefixOf(id) === type.prefix && !found.has(id));
  for (const one of await records.getMany(type, others)) if (one) found.set(one.id, one);
  return [...found.values()].map((document) => itemOf(document, credit));
}

/**
 * What the values of open items and of bank accounts changed by up to the end of a day.
 * @throws DomainError `rate.missing` (422), `balances.behind` (503).
 */
export async function valuedItems(records: Records, fiscalYears: readonly string[], date: IsoDate): Promise<DifferenceItem[]> {
  const settled = await settledSince(records, fiscalYears, date);
  const [days, ...items] = await Promise.all([
    records.getMany(ExchangeRateDays, rateIdsFor(date)),
    ...KINDS.map((kind) => documentsOf(records, kind, settled)),
  ]);
  const rateOf = (currency: string) => rateOrThrow(days, currency, date, 'body.month');
  const owed = KINDS.flatMap(({ side }, i) => valued(side, items[i] ?? [], date, rateOf));
  return [...owed, ...(await valuedAccounts(records, fiscalYears, date, rateOf))];
}
