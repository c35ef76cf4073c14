import * as z from 'zod/mini';
import { task } from '#runtime/task.ts';
import { checkMonth, finishClose, lockMonth } from './close-steps.ts';

const Input = z.strictObject({
  tenant: z.string(),
  closeId: z.string(),
  execution: z.string(),
  step: z.enum(['check', 'lock', 'finish']),
});
const STEPS = { check: checkMonth, lock: lockMonth, finish: finishClose } as const;

/** A step of the close of a month. Each looks at the record first, and may be called twice. */
export const handler = task('closeMonth', Input, ({ input, records, now }) => STEPS[input.step](records, input.closeId, now));
