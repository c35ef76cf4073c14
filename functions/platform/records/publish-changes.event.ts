import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { isTold, storageOf } from '#domain/kinds.ts';
import { type Outgoing, sendChanges } from '#runtime/change-queues.ts';
import { giveUp, type RecordRef } from '#runtime/dead-letters.ts';
import { note } from '#runtime/log.ts';
import { worker } from '#runtime/pipeline.ts';
import { changeOf, isOpenAfter, refOf } from '#runtime/stream.ts';

const CODE = 'publish-changes';

/**
 * The one publisher behind the table's stream: what has changed goes to the queues of the workers that ask for it. A
 * failure fails the batch, which comes again from its start; what was sent is not taken a second time. A change that can
 * never be told goes to the dead letters, with what follows it about the same record: all others are told.
 */
export const handler = worker<DynamoDBStreamEvent, void>(CODE, async ({ Records }) => {
  const { changes, unreadable } = changesIn(Records);
  const { count, refused } = await sendChanges(changes);
  // What a queue refuses may be its text: the letter names the record alone.
  const letters = [
    ...unreadable,
    ...refused.map(({ change: { tenant, kind, id, rev }, cause }) => ({ about: { tenant, kind, id, rev }, cause })),
  ];
  for (const { about, cause } of letters) await giveUp(CODE, about, cause);
  note({ records: Records.length, sent: count, givenUp: letters.length });
});

/** What is told, and what cannot be: with a record's first unreadable change, all that follow it. */
function changesIn(records: readonly DynamoDBRecord[]) {
  const changes: Outgoing[] = [];
  const unreadable: { about: RecordRef; cause: unknown }[] = [];
  const held = new Set<string>();
  for (const record of records) {
    const about = refOf(record);
    const key = JSON.stringify(about);
    try {
      if (held.has(key)) throw new Error('An earlier change of the record could not be told');
      const change = changeOf(record, storageOf);
      if (change && isTold(change.kind, isOpenAfter(record))) changes.push({ change, event: record.eventID ?? '' });
    } catch (cause) {
      held.add(key);
      unreadable.push({ about, cause });
    }
  }
  return { changes, unreadable };
}
