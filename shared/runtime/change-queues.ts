import { SendMessageBatchCommand, type SendMessageBatchRequestEntry, SQSClient } from '@aws-sdk/client-sqs';
import type { RecordChange } from './changes.ts';
import { env } from './env.ts';
import { token } from './fingerprint.ts';

/** A change on its way; `event` is the same when it is sent again: the queue takes it once within five minutes. */
export interface Outgoing {
  readonly change: RecordChange;
  readonly event: string;
}

type Entry = SendMessageBatchRequestEntry & { readonly MessageGroupId: string };

const BATCH = 10;
const sqs = new SQSClient({ maxAttempts: 6 });

/** The workers' queues by name, and the kinds that each asks for. */
const routes = (): [name: string, kinds: readonly string[]][] =>
  Object.entries(JSON.parse(env('CHANGE_QUEUES')) as Record<string, readonly string[]>);

/** How a sending ended. */
export interface Sent {
  readonly count: number;
  /** What a queue never takes, whenever it is sent, and what of the same records comes after it; in order. */
  readonly refused: readonly { readonly change: RecordChange; readonly cause: string }[];
}

/**
 * Puts changes into the queues of the workers that ask for their kinds. One after the other per queue: the order of a
 * record's changes holds, also where some could not be sent.
 * @throws Error when a queue did not take what it would take another time: the same changes are then to be sent again.
 */
export async function sendChanges(changes: readonly Outgoing[]): Promise<Sent> {
  const filled = await Promise.all(
    routes().map(([name, kinds]) =>
      fill(
        `${env('CHANGE_QUEUES_AT')}${name}`,
        changes.filter(({ change }) => kinds.includes(change.kind)),
      ),
    ),
  );
  return { count: filled.reduce((sum, { count }) => sum + count, 0), refused: filled.flatMap(({ refused }) => refused) };
}

async function fill(QueueUrl: string, changes: readonly Outgoing[]): Promise<Sent> {
  const causes = new Map<string, string>();
  const refused: Sent['refused'][number][] = [];
  for (const batch of messageBatches(changes.map(entryOf))) {
    const entries = batch.filter(({ MessageGroupId }) => !causes.has(MessageGroupId));
    const { Failed = [] } = entries.length > 0 ? await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries: entries })) : {};
    const passing = Failed.find(({ SenderFault }) => !SenderFault);
    if (passing) throw new Error(`${QueueUrl} did not take ${Failed.length} of ${entries.length}: ${passing.Message}`);
    for (const { Id, Code, Message } of Failed)
      causes.set(batch.find((entry) => entry.Id === Id)?.MessageGroupId ?? '', `${Code}: ${Message ?? 'the queue does not take it'}`);
    for (const { Id, MessageGroupId } of batch) {
      const cause = causes.get(MessageGroupId);
      if (cause !== undefined) refused.push({ change: (changes[Number(Id)] as Outgoing).change, cause });
    }
  }
  return { count: changes.length - refused.length, refused };
}

/**
 * One group a record: the queue keeps its changes in order, and holds back no others where one fails. Two characters that
 * JSON has and a queue does not take are escaped.
 */
export const entryOf = ({ change, event }: Outgoing, i: number): Entry => ({
  Id: String(i),
  MessageGroupId: token(change.tenant, change.kind, change.id),
  MessageDeduplicationId: event,
  MessageBody: JSON.stringify(change).replace(/[\uFFFE\uFFFF]/g, (char) => `\\u${char.charCodeAt(0).toString(16)}`),
});

/**
 * Full batches in which no record stands twice: of a batch some may be refused and others not, which would turn the order
 * of a record's changes round.
 */
export function messageBatches(entries: readonly Entry[]): Entry[][] {
  const batches: Entry[][] = [];
  const latest = new Map<string, number>();
  for (const entry of entries) {
    let at = (latest.get(entry.MessageGroupId) ?? -1) + 1;
    while ((batches[at]?.length ?? 0) >= BATCH) at += 1;
    batches[at] = [...(batches[at] ?? []), entry];
    latest.set(entry.MessageGroupId, at);
  }
  return batches;
}
