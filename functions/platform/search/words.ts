import { KINDS } from '#domain/kinds.ts';
import { addMonths, type Month, monthOf } from '#kernel/date.ts';
import type { RecordType } from '#kernel/record.ts';
import { tokens } from '#kernel/text.ts';
import { reachOf } from '#runtime/caller.ts';
import { datedBuckets } from '#runtime/dated.ts';
import { readRows } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';
import { readableOf } from '../readable.ts';
import { hitOf, MOST_HITS, type SearchRequest } from './hits.ts';

/** Rows of the list index, and months of it, that one kind may cost. */
const MOST_ROWS = 1000;
const MOST_MONTHS = 24;
/** Where a month does not hold enough, so many times more are looked through at once. */
const WIDER = 6;
/** Records of a kind that are looked at one by one whose they are. */
const MOST_LOOKED_AT = 100;

/** Records whose list label holds all the words, newest first: month after month until there are enough, or enough were looked at. */
export async function findByWords(records: Records, type: RecordType<never>, { q, fiscalYears, today, caller, unreadable }: SearchRequest) {
  const isDated = type.list?.buckets === 'months';
  const buckets = isDated ? monthsFor(q, fiscalYears, monthOf(today)) : ['all'];
  const request = { order: isDated ? 'desc' : 'asc', limit: MOST_HITS, words: q } as const;
  const ids: string[] = [];
  let more = buckets.length > MOST_MONTHS;
  let scanned = 0;
  const looked = buckets.slice(0, MOST_MONTHS);
  for (let [at, width] = [0, 1]; at < looked.length; at += width, width *= WIDER) {
    const window = looked.slice(at, at + width);
    const pages = await Promise.all(window.map((bucket) => readRows(records.tenant, type.kind, bucket, undefined, request)));
    ids.push(...pages.flatMap(({ rows }) => rows.map((row) => row.id)));
    scanned += pages.reduce((sum, page) => sum + page.scanned, 0);
    more ||= pages.some((page) => page.last !== undefined);
    if (ids.length <= MOST_HITS && scanned < MOST_ROWS) continue;
    more ||= at + width < buckets.length;
    break;
  }
  // Of a kind that the caller sees in part, the index does not tell which.
  const narrowed =
    type.parent !== undefined || (type.read !== 'member' && type.read !== 'nobody' && reachOf(caller, type.read, type) !== undefined);
  const read = await records.getMany(type, ids.slice(0, narrowed ? MOST_LOOKED_AT : MOST_HITS), unreadable);
  const seen = await readableOf(records, caller, type, read);
  return {
    kind: type.kind,
    hits: seen.slice(0, MOST_HITS).map(({ record, parent }) => hitOf(type, record, today, parent)),
    more: more || (narrowed ? seen : ids).length > MOST_HITS,
  };
}

/** A number of a series, or what of it was typed: `f2026-0001`. */
const OF_A_YEAR = new RegExp(`^(?:${KINDS.flatMap(({ series = [] }) => series).join('|')})(?:[DT][A-Z])?(\\d{4})(?:-|$)`, 'i');

/** The months to look through, newest first: of one year where the number says it, and none later than the next month. */
function monthsFor(q: string, fiscalYears: readonly string[], month: Month): string[] {
  const years = tokens(q).flatMap((word) => OF_A_YEAR.exec(word)?.[1] ?? []);
  const wanted = years.length > 0 ? fiscalYears.filter((year) => years.includes(year)) : fiscalYears;
  return datedBuckets(wanted, { order: 'desc' }).buckets.filter((bucket) => bucket <= addMonths(month, 1));
}
