import type * as z from 'zod/mini';
import { meets } from '#domain/automation/rules/condition.ts';
import { DryRun, requireRange, ringingDays } from '#domain/automation/rules/dry-run.ts';
import type { Rule } from '#domain/automation/rules/rule.ts';
import type { DryRunInput, DryRunView } from '#domain/automation/rules/wire.ts';
import { dateIn, yearOf, yearsBetween } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import type { RecordType } from '#kernel/record.ts';
import { type AnyTrigger, isOfRecords, type RecordTrigger, valuesOf } from '#kernel/trigger.ts';
import type { Caller } from '#runtime/caller.ts';
import { listDated } from '#runtime/dated-list.ts';
import type { Records } from '#runtime/records.ts';
import { requireAllowed, requireWritten } from './rule-permission.ts';

type Answer = z.output<typeof DryRunView>;
/** Records that one request looks at. */
const PAGES = 2;
const PAGE = 100;

interface Asking {
  readonly caller: Caller;
  readonly timeZone: string;
}

/**
 * What a rule would have done with the records of a range of days, as they stand now. Nothing is written.
 * @throws DomainError `rule.no_past` (422) of what no list tells the past of: levels of stock and cash, bank lines.
 */
export async function dryRun(records: Records, { caller, timeZone }: Asking, rule: Rule, input: DryRunInput): Promise<Answer> {
  const { from, to, days } = input;
  requireRange(from, to);
  requireAllowed(caller, rule);
  const trigger = requireWritten(rule);
  const run = new DryRun(rule, trigger, days);
  if (!isOfRecords(trigger)) return bySchedule(rule, trigger, run, input);
  if (trigger.edge || trigger.type.list?.buckets !== 'months') throw noPast(trigger);
  return byRecords(records, rule, trigger, run, { ...input, timeZone });
}

const noPast = ({ name }: AnyTrigger) =>
  refused(
    'rule.no_past',
    `Of ${name} the past cannot be looked through: switch the rule on with a low limit, and look at its runs.`,
    undefined,
    { trigger: name },
  );

function bySchedule({ schedule, conditions }: Rule, trigger: AnyTrigger, run: DryRun, { from, to }: DryRunInput): Answer {
  if (!schedule) throw noPast(trigger);
  const days = ringingDays(schedule, from, to);
  for (const date of days)
    if (meets(conditions, trigger, { date }))
      run.take({ date, at: `${date}T${String(schedule.hour).padStart(2, '0')}:00`, values: { date }, amount: 0 });
  return run.result(days.length);
}

async function byRecords(
  records: Records,
  { conditions }: Rule,
  trigger: RecordTrigger,
  run: DryRun,
  { from, to, cursor: first, timeZone }: DryRunInput & { readonly timeZone: string },
): Promise<Answer> {
  const type = trigger.type as RecordType<object>;
  const years = yearsBetween(yearOf(from), yearOf(to));
  const today = dateIn(timeZone, records.stamp.at);
  let [examined, cursor] = [0, first];
  for (let page = 0; page < PAGES; page += 1) {
    const { items, nextCursor } = await listDated(records, type, years, { limit: PAGE, order: 'asc', from, to, cursor });
    examined += items.length;
    for (const record of items) {
      const at = trigger.at(record as never, today);
      const values = valuesOf(trigger, record, today);
      if (at === undefined || !meets(conditions, trigger, values)) continue;
      const amount = trigger.amount?.(record as never) ?? 0;
      run.take({ subject: record.id, date: dateIn(timeZone, new Date(at)), at, values, amount });
    }
    cursor = nextCursor;
    if (cursor === undefined) break;
  }
  return { ...run.result(examined), ...(cursor ? { nextCursor: cursor } : {}) };
}
