import middy from '@middy/core';
import type * as z from 'zod/mini';
import type { Schema } from '#kernel/action.ts';
import { untilCommitted } from './conflicts.ts';
import { log } from './log.ts';
import { parseInput } from './parse.ts';
import { Records } from './records.ts';

/** What a task of a state machine gets to work with. Its input names the tenant and the execution that calls. */
export interface TaskContext<I> {
  readonly input: I;
  readonly records: Records;
  readonly now: Date;
}

/**
 * The Lambda of a task: parses its input, carries it out (again on conflicts), writes one log line. A task may be called
 * twice: it looks at the record first, and does what is left to do.
 */
export const task = <S extends Schema>(name: string, input: S, run: (context: TaskContext<z.output<S>>) => Promise<object>) =>
  middy<unknown, object>().handler(async (event: unknown) => {
    const started = performance.now();
    const read = parseInput(input, event, 'body') as z.output<S> & { readonly tenant: string; readonly execution: string };
    const now = new Date();
    const stamp = { by: 'workflow', request: read.execution, action: name, at: now };
    try {
      return await untilCommitted(() => run({ input: read, records: new Records(read.tenant, stamp), now }));
    } finally {
      log('info', 'task', { task: name, tenant: read.tenant, execution: read.execution, ms: Math.round(performance.now() - started) });
    }
  });
