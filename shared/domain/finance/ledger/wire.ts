import * as z from 'zod/mini';
import { AmountView, Money, MoneySum } from '#kernel/money.ts';
import { Unreadable } from '#kernel/page.ts';
import { numberOf, type Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { EntryLineView, entryView } from '../wire.ts';
import { type Entry, entryIdOf } from './entry.ts';
import { EXPORT_KINDS } from './export.ts';
import { LaneView } from './lanes.ts';
import type { OpeningRecord } from './opening-record.ts';
import { ACCOUNT_TYPES } from './own-account.ts';
import { PERIOD_STATES } from './period-sequence.ts';
import {
  FREQUENCIES,
  RECURRING_STATES,
  RecurringEntries,
  recurringState,
  type StoredRecurringEntry,
  templateOf,
} from './recurring-entry.ts';

/** An account of the chart (`own` false) or of the company; only the company's own bear stamps. */
export const AccountView = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  type: z.enum(ACCOUNT_TYPES),
  /** Of a bank account in a foreign currency. */
  currency: z.optional(z.string()),
  /** What it holds in that, where one account is asked for: it follows each change within a moment. */
  held: z.optional(AmountView),
  validFrom: z.string(),
  own: z.boolean(),
  active: z.boolean(),
  ...z.partial(z.object(stampFields)).shape,
});

export const PeriodView = z.object({
  period: z.string(),
  state: z.enum(PERIOD_STATES),
  entries: z.int(),
  lanes: z.array(LaneView),
});
/** With what a dry run finds unfinished in it, 50 at most. */
export const SetPeriodView = z.extend(PeriodView, {
  unfinished: z.optional(z.array(z.object({ kind: z.string(), id: z.string(), number: z.string(), date: z.string() }))),
});

export const EntryDetail = z.object({
  id: z.string(),
  date: z.string(),
  period: z.string(),
  text: z.string(),
  /** Number in the period's shard: shard and number name the entry for the completeness proof. */
  shard: z.int(),
  seq: z.int(),
  lines: z.array(EntryLineView),
  source: z.object({ kind: z.string(), id: z.string() }),
  reverses: z.optional(z.string()),
  reversedBy: z.optional(z.string()),
  reason: z.optional(z.string()),
  ...stampFields,
});

interface Carrier {
  readonly entry: Entry;
  readonly reverses?: string | undefined;
  readonly reversedBy?: string | undefined;
  readonly reason?: string | undefined;
}

/** A document's entry, with the document as its source. */
export const entryDetail = (kind: string, document: Stored<Carrier>) => {
  const { id, entry, reverses, reversedBy, reason } = document;
  const { rev, createdAt, createdBy, updatedAt, updatedBy, requestId } = stamped(document);
  return {
    id: entryIdOf(id),
    ...entryView(entry),
    period: entry.period,
    shard: entry.shard,
    seq: entry.seq,
    source: { kind, id },
    ...(reverses ? { reverses: entryIdOf(reverses) } : {}),
    ...(reversedBy ? { reversedBy: entryIdOf(reversedBy) } : {}),
    ...(reason ? { reason } : {}),
    rev,
    createdAt,
    createdBy,
    updatedAt,
    updatedBy,
    requestId,
  };
};

/** An opening's entry, with how many documents came along, and how many customers and suppliers it created for them. */
export const OpeningDetail = z.object({ ...EntryDetail.shape, documents: z.int(), created: z.int() });
export const openingDetail = (entry: Stored<Carrier>, { documents, created }: Pick<OpeningRecord, 'documents' | 'created'>) => ({
  ...entryDetail('manual-entry', entry),
  documents,
  created,
});

const TrialRowView = z.object({
  account: z.string(),
  name: z.string(),
  nameEn: z.string(),
  opening: MoneySum,
  debit: MoneySum,
  credit: MoneySum,
  closing: MoneySum,
});
/**
 * Opening and closing are balances: debit positive. `complete`: every entry posted before the request is in it;
 * `entries`: how many are counted, of the periods up to the date's.
 */
export const TrialBalanceView = z.object({
  from: z.string(),
  date: z.string(),
  knownAt: z.optional(z.string()),
  complete: z.boolean(),
  entries: z.int(),
  balanced: z.boolean(),
  rows: z.array(TrialRowView),
  totals: z.object({ debit: MoneySum, credit: MoneySum, closingDebit: MoneySum, closingCredit: MoneySum }),
});

const LedgerLineView = z.object({
  entryId: z.string(),
  date: z.string(),
  text: z.string(),
  source: z.object({ kind: z.string(), id: z.string() }),
  debit: Money,
  credit: Money,
  balance: MoneySum,
  party: z.optional(z.string()),
});

/** A range of an account: the balances at its ends, and one page of the lines between. Balances are debit positive. */
export const AccountLedgerView = z.object({
  account: z.string(),
  from: z.string(),
  to: z.string(),
  complete: z.boolean(),
  opening: MoneySum,
  closing: MoneySum,
  items: z.array(LedgerLineView),
  nextCursor: z.optional(z.string()),
  unreadable: Unreadable,
});

export const ExportView = z.object({
  id: z.string(),
  kind: z.enum(EXPORT_KINDS),
  /** A long file is `preparing` for some minutes; then it has its length and a link. */
  state: z.enum(['preparing', 'ready']),
  from: z.optional(z.string()),
  to: z.string(),
  contentType: z.string(),
  bytes: z.optional(z.int()),
  entries: z.optional(z.int()),
  url: z.optional(z.string()),
  expiresAt: z.optional(z.string()),
});

export const RecurringEntryView = z.object({
  id: z.string(),
  number: z.string(),
  text: z.string(),
  state: z.enum(RECURRING_STATES),
  every: z.enum(FREQUENCIES),
  next: z.optional(z.string()),
  until: z.optional(z.string()),
  /** The entry that it was made of, and the one that it posted last. */
  template: z.string(),
  last: z.optional(z.string()),
  posted: z.int(),
  /** Code of what refused it on its day: it is tried again each day. */
  stuck: z.optional(z.string()),
  amount: Money,
  ...stampFields,
});

export const recurringEntryView = (recurring: StoredRecurringEntry) => {
  const { lines, day: _day, last, ...rest } = recurring;
  return {
    ...stamped(rest as StoredRecurringEntry),
    number: numberOf(RecurringEntries, recurring.id),
    state: recurringState(recurring),
    template: templateOf(recurring),
    amount: lines.reduce((sum, { amount }) => sum + Math.max(amount, 0), 0),
    ...(last ? { last: entryIdOf(last) } : {}),
  };
};
