import { type RuleSweep, RuleSweeps, RuleWatches, type StoredAutomationRule, sweepId, watchShelf } from '#domain/automation/rules/rule.ts';
import { RuleRuns } from '#domain/automation/rules/rule-run.ts';
import { addDays } from '#kernel/date.ts';
import { createNext, type RecordType, type Stored, update } from '#kernel/record.ts';
import type { RecordTrigger } from '#kernel/trigger.ts';
import { everyRecord, listRecords } from '#runtime/lists.ts';
import { openRows } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';
import { noteFailure } from '#runtime/rounds.ts';
import { type Moment, occasionOf, onceFor, startByRecord } from './rule-start.ts';
import { runId, watchId } from './run-store.ts';

type Rule = StoredAutomationRule;

/** What is looked through, for whom, and until when. */
export interface RecordLook {
  readonly code: string;
  readonly trigger: RecordTrigger;
  readonly rules: readonly Rule[];
  readonly moment: Moment;
  /** Whether the function has no time left: the next hour goes on. */
  readonly isLate: () => boolean;
}

const PAGE = 100;
/** What could not be looked at is tried once more in the hour after. */
const MAX_ROUNDS = 2;
const FRESH = { done: false, failed: 0, rounds: 0 };

/**
 * Looks once a day through the records of which no change tells what has come to pass, a page at a time for all rules that ask. What
 * there is no time for is gone on with in the next hour. @returns how many records failed.
 */
export async function lookThrough(records: Records, what: RecordLook): Promise<number> {
  const { trigger, moment, isLate } = what;
  const before = await records.get(RuleSweeps, sweepId(trigger.name));
  const own: RuleSweep = before?.date === moment.date ? before : { ...FRESH, date: moment.date };
  if (own.done) return 0;
  const earlier = own.cursor === undefined ? 0 : own.failed;
  const look = await lookFor(records, what);
  let failed = 0;
  const keep = (rest: Pick<RuleSweep, 'done' | 'rounds'> & { readonly cursor?: string }) => {
    const after = { date: moment.date, failed: earlier + failed, ...rest };
    return records.commit([before ? update(RuleSweeps, before, after) : createNext(RuleSweeps, sweepId(trigger.name), after)]);
  };
  for await (const { items, unreadable, cursor } of pagesOf(records, what, own.cursor)) {
    failed += unreadable + (await look(items));
    if (cursor === undefined || !isLate()) continue;
    await keep({ done: false, rounds: own.rounds, cursor });
    return failed;
  }
  const rounds = own.rounds + 1;
  await keep({ done: earlier + failed === 0 || rounds >= MAX_ROUNDS, rounds });
  return failed;
}

interface Looked {
  readonly items: readonly Stored<object>[];
  readonly unreadable: number;
  /** Where what comes after it begins; absent after the last. */
  readonly cursor?: string | undefined;
}

function pagesOf(records: Records, { trigger, rules, moment }: RecordLook, cursor: string | undefined): AsyncGenerator<Looked> {
  const { type, daily } = trigger;
  const of = type as RecordType<object>;
  if (!daily) return nothing();
  if (!('queue' in daily)) return ofShelves(records, of, daily, cursor);
  if (daily.ahead !== undefined)
    return ofQueue(records, of, daily.queue, { from: cursor ?? moment.date, to: `${addDays(moment.date, daily.ahead)}~` });
  // What was due before a rule was switched on is none of its business.
  const since = rules.map((rule) => (rule.since ?? moment.date).slice(0, 10)).sort()[0] ?? moment.date;
  const { from, to } = { from: addDays(since, -2), to: `${moment.date}~` };
  return ofQueue(records, of, daily.queue, { from: cursor ?? from, to });
}

// biome-ignore lint/correctness/useYield: of what nothing is looked through there is no page.
async function* nothing(): AsyncGenerator<Looked> {
  return;
}

async function* ofQueue(
  records: Records,
  type: RecordType<object>,
  queue: string,
  range: { readonly from: string; readonly to: string },
): AsyncGenerator<Looked> {
  for await (const rows of openRows(records.tenant, type, queue, range))
    for (let at = 0; at < rows.length; at += PAGE) {
      const some = rows.slice(at, at + PAGE);
      const unreadable = new Set<string>();
      const read = await records.getMany(
        type,
        some.map(({ id }) => id),
        unreadable,
      );
      const items = read.flatMap((record) => (record && type.open?.(record, record.id)?.queue === queue ? [record] : []));
      yield { items, unreadable: unreadable.size, cursor: some.at(-1)?.sort };
    }
}

async function* ofShelves(
  records: Records,
  type: RecordType<object>,
  { buckets: shelves, bucketOf }: Exclude<NonNullable<RecordTrigger['daily']>, { queue: string }>,
  from: string | undefined,
): AsyncGenerator<Looked> {
  const buckets: string[] = [];
  for await (const shelf of everyRecord(records, shelves as RecordType<object>)) buckets.push(bucketOf(shelf as never));
  for (let cursor = from, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
    if (buckets.length === 0) return;
    const page = await listRecords(records, type, { buckets, order: 'asc', limit: PAGE, cursor });
    cursor = page.nextCursor;
    yield { items: page.items, unreadable: page.unreadable?.length ?? 0, cursor };
  }
}

/** Begins what a page of records starts, and reads no more of what goes on as it was than what is kept of all of it together. */
async function lookFor(records: Records, { code, trigger, rules, moment }: RecordLook) {
  const sees = await Promise.all(rules.map((rule) => newsFor(records, rule, trigger, moment)));
  return async (items: readonly Stored<object>[]): Promise<number> => {
    let failed = 0;
    for (const [i, rule] of rules.entries())
      for (const record of (await sees[i]?.(items)) ?? [])
        failed += await startByRecord(records, rule, trigger, record, moment).then(
          () => 0,
          (error: unknown) => noteFailure(code, { tenant: records.tenant, record: record.id, rule: rule.id }, error),
        );
    return failed;
  };
}

type News = (items: readonly Stored<object>[]) => Promise<readonly Stored<object>[]>;

/** Of a page, the records of which a rule has something to do. */
export async function newsFor(records: Records, rule: Rule, trigger: RecordTrigger, { date }: Moment): Promise<News> {
  const seen = (record: Stored<object>) => occasionOf(rule, trigger, record, date);
  if (trigger.edge) {
    const watches = new Map((await records.standing(RuleWatches, watchShelf(rule))).map(({ id, met }) => [id, met]));
    return async (items) =>
      items.filter((record) => {
        const found = seen(record);
        return found !== undefined && found.met !== (watches.get(watchId(rule, record.id)) ?? false);
      });
  }
  return async (items) => {
    const met = items.filter((record) => seen(record)?.met);
    const begun = await records.getMany(
      RuleRuns,
      met.map(({ id }) => runId(records.tenant, rule, onceFor(trigger, id))),
    );
    return met.filter((_, at) => begun[at] === undefined);
  };
}
