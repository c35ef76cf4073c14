import { type DifferenceItem, valuedBalance } from '#domain/finance/currencies/exchange-difference.ts';
import type { Rate } from '#domain/finance/currencies/exchange-rate.ts';
import { OwnAccounts, type StoredAccount } from '#domain/finance/ledger/own-account.ts';
import { currencyBalance, currencyKey, currencySpan } from '#domain/finance/ledger/projection.ts';
import { type IsoDate, monthOf, yearOf } from '#kernel/date.ts';
import { everyRecord } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';
import { readBalances } from '../ledger/balance-store.ts';
import { readTrialBalancesBeside } from '../ledger/trial-store.ts';

/** The company's bank accounts in foreign currencies. */
async function accountsAbroad(records: Records): Promise<StoredAccount[]> {
  const found: StoredAccount[] = [];
  for await (const account of everyRecord(records, OwnAccounts)) if (account.currency !== undefined) found.push(account);
  return found;
}

/**
 * What the values of bank accounts in foreign currencies changed by up to the end of a month: all that was posted until then is counted.
 * @throws DomainError `rate.missing` (422), `balances.behind` (503).
 */
export async function valuedAccounts(
  records: Records,
  fiscalYears: readonly string[],
  date: IsoDate,
  rateOf: (currency: string) => Rate,
): Promise<DifferenceItem[]> {
  const accounts = await accountsAbroad(records);
  if (accounts.length === 0) return [];
  const years = fiscalYears.filter((year) => year <= yearOf(date));
  const range = { from: `${yearOf(date)}-01-01`, to: date };
  const { value } = await readTrialBalancesBeside(records, fiscalYears, [range], true, () =>
    readBalances(records.tenant, years.map(currencySpan)),
  );
  const held = new Map(value.rows[0]?.map(({ account, closing }) => [account, Number(closing)]));
  return accounts.flatMap(({ id, code, currency = '' }) => {
    const rowOf = (year: string) => value.beside.sumsOf(currencySpan(year), currencyKey(currency, code));
    const balance = { document: id, account: code, currency, foreign: currencyBalance(rowOf, years, monthOf(date)) };
    return valuedBalance({ ...balance, base: held.get(code) ?? 0 }, rateOf);
  });
}
