import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { MAX_TRIES } from '#kernel/action.ts';
import { giveUp } from './dead-letters.ts';
import { fault, note } from './log.ts';
import { worker } from './pipeline.ts';

/** A record's own texts, numbers and flags; what is nested in it is read from the record. */
export type Fields = Readonly<Record<string, string | number | boolean>>;

/**
 * That a record has changed: the record itself is the truth. `before` and `after` only help to tell what is of no interest;
 * both are missing where they would make the message long, `before` at a record's beginning, `after` at its removal.
 */
export interface RecordChange {
  readonly tenant: string;
  readonly kind: string;
  /** What the record's key names: its id; for a wait, the record that it is about. */
  readonly id: string;
  /** The revision that the change made; missing for what has none (a wait). */
  readonly rev?: number;
  /** It was told before and is told again because somebody asked for it. */
  readonly again?: true;
  /** The request that made the change: the same in the log of whoever follows. */
  readonly request?: string;
  readonly before?: Fields;
  readonly after?: Fields;
}

/** What several changes are about, and what to do for it. */
export interface Follower {
  /** Names the log lines. */
  readonly code: string;
  /** The id that a change is about: changes about one thing are handled together. Undefined: of no interest. */
  readonly subject: (change: RecordChange) => string | undefined;
  /**
   * Does what the subject needs, as its record now stands: the same change may come again, and a later one may have come
   * before it.
   */
  readonly handle: (tenant: string, subject: string, changes: readonly RecordChange[]) => Promise<void>;
}

interface Message {
  readonly record: SQSRecord;
  readonly change: RecordChange;
}

const recordOf = ({ tenant, kind, id }: RecordChange): string => `${tenant} ${kind} ${id}`;

/** Revisions are remembered for this many records, by a process that lives for hours. */
const MAX_REMEMBERED = 10_000;

/** The newest revision handled of each record: what is not newer was handled with it. */
class Revisions {
  readonly #newest = new Map<string, number>();

  isNews = (change: RecordChange): boolean =>
    change.rev === undefined || change.again === true || change.rev > (this.#newest.get(recordOf(change)) ?? 0);

  remember(change: RecordChange): void {
    if (change.rev === undefined || !this.isNews(change)) return;
    const oldest = this.#newest.size >= MAX_REMEMBERED ? this.#newest.keys().next().value : undefined;
    if (oldest !== undefined) this.#newest.delete(oldest);
    this.#newest.set(recordOf(change), change.rev);
  }
}

/**
 * The Lambda of a worker that follows changes. Those of a batch are put in order by their revisions, and what is not newer
 * than what was handled is dropped. What fails comes again with what follows it about the same record: the queue holds that
 * record back meanwhile, and no other. After its last try it goes to the dead letters, and what follows it has its turn.
 */
export function followChanges({ code, subject, handle }: Follower) {
  const revisions = new Revisions();
  return worker<SQSEvent, SQSBatchResponse>(code, async ({ Records }) => {
    const failed = new Set<SQSRecord>();
    const messages = Records.flatMap((record) => read(record, code, failed)).filter(({ change }) => revisions.isNews(change));
    const subjects = Map.groupBy(inOrder(messages), ({ change }) => `${change.tenant} ${subject(change) ?? ''}`);
    for (const [key, about] of subjects) {
      const [tenant = '', id = ''] = key.split(' ');
      const changes = about.map(({ change }) => change);
      try {
        if (id !== '') await handle(tenant, id, changes);
        for (const change of changes) revisions.remember(change);
      } catch (error) {
        fault(`${code}.failed`, error, { tenant, subject: id, request: changes.at(-1)?.request });
        for (const record of await toTryAgain(code, messages, changes, error)) failed.add(record);
      }
    }
    note({ messages: Records.length, subjects: subjects.size, failed: failed.size, requests: requestsOf(messages) });
    return { batchItemFailures: withSuccessors(Records, failed).map(({ messageId }) => ({ itemIdentifier: messageId })) };
  });
}

/** The messages about the records of changes that failed, but for those whose last try it was: these are given up. */
async function toTryAgain(
  code: string,
  messages: readonly Message[],
  changes: readonly RecordChange[],
  error: unknown,
): Promise<SQSRecord[]> {
  const about = new Set(changes.map(recordOf));
  const mine = messages.filter(({ change }) => about.has(recordOf(change)));
  for (const { record, change } of mine) if (isLastTry(record)) await giveUp(code, change, error);
  return mine.flatMap(({ record }) => (isLastTry(record) ? [] : [record]));
}

const isLastTry = ({ attributes }: SQSRecord): boolean => Number(attributes.ApproximateReceiveCount ?? 1) >= MAX_TRIES;

function read(record: SQSRecord, code: string, failed: Set<SQSRecord>): Message[] {
  try {
    return [{ record, change: JSON.parse(record.body) as RecordChange }];
  } catch (error) {
    failed.add(record);
    fault(`${code}.failed`, error, { message: record.messageId });
    return [];
  }
}

/** Each record's changes by their revisions, none twice; what has no revision stays as it came. */
const inOrder = (messages: readonly Message[]): Message[] =>
  [...Map.groupBy(messages, ({ change }) => recordOf(change)).values()].flatMap((of) => {
    const sorted = of.toSorted((a, b) => (a.change.rev ?? 0) - (b.change.rev ?? 0));
    return sorted.filter(({ change: { rev } }, i) => rev === undefined || rev !== sorted[i - 1]?.change.rev);
  });

/** What failed and whatever came after it in the same group: deleting that now would put it before what failed. */
function withSuccessors(records: readonly SQSRecord[], failed: ReadonlySet<SQSRecord>): SQSRecord[] {
  const held = new Set<string>();
  return records.filter((record) => {
    const group = record.attributes.MessageGroupId ?? record.messageId;
    if (failed.has(record)) held.add(group);
    return held.has(group);
  });
}

const requestsOf = (messages: readonly Message[]): string[] => [...new Set(messages.flatMap(({ change }) => change.request ?? []))];
