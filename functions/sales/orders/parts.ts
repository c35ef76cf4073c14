import type { RecordType } from '#kernel/record.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import type { Records } from '#runtime/records.ts';

/**
 * Does a part of a long step once. `proof` is the record that stands (or is gone) when the part is done. A repeat of the
 * request may be quicker at any moment, also between our reads: then what they seemed to say is of no account.
 */
export const oncePart = <T>(
  records: Records,
  proof: { readonly type: RecordType<T>; readonly id: string; readonly done: 'made' | 'gone' },
  work: () => Promise<unknown>,
): Promise<void> =>
  untilCommitted(async () => {
    const done = async () => ((await records.get(proof.type, proof.id)) !== undefined) === (proof.done === 'made');
    if (await done()) return;
    try {
      await work();
    } catch (error) {
      if (!(await done())) throw error;
    }
  });
