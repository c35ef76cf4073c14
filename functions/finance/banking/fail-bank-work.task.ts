import * as z from 'zod/mini';
import { MatchRuns } from '#domain/finance/banking/match-run.ts';
import { RuleTests } from '#domain/finance/banking/rule-test.ts';
import { prefixOf } from '#kernel/id.ts';
import { task } from '#runtime/task.ts';
import { exactCounts, saveRun } from './match-run.ts';
import { saveTest } from './rule-history.ts';

const Input = z.strictObject({ tenant: z.string(), id: z.string(), execution: z.string(), error: z.string(), cause: z.string() });

/** Ends a run or a test whose task has failed for good. What was posted stays, each line says so; it can be undone or begun anew. */
export const handler = task('failBankWork', Input, async ({ input: { id, error }, records, now }) => {
  const end = { state: 'failed' as const, fault: error, finishedAt: now.toISOString() };
  if (prefixOf(id) === RuleTests.prefix) {
    const test = await records.getOrThrow(RuleTests, id);
    if (test.state === 'running') await saveTest(records, test, end);
    return { failed: true };
  }
  const run = await records.getOrThrow(MatchRuns, id);
  if (run.state === 'running') await saveRun(records, run, { ...end, counts: await exactCounts(records, run) });
  else if (run.state === 'undoing') await saveRun(records, run, { state: 'done', fault: error });
  return { failed: true };
});
