import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { cut } from '#kernel/text.ts';
import { env } from './env.ts';
import { token } from './fingerprint.ts';
import { fault } from './log.ts';

/** What a dead letter is about. */
export interface RecordRef {
  readonly tenant: string;
  readonly kind: string;
  readonly id: string;
}

/** What a worker has given up, as it waits for a person: which record it is about, and why. */
export interface DeadLetter extends RecordRef {
  readonly rev?: number;
  /** Missing where the function ended before it could say. */
  readonly cause?: string;
}

const sqs = new SQSClient({ maxAttempts: 6 });

/**
 * Puts what is about one record into the worker's dead letters, so that all else goes on; those of a record stay in their
 * order. @throws Error where the queue does not take it: the same is then to be tried again.
 */
export async function giveUp(code: string, about: RecordRef, error: unknown): Promise<void> {
  const cause = error instanceof Error ? cut(`${error.name}: ${error.message}`, 1000) : String(error);
  const QueueUrl = env('DEAD_LETTERS');
  const MessageBody = JSON.stringify({ ...about, cause } satisfies DeadLetter);
  const inOrder = QueueUrl.endsWith('.fifo')
    ? { MessageGroupId: token(about.tenant, about.kind, about.id), MessageDeduplicationId: token(MessageBody) }
    : {};
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody, ...inOrder }));
  fault(`${code}.given-up`, error, { tenant: about.tenant, kind: about.kind, record: about.id });
}
