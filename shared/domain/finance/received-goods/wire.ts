import * as z from 'zod/mini';
import { decimal, divide, format } from '#kernel/decimal.ts';
import { type Minor, Money } from '#kernel/money.ts';
import type { ReceiptMatch } from './receipt-part.ts';

/** The goods that a line is for. */
export const ReceiptMatchView = z.object({
  goodsReceiptId: z.string(),
  line: z.int(),
  /** Absent: a credit note corrects the price alone. */
  quantity: z.optional(z.string()),
  received: z.string(),
  unitCost: z.string(),
  /** What is billed for one, without tax, in the currency of the books. */
  unitPrice: z.optional(z.string()),
  /** What it takes of 4009, or gives back to it. */
  value: Money,
  /** What is billed above that; negative where it is less. */
  difference: Money,
  /** More than the company tolerates. */
  over: z.boolean(),
});
export const receiptMatchView = (net: Minor, { over = false, ...match }: ReceiptMatch) => ({
  ...{ ...match, over, difference: net - match.value },
  ...(match.quantity === undefined ? {} : { unitPrice: format(divide({ units: BigInt(net), scale: 2 }, decimal(match.quantity), 4)) }),
});

/** What came in and was not billed yet, beside what account 4009 holds. */
export const UnbilledView = z.object({
  date: z.string(),
  /** The oldest first. */
  lines: z.array(
    z.object({
      ...{ goodsReceiptId: z.string(), number: z.string(), date: z.string(), reference: z.optional(z.string()), line: z.int() },
      ...{ supplierId: z.optional(z.string()), supplierName: z.optional(z.string()) },
      ...{ itemId: z.string(), code: z.string(), name: z.string() },
      /** What came in, and what of it no bill has come for. */
      ...{ quantity: z.string(), left: z.string(), unitCost: z.string() },
      /** Of what is left, at cost. */
      value: Money,
      /** Since it came in. */
      days: z.int(),
    }),
  ),
  /** There are more lines than these. */
  more: z.boolean(),
  /** Receipts of which something is not billed, and what that comes to. */
  receipts: z.int(),
  value: Money,
  /** Of 4009, credit positive. */
  balance: Money,
  /** What other documents have put on 4009, such as accruals by hand. */
  other: Money,
  documents: z.array(z.object({ id: z.string(), date: z.string(), amount: Money })),
  /** All documents were looked at. */
  complete: z.boolean(),
  /** What of the balance neither goods nor other documents explain. */
  difference: Money,
});
