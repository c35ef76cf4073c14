import type { Hit } from '#api/platform/search.ts';
import type { IsoDate } from '#kernel/date.ts';
import { numberOf, type RecordType, type Stored, shownIdOf } from '#kernel/record.ts';
import type { Caller } from '#runtime/caller.ts';
import type { Readable } from '../readable.ts';

/** What is looked for, by whom, where and when. */
export interface SearchRequest {
  readonly q: string;
  readonly caller: Caller;
  readonly fiscalYears: readonly string[];
  readonly today: IsoDate;
  /** Takes the ids of damaged records that would be found. */
  readonly unreadable: Set<string>;
}

/** Hits of a kind, at the most. */
export const MOST_HITS = 6;

/** A record as one line; what is about another record leads to that, and names it. */
export function hitOf(type: RecordType<never>, record: Stored<object>, today: IsoDate, parent?: Readable['parent']): Hit {
  const { title = numberOf(type, record.id), subtitle = [], ...rest } = type.summary?.(record as never, record.id) ?? {};
  const on = parent && hitOf(parent.type, parent.record, today);
  const below = [...subtitle, on?.title, on?.subtitle].filter(Boolean).join(' · ');
  const state = type.state?.(record as never, today);
  return {
    kind: type.kind,
    id: shownIdOf(type, record.id),
    title,
    ...(below ? { subtitle: below } : {}),
    ...(state ? { state } : {}),
    ...rest,
    ...(on ? { record: { kind: on.kind, id: on.id } } : {}),
  };
}
