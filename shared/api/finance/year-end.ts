import * as z from 'zod/mini';
import { TAXPAYERS } from '#domain/finance/year-end/proposals.ts';
import { YearEndDetail, YearEndGuide, YearEndView } from '#domain/finance/year-end/wire.ts';
import { yearEndActions } from '#domain/finance/year-end/year-end.ts';
import { defineModule } from '#kernel/action.ts';
import { FISCAL_YEAR } from '#kernel/fiscal-year.ts';
import { withActions } from '../flow.ts';

const YearPath = z.strictObject({
  year: z.string().check(z.regex(FISCAL_YEAR, 'must be a fiscal year such as 2026, or 2026-06 where it ends with June')),
});

export const yearEnd = defineModule('finance/year-end', 'Year end', {
  listYearEnds: {
    route: 'GET /year-ends',
    summary: 'List the fiscal years, and whether each is closed',
    permission: 'books.read',
    output: z.object({ items: z.array(withActions(YearEndView, yearEndActions)) }),
  },
  getYearEnd: {
    route: 'GET /year-ends/{year}',
    summary: 'Get what a year end has before it: open months, what is still to be done, result, and proposed entries',
    description:
      '`tasks` tell what is usually done before: drafts, counted stock, what came without its bill, accruals, depreciation, balances in foreign currencies, returns; `done`, `open`, or `nothing` where the year has none of it. Nobody is kept from closing by them. Proposed are corporate tax on the result as the books have it, by the rate of `taxpayer` (LIS art. 29), and the distribution of the result (LSC arts. 273 and 274). Nothing is posted: who agrees posts them as journal entries.',
    permission: 'books.read',
    path: YearPath,
    query: z.strictObject({ taxpayer: z.optional(z.enum(TAXPAYERS)) }),
    output: withActions(YearEndGuide, yearEndActions),
    errors: ['fiscal_year.not_found', 'balances.behind'],
  },
  closeYear: {
    route: 'POST /year-ends/{year}/closing',
    summary: 'Close a fiscal year',
    description:
      'Income and expenses go to 129, then every balance is closed and opened again on the first day of the next year. Nobody can post in the year until it is reopened. Reports as of its last day are read before the closing, so that they show income and expenses.',
    permission: 'books.close',
    path: YearPath,
    body: z.strictObject({}),
    output: YearEndDetail,
    status: 200,
    dryRun: true,
    errors: [
      'fiscal_year.not_found',
      'year_end.closed',
      'year_end.not_over',
      'year_end.out_of_order',
      'year_end.next_not_open',
      'balances.behind',
    ],
    example: { body: {} },
  },
  reopenYear: {
    route: 'POST /year-ends/{year}/reopening',
    summary: 'Reopen a closed fiscal year, to post what came late and close it again',
    description: 'The entries that closed it are reversed, each linked to its reversal; months that were locked stay locked.',
    permission: 'books.close',
    path: YearPath,
    body: z.strictObject({ reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)) }),
    output: YearEndDetail,
    status: 200,
    dryRun: true,
    errors: ['year-end.not_found', 'year_end.not_closed', 'year_end.later_closed'],
    example: { body: { reason: 'Falta la factura del auditor' } },
  },
});
