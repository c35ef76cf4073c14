import { type Account, PGC, pgcAccount } from '#domain/finance/ledger/chart-pgc.ts';
import { refusalOfControl } from '#domain/finance/ledger/entry-actions.ts';
import { accountId, codesAbove, type OwnAccount, OwnAccounts, type StoredAccount } from '#domain/finance/ledger/own-account.ts';
import type { IsoDate } from '#kernel/date.ts';
import { missing, refused, throwIf } from '#kernel/errors.ts';
import { stamped } from '#kernel/stamps.ts';
import { everyRecord } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';

export interface ChartAccount extends OwnAccount {
  readonly own: boolean;
}

const ofChart = (account: Account): ChartAccount => ({ ...account, active: true, own: false });
const ofCompany = (account: StoredAccount): ChartAccount => ({ ...stamped(account), own: true });

/** The whole chart, by code: the pack and the company's own accounts. */
export async function readChart(records: Records): Promise<ChartAccount[]> {
  const own: ChartAccount[] = [];
  for await (const account of everyRecord(records, OwnAccounts)) own.push(ofCompany(account));
  return [...PGC.map(ofChart), ...own].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** An account of the chart or the company's own. @throws DomainError `account.not_found` (404). */
export async function getAccountOrThrow(records: Records, code: string): Promise<ChartAccount> {
  const account = pgcAccount(code);
  if (account) return ofChart(account);
  const own = await records.get(OwnAccounts, accountId(code));
  if (!own) throw missing('account.not_found', `There is no account ${code}. Choose one of the chart.`, 'path.code', { account: code });
  return ofCompany(own);
}

/** The nearest account above a code, the company's own or of the chart. */
export async function parentOf(records: Records, code: string): Promise<Account | undefined> {
  const codes = codesAbove(code);
  const own = await records.getMany(OwnAccounts, codes.map(accountId));
  return codes.map((above, i) => own[i] ?? pgcAccount(above)).find((account) => account !== undefined);
}

/**
 * Requires that people may post to each account on a day.
 * @throws DomainError `account.control`, `account.unknown`, `account.inactive`, `account.not_in_force` (422) naming the line.
 */
export async function requireAccounts(records: Records, codes: readonly string[], date: IsoDate): Promise<void> {
  const own = await records.getMany(OwnAccounts, codes.filter((code) => !pgcAccount(code)).map(accountId));
  const found = new Map(own.flatMap((account) => (account ? [[account.code, account] as const] : [])));
  for (const [i, code] of codes.entries()) {
    const field = `body.lines.${i}.account`;
    throwIf(refusalOfControl(code, field));
    const account = pgcAccount(code) ?? found.get(code);
    if (!account) throw refused('account.unknown', `There is no account ${code} in the chart. Add it first.`, field, { account: code });
    if (found.get(code)?.active === false)
      throw refused('account.inactive', `Account ${code} is closed to new entries. Choose another, or open it again.`, field, {
        account: code,
      });
    if (date < account.validFrom)
      throw refused(
        'account.not_in_force',
        `Account ${code} may be used from ${account.validFrom} on. Use a later date or another account.`,
        field,
        {
          account: code,
          earliest: account.validFrom,
        },
      );
  }
}
