import { banking } from '#api/finance/banking.ts';
import { BankLines } from '#domain/finance/banking/bank-line.ts';
import { BankStatements, type Gap, gapsOf, type StoredStatement, statementActions } from '#domain/finance/banking/bank-statement.ts';
import { bankStatementView } from '#domain/finance/banking/wire.ts';
import { yearOf, yearsBetween } from '#kernel/date.ts';
import { plainQuery } from '#runtime/action.ts';
import { listRecords } from '#runtime/lists.ts';
import { openRows } from '#runtime/open-work.ts';
import { required } from '#runtime/reads.ts';
import type { Records } from '#runtime/records.ts';
import { actionsOf, query } from '../../platform/service.ts';

const { actions } = banking;

/** Every statement of an account: some hundreds in a company's life. */
export async function statementsOf(records: Records, bankAccountId: string): Promise<StoredStatement[]> {
  const statements: StoredStatement[] = [];
  let cursor: string | undefined;
  do {
    const page = await listRecords(records, BankStatements, { buckets: ['all'], order: 'asc', limit: 100, cursor, party: bankAccountId });
    statements.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return statements;
}

/** The years in which an account has lines, ascending: one may be of a day beside those that its statement is of. */
export async function yearsOfAccount(records: Records, bankAccountId: string): Promise<string[]> {
  const days = (await statementsOf(records, bankAccountId)).flatMap(({ from, to }) => [from, to]).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  return first && last ? yearsBetween(String(Number(yearOf(first)) - 1), String(Number(yearOf(last)) + 1)) : [];
}

/** The gaps before statements, by their ids: each account is looked at as a whole. */
async function gapsBefore(records: Records, statements: readonly StoredStatement[]): Promise<Map<string, Gap>> {
  const accounts = [...new Set(statements.map(({ bankAccountId }) => bankAccountId))];
  const all = await Promise.all(accounts.map((bankAccountId) => statementsOf(records, bankAccountId)));
  return new Map(all.flatMap((each) => [...gapsOf(each)]));
}

export const listBankStatements = plainQuery(actions.listBankStatements, async ({ query: { bankAccountId, q, ...input }, records }) => {
  const page = await listRecords(records, BankStatements, { ...input, buckets: ['all'], words: q, party: bankAccountId });
  const gaps = await gapsBefore(records, page.items);
  return { ...page, items: page.items.map((statement) => bankStatementView(statement, gaps.get(statement.id))) };
});

export const getBankStatement = query(
  actions.getBankStatement,
  ({ path }) => ({ statement: required(BankStatements, path.statementId, 'path.statementId') }),
  async ({ statement, records, tenant, caller }) => {
    const { id, bankAccountId } = statement;
    const [gaps, open] = await Promise.all([
      gapsBefore(records, [statement]),
      Array.fromAsync(openRows(tenant, BankLines, bankAccountId, { party: id })),
    ]);
    return {
      ...bankStatementView(statement, gaps.get(id)),
      openLines: open.flat().length,
      actions: actionsOf(caller, actions, statementActions, statement),
    };
  },
);
