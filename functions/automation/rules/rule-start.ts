import { meets } from '#domain/automation/rules/condition.ts';
import type { StoredAutomationRule } from '#domain/automation/rules/rule.ts';
import type { Occasion } from '#domain/automation/rules/run-plan.ts';
import { RecordTags } from '#domain/platform/notes/record-tags.ts';
import type { Stored } from '#kernel/record.ts';
import { type RecordTrigger, valuesOf } from '#kernel/trigger.ts';
import type { Records } from '#runtime/records.ts';
import { tagsId } from '../../platform/service.ts';
import { beginAtEdge, beginRun } from './run-store.ts';

/** What is known of an occasion before a record is looked at. */
export type Moment = Pick<Occasion, 'date' | 'at' | 'chain'>;

/** Begins a rule's run where the record meets its conditions, and what happened did so since the rule was switched on. */
export async function startByRecord(
  records: Records,
  rule: StoredAutomationRule,
  trigger: RecordTrigger,
  record: Stored<object>,
  moment: Moment,
): Promise<void> {
  const happened = trigger.at(record as never, moment.date);
  if (happened === undefined || (!trigger.edge && happened < (rule.since ?? ''))) return;
  const values = valuesOf(trigger, record);
  const met = meets(rule.conditions, trigger, values);
  if (!met && !trigger.edge) return;
  const tags = met && rule.effects.some((effect) => effect.do === 'tag') ? await tagsOf(records, record.id) : [];
  const amount = trigger.amount?.(record as never) ?? 0;
  const occasion = { ...moment, subject: record.id, trigger, values, amount, tags };
  if (trigger.edge) await beginAtEdge(records, rule, record.id, met, occasion);
  else await beginRun(records, rule, `${record.id} ${trigger.name}`, occasion);
}

const tagsOf = async (records: Records, id: string): Promise<readonly string[]> =>
  (await records.get(RecordTags, tagsId(records.tenant, id)))?.tags ?? [];
