import * as z from 'zod/mini';
import { Money } from '#kernel/money.ts';

export const SEARCH_KINDS = [
  'customer',
  'item',
  'order',
  'invoice',
  'credit-note',
  'receipt',
  'return',
  'account',
  'journal-entry',
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

export const SearchQuery = z.strictObject({ q: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)) });

/** A record that was found, as one line shows it. `id` is what its own route takes: the code, for an account. */
export const HitView = z.object({
  kind: z.enum(SEARCH_KINDS),
  id: z.string(),
  title: z.string(),
  subtitle: z.optional(z.string()),
  state: z.optional(z.string()),
  date: z.optional(z.string()),
  amount: z.optional(Money),
});
export type Hit = z.output<typeof HitView>;

export const SearchView = z.object({
  items: z.array(HitView),
  /** Kinds of which there is more than is shown, or was looked through: their lists, and narrower words, find the rest. */
  more: z.array(z.enum(SEARCH_KINDS)),
});
