import type * as z from 'zod/mini';
import { meets } from '#domain/automation/rules/condition.ts';
import { DryRun, requireRange, ringingDays } from '#domain/automation/rules/dry-run.ts';
import type { Rule } from '#domain/automation/rules/rule.ts';
import type { DryRunInput, DryRunView } from '#domain/automation/rules/wire.ts';
import type { BankLine } from '#domain/finance/banking/bank-line.ts';
import { ALL_MONEY, CASH_LEVEL } from '#domain/finance/treasury/cash-triggers.ts';
import { addDays, dateIn, type IsoDate, yearOf, yearsBetween } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import type { RecordType } from '#kernel/record.ts';
import { type AnyTrigger, isOfRecords, type RecordTrigger, valuesOf } from '#kernel/trigger.ts';
import type { Caller } from '#runtime/caller.ts';
import { listDated } from '#runtime/dated-list.ts';
import type { Page } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';
import { bankLineBatches, cashByDay } from '../../finance/service.ts';
import { requireAllowed, requireWritten } from './rule-permission.ts';

type Answer = z.output<typeof DryRunView>;
/** Records that one request looks at. */
const PAGES = 2;
const PAGE = 100;

interface Asking {
  readonly caller: Caller;
  readonly timeZone: string;
  readonly fiscalYears: readonly string[];
}

/**
 * What a rule would have done with the records of a range of days, as they stand now. Nothing is written.
 * Banks and cash are looked at as they were at the end of each day, by the books.
 * @throws DomainError `rule.no_past` (422) of what no list tells the past of: levels of stock.
 */
export async function dryRun(records: Records, { caller, timeZone, fiscalYears }: Asking, rule: Rule, input: DryRunInput): Promise<Answer> {
  const { from, to, days } = input;
  requireRange(from, to);
  requireAllowed(caller, rule);
  const trigger = requireWritten(rule);
  const run = new DryRun(rule, trigger, days);
  if (trigger.name === CASH_LEVEL.name) return byCash(records, rule, run, { ...input, fiscalYears });
  if (!isOfRecords(trigger)) return bySchedule(rule, trigger, run, input);
  const pages = pagesOf(records, trigger);
  if (!pages) throw noPast(trigger);
  return byRecords(records, rule, trigger, run, { ...input, timeZone, pages });
}

const noPast = ({ name }: AnyTrigger) =>
  refused(
    'rule.no_past',
    `Of ${name} the past cannot be looked through, as nothing tells how high it was each day: switch the rule on with a low limit, and look at its runs.`,
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

/** What each account had at the end of each day, and all of them: where it begins to meet the conditions, the rule would have rung. */
async function byCash(
  records: Records,
  { conditions }: Rule,
  run: DryRun,
  { from, to, fiscalYears }: DryRunInput & { readonly fiscalYears: readonly string[] },
): Promise<Answer> {
  const before = new Map<string, boolean>();
  const days = await cashByDay(records, fiscalYears, addDays(from, -1), to);
  for (const { date, accounts, total } of days)
    for (const { account, name, balance } of [...accounts, { account: ALL_MONEY, name: '', balance: total }]) {
      const values = { account, name, balance: Number(balance) };
      const met = meets(conditions, CASH_LEVEL, values);
      if (met && !before.get(account) && date >= from) run.take({ date, at: `${date}T23:59`, values, amount: 0 });
      before.set(account, met);
    }
  return run.result(days.length - 1);
}

type Pages = (page: {
  readonly from: string;
  readonly to: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
}) => Promise<Page<object>>;

/** How records of a range of days are read, a page at a time; undefined where no list tells their days. */
function pagesOf(records: Records, { name, type, edge }: RecordTrigger): Pages | undefined {
  if (name === 'bank.line') return (page) => bankLineBatches.ofDays(records, page);
  if (edge || type.list?.buckets !== 'months') return undefined;
  return ({ from, to, ...page }) =>
    listDated(records, type as RecordType<object>, yearsBetween(yearOf(from), yearOf(to)), { ...page, order: 'asc', from, to });
}

/** Files bring lines of many days at once: of the past, each counts on its own. */
const dayOf = ({ name }: RecordTrigger, record: object, at: string, timeZone: string): IsoDate =>
  name === 'bank.line' ? (record as Pick<BankLine, 'date'>).date : dateIn(timeZone, new Date(at));

async function byRecords(
  records: Records,
  { conditions }: Rule,
  trigger: RecordTrigger,
  run: DryRun,
  { from, to, cursor: first, timeZone, pages }: DryRunInput & { readonly timeZone: string; readonly pages: Pages },
): Promise<Answer> {
  const today = dateIn(timeZone, records.stamp.at);
  let [examined, cursor] = [0, first];
  for (let page = 0; page < PAGES; page += 1) {
    const { items, nextCursor } = await pages({ limit: PAGE, from, to, cursor });
    examined += items.length;
    for (const record of items) {
      const at = trigger.at(record as never, today);
      const values = valuesOf(trigger, record, today);
      if (at === undefined || !meets(conditions, trigger, values)) continue;
      const amount = trigger.amount?.(record as never) ?? 0;
      run.take({ subject: record.id, date: dayOf(trigger, record, at, timeZone), at, values, amount });
    }
    cursor = nextCursor;
    if (cursor === undefined) break;
  }
  return { ...run.result(examined), ...(cursor ? { nextCursor: cursor } : {}) };
}
