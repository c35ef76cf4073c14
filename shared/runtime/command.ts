import type { ActionSpec } from '#kernel/action.ts';
import { conflict, missing } from '#kernel/errors.ts';
import { createNext, type RecordType, recordType, type Stored } from '#kernel/record.ts';
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
      throw (await isStale(error, context, type, id, found)) ? new WriteConflict(String(error)) : error;
    }
  });

/** Nothing was done for this request yet: what it acts on must be there, what it makes must not. */
function requireEvidence(kind: string, id: string, how: 'make' | 'on' | 'put', there: boolean): void {
  if (!there && how === 'on') throw missing(`${kind}.not_found`, `There is no ${kind.replaceAll('-', ' ')} ${id}.`, undefined, { id });
  if (there && how === 'make') throw new AlreadyThere(kind, id);
}

/**
 * Whether an error tells only that another request was quicker. Either our own evidence appeared meanwhile: a repeat of
 * this request, and its answer is ours too. Or the evidence changed after it was read: what was decided then, on records
 * read one after the other, means nothing, a refusal no more than a broken invariant.
 */
async function isStale<A extends ActionSpec, R>(
  error: unknown,
  { records }: Context<A>,
  type: RecordType<R>,
  id: string,
  found: Stored<R> | undefined,
): Promise<boolean> {
  if (error instanceof WriteConflict) return false;
  if (error instanceof AlreadyThere && error.kind === type.kind && error.id === id) return true;
  const now = await records.get(type, id);
  return now !== undefined && now.rev !== (found?.rev ?? 0) && now.history.at(-1)?.request !== records.stamp.request;
}

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
