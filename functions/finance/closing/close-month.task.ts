import * as z from 'zod/mini';
import { task } from '#runtime/task.ts';
import { checkMonth, lockMonth, packMonth } from './close-steps.ts';

const Input = z.strictObject({
  tenant: z.string(),
  closeId: z.string(),
  execution: z.string(),
  step: z.enum(['check', 'lock', 'pack']),
});
const STEPS = { check: checkMonth, lock: lockMonth, pack: packMonth } as const;

/** A step of the close of a month. Each looks at the record first, and may be called twice. */
export const handler = task('closeMonth', Input, ({ input, records, now }) => STEPS[input.step](records, input.closeId, now));
