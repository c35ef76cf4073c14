import type * as z from 'zod/mini';
import type { Schema } from '#kernel/action.ts';
import { untilCommitted } from './conflicts.ts';
import { note } from './log.ts';
import { parseInput } from './parse.ts';
import { worker } from './pipeline.ts';
import { WORKER } from './record-item.ts';
import { Records } from './records.ts';

/** What a task of a state machine gets to work with. Its input names the tenant and the execution that calls. */
export interface TaskContext<I> {
  readonly input: I;
  readonly records: Records;
  readonly now: Date;
}

/**
 * The Lambda of a task: parses its input, carries it out (again on conflicts). A task may be called twice: it looks at
 * the record first, and does what is left to do.
 */
export const task = <S extends Schema>(name: string, input: S, run: (context: TaskContext<z.output<S>>) => Promise<object>) =>
  worker<unknown, object>('task', async (event) => {
    note({ task: name });
    const read = parseInput(input, event, 'body') as z.output<S> & { readonly tenant: string; readonly execution: string };
    note({ tenant: read.tenant, execution: read.execution });
    const now = new Date();
    const stamp = { by: WORKER, request: read.execution, action: name, at: now };
    return untilCommitted(() => run({ input: read, records: new Records(read.tenant, stamp), now }));
  });
