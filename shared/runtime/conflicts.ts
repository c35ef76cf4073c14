import { setTimeout as pause } from 'node:timers/promises';
import { conflict } from '#kernel/errors.ts';

/** Somebody else changed a record between our read and our write. The action reads again and decides again. */
export class WriteConflict extends Error {
  override readonly name = 'WriteConflict';
}

/** A record with this id is there already. */
export class AlreadyThere extends Error {
  override readonly name = 'AlreadyThere';
  readonly kind: string;
  readonly id: string;
  constructor(kind: string, id: string) {
    super(`${kind} ${id} exists already`);
    this.kind = kind;
    this.id = id;
  }
}

const MAX_ATTEMPTS = 60;
const BUDGET_MS = 20_000;
/** With fifty rivals, shorter pauses let them collide more often than they gain. */
const MAX_PAUSE_MS = 1000;

/**
 * Runs read → decide → write again while it meets a conflict, with full jitter (so that fifty rivals do not march
 * in step). @throws DomainError `write.contention` after 60 attempts or 20 seconds.
 */
export async function untilCommitted<T>(attempt: (count: number) => Promise<T>): Promise<T> {
  const start = Date.now();
  for (let count = 1; ; count += 1) {
    try {
      return await attempt(count);
    } catch (error) {
      if (!(error instanceof WriteConflict)) throw error;
      if (count >= MAX_ATTEMPTS || Date.now() - start > BUDGET_MS)
        throw conflict(
          'write.contention',
          'Many requests are changing the same record at once; nothing was written. Send the same request again.',
        );
      await pause(Math.random() * Math.min(MAX_PAUSE_MS, 4 * 2 ** count));
    }
  }
}
