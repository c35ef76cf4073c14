import * as z from 'zod/mini';
import { isIsoDate } from '#kernel/date.ts';
import { decimal } from '#kernel/decimal.ts';
import { idWith } from '#kernel/id.ts';
import { MoneySum, toMinor } from '#kernel/money.ts';

/** Banks and cash on a day: what the books hold of the group 57. */
export const CashPositionView = z.object({
  date: z.string(),
  accounts: z.array(z.object({ account: z.string(), name: z.string(), balance: MoneySum })),
  total: MoneySum,
  /** Whether every posting up to then is in it. */
  complete: z.boolean(),
});

const whole = (pattern: RegExp, message: string) =>
  z.pipe(
    z.string().check(z.regex(pattern, message)),
    z.transform((text: string) => Number(text)),
  );

/** `2026-12-10:-5000.00`, several with commas between. */
const Extra = z.pipe(
  z.string().check(
    z.maxLength(600),
    z.regex(
      /^\d{4}-\d{2}-\d{2}:-?\d{1,10}(\.\d{1,2})?(,\d{4}-\d{2}-\d{2}:-?\d{1,10}(\.\d{1,2})?)*$/,
      'must be days with amounts, such as 2026-12-10:-5000.00',
    ),
    z.refine((text) => text.split(',').every((one) => isIsoDate(one.slice(0, 10))), 'must be a date that exists, such as 2026-11-24'),
  ),
  z.transform((text: string) => text.split(',').map((one) => ({ date: one.slice(0, 10), amount: toMinor(decimal(one.slice(11))) }))),
);

export const CashForecastQuery = z.strictObject({
  weeks: z._default(whole(/^([1-9]|[1-4]\d|5[0-2])$/, 'must be a number of weeks, from 1 to 52'), 13),
  /** Days that everybody pays later than they usually do. */
  delayDays: z.optional(whole(/^(\d|[1-9]\d|1[0-7]\d|180)$/, 'must be a number of days, from 0 to 180')),
  /** A customer whose money does not come. */
  withoutParty: z.optional(idWith('cus')),
  /** Money that comes or goes besides. */
  extra: z.optional(Extra),
});

const Cases = z.object({ low: MoneySum, expected: MoneySum, high: MoneySum });
const Lateness = z.object({ sample: z.int(), p25: z.int(), median: z.int(), p75: z.int() });
export const CashForecastView = z.object({
  date: z.string(),
  opening: MoneySum,
  weeks: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      /** What customers are taken to pay. */
      receivables: Cases,
      /** What leaves is negative: bills by their due dates, payment runs under way, tax returns, and what was added. */
      bills: MoneySum,
      paymentRuns: MoneySum,
      /** What recurring entries move of banks, cash and what is owed. */
      recurring: MoneySum,
      taxes: MoneySum,
      extra: MoneySum,
      closing: Cases,
    }),
  ),
  /** The returns that `taxes` is made of: what their drafts are expected to come to, the most (`low`) and the least (`high`). */
  taxReturns: z.array(z.object({ form: z.string(), period: z.string(), due: z.string(), amount: MoneySum, low: MoneySum, high: MoneySum })),
  /** What `recurring` is made of: each entry with the days on which it moves money. */
  recurringEntries: z.array(z.object({ id: z.string(), text: z.string(), amount: MoneySum, dates: z.array(z.string()) })),
  /** How late customers pay: days after the due date of the invoices of the last year that are paid. */
  lateness: Lateness,
  /** Customers who are told from their own invoices: three or more paid. */
  ownHabits: z.int(),
});
