import { givenUp, MAX_RUN_TRIES, RuleRuns, type StoredRuleRun } from '#domain/automation/rules/rule-run.ts';
import { type Change, UNDER_WAY, update } from '#kernel/record.ts';
import { openRecords } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';
import { noteFailure } from '#runtime/rounds.ts';
import { afterRun } from './rule-health.ts';

/** A run takes seconds; its queue has given it up by then. */
const PATIENCE_MS = 15 * 60_000;

/** Tells runs again that were begun and never ended: their next change is carried out. After some tries they are failed. */
export async function tellStuckRuns(records: Records): Promise<number> {
  const before = new Date(records.stamp.at.getTime() - PATIENCE_MS).toISOString();
  let failed = 0;
  for await (const run of openRecords(records, RuleRuns, UNDER_WAY, { to: before })) {
    if ((run.history.at(-1)?.at ?? '') > before) continue;
    failed += await toldAgain(records, run).then(
      () => 0,
      (error: unknown) => noteFailure('ring-rules', { tenant: records.tenant, record: run.id }, error),
    );
  }
  return failed;
}

async function toldAgain(records: Records, run: StoredRuleRun): Promise<void> {
  const tries = (run.tries ?? 0) + 1;
  const isGivenUp = tries > MAX_RUN_TRIES;
  const changes: Change[] = [update(RuleRuns, run, isGivenUp ? givenUp(run) : { ...run, tries })];
  if (isGivenUp && run.state === 'running') changes.push(...(await afterRun(records, run.ruleId, 'run.cut_off')));
  await records.commit(changes);
}
