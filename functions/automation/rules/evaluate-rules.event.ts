import { BOARD_ID, RuleBoards, Rules, type StoredAutomationRule } from '#domain/automation/rules/rule.ts';
import { RuleRuns } from '#domain/automation/rules/rule-run.ts';
import { chainAfter, mayFollow } from '#domain/automation/rules/run-plan.ts';
import { kindOf } from '#domain/kinds.ts';
import { CHANGE_TRIGGERS } from '#domain/triggers.ts';
import { prefixOf } from '#kernel/id.ts';
import type { RecordType } from '#kernel/record.ts';
import type { RecordTrigger } from '#kernel/trigger.ts';
import { followChanges, type RecordChange } from '#runtime/changes.ts';
import { WORKER } from '#runtime/record-item.ts';
import { Records } from '#runtime/records.ts';
import { bankLineBatches } from '../../finance/service.ts';
import { companyAndDay } from '../../platform/service.ts';
import { type Moment, startByRecord } from './rule-start.ts';
import { newsFor } from './rule-sweep.ts';

/** Of triggers whose records come many at once: whether one is still worked through, and which are no more when something has ended. */
const BATCHES = { 'bank.line': bankLineBatches } as const;
const batchesOf = ({ name }: RecordTrigger) => BATCHES[name as keyof typeof BATCHES] as typeof bankLineBatches | undefined;

const triggersOf = (id: string) => CHANGE_TRIGGERS.filter(({ type }) => type.prefix === prefixOf(id));
const endingWith = (id: string) => CHANGE_TRIGGERS.filter(({ whenEnded = [] }) => whenEnded.some(({ prefix }) => prefix === prefixOf(id)));

/** Notes of how far something is are of no interest, only that it has ended. */
const isEnd = ({ before, after }: RecordChange): boolean => after === undefined || before?.state !== after.state;

/**
 * Finds the rules that what happened to a record starts, and begins their runs. A company without rules for it costs one read. A
 * change tells only that something happened: what, the record says as it stands.
 */
export const handler = followChanges({
  code: 'evaluate-rules',
  subject: (change) => {
    const { id, after, before } = change;
    const isTold = triggersOf(id).length > 0 ? after !== undefined || before === undefined : endingWith(id).length > 0 && isEnd(change);
    return isTold ? id : undefined;
  },
  handle: async (tenant, id, changes) => {
    const stamp = { by: WORKER, request: changes.at(-1)?.request ?? id, action: 'evaluateRules', at: new Date() };
    const records = new Records(tenant, stamp);
    const board = await records.get(RuleBoards, BOARD_ID);
    const triggers = [...triggersOf(id), ...endingWith(id)];
    const active = board?.active.filter((entry) => triggers.some(({ name }) => name === entry.trigger)) ?? [];
    const ruleIds = active.map(({ ruleId }) => ruleId);
    if (ruleIds.length === 0) return;
    const [rules, { today }, chain] = await Promise.all([
      records.getMany(Rules, ruleIds),
      companyAndDay(records, stamp.at),
      chainOf(records, changes),
    ]);
    const moment = { date: today, at: stamp.at.toISOString(), chain };
    for (const trigger of triggers) {
      const of = rules.flatMap((rule) =>
        rule?.state === 'active' && rule.trigger === trigger.name && mayFollow(rule.id, chain) ? [rule] : [],
      );
      if (of.length === 0) continue;
      const about = { trigger, rules: of, moment };
      await (trigger.type.prefix === prefixOf(id) ? startByOne(records, id, about) : startByEnded(records, id, about));
    }
  },
});

interface About {
  readonly trigger: RecordTrigger;
  readonly rules: readonly StoredAutomationRule[];
  readonly moment: Moment;
}

/** What a record that has changed starts; nothing while it is worked through with others. */
async function startByOne(records: Records, id: string, { trigger, rules, moment }: About): Promise<void> {
  const record = await records.get(kindOf(id) as RecordType<object>, id);
  if (!record || (await batchesOf(trigger)?.isUnderWay(records, record as never))) return;
  for (const rule of rules) await startByRecord(records, rule, trigger, record, moment);
}

/** What all records start that something was under way with until now. Told again, it goes on behind those that were begun. */
async function startByEnded(records: Records, id: string, { trigger, rules, moment }: About): Promise<void> {
  const sees = await Promise.all(rules.map(async (rule) => ({ rule, news: await newsFor(records, rule, trigger, moment) })));
  for await (const items of batchesOf(trigger)?.endedWith(records, id) ?? [])
    for (const { rule, news } of sees) for (const record of await news(items)) await startByRecord(records, rule, trigger, record, moment);
}

/** The rules whose runs made these changes, the first first; none where somebody else did. */
async function chainOf(records: Records, changes: readonly RecordChange[]): Promise<readonly string[]> {
  const request = changes.find(({ request: by = '' }) => by.startsWith('rrn_'))?.request;
  const run = request && (await records.get(RuleRuns, request.split('.')[0] ?? ''));
  return run ? chainAfter(run) : [];
}
