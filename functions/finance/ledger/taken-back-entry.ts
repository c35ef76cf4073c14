import type { Entry } from '#domain/finance/ledger/entry.ts';
import { ManualEntries, manualReversal } from '#domain/finance/ledger/manual-entry.ts';
import type { IsoDate } from '#kernel/date.ts';
import { type Change, create } from '#kernel/record.ts';
import type { World } from '../currencies/differences.ts';
import { openPosting } from './posting-session.ts';

/** A document of another context whose entry is taken back. */
interface Posted {
  readonly id: string;
  readonly date: IsoDate;
  readonly entry: Entry;
}

/**
 * The manual entry that stands against a document's own, with debits and credits exchanged: on the day asked for, today, or the document's
 * own day where that is to come. @throws DomainError `reversal.too_early`, `period.…` (422).
 */
export async function takeEntryBack(
  world: World & { readonly body: { readonly date?: IsoDate | undefined; readonly reason: string } },
  { id: documentId, date: dated, entry }: Posted,
): Promise<{ readonly reversal: { readonly id: string; readonly date: IsoDate; readonly reason: string }; readonly changes: Change[] }> {
  const { records, caller, today, newId, body } = world;
  const { date, text, lines } = manualReversal({ date: dated, text: entry.text, entry }, body.date, today);
  const id = newId('man', documentId);
  const posting = await openPosting(records, { date, document: id, caller, field: 'body.date' });
  const reversal = create(ManualEntries, id, { date, text, entry: posting.add(text, lines), reverses: documentId, reason: body.reason });
  return { reversal: { id, date, reason: body.reason }, changes: [reversal, ...posting.changes()] };
}
