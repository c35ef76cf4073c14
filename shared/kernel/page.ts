import * as z from 'zod/mini';

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

/** One page of a list: `items`, and `nextCursor` while there is more. */
export const pageOf = <S extends z.ZodMiniType>(item: S) => z.strictObject({ items: z.array(item), nextCursor: z.optional(z.string()) });
