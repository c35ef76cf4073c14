import { BOARD_ID, RuleBoards, Rules } from '#domain/automation/rules/rule.ts';
import { RuleRuns } from '#domain/automation/rules/rule-run.ts';
import { chainAfter, mayFollow } from '#domain/automation/rules/run-plan.ts';
import { kindOf } from '#domain/kinds.ts';
import { CHANGE_TRIGGERS } from '#domain/triggers.ts';
import { prefixOf } from '#kernel/id.ts';
import type { RecordType } from '#kernel/record.ts';
import { followChanges, type RecordChange } from '#runtime/changes.ts';
import { WORKER } from '#runtime/record-item.ts';
import { Records } from '#runtime/records.ts';
import { companyAndDay } from '../../platform/service.ts';
import { startByRecord } from './rule-start.ts';

const triggersOf = (id: string) => CHANGE_TRIGGERS.filter(({ type }) => type.prefix === prefixOf(id));

/**
 * Finds the rules that what happened to a record starts, and begins their runs. A company without rules for it costs one read. A
 * change tells only that something happened: what, the record says as it stands.
 */
export const handler = followChanges({
  code: 'evaluate-rules',
  subject: ({ id, after, before }) => (triggersOf(id).length > 0 && (after !== undefined || before === undefined) ? id : undefined),
  handle: async (tenant, id, changes) => {
    const stamp = { by: WORKER, request: changes.at(-1)?.request ?? id, action: 'evaluateRules', at: new Date() };
    const records = new Records(tenant, stamp);
    const board = await records.get(RuleBoards, BOARD_ID);
    const triggers = triggersOf(id);
    const active = board?.active.filter((entry) => triggers.some(({ name }) => name === entry.trigger)) ?? [];
    const ruleIds = active.map(({ ruleId }) => ruleId);
    if (ruleIds.length === 0) return;
    const record = await records.get(kindOf(id) as RecordType<object>, id);
    if (!record) return;
    const [rules, { today }, chain] = await Promise.all([
      records.getMany(Rules, ruleIds),
      companyAndDay(records, stamp.at),
      chainOf(records, changes),
    ]);
    const moment = { date: today, at: stamp.at.toISOString(), chain };
    for (const rule of rules) {
      const trigger = rule?.state === 'active' ? triggers.find(({ name }) => name === rule.trigger) : undefined;
      if (rule && trigger && mayFollow(rule.id, chain)) await startByRecord(records, rule, trigger, record, moment);
    }
  },
});

/** The rules whose runs made these changes, the first first; none where somebody else did. */
async function chainOf(records: Records, changes: readonly RecordChange[]): Promise<readonly string[]> {
  const request = changes.find(({ request: by = '' }) => by.startsWith('rrn_'))?.request;
  const run = request && (await records.get(RuleRuns, request.split('.')[0] ?? ''));
  return run ? chainAfter(run) : [];
}
