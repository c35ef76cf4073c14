import { pauseText } from '#domain/automation/rules/pause-text.ts';
import { BOARD_ID, MAX_FAILURES, RuleBoards, Rules, type StoredAutomationRule } from '#domain/automation/rules/rule.ts';
import { boardWithout, paused } from '#domain/automation/rules/rule-change.ts';
import { type Change, update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { boardChange, NO_RULES } from './rule-board.ts';
import { noteToOwner } from './rule-notes.ts';

/** Refusals that tell that whoever switched the rule on may not do any more what it does: it would be refused each time. */
const NOT_ALLOWED = ['role.not_allowed', 'member.no_access', 'second_factor.required'];

/** What a run's end means for its rule: too many failures in a row, or a permission that is gone, switch it off and tell who switched it on. */
export async function afterRun(records: Records, ruleId: string, failure: string | undefined): Promise<Change[]> {
  const rule = await records.get(Rules, ruleId);
  if (rule?.state !== 'active') return [];
  if (failure === undefined) return rule.failures === 0 ? [] : [update(Rules, rule, { ...rule, failures: 0 })];
  const failures = rule.failures + 1;
  const isDenied = NOT_ALLOWED.includes(failure);
  if (!isDenied && failures < MAX_FAILURES) return [update(Rules, rule, { ...rule, failures })];
  const after = { ...paused(rule, isDenied ? 'permission' : 'failures', failure), failures };
  const board = await records.get(RuleBoards, BOARD_ID);
  return [update(Rules, rule, after), boardChange(board, boardWithout(board ?? NO_RULES, ruleId)), ...(await told(records, rule, failure))];
}

/** A note on the rule that mentions who switched it on. */
const told = (records: Records, rule: StoredAutomationRule, code: string): Promise<Change[]> =>
  noteToOwner(records, rule, `${rule.version} paused`, (language) => pauseText(language, code));
