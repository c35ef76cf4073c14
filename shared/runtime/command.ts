import type { ActionSpec } from '#kernel/action.ts';
import { conflict, missing } from '#kernel/errors.ts';
import { createNext, recordType, type Stored } from '#kernel/record.ts';
import type { Command, Context } from './action.ts';
import { AlreadyThere, untilCommitted, WriteConflict } from './conflicts.ts';

/**
 * Carries out a command once. The step is looked for on the evidence record first; conflicts start read → decide →
 * write again. The same key with another body is refused, whatever came of the first request.
 */
export const runCommand = <A extends ActionSpec, R>(command: Command<A, R>, context: Context<A>) =>
  untilCommitted(async () => {
    const { type, id, how } = command.evidence(context);
    context.records.proveOn(id);
    const found = await context.records.get(type, id);
    const step = found && stepOf(found, context);
    if (command.keepsRequest) await keepRequest(context);
    if (found && step && !command.unfinished?.(found, context)) return command.answer(found, context);
    if (!step) requireEvidence(type.kind, id, how, found !== undefined);
    try {
      return await command.answer(await command.run(context, found as Stored<R>), context);
    } catch (error) {
      throw isOurs(error, type.kind, id) ? new WriteConflict(error.message) : error;
    }
  });

/** Nothing was done for this request yet: what it acts on must be there, what it makes must not. */
function requireEvidence(kind: string, id: string, how: 'make' | 'on', there: boolean): void {
  if (!there && how === 'on') throw missing(`${kind}.not_found`, `There is no ${kind.replaceAll('-', ' ')} ${id}.`);
  if (there && how === 'make') throw new AlreadyThere(kind, id);
}

/** Our own evidence appeared meanwhile: a repeat of this request was quicker, and its answer is ours too. */
const isOurs = (error: unknown, kind: string, id: string): error is AlreadyThere =>
  error instanceof AlreadyThere && error.kind === kind && error.id === id;

/** Requests by their key, for commands whose evidence has a natural id. */
const Requests = recordType<{ readonly action: string }>({ kind: 'request', prefix: 'req', history: 'all' });

async function keepRequest<A extends ActionSpec>(context: Context<A>): Promise<void> {
  const id = context.made('req');
  context.records.proveOn(id);
  const before = await context.records.get(Requests, id);
  if (before) stepOf(before, context);
  else context.records.goAlong(createNext(Requests, id, { action: context.records.stamp.action }));
}

function stepOf<A extends ActionSpec>(record: Stored<unknown>, { records: { stamp } }: Context<A>) {
  const step = stamp.key === undefined ? undefined : record.history.find((event) => event.key === stamp.key);
  if (step && step.digest !== stamp.digest)
    throw conflict(
      'idempotency.key_reused',
      'This Idempotency-Key was used before for another request. Use a new key for a new request.',
      'header.Idempotency-Key',
    );
  return step;
}
