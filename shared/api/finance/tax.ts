import * as z from 'zod/mini';
import { AmountText, TaxPeriod } from '#domain/finance/tax/tax-period.ts';
import { TaxReturnView } from '#domain/finance/tax/wire.ts';
import { defineModule } from '#kernel/action.ts';

export const tax = defineModule('finance/tax', 'Tax returns', {
  getTaxReturn: {
    route: 'GET /tax-returns/{form}',
    summary: 'Get the draft of a tax return: form 303 of a quarter or a month',
    description:
      'Box by box, from sums that follow each posting within a second or so; nothing is filed. `pending` is box 110, what earlier periods left to compensate. `ties` compares the totals with accounts 477 and 472; `unassigned` names taxes that the form has no box for.',
    permission: 'books.read',
    profile: 'queries',
    path: z.strictObject({ form: z.enum(['303']) }),
    query: z.strictObject({
      period: TaxPeriod,
      pending: z.optional(AmountText),
      consistent: z.optional(z.enum(['true', 'false'])),
    }),
    output: TaxReturnView,
    errors: ['balances.behind', 'tax_return.no_form'],
  },
});
