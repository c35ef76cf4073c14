import * as z from 'zod/mini';
import { defineModule } from '#kernel/action.ts';

/** A record's story, as far as it is kept. */
export const HistoryView = z.object({
  record: z.string(),
  kind: z.string(),
  complete: z.boolean(),
  /** There are steps before this revision: `before` of `GET /audit` goes on to them. */
  earlier: z.optional(z.int()),
  steps: z.array(
    z.object({
      rev: z.int(),
      at: z.string(),
      by: z.string(),
      requestId: z.string(),
      action: z.string(),
      was: z.optional(z.record(z.string(), z.unknown())),
    }),
  ),
});

/** A record's id, also of one that stands with others: `per_2026/03.0`. */
const AnyRecord = z
  .string()
  .check(z.regex(/^[a-z]{2,4}_[0-9A-Za-z_.:-]{1,80}(\/[0-9A-Za-z_.:-]{1,40})?$/, 'must be an id that the API gave out'));

const Revision = z.pipe(
  z.string().check(z.regex(/^[1-9]\d{0,8}$/, 'must be a revision')),
  z.transform((text: string) => Number(text)),
);

const ABOUT = { title: 'Audit', opensPersonal: true } as const;
export const audit = defineModule('platform/audit', ABOUT, {
  getHistory: {
    route: 'GET /audit',
    summary: 'Get a record’s history: who did what, when, by which request',
    description:
      'Each step is written with the change itself, in the same transaction. `was` holds the values before an edit. Of records that never end (stock, period gates) the first and the last step are kept here; the documents that moved them tell the rest. A long story comes in parts, the newest steps first: `earlier` is the `before` of the next.',
    permission: 'member',
    query: z.strictObject({ record: AnyRecord, before: z.optional(Revision) }),
    output: HistoryView,
    errors: ['record.not_found'],
  },
});
