import * as z from 'zod/mini';
import { MoneySum } from '#kernel/money.ts';
import { SECTIONS } from './m303.ts';

const TaxSumView = z.object({
  side: z.enum(['output', 'input', 'withheld']),
  code: z.string(),
  percent: z.string(),
  /** Of documents that correct earlier ones. */
  corrects: z.boolean(),
  base: MoneySum,
  tax: MoneySum,
});

/** A draft of a tax return: a look at the books, which files nothing. */
export const TaxReturnView = z.object({
  form: z.enum(['303']),
  period: z.string(),
  from: z.string(),
  to: z.string(),
  complete: z.boolean(),
  entries: z.int(),
  boxes: z.array(z.object({ box: z.string(), section: z.enum(SECTIONS), label: z.string(), labelEn: z.string(), amount: MoneySum })),
  /** What the period posted of each tax, with the boxes that take it. */
  taxes: z.array(z.extend(TaxSumView, { boxes: z.array(z.string()) })),
  /** Boxes beside the accounts that they must agree with. */
  ties: z.array(z.object({ box: z.string(), account: z.string(), amount: MoneySum, posted: MoneySum, agrees: z.boolean() })),
  /** Taxes that the form has no box for: the draft is wrong by them. */
  unassigned: z.array(TaxSumView),
});
