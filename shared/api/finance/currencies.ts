import * as z from 'zod/mini';
import { DifferenceView, differenceRange, RatesFile, RatesInput, RatesView, RevaluationInput } from '#domain/finance/currencies/wire.ts';
import { defineModule } from '#kernel/action.ts';
import { BusinessDate, MonthText } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { pageOf, pageQuery, searchWords } from '#kernel/page.ts';
import { PERIOD_REFUSALS } from '../posting.ts';

const days = { ...pageQuery, ...differenceRange };

export const currencies = defineModule('finance/currencies', 'Currencies', {
  listExchangeRates: {
    route: 'GET /exchange-rates',
    summary: 'List exchange rates by day, newest first',
    description: 'Units of each currency for one euro. A document takes the last rate of its day or of the seven days before.',
    permission: 'books.read',
    query: z.strictObject(days),
    output: pageOf(RatesView),
  },
  putExchangeRates: {
    route: 'PUT /exchange-rates/{date}',
    summary: 'Set rates of a day by hand',
    description: 'Rates of other currencies stay. Documents that were entered keep the rate that they were entered with.',
    permission: 'books.post',
    path: z.strictObject({ date: BusinessDate }),
    body: RatesInput,
    output: RatesView,
    errors: ['rate.none', 'date.future'],
    example: { body: { rates: { USD: '1.0943' } } },
  },
  importExchangeRates: {
    route: 'POST /exchange-rates/imports',
    summary: 'Import the rates that the European Central Bank publishes',
    description:
      'The XML or CSV of https://www.ecb.europa.eu/stats/eurofxref as it is. The newest 90 days are taken; rates set by hand stay. Answers with the newest day.',
    permission: 'books.post',
    body: RatesFile,
    output: RatesView,
    errors: ['rate.file'],
    example: { body: { content: 'Date, USD, JPY, \n27 November 2026, 1.0943, 164.21, \n' } },
  },
  revalue: {
    route: 'POST /revaluations',
    summary: 'Value what is open in foreign currencies at the end of a month',
    description:
      'Bills, invoices and credit notes that were open on its last day, at the rate of that day: gains to 768, losses to 668, against 4304, 4004 and 4104. It is taken back on the first day of the next month, so that what is settled then is counted from its own rate. Advances keep theirs. Bank accounts in foreign currencies are valued too: what they gained stays on them, to 7689 or 6689.',
    permission: 'books.post',
    body: RevaluationInput,
    output: DifferenceView,
    dryRun: true,
    errors: ['revaluation.exists', 'revaluation.early', 'revaluation.nothing', 'rate.missing', 'balances.behind', ...PERIOD_REFUSALS],
    example: { body: { month: '2026-11' } },
  },
  undoRevaluation: {
    route: 'POST /revaluations/{month}/reversal',
    summary: 'Undo the valuation of a month',
    description:
      'Its entry and the one that took it back are posted the other way round, each on its day. The month can then be valued again.',
    permission: 'books.post',
    path: z.strictObject({ month: MonthText }),
    output: DifferenceView,
    dryRun: true,
    errors: ['revalued-month.not_found', 'revaluation.undone', ...PERIOD_REFUSALS],
  },
  listExchangeDifferences: {
    route: 'GET /exchange-differences',
    summary: 'List exchange differences, newest first',
    permission: 'books.read',
    query: z.strictObject({ ...days, q: searchWords }),
    output: pageOf(DifferenceView),
  },
  getExchangeDifference: {
    route: 'GET /exchange-differences/{differenceId}',
    summary: 'Get exchange differences with their items and entry',
    permission: 'books.read',
    path: z.strictObject({ differenceId: idWith('fxd') }),
    output: DifferenceView,
    errors: ['exchange-difference.not_found'],
  },
});
