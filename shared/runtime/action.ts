import type * as z from 'zod/mini';
import type { ActionSpec, Schema } from '#kernel/action.ts';
import type { Changes, RecordType, Stored } from '#kernel/record.ts';
import type { Caller } from './caller.ts';
import type { Reads } from './reads.ts';
import type { Records } from './records.ts';

type Out<S> = S extends Schema ? z.output<S> : undefined;
export type Answer<A extends ActionSpec> = z.output<A['output']>;

/** What an action gets to work with. */
export interface Context<A extends ActionSpec> {
  readonly path: Out<A['path']>;
  readonly query: Out<A['query']>;
  readonly body: Out<A['body']>;
  readonly caller: Caller;
  readonly tenant: string;
  readonly records: Records;
  /** The instant of the request: the action's only clock. */
  readonly now: Date;
  readonly dryRun: boolean;
  /** Id of the request that carried the action out: of this one or, where it repeats an earlier one, of that. */
  readonly request: string;
  /** The network address that the request came from. */
  readonly source: string;
  /** Where the API stands that the request came to. */
  readonly domain: string;
  /** The id of what this request creates, derived from action, path and Idempotency-Key (and `part`, when it creates several). */
  newId(prefix: string, part?: string): string;
}

/** A read: no change to any record. */
export interface Query<A extends ActionSpec> {
  readonly kind: 'query';
  readonly run: (context: Context<A>) => Promise<Answer<A>>;
}

/**
 * The record that a command creates or acts on: its subject. That the command was carried out stands in the subject's
 * history, for ever; so a repeated request finds it there and is answered from the record as it stands.
 */
export interface Target<A extends ActionSpec, R extends object, S, M extends Reads> {
  readonly type: RecordType<R>;
  /** `create`: must not exist. `update`: must exist. `upsert`: either. */
  readonly mode: 'create' | 'update' | 'upsert';
  /** @param takers of a claimed id: how many records have had what it stands for, and given it up. */
  readonly id: (context: Context<A>, takers: number) => string;
  /** Of a claimed id: whether a record no longer holds what its id stands for, so that another may take it. */
  readonly gaveUp?: ((record: R) => boolean) | undefined;
  /** The request itself is stored too: of a record with a natural id, it alone shows that a key was used for another one. */
  readonly storesRequest: boolean;
  /** What else is read in the same call, by name. */
  readonly reads?: ((context: Context<A>) => M) | undefined;
  /** The subject as `run` gets it: a type alone. */
  readonly subject?: S;
}

export type NoReads = Readonly<Record<never, never>>;

/** The command creates a record: under an id derived from the request (by its prefix), or a natural one. */
export const creates = <A extends ActionSpec, R extends object, M extends Reads = NoReads>(
  type: RecordType<R>,
  id: string | ((context: Context<A>) => string),
  reads?: (context: Context<A>) => M,
): Target<A, R, Stored<R> | undefined, M> => ({
  type,
  mode: 'create',
  id: typeof id === 'string' ? ({ newId }) => newId(id) : id,
  storesRequest: typeof id !== 'string',
  reads,
});

/**
 * The command creates a record whose id is the claim of something that one record at a time may have, such as a supplier's number:
 * no two are made of it, and nothing else need be written to keep them apart. `newId` gives that id. The command refuses where
 * it gets a subject: what holds the claim.
 */
export const claims = <A extends ActionSpec, R extends object, M extends Reads = NoReads>(
  type: RecordType<R>,
  { id, gaveUp }: { readonly id: (context: Context<A>, takers: number) => string; readonly gaveUp: (record: R) => boolean },
  reads?: (context: Context<A>) => M,
): Target<A, R, Stored<R> | undefined, M> => ({ type, mode: 'upsert', id, gaveUp, storesRequest: true, reads });

/** The command acts on a record that exists. */
export const on = <A extends ActionSpec, R extends object, M extends Reads = NoReads>(
  type: RecordType<R>,
  id: (path: Out<A['path']>) => string,
  reads?: (context: Context<A>) => M,
): Target<A, R, Stored<R>, M> => ({ type, mode: 'update', id: ({ path }) => id(path), storesRequest: false, reads });

/** The command puts the whole of a record in place of what was there, if anything. */
export const upserts = <A extends ActionSpec, R extends object>(
  type: RecordType<R>,
  id: (context: Context<A>) => string,
): Target<A, R, Stored<R> | undefined, NoReads> => ({ type, mode: 'upsert', id, storesRequest: false });

/** What a command decides: changes to commit, the subject's first; or the subject, where it committed by itself or nothing changed. */
export type Decision<R extends object> = Stored<R> | Changes<R>;

/** What was read with the subject. */
export interface FirstRead {
  readonly reads: Reads;
  /** In the order of the reads' ids. */
  readonly records: readonly (Stored<object> | undefined)[];
}

/** A change of records. `C` is what it works with: the request's context and what was read with it. */
// biome-ignore lint/suspicious/noExplicitAny: the dispatcher holds commands of all types.
export interface Command<A extends ActionSpec, R extends object = any, C = any> {
  readonly kind: 'command';
  readonly target: Target<A, R, unknown, Reads>;
  /** Read with the subject, beside what the target asks for. */
  readonly reads: Reads;
  /** The context as `run` and `view` see it, made of what was read. */
  readonly extend: (context: Context<A>, found: FirstRead) => C;
  readonly run: (context: C, subject: Stored<R>) => Decision<R> | Promise<Decision<R>>;
  /** The answer, from the subject as it stands. */
  readonly view: (record: Stored<R>, context: C) => Answer<A> | Promise<Answer<A>>;
  /** Whether a step that began has still to be finished (a long order half-way): `run` then takes it up again. */
  readonly unfinished?: ((record: Stored<R>, context: C) => boolean) | undefined;
}

// biome-ignore lint/suspicious/noExplicitAny: the dispatcher holds actions of all types.
export type AnyAction = Query<any> | Command<any>;

/** A read that needs nothing but the request and the records. */
export const plainQuery = <A extends ActionSpec>(_spec: A, run: Query<A>['run']): Query<A> => ({ kind: 'query', run });
