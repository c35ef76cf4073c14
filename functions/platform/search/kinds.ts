import { Customers } from '#domain/crm/customers/customer.ts';
import type { Entry } from '#domain/finance/ledger/entry.ts';
import { entryIdOf } from '#domain/finance/ledger/entry.ts';
import { ManualEntries } from '#domain/finance/ledger/manual-entry.ts';
import { type Bill, CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import { Receipts } from '#domain/finance/receivables/receipt.ts';
import { stateOf } from '#domain/finance/receivables/wire.ts';
import type { Hit, SearchKind } from '#domain/platform/search/wire.ts';
import { Items } from '#domain/sales/catalogue/item.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { statusOf } from '#domain/sales/orders/progress.ts';
import { Returns } from '#domain/sales/returns/return.ts';
import type { IsoDate } from '#kernel/date.ts';
import { shortNumber } from '#kernel/id.ts';
import type { RecordType, Stored } from '#kernel/record.ts';

/** What is looked for, where and when. */
export interface Asked {
  readonly q: string;
  readonly fiscalYears: readonly string[];
  readonly today: IsoDate;
}

/** A kind of record that is found by the words of its list. */
export interface Searched {
  readonly kind: SearchKind;
  readonly type: RecordType<never>;
  /** Its list has a bucket a month; otherwise one for all. */
  readonly dated: boolean;
  /** The hits of records by id, in the order asked for; without those that are not there. */
  hits(read: (type: RecordType<never>) => Promise<readonly (Stored<never> | undefined)[]>, today: IsoDate): Promise<Hit[]>;
}

type Line = Omit<Hit, 'kind' | 'id'> & { readonly id?: string };

const searched = <T>(
  kind: SearchKind,
  type: RecordType<T>,
  dated: boolean,
  lineOf: (record: Stored<T>, today: IsoDate) => Line,
): Searched => ({
  kind,
  type: type as RecordType<never>,
  dated,
  hits: async (read, today) =>
    ((await read(type as RecordType<never>)) as (Stored<T> | undefined)[]).flatMap((record) =>
      record ? [{ kind, id: record.id, ...lineOf(record, today) }] : [],
    ),
});

const billLine = ({ number, customer, date, totals }: Bill): Line => ({
  title: number,
  subtitle: [customer.name, customer.taxId].filter(Boolean).join(' · '),
  date,
  amount: totals.gross,
});

/** An entry as one line: its debits are its amount. */
export const entryLine = (documentId: string, { text, date, lines }: Entry): Line & { id: string } => ({
  id: entryIdOf(documentId),
  title: text,
  subtitle: entryIdOf(documentId),
  date,
  amount: lines.reduce((sum, { amount }) => sum + Math.max(amount, 0), 0),
});

/** Every kind that has a list with words, in the order of the answer. All of them may be listed by every role. */
export const KINDS: readonly Searched[] = [
  searched('customer', Customers, false, ({ name, taxId, email }) => {
    const subtitle = [taxId, email].filter(Boolean).join(' · ');
    return { title: name, ...(subtitle ? { subtitle } : {}) };
  }),
  searched('item', Items, false, ({ name, code, active }) => ({ title: name, subtitle: code, state: active ? 'active' : 'inactive' })),
  searched('order', Orders, true, (order) => ({
    title: shortNumber('P', order.id),
    subtitle: [order.customerName, order.reference].filter(Boolean).join(' · '),
    state: statusOf(order),
    date: order.date,
    amount: order.totals.gross,
  })),
  searched('invoice', Invoices, true, (invoice, today) => ({ ...billLine(invoice), state: stateOf(invoice, today) })),
  searched('credit-note', CreditNotes, true, (note) => ({ ...billLine(note), state: note.open > 0 ? 'open' : 'used' })),
  searched('receipt', Receipts, true, (receipt) => ({
    title: shortNumber('C', receipt.id),
    subtitle: [receipt.customerName, receipt.reference].filter(Boolean).join(' · '),
    state: receipt.reversal ? 'reversed' : receipt.open > 0 ? 'open' : 'used',
    date: receipt.date,
    amount: receipt.amount,
  })),
  searched('return', Returns, true, (ret) => ({
    title: shortNumber('D', ret.id),
    subtitle: [ret.customerName, shortNumber('P', ret.orderId)].join(' · '),
    state: ret.state,
    date: ret.date,
  })),
  searched('journal-entry', ManualEntries, true, ({ id, entry }) => entryLine(id, entry)),
];
