import { RuleDays, RuleWatches, ruleDayId, type StoredAutomationRule, watchShelf } from '#domain/automation/rules/rule.ts';
import { RuleRuns } from '#domain/automation/rules/rule-run.ts';
import { NO_DAY, newRuleRun, type Occasion } from '#domain/automation/rules/run-plan.ts';
import { type Change, create, createNext, update } from '#kernel/record.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { optional, refsOf, takeFrom } from '#runtime/reads.ts';
import type { Records } from '#runtime/records.ts';

/** Held runs of a rule that a day keeps: of more, only their number. */
const MOST_HELD = 20;

/** One of each rule as it stands and thing that happened: however often that is told, it starts it once. */
export const runId = (tenant: string, { id, version }: Pick<StoredAutomationRule, 'id' | 'version'>, happened: string): string =>
  idFrom('rrn', tenant, `${id} ${version} ${happened}`);

/**
 * Begins a run, within the rule's limits of the day: its record, from which it is then carried out, and the day's count commit
 * together. Nothing where it was begun before. @returns whether it was begun now.
 */
export const beginRun = (
  records: Records,
  rule: StoredAutomationRule,
  happened: string,
  occasion: Occasion,
  beside: readonly Change[] = [],
): Promise<boolean> =>
  untilCommitted(async () => {
    const id = runId(records.tenant, rule, happened);
    const dayId = ruleDayId(rule.id, occasion.date);
    const reads = { existing: optional(RuleRuns, id), before: optional(RuleDays, dayId) };
    const { existing, before } = takeFrom(reads, await records.getTogether(refsOf(reads)));
    if (existing) return false;
    const { run, day } = newRuleRun(rule, occasion, before ?? NO_DAY);
    const kept = run.state !== 'held' || day.held <= MOST_HELD;
    await records.commit([
      ...(kept ? [create(RuleRuns, id, run)] : []),
      before ? update(RuleDays, before, day) : createNext(RuleDays, dayId, day),
      ...beside,
    ]);
    return true;
  });

export const watchId = (rule: StoredAutomationRule, about: string): string => `${watchShelf(rule)}/${about}`;

/**
 * Begins a run where what a rule watches begins to meet its conditions; where it meets them no longer, keeps that. What goes on
 * as it was is one read.
 */
export const beginAtEdge = (records: Records, rule: StoredAutomationRule, about: string, met: boolean, occasion: Occasion): Promise<void> =>
  untilCommitted(async () => {
    const id = watchId(rule, about);
    const watch = await records.get(RuleWatches, id);
    if ((watch?.met ?? false) === met) return;
    const after = { ruleId: rule.id, met, times: (watch?.times ?? 0) + (met ? 1 : 0) };
    const change = watch ? update(RuleWatches, watch, after) : createNext(RuleWatches, id, after);
    if (met) await beginRun(records, rule, `${about} ${after.times}`, occasion, [change]);
    else await records.commit([change]);
  });
