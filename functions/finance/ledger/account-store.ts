import { refused } from '#kernel/errors.ts';
import { CONTROL_ACCOUNTS } from '#domain/finance/ledger/accounts.ts';
import { PGC, pgcAccount } from '#domain/finance/ledger/chart-pgc.ts';
import { type OwnAccount, OwnAccounts, accountId } from '#domain/finance/ledger/own-account.ts';
import { listRecords } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';

export interface ChartAccount extends OwnAccount {
  readonly own: boolean;
}

/** The whole chart, by code: the pack and the company's own accounts. */
export async function readChart(records: Records): Promise<ChartAccount[]> {
  const own: ChartAccount[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await listRecords(records, OwnAccounts, { buckets: ['all'], order: 'asc', limit: 100, cursor });
    own.push(...page.items.map((account) => ({ ...account, own: true })));
    cursor = page.nextCursor;
  }
  const pack = PGC.map((account) => ({ ...account, active: true, own: false }));
  return [...pack, ...own].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Requires that people may post to each account. @throws DomainError `account.unknown`, `account.inactive`, `account.control`. */
export async function requireAccounts(records: Records, codes: readonly string[]): Promise<void> {
  const own = await records.getMany(OwnAccounts, codes.filter((code) => !pgcAccount(code)).map(accountId));
  const found = new Map(own.flatMap((account) => (account ? [[account.code, account] as const] : [])));
  for (const [i, code] of codes.entries()) {
    const field = `body.lines.${i}.account`;
    if (CONTROL_ACCOUNTS.has(code))
      throw refused('account.control', `Account ${code} is kept by its documents (invoices and receipts, or stock movements), so that both always agree. Use those, or a subaccount.`, field);
    if (pgcAccount(code)) continue;
    const account = found.get(code);
    if (!account) throw refused('account.unknown', `There is no account ${code} in the chart. Add it first.`, field);
    if (!account.active) throw refused('account.inactive', `Account ${code} is closed to new entries.`, field);
  }
}
