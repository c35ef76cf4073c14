import { meets } from '#domain/automation/rules/condition.ts';
import { BOARD_ID, RuleBoards, Rules, type StoredAutomationRule } from '#domain/automation/rules/rule.ts';
import { RuleRuns } from '#domain/automation/rules/rule-run.ts';
import { chainAfter, mayFollow, type Occasion } from '#domain/automation/rules/run-plan.ts';
import { kindOf } from '#domain/kinds.ts';
import { RecordTags } from '#domain/platform/notes/record-tags.ts';
import { TRIGGERS } from '#domain/triggers.ts';
import { prefixOf } from '#kernel/id.ts';
import type { RecordType, Stored } from '#kernel/record.ts';
import { type RecordTrigger, valuesOf } from '#kernel/trigger.ts';
import { followChanges, type RecordChange } from '#runtime/changes.ts';
import { WORKER } from '#runtime/record-item.ts';
import { Records } from '#runtime/records.ts';
import { companyAndDay, tagsId } from '../../platform/service.ts';
import { beginRun } from './run-store.ts';

const triggersOf = (id: string) => TRIGGERS.filter(({ type }) => type.prefix === prefixOf(id));

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
    const [rules, { today }, chain, tags] = await Promise.all([
      records.getMany(Rules, ruleIds),
      companyAndDay(records, stamp.at),
      chainOf(records, changes),
      records.get(RecordTags, tagsId(tenant, id)),
    ]);
    const occasion = { subject: id, date: today, at: stamp.at.toISOString(), chain, tags: tags?.tags ?? [] };
    for (const rule of rules) {
      const trigger = rule?.state === 'active' ? triggers.find(({ name }) => name === rule.trigger) : undefined;
      if (rule && trigger && mayFollow(rule.id, chain)) await startBy(records, rule, trigger, record, occasion);
    }
  },
});

/** Begins a rule's run where the record meets its conditions, and what happened did so since the rule was switched on. */
async function startBy(
  records: Records,
  rule: StoredAutomationRule,
  trigger: RecordTrigger,
  record: Stored<object>,
  occasion: Omit<Occasion, 'trigger' | 'values' | 'amount'>,
): Promise<void> {
  const happened = trigger.at(record as never);
  const values = valuesOf(trigger, record);
  if (happened === undefined || happened < (rule.since ?? '') || !meets(rule.conditions, trigger, values)) return;
  const amount = trigger.amount?.(record as never) ?? 0;
  await beginRun(records, rule, `${record.id} ${trigger.name}`, { ...occasion, trigger, values, amount });
}

/** The rules whose runs made these changes, the first first; none where somebody else did. */
async function chainOf(records: Records, changes: readonly RecordChange[]): Promise<readonly string[]> {
  const request = changes.find(({ request: by = '' }) => by.startsWith('rrn_'))?.request;
  const run = request && (await records.get(RuleRuns, request.split('.')[0] ?? ''));
  return run ? chainAfter(run) : [];
}
