import { BrokenInvariant } from '#kernel/assert.ts';
import { DomainError } from '#kernel/errors.ts';
import { fault } from '#runtime/log.ts';

/** A fault of our own code is the same each time. One with a cause came from beneath, as of the network. */
export const isFaultOfCode = (error: unknown): error is Error =>
  (error instanceof BrokenInvariant || error instanceof TypeError || error instanceof RangeError) && error.cause === undefined;

/** Why a line is left, by a code; undefined of what may be over when it is tried again. No other line waits for one that is left. */
export function codeLeft(error: unknown): string | undefined {
  if (error instanceof DomainError) return error.kind === 'retry' || error.code === 'write.contention' ? undefined : error.code;
  if (!isFaultOfCode(error)) return undefined;
  fault('bank_line.fault', error);
  return 'bank_line.fault';
}
