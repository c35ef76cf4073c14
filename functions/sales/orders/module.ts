import * as z from 'zod/mini';
import { EntryView } from '#domain/finance/wire.ts';
import { ORDER_STATUSES } from '#domain/sales/orders/progress.ts';
import {
  CancelOrder,
  ExecutionView,
  InvoiceOrder,
  OrderPath,
  OrderView,
  PlaceOrder,
  PlaceQuote,
  ShipmentView,
  ShipOrder,
} from '#domain/sales/orders/wire.ts';
import { defineModule, EVERYBODY, type WorkerSpec } from '#kernel/action.ts';
import { BusinessDate } from '#kernel/date.ts';
import { idWith } from '#kernel/id.ts';
import { anyOf, pageOf, pageQuery } from '#kernel/page.ts';

const SELLERS = ['owner', 'sales', 'integration'] as const;
const SHIPPERS = ['owner', 'warehouse', 'integration'] as const;
const BILLERS = ['owner', 'accountant', 'sales', 'integration'] as const;

/** Refusals of every step of an order that is there already. */
const ON_ORDER = ['order.not_found', 'order.state', 'order.busy'] as const;

const workers = {
  followSales: {
    file: 'follow-sales.event',
    summary: 'Starts and answers the executions of orders and returns',
    on: { stream: { kinds: ['order', 'invoice', 'return', 'wait'] }, batch: 50 },
    grants: ['records:read', 'starts:order-to-cash', 'answers:order-to-cash', 'starts:order-return', 'answers:order-return'],
    timeoutSeconds: 60,
  },
  reconcileOrders: {
    file: 'reconcile-orders.event',
    summary: 'Starts missing executions again, and rings timers that were lost',
    on: { schedule: 'cron(0 3 * * ? *)' },
    grants: ['records:read', 'starts:order-to-cash', 'answers:order-to-cash'],
    timeoutSeconds: 900,
  },
  finishOrders: {
    file: 'finish-orders.event',
    summary: 'Ends the steps of long orders that a crash cut off',
    on: { schedule: 'rate(1 hour)' },
    grants: ['records:write'],
    timeoutSeconds: 900,
  },
  closeOrder: {
    file: 'close-order.task',
    summary: 'Closes a settled order',
    grants: ['records:write'],
    timeoutSeconds: 30,
  },
  remindCustomer: {
    file: 'remind-customer.task',
    summary: 'Takes a dunning step',
    grants: ['records:write', 'mail:send'],
    timeoutSeconds: 30,
  },
  releaseOrder: {
    file: 'release-order.task',
    summary: 'Cancels an order that did not ship in time',
    grants: ['records:write'],
    timeoutSeconds: 60,
  },
  refundOrder: {
    file: 'refund-order.task',
    summary: 'Pays a cancelled order back',
    grants: ['records:write'],
    timeoutSeconds: 30,
  },
} as const satisfies Record<string, WorkerSpec>;

export const orders = defineModule(
  'sales/orders',
  { title: 'Orders', workers },
  {
    placeOrder: {
      route: 'POST /orders',
      summary: 'Place an order, or make a quote',
      description:
        'Reserves the stock and checks the credit limit in the same transaction. Orders of up to 1,000 lines are taken whole or not at all.',
      roles: SELLERS,
      profile: 'commands',
      body: PlaceOrder,
      output: OrderView,
      status: 201,
      dryRun: true,
      errors: ['customer.not_found', 'customer.credit_exceeded', 'item.not_found', 'item.inactive', 'stock.short', 'period.not_open'],
      example: {
        body: { customerId: 'cus_01JDG8ZK5T7QWERTY2MNPQRSTV', lines: [{ itemId: 'itm_01JDG8ZK5T7QWERTY2MNPQRSTV', quantity: '2' }] },
      },
    },
    placeQuote: {
      route: 'POST /orders/{orderId}/placement',
      summary: 'Place a quote that the customer has accepted',
      roles: SELLERS,
      profile: 'commands',
      path: OrderPath,
      body: PlaceQuote,
      output: OrderView,
      dryRun: true,
      errors: ['order.too_early', 'period.not_open', ...ON_ORDER, 'stock.short', 'customer.credit_exceeded'],
    },
    shipOrder: {
      route: 'POST /orders/{orderId}/shipments',
      summary: 'Ship an order, wholly or in part',
      description: 'Issues the goods at moving average and, where the company invoices on shipment, issues the invoice: one transaction.',
      roles: SHIPPERS,
      profile: 'commands',
      path: OrderPath,
      body: ShipOrder,
      output: z.object({ ...ShipmentView.shape, entries: z.array(EntryView) }),
      status: 201,
      dryRun: true,
      errors: [
        ...ON_ORDER,
        'shipment.line',
        'shipment.too_much',
        'shipment.nothing_open',
        'shipment.taken_back',
        'stock.not_on_hand',
        'period.not_open',
        'period.closed',
        'period.locked',
      ],
      example: { body: {} },
    },
    invoiceOrder: {
      route: 'POST /orders/{orderId}/invoices',
      summary: 'Invoice what has been shipped or ordered and is not yet invoiced',
      roles: BILLERS,
      profile: 'commands',
      path: OrderPath,
      body: InvoiceOrder,
      output: z.object({ orderId: z.string(), invoiceId: z.string(), number: z.string(), entries: z.array(EntryView) }),
      status: 201,
      dryRun: true,
      errors: [...ON_ORDER, 'invoice.nothing_open', 'period.not_open', 'period.closed', 'period.locked'],
      example: { body: {} },
    },
    cancelOrder: {
      route: 'POST /orders/{orderId}/cancellation',
      summary: 'Cancel an order before it ships',
      description:
        'Releases the stock and the credit. An invoice issued on order is taken back by a credit note, and money received stays as unapplied credit.',
      roles: SELLERS,
      profile: 'commands',
      path: OrderPath,
      body: CancelOrder,
      output: OrderView,
      dryRun: true,
      errors: [...ON_ORDER, 'order.shipped', 'credit_note.too_early'],
      example: { body: { reason: 'The customer changed their mind' } },
    },
    getOrder: {
      route: 'GET /orders/{orderId}',
      summary: 'One order: its lines, its progress, and where its execution is',
      roles: EVERYBODY,
      profile: 'queries',
      path: OrderPath,
      output: z.object({
        ...OrderView.shape,
        execution: z.optional(ExecutionView),
      }),
      errors: ['order.not_found'],
    },
    listOrders: {
      route: 'GET /orders',
      summary: 'Orders, newest first',
      roles: EVERYBODY,
      profile: 'queries',
      query: z.strictObject({
        ...pageQuery,
        from: z.optional(BusinessDate),
        to: z.optional(BusinessDate),
        /** One status or several, with commas between. */
        status: z.optional(anyOf(ORDER_STATUSES)),
        customerId: z.optional(idWith('cus')),
        q: z.optional(z.string().check(z.maxLength(80))),
      }),
      output: pageOf(OrderView),
    },
  },
);
