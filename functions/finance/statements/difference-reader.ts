import { entryIdOf } from '#domain/finance/ledger/entry.ts';
import { dayOfInstant, type KnownEntry } from '#domain/finance/ledger/known.ts';
import type { StatementName } from '#domain/finance/statements/model.ts';
import type { ModelName } from '#domain/finance/statements/models.ts';
import { assertDefined } from '#kernel/assert.ts';
import { addDays, type IsoDate } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import { defined } from '#kernel/optional.ts';
import { decodeCursor, encodeCursor } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';
import { needEntry } from '../ledger/entry-store.ts';
import { readKnowledge } from '../ledger/known-store.ts';
import { readProjected } from '../ledger/trial-store.ts';
import { type Books, readStatement } from './statement-reader.ts';

export interface AskedDifferences {
  readonly statement: StatementName;
  readonly model: ModelName;
  readonly date: IsoDate;
  readonly from?: IsoDate | undefined;
  /** ISO, UTC, to the millisecond. */
  readonly knownAt: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The one shelf that a cursor is of. */
const SHELF = 'known';
const placeOf = ({ at, id }: KnownEntry): string => `${at}#${id}`;

/**
 * A statement as it was known at a moment beside what it says now, and the entries of its days that were posted since, in the order in
 * which they came. Of days before the moment's own: after it the books went on, and everything would differ.
 * @throws DomainError `books.not_over_then` (400), those of {@link readStatement}.
 */
export async function readDifferences(records: Records, books: Books, asked: AskedDifferences) {
  const { statement, model, date, knownAt, limit, cursor, from: begins } = asked;
  if (date >= dayOfInstant(knownAt))
    throw invalid('books.not_over_then', `On ${date} the books went on: ask for a day before that of the moment.`, 'query.date', {
      latest: addDays(dayOfInstant(knownAt), -1),
    });
  const after = cursor === undefined ? '' : decodeCursor(cursor, [SHELF]).sort;
  const wanted = { statement, model, date, from: begins, consistent: true };
  const [then, now, { value: known }] = await Promise.all([
    readStatement(records, books, { ...wanted, knownAt }),
    readStatement(records, books, wanted),
    readProjected(records, books.fiscalYears, date, true, (sequences) => readKnowledge(records, sequences, date, knownAt)),
  ]);
  const from = assertDefined(now.columns[0]?.from, 'the first day');
  // A balance sheet is of everything up to its day.
  const since = known.after
    .filter(({ day }) => day <= date && (statement === 'balance-sheet' || day >= from))
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
    .filter((entry) => placeOf(entry) > after);
  const page = since.slice(0, limit);
  const last = since.length > page.length ? page.at(-1) : undefined;
  return {
    ...{ statement, model, from, date, knownAt, lines: changedLines(then.lines, now.lines) },
    entries: await Promise.all(page.map((entry) => told(records, entry))),
    ...(last ? { nextCursor: encodeCursor({ bucket: SHELF, sort: placeOf(last) }) } : {}),
  };
}

type Line = Awaited<ReturnType<typeof readStatement>>['lines'][number];

/** The lines whose amounts differ; what only one of them has is nothing in the other. */
function changedLines(then: readonly Line[], now: readonly Line[]) {
  const before = new Map(then.map((line) => [line.id, line.amounts]));
  return now.flatMap(({ id, label, labelEn, amounts }) => {
    const was = before.get(id) ?? amounts.map(() => 0);
    return amounts.every((amount, i) => BigInt(amount) === BigInt(was[i] ?? 0))
      ? []
      : [{ id, label, labelEn, before: was, after: amounts }];
  });
}

/** An entry with who posted it, when and why. */
async function told(records: Records, { id, at, lines }: KnownEntry) {
  const { entry, kind, history, reverses, reason } = await needEntry(records, entryIdOf(id));
  return {
    ...{ entryId: entryIdOf(id), date: entry.date, text: entry.text, source: { kind, id }, postedAt: at },
    postedBy: history.find((step) => step.at === at)?.by ?? '',
    ...defined({ reverses: reverses && entryIdOf(reverses), reason }),
    lines: lines.map(([account, amount]) => ({ account, debit: Math.max(amount, 0), credit: Math.max(-amount, 0) })),
  };
}
