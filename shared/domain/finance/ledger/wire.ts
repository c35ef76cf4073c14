import * as z from 'zod/mini';
import { Money } from '#kernel/money.ts';
import { stampFields, stamped } from '#kernel/stamps.ts';
import type { Stored } from '#kernel/record.ts';
import { EntryLineView, entryView } from '../wire.ts';
import { type Entry, entryIdOf } from './entry.ts';
import { PERIOD_STATES } from './gate.ts';

export const AccountView = z.object({
  code: z.string(), name: z.string(), nameEn: z.string(), type: z.enum(['asset', 'liability', 'equity', 'income', 'expense']),
  own: z.boolean(), active: z.boolean(),
});

export const PeriodView = z.object({ period: z.string(), state: z.enum(PERIOD_STATES), entries: z.int() });

export const EntryDetail = z.object({
  id: z.string(), date: z.string(), period: z.string(), text: z.string(),
  /** Number in the period's lane: lane and number name the entry for the completeness proof. */
  lane: z.int(), seq: z.int(),
  lines: z.array(EntryLineView),
  source: z.object({ kind: z.string(), id: z.string() }),
  reverses: z.optional(z.string()), reversedBy: z.optional(z.string()), reason: z.optional(z.string()),
  ...stampFields,
});

interface Carrier { readonly entry: Entry; readonly reverses?: string; readonly reversedBy?: string; readonly reason?: string }

/** A document's entry, with the document as its source. */
export const entryDetail = (kind: string, document: Stored<Carrier>) => {
  const { entry, reverses, reversedBy, reason } = document;
  const { rev, createdAt, createdBy, updatedAt, updatedBy, requestId } = stamped(document);
  return {
    id: entryIdOf(document.id), ...entryView(entry), period: entry.period, lane: entry.lane, seq: entry.seq,
    source: { kind, id: document.id },
    ...(reverses ? { reverses: entryIdOf(reverses) } : {}), ...(reversedBy ? { reversedBy: entryIdOf(reversedBy) } : {}), ...(reason ? { reason } : {}),
    rev, createdAt, createdBy, updatedAt, updatedBy, requestId,
  };
};

const TrialRowView = z.object({
  account: z.string(), name: z.string(), nameEn: z.string(),
  opening: Money, debit: Money, credit: Money, closing: Money,
});
/** Opening and closing are balances: debit positive. */
export const TrialBalanceView = z.object({
  from: z.string(), date: z.string(), consistent: z.boolean(), balanced: z.boolean(),
  rows: z.array(TrialRowView),
  totals: z.object({ debit: Money, credit: Money, closingDebit: Money, closingCredit: Money }),
});

export const LedgerLineView = z.object({
  entryId: z.string(), date: z.string(), text: z.string(), source: z.object({ kind: z.string(), id: z.string() }),
  debit: Money, credit: Money, balance: Money, party: z.optional(z.string()),
});
