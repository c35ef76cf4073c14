import * as z from 'zod/mini';
import { RefundInput, RefundView } from '#domain/finance/receivables/wire.ts';
import { type ActionSpec, EVERYBODY } from '#kernel/action.ts';
import { idWith } from '#kernel/id.ts';
import { Money } from '#kernel/money.ts';
import { pageOf } from '#kernel/page.ts';
import { eur, KEEPERS, POSTING, search } from './module-fields.ts';

/** Money paid back, and what customers owe in all. */
export const refunds = {
  recordRefund: {
    route: 'POST /refunds',
    summary: 'Pay unapplied credit back to the customer',
    roles: KEEPERS,
    profile: 'commands',
    body: RefundInput,
    output: RefundView,
    status: 201,
    dryRun: true,
    errors: ['receipt.not_found', 'credit-note.not_found', 'allocation.too_much', 'refund.too_early', ...POSTING],
    example: { body: { from: 'crn_R2026-000003', amount: eur('12.10') } },
  },
  listRefunds: {
    route: 'GET /refunds',
    summary: 'Refunds, newest first',
    roles: EVERYBODY,
    profile: 'queries',
    query: z.strictObject(search),
    output: pageOf(RefundView),
    errors: ['cursor.invalid'],
  },
  getRefund: {
    route: 'GET /refunds/{refundId}',
    summary: 'One refund',
    roles: EVERYBODY,
    profile: 'queries',
    path: z.strictObject({ refundId: idWith('rfd') }),
    output: RefundView,
    errors: ['refund.not_found'],
  },
  getReceivables: {
    route: 'GET /receivables',
    summary: 'What customers owe, by age, less unapplied credits: it equals the balance of account 430',
    roles: EVERYBODY,
    profile: 'queries',
    output: z.object({
      date: z.string(),
      openInvoices: Money,
      overdue: Money,
      unappliedCredits: Money,
      receivable: Money,
      count: z.int(),
      ageing: z.object({ notDue: Money, days1to30: Money, days31to60: Money, days61to90: Money, over90: Money }),
    }),
  },
} as const satisfies Record<string, ActionSpec>;
