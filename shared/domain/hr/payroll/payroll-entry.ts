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

/**
 * What slips post together: gross and the company's contributions are expenses; contributions of both sides, what was withheld and what
 * is paid are owed. Sick pay of the administration is no expense: it is claimed from the TGSS (471). Pay in kind is paid as it is
 * delivered: what is owed of it is settled by whoever delivers it, so it stands on 640 and leaves again. Garnished pay is owed as pay
 * until it is sent to the authority. Debits are equal to credits.
 */
export function payrollEntry(slips: readonly Payslip[]): readonly Line[] {
  const sum = (of: (slip: Payslip) => Minor) => slips.reduce((all, slip) => all + of(slip), 0);
  const debit = (account: string, amount: Minor): Line => ({ account, debit: amount, credit: 0 });
  const credit = (account: string, amount: Minor): Line => ({ account, debit: 0, credit: amount });
  const delegated = sum((slip) => slip.delegated);
  return [
    debit(ACCOUNT.salaries, sum((slip) => slip.gross - slip.inKind) - delegated),
    debit(
      ACCOUNT.companySocialSecurity,
      sum((slip) => slip.company),
    ),
    debit(ACCOUNT.socialSecurityDebtor, delegated),
    credit(
      ACCOUNT.socialSecurity,
      sum((slip) => slip.worker + slip.company),
    ),
    credit(
      ACCOUNT.withheld,
      sum((slip) => slip.withheld),
    ),
    credit(
      ACCOUNT.advances,
      sum((slip) => slip.advance),
    ),
    credit(
      ACCOUNT.unpaid,
      sum((slip) => slip.payable + slip.garnished),
    ),
  ].filter((line) => line.debit !== 0 || line.credit !== 0);
}
