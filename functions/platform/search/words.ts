import { addMonths, type Month, monthOf } from '#kernel/date.ts';
import { wordsOf } from '#kernel/text.ts';
import { datedBuckets } from '#runtime/dated.ts';
import { readRows } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';
import type { Asked, Searched } from './kinds.ts';

/** Hits of a kind. */
export const MOST_HITS = 6;
/** Rows of the list index, and months of it, that one kind may cost. */
const MOST_ROWS = 1000;
const MOST_MONTHS = 24;

/** Records whose list label holds all the words, newest first: one query a month until there are enough, or enough were looked at. */
export async function findByWords(records: Records, searched: Searched, { q, fiscalYears, today }: Asked) {
  const buckets = searched.dated ? monthsFor(q, fiscalYears, monthOf(today)) : ['all'];
  const asked = { order: searched.dated ? 'desc' : 'asc', limit: MOST_HITS, words: q } as const;
  const ids: string[] = [];
  let more = buckets.length > MOST_MONTHS;
  let scanned = 0;
  for (const bucket of buckets.slice(0, MOST_MONTHS)) {
    const page = await readRows(records.tenant, searched.type.kind, bucket, undefined, asked);
    ids.push(...page.rows.map((row) => row.id));
    scanned += page.scanned;
    more ||= page.last !== undefined;
    if (ids.length <= MOST_HITS && scanned < MOST_ROWS) continue;
    more ||= bucket !== buckets.at(-1);
    break;
  }
  const shown = ids.slice(0, MOST_HITS);
  return {
    kind: searched.kind,
    hits: await searched.hits((type) => records.getMany(type, shown), today),
    more: more || ids.length > MOST_HITS,
  };
}

/** The months to look through, newest first: of one year where the number says it, and none later than the next month. */
function monthsFor(q: string, fiscalYears: readonly string[], month: Month): string[] {
  const years = wordsOf(q).flatMap((word) => /^[fr](\d{4})(?:-|$)/.exec(word)?.[1] ?? []);
  const wanted = years.length > 0 ? fiscalYears.filter((year) => years.includes(year)) : fiscalYears;
  return datedBuckets(wanted, { order: 'desc' }).buckets.filter((bucket) => bucket <= addMonths(month, 1));
}
