import { type Account, PGC, pgcAccount } from '#domain/finance/ledger/chart-pgc.ts';
import { refusalOfControl } from '#domain/finance/ledger/entry-actions.ts';
import {
  accountId,
  codesAbove,
  type OwnAccount,
  OwnAccounts,
  refusalOfCurrency,
  type StoredAccount,
} from '#domain/finance/ledger/own-account.ts';
import type { IsoDate } from '#kernel/date.ts';
import { invalid, missing, refused, throwIf } from '#kernel/errors.ts';
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
export async function getAccountOrThrow(records: Records, code: string, field = 'path.code'): Promise<ChartAccount> {
  const account = pgcAccount(code);
  if (account) return ofChart(account);
  const own = await records.get(OwnAccounts, accountId(code));
  if (!own) throw missing('account.not_found', `There is no account ${code}. Choose one of the chart.`, field, { account: code });
  return ofCompany(own);
}

/** The nearest account above a code, the company's own or of the chart. */
export async function parentOf(records: Records, code: string): Promise<Account | undefined> {
  const codes = codesAbove(code);
  const own = await records.getMany(OwnAccounts, codes.map(accountId));
  return codes.map((above, i) => own[i] ?? pgcAccount(above)).find((account) => account !== undefined);
}

/** An account that is posted on, in a foreign currency where the line is in one. */
export interface Posted {
  readonly account: string;
  readonly currency?: string | undefined;
}

/**
 * Requires that people may post to each account on a day.
 * @throws DomainError `account.control`, `account.unknown`, `account.inactive`, `account.not_in_force`, `account.currency` (422) naming
 * the line.
 */
export async function requireAccounts(
  records: Records,
  posted: readonly (string | Posted)[],
  date: IsoDate,
  fieldOf = (i: number) => `body.lines.${i}.account`,
): Promise<void> {
  const lines = posted.map((line) => (typeof line === 'string' ? { account: line, currency: undefined } : line));
  const own = await records.getMany(
    OwnAccounts,
    lines.flatMap(({ account }) => (pgcAccount(account) ? [] : [accountId(account)])),
  );
  const found = new Map(own.flatMap((account) => (account ? [[account.code, account] as const] : [])));
  for (const [i, { account: code, currency }] of lines.entries()) {
    const field = fieldOf(i);
    throwIf(refusalOfControl(code, field));
    const account = pgcAccount(code) ?? found.get(code);
    if (!account) throw refused('account.unknown', `There is no account ${code} in the chart. Add it first.`, field, { account: code });
    if (found.get(code)?.active === false)
      throw refused('account.inactive', `Account ${code} is closed to new entries. Choose another, or open it again.`, field, {
        account: code,
      });
    throwIf(refusalOfCurrency({ code, currency: found.get(code)?.currency }, currency, field));
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

/** Which bank account money comes to or goes from, where that is not 572 or 570, and whether it is kept in the currency of the money. */
export interface Bank {
  readonly account?: string;
  readonly keeps?: boolean;
}

/**
 * The bank account that a request names: one in euros, or in the currency of the money.
 * @throws DomainError `account.bank` (400), and as {@link requireAccounts}.
 */
export async function bankFor(
  records: Records,
  { account, method, currency, date }: { account?: string | undefined; method: string; currency: string; date: IsoDate },
): Promise<Bank> {
  if (account === undefined) return {};
  if (method !== 'bank') throw invalid('account.bank', 'Cash is on account 570: leave the bank account out.', 'body.account', { account });
  const own = pgcAccount(account) ? undefined : await records.get(OwnAccounts, accountId(account));
  const keeps = own?.currency !== undefined;
  await requireAccounts(records, [{ account, currency: keeps ? currency : undefined }], date, () => 'body.account');
  return { account, keeps };
}
