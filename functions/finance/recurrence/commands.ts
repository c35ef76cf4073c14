import { recurrence } from '#api/finance/recurrence.ts';
import { documentIdOf } from '#domain/finance/ledger/entry.ts';
import { ManualEntries } from '#domain/finance/ledger/manual-entry.ts';
import { newRecurringEntry, RecurringEntries, recurringActions } from '#domain/finance/ledger/recurring-entry.ts';
import { recurringEntryView } from '#domain/finance/ledger/wire.ts';
import { throwIf } from '#kernel/errors.ts';
import { create, update } from '#kernel/record.ts';
import { creates, on } from '#runtime/action.ts';
import { required } from '#runtime/reads.ts';
import { command, serveModule } from '../../platform/service.ts';

export const createRecurringEntry = command(
  recurrence.actions.createRecurringEntry,
  creates(RecurringEntries, 'rcr', ({ body }) => ({ template: required(ManualEntries, documentIdOf(body.entryId), 'body.entryId') })),
  ({ body, today, newId, template }) => [create(RecurringEntries, newId('rcr'), newRecurringEntry(template, body, today))],
  recurringEntryView,
);

export const endRecurringEntry = command(
  recurrence.actions.endRecurringEntry,
  on(RecurringEntries, (path) => path.recurringEntryId),
  (_, entry) => {
    throwIf(recurringActions.endRecurringEntry(entry));
    const { next: _next, stuck: _stuck, ...rest } = entry;
    return [update(RecurringEntries, entry, rest)];
  },
  recurringEntryView,
);

export const handler = serveModule(recurrence, { createRecurringEntry, endRecurringEntry });
