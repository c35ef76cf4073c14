import { PayrollRuns } from '#domain/hr/payroll/payroll-run.ts';
import { UNDER_WAY } from '#kernel/record.ts';
import { sweep } from '#runtime/sweep.ts';
import { releasePayRun } from './run-posting.ts';

/** Giving a run up takes seconds; after this long nobody is at it any more. */
const ABANDONED_MS = 15 * 60_000;

/** Ends the giving up of pay runs that a crash cut off and whose request nobody sent again. */
export const handler = sweep('finish-payroll-runs', {
  type: PayrollRuns,
  queues: [UNDER_WAY],
  wants: ({ state, history }, now) => state === 'cancelling' && now.getTime() - Date.parse(history.at(-1)?.at ?? '') > ABANDONED_MS,
  handle: async (records, run) => void (await releasePayRun(records, run)),
});
