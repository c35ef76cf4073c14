import * as z from 'zod/mini';
import type { FiscalYear } from '#kernel/fiscal-year.ts';
import { Money } from '#kernel/money.ts';
import type { Stored } from '#kernel/record.ts';
import { DepreciationAdjustment } from '../assets/wire.ts';
import { entryIdOf } from '../ledger/entry.ts';
import { EntryView, entryView } from '../wire.ts';
import { YearTask } from './checklist.ts';
import { STEPS, type StoredYearEndEntry, type YearEnd } from './year-end.ts';

const ClosingEntryView = z.object({ id: z.string(), step: z.enum(STEPS), ...EntryView.shape });

/** A fiscal year of the company, closed or not. */
export const YearEndView = z.object({
  year: z.string(),
  /** Its first and last month. */
  from: z.string(),
  to: z.string(),
  state: z.enum(['open', 'closed', 'reopened']),
  /** Of a year that was closed: how often, what it came to (a profit is positive), when last, and by whom. */
  runs: z.optional(z.int()),
  result: z.optional(Money),
  on: z.optional(z.string()),
  by: z.optional(z.string()),
  reason: z.optional(z.string()),
});

/** With the entries that close it and open the next: those in force, or the ones that a dry run would post. */
export const YearEndDetail = z.extend(YearEndView, { entries: z.array(ClosingEntryView) });

/** What a year end has before it: what is not done yet, and entries for a person to look at and post. */
export const YearEndGuide = z.extend(YearEndDetail, {
  /** Months of the year in which anybody may still post. */
  openMonths: z.array(z.string()),
  /** What is looked at before it is closed, in its order: as far as the books tell whether it is done. */
  tasks: z.array(YearTask),
  /** What the books come to as they stand: before corporate tax, and after. */
  resultBeforeTax: Money,
  resultNow: Money,
  /** Not in the proposal: what the books depreciate above the maximum of the law, and what they make up of earlier years. Of calendar years alone. */
  depreciationAdjustment: z.optional(DepreciationAdjustment),
  proposals: z.object({ corporateTax: z.optional(EntryView), distribution: z.optional(EntryView) }),
});

export const yearEndView = ({ year, from, to }: FiscalYear, yearEnd: YearEnd | undefined): z.output<typeof YearEndView> => {
  if (!yearEnd) return { year, from, to, state: 'open' };
  const { state, runs, result, on, by, reason } = yearEnd;
  return { year, from, to, state, runs, result, on, by, ...(reason ? { reason } : {}) };
};

export const closingEntryView = ({ id, step, entry }: Stored<Pick<StoredYearEndEntry, 'step' | 'entry'>>) => ({
  id: entryIdOf(id),
  step,
  ...entryView(entry),
});
