import { type Refusal, refusal, throwIf } from '#kernel/errors.ts';
import { refusalOfInRun, refusalOfTakenBack } from './document.ts';
import { type OpenItem, refusalOfNothingOpen } from './open-item.ts';

/** What asks for money, and may have to be approved before it leaves. */
interface Payable extends Pick<OpenItem, 'open' | 'foreign'> {
  readonly id: string;
  readonly needsApproval?: boolean;
  readonly approval?: unknown;
  readonly reversal?: { readonly id: string; readonly date: string; readonly reason: string };
  readonly paymentRunId?: string;
}

/** It needs a second person, who has not looked at it yet. */
export const isWaiting = ({ needsApproval, approval }: Pick<Payable, 'needsApproval' | 'approval'>): boolean =>
  needsApproval === true && approval === undefined;

/** Money does not leave for a bill that waits for a second person. */
export const refusalOfUnapproved = (bill: Pick<Payable, 'id' | 'needsApproval' | 'approval'>, field: string): Refusal | undefined =>
  isWaiting(bill)
    ? refusal(
        'bill.waiting',
        `${bill.id} is above the limit or the tolerance of prices, and waits for a second person: it must be approved before it is paid.`,
        field,
        { document: bill.id },
      )
    : undefined;

/** Nothing is set against a bill that was taken back or is paid; money only against one that may be paid. */
export function requireTakers(bills: readonly (Payable | undefined)[], by: 'payment' | 'credit'): void {
  for (const [i, bill] of bills.entries()) {
    const at = `body.allocations.${i}`;
    throwIf(
      bill &&
        (refusalOfTakenBack(bill, `${at}.billId`) ?? refusalOfNothingOpen(bill, `${at}.amount`) ?? refusalOfInRun(bill, `${at}.billId`)),
    );
    throwIf(bill && by === 'payment' ? refusalOfUnapproved(bill, `${at}.billId`) : undefined);
  }
}
