import { ledger } from '#api/finance/ledger.ts';
import { ManualEntries, manualReversal } from '#domain/finance/ledger/manual-entry.ts';
import { entryDetail } from '#domain/finance/ledger/wire.ts';
import { create, update } from '#kernel/record.ts';
import { creates } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';
import { needManualEntry } from './entry-store.ts';
import { openPosting } from './posting-session.ts';

export const reverseEntry = command(
  ledger.actions.reverseEntry,
  creates(ManualEntries, 'man'),
  async ({ path, body, today, records, newId, caller }) => {
    const id = newId('man');
    const original = await needManualEntry(records, path.entryId);
    const { date, text, lines } = manualReversal(original, body.date, today);
    const posting = await openPosting(records, { date, document: id, caller });
    const reversal = { date, text, entry: posting.add(text, lines), reverses: original.id, reason: body.reason };
    return [create(ManualEntries, id, reversal), update(ManualEntries, original, { ...original, reversedBy: id }), ...posting.changes()];
  },
  (record) => entryDetail('manual-entry', record),
);
