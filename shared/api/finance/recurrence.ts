import * as z from 'zod/mini';
import { RecurringEntryInput, recurringActions } from '#domain/finance/ledger/recurring-entry.ts';
import { RecurringEntryView } from '#domain/finance/ledger/wire.ts';
import { defineModule, type WorkerSpec } from '#kernel/action.ts';
import { idWith } from '#kernel/id.ts';
import { pageOf, pageQuery } from '#kernel/page.ts';
import { withActions } from '../flow.ts';

const workers = {
  postRecurrence: {
    file: 'post-recurrence.event',
    summary: 'Posts recurring entries on their day',
    on: { schedule: 'cron(5/15 4-5 * * ? *)' },
    grants: ['records:write'],
    timeoutSeconds: 900,
  },
} as const satisfies Record<string, WorkerSpec>;

export const recurrence = defineModule(
  'finance/recurrence',
  { title: 'Recurring entries', workers },
  {
    createRecurringEntry: {
      route: 'POST /recurring-entries',
      summary: 'Have a manual entry posted again by itself',
      description:
        'Every month, quarter or year, on the same day or the last of a shorter month. What its period refuses is tried again each day, and says so.',
      permission: 'books.post',
      body: RecurringEntryInput,
      output: RecurringEntryView,
      errors: ['manual-entry.not_found', 'recurring.reversed', 'recurring.past', 'recurring.until'],
      example: { body: { entryId: 'je_man_7F3K2M9QX4', every: 'month', next: '2026-12-01' } },
    },
    listRecurringEntries: {
      route: 'GET /recurring-entries',
      summary: 'List recurring entries',
      permission: 'books.read',
      query: z.strictObject({ ...pageQuery }),
      output: pageOf(withActions(RecurringEntryView, recurringActions)),
    },
    endRecurringEntry: {
      route: 'POST /recurring-entries/{recurringEntryId}/end',
      summary: 'End a recurring entry: what it posted stays',
      permission: 'books.post',
      path: z.strictObject({ recurringEntryId: idWith('rcr') }),
      output: RecurringEntryView,
      status: 200,
      errors: ['recurring-entry.not_found', 'recurring.ended'],
    },
  },
);
