import * as z from 'zod/mini';
import { EntryView } from '#domain/finance/wire.ts';
import type { ActionRules } from '#kernel/errors.ts';
import { Money } from '#kernel/money.ts';

/** Why an action cannot be taken now, as a problem document would say it. */
export const RefusalView = z.object({
  code: z.string(),
  message: z.string(),
  params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
});

/** A record that came of this one, or that this one came of, as one line. */
export const DocumentView = z.object({
  kind: z.string(),
  id: z.string(),
  number: z.string(),
  title: z.optional(z.string()),
  date: z.optional(z.string()),
  state: z.optional(z.string()),
  amount: z.optional(Money),
});

/** An entry with the document that carries it. */
export const PostedEntryView = z.object({ id: z.string(), document: z.string(), kind: z.string(), ...EntryView.shape });

type ActionView = z.ZodMiniOptional<z.ZodMiniNullable<typeof RefusalView>>;

/** `actions` of a record: null where it can be taken now, else why not; left out where the caller may never take it. */
export const withActions = <V extends z.core.$ZodShape, K extends string>(view: z.ZodMiniObject<V>, rules: ActionRules<never, K>) =>
  z.object({
    ...view.shape,
    actions: z.object(
      Object.fromEntries(Object.keys(rules).map((name) => [name, z.optional(z.nullable(RefusalView))])) as Record<K, ActionView>,
    ),
  });

/** A record with what can be done with it now, the records that it belongs together with, and the entries that it posted. */
export const withFlow = <V extends z.core.$ZodShape, K extends string>(view: z.ZodMiniObject<V>, rules: ActionRules<never, K>) =>
  z.object({
    ...withActions(view, rules).shape,
    documents: z.array(DocumentView),
    entries: z.array(PostedEntryView),
    /** There are more of them than a page shows: the lists and the journal find all. */
    more: z.boolean(),
  });
