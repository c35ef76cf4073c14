import * as z from 'zod/mini';
import { Money } from '#kernel/money.ts';
import type { Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { EntryLineView, entryView } from '../wire.ts';
import { type Entry, entryIdOf } from './entry.ts';
import { EXPORT_KINDS } from './export.ts';
import { PERIOD_STATES } from './gate.ts';
import { ACCOUNT_TYPES } from './own-account.ts';

/** An account of the chart (`own` false) or of the company; only the company's own bear stamps. */
export const AccountView = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  type: z.enum(ACCOUNT_TYPES),
  validFrom: z.string(),
  own: z.boolean(),
  active: z.boolean(),
  ...z.partial(z.object(stampFields)).shape,
});

export const PeriodView = z.object({ period: z.string(), state: z.enum(PERIOD_STATES), entries: z.int() });

/** Kinds of documents that post: the sources of entries. */
export const ENTRY_SOURCES = [
  'invoice',
  'credit-note',
  'receipt',
  'receipt-reversal',
  'refund',
  'goods-issue',
  'goods-receipt',
  'stock-adjustment',
  'manual-entry',
] as const;

export const EntryDetail = z.object({
  id: z.string(),
  date: z.string(),
  period: z.string(),
  text: z.string(),
  /** Number in the period's lane: lane and number name the entry for the completeness proof. */
  lane: z.int(),
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
    lane: entry.lane,
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

const TrialRowView = z.object({
  account: z.string(),
  name: z.string(),
  nameEn: z.string(),
  opening: Money,
  debit: Money,
  credit: Money,
  closing: Money,
});
/**
 * Opening and closing are balances: debit positive. `complete`: every entry posted before the request is in it;
 * `entries`: how many are counted, of the periods up to the date's.
 */
export const TrialBalanceView = z.object({
  from: z.string(),
  date: z.string(),
  complete: z.boolean(),
  entries: z.int(),
  balanced: z.boolean(),
  rows: z.array(TrialRowView),
  totals: z.object({ debit: Money, credit: Money, closingDebit: Money, closingCredit: Money }),
});

const LedgerLineView = z.object({
  entryId: z.string(),
  date: z.string(),
  text: z.string(),
  source: z.object({ kind: z.string(), id: z.string() }),
  debit: Money,
  credit: Money,
  balance: Money,
  party: z.optional(z.string()),
});

/** A range of an account: the balances at its ends, and one page of the lines between. Balances are debit positive. */
export const AccountLedgerView = z.object({
  account: z.string(),
  from: z.string(),
  to: z.string(),
  complete: z.boolean(),
  opening: Money,
  closing: Money,
  items: z.array(LedgerLineView),
  nextCursor: z.optional(z.string()),
});

export const ExportView = z.object({
  id: z.string(),
  kind: z.enum(EXPORT_KINDS),
  state: z.literal('ready'),
  from: z.optional(z.string()),
  to: z.string(),
  contentType: z.string(),
  bytes: z.int(),
  entries: z.int(),
  url: z.string(),
  expiresAt: z.string(),
});
