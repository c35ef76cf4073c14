import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { type Attributes, unmarshall } from './dynamo.ts';
import { log } from './log.ts';
import { idIn } from './record-item.ts';
import { lengthen } from './short-names.ts';

/** A change of a stored record, as the table's stream tells it. */
export interface RecordChange {
  readonly tenant: string;
  readonly kind: string;
  /** What the record's key names: its id; for a wait, the record that it is about. */
  readonly id: string;
  readonly before: Readonly<Record<string, unknown>> | undefined;
  readonly after: Readonly<Record<string, unknown>>;
}

interface Image {
  readonly pk: string;
  readonly tenant?: string;
  readonly kind?: string;
  readonly data?: Record<string, unknown>;
}

function imageOf(image: unknown): Image | undefined {
  if (!image) return undefined;
  const { data, ...item } = unmarshall(image as Attributes) as unknown as Image;
  return data ? { ...item, data: lengthen(data) as Record<string, unknown> } : item;
}

/** What changed, or undefined for a removal and for what is no record. */
export function changeOf({ dynamodb }: DynamoDBRecord): RecordChange | undefined {
  const after = imageOf(dynamodb?.NewImage);
  if (!after?.tenant || !after.kind) return undefined;
  const id = idIn(after.pk, after.tenant, after.kind);
  return { tenant: after.tenant, kind: after.kind, id, before: imageOf(dynamodb?.OldImage)?.data, after: after.data ?? {} };
}

/** The changes of a batch by what they are about, with the place of the first of each. */
function grouped(records: readonly DynamoDBRecord[], subject: (change: RecordChange) => string | undefined) {
  const groups = new Map<string, { readonly first: number; readonly changes: RecordChange[] }>();
  for (const [first, record] of records.entries()) {
    const change = changeOf(record);
    const key = change && subject(change);
    if (!change || key === undefined) continue;
    const group = groups.get(key) ?? { first, changes: [] };
    group.changes.push(change);
    groups.set(key, group);
  }
  return groups;
}

/**
 * Handles a batch of the stream. Changes are gathered by what they are about, so that several of one record are looked
 * at once; what fails is reported by its first change, and the batch comes again from there.
 * @param code names the log line. @param subject what a change is about; undefined: nothing to do.
 */
export const followStream =
  (
    code: string,
    subject: (change: RecordChange) => string | undefined,
    handle: (key: string, changes: readonly RecordChange[]) => Promise<void>,
  ) =>
  async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const groups = grouped(Records, subject);
    const failed: number[] = [];
    for (const [key, { first, changes }] of groups) {
      try {
        await handle(key, changes);
      } catch (error) {
        failed.push(first);
        log('error', `${code}.failed`, { subject: key, message: String(error), stack: error instanceof Error ? error.stack : undefined });
      }
    }
    log('info', code, { records: Records.length, subjects: groups.size, failed: failed.length });
    const from = Records[Math.min(...failed)]?.dynamodb?.SequenceNumber;
    return { batchItemFailures: from ? [{ itemIdentifier: from }] : [] };
  };
