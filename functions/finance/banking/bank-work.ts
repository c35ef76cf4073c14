import { MatchRuns } from '#domain/finance/banking/match-run.ts';
import { RuleTests } from '#domain/finance/banking/rule-test.ts';
import { prefixOf } from '#kernel/id.ts';
import type { Records } from '#runtime/records.ts';
import { firstName, lastRun, startOnce } from '#runtime/task-tokens.ts';

const MATCHES = 'bank-match';
const TESTS = 'bank-rule-test';

/** What has to be done of a record, and by which machine; undefined where it has ended. */
async function workOf(records: Records, id: string) {
  if (prefixOf(id) === RuleTests.prefix)
    return (await records.get(RuleTests, id))?.state === 'running' ? { machine: TESTS, input: { testId: id } } : undefined;
  const state = (await records.get(MatchRuns, id))?.state;
  return state === 'running' || state === 'undoing' ? { machine: MATCHES, input: { runId: id } } : undefined;
}

/** Sees to it that an execution is at what is to do: the first or, where the last one ended without ending it, the next. */
export async function seeToWork(records: Records, id: string): Promise<void> {
  const work = await workOf(records, id);
  if (!work) return;
  const { machine, input } = work;
  const first = firstName(records.tenant, id);
  const last = await lastRun(machine, first);
  if (!last?.running) await startOnce(machine, last?.nextName ?? first, { tenant: records.tenant, ...input });
}
