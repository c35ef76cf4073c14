import * as z from 'zod/mini';
import { DimensionCode, ValueCode } from '#domain/finance/analysis/dimension.ts';
import { AccountCode } from '#domain/finance/ledger/own-account.ts';
import { STATEMENTS } from '#domain/finance/statements/model.ts';
import { MODEL_NAMES } from '#domain/finance/statements/models.ts';
import { SHEET_FORMATS, SHEETS } from '#domain/finance/statements/sheet.ts';
import { StatementDifferencesView, StatementFileView, StatementView } from '#domain/finance/statements/wire.ts';
import { defineModule } from '#kernel/action.ts';
import { BusinessDate, Instant } from '#kernel/date.ts';
import { pageQuery } from '#kernel/page.ts';
import { KNOWN_REFUSALS } from '../posting.ts';

const days = {
  model: z.optional(z.enum(MODEL_NAMES)),
  date: z.optional(BusinessDate),
  from: z.optional(BusinessDate),
  comparedDate: z.optional(BusinessDate),
  comparedFrom: z.optional(BusinessDate),
};
const known = { knownAt: z.optional(Instant) };
const values = { dimension: z.optional(DimensionCode), value: z.optional(ValueCode) };
const flag = z.optional(z.enum(['true', 'false']));

const REFUSALS = [
  'balances.behind',
  'dimension.not_found',
  'dimension.value',
  'range.backwards',
  'statement.by_dimension',
  'statement.nothing_compared',
  'statement.whole_months',
  'statement.years_crossed',
] as const;

export const statements = defineModule('finance/statements', 'Annual accounts', {
  getStatement: {
    route: 'GET /statements/{statement}',
    summary: 'Get a statement of annual accounts as of any day: balance sheet, profit and loss, cash flow, changes in equity',
    description:
      'By one of the three models of the Spanish PGC, each line with the accounts that it takes. Without `from`, and of a balance sheet always, from the first day of the year; `comparedDate` adds a second column. Cash flow (indirect as the PGC has it, or direct, derived from what balances moved by) and changes in equity are of days within one fiscal year; cash flow has the lines of the normal model whatever `model` says. The profit and loss account can be had by `dimension`: a column for each value, what no value is told of, and the whole; or of one `value`, which can be compared; in whole months. What no line takes is in `unassigned`. Read from balances, which follow each posting within a second or so. `consistent=true` waits until every entry posted before the request is counted. With `knownAt`, as the books said at that moment, after the first close of a period: what was posted later, of whatever date, is not in it; not by dimension.',
    permission: 'books.read',
    path: z.strictObject({ statement: z.enum(STATEMENTS) }),
    query: z.strictObject({ ...days, ...known, ...values, consistent: flag }),
    output: StatementView,
    errors: [...REFUSALS, ...KNOWN_REFUSALS],
  },
  getStatementDifferences: {
    route: 'GET /statements/{statement}/differences',
    summary: 'Get what a statement says now otherwise than it did at a moment, and the entries that came since',
    description:
      '`lines` are those whose amounts differ, `before` as they were known at `knownAt`, `after` as they are now; `entries` are those of the statement’s days that were posted after it, in the order in which they came, each with who posted it and why. The days end before that of `knownAt`.',
    permission: 'books.read',
    path: z.strictObject({ statement: z.enum(STATEMENTS) }),
    query: z.strictObject({
      model: days.model,
      date: BusinessDate,
      from: days.from,
      knownAt: Instant,
      limit: pageQuery.limit,
      cursor: pageQuery.cursor,
    }),
    output: StatementDifferencesView,
    errors: [...REFUSALS, ...KNOWN_REFUSALS, 'books.not_over_then', 'cursor.invalid'],
  },
  getStatementFile: {
    route: 'GET /statements/{statement}/file',
    summary: 'Get a statement, the trial balance, an account’s ledger or what is owed by age as CSV, XLSX or PDF in base64',
    description:
      'Of every entry posted before the request. `accounts=true` puts the accounts below each line, `whole=true` lines without a figure as well. In Spanish, a CSV separates by semicolons and writes decimals with a comma, as programs of an office in Spain read it; in English by commas, with a point. By dimension, a PDF holds up to 10 columns. `account-ledger` is of the `account` that is named, up to 5,000 lines with the running balance (2,000 in a PDF); `receivables-ageing` and `payables-ageing` are of what is open today, a row for each customer or supplier, with the totals of `GET /receivables` and `GET /payables`. Statements and the trial balance also with `knownAt`, as the books said at that moment. Without `language`, in that of the company’s documents.',
    permission: 'books.export',
    profile: 'print',
    path: z.strictObject({ statement: z.enum(SHEETS) }),
    query: z.strictObject({
      ...days,
      ...known,
      ...values,
      account: z.optional(AccountCode),
      format: z.enum(SHEET_FORMATS),
      language: z.optional(z.enum(['es', 'en'])),
      accounts: flag,
      whole: flag,
    }),
    output: StatementFileView,
    errors: [
      ...REFUSALS,
      ...KNOWN_REFUSALS,
      'account.not_found',
      'statement.account',
      'statement.known',
      'statement.of_today',
      'statement.too_long',
      'statement.too_wide',
    ],
  },
});
