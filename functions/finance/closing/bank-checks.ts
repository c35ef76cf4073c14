import { BankAccounts, type StoredBankAccount } from '#domain/finance/banking/bank-account.ts';
import { BankLines } from '#domain/finance/banking/bank-line.ts';
import { type CheckFinding, type CheckItem, findingOf, MOST_ITEMS } from '#domain/finance/closing/check.ts';
import { everyRecord } from '#runtime/lists.ts';
import { openRows } from '#runtime/open-work.ts';
import { readReconciliation } from '../banking/reconciliation.ts';
import type { CheckWorld } from './check-world.ts';

const accountsOf = ({ records }: CheckWorld): Promise<StoredBankAccount[]> => Array.fromAsync(everyRecord(records, BankAccounts));

/** Movements of banks until the end of the month that are nothing in the books yet. */
export async function bankLinesCheck(world: CheckWorld): Promise<CheckFinding> {
  const { records, last } = world;
  const found: { readonly id: string; readonly amount: number; readonly date: string }[] = [];
  for (const { id } of await accountsOf(world))
    for await (const rows of openRows(records.tenant, BankLines, id, { to: `${last}~` }))
      found.push(...rows.map((row) => ({ id: row.id, amount: row.amount, date: row.sort.slice(0, 10) })));
  const read = await records.getMany(
    BankLines,
    found.slice(0, MOST_ITEMS).map(({ id }) => id),
  );
  const items = found.map(({ id, amount, date }, i): CheckItem => {
    const line = read[i];
    return { kind: BankLines.kind, id, text: [line?.partyName, line?.text].filter(Boolean).join(' · ') || id, date, amount };
  });
  return findingOf(items);
}

/** Accounts of which the last statement of the month and the books differ by what nothing explains. */
export async function bankLedgerCheck(world: CheckWorld): Promise<CheckFinding> {
  const items: CheckItem[] = [];
  for (const account of await accountsOf(world)) {
    const { unexplained } = await readReconciliation(world, account, { date: world.last, today: world.today, consistent: true });
    if (unexplained !== 0) items.push({ kind: BankAccounts.kind, id: account.id, text: account.name, amount: unexplained });
  }
  return findingOf(items);
}
