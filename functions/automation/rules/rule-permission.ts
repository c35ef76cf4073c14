import { DOORS, EFFECTS } from '#api/rule-effects.ts';
import type { Effect } from '#domain/automation/rules/effect.ts';
import type { Rule } from '#domain/automation/rules/rule.ts';
import { requireRule } from '#domain/automation/rules/rule-change.ts';
import { triggerNamed } from '#domain/triggers.ts';
import { forbidden } from '#kernel/errors.ts';
import { FOR_RULES, type Permission } from '#kernel/permission.ts';
import type { RecordTrigger } from '#kernel/trigger.ts';
import { type Caller, isAllowed, mayRead } from '#runtime/caller.ts';

/** Whether records of a kind take an effect. */
export const takes = (effect: Effect['do'], kind: string): boolean => EFFECTS[effect].kinds?.includes(kind) ?? true;

/** What an effect asks of whoever has it done. */
function needOf(effect: Effect['do']): Permission | undefined {
  const { door } = EFFECTS[effect];
  const need = door && DOORS[door].spec.permission;
  return need === undefined || need === 'member' || need === 'public' ? undefined : need;
}

/** Whether somebody may have an effect done, and rules may do it at all. */
export const mayHave = (caller: Caller, effect: Effect['do']): boolean => {
  const need = needOf(effect);
  return need === undefined || (FOR_RULES.has(need) && isAllowed(caller, need));
};

type Written = Pick<Rule, 'trigger' | 'conditions' | 'effects'>;

/** @throws DomainError `rule.trigger`, `rule.field`, `rule.operator`, `rule.value`, `rule.effect` (400). */
export const requireWritten = (rule: Written): RecordTrigger => requireRule(rule, triggerNamed(rule.trigger), takes);

/** Nobody has a rule see or do what they may not. @throws DomainError `rule.not_allowed` (403). */
export function requireAllowed(caller: Caller, { trigger, effects }: Written): void {
  const { type } = requireWritten({ trigger, conditions: { match: 'all', items: [] }, effects });
  const denied = (needed: string) =>
    forbidden('rule.not_allowed', `A rule does nothing that you may not do yourself: this needs ${needed}.`, undefined, { needed });
  if (!mayRead(caller, type)) throw denied(type.read);
  for (const effect of effects) if (!mayHave(caller, effect.do)) throw denied(needOf(effect.do) ?? effect.do);
}
