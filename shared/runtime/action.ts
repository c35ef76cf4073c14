import type * as z from 'zod/mini';
import type { ActionSpec, Schema } from '#kernel/action.ts';
import type { RecordType, Stored } from '#kernel/record.ts';
import type { Caller } from './caller.ts';
import type { Records } from './records.ts';

type Out<S> = S extends Schema ? z.output<S> : undefined;

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
  /** The id of what this request makes, derived from its Idempotency-Key (and `part`, when it makes several). */
  made(prefix: string, part?: string): string;
}

/** A read: no change to any record. */
export interface Query<A extends ActionSpec> {
  readonly kind: 'query';
  readonly run: (context: Context<A>) => Promise<z.output<A['output']>>;
}

/**
 * A change. Its proof that it was carried out is the story on one record, the `evidence`: the record that it makes, or
 * the one that it acts on. A repeated request finds its own step there and gets the first answer, however much later.
 */
export interface Command<A extends ActionSpec, R> {
  readonly kind: 'command';
  /** The record on which the step is told. `make`: the command makes it. `on`: it must exist. `put`: it is there or not. */
  readonly evidence: (context: Context<A>) => { readonly type: RecordType<R>; readonly id: string; readonly how: 'make' | 'on' | 'put' };
  /**
   * Whether the request itself is kept, beside the evidence: where the evidence has a natural id (an account's code),
   * only this shows that a key was used before for something else.
   */
  readonly keepsRequest?: true;
  /** Read → decide → write; returns the evidence record as it then stands. */
  readonly run: (context: Context<A>, record: Stored<R>) => Promise<Stored<R>>;
  /** The answer, from facts on the record that later steps never change. */
  readonly answer: (record: Stored<R>, context: Context<A>) => z.output<A['output']> | Promise<z.output<A['output']>>;
  /** Whether a step that began has still to be finished (a long order half-way): `run` then takes it up again. */
  readonly unfinished?: (record: Stored<R>, context: Context<A>) => boolean;
}

// biome-ignore lint/suspicious/noExplicitAny: the dispatcher holds actions of all types.
export type AnyAction = Query<any> | Command<any, any>;

export const query = <A extends ActionSpec>(_spec: A, run: Query<A>['run']): Query<A> => ({ kind: 'query', run });

export const command = <A extends ActionSpec, R>(_spec: A, parts: Omit<Command<A, R>, 'kind'>): Command<A, R> => ({
  kind: 'command',
  ...parts,
});
