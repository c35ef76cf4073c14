import {
  type BankHabit,
  BankHabits,
  type HabitKey,
  habitKeysOf,
  habitOfLine,
  type LineHabit,
  learnt,
  targetOf,
  unlearnt,
} from '#domain/finance/banking/bank-habit.ts';
import type { StoredBankLine } from '#domain/finance/banking/bank-line.ts';
import type { MatchPart } from '#domain/finance/banking/match-input.ts';
import { daysBetween } from '#kernel/date.ts';
import { type Change, createNext, remove, update } from '#kernel/record.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import type { Records } from '#runtime/records.ts';

const idOf = ({ tenant }: Records, { of, key }: HabitKey): string => idFrom(BankHabits.prefix, tenant, of, key);

/** Days from when a document was due to the money that settles it, of the first that a match settles. */
function daysLate(changes: readonly Change[], date: string): number | undefined {
  const due = changes.flatMap((change) => {
    const before = change.op === 'update' ? (change.before as { readonly dueDate?: unknown }).dueDate : undefined;
    return typeof before === 'string' ? [before] : [];
  })[0];
  return due === undefined ? undefined : daysBetween(due, date);
}

/** A match that is in the books. */
export interface MadeMatch {
  readonly line: StoredBankLine;
  readonly parts: readonly MatchPart[];
  readonly changes: readonly Change[];
  readonly date: string;
}

/** What a match tells of the line's counterparty. */
interface Lesson {
  readonly id: string;
  readonly key: HabitKey;
  readonly lineId: string;
  readonly to: string;
  readonly days: number | undefined;
}

function lessonOf(records: Records, { line, parts, changes, date }: MadeMatch): Lesson[] {
  const to = targetOf(parts);
  const [key] = habitKeysOf(line);
  if (to === undefined || !key) return [];
  return [{ id: idOf(records, key), key, lineId: line.id, to, days: daysLate(changes, date) }];
}

/**
 * Learns what matches tell of their lines' counterparties, each of these once; nothing where one is known well enough. It stands by itself,
 * at half the price of a part of the match's transaction: where it is cut off, only that is not learnt.
 */
export async function learnFrom(records: Records, matches: readonly MadeMatch[]): Promise<void> {
  const lessons = Map.groupBy(
    matches.flatMap((match) => lessonOf(records, match)),
    ({ id }) => id,
  );
  for (const [id, told] of lessons) await untilCommitted(() => learnHabit(records, id, told));
}

async function learnHabit(records: Records, id: string, lessons: readonly Lesson[]): Promise<void> {
  const habit = await records.get(BankHabits, id);
  const after = lessons.reduce<BankHabit | undefined>((known, lesson) => learnt(known, lesson.key, lesson) ?? known, habit);
  if (!after || after === habit) return;
  await records.commit([habit ? update<BankHabit>(BankHabits, habit, after) : createNext(BankHabits, id, after)]);
}

/** What undoing a match takes back of what was learnt. */
export async function unlearntChanges(records: Records, line: StoredBankLine): Promise<Change[]> {
  const [key] = habitKeysOf(line);
  const habit = key && (await records.get(BankHabits, idOf(records, key)));
  if (!habit) return [];
  const after = unlearnt(habit, line.id);
  if (!after) return [remove(BankHabits, habit)];
  return after.samples.length === habit.samples.length ? [] : [update<BankHabit>(BankHabits, habit, after)];
}

/** What lines' counterparties were matched with before, by the ids of the lines: one read for a hundred keys. */
export async function habitsOf(records: Records, lines: readonly StoredBankLine[]): Promise<ReadonlyMap<string, readonly LineHabit[]>> {
  const keys = lines.map((line) => habitKeysOf(line).map((key) => idOf(records, key)));
  const wanted = [...new Set(keys.flat())];
  const found = wanted.length === 0 ? [] : await records.getMany(BankHabits, wanted, new Set());
  const byId = new Map(found.flatMap((habit) => (habit ? [[habit.id, habit] as const] : [])));
  return new Map(lines.map((line, i) => [line.id, habitOfLine((keys[i] ?? []).map((id) => byId.get(id)))]));
}
