import type { S3Event, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { assertDefined } from '#kernel/assert.ts';
import { cut } from '#kernel/text.ts';
import { fault, note } from './log.ts';
import { worker } from './pipeline.ts';

type S3Object = S3Event['Records'][number]['s3']['object'];

/** A new object of a bucket, as the queue that hears of it tells it. */
export interface UploadedObject {
  readonly key: string;
  readonly bytes: number;
  /** Tells the upload apart from others of the same key. */
  readonly event: string;
  /** Its version. @throws Error where its bucket keeps none. */
  readonly version: () => string;
}

const uploadedOf = ({ key, size, sequencer, eTag, versionId }: S3Object): UploadedObject => ({
  // Names come as a form sends them: a space as a plus.
  key: decodeURIComponent(key.replaceAll('+', ' ')),
  bytes: size,
  event: sequencer ?? eTag,
  version: () => assertDefined(versionId, 'the version of an object in a versioned bucket'),
});

/** The Lambda of a queue that hears of new objects. */
export const uploadHandler = (code: string, failed: string, handle: (object: UploadedObject) => Promise<void>) =>
  messageHandler(code, failed, async (body) => {
    const { Records: uploads = [] } = JSON.parse(body) as Partial<S3Event>;
    for (const { s3 } of uploads) await handle(uploadedOf(s3.object));
  });

/** The Lambda of a queue of messages. What fails comes again by itself, and the rest is not held back by it. */
export const messageHandler = (code: string, failed: string, handle: (body: string) => Promise<void>) =>
  worker<SQSEvent, SQSBatchResponse>(code, async ({ Records: messages }) => {
    const failures: string[] = [];
    for (const { messageId, body } of messages) {
      try {
        await handle(body);
      } catch (error) {
        failures.push(messageId);
        fault(failed, error, { messageId });
      }
    }
    note({ messages: messages.length, failed: failures.length });
    return { batchItemFailures: failures.map((itemIdentifier) => ({ itemIdentifier })) };
  });

/** What a Lambda's error says, without its stack: what a state machine catches. */
export function reasonOf(cause: string): string {
  try {
    const { errorMessage } = JSON.parse(cause) as { errorMessage?: unknown };
    return typeof errorMessage === 'string' ? cut(errorMessage, 500) : '';
  } catch (error) {
    return error instanceof SyntaxError ? cut(cause, 500) : '';
  }
}
