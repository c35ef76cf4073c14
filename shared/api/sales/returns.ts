import * as z from 'zod/mini';
import { RefundView } from '#domain/finance/receivables/wire.ts';
import { OrderPath } from '#domain/sales/orders/wire.ts';
import { RETURN_STATES, RETURN_WAITS } from '#domain/sales/returns/return.ts';
import { returnActions } from '#domain/sales/returns/return-actions.ts';
import {
  AuthoriseReturn,
  CancelReturn,
  ReceiveReturn,
  RefundReturn,
  ReturnExecution,
  ReturnPath,
  ReturnReceiptView,
  ReturnView,
} from '#domain/sales/returns/wire.ts';
import { defineModule, type WorkerSpec } from '#kernel/action.ts';
import { idWith } from '#kernel/id.ts';
import { Money } from '#kernel/money.ts';
import { datedQuery, pageOf } from '#kernel/page.ts';
import { withFlow } from '../flow.ts';
import { POSTING_REFUSALS } from '../posting.ts';

const workers = {
  reconcileReturns: {
    file: 'reconcile-returns.event',
    summary: 'Restarts missing executions of returns, and recovers lost events and timers',
    on: { schedule: 'cron(5/15 3-5 * * ? *)' },
    grants: ['records:write', 'starts:order-return', 'answers:order-return'],
    timeoutSeconds: 900,
  },
  settleReturn: {
    file: 'settle-return.task',
    summary: 'Refunds a received return, or leaves it as customer credit',
    grants: ['records:write'],
    timeoutSeconds: 30,
  },
  expireReturn: {
    file: 'expire-return.task',
    summary: 'Closes a return whose goods did not arrive in time',
    grants: ['records:write'],
    timeoutSeconds: 30,
  },
} as const satisfies Record<string, WorkerSpec>;

export const returns = defineModule(
  'sales/returns',
  { title: 'Returns', workers },
  {
    authoriseReturn: {
      route: 'POST /orders/{orderId}/returns',
      summary: 'Authorise a return of goods by the customer',
      description: 'Nothing moves until the goods are here. An order never expects back more than was shipped and has not come back yet.',
      permission: 'returns.write',
      path: OrderPath,
      body: AuthoriseReturn,
      output: ReturnView,
      dryRun: true,
      errors: [
        'order.not_found',
        'order.busy',
        'order.state',
        'return.line',
        'return.too_much',
        'return.too_early',
        'return.nothing_left',
        'period.not_open',
      ],
      example: { body: { reason: 'Llegó rota', lines: [{ line: 1, quantity: '1' }] } },
    },
    receiveReturn: {
      route: 'POST /returns/{returnId}/receipt',
      summary: 'Receive returned goods in full or in part, with stock and credit note in one transaction',
      description:
        'Only what is accepted. What is restocked comes back at the cost at which it had left; what is scrapped is written off at that cost. The credit is at the tax rates of the invoice.',
      permission: 'returns.receive',
      path: ReturnPath,
      body: ReceiveReturn,
      output: ReturnReceiptView,
      dryRun: true,
      errors: [
        'return.not_found',
        'return.state',
        'return.line',
        'return.too_much',
        'return.too_early',
        'return.too_long',
        'credit.too_much',
        'credit_note.too_early',
        ...POSTING_REFUSALS,
      ],
      example: { body: { lines: [{ line: 1, quantity: '1', disposition: 'restock' }], closes: true } },
    },
    refundReturn: {
      route: 'POST /returns/{returnId}/refund',
      summary: 'Refund the unapplied credit of a return',
      description:
        'Never more than was received and credited. Who authorised or received the return cannot pay it back; whoever may pay alone can, and the refund says so.',
      permission: 'payments.refund',
      path: ReturnPath,
      body: RefundReturn,
      output: z.object({ returnId: z.string(), amount: Money, refunds: z.array(RefundView) }),
      dryRun: true,
      errors: [
        'return.not_found',
        'refund.same_person',
        'refund.over_limit',
        'return.nothing_to_refund',
        'return.refund_too_much',
        'refund.too_early',
        ...POSTING_REFUSALS,
      ],
      example: { body: { method: 'bank' } },
    },
    cancelReturn: {
      route: 'POST /returns/{returnId}/cancellation',
      summary: 'Cancel a return, or close it short of what has not arrived',
      permission: 'returns.write',
      path: ReturnPath,
      body: CancelReturn,
      output: ReturnView,
      status: 200,
      dryRun: true,
      errors: ['return.not_found', 'return.state'],
      example: { body: { reason: 'El cliente se lo queda' } },
    },
    getReturn: {
      route: 'GET /returns/{returnId}',
      summary: 'Get a return with what was authorised, received, credited and refunded',
      permission: 'returns.read',
      path: ReturnPath,
      output: withFlow(z.object({ ...ReturnView.shape, execution: z.optional(ReturnExecution) }), returnActions),
      errors: ['return.not_found'],
    },
    listReturns: {
      route: 'GET /returns',
      summary: 'List returns, newest first',
      permission: 'returns.read',
      query: z.strictObject({
        ...datedQuery,
        state: z.optional(z.enum(RETURN_STATES)),
        awaits: z.optional(z.enum(RETURN_WAITS)),
        orderId: z.optional(idWith('ord')),
        customerId: z.optional(idWith('cus')),
      }),
      output: pageOf(ReturnView),
    },
  },
);
