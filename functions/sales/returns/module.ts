import * as z from 'zod/mini';
import { RefundView } from '#domain/finance/receivables/wire.ts';
import { OrderPath } from '#domain/sales/orders/wire.ts';
import { RETURN_STATES, RETURN_WAITS } from '#domain/sales/returns/return.ts';
import {
  AnnounceReturn,
  CancelReturn,
  ReceiveReturn,
  RefundReturn,
  ReturnExecution,
  ReturnPath,
  ReturnReceiptView,
  ReturnView,
} from '#domain/sales/returns/wire.ts';
import { defineModule, EVERYBODY, type WorkerSpec } from '#kernel/action.ts';
import { BusinessDate } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { Money } from '#kernel/money.ts';
import { pageOf, pageQuery } from '#kernel/page.ts';

const SELLERS = ['owner', 'sales', 'integration'] as const;
const RECEIVERS = ['owner', 'warehouse', 'integration'] as const;
const PAYERS = ['owner', 'accountant'] as const;
const POSTING = ['period.not_open', 'period.closed', 'period.locked'] as const;

const workers = {
  reconcileReturns: {
    file: 'reconcile-returns.event',
    summary: 'Starts missing executions of returns again, and rings timers that were lost',
    on: { schedule: 'cron(30 3 * * ? *)' },
    grants: ['records:read', 'starts:order-return', 'answers:order-return'],
    timeoutSeconds: 900,
  },
  settleReturn: {
    file: 'settle-return.task',
    summary: 'Pays a received return back, or leaves it as credit',
    grants: ['records:write'],
    timeoutSeconds: 30,
  },
  expireReturn: {
    file: 'expire-return.task',
    summary: 'Ends a return whose goods did not come in time',
    grants: ['records:write'],
    timeoutSeconds: 30,
  },
} as const satisfies Record<string, WorkerSpec>;

export const returns = defineModule(
  'sales/returns',
  { title: 'Returns', workers },
  {
    announceReturn: {
      route: 'POST /orders/{orderId}/returns',
      summary: 'Announce a return: the customer is to send goods back',
      description: 'Nothing moves until the goods are here. An order never expects back more than was shipped and has not come back yet.',
      roles: SELLERS,
      profile: 'commands',
      path: OrderPath,
      body: AnnounceReturn,
      output: ReturnView,
      status: 201,
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
      summary: 'Receive returned goods, wholly or in part: stock and credit note in one transaction',
      description:
        'Only what is accepted. What is restocked comes back at the cost at which it had left; what is scrapped is written off at that cost. The credit is at the tax rates of the invoice.',
      roles: RECEIVERS,
      profile: 'commands',
      path: ReturnPath,
      body: ReceiveReturn,
      output: ReturnReceiptView,
      status: 201,
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
        ...POSTING,
      ],
      example: { body: { lines: [{ line: 1, quantity: '1', disposition: 'restock' }], closes: true } },
    },
    refundReturn: {
      route: 'POST /returns/{returnId}/refund',
      summary: 'Pay back what the credit notes of a return have open',
      description: 'Never more than was received and credited. Who announced the return cannot pay it back, unless they own the company.',
      roles: PAYERS,
      profile: 'commands',
      path: ReturnPath,
      body: RefundReturn,
      output: z.object({ returnId: z.string(), amount: Money, refunds: z.array(RefundView) }),
      status: 201,
      dryRun: true,
      errors: [
        'return.not_found',
        'return.same_person',
        'return.nothing_to_refund',
        'return.refund_too_much',
        'refund.too_early',
        ...POSTING,
      ],
      example: { body: { method: 'bank' } },
    },
    cancelReturn: {
      route: 'POST /returns/{returnId}/cancellation',
      summary: 'Cancel a return of which nothing has come, or give up what has not come of it',
      roles: SELLERS,
      profile: 'commands',
      path: ReturnPath,
      body: CancelReturn,
      output: ReturnView,
      dryRun: true,
      errors: ['return.not_found', 'return.state'],
      example: { body: { reason: 'El cliente se lo queda' } },
    },
    getReturn: {
      route: 'GET /returns/{returnId}',
      summary: 'One return: what was announced, what came, what was credited and paid back',
      roles: EVERYBODY,
      profile: 'queries',
      path: ReturnPath,
      output: z.object({ ...ReturnView.shape, execution: z.optional(ReturnExecution) }),
      errors: ['return.not_found'],
    },
    listReturns: {
      route: 'GET /returns',
      summary: 'Returns, newest first',
      roles: EVERYBODY,
      profile: 'queries',
      query: z.strictObject({
        ...pageQuery,
        from: z.optional(BusinessDate),
        to: z.optional(BusinessDate),
        state: z.optional(z.enum(RETURN_STATES)),
        awaits: z.optional(z.enum(RETURN_WAITS)),
        orderId: z.optional(idWith('ord')),
        customerId: z.optional(idWith('cus')),
        q: z.optional(z.string().check(z.maxLength(80))),
      }),
      output: pageOf(ReturnView),
      errors: ['cursor.invalid'],
    },
  },
);
