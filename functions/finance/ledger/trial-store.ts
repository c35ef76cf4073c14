import { setTimeout as pause } from 'node:timers/promises';
import { type IsoDate, monthOf, monthsBetween, yearOf } from '#kernel/date.ts';
import { DomainError } from '#kernel/errors.ts';
import { Gates, LANES, gateId } from '#domain/finance/ledger/gate.ts';
import { type BalanceSource, type TrialRow, trialRows, upTo } from '#domain/finance/ledger/trial-balance.ts';
import type { Records } from '#runtime/records.ts';
import { type BalanceRow, readBalances, readFences } from './balance-store.ts';

const WAIT_MS = 5000;
const POLL_MS = 50;

/** Waits until every entry posted before now is in the balances. @throws DomainError `balances.behind` (503) after 5 s. */
export async function untilFolded(records: Records, fiscalYears: readonly string[], date: IsoDate): Promise<void> {
  const periods = fiscalYears.flatMap((year) => monthsBetween(`${year}-01`, `${year}-12`)).filter((month) => month <= monthOf(date));
  const ids = periods.flatMap((period) => Array.from({ length: LANES }, (_, lane) => gateId(period, lane)));
  const gates = (await records.getMany(Gates, ids)).filter((gate) => gate !== undefined && gate.seq > 0);
  const wanted = new Map(gates.map((gate) => [`${records.tenant}#fence#${gate?.period}.${gate?.lane}`, gate?.seq ?? 0]));
  const end = Date.now() + WAIT_MS;
  for (;;) {
    const fences = await readFences([...wanted.keys()]);
    if ([...wanted].every(([lane, seq]) => (fences.get(lane)?.upTo ?? 0) >= seq)) return;
    if (Date.now() > end) throw behind();
    await pause(POLL_MS);
  }
}

const behind = () => new DomainError('retry', 'balances.behind', 'The balances have not caught up with the latest postings yet; ask again in a moment.');

/** Balances of all accounts that the days up to `date` need: one query per year and one per month asked for. */
async function readSource(tenant: string, years: readonly string[], date: IsoDate): Promise<BalanceSource & { accounts: Set<string> }> {
  const past = years.filter((year) => year <= yearOf(date));
  const [yearRows, monthRows] = await Promise.all([Promise.all(past.map((year) => readBalances(tenant, year))), readBalances(tenant, monthOf(date))]);
  const byAccount = new Map<string, { year: string; row: BalanceRow }[]>();
  for (const [i, rows] of yearRows.entries())
    for (const row of rows) byAccount.set(row.account, [...(byAccount.get(row.account) ?? []), { year: past[i] ?? '', row }]);
  const months = new Map(monthRows.map((row) => [row.account, row]));
  return { accounts: new Set([...byAccount.keys(), ...months.keys()]), years: (account) => byAccount.get(account) ?? [], month: (account) => months.get(account) };
}

/**
 * The trial balance's rows. A fold that commits between two of the queries shows as debits that differ from credits:
 * then they are read again.
 */
export async function readTrialBalance(tenant: string, years: readonly string[], from: IsoDate, date: IsoDate): Promise<TrialRow[]> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const [closing, opening] = await Promise.all([readSource(tenant, years, date), readSource(tenant, years, from)]);
    const rows = trialRows([...new Set([...closing.accounts, ...opening.accounts])], closing, opening, from, date);
    const sum = (value: (row: TrialRow) => number) => rows.reduce((total, row) => total + value(row), 0);
    if (sum((r) => r.debit) === sum((r) => r.credit) && sum((r) => r.closing) === 0) return rows;
    await pause(POLL_MS);
  }
  throw behind();
}

/** The balance of one account before a day, debit positive. */
export async function balanceBefore(tenant: string, years: readonly string[], account: string, date: IsoDate): Promise<number> {
  const { debit, credit } = upTo(await readSource(tenant, years, date), account, date, false);
  return debit - credit;
}
