import { BankFiles } from '#domain/finance/banking/bank-file.ts';
import { MatchRuns } from '#domain/finance/banking/match-run.ts';
import { RuleTests } from '#domain/finance/banking/rule-test.ts';
import { prefixOf } from '#kernel/id.ts';
import type { Records } from '#runtime/records.ts';
import { firstName, lastRun, startOnce } from '#runtime/task-tokens.ts';
import { BANK_STATEMENT } from './bank-file-store.ts';

const MATCHES = 'bank-match';
const TESTS = 'bank-rule-test';

/** What has to be done of a record, by which machine, and the name of its first execution; undefined where it has ended. */
async function workOf(records: Records, id: string) {
  if (prefixOf(id) === BankFiles.prefix) {
    const file = await records.get(BankFiles, id);
    // One whose object has not come yet waits for that.
    return file?.state === 'waiting' && file.version !== undefined
      ? { machine: BANK_STATEMENT, input: { fileId: id, version: file.version }, first: id }
      : undefined;
  }
  const first = firstName(records.tenant, id);
  if (prefixOf(id) === RuleTests.prefix)
    return (await records.get(RuleTests, id))?.state === 'running' ? { machine: TESTS, input: { testId: id }, first } : undefined;
  const state = (await records.get(MatchRuns, id))?.state;
  return state === 'running' || state === 'undoing' ? { machine: MATCHES, input: { runId: id }, first } : undefined;
}

/** Sees to it that an execution is at what is to do: the first or, where the last one ended without ending it, the next. */
export async function seeToWork(records: Records, id: string): Promise<void> {
  const work = await workOf(records, id);
  if (!work) return;
  const { machine, input, first } = work;
  const last = await lastRun(machine, first);
  if (!last?.running) await startOnce(machine, last?.nextName ?? first, { tenant: records.tenant, ...input });
}
