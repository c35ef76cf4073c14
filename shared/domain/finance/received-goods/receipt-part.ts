import * as z from 'zod/mini';
import { idWith } from '#kernel/id.ts';
import { PositiveQuantity } from '#kernel/quantity.ts';

/** The part of a goods receipt that a line is for. */
const receiptFields = {
  goodsReceiptId: idWith('grn'),
  /** From 1. */
  line: z.int().check(z.minimum(1), z.maximum(200)),
};
/** In the unit in which the goods came in. */
export const BilledGoods = z.strictObject({ ...receiptFields, quantity: PositiveQuantity });
/** Without a quantity, a credit note corrects the price alone. */
export const CreditedGoods = z.strictObject({ ...receiptFields, quantity: z.optional(PositiveQuantity) });
export type ReceiptPart = z.output<typeof CreditedGoods>;

/** What of a goods receipt a line is for. */
export const ReceiptMatch = z.object({
  goodsReceiptId: z.string(),
  line: z.int(),
  /** Absent: the price alone is corrected. */
  quantity: z.exactOptional(z.string()),
  /** What came in, and at which cost a unit. */
  received: z.string(),
  unitCost: z.string(),
  /** What it takes of 4009, or gives back to it. */
  value: z.int(),
  /** With it, what is billed of the goods is above their cost by more than the company tolerates. */
  over: z.exactOptional(z.boolean()),
});
export type ReceiptMatch = Readonly<z.output<typeof ReceiptMatch>>;

/** The goods receipts that a document is for, each once. */
export const receiptsOf = ({ lines }: { readonly lines: readonly { readonly match?: ReceiptMatch }[] }): string[] => [
  ...new Set(lines.flatMap(({ match }) => match?.goodsReceiptId ?? [])),
];
