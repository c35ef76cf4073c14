import { setTimeout as pause } from 'node:timers/promises';
import { countedIn, laneKey } from '#domain/finance/ledger/fold.ts';
import { Gates } from '#domain/finance/ledger/gate.ts';
import { spansFor, type TrialRow, trialRows } from '#domain/finance/ledger/trial-balance.ts';
import { type IsoDate, monthOf } from '#kernel/date.ts';
import { DomainError } from '#kernel/errors.ts';
import type { Records } from '#runtime/records.ts';
import { readBalances, readFences, type StoredFence } from './balance-store.ts';
import { gatesOf, periodsOf } from './period-store.ts';

const WAIT_MS = 5000;
const POLL_MS = 50;

export interface Folded<T> {
  readonly value: T;
  /** Entries counted, of the periods up to the date. */
  readonly entries: number;
  /** Whether all that was posted before the request is counted. */
  readonly complete: boolean;
}

/** Tries until there is an answer. @throws DomainError `balances.behind` (503) after 5 seconds. */
export async function untilSettled<T>(attempt: () => Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + WAIT_MS; ; ) {
    const value = await attempt();
    if (value !== undefined) return value;
    if (Date.now() > end)
      throw new DomainError(
        'retry',
        'balances.behind',
        'Balances and lists have not caught up with the latest postings yet; ask again in a moment.',
      );
    await pause(POLL_MS);
  }
}

/**
 * Reads balances between two equal sights of the fences of all periods up to `date`: no fold came in between, so what
 * was read belongs together. With `consistent`, first waits until every entry posted before is counted.
 * @throws DomainError `balances.behind` (503) after 5 seconds.
 */
export async function readFolded<T>(
  records: Records,
  fiscalYears: readonly string[],
  date: IsoDate,
  consistent: boolean,
  read: () => Promise<T>,
): Promise<Folded<T>> {
  const periods = periodsOf(fiscalYears).filter((period) => period <= monthOf(date));
  const gates = await records.getMany(Gates, periods.flatMap(gatesOf));
  const posted = new Map(gates.flatMap((gate) => (gate ? [[laneKey(records.tenant, gate.period, gate.lane), gate.seq] as const] : [])));
  return untilSettled(async () => {
    const fences = await readFences([...posted.keys()]);
    const complete = [...posted].every(([lane, seq]) => (fences.get(lane)?.upTo ?? 0) >= seq);
    const halfway = [...fences.values()].some((fence) => fence.begun !== undefined);
    if (halfway || (consistent && !complete)) return undefined;
    const value = await read();
    if (!sameRevisions(fences, await readFences([...posted.keys()]))) return undefined;
    return { value, complete, entries: [...fences.values()].reduce((sum, fence) => sum + countedIn(fence), 0) };
  });
}

const sameRevisions = (a: ReadonlyMap<string, StoredFence>, b: ReadonlyMap<string, StoredFence>): boolean =>
  a.size === b.size && [...a].every(([lane, { rev }]) => b.get(lane)?.rev === rev);

/** The trial balance's rows of a range: one query per fiscal year and month asked for, and the fences; never an entry. */
export function readTrialBalance(
  records: Records,
  fiscalYears: readonly string[],
  range: { readonly from: IsoDate; readonly to: IsoDate },
  consistent: boolean,
): Promise<Folded<TrialRow[]>> {
  const { from, to } = range;
  return readFolded(records, fiscalYears, to, consistent, async () => {
    const { sumsOf, accounts } = await readBalances(records.tenant, spansFor(fiscalYears, from, to));
    return trialRows(sumsOf, fiscalYears, accounts, from, to);
  });
}
