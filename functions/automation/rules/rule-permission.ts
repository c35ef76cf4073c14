import { DOORS, type DoorName, EFFECTS } from '#api/rule-effects.ts';
import type { Effect } from '#domain/automation/rules/effect.ts';
import { REPORTS, type ReportName } from '#domain/automation/rules/report.ts';
import { requireRule, type WrittenRule } from '#domain/automation/rules/rule-change.ts';
import { isUndoable, type StoredRuleRun } from '#domain/automation/rules/rule-run.ts';
import { ruleRunView } from '#domain/automation/rules/wire.ts';
import { triggerNamed } from '#domain/triggers.ts';
import { forbidden } from '#kernel/errors.ts';
import { FOR_RULES, type Permission } from '#kernel/permission.ts';
import { type AnyTrigger, isOfRecords } from '#kernel/trigger.ts';
import { type Caller, isAllowed, mayRead } from '#runtime/caller.ts';
import { undoRequestOf } from './effect-requests.ts';
import { doorsOf } from './report-doors.ts';

/** Whether an effect can be had after a trigger. */
export function takes(effect: Effect['do'], trigger: AnyTrigger): boolean {
  const { after } = EFFECTS[effect];
  if (after === 'any') return true;
  if (!isOfRecords(trigger)) return false;
  const { kind, parent, screen } = trigger.type;
  return after === 'pages' ? !parent && typeof screen === 'string' : after.includes(kind);
}

/** What actions of the API ask of whoever has them taken. */
const needsOfDoors = (doors: readonly DoorName[]): Permission[] =>
  doors.flatMap((door) => {
    const need = DOORS[door].spec.permission;
    return need === 'member' || need === 'public' ? [] : [need];
  });

/** What somebody lacks to have something done by a rule; undefined where they lack nothing. */
const lackedOf = (caller: Caller, doors: readonly DoorName[]): Permission | undefined =>
  needsOfDoors(doors).find((need) => !FOR_RULES.has(need) || !isAllowed(caller, need));

/** Whether somebody may have a report made by a rule: what it is made of, all of it, is theirs to see. */
export const mayHaveReport = (caller: Caller, report: ReportName): boolean => lackedOf(caller, doorsOf(report)) === undefined;

/** Whether somebody may have an effect done, and rules may do it at all. */
export function mayHave(caller: Caller, effect: Effect['do']): boolean {
  if (effect === 'report') return REPORTS.some((report) => mayHaveReport(caller, report));
  const { door } = EFFECTS[effect];
  return door === undefined || lackedOf(caller, [door]) === undefined;
}

function lackedFor(caller: Caller, effect: Effect): Permission | undefined {
  if (effect.do === 'report') return lackedOf(caller, doorsOf(effect.report));
  const { door } = EFFECTS[effect.do];
  return door && lackedOf(caller, [door]);
}

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

/** The file of a report is for whoever sees all that it is made of. @throws DomainError `rule.not_allowed` (403). */
export function requireSeen(caller: Caller, effect: Effect): void {
  const lacked = lackedFor(caller, effect) ?? (effect.do === 'report' ? narrowOf(caller, effect.report) : undefined);
  if (lacked) throw denied(lacked);
}

/** What somebody has for some records alone, of what a report is made of. */
const narrowOf = (caller: Caller, report: ReportName): Permission | undefined =>
  needsOfDoors(doorsOf(report)).find((need) => caller.grants.get(need) !== 'all');

/** Nobody has a rule see or do what they may not. @throws DomainError `rule.not_allowed` (403). */
export function requireAllowed(caller: Caller, rule: Pick<WrittenRule, 'trigger' | 'effects' | 'schedule'>): void {
  const trigger = requireWritten({ ...rule, conditions: { match: 'all', items: [] } });
  if (!seesAll(caller, trigger)) throw denied(trigger.read);
  for (const effect of rule.effects) {
    const lacked = lackedFor(caller, effect);
    if (lacked) throw denied(lacked);
  }
}
