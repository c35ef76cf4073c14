import { currencies } from '#api/finance/currencies.ts';
import { ExchangeDifferences, requireEnded, revaluation } from '#domain/finance/currencies/exchange-difference.ts';
import { ExchangeRateDays, type RateSource, ratesId, type StoredRates, withRates } from '#domain/finance/currencies/exchange-rate.ts';
import { differenceView, ratesView } from '#domain/finance/currencies/wire.ts';
import { addDays, type IsoDate } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import { type Change, type Changes, create, update } from '#kernel/record.ts';
import { creates, upserts } from '#runtime/action.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { command, serveModule } from '../../platform/service.ts';
import { openPosting } from '../service.ts';
import { newestDay, readRates } from './ecb-file.ts';
import { valuedItems } from './revaluation.ts';

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

export const revalue = command(
  currencies.actions.revalue,
  creates(ExchangeDifferences, ({ tenant, body }) => idFrom('fxd', tenant, `${body.month} revaluation`)),
  async ({ body: { month }, tenant, records, company, today, caller }) => {
    const date = requireEnded(month, today);
    const [id, returnId] = ['revaluation', 'return'].map((what) => idFrom('fxd', tenant, `${month} ${what}`)) as [string, string];
    const [posting, returning, items] = await Promise.all([
      openPosting(records, { date, document: id, caller, field: 'body.month' }),
      openPosting(records, { date: addDays(date, 1), document: returnId, caller, field: 'body.month' }),
      valuedItems(records, company.fiscalYears, date),
    ]);
    const result = revaluation([posting, returning], { id, returnId, month }, items);
    return [
      create(ExchangeDifferences, id, result.revaluation),
      create(ExchangeDifferences, returnId, result.back),
      ...posting.changes(),
      ...returning.changes(),
    ];
  },
  differenceView,
);

export const handler = serveModule(currencies, { putExchangeRates, importExchangeRates, revalue });
