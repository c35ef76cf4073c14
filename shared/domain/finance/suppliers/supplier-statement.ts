import * as z from 'zod/mini';
import { Money } from '#kernel/money.ts';

/** A supplier's account over a range of days. What is owed is positive. */
export const SupplierStatementView = z.object({
  from: z.string(),
  to: z.string(),
  opening: Money,
  closing: Money,
  lines: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      number: z.string(),
      reference: z.optional(z.string()),
      date: z.string(),
      amount: Money,
      balance: Money,
    }),
  ),
});
