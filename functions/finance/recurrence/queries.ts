import { recurrence } from '#api/finance/recurrence.ts';
import { RecurringEntries, recurringActions } from '#domain/finance/ledger/recurring-entry.ts';
import { recurringEntryView } from '#domain/finance/ledger/wire.ts';
import { plainQuery } from '#runtime/action.ts';
import { listRecords } from '#runtime/lists.ts';
import { actionsOf, serveModule } from '../../platform/service.ts';

export const listRecurringEntries = plainQuery(recurrence.actions.listRecurringEntries, async ({ query: input, records, caller }) => {
  const page = await listRecords(records, RecurringEntries, { ...input, buckets: ['all'] });
  const items = page.items.map((entry) => ({
    ...recurringEntryView(entry),
    actions: actionsOf(caller, recurrence.actions, recurringActions, entry),
  }));
  return { ...page, items };
});

export const handler = serveModule(recurrence, { listRecurringEntries });
