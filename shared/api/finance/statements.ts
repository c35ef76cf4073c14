import * as z from 'zod/mini';
import { STATEMENTS } from '#domain/finance/statements/model.ts';
import { MODEL_NAMES } from '#domain/finance/statements/models.ts';
import { StatementView } from '#domain/finance/statements/wire.ts';
import { defineModule } from '#kernel/action.ts';
import { BusinessDate } from '#kernel/date.ts';

export const statements = defineModule('finance/statements', 'Annual accounts', {
  getStatement: {
    route: 'GET /statements/{statement}',
    summary: 'Get the balance sheet or the profit and loss account as of any day',
    description:
      'By one of the three models of the Spanish PGC, each line with the accounts that it takes. Without `from`, and of a balance sheet always, from the first day of the year; `comparedDate` adds a second column. Read from balances, which follow each posting within a second or so. `consistent=true` waits until every entry posted before the request is counted.',
    permission: 'books.read',
    profile: 'queries',
    path: z.strictObject({ statement: z.enum(STATEMENTS) }),
    query: z.strictObject({
      model: z.optional(z.enum(MODEL_NAMES)),
      date: z.optional(BusinessDate),
      from: z.optional(BusinessDate),
      comparedDate: z.optional(BusinessDate),
      comparedFrom: z.optional(BusinessDate),
      consistent: z.optional(z.enum(['true', 'false'])),
    }),
    output: StatementView,
    errors: ['balances.behind', 'range.backwards', 'statement.nothing_compared'],
  },
});
