import { BOARD_ID, RuleBoards, Rules, type StoredAutomationRule } from '#domain/automation/rules/rule.ts';
import { hourIn } from '#domain/automation/rules/schedule.ts';
import { triggerNamed } from '#domain/triggers.ts';
import { isOfRecords } from '#kernel/trigger.ts';
import { note } from '#runtime/log.ts';
import { worker } from '#runtime/pipeline.ts';
import type { Records } from '#runtime/records.ts';
import { noteFailure, type RoundResult, roundHandler, type ScheduleEvent } from '#runtime/rounds.ts';
import { companyAndDay } from '../../platform/service.ts';
import { lookAtCash, ringSchedule } from './clock-rules.ts';
import type { Moment } from './rule-start.ts';
import { lookThrough } from './rule-sweep.ts';
import { tellStuckRuns } from './stuck-runs.ts';

const CODE = 'ring-rules';

/** Every hour begins the runs of rules that go by the clock, and tells runs again that were cut off. */
export const handler = worker<ScheduleEvent | undefined, RoundResult>(CODE, async (event, clock) => {
  const isLate = () => clock !== undefined && clock.getRemainingTimeInMillis() < MARGIN_MS;
  const result = await roundHandler({ code: CODE, visit: (records) => ringCompany(records, isLate) })(event, clock);
  note({ ...result });
  return result;
});

/** Looking through records stops this long before its function would be ended: less than the round keeps for the last company. */
const MARGIN_MS = 60_000;
/** From this hour of the company's day on its records are looked through. */
const MORNING = '07';

interface Ringing {
  readonly moment: Moment;
  readonly timeZone: string;
  readonly isLate: () => boolean;
}

async function ringCompany(records: Records, isLate: () => boolean): Promise<number> {
  const board = await records.get(RuleBoards, BOARD_ID);
  // A company that never had a rule costs one read.
  if (!board) return 0;
  const failed = await tellStuckRuns(records);
  const byClock = board.active.filter(({ trigger }) => {
    const known = triggerNamed(trigger);
    return known && (!isOfRecords(known) || known.daily);
  });
  if (byClock.length === 0) return failed;
  const ids = byClock.map(({ ruleId }) => ruleId);
  const [{ company, today }, read] = await Promise.all([companyAndDay(records, records.stamp.at), records.getMany(Rules, ids)]);
  const rules = read.flatMap((rule) => (rule?.state === 'active' ? [rule] : []));
  const moment = { date: today, at: records.stamp.at.toISOString(), chain: [] };
  const ringing = { moment, timeZone: company.timeZone, isLate };
  return failed + (await ringClocks(records, rules, ringing)) + (await sweepRecords(records, rules, ringing));
}

async function ringClocks(records: Records, rules: readonly StoredAutomationRule[], { moment, timeZone }: Ringing): Promise<number> {
  const now = hourIn(timeZone, records.stamp.at);
  let failed = 0;
  for (const rule of rules) {
    const trigger = triggerNamed(rule.trigger);
    if (!trigger || isOfRecords(trigger)) continue;
    const rung =
      trigger.clock === 'schedule'
        ? ringSchedule(records, rule, trigger, { ...moment, now, timeZone })
        : lookAtCash(records, rule, trigger, moment);
    failed += await rung.then(
      () => 0,
      (error: unknown) => noteFailure(CODE, { tenant: records.tenant, record: rule.id }, error),
    );
  }
  return failed;
}

async function sweepRecords(
  records: Records,
  rules: readonly StoredAutomationRule[],
  { moment, timeZone, isLate }: Ringing,
): Promise<number> {
  if (hourIn(timeZone, records.stamp.at).slice(11) < MORNING) return 0;
  let failed = 0;
  for (const [name, of] of Map.groupBy(rules, ({ trigger }) => trigger)) {
    const trigger = triggerNamed(name);
    if (!trigger || !isOfRecords(trigger)) continue;
    failed += await lookThrough(records, { code: CODE, trigger, rules: of, moment, isLate }).catch((error: unknown) =>
      noteFailure(CODE, { tenant: records.tenant, record: name }, error),
    );
  }
  return failed;
}
