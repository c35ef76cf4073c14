import { normalise } from '#kernel/text.ts';
import type { FieldValue, RuleTrigger } from '#kernel/trigger.ts';
import type { Effect } from './effect.ts';
import { MAX_DEPTH, type RuleDay, type StoredAutomationRule } from './rule.ts';
import type { LIMITS, RuleRun, RunEffect, StoredRuleRun } from './rule-run.ts';

/** What starts a run: a record's values, and what counts to limits. */
export interface Occasion {
  readonly trigger: Pick<RuleTrigger, 'name'>;
  readonly subject?: string;
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly amount: number;
  readonly date: string;
  readonly at: string;
  readonly chain: readonly string[];
  /** Tags that the record has already. */
  readonly tags: readonly string[];
}

export const NO_DAY: RuleDay = { runs: 0, amount: 0, held: 0 };

/** The limit that a run would pass on a day, if any. */
export function limitOf(
  { limits }: Pick<StoredAutomationRule, 'limits'>,
  day: RuleDay,
  amount: number,
): (typeof LIMITS)[number] | undefined {
  const { perDay, amountPerRun, amountPerDay } = limits;
  if (day.runs + 1 > perDay) return 'perDay';
  if (amountPerRun !== undefined && amount > amountPerRun) return 'amountPerRun';
  return amountPerDay !== undefined && day.amount + amount > amountPerDay ? 'amountPerDay' : undefined;
}

/** Whether a rule may follow a run that led to its occasion: not its own, and not too many one after the other. */
export const mayFollow = (ruleId: string, chain: readonly string[]): boolean => chain.length < MAX_DEPTH && !chain.includes(ruleId);

/** The rules that led to what a run does. */
export const chainAfter = ({ chain, ruleId }: Pick<StoredRuleRun, 'chain' | 'ruleId'>): readonly string[] => [...chain, ruleId];

/** What is to be done; of tags, which of them are new to the record: those alone an undoing takes off. */
function planned(effect: Effect, tags: readonly string[]): RunEffect {
  if (effect.do !== 'tag') return { effect, state: 'planned' };
  const there = new Set(tags.map(normalise));
  return { effect, state: 'planned', added: effect.tags.filter((tag) => !there.has(normalise(tag))) };
}

/** A run that begins, or is held by a limit; with the day's count after it. */
export function newRuleRun(rule: StoredAutomationRule, occasion: Occasion, before: RuleDay): { run: RuleRun; day: RuleDay } {
  const { trigger, values, chain, tags, ...rest } = occasion;
  const limit = limitOf(rule, before, occasion.amount);
  const run: RuleRun = {
    ...rest,
    ruleId: rule.id,
    ruleName: rule.name,
    version: rule.version,
    trigger: trigger.name,
    state: limit ? 'held' : 'running',
    ...(limit ? { limit } : {}),
    values: { ...values },
    effects: rule.effects.map((effect) => planned(effect, tags)),
    chain: [...chain],
  };
  const { runs, amount, held } = before;
  return { run, day: limit ? { runs, amount, held: held + 1 } : { runs: runs + 1, amount: amount + occasion.amount, held } };
}
