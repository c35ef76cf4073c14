import type { Hit } from '#api/platform/search.ts';
import { amountOf, documentIdOf, entryIdOf } from '#domain/finance/ledger/entry.ts';
import { KINDS, kindOf, POSTING_KINDS } from '#domain/kinds.ts';
import { AnyId, prefixOf } from '#kernel/id.ts';
import type { RecordType } from '#kernel/record.ts';
import { may, mayRead } from '#runtime/caller.ts';
import type { Records } from '#runtime/records.ts';
import { readableOf } from '../readable.ts';
import { hitOf, type SearchRequest } from './hits.ts';

const SERIES = KINDS.filter(({ series }) => series);

/** What an id or a whole number names: read by its key, however old. Empty where it names nothing. */
export async function findExactly(records: Records, search: SearchRequest): Promise<Hit[]> {
  if (search.q.startsWith('je_')) return findEntry(records, search);
  const ids = AnyId.safeParse(search.q).success ? [search.q] : numberedIds(search);
  const types = KINDS.filter(
    (type) => type.summary && !type.parent && mayRead(search.caller, type) && ids.some((id) => kindOf(id) === type),
  );
  const found = await Promise.all(
    types.map(async (type) => {
      const read = await records.getMany(
        type,
        ids.filter((id) => prefixOf(id) === type.prefix),
        search.unreadable,
      );
      return (await readableOf(records, search.caller, type, read)).map(({ record }) => hitOf(type, record, search.today));
    }),
  );
  return found.flat();
}

async function findEntry(records: Records, { q, caller, today, unreadable }: SearchRequest): Promise<Hit[]> {
  const id = documentIdOf(q);
  const type = AnyId.safeParse(id).success && POSTING_KINDS.find(({ prefix }) => prefix === prefixOf(id));
  if (!type || !may(caller, 'books.read')) return [];
  const [document] = await records.getMany(type, [id], unreadable);
  if (!document?.entry) return [];
  if (type.shownAs) return [hitOf(type as RecordType<never>, document as never, today)];
  const { text, date } = document.entry;
  return [{ kind: 'journal-entry', id: entryIdOf(id), title: text, subtitle: entryIdOf(id), date, amount: amountOf(document.entry) }];
}

/** Ids of the documents of a number: `F2026-000123` is one, `123` is one of every fiscal year and series. */
function numberedIds({ q, fiscalYears }: SearchRequest): string[] {
  if (/^\d{1,6}$/.test(q))
    return fiscalYears.flatMap((year) =>
      SERIES.flatMap(({ prefix, series = [] }) => series.map((letter) => `${prefix}_${letter}${year}-${q.padStart(6, '0')}`)),
    );
  const [, letter] = /^([A-Z]{1,2}?)(?:[DT][A-Z])?\d{4}-\d{6}$/.exec(q.toUpperCase()) ?? [];
  return SERIES.filter(({ series }) => letter !== undefined && series?.includes(letter)).map(
    ({ prefix }) => `${prefix}_${q.toUpperCase()}`,
  );
}
