import type { RecordType, Stored } from '#kernel/record.ts';
import { notFound, type Ref } from './records.ts';

/** Records whose ids an action knows from its request: read all together, in one call, before anything is decided. */
export interface Read<V> {
  readonly type: RecordType<never>;
  readonly ids: readonly string[];
  /** What the action gets of them. */
  readonly take: (found: readonly (Stored<object> | undefined)[]) => V;
}
export type Reads = Readonly<Record<string, Read<unknown>>>;
export type Found<M extends Reads> = { readonly [K in keyof M]: M[K] extends Read<infer V> ? V : never };

/** The record. @throws DomainError `<kind>.not_found` (404) naming `field`, once the action runs. */
export const required = <T extends object>(type: RecordType<T>, id: string, field?: string): Read<Stored<T>> => ({
  type,
  ids: [id],
  take: ([found]) => {
    if (!found) throw notFound(type.kind, id, field);
    return found as Stored<T>;
  },
});

/** The record, or undefined. @throws DomainError `<kind>.not_found` (404) where a `field` names one that there is not. */
export const optional = <T extends object>(type: RecordType<T>, id: string | undefined, field?: string): Read<Stored<T> | undefined> =>
  id !== undefined && field !== undefined
    ? required(type, id, field)
    : { type, ids: id === undefined ? [] : [id], take: ([found]) => found as Stored<T> | undefined };

/** Several of a kind, in the order asked for; undefined where there is none. */
export const several = <T extends object>(type: RecordType<T>, ids: readonly string[]): Read<(Stored<T> | undefined)[]> => ({
  type,
  ids,
  take: (found) => [...found] as (Stored<T> | undefined)[],
});

/** What names records in a call that reads several kinds at once. */
export const refsOf = (reads: Reads): Ref[] => Object.values(reads).flatMap(({ type, ids }) => ids.map((id) => ({ type, id })));

/** What was read, by name, out of the records in the order of {@link refsOf}. */
export function takeFrom<M extends Reads>(reads: M, found: readonly (Stored<object> | undefined)[]): Found<M> {
  let at = 0;
  const taken = Object.entries(reads).map(([name, { ids, take }]) => {
    at += ids.length;
    return [name, take(found.slice(at - ids.length, at))];
  });
  return Object.fromEntries(taken) as Found<M>;
}
