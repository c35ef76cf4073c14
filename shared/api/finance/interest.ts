import * as z from 'zod/mini';
import { LateRateInput, SemesterText } from '#domain/finance/interest/late-rate.ts';
import { LateInterestView, LateRateView } from '#domain/finance/interest/wire.ts';
import { InvoiceId } from '#domain/finance/receivables/invoice.ts';
import { defineModule } from '#kernel/action.ts';
import { BusinessDate } from '#kernel/date.ts';

export const interest = defineModule('finance/interest', 'Interest for late payment', {
  listLateRates: {
    route: 'GET /late-rates',
    summary: 'List the rates of interest for late payment by half-year, newest first',
    description: 'Ley 3/2004, art. 7: percent a year. A half-year without a rate waits for a person who confirms it.',
    permission: 'invoices.read',
    output: z.object({ items: z.array(LateRateView) }),
  },
  putLateRate: {
    route: 'PUT /late-rates/{semester}',
    summary: 'Set the rate of a half-year, with where it was read',
    permission: 'books.post',
    path: z.strictObject({ semester: SemesterText }),
    body: LateRateInput,
    output: LateRateView,
    example: { body: { percent: '10.40', source: 'BOE-A-2026-00000' } },
  },
  getLateInterest: {
    route: 'GET /invoices/{invoiceId}/late-interest',
    summary: 'Get the interest for late payment of an invoice up to a day',
    description:
      'Each day’s open amount at the rate of its half-year over 365 days, rounded once, and 40 EUR for the costs of asking. Between businesses alone; it is owed also when the invoice has been paid since. Nothing is posted.',
    permission: 'invoices.read',
    path: z.strictObject({ invoiceId: InvoiceId }),
    query: z.strictObject({ date: z.optional(BusinessDate) }),
    output: LateInterestView,
    errors: ['invoice.not_found'],
  },
});
