import { Openings, type StoredOpening } from '#domain/finance/ledger/opening-record.ts';
import { conflict } from '#kernel/errors.ts';
import { UNDER_WAY } from '#kernel/record.ts';
import { rollBack } from '#runtime/batched.ts';
import { openRecords } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';
import { bringing, takingBack } from './opening-batches.ts';

/** No request is at work for longer. */
const LONGEST_MS = 120_000;

export const isCutOff = ({ history }: StoredOpening, now: Date): boolean =>
  now.getTime() - Date.parse(history.at(-1)?.at ?? '') > LONGEST_MS;
const never = () => Promise.reject(new Error('what was cut off is undone, not finished'));

/** Undoes what an opening, or its reversal, was at when it was cut off: nothing of it is left, or all of it is there again. */
export const undoUnfinished = (records: Records, opening: StoredOpening): Promise<void> =>
  opening.state === 'taking-back'
    ? rollBack(
        records,
        takingBack(records, opening, () => undefined, never),
        opening,
      )
    : rollBack(records, bringing(records, opening, [], never), opening);

/**
 * Requires that no other opening is under way; one that was cut off is undone.
 * @throws DomainError `opening.under_way` (409).
 */
export async function endUnfinished(records: Records, own: string): Promise<void> {
  for await (const opening of openRecords(records, Openings, UNDER_WAY)) {
    if (opening.id === own) continue;
    if (!isCutOff(opening, records.stamp.at))
      throw conflict(
        'opening.under_way',
        'The books are being opened, or their opening is being reversed, by another request. Try again in two minutes.',
      );
    await undoUnfinished(records, opening);
  }
}
