import * as z from 'zod/mini';
import { type Minor, shareOf } from '#kernel/money.ts';
import { isZero, minus, plus, type Quantity, sum, thousandths } from '#kernel/quantity.ts';

/** What a document of the supplier bills of a line of a goods receipt; of a credit note, with negative figures. */
export const BilledPart = z.object({
  /** From 1. */
  line: z.int(),
  documentId: z.string(),
  /** The bill of which a credit note gives it back. */
  billId: z.exactOptional(z.string()),
  quantity: z.string(),
  /** What it took of 4009: its share of the line's cost. Minor units. */
  value: z.int(),
  /** What was asked for it without tax, minor units of the currency of the books. */
  net: z.int(),
});
export type BilledPart = Readonly<z.output<typeof BilledPart>>;

export interface BilledSum {
  readonly quantity: Quantity;
  readonly value: Minor;
  readonly net: Minor;
}

interface Costed {
  readonly quantity: Quantity;
  readonly cost: Minor;
}

/** What stands as billed of a line, or of a line by one bill and its credit notes. */
export function billedOf(parts: readonly BilledPart[], line: number, billId?: string): BilledSum {
  const mine = parts.filter((part) => part.line === line && (billId === undefined || (part.billId ?? part.documentId) === billId));
  return {
    quantity: sum(mine.map(({ quantity }) => quantity)),
    value: mine.reduce((total, { value }) => total + value, 0),
    net: mine.reduce((total, { net }) => total + net, 0),
  };
}

/** What of a line no bill has come for, at cost: what of it stands on 4009. */
export function unbilledOf({ quantity, cost }: Costed, parts: readonly BilledPart[], line: number): Omit<BilledSum, 'net'> {
  const billed = billedOf(parts, line);
  return { quantity: minus(quantity, billed.quantity), value: cost - billed.value };
}

/**
 * The cost of so much more of a line, so that all parts come to the line's cost whatever they are: the share of all that is billed
 * then, less what was taken; the last part takes the rest.
 */
export function valueOfNext({ quantity, cost }: Costed, billed: BilledSum, next: Quantity): Minor {
  const [all, left] = [plus(billed.quantity, next), cost - billed.value];
  if (isZero(minus(quantity, all))) return left;
  const share = shareOf(cost, thousandths(all), thousandths(quantity)) - billed.value;
  return Math.min(Math.max(0, share), left);
}

/** The cost of so much of what a bill took, which is given back: its share, and all of it with the last. */
export const valueGivenBack = (billed: BilledSum, quantity: Quantity): Minor =>
  isZero(minus(billed.quantity, quantity)) ? billed.value : shareOf(billed.value, thousandths(quantity), thousandths(billed.quantity));
