import { type BankAccount, BankAccounts, BankIbans, bankIbanId, type StoredBankAccount } from '#domain/finance/banking/bank-account.ts';
import { type DayLine, dayLinesOf } from '#domain/finance/banking/bank-day.ts';
import type { StoredBankFile } from '#domain/finance/banking/bank-file.ts';
import type { KeptStatement } from '#domain/finance/banking/bank-statement.ts';
import type { BankStatement } from '#domain/finance/banking/statement.ts';
import { refused } from '#kernel/errors.ts';
import { defined } from '#kernel/optional.ts';
import { idFrom, token } from '#runtime/fingerprint.ts';
import type { Records } from '#runtime/records.ts';
import { batchesOfLines } from './statement-lines.ts';

/** A statement of a file, with the account that it is of: nothing was made of it yet. */
export interface PlannedStatement {
  readonly id: string;
  readonly data: KeptStatement;
  readonly lines: readonly DayLine[];
}

/** The last digits, which a person knows an account by; the whole of another company's is none of ours. */
const shown = (number: string): string => `…${number.slice(-4)}`;

/**
 * All statements of a file with their accounts, before the first of them is taken: of a file that is wrong nothing is. The same
 * file gives the same ids.
 * @throws DomainError `statement.unknown_account`, `statement.other_account`, `statement.no_account`, `statement.currency` (422).
 */
export async function planStatements(
  records: Records,
  file: StoredBankFile & { readonly sha256: string },
  statements: readonly BankStatement[],
): Promise<PlannedStatement[]> {
  const named = file.bankAccountId === undefined ? undefined : await records.get(BankAccounts, file.bankAccountId);
  const planned: PlannedStatement[] = [];
  for (const [i, statement] of statements.entries()) {
    const account = await accountOf(records, statement, named);
    requireCurrency(statement, account);
    planned.push(plannedOf(records.tenant, file, { statement, account, no: i }));
  }
  return planned;
}

interface Found {
  readonly statement: BankStatement;
  readonly account: StoredBankAccount;
  readonly no: number;
}

function plannedOf(
  tenant: string,
  { id: fileId, fileName, sha256 }: StoredBankFile & { readonly sha256: string },
  { statement, account, no }: Found,
): PlannedStatement {
  const { format, currency, number, from, to, opening, closing } = statement;
  const lines = dayLinesOf(statement, (print) => token(print).slice(0, 10));
  const data: KeptStatement = {
    ...{ state: 'taking', bankAccountId: account.id, accountName: account.name, fileId, fileName, sha256, format, currency, from, to },
    ...defined({ number, opening, closing }),
    ...{ lines: lines.length, batches: batchesOfLines(lines).length },
  };
  return { id: idFrom('bst', tenant, sha256, account.id, String(no)), data, lines };
}

/** The bank account that a statement is of: by its IBAN, else the one that whoever sent it named. */
async function accountOf(
  records: Records,
  { account: { iban, number } }: BankStatement,
  named: StoredBankAccount | undefined,
): Promise<StoredBankAccount> {
  const told = iban ?? number;
  if (iban !== undefined) {
    const held = await records.get(BankIbans, bankIbanId(iban));
    const found = held && (await records.get(BankAccounts, held.bankAccountId));
    if (!found)
      throw refused(
        'statement.unknown_account',
        `The statement is of the account ${shown(iban)}, which is none of the company's bank accounts. Enter it first, or take another file.`,
        'file',
        { account: shown(iban) },
      );
    if (named && named.id !== found.id) throw otherAccount(shown(iban), named);
    return found;
  }
  if (!named)
    throw refused('statement.no_account', 'The file does not tell the IBAN of its account: say which bank account it is of.', 'file', {
      account: told === undefined ? '' : shown(told),
    });
  if (told !== undefined && !isPartOf(told, named.iban)) throw otherAccount(shown(told), named);
  return named;
}

/** Banks tell an account without its bank, or with blanks and dashes between. */
const isPartOf = (number: string, iban: string): boolean => iban.includes(number.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''));

const otherAccount = (account: string, { name }: BankAccount) =>
  refused('statement.other_account', `The statement is of the account ${account}, and not of ${name}.`, 'file', { account, name });

function requireCurrency({ currency }: BankStatement, { currency: theirs, name }: BankAccount): void {
  if (currency !== theirs)
    throw refused('statement.currency', `The statement is in ${currency}, and ${name} is kept in ${theirs}.`, 'file', {
      currency,
      theirs,
      name,
    });
}
