import * as z from 'zod/mini';
import { BusinessDate } from './date.ts';

/** Query parameters of every list. */
export const pageQuery = {
  limit: z._default(
    z.pipe(
      z.string().check(z.regex(/^([1-9]|[1-9]\d|100)$/, 'must be a whole number from 1 to 100')),
      z.transform((text: string) => Number(text)),
    ),
    25,
  ),
  cursor: z.optional(z.string().check(z.maxLength(2000), z.regex(/^[A-Za-z0-9_-]+$/, 'must be a cursor that the API gave out'))),
  order: z._default(z.enum(['asc', 'desc']), 'desc'),
};

/** What lists are searched by. */
export const searchWords = z.optional(z.string().check(z.maxLength(80)));
/** From one day to another, both included. */
export const dayRange = { from: z.optional(BusinessDate), to: z.optional(BusinessDate) };
/** Query parameters of a list of documents by date. */
export const datedQuery = { ...pageQuery, ...dayRange, q: searchWords };

/** A filter by one value or several, with commas between: `placed,partly-shipped`. Any of them matches. */
export const anyOf = <const T extends string>(values: readonly T[]) => {
  const one = `(${values.join('|')})`;
  return z.pipe(
    z.string().check(z.regex(new RegExp(`^${one}(,${one})*$`), `must be one of ${values.join(', ')}, or several with commas between`)),
    z.transform((text: string) => text.split(',') as T[]),
  );
};

/** Ids of records that belong here and are damaged: they are left out. */
export const Unreadable = z.optional(z.readonly(z.array(z.string())));
/** The same, for an answer. */
export const leftOut = (unreadable: ReadonlySet<string>): { unreadable?: readonly string[] } =>
  unreadable.size > 0 ? { unreadable: [...unreadable].sort() } : {};

/** One page of a list: `items`, and `nextCursor` while there is more. */
export const pageOf = <S extends z.ZodMiniType>(item: S) =>
  z.strictObject({ items: z.array(item), nextCursor: z.optional(z.string()), unreadable: Unreadable });
