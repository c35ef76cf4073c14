import {
  type BankDay,
  BankDays,
  bankDayId,
  coverageOf,
  type DayLine,
  dayOfLines,
  type KeptLine,
  linesOfDay,
} from '#domain/finance/banking/bank-day.ts';
import { type BankLine, BankLines, newBankLine, type StoredBankLine } from '#domain/finance/banking/bank-line.ts';
import {
  BankStatements,
  type KeptStatement,
  refusalOfMatched,
  StatementBatches,
  type StoredStatement,
  statementBatchId,
} from '#domain/finance/banking/bank-statement.ts';
import { mergedDay, overlapOf } from '#domain/finance/banking/line-overlap.ts';
import type { IsoDate } from '#kernel/date.ts';
import { throwIf } from '#kernel/errors.ts';
import { defined } from '#kernel/optional.ts';
import { type Change, createNext, remove, type Stored, update } from '#kernel/record.ts';
import { BATCH_ITEMS, type BatchedOperation, runBatches } from '#runtime/batched.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import type { Records } from '#runtime/records.ts';

type Batch = { readonly statementId: string; readonly lines: readonly string[] };

/** Lines in batches by their days: the record of a day is written once in a batch, and a day stands in several only where it has many. */
export function batchesOfLines(lines: readonly DayLine[]): DayLine[][] {
  const batches: DayLine[][] = [];
  let room = 0;
  for (const ofDay of byDay(lines).values())
    for (let at = 0; at < ofDay.length; ) {
      if (room < 2) {
        batches.push([]);
        room = BATCH_ITEMS;
      }
      const part = ofDay.slice(at, at + room - 1);
      batches.at(-1)?.push(...part);
      at += part.length;
      room -= part.length + 1;
    }
  return batches;
}

const byDay = (lines: readonly DayLine[]): Map<IsoDate, DayLine[]> => Map.groupBy(lines, ({ line }) => line.date);

/** The same line of an account has the same id, whichever statement brings it: it is there once. */
const lineIdOf = (records: Records, bankAccountId: string, day: IsoDate, { amount, nth }: Pick<KeptLine, 'amount' | 'nth'>): string =>
  idFrom(BankLines.prefix, records.tenant, bankAccountId, day, String(amount), String(nth));

/** Lines of a day that are to be taken, and the day with them. */
interface TakenDay {
  readonly day: BankDay;
  readonly fresh: readonly { readonly line: DayLine; readonly nth: number; readonly like?: KeptLine | undefined }[];
}

/** What of a day's lines is new, beside what other statements have brought of it. @param now those of the lines that are taken in this batch. */
function takenDay(statement: StoredStatement, before: BankDay | undefined, ofDay: readonly DayLine[], now: ReadonlySet<DayLine>): TakenDay {
  const kept = linesOfDay(before);
  const isOwn = ({ statementId }: KeptLine) => statementId === statement.id;
  const own = new Map(kept.flatMap((line) => (isOwn(line) ? [[line.no, line] as const] : [])));
  const others = kept.filter((line) => !isOwn(line));
  const coverage = coverageOf(statement, ofDay[0]?.line.date ?? '');
  const overlaps = overlapOf(ofDay, others, coverage);
  const counts = new Map<number, number>();
  for (const { amount, nth } of kept) counts.set(amount, Math.max(counts.get(amount) ?? 0, nth));
  const fresh: TakenDay['fresh'][number][] = [];
  const told = ofDay.map((line, i): KeptLine | undefined => {
    const { amount, balance, valueDate, print } = line;
    const mine = own.get(line.line.no);
    const known = overlaps[i]?.same;
    if (mine) return mine;
    if (known === undefined && !now.has(line)) return undefined;
    const nth = (counts.get(amount) ?? 0) + 1;
    if (known === undefined) {
      counts.set(amount, nth);
      fresh.push({ line, nth, like: others[overlaps[i]?.like ?? -1] });
    }
    return { ...coverage, amount, print, nth, statementId: statement.id, no: line.line.no, ...defined({ balance, valueDate }) };
  });
  return { day: dayOfLines(mergedDay(others, told, overlaps)), fresh };
}

/** A day as it is now, where that is not as it was. */
function dayChange(before: Stored<BankDay> | undefined, day: BankDay, id: string): Change[] {
  if (!before) return [createNext(BankDays, id, day)];
  return day.lines.join() === before.lines.join() ? [] : [update<BankDay>(BankDays, before, day)];
}

type MadeLine = Extract<Change<BankLine>, { op: 'create' }>;

/** What a batch says that it brought. */
const madeIn = (made: readonly MadeLine[]) => {
  const doubts = made.filter(({ data }) => data.like !== undefined).length;
  return { lines: made.map(({ id }) => id), ...(doubts > 0 ? { doubts } : {}) };
};

/** The lines of a batch that are not there, and their days with them. @param days all lines of the statement. */
async function batchOf(records: Records, statement: StoredStatement, items: readonly DayLine[], days: ReadonlyMap<IsoDate, DayLine[]>) {
  const { id: statementId, bankAccountId, currency } = statement;
  const ids = [...byDay(items).keys()];
  const there = await records.getMany(
    BankDays,
    ids.map((day) => bankDayId(bankAccountId, day)),
  );
  const taken = ids.map((day, i) => takenDay(statement, there[i], days.get(day) ?? [], new Set(items)));
  const made = taken.flatMap(({ fresh }) =>
    fresh.map(({ line, nth, like }) => {
      const { date } = line.line;
      const maybe = like && lineIdOf(records, bankAccountId, date, like);
      const data = newBankLine(line.line, { bankAccountId, statementId, currency, ...defined({ like: maybe }) });
      return createNext(BankLines, lineIdOf(records, bankAccountId, date, { amount: line.amount, nth }), data) as MadeLine;
    }),
  );
  return { made, days: taken.flatMap(({ day }, i) => dayChange(there[i], day, bankDayId(bankAccountId, ids[i] ?? ''))) };
}

/** The taking of a statement's lines, batch by batch: those that other statements have brought are passed over. */
export function takeLines(records: Records, statement: StoredStatement, lines: readonly DayLine[]): Promise<StoredStatement> {
  const { id: statementId } = statement;
  const days = byDay(lines);
  const operation: BatchedOperation<KeptStatement, DayLine, Batch> = {
    type: BankStatements,
    batches: batchesOfLines(lines),
    marker: (no) => ({
      type: StatementBatches,
      id: statementBatchId(statementId, no),
      belongs: (batch) => batch.statementId === statementId,
    }),
    batch: async (items, no) => {
      const { made, days: taken } = await batchOf(records, statement, items, days);
      const batch = { statementId, ...madeIn(made) };
      return [createNext(StatementBatches, statementBatchId(statementId, no), batch), ...taken, ...made];
    },
    finish: async (begun) => {
      const there = await batchesThere(records, begun);
      const taken = there.reduce((sum, batch) => sum + batch.lines.length, 0);
      const doubts = there.reduce((sum, batch) => sum + (batch.doubts ?? 0), 0);
      const told = { already: begun.lines - taken, ...(doubts > 0 ? { doubts } : {}) };
      return [update(BankStatements, begun, { ...begun, state: 'taken', ...told })];
    },
  };
  return runBatches(records, operation, statement);
}

/** What is missing of a batch comes, noted where it comes. @returns how many lines. */
async function takeMissingOf(records: Records, statementId: string, no: number, items: readonly DayLine[], days: Map<IsoDate, DayLine[]>) {
  const [marker, now] = await Promise.all([
    records.get(StatementBatches, statementBatchId(statementId, no)),
    records.getOrThrow(BankStatements, statementId),
  ]);
  // Without its batches it is not taken, or is being deleted.
  if (!marker || now.state !== 'taken') return 0;
  const { made, days: changed } = await batchOf(records, now, items, days);
  if (made.length === 0) return 0;
  const { lines, doubts = 0 } = madeIn(made);
  const doubted = (of: number | undefined) => (doubts > 0 ? { doubts: (of ?? 0) + doubts } : {});
  await records.commit([
    update(BankStatements, now, { ...now, already: Math.max((now.already ?? 0) - lines.length, 0), ...doubted(now.doubts) }),
    update(StatementBatches, marker, { ...marker, lines: [...marker.lines, ...lines], ...doubted(marker.doubts) }),
    ...changed,
    ...made,
  ]);
  return lines.length;
}

/**
 * Takes what is missing of a statement that is there: another that brought some of its lines first was deleted, and they went with it.
 * Each batch notes what it brings in one transaction, so that whoever comes again goes on where it was cut off.
 * @returns how many came.
 */
export async function takeMissing(records: Records, { id }: StoredStatement, lines: readonly DayLine[]): Promise<number> {
  const days = byDay(lines);
  let count = 0;
  for (const [i, items] of batchesOfLines(lines).entries())
    count += await untilCommitted(() => takeMissingOf(records, id, i + 1, items, days));
  return count;
}

/** The days of some lines without them. */
async function daysWithout(records: Records, bankAccountId: string, lines: readonly StoredBankLine[]): Promise<Change[]> {
  const gone = new Set(lines.map(({ id }) => id));
  const dates = [...new Set(lines.map(({ date }) => date))];
  const found = await records.getMany(
    BankDays,
    dates.map((date) => bankDayId(bankAccountId, date)),
  );
  return found.flatMap((day, i) => {
    const left = linesOfDay(day).filter((line) => !gone.has(lineIdOf(records, bankAccountId, dates[i] ?? '', line)));
    return !day ? [] : left.length === 0 ? [remove(BankDays, day)] : [update<BankDay>(BankDays, day, dayOfLines(left))];
  });
}

/** The batches of a statement that are there, in their order. */
export async function batchesThere(records: Records, { id, batches }: StoredStatement) {
  const ids = Array.from({ length: batches }, (_, i) => statementBatchId(id, i + 1));
  return (await records.getMany(StatementBatches, ids)).filter((batch) => batch !== undefined);
}

/** The lines with these ids that are there still. @throws DomainError `bank_statement.matched` (422) where one of them is matched. */
export async function unmatchedLines(records: Records, ids: readonly string[]) {
  const lines = (await records.getMany(BankLines, ids)).filter((line) => line !== undefined);
  throwIf(refusalOfMatched(lines.filter(({ state }) => state === 'matched')));
  return lines;
}

/**
 * Deletes the lines of a statement that says that it is being deleted, batch by batch: whoever calls it again goes on where it
 * was cut off.
 */
export async function deleteLines(records: Records, statement: StoredStatement): Promise<void> {
  for (const { id } of await batchesThere(records, statement))
    await untilCommitted(async () => {
      const batch = await records.get(StatementBatches, id);
      if (!batch) return;
      const lines = await unmatchedLines(records, batch.lines);
      const days = await daysWithout(records, statement.bankAccountId, lines);
      await records.commit([remove(StatementBatches, batch), ...lines.map((line) => remove(BankLines, line)), ...days]);
    });
}

/** The statement that says that it is being deleted: from then on none of its lines is matched. */
export const markDeleting = async (records: Records, statement: StoredStatement): Promise<StoredStatement> =>
  statement.state === 'deleting'
    ? statement
    : await records.save<KeptStatement>([update(BankStatements, statement, { ...statement, state: 'deleting' })]);

/** Takes back what there is of a statement whose file could not be read to its end. */
export async function takeBackLines(records: Records, statement: StoredStatement): Promise<void> {
  const marked = await markDeleting(records, statement);
  await deleteLines(records, marked);
  await records.commit([remove(BankStatements, marked)]);
}
