import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  ListQueuesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { countPieces, piecesIn } from '../../../functions/finance/ledger/entry-projection.ts';
import type { DeadLetter } from '../../../shared/runtime/dead-letters.ts';
import { Failure } from '../local/failure.ts';
import { itemOf, republish } from './republish.ts';
import { sqs } from './target.ts';

/** A dead letter in its queue. */
export interface Letter {
  /** `ProjectBalances`. */
  readonly worker: string;
  readonly queueUrl: string;
  readonly message: Message;
  /** Absent of what AWS itself gave up: a batch of the stream, a run of a schedule, a file that was uploaded. */
  readonly about?: DeadLetter;
  readonly cause: string;
  readonly ageSeconds: number;
}

/** What came of one that was to be done again. */
export interface Replayed {
  readonly letter: Letter;
  /** Why it stays. */
  readonly failed?: string;
}

/** So long nobody else sees what is being looked at. */
const HELD_SECONDS = 120;

/** The dead letters that can be seen now, of one worker or of all. In an ordered queue, of one record the ten oldest. */
export async function deadLetters(worker?: string): Promise<Letter[]> {
  const letters = await Array.fromAsync(lettersOf(worker));
  await Promise.all(letters.map(release));
  return letters;
}

/**
 * Does again what a worker gave up, record by record in their order, and takes away what succeeds. A record that fails
 * once more keeps its letters, and holds back no other.
 */
export async function replayDeadLetters(worker: string): Promise<Replayed[]> {
  const done: Replayed[] = [];
  const stuck = new Set<string>();
  for await (const letter of lettersOf(worker)) {
    const failed = stuck.has(subjectOf(letter)) ? 'an earlier one of the same record failed' : await attempt(letter);
    if (failed === undefined) await remove(letter);
    else stuck.add(subjectOf(letter));
    done.push({ letter, ...(failed === undefined ? {} : { failed }) });
  }
  await Promise.all(done.flatMap(({ letter, failed }) => (failed === undefined ? [] : release(letter))));
  return done;
}

/** Takes away what names no record, once it is made up for in another way; how many. */
export async function dropBatches(worker: string): Promise<number> {
  const letters = await Array.fromAsync(lettersOf(worker));
  await Promise.all(letters.map((letter) => (letter.about ? release(letter) : remove(letter))));
  return letters.filter(({ about }) => !about).length;
}

const subjectOf = ({ about, message: { MessageId = '' } }: Letter): string =>
  about ? `${about.tenant} ${about.kind} ${about.id}` : MessageId;

async function* lettersOf(worker?: string): AsyncGenerator<Letter> {
  for (const [name, url] of await queuesOf(worker)) yield* lettersIn(name, url);
}

/** Queues of dead letters, by the worker that fills them. */
async function queuesOf(worker?: string): Promise<Map<string, string>> {
  const queues = new Map<string, string>();
  let NextToken: string | undefined;
  do {
    const page = await sqs.send(new ListQueuesCommand({ QueueNamePrefix: 'Trastienda-', MaxResults: 1000, NextToken }));
    for (const url of page.QueueUrls ?? []) {
      const [, name] = /Trastienda-[A-Za-z]+-([A-Za-z]+?)DeadLetters/.exec(url) ?? [];
      if (name) queues.set(name, url);
    }
    NextToken = page.NextToken;
  } while (NextToken);
  if (worker === undefined) return queues;
  const url = queues.get(worker);
  if (!url) throw new Failure(`no worker named ${worker} has dead letters: choose of ${[...queues.keys()].sort().join(', ')}`);
  return new Map([[worker, url]]);
}

async function* lettersIn(worker: string, queueUrl: string): AsyncGenerator<Letter> {
  const seen = new Set<string>();
  for (;;) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: 10,
        VisibilityTimeout: HELD_SECONDS,
        MessageSystemAttributeNames: ['SentTimestamp'],
      }),
    );
    const news = Messages.filter(({ MessageId = '' }) => !seen.has(MessageId));
    if (news.length === 0) return;
    for (const message of news) {
      seen.add(message.MessageId ?? '');
      yield { worker, queueUrl, message, ...readLetter(message) };
    }
  }
}

function readLetter({ Body = '{}', Attributes }: Message): Pick<Letter, 'about' | 'cause' | 'ageSeconds'> {
  const ageSeconds = Math.max(0, Math.round((Date.now() - Number(Attributes?.SentTimestamp ?? Date.now())) / 1000));
  const body = JSON.parse(Body) as Partial<DeadLetter> & { readonly requestContext?: { readonly condition?: string } };
  const { tenant, kind, id } = body;
  if (!tenant || !kind || !id) return { cause: body.requestContext?.condition ?? 'its function gave no answer', ageSeconds };
  return { about: body as DeadLetter, cause: body.cause ?? 'its function ended before it could say why', ageSeconds };
}

const release = ({ queueUrl: QueueUrl, message: { ReceiptHandle } }: Letter): Promise<unknown> =>
  sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));

const remove = ({ queueUrl: QueueUrl, message: { ReceiptHandle } }: Letter): Promise<unknown> =>
  sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));

/** Why it failed, or undefined. */
async function attempt(letter: Letter): Promise<string | undefined> {
  try {
    await replay(letter);
    return undefined;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}

async function replay({ worker, about, message }: Letter): Promise<void> {
  if (about) return worker === 'ProjectBalances' ? countAgain(about) : republish(about);
  // A run that failed keeps its place, and the next one has gone on from there.
  if (worker === 'Schedules') return;
  if (FILE_QUEUES.includes(worker)) return announceAgain(worker, message);
  throw new Failure('which records it was, only the stream knew: republish or rebuild the companies at work then, and drop it');
}

/** Counts the entry of a document as it now stands. */
async function countAgain(about: DeadLetter): Promise<void> {
  const item = await itemOf(about);
  if (!item) throw new Failure(`${about.tenant} has no ${about.kind} ${about.id} any more`);
  for (const piece of piecesIn(item)) await countPieces([piece]);
}

/** Queues into which S3 puts that a file has come. */
const FILE_QUEUES = ['Uploads', 'Quarantine'];

async function announceAgain(queue: string, { Body }: Message): Promise<void> {
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({ QueueNamePrefix: `Trastienda-Data-${queue}` }));
  const QueueUrl = QueueUrls.find((url) => !url.includes('DeadLetters'));
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: Body }));
}
