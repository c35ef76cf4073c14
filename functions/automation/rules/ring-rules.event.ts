import { BOARD_ID, RuleBoards, Rules, type StoredAutomationRule } from '#domain/automation/rules/rule.ts';
import { hourIn } from '#domain/automation/rules/schedule.ts';
import { triggerNamed } from '#domain/triggers.ts';
import { isOfRecords } from '#kernel/trigger.ts';
import { note } from '#runtime/log.ts';
import { worker } from '#runtime/pipeline.ts';
import type { Records } from '#runtime/records.ts';
import { noteFailure, type RoundResult, roundHandler, type ScheduleEvent } from '#runtime/rounds.ts';
import { companyAndDay } from '../../platform/service.ts';
import { lookAtCash, lookAtRecords, ringSchedule } from './clock-rules.ts';
import type { Moment } from './rule-start.ts';
import { tellStuckRuns } from './stuck-runs.ts';

const CODE = 'ring-rules';

/** Every hour begins the runs of rules that go by the clock, and tells runs again that were cut off. */
export const handler = worker<ScheduleEvent | undefined, RoundResult>(CODE, async (event, clock) => {
  const result = await roundHandler({ code: CODE, visit: ringCompany })(event, clock);
  note({ ...result });
  return result;
});

/** In the first hours of the working day: the second look finds what the first could not. */
const MORNING = ['07', '08'];

async function ringCompany(records: Records): Promise<number> {
  const board = await records.get(RuleBoards, BOARD_ID);
  // A company that never had a rule costs one read.
  if (!board) return 0;
  let failed = await tellStuckRuns(records);
  const byClock = board.active.filter(({ trigger }) => {
    const known = triggerNamed(trigger);
    return known && (!isOfRecords(known) || known.daily);
  });
  if (byClock.length === 0) return failed;
  const [{ company, today }, rules] = await Promise.all([
    companyAndDay(records, records.stamp.at),
    records.getMany(
      Rules,
      byClock.map(({ ruleId }) => ruleId),
    ),
  ]);
  const moment = { date: today, at: records.stamp.at.toISOString(), chain: [], timeZone: company.timeZone };
  for (const rule of rules)
    if (rule?.state === 'active')
      failed += await ringRule(records, rule, moment).then(
        () => 0,
        (error: unknown) => noteFailure(CODE, { tenant: records.tenant, record: rule.id }, error),
      );
  return failed;
}

async function ringRule(
  records: Records,
  rule: StoredAutomationRule,
  { timeZone, ...moment }: Moment & { timeZone: string },
): Promise<void> {
  const trigger = triggerNamed(rule.trigger);
  const now = hourIn(timeZone, records.stamp.at);
  if (!trigger) return;
  if (isOfRecords(trigger)) {
    if (MORNING.includes(now.slice(11))) await lookAtRecords(records, rule, trigger, moment);
  } else if (trigger.clock === 'schedule') await ringSchedule(records, rule, trigger, { ...moment, now, timeZone });
  else await lookAtCash(records, rule, trigger, moment);
}
