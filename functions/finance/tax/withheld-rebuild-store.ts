import { setTimeout as pause } from 'node:timers/promises';
import {
  addWithheld,
  type StoredWithheldSum,
  WITHHELD_ACCUMULATOR,
  type WithheldSum,
  WithheldSums,
  withheldShelf,
  withheldSumsOf,
} from '#domain/finance/tax/withheld-sums.ts';
import { POSTING_KINDS } from '#domain/kinds.ts';
import { type Change, createNext, update } from '#kernel/record.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import type { Records } from '#runtime/records.ts';
import { walkJournal } from '../ledger/journal-store.ts';
import { periodsOf } from '../ledger/period-store.ts';

/** A figure of the sums that is not what the documents come to. */
export interface WithheldFigure {
  readonly id: string;
  readonly figure: string;
  readonly stored: number;
  readonly expected: number;
}

/** Documents are found by an index that follows the records: what two walks say, so long apart, is so. */
const PATIENCE_MS = 1000;
const KINDS = POSTING_KINDS.filter(({ accumulates }) => accumulates === WITHHELD_ACCUMULATOR);
/** Together in one transaction, each with its revision. */
const TOGETHER = 50;

/** Compares what is kept as withheld with all documents; nothing is written. */
export const compareWithheld = async (records: Records, fiscalYears: readonly string[]): Promise<WithheldFigure[]> =>
  (await settledSums(records, fiscalYears)).differences;

/** Puts right what is kept otherwise than the documents say; what moves meanwhile is looked at again. @returns what was put right. */
export const rebuildWithheld = (records: Records, fiscalYears: readonly string[]): Promise<WithheldFigure[]> =>
  untilCommitted(async () => {
    const { differences, stored, expected } = await settledSums(records, fiscalYears);
    const changes = [...new Set(differences.map(({ id }) => id))].map((id): Change => {
      const sum = expected.get(id) ?? { ...stored.get(id), figures: {} };
      const before = stored.get(id);
      return before ? update(WithheldSums, before, sum) : createNext(WithheldSums, id, sum);
    });
    for (let at = 0; at < changes.length; at += TOGETHER) await records.commit(changes.slice(at, at + TOGETHER));
    return differences;
  });

/** Both as of the same moment: nothing moved between two sights of what is kept, nor between two walks where they differ. */
async function settledSums(records: Records, fiscalYears: readonly string[]) {
  for (let last = ''; ; await pause(PATIENCE_MS)) {
    const before = await storedSums(records, fiscalYears);
    const expected = await expectedSums(records, fiscalYears);
    const stored = await storedSums(records, fiscalYears);
    const differences = differencesOf(stored, expected);
    const seen = JSON.stringify([differences, revisionsOf(stored)]);
    const isSettled = revisionsOf(before) === revisionsOf(stored) && (differences.length === 0 || seen === last);
    if (isSettled) return { differences, stored, expected };
    last = seen;
  }
}

const revisionsOf = (sums: ReadonlyMap<string, StoredWithheldSum>): string =>
  [...sums.values()].map(({ id, rev }) => `${id} ${rev}`).join();

/** Rents may fall due in the year after the last one. */
async function storedSums(records: Records, fiscalYears: readonly string[]): Promise<Map<string, StoredWithheldSum>> {
  const years = new Set(fiscalYears.flatMap((year) => [year, String(Number(year) + 1)]));
  const shelves = await Promise.all([...years].map((year) => records.standing(WithheldSums, withheldShelf(year))));
  return new Map(shelves.flat().map((sum) => [sum.id, sum]));
}

async function expectedSums(records: Records, fiscalYears: readonly string[]): Promise<Map<string, WithheldSum>> {
  const sums = new Map<string, WithheldSum>();
  for await (const { items } of walkJournal(records, { months: periodsOf(fiscalYears), order: 'asc', pace: 400, kinds: KINDS }))
    for (const { document } of items) addWithheld(sums, withheldSumsOf(document));
  return sums;
}

function differencesOf(stored: ReadonlyMap<string, WithheldSum>, expected: ReadonlyMap<string, WithheldSum>): WithheldFigure[] {
  return [...new Set([...stored.keys(), ...expected.keys()])].flatMap((id) => {
    const [have, want] = [stored.get(id)?.figures ?? {}, expected.get(id)?.figures ?? {}];
    return [...new Set([...Object.keys(have), ...Object.keys(want)])].flatMap((figure) =>
      (have[figure] ?? 0) === (want[figure] ?? 0) ? [] : [{ id, figure, stored: have[figure] ?? 0, expected: want[figure] ?? 0 }],
    );
  });
}
