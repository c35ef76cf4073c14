import { prefixOf } from '#kernel/id.ts';
import { type Minor, shareOf } from '#kernel/money.ts';
import type { WithheldPart } from '#kernel/record.ts';

/** What withholding is declared by: the payment (RD 439/2007 art. 94), or as many gestorías do the day of the bill. */
export type WithholdingAt = 'payment' | 'invoice';

/** A purchase as far as its withholding depends on what is paid of it. */
interface Withholding {
  readonly totals: { readonly net: Minor; readonly gross: Minor };
  readonly withheld?: { readonly code: string; readonly percent: string; readonly amount: Minor; readonly at?: 'payment' } | undefined;
  readonly allocations: readonly { readonly with: string; readonly date: string; readonly amount: Minor }[];
}

/** What takes a document back: nothing of it was paid. */
const REVERSAL = 'prv';

/**
 * What of a purchase's withholding is declared on which day: with each part that was paid the same part of it, and back with what was
 * undone. A part is what has been declared by then less what had been before, so that together they are the whole to the cent.
 * None where it is declared by the day of the bill.
 * @param sign −1 of a credit note: what it takes off a bill was not paid.
 */
export function withheldParts({ totals, withheld, allocations }: Withholding, sign: 1 | -1): WithheldPart[] {
  if (withheld?.at !== 'payment') return [];
  const { code, percent, amount } = withheld;
  const payable = totals.gross - amount;
  let paid = 0;
  return allocations.flatMap((allocation): WithheldPart[] => {
    if (prefixOf(allocation.with) === REVERSAL || allocation.amount === 0) return [];
    const before = paid;
    paid += allocation.amount;
    const part = (whole: Minor) => sign * (shareOf(whole, BigInt(paid), BigInt(payable)) - shareOf(whole, BigInt(before), BigInt(payable)));
    return [{ on: allocation.date, code, percent, base: part(totals.net), tax: part(amount) }];
  });
}
