import { DOORS, EFFECTS } from '#api/rule-effects.ts';
import type { Effect } from '#domain/automation/rules/effect.ts';
import { requireRule, type WrittenRule } from '#domain/automation/rules/rule-change.ts';
import { isUndoable, type StoredRuleRun } from '#domain/automation/rules/rule-run.ts';
import { ruleRunView } from '#domain/automation/rules/wire.ts';
import { triggerNamed } from '#domain/triggers.ts';
import { forbidden } from '#kernel/errors.ts';
import { FOR_RULES, type Permission } from '#kernel/permission.ts';
import { type AnyTrigger, isOfRecords } from '#kernel/trigger.ts';
import { type Caller, isAllowed, mayRead } from '#runtime/caller.ts';
import { undoRequestOf } from './effect-requests.ts';

/** Whether an effect can be had after a trigger. */
export function takes(effect: Effect['do'], trigger: AnyTrigger): boolean {
  const { after } = EFFECTS[effect];
  if (after === 'any') return true;
  if (!isOfRecords(trigger)) return false;
  const { kind, parent, screen } = trigger.type;
  return after === 'pages' ? !parent && typeof screen === 'string' : after.includes(kind);
}

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

/** Whether somebody sees every record that a trigger may tell of: of whom the rule has its eyes, must. */
export const seesAll = (caller: Caller, { read }: Pick<AnyTrigger, 'read'>): boolean =>
  mayRead(caller, { read }) && (read === 'member' || read === 'nobody' || caller.grants.get(read) === 'all');

/** @throws DomainError `rule.trigger`, `rule.field`, `rule.operator`, `rule.value`, `rule.effect` (400). */
export const requireWritten = (rule: WrittenRule): AnyTrigger => requireRule(rule, triggerNamed(rule.trigger), takes);

const denied = (needed: string) =>
  forbidden('rule.not_allowed', `A rule does nothing that you may not do yourself: this needs ${needed}.`, undefined, { needed });

/** Nobody takes back by a rule what they may not take back themselves. @throws DomainError `rule.not_allowed` (403). */
export function requireUndoAllowed(caller: Caller, run: StoredRuleRun): void {
  for (const effect of run.effects.filter(isUndoable)) {
    const request = undoRequestOf(effect, run);
    const need = request && DOORS[request.door].spec.permission;
    if (need && !isAllowed(caller, need)) throw denied(need);
  }
}

/** A run as somebody sees it: what its trigger said, and what it is about, is for those who see all that it may tell of. */
export function shownRun(caller: Caller, run: StoredRuleRun): ReturnType<typeof ruleRunView> {
  const trigger = triggerNamed(run.trigger);
  if (trigger && seesAll(caller, trigger)) return ruleRunView(run, trigger.fields);
  const effects = run.effects.map(({ message: _, mails: _mails, ...effect }) => effect);
  const { amount: _amount, ...view } = ruleRunView({ ...run, values: {}, effects }, {});
  return view;
}

/** Nobody has a rule see or do what they may not. @throws DomainError `rule.not_allowed` (403). */
export function requireAllowed(caller: Caller, rule: Pick<WrittenRule, 'trigger' | 'effects' | 'schedule'>): void {
  const trigger = requireWritten({ ...rule, conditions: { match: 'all', items: [] } });
  if (!seesAll(caller, trigger)) throw denied(trigger.read);
  for (const effect of rule.effects) if (!mayHave(caller, effect.do)) throw denied(needOf(effect.do) ?? effect.do);
}
