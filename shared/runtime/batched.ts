import { conflict, DomainError } from '#kernel/errors.ts';
import { type Change, type Changes, check, type RecordType, type Stored, update } from '#kernel/record.ts';
import { untilCommitted, WriteConflict } from './conflicts.ts';
import { MAX_TRANSACTION_ITEMS, type Records } from './records.ts';

/** Beside its items a batch has the check of its subject, its marker, the posting's document and its period sequence. */
const BATCH_ROOM = 10;
export const BATCH_ITEMS = MAX_TRANSACTION_ITEMS - BATCH_ROOM;

/** The record that says that a batch is done: it comes with the batch's own changes, in the same transaction. */
export interface Marker<M extends object> {
  readonly type: RecordType<M>;
  readonly id: string;
  /** Whether the marker is this operation's: another's of the same id proves nothing. */
  readonly belongs: (marker: Stored<M>) => boolean;
}

/**
 * An operation on a document that may touch more records than a transaction holds. Its subject says that it is under
 * way (so that nothing else begins on it), its batches commit one by one, each in balance with the books, and the last
 * transaction ends it. To the user it is all or nothing: a batch that is refused takes all others back.
 */
export interface BatchedOperation<S extends object, I, M extends object> {
  readonly type: RecordType<S>;
  /** The same batches for the same subject, whenever they are asked for. */
  readonly batches: readonly (readonly I[])[];
  /** Of batch `no`, counted from 1. */
  readonly marker: (no: number) => Marker<M>;
  readonly batch: (items: readonly I[], no: number, subject: Stored<S>) => Promise<readonly Change[]>;
  /** The last transaction, the subject's change first: the operation is no longer under way. */
  readonly finish: (subject: Stored<S>) => Promise<Changes<S>>;
  /** How it is undone; absent where nothing can refuse it. */
  readonly rollback?: Rollback<S>;
}

export interface Rollback<S extends object> {
  /** Whether the same request may begin again afterwards, or has used up its ids. */
  readonly repeatable: boolean;
  readonly isRollingBack: (subject: S) => boolean;
  /** The subject that says so: from then on nobody does a batch of it any more, also where a crash leaves it half-way. */
  readonly mark: (subject: Stored<S>) => S;
  /** What undoes batch `no`; nothing where it was not done, or is undone. */
  readonly undo: (no: number) => Promise<readonly Change[]>;
  /** The last transaction, the subject's change first. */
  readonly end: (subject: Stored<S>) => Promise<Changes<S>>;
}

/** Items in batches, in their order. */
export const batchesOf = <I>(items: readonly I[], size = BATCH_ITEMS): readonly (readonly I[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));

/** The subject moved on while a batch was prepared: the whole request looks again. */
class MovedOn extends Error {
  override readonly name = 'MovedOn';
}

/**
 * Carries out what is left of an operation that its subject says is under way: batches that are done are passed over.
 * @throws DomainError the refusal of a batch or of the end, once everything is rolled back; `operation.rolled_back`
 * (409) where that had begun before.
 */
export async function runBatches<S extends object, I, M extends object>(
  records: Records,
  operation: BatchedOperation<S, I, M>,
  subject: Stored<S>,
): Promise<Stored<S>> {
  const { rollback } = operation;
  if (rollback?.isRollingBack(subject)) {
    await rollBack(records, operation, subject);
    throw rollback.repeatable ? new WriteConflict(`${operation.type.kind} ${subject.id} was rolled back`) : rolledBack();
  }
  try {
    for (const [i, items] of operation.batches.entries()) await runBatchOnce(records, operation, subject, i + 1, items);
    return await records.save(await operation.finish(subject));
  } catch (error) {
    if (error instanceof MovedOn) throw new WriteConflict(error.message);
    if (rollback && error instanceof DomainError && error.code !== 'write.contention') await rollBack(records, operation, subject);
    throw error;
  }
}

/** The request was begun before, refused and rolled back; its ids are used up. */
export const rolledBack = () =>
  conflict(
    'operation.rolled_back',
    'An earlier attempt of this request was refused and rolled back. Send it with a new Idempotency-Key.',
    'header.Idempotency-Key',
  );

/** A repeat of the request may be quicker at any moment, also between our reads: then what they seemed to say is of no account. */
const runBatchOnce = <S extends object, I, M extends object>(
  records: Records,
  { type, marker, batch }: BatchedOperation<S, I, M>,
  subject: Stored<S>,
  no: number,
  items: readonly I[],
): Promise<void> =>
  untilCommitted(async () => {
    const mark = marker(no);
    if (await isDone(records, mark)) return;
    try {
      const now = await records.getOrThrow(type, subject.id);
      if (now.rev !== subject.rev) throw new MovedOn(`${type.kind} ${subject.id} moved on`);
      await records.commit([check(type, now), ...(await batch(items, no, now))]);
    } catch (error) {
      if (!(await isDone(records, mark))) throw error;
    }
  });

async function isDone<M extends object>(records: Records, { type, id, belongs }: Marker<M>): Promise<boolean> {
  const found = await records.get(type, id);
  if (found && !belongs(found))
    throw conflict('operation.marker_taken', `${type.kind} ${id} belongs to another document.`, undefined, { id });
  return found !== undefined;
}

/** Undoes an operation, whoever began it: nothing of it is left but its history. Nothing to do where it cannot be refused. */
export async function rollBack<S extends object, I, M extends object>(
  records: Records,
  { type, batches, rollback }: BatchedOperation<S, I, M>,
  subject: Stored<S>,
): Promise<void> {
  if (!rollback) return;
  const marked = rollback.isRollingBack(subject) ? subject : await records.save<S>([update(type, subject, rollback.mark(subject))]);
  for (let no = 1; no <= batches.length; no += 1)
    await untilCommitted(async () => {
      const changes = await rollback.undo(no);
      if (changes.length > 0) await records.commit(changes);
    });
  await records.save(await rollback.end(marked));
}
