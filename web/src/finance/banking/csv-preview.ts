import type { BankAccount } from '#domain/finance/banking/bank-account.ts';
import { BankCsv } from '#domain/finance/banking/bank-account.ts';
import { readCsvStatement } from '#domain/finance/banking/csv-statement.ts';
import type { BankStatementLine } from '#domain/finance/banking/statement.ts';
import { amountText } from '#domain/finance/banking/statement-amount.ts';
import { DomainError } from '#kernel/errors.ts';

const SHOWN = 5;

/** The first movements of a file as a mapping reads them, or where and why it does not. */
export interface CsvPreview {
  readonly lines: readonly (Omit<BankStatementLine, 'amount'> & { readonly amount: string })[];
  readonly fault?: { readonly line?: number; readonly why: string };
}

/** @param text the beginning of the file: its last line may be cut. */
export function csvPreview(
  text: string,
  csv: NonNullable<BankAccount['csv']>,
  { iban, currency }: { readonly iban: string; readonly currency: string },
): CsvPreview {
  if (!BankCsv.safeParse(csv).success) return { lines: [], fault: { why: 'column' } };
  const whole = text.slice(0, text.lastIndexOf('\n') + 1) || text;
  try {
    const [statement] = readCsvStatement(whole, { ...csv, account: { iban }, currency });
    const lines = (statement?.lines ?? []).slice(0, SHOWN);
    return { lines: lines.map((line) => ({ ...line, amount: amountText(line.amount, currency) })) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { line, why } = error.params ?? {};
    return { lines: [], fault: { why: String(why), ...(typeof line === 'number' ? { line } : {}) } };
  }
}
