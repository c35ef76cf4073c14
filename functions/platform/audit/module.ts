import * as z from 'zod/mini';
import { defineModule, EVERYBODY } from '#kernel/action.ts';
import { AnyId } from '#kernel/id.ts';

export const audit = defineModule('platform/audit', 'Audit', {
  getStory: {
    route: 'GET /audit',
    summary: "A record's story from first to last: who did what, when, by which request",
    description:
      'Each step is written with the change itself, in the same transaction. `was` holds the values before an edit. Of records that never end (stock, period gates) the first and the last step are kept here; the documents that moved them tell the rest.',
    roles: EVERYBODY,
    profile: 'queries',
    query: z.strictObject({ record: AnyId }),
    output: z.object({
      record: z.string(),
      kind: z.string(),
      complete: z.boolean(),
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
    }),
    errors: ['record.not_found'],
  },
});
