import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { tooLarge } from '#kernel/errors.ts';
import type { Change } from '#kernel/record.ts';
import { AlreadyThere, WriteConflict } from './conflicts.ts';

const CONFLICTS = new Set(['TransactionConflict', 'TransactionConflictException', 'TransactionInProgressException']);

/** Reasons why a transaction was cancelled that pass: nothing was written, and trying again helps. */
const PASSING = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

/** What a refused write means for the action, or undefined when it is no refusal but a fault. */
export function refusalOf(error: unknown, changes: readonly Change[]): Error | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof TransactionCanceledException)
    return fromReasons(
      (error.CancellationReasons ?? []).map((r) => r.Code),
      changes,
    );
  if (error.name === 'ConditionalCheckFailedException') return failed(changes[0]);
  if (CONFLICTS.has(error.name)) return new WriteConflict(error.message);
  return tooLargeOf(error);
}

/** An id that exists already outweighs conflicts: retrying would not help. */
function fromReasons(codes: readonly (string | undefined)[], changes: readonly Change[]): Error | undefined {
  const refused = changes.filter((_, i) => codes[i] === 'ConditionalCheckFailed').map(failed);
  const there = refused.find((e) => e instanceof AlreadyThere);
  if (there ?? refused[0]) return there ?? refused[0];
  return codes.some((code) => code !== undefined && PASSING.has(code)) ? new WriteConflict(codes.join(', ')) : undefined;
}

const failed = (change: Change | undefined): Error =>
  change?.op === 'create' && !change.contested
    ? new AlreadyThere(change.type.kind, change.id)
    : new WriteConflict(`${change?.type.kind} moved on`);

function tooLargeOf(error: Error): Error | undefined {
  if (error.name !== 'ValidationException' || !/size/i.test(error.message)) return undefined;
  return tooLarge('document.too_large', 'The document is larger than one record may be (400 KB). Split it into several documents.');
}
