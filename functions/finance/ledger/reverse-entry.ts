import { ledger } from '#api/finance/ledger.ts';
import { ManualEntries, type ManualEntry, manualReversal } from '#domain/finance/ledger/manual-entry.ts';
import { Openings, refusalOfSettledItem, type StoredOpening } from '#domain/finance/ledger/opening-record.ts';
import { entryDetail } from '#domain/finance/ledger/wire.ts';
import { throwIf } from '#kernel/errors.ts';
import { type Changes, create, type Stored, update } from '#kernel/record.ts';
import { creates } from '#runtime/action.ts';
import { runBatches } from '#runtime/batched.ts';
import type { Records } from '#runtime/records.ts';
import { command } from '../../platform/service.ts';
import { needManualEntry } from './entry-store.ts';
import { takingBack } from './opening-batches.ts';
import { openPosting } from './posting-session.ts';

export const reverseEntry = command(
  ledger.actions.reverseEntry,
  creates(ManualEntries, 'man'),
  async ({ path, body, today, records, newId, caller, company }) => {
    const id = newId('man');
    const original = await needManualEntry(records, path.entryId);
    const { date, text, lines } = manualReversal(original, body.date, today);
    const reversing = async (): Promise<Changes<ManualEntry>> => {
      const posting = await openPosting(records, { date, document: id, caller });
      const reversal = { date, text, entry: posting.add(text, lines), reverses: original.id, reason: body.reason };
      return [create(ManualEntries, id, reversal), update(ManualEntries, original, { ...original, reversedBy: id }), ...posting.changes()];
    };
    const { entry, brought } = company.opening ?? {};
    const opening = brought && entry === original.id ? await records.getOrThrow(Openings, brought) : undefined;
    return opening ? takeBack(records, opening, id, reversing) : reversing();
  },
  (record) => entryDetail('manual-entry', record),
);

/**
 * Takes back what came along with the opening, and its entry with it: all of it, or nothing.
 * @throws DomainError `opening.settled` (422) naming a document that was paid, used or credited since.
 */
async function takeBack(
  records: Records,
  opening: StoredOpening,
  id: string,
  reversing: () => Promise<Changes<ManualEntry>>,
): Promise<Stored<ManualEntry>> {
  const check = (document: never) => throwIf(refusalOfSettledItem(document));
  // What the period would refuse is refused before the first document is gone.
  await reversing();
  const begun =
    opening.state === 'posted' ? await records.save([update(Openings, opening, { ...opening, state: 'taking-back' })]) : opening;
  const operation = takingBack(records, begun, check, async (before) => [
    update(Openings, before, { ...before, state: 'taken-back' }),
    ...(await reversing()),
  ]);
  await runBatches(records, operation, begun);
  return records.getOrThrow(ManualEntries, id);
}
