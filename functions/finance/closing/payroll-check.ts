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
import { accountItem, type CheckWorld } from './check-world.ts';
import { type AccountMovement, readMovements } from './month-lines.ts';

/** What pay posts: what is owed to people, to Social Security and to the tax office, and what it costs. */
const POSTED_BY_PAY = ['465', '476', '4751', '640', '642'] as const;
/** Of these, those that nothing else posts on: suppliers' bills and filings move 4751 as well, which the check of forms 111 and 115 looks at. */
const OF_PAY_ALONE = ['465', '476', '640', '642'] as const;

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

/** What accounts have beside what pay posted on them: the entries of others, else the difference. Payments taken back are pay's own. */
async function besidePay({ records, period }: CheckWorld, differences: ReadonlyMap<string, bigint>): Promise<CheckItem[]> {
  if (differences.size === 0) return [];
  const all = await readMovements(records, period, new Set(differences.keys()));
  const others = all.filter(({ document: { kind } }) => kind !== PayrollPortions.kind && kind !== PayrollPayments.kind);
  const isOfPay = ({ document }: AccountMovement) => document.reverses?.startsWith(`${PayrollPayments.prefix}_`) === true;
  return [...differences].flatMap(([account, difference]) => {
    const here = others.filter((each) => each.account === account);
    const left = here.filter(isOfPay).reduce((sum, { amount }) => sum - exactly(amount), difference);
    if (left === 0n) return [];
    const named = here
      .filter((each) => !isOfPay(each))
      .map(({ document: { kind, id, entry }, amount }) => ({
        ...{ kind, id, text: `${account} · ${entry.text.slice(0, 120)}`, date: entry.date, amount },
      }));
    return named.length > 0 ? named : [accountItem(account, Number(left))];
  });
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
  const differences = OF_PAY_ALONE.map((account) => {
    const row = month.find((each) => each.account === account);
    return [account, (row ? exactly(row.debit) - exactly(row.credit) : 0n) - sumOn(entries, account)] as const;
  });
  items.push(...(await besidePay(world, new Map(differences.filter(([, difference]) => difference !== 0n)))));
  return findingOf(items);
}
