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

/** What a record says to a rule: its values, and whether they meet its conditions; undefined where nothing happened since it was switched on. */
export function occasionOf(rule: StoredAutomationRule, trigger: RecordTrigger, record: Stored<object>, date: string) {
  const happened = trigger.at(record as never, date);
  if (happened === undefined || (!trigger.edge && happened < (rule.since ?? ''))) return undefined;
  const values = valuesOf(trigger, record, date);
  return { values, met: meets(rule.conditions, trigger, values) };
}

/** What makes the run of a record once. */
export const onceFor = ({ name }: RecordTrigger, recordId: string): string => `${recordId} ${name}`;

/** Begins a rule's run where the record meets its conditions, and what happened did so since the rule was switched on. */
export async function startByRecord(
  records: Records,
  rule: StoredAutomationRule,
  trigger: RecordTrigger,
  record: Stored<object>,
  moment: Moment,
): Promise<void> {
  const found = occasionOf(rule, trigger, record, moment.date);
  if (!found || (!found.met && !trigger.edge)) return;
  const { values, met } = found;
  const tags = met && rule.effects.some((effect) => effect.do === 'tag') ? await tagsOf(records, record.id) : [];
  const amount = trigger.amount?.(record as never) ?? 0;
  const occasion = { ...moment, subject: record.id, trigger, values, amount, tags };
  if (trigger.edge) await beginAtEdge(records, rule, record.id, met, occasion);
  else await beginRun(records, rule, onceFor(trigger, record.id), occasion);
}

const tagsOf = async (records: Records, id: string): Promise<readonly string[]> =>
  (await records.get(RecordTags, tagsId(records.tenant, id)))?.tags ?? [];
