import * as z from 'zod/mini';
import { type Minor, Money } from '#kernel/money.ts';
import type { Payslip } from './payslip.ts';

/** Accounts of pay (PGC, part five: 460, 465, 471, 475, 476, 640, 642). */
const ACCOUNT = {
  advances: '460',
  unpaid: '465',
  socialSecurityDebtor: '471',
  withheld: '4751',
  socialSecurity: '476',
  salaries: '640',
  companySocialSecurity: '642',
} as const;

export const PayrollEntryLine = z.object({ account: z.string(), debit: Money, credit: Money });
type Line = z.output<typeof PayrollEntryLine>;

/** What of a slip is posted. */
export type PostedPay = Pick<
  Payslip,
  'gross' | 'inKind' | 'delegated' | 'worker' | 'company' | 'withheld' | 'advance' | 'payable' | 'garnished'
>;

/**
 * What slips post together: gross and the company's contributions are expenses; contributions of both sides, what was withheld and what
 * is paid are owed. Sick pay of the administration is no expense: it is claimed from the TGSS (471). Pay in kind is paid as it is
 * delivered: what is owed of it is settled by whoever delivers it, so it stands on 640 and leaves again. Garnished pay is owed as pay
 * until it is sent to the authority. Debits are equal to credits; what corrects takes the other side.
 */
export function payrollEntry(slips: readonly PostedPay[]): readonly Line[] {
  return payrollAmounts(slips).map(({ account, amount }) => ({
    account,
    debit: Math.max(amount, 0),
    credit: Math.max(-amount, 0),
  }));
}

/** The same as signed amounts: debits are positive. */
export function payrollAmounts(slips: readonly PostedPay[]): readonly { readonly account: string; readonly amount: Minor }[] {
  const sum = (of: (slip: PostedPay) => Minor) => slips.reduce((all, slip) => all + of(slip), 0);
  const delegated = sum((slip) => slip.delegated);
  return [
    { account: ACCOUNT.salaries, amount: sum((slip) => slip.gross - slip.inKind) - delegated },
    { account: ACCOUNT.companySocialSecurity, amount: sum((slip) => slip.company) },
    { account: ACCOUNT.socialSecurityDebtor, amount: delegated },
    { account: ACCOUNT.socialSecurity, amount: -sum((slip) => slip.worker + slip.company) },
    { account: ACCOUNT.withheld, amount: -sum((slip) => slip.withheld) },
    { account: ACCOUNT.advances, amount: -sum((slip) => slip.advance) },
    { account: ACCOUNT.unpaid, amount: -sum((slip) => slip.payable + slip.garnished) },
  ].filter(({ amount }) => amount !== 0);
}
