import * as z from 'zod/mini';
import type { ActionSpec } from '#kernel/action.ts';
import { conflict } from '#kernel/errors.ts';
import { createNext, type RecordEvent, type RecordType, recordType, type Stored } from '#kernel/record.ts';
import type { Command, Context, Decision } from './action.ts';
import type { Caller } from './caller.ts';
import { AlreadyThere, untilCommitted, WriteConflict } from './conflicts.ts';
import { type Reads, refsOf } from './reads.ts';
import { notFound, type Records, type Ref } from './records.ts';

export interface Outcome {
  readonly value: unknown;
  /** An earlier request had carried it out already. */
  readonly replayed: boolean;
}

/** What lets a caller in. */
export interface Admission {
  /** Read with the subject, so that it takes no call of its own. */
  readonly refs: readonly Ref[];
  /** @throws DomainError (403) for whom may not do this; (404) where they may, but not to this subject. */
  readonly admit: (found: readonly (Stored<object> | undefined)[], subject: Stored<object> | undefined) => Promise<Caller>;
}

/** Requests by their key, for commands whose subject has a natural id. */
const Requests = recordType<{ readonly action: string }>({
  kind: 'request',
  prefix: 'req',
  data: z.object({ action: z.string() }),
  history: 'all',
  screen: { none: 'It only keeps a key from being used twice.' },
  read: 'nobody',
});

/**
 * Carries out a command once. Its step is looked for in the subject's history first; conflicts start read → decide →
 * write again. A repeated request is answered from the subject as it stands now. The same key with another body is
 * refused, whatever came of the first request.
 */
export const runCommand = <A extends ActionSpec>(command: Command<A>, request: Context<A>, admission: Admission): Promise<Outcome> =>
  untilCommitted(async () => {
    const { records } = request;
    const { type } = command.target;
    const plan = await planned(command, request, admission);
    const { caller, found, ...first } = await readFirst(command, request, plan, admission);
    const { id, subject, step } = await claimed(command, request, { id: plan.id, subject: first.subject });
    const context = { ...request, caller, ...(command.target.gaveUp ? { newId: claiming(request, type, id) } : {}) };
    if (subject && step) {
      const earlier = command.extend({ ...context, request: step.request }, found);
      if (!command.unfinished?.(subject, earlier))
        return { value: await command.view(subject, earlier), replayed: step.request !== context.request };
    } else requireSubject(command, id, subject !== undefined);
    const own = command.extend(context, found);
    try {
      const record = await settled(records, await command.run(own, subject as Stored<object>));
      return { value: await records.showingWritten(() => command.view(record, own)), replayed: false };
    } catch (error) {
      throw (await isStale(error, records, type, id, subject)) ? new WriteConflict(String(error)) : error;
    }
  });

interface Subject {
  readonly id: string;
  readonly subject: Stored<object> | undefined;
}

/** The subject with the step that this request took: of a claimed id, the record that holds the claim, or this request's own. */
async function claimed<A extends ActionSpec>(
  { target: { type, id: idOf, gaveUp } }: Command<A>,
  context: Context<A>,
  first: Subject,
): Promise<Subject & { readonly step: RecordEvent | undefined }> {
  const { records } = context;
  let { id, subject } = first;
  for (let takers = 1; ; takers += 1) {
    records.recordKeyOn(id);
    const step = subject && (await stepOf(type, subject, records));
    if (step || !subject || !gaveUp?.(subject)) return { id, subject, step };
    id = idOf(context, takers);
    subject = await records.get(type as RecordType<object>, id);
  }
}

/** Ids of what a request creates, where that of its subject is claimed. */
const claiming =
  ({ newId }: Context<ActionSpec>, type: RecordType<never>, id: string): Context<ActionSpec>['newId'] =>
  (prefix, part) =>
    prefix === type.prefix && part === undefined ? id : newId(prefix, part);

interface Plan {
  /** The subject's id. */
  readonly id: string;
  readonly reads: Reads;
}

/** What is to be read. Where the request names nothing that could be, that too is told to those alone who may ask. */
async function planned<A extends ActionSpec>({ target, reads }: Command<A>, context: Context<A>, admission: Admission): Promise<Plan> {
  try {
    return { id: target.id(context, 0), reads: { ...reads, ...target.reads?.(context) } };
  } catch (error) {
    await admission.admit(await context.records.getTogether(admission.refs), undefined);
    throw error;
  }
}

/** The subject, what else the command asks for, and what lets the caller in, in one call. */
async function readFirst<A extends ActionSpec>(
  { target }: Command<A>,
  context: Context<A>,
  { id, reads: all }: Plan,
  admission: Admission,
) {
  const { records } = context;
  const requestId = target.storesRequest ? context.newId('req') : undefined;
  const own = [
    { type: target.type as RecordType<never>, id },
    ...(requestId ? [{ type: Requests as RecordType<never>, id: requestId }] : []),
  ];
  const refs = refsOf(all);
  const read = await records.getTogether([...own, ...refs, ...admission.refs]);
  const rest = read.slice(own.length);
  const caller = await admission.admit(rest.slice(refs.length), read[0]);
  if (requestId) await storeRequest(records, requestId, read[1]);
  return { subject: read[0], found: { reads: all, records: rest.slice(0, refs.length) }, caller };
}

async function storeRequest(records: Records, id: string, earlier: Stored<object> | undefined): Promise<void> {
  records.recordKeyOn(id);
  if (earlier) await stepOf(Requests, earlier, records);
  else records.writeBefore(createNext(Requests, id, { action: records.stamp.action }));
}

/** Nothing was done for this request yet: what it acts on must be there, what it creates must not. */
function requireSubject({ target: { type, mode } }: Command<ActionSpec>, id: string, exists: boolean): void {
  if (!exists && mode === 'update') throw notFound(type.kind, id);
  if (exists && mode === 'create') throw new AlreadyThere(type.kind, id);
}

/** The subject after what was decided is committed. */
const settled = async (records: Records, decision: Decision<object>): Promise<Stored<object>> =>
  isChanges(decision) ? records.save(decision) : decision;

const isChanges = (decision: Decision<object>): decision is Exclude<Decision<object>, Stored<object>> => Array.isArray(decision);

/**
 * Whether an error tells only that another request was quicker. Either our own subject appeared meanwhile: a repeat of
 * this request, and its answer is ours too. Or the subject changed after it was read: what was decided then, on records
 * read one after the other, means nothing, a refusal no more than a broken invariant.
 */
async function isStale(
  error: unknown,
  records: Records,
  type: RecordType<never>,
  id: string,
  subject: Stored<object> | undefined,
): Promise<boolean> {
  if (error instanceof WriteConflict) return false;
  if (error instanceof AlreadyThere && error.kind === type.kind && error.id === id) return true;
  const now = await records.get(type as RecordType<object>, id);
  return now !== undefined && now.rev !== (subject?.rev ?? 0) && now.history.at(-1)?.request !== records.stamp.request;
}

/** The step that an earlier request with the same key took. @throws DomainError `idempotency.key_reused` (409). */
async function stepOf(type: RecordType<never>, record: Stored<object>, records: Records): Promise<RecordEvent | undefined> {
  const { stamp } = records;
  if (stamp.key === undefined) return undefined;
  const taken = (steps: readonly RecordEvent[]) => steps.findLast((event) => event.key === stamp.key);
  const step = taken(record.history) ?? taken(await records.historyOf(type as RecordType<object>, record));
  if (step && step.digest !== stamp.digest)
    throw conflict(
      'idempotency.key_reused',
      'This Idempotency-Key was used before for another request. Use a new key for a new request.',
      'header.Idempotency-Key',
    );
  return step;
}
