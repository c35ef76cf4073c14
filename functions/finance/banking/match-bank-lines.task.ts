import * as z from 'zod/mini';
import { MatchRuns } from '#domain/finance/banking/match-run.ts';
import { task } from '#runtime/task.ts';
import { companyAndDay } from '../../platform/service.ts';
import { goOn } from './match-run.ts';
import { undoLines } from './match-undo.ts';

const Input = z.strictObject({ tenant: z.string(), runId: z.string(), execution: z.string() });

/** A call goes on for so long, and leaves the rest to the next. */
const SLICE_MS = 8 * 60_000;

/** Matches the lines of a run, or undoes them: as many as there is time for. Called again, it goes on where it was. */
export const handler = task('matchBankLines', Input, async ({ input: { tenant, runId }, records, now }) => {
  const run = await records.getOrThrow(MatchRuns, runId);
  const end = Date.now() + SLICE_MS;
  const on = { ...(await companyAndDay(records, now)), isOver: () => Date.now() > end };
  const { state } =
    run.state === 'running' ? await goOn(records, run, on) : run.state === 'undoing' ? await undoLines(records, run, on) : run;
  return { tenant, runId, left: state === 'running' || state === 'undoing' };
});
