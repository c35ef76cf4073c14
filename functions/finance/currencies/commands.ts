import { currencies } from '#api/finance/currencies.ts';
import {
  ExchangeDifferences,
  RevaluedMonths,
  refusalOfRevalued,
  refusalOfUndone,
  requireEnded,
  revaluation,
  revaluedMonthId,
  type StoredRevaluedMonth,
  undoneRevaluation,
} from '#domain/finance/currencies/exchange-difference.ts';
import { ExchangeRateDays, type RateSource, ratesId, type StoredRates, withRates } from '#domain/finance/currencies/exchange-rate.ts';
import { differenceView, ratesView } from '#domain/finance/currencies/wire.ts';
import { addDays, type IsoDate } from '#kernel/date.ts';
import { refused, throwIf } from '#kernel/errors.ts';
import { type Change, type Changes, create, update } from '#kernel/record.ts';
import { on, upserts } from '#runtime/action.ts';
import type { Caller } from '#runtime/caller.ts';
import type { Records } from '#runtime/records.ts';
import { command, serveModule } from '../../platform/service.ts';
import { openPosting } from '../service.ts';
import { newestDay, readRates } from './ecb-file.ts';
import { valuedItems } from './revaluation.ts';

interface World {
  readonly records: Records;
  readonly caller: Caller;
}

/** A day with more rates; undefined where all of them are there already. */
function dayWith(
  before: StoredRates | undefined,
  date: IsoDate,
  rates: Readonly<Record<string, string>>,
  source: RateSource,
): Change | undefined {
  const news = Object.entries(rates).filter(([code, rate]) => {
    const held = before?.rates[code];
    // What somebody set by hand stays, until they set it again.
    return held === undefined || (held.rate !== rate && (source === 'manual' || held.source === 'ecb'));
  });
  if (before && news.length === 0) return undefined;
  const after = withRates(before, date, Object.fromEntries(news), source);
  return before ? update(ExchangeRateDays, before, after as StoredRates) : create(ExchangeRateDays, ratesId(date), after);
}

export const putExchangeRates = command(
  currencies.actions.putExchangeRates,
  upserts(ExchangeRateDays, ({ path }) => ratesId(path.date)),
  ({ path: { date }, body: { rates }, today }, before) => {
    if (date > today)
      throw refused('date.future', `The date ${date} is still to come. Use today's, ${today}, or an earlier one.`, 'path.date', {
        date,
        today,
      });
    const told = Object.fromEntries(Object.entries(rates).flatMap(([code, rate]) => (rate === undefined ? [] : [[code, rate]])));
    const change = dayWith(before, date, told, 'manual');
    return change ? ([change] as unknown as Changes<StoredRates>) : (before as StoredRates);
  },
  ratesView,
);

export const importExchangeRates = command(
  currencies.actions.importExchangeRates,
  upserts(ExchangeRateDays, ({ body }) => ratesId(newestDay(readRates(body.content)))),
  async ({ body, records }, newest) => {
    const days = readRates(body.content);
    const [first = '', ...others] = days.keys();
    const found = new Map((await records.getMany(ExchangeRateDays, others.map(ratesId))).map((day, i) => [others[i] ?? '', day]));
    const changes = others.flatMap((date) => dayWith(found.get(date), date, days.get(date) ?? {}, 'ecb') ?? []);
    const change = dayWith(newest, first, days.get(first) ?? {}, 'ecb');
    if (change) return [change, ...changes] as unknown as Changes<StoredRates>;
    if (newest && changes.length === 0) return newest;
    // The newest day is as it was, and says that others came with it.
    return [update(ExchangeRateDays, newest as StoredRates, newest as StoredRates), ...changes];
  },
  ratesView,
);

/** The postings of a month's last day and of the next month's first. */
const openBoth = ({ records, caller }: World, date: IsoDate, [id, returnId]: readonly [string, string], field: string) =>
  Promise.all([
    openPosting(records, { date, document: id, caller, field }),
    openPosting(records, { date: addDays(date, 1), document: returnId, caller, field }),
  ]);

const lastOf = async (month: StoredRevaluedMonth, { records }: Pick<World, 'records'>) =>
  differenceView(await records.getOrThrow(ExchangeDifferences, month.revaluation));

export const revalue = command(
  currencies.actions.revalue,
  upserts(RevaluedMonths, ({ body }) => revaluedMonthId(body.month)),
  async (world, before) => {
    const { month } = world.body;
    const date = requireEnded(month, world.today);
    throwIf(refusalOfRevalued(before));
    const [id, returnId] = [world.newId('fxd', 'value'), world.newId('fxd', 'return')];
    const [[posting, returning], items] = await Promise.all([
      openBoth(world, date, [id, returnId], 'body.month'),
      valuedItems(world.records, world.company.fiscalYears, date),
    ]);
    const result = revaluation([posting, returning], { id, returnId, month }, items);
    const after = { month, revaluation: id, inForce: true };
    return [
      before ? update(RevaluedMonths, before, { ...before, ...after }) : create(RevaluedMonths, revaluedMonthId(month), after),
      create(ExchangeDifferences, id, result.revaluation),
      create(ExchangeDifferences, returnId, result.back),
      ...posting.changes(),
      ...returning.changes(),
    ];
  },
  lastOf,
);

export const undoRevaluation = command(
  currencies.actions.undoRevaluation,
  on(RevaluedMonths, (path) => revaluedMonthId(path.month)),
  async (world, before) => {
    throwIf(refusalOfUndone(before));
    const { records, newId } = world;
    const original = await records.getOrThrow(ExchangeDifferences, before.revaluation);
    const returned = await records.getOrThrow(ExchangeDifferences, original.returnedBy ?? '');
    const ids = [newId('fxd', 'value'), newId('fxd', 'return')] as const;
    const postings = await openBoth(world, original.date, ids, 'path.month');
    const [undone, back] = undoneRevaluation(postings, [original, returned]);
    return [
      update(RevaluedMonths, before, { ...before, inForce: false }),
      update(ExchangeDifferences, original, { ...original, undoneBy: ids[0] }),
      create(ExchangeDifferences, ids[0], undone),
      create(ExchangeDifferences, ids[1], back),
      ...postings.flatMap((posting) => posting.changes()),
    ];
  },
  lastOf,
);

export const handler = serveModule(currencies, { putExchangeRates, importExchangeRates, revalue, undoRevaluation });
