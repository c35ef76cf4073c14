import { BankAccounts, csvMappingOf, type StoredBankAccount } from '#domain/finance/banking/bank-account.ts';
import type { BankStatement } from '#domain/finance/banking/statement.ts';
import { readStatements, statementFileKind } from '#domain/finance/banking/statement-file.ts';
import { DomainError } from '#kernel/errors.ts';
import { everyRecord } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';
import { readXml } from '#runtime/xml.ts';
import { statementsOf } from './bank-statements.ts';

/** The statement as the columns of an account read it, its balances proved; undefined where they do not. One movement proves none. */
function readBy(bytes: Uint8Array, account: StoredBankAccount): BankStatement | undefined {
  const csv = csvMappingOf(account);
  if (csv?.columns.balance === undefined) return undefined;
  try {
    const [statement] = readStatements(bytes, { xml: readXml, csv });
    return statement && statement.lines.length > 1 ? statement : undefined;
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

/** Statements that prove their balances. */
async function statementsTold(records: Records, { id }: StoredBankAccount) {
  return (await statementsOf(records, id)).filter((one) => one.state === 'taken' && one.closing !== undefined);
}

/** Whether a statement goes on from one of an account: files of another account at the same bank look alike. */
const goesOn = (known: Awaited<ReturnType<typeof statementsTold>>, { opening, closing }: BankStatement): boolean =>
  known.some((one) => one.closing === opening || one.opening === opening || one.opening === closing);

/**
 * Of a CSV that names no account: the one whose saved columns read it, whose balances prove it and whose statements it goes on from, where
 * there is exactly one. A mapping without balances proves nothing. An account without statements goes on from nothing: the file is its own
 * only where no other account reads it, since it may be that one's after a month that nobody has sent.
 */
export async function accountProvedBy(records: Records, bytes: Uint8Array): Promise<StoredBankAccount | undefined> {
  if (statementFileKind(bytes) !== undefined) return undefined;
  const read: { readonly account: StoredBankAccount; readonly isNew: boolean; readonly goesOn: boolean }[] = [];
  for await (const account of everyRecord(records, BankAccounts, { where: ({ csv, closed }) => !closed && csv !== undefined })) {
    const statement = readBy(bytes, account);
    if (!statement) continue;
    const known = await statementsTold(records, account);
    read.push({ account, isNew: known.length === 0, goesOn: goesOn(known, statement) });
  }
  if (read.some(({ isNew }) => isNew)) return read.length === 1 ? read[0]?.account : undefined;
  const proved = read.filter((each) => each.goesOn);
  return proved.length === 1 ? proved[0]?.account : undefined;
}
