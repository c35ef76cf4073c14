import type { BankStatement } from './statement.ts';
import { amountText } from './statement-amount.ts';
import { refuseStatement } from './statement-fault.ts';

/** What amounts come to, exactly. */
export const sumOfAmounts = (amounts: readonly { readonly amount: number }[]): bigint =>
  amounts.reduce((sum, { amount }) => sum + BigInt(amount), 0n);

/**
 * The statement, proved: what it opened with and its lines are what it closed with. One that has not both balances proves nothing and is taken.
 * @param line where the file states the closing balance.
 */
export function provedStatement(statement: BankStatement, line: number): BankStatement {
  const { opening, closing, lines, currency } = statement;
  if (opening === undefined || closing === undefined) return statement;
  const moved = sumOfAmounts(lines);
  const reached = BigInt(opening) + moved;
  if (reached === BigInt(closing)) return statement;
  const told = (amount: number | bigint) => amountText(amount, currency);
  return refuseStatement(
    'balance',
    line,
    `the opening balance ${told(opening)} and ${lines.length} movements of ${told(moved)} come to ${told(reached)}, the file says ${told(closing)}.`,
    {
      opening: told(opening),
      moved: told(moved),
      reached: told(reached),
      closing: told(closing),
      difference: told(BigInt(closing) - reached),
      lines: lines.length,
      currency,
    },
  );
}
