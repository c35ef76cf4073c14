import * as z from 'zod/mini';
import { FOUND_KINDS } from '#domain/kinds.ts';
import { defineModule } from '#kernel/action.ts';
import { Money } from '#kernel/money.ts';
import { Unreadable } from '#kernel/page.ts';

/** A record that was found, as one line shows it. `id` is what its own route takes: the code, for an account. */
export const HitView = z.object({
  kind: z.enum(FOUND_KINDS),
  id: z.string(),
  title: z.string(),
  subtitle: z.optional(z.string()),
  state: z.optional(z.string()),
  date: z.optional(z.string()),
  amount: z.optional(Money),
  /** The record that it is about, where it has no page of its own: a note, a file, tags. */
  record: z.optional(z.object({ kind: z.string(), id: z.string() })),
});
export type Hit = z.output<typeof HitView>;

export const SearchView = z.object({
  items: z.array(HitView),
  /** Kinds of which there is more than is shown, or was looked through: their lists, and narrower words, find the rest. */
  more: z.array(z.enum(FOUND_KINDS)),
  unreadable: Unreadable,
});

export const search = defineModule('platform/search', 'Search', {
  searchAll: {
    route: 'GET /search',
    summary: 'Find records of any kind by number, name, code, tax id or id',
    description:
      'Only what the caller may see. Up to six of each kind, newest first, whatever case and accents. A whole number or id finds its record however old it is; words look through the newest thousand of each kind.',
    permission: 'member',
    query: z.strictObject({ q: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)) }),
    output: SearchView,
    errors: ['company.not_found'],
  },
});
