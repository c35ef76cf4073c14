import { type CheckFinding, type CheckItem, findingOf } from '#domain/finance/closing/check.ts';
import type { Entry } from '#domain/finance/ledger/entry.ts';
import { exactly } from '#domain/finance/ledger/trial-balance.ts';
import { payrollAmounts } from '#domain/hr/payroll/payroll-entry.ts';
import { PayrollPayments } from '#domain/hr/payroll/payroll-payment.ts';
import { PayrollPortions, portionId, type StoredPortion } from '#domain/hr/payroll/payroll-portion.ts';
import { PayrollRuns, type StoredPayRun } from '#domain/hr/payroll/payroll-run.ts';
import { monthOf } from '#kernel/date.ts';
import { numberOf, UNDER_WAY } from '#kernel/record.ts';
import { everyRecord } from '#runtime/lists.ts';
import { openRecords } from '#runtime/open-work.ts';
import { readAccountPage } from '../ledger/account-ledger.ts';
import { accountItem, type CheckWorld } from './check-world.ts';

/** What pay posts: what is owed to people, to Social Security and to the tax office, and what it costs. */
const POSTED_BY_PAY = ['465', '476', '4751', '640', '642'] as const;
/** Of these, those that nothing else posts on: suppliers' bills and filings move 4751 as well, which the check of forms 111 and 115 looks at. */
const OF_PAY_ALONE = ['465', '476', '640', '642'] as const;

/** Lines of an account that are looked at for what pay has not posted: of more the difference alone is told. */
const MOST_LOOKED_AT = 500;

type Posted = readonly (Entry | undefined)[];
const sumOn = (entries: Posted, account: string): bigint =>
  entries.reduce(
    (sum, entry) => (entry?.lines ?? []).reduce((of, line) => (line.account === account ? of + exactly(line.amount) : of), sum),
    0n,
  );

/** Runs of which the entries are not what their slips come to, by account. */
async function wronglyPosted({ records }: CheckWorld, portions: readonly StoredPortion[]): Promise<CheckItem[]> {
  const items: CheckItem[] = [];
  const runs = await records.getMany(PayrollRuns, [...new Set(portions.map(({ runId }) => runId))]);
  for (const run of runs) {
    if (run?.state !== 'posted') continue;
    const ids = Array.from({ length: run.portions ?? 0 }, (_, i) => portionId(run.id, i + 1));
    const posted = (await records.getMany(PayrollPortions, ids)).map((portion) => portion?.entry);
    const owed = new Map(payrollAmounts([run.totals]).map(({ account, amount }) => [account, amount]));
    for (const account of POSTED_BY_PAY) {
      const amount = Number(sumOn(posted, account)) - (owed.get(account) ?? 0);
      if (amount !== 0) items.push({ kind: PayrollRuns.kind, id: run.id, text: `${numberOf(PayrollRuns, run.id)} · ${account}`, amount });
    }
  }
  return items;
}

/** What an account has beside what pay posted on it: the entries of others, else the difference. Payments taken back are pay's own. */
async function besidePay({ records, company, first, last }: CheckWorld, account: string, difference: bigint): Promise<CheckItem[]> {
  const asked = { account, from: first, to: last, limit: MOST_LOOKED_AT, consistent: true };
  const { lines } = await readAccountPage(records, company.fiscalYears, asked);
  const others = lines.filter(({ item: { document } }) => document.kind !== PayrollPortions.kind && document.kind !== PayrollPayments.kind);
  const isOfPay = ({ item: { document } }: (typeof lines)[number]) => document.reverses?.startsWith(`${PayrollPayments.prefix}_`) === true;
  const takenBack = others.filter(isOfPay).reduce((sum, { line }) => sum + exactly(line.amount), 0n);
  if (difference === takenBack) return [];
  const named = others
    .filter((each) => !isOfPay(each))
    .map(({ item: { document }, line }) => ({
      ...{ kind: document.kind, id: document.id, text: `${account} · ${document.entry.text.slice(0, 120)}`, date: document.entry.date },
      amount: line.amount,
    }));
  return named.length > 0 ? named : [accountItem(account, Number(difference - takenBack))];
}

/** Runs until the end of the month that are still to be posted. */
async function openRuns({ records, last }: CheckWorld): Promise<StoredPayRun[]> {
  const until = { to: `${last}#~` };
  const queues = ['approve', UNDER_WAY].map((queue) => Array.fromAsync(openRecords(records, PayrollRuns, queue, until)));
  return (await Promise.all(queues)).flat().filter(({ state }) => state !== 'cancelling');
}

/**
 * Pay runs of the month beside the accounts that they post on: each run posted what its slips come to, nothing else is on the accounts
 * of pay, and no run of it or of an earlier one is still to be posted. Not asked of a month that pays nobody here.
 */
export async function payrollCheck(world: CheckWorld): Promise<CheckFinding | undefined> {
  const { records, period } = world;
  const [open, portions, payments] = await Promise.all([
    openRuns(world),
    Array.fromAsync(everyRecord(records, PayrollPortions, { bucket: period })),
    Array.fromAsync(everyRecord(records, PayrollPayments, { bucket: period })),
  ]);
  const entries = [...portions, ...payments].flatMap(({ entry }) => (entry && monthOf(entry.date) === period ? [entry] : []));
  if (entries.length === 0 && open.length === 0) return undefined;
  const items: CheckItem[] = open.map(({ id, date }) => ({ kind: PayrollRuns.kind, id, text: numberOf(PayrollRuns, id), date }));
  items.push(...(await wronglyPosted(world, portions)));
  const { month } = await world.books();
  for (const account of OF_PAY_ALONE) {
    const row = month.find((each) => each.account === account);
    const difference = (row ? exactly(row.debit) - exactly(row.credit) : 0n) - sumOn(entries, account);
    if (difference !== 0n) items.push(...(await besidePay(world, account, difference)));
  }
  return findingOf(items);
}
