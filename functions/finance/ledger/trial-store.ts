import { setTimeout as pause } from 'node:timers/promises';
import { isClosing } from '#domain/finance/ledger/entry.ts';
import { dayOfInstant, knownSides, requireKnowable } from '#domain/finance/ledger/known.ts';
import type { PeriodSequence } from '#domain/finance/ledger/period-sequence.ts';
import { countedIn, shardKey } from '#domain/finance/ledger/projection.ts';
import { rowsOfSides, spansFor, type TrialRow, trialRows } from '#domain/finance/ledger/trial-balance.ts';
import { earliest, type IsoDate, latest, monthOf, yearOf } from '#kernel/date.ts';
import { DomainError } from '#kernel/errors.ts';
import type { Stored } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { readBalances, readCheckpointsOf, sameRevisions } from './balance-store.ts';
import { readKnowledge } from './known-store.ts';
import { readSequencesOf } from './period-store.ts';

const WAIT_MS = 5000;
const POLL_MS = 50;

export interface Projected<T> {
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
 * Reads balances between two equal sights of the checkpoints of all periods up to `date`: no projection came in between, so what
 * was read belongs together. With `consistent`, first waits until every entry posted before is counted.
 * @throws DomainError `balances.behind` (503) after 5 seconds.
 */
export async function readProjected<T>(
  records: Records,
  fiscalYears: readonly string[],
  date: IsoDate,
  consistent: boolean,
  read: (sequences: readonly Stored<PeriodSequence>[]) => Promise<T>,
): Promise<Projected<T>> {
  const years = fiscalYears.filter((year) => year <= yearOf(date));
  const month = monthOf(date);
  const sequences = await readSequencesOf(records, years);
  const counts = sequences.filter(({ period, shard }) => period < month || (period === month && !isClosing({ shard })));
  const posted = new Map(counts.map(({ period, shard, seq }) => [shardKey(records.tenant, period, shard), seq]));
  const checkpointsNow = async () => new Map([...(await readCheckpointsOf(records.tenant, years))].filter(([shard]) => posted.has(shard)));
  return untilSettled(async () => {
    const checkpoints = await checkpointsNow();
    const complete = [...posted].every(([shard, seq]) => (checkpoints.get(shard)?.contiguousTo ?? 0) >= seq);
    const halfway = [...checkpoints.values()].some((checkpoint) => checkpoint.begun !== undefined);
    if (halfway || (consistent && !complete)) return undefined;
    const value = await read(sequences);
    if (!sameRevisions(checkpoints, await checkpointsNow())) return undefined;
    return { value, complete, entries: [...checkpoints.values()].reduce((sum, checkpoint) => sum + countedIn(checkpoint), 0) };
  });
}

interface Range {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/**
 * The trial balance's rows of each of some ranges, as of the same moment: one query per fiscal year and month asked for, and the
 * checkpoints; never an entry. What `beside` reads is of that moment too.
 */
export function readTrialBalancesBeside<T>(
  records: Records,
  fiscalYears: readonly string[],
  ranges: readonly Range[],
  consistent: boolean,
  beside: () => Promise<T>,
  knownAt?: string,
): Promise<Projected<{ readonly rows: TrialRow[][]; readonly beside: T }>> {
  const last =
    ranges
      .map(({ to }) => to)
      .sort()
      .at(-1) ?? '';
  return readProjected(records, fiscalYears, last, consistent, async (sequences) => {
    const rows =
      knownAt === undefined ? rowsNow(records, fiscalYears, ranges) : rowsKnown(records, fiscalYears, ranges, sequences, knownAt);
    const [made, other] = await Promise.all([rows, beside()]);
    return { rows: made, beside: other };
  });
}

const spansOf = (fiscalYears: readonly string[], ranges: readonly Range[]) => [
  ...new Set(ranges.flatMap(({ from, to }) => spansFor(fiscalYears, from, to))),
];

async function rowsNow({ tenant }: Records, fiscalYears: readonly string[], ranges: readonly Range[]): Promise<TrialRow[][]> {
  const { sumsOf, accounts } = await readBalances(tenant, spansOf(fiscalYears, ranges));
  return ranges.map(({ from, to }) => trialRows(sumsOf, fiscalYears, accounts, from, to));
}

/** As they were known at an instant: balances up to its day, and what came out of its day. */
async function rowsKnown(
  records: Records,
  fiscalYears: readonly string[],
  ranges: readonly Range[],
  sequences: readonly Stored<PeriodSequence>[],
  at: string,
): Promise<TrialRow[][]> {
  requireKnowable(at, records.stamp.at.toISOString(), sequences);
  const last = dayOfInstant(at);
  const cut = ranges.map(({ from, to }) => ({ from: earliest(from, last), to: earliest(to, last) }));
  const [{ sumsOf, accounts }, known] = await Promise.all([
    readBalances(records.tenant, spansOf(fiscalYears, cut)),
    readKnowledge(records, sequences, latest(...(ranges.map(({ to }) => to) as [IsoDate])), at),
  ]);
  const all = new Set([...accounts, ...known.ahead.flatMap(({ lines }) => lines.map(([account]) => account))]);
  const sidesOf = knownSides(sumsOf, fiscalYears, known);
  return ranges.map(({ from, to }) => rowsOfSides(sidesOf, [...all], from, to));
}

/** The trial balance's rows of each of some ranges, like {@link readTrialBalancesBeside}. */
export async function readTrialBalances(
  records: Records,
  fiscalYears: readonly string[],
  ranges: readonly Range[],
  consistent: boolean,
  knownAt?: string,
): Promise<Projected<TrialRow[][]>> {
  const { value, ...projected } = await readTrialBalancesBeside(records, fiscalYears, ranges, consistent, async () => undefined, knownAt);
  return { ...projected, value: value.rows };
}

/** The trial balance's rows of a range, like {@link readTrialBalances}. */
export async function readTrialBalance(
  records: Records,
  fiscalYears: readonly string[],
  range: Range,
  consistent: boolean,
  knownAt?: string,
): Promise<Projected<TrialRow[]>> {
  const { value, ...projected } = await readTrialBalances(records, fiscalYears, [range], consistent, knownAt);
  return { ...projected, value: value[0] ?? [] };
}
