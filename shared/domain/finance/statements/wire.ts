import * as z from 'zod/mini';
import { Money, MoneySum } from '#kernel/money.ts';
import { STATEMENTS } from './model.ts';
import { MODEL_NAMES } from './models.ts';

const AccountFigures = z.object({ account: z.string(), name: z.string(), nameEn: z.string(), amounts: z.array(MoneySum) });

/**
 * A statement of annual accounts. `amounts` and `columns` go together: the first is of the range asked for, the second what it is
 * compared with. By dimension there is one for each value, `(none)` for what no value is told of, and `(total)`. Of changes in equity the columns are its components, and what it is compared with stands above, in lines of its own.
 */
export const StatementView = z.object({
  statement: z.enum(STATEMENTS),
  model: z.enum(MODEL_NAMES),
  /** Code of the dimension that the columns are of. */
  dimension: z.optional(z.string()),
  columns: z.array(
    z.object({
      from: z.string(),
      date: z.string(),
      id: z.optional(z.string()),
      label: z.optional(z.string()),
      labelEn: z.optional(z.string()),
    }),
  ),
  /** Where it is as the books said then: ISO, UTC. */
  knownAt: z.optional(z.string()),
  complete: z.boolean(),
  entries: z.int(),
  /**
   * Whether, in every column, assets equal equity and liabilities, an income statement comes to what groups 6 and 7 moved, a cash-flow
   * statement to what 57 moved, changes in equity to the balance sheet.
   */
  balanced: z.boolean(),
  lines: z.array(
    z.object({
      id: z.string(),
      /** 1 for the headings, to 5. */
      level: z.int(),
      label: z.string(),
      labelEn: z.string(),
      /** Of which days it is, where lines differ in that. */
      days: z.optional(z.object({ from: z.string(), date: z.string() })),
      amounts: z.array(MoneySum),
      /** The accounts that the line takes itself, signed as it is. */
      accounts: z.array(AccountFigures),
    }),
  ),
  /** Accounts that no line takes: the statement is wrong by them. Debit positive. */
  unassigned: z.array(AccountFigures),
});
export type StatementData = z.output<typeof StatementView>;

/** A statement as a file. `content` is base64. */
export const StatementFileView = z.object({ fileName: z.string(), contentType: z.string(), content: z.string() });

/** What a statement says otherwise than it did, and the entries that came since. Amounts of a line are by column. */
export const StatementDifferencesView = z.object({
  statement: z.enum(STATEMENTS),
  model: z.enum(MODEL_NAMES),
  from: z.string(),
  date: z.string(),
  knownAt: z.string(),
  lines: z.array(z.object({ id: z.string(), label: z.string(), labelEn: z.string(), before: z.array(MoneySum), after: z.array(MoneySum) })),
  entries: z.array(
    z.object({
      entryId: z.string(),
      date: z.string(),
      text: z.string(),
      source: z.object({ kind: z.string(), id: z.string() }),
      postedAt: z.string(),
      postedBy: z.string(),
      reverses: z.optional(z.string()),
      reason: z.optional(z.string()),
      lines: z.array(z.object({ account: z.string(), debit: Money, credit: Money })),
    }),
  ),
  nextCursor: z.optional(z.string()),
});
