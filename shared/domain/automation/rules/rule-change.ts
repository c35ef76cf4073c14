import type * as z from 'zod/mini';
import { invalid, refused } from '#kernel/errors.ts';
import type { AnyTrigger } from '#kernel/trigger.ts';
import { requireConditions } from './condition.ts';
import { type Effect, requireReports, requireTexts } from './effect.ts';
import { MAX_ACTIVE_RULES, type Rule, type RuleBoard, type StoredAutomationRule } from './rule.ts';
import { requireSchedule, type Schedule } from './schedule.ts';
import type { PatchRule, RuleInput } from './wire.ts';

export type WrittenRule = Pick<Rule, 'trigger' | 'conditions' | 'effects' | 'schedule'>;

/**
 * Refuses what cannot work: conditions and texts that ask for what the trigger does not say, effects that its records do not take.
 * @param takes whether records of a kind take an effect.
 * @throws DomainError `rule.trigger`, `rule.field`, `rule.operator`, `rule.value`, `rule.effect`, `rule.schedule`, `rule.nobody`, `rule.report` (400).
 */
export function requireRule(
  { trigger, conditions, effects, schedule }: WrittenRule,
  known: AnyTrigger | undefined,
  takes: (effect: Effect['do'], trigger: AnyTrigger) => boolean,
): AnyTrigger {
  if (!known) throw invalid('rule.trigger', `There is no trigger ${trigger}.`, 'body.trigger', { trigger });
  const isByClock = 'clock' in known && known.clock === 'schedule';
  if (isByClock !== (schedule !== undefined))
    throw invalid('rule.schedule', isByClock ? 'Say when the clock rings.' : `${trigger} needs no schedule.`, 'body.schedule');
  requireConditions(conditions, known);
  requireTexts(effects, known.fields, trigger);
  requireReports(effects);
  for (const [at, effect] of effects.entries())
    if (!takes(effect.do, known))
      throw invalid('rule.effect', `${effect.do} cannot be done after ${trigger}.`, `body.effects.${at}.do`, {
        effect: effect.do,
        trigger,
      });
  return known;
}

/** A rule as it was written: it is switched on later. */
export const newRule = (input: z.output<typeof RuleInput>): Rule => ({ ...limited(input), state: 'draft', version: 1, failures: 0 });

interface Given {
  readonly limits: { perDay: number; amountPerRun?: number | undefined; amountPerDay?: number | undefined };
  readonly schedule?: z.output<typeof Schedule> | undefined;
}

const limited = <T extends Given>({ schedule, ...input }: T) => {
  const { perDay, amountPerRun, amountPerDay } = input.limits;
  return {
    ...input,
    ...(schedule ? { schedule: requireSchedule(schedule) } : {}),
    limits: { perDay, ...(amountPerRun === undefined ? {} : { amountPerRun }), ...(amountPerDay === undefined ? {} : { amountPerDay }) },
  };
};

/** The rule after a change. What changes what it does switches it off, and is a version of its own. */
export function patchedRule(rule: StoredAutomationRule, patch: z.output<typeof PatchRule>): Rule {
  const { name, ...rest } = patch;
  const named = { ...rule, name: name ?? rule.name };
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  if (Object.keys(given).length === 0) return named;
  // Another trigger takes the schedule of the one before away.
  const { schedule, ...others } = named;
  const kept = schedule && !('trigger' in given) ? { schedule } : {};
  const changed = limited({ ...others, ...kept, ...given });
  return { ...changed, version: rule.version + 1, ...(rule.state === 'active' ? { state: 'paused', pausedFor: 'person' } : {}) };
}

/** The rule switched on by somebody, from an instant on. */
export function activated(rule: StoredAutomationRule, by: string, since: string): Rule {
  const { pausedFor: _, stuck: _stuck, ...rest } = rule;
  return { ...rest, state: 'active', enabledBy: by, since, version: rule.version + 1, failures: 0 };
}

export const paused = (rule: StoredAutomationRule, why: NonNullable<Rule['pausedFor']>, code?: string): Rule => ({
  ...rule,
  state: 'paused',
  pausedFor: why,
  ...(code ? { stuck: code } : {}),
});

/** @throws DomainError `rule.too_many` (422). */
export function boardWith({ active }: RuleBoard, ruleId: string, trigger: string): RuleBoard {
  const others = active.filter((entry) => entry.ruleId !== ruleId);
  if (others.length >= MAX_ACTIVE_RULES)
    throw refused('rule.too_many', `${MAX_ACTIVE_RULES} rules are switched on, which is the most.`, 'path.ruleId', {
      most: MAX_ACTIVE_RULES,
    });
  return { active: [...others, { ruleId, trigger }] };
}

export const boardWithout = ({ active }: RuleBoard, ruleId: string): RuleBoard => ({
  active: active.filter((entry) => entry.ruleId !== ruleId),
});
