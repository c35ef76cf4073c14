import type { SQSEvent, SQSRecord } from 'aws-lambda';
import type { RecordChange } from '../../shared/runtime/changes.ts';

/** A change as its queue delivers it. */
export const messageOf = (change: RecordChange, messageId = `${change.id}.${change.rev}`): SQSRecord =>
  ({
    messageId,
    body: JSON.stringify(change),
    attributes: { MessageGroupId: `${change.tenant} ${change.kind} ${change.id}` },
  }) as unknown as SQSRecord;

/** A batch of a worker's queue; a change that stands twice in it comes as two messages. */
export const batchOf = (changes: readonly RecordChange[]): SQSEvent => ({
  Records: changes.map((change, i) => messageOf(change, `m${i}`)),
});
