import * as z from 'zod/mini';
import { AmountView, Money } from '#kernel/money.ts';
import type { EntryDraft, EntryLine } from './ledger/entry.ts';

/** Totals on the wire: gross = net + tax + rounding. */
export const TotalsView = z.object({
  net: Money,
  tax: Money,
  rounding: Money,
  gross: Money,
  taxes: z.array(
    z.object({
      code: z.string(),
      percent: z.string(),
      base: Money,
      tax: Money,
      /** Of a purchase: what its buyer owes of it to the tax authority. */
      selfCharged: z.optional(Money),
      /** Of a purchase: what of the tax is deducted, where that is not all. */
      deductible: z.optional(Money),
    }),
  ),
});

export const EntryLineView = z.object({
  account: z.string(),
  debit: Money,
  credit: Money,
  /** In the currency of its document, where that is another: a credit is negative. */
  foreign: z.optional(AmountView),
  party: z.optional(z.string()),
  tax: z.optional(z.string()),
  text: z.optional(z.string()),
  dimensions: z.optional(z.record(z.string(), z.string())),
});

/** An entry on the wire, posted or only planned (dry run). */
export const EntryView = z.object({ date: z.string(), text: z.string(), lines: z.array(EntryLineView) });

const lineView = ({ amount, foreign, ...line }: EntryLine) => ({
  ...line,
  debit: Math.max(amount, 0),
  credit: Math.max(-amount, 0),
  ...(foreign ? { foreign: { minor: foreign.amount, currency: foreign.currency } } : {}),
});

export const entryView = (entry: EntryDraft) => ({ date: entry.date, text: entry.text, lines: entry.lines.map(lineView) });
