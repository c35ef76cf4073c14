import * as z from 'zod/mini';
import { EntryView } from '#domain/finance/wire.ts';
import { orderActions } from '#domain/sales/orders/order-actions.ts';
import { ORDER_STATUSES, ORDER_WAITS } from '#domain/sales/orders/progress.ts';
import {
  CancelOrder,
  CancelRest,
  ExecutionView,
  InvoiceOrder,
  OrderPath,
  OrderView,
  OrderWarnings,
  PlacedOrderView,
  PlaceOrder,
  PlaceQuote,
  ShipmentView,
  ShipOrder,
} from '#domain/sales/orders/wire.ts';
import { defineModule, type WorkerSpec } from '#kernel/action.ts';
import { idWith } from '#kernel/id.ts';
import { anyOf, datedQuery, pageOf } from '#kernel/page.ts';
import { withActions, withFlow } from '../flow.ts';
import { POSTING_REFUSALS } from '../posting.ts';

/** Refusals of every step of an order that is there already. */
const ON_ORDER = ['order.not_found', 'order.state', 'order.busy'] as const;
/** Refusals of every step that may invoice: of the tax, and of who has no tax id. */
const RECIPIENT = ['tax.recipient', 'tax.vies', 'invoice.recipient_unidentified'] as const;
/** Refusals of every step whose invoice may take money in advance off. */
const ADVANCES = ['invoice.not_found', 'advance.none', 'advance.other', 'advance.currency', 'advance.used', 'advance.rate'] as const;

const workers = {
  followSales: {
    file: 'follow-sales.event',
    summary: 'Starts the executions of orders and returns, answers what they wait for, and reopens or closes them as money comes and goes',
    on: { changes: ['order', 'invoice', 'credit-note', 'return', 'wait'] },
    grants: ['records:write', 'starts:order-to-cash', 'answers:order-to-cash', 'starts:order-return', 'answers:order-return'],
    timeoutSeconds: 30,
  },
  reconcileOrders: {
    file: 'reconcile-orders.event',
    summary: 'Restarts missing executions of orders, and recovers lost events and timers',
    // One round a night: a run that has no time left is followed by the next.
    on: { schedule: 'cron(0/15 3-5 * * ? *)' },
    grants: ['records:write', 'starts:order-to-cash', 'answers:order-to-cash'],
    timeoutSeconds: 900,
  },
  finishOrders: {
    file: 'finish-orders.event',
    summary: 'Completes or rolls back operations of long orders that a crash interrupted',
    on: { schedule: 'rate(1 hour)' },
    grants: ['records:write'],
    timeoutSeconds: 900,
  },
  followStock: {
    file: 'follow-stock.event',
    summary: 'Settles which orders bear a loss of stock, and tells orders what they wait for',
    on: { changes: ['stock'] },
    grants: ['records:write'],
    timeoutSeconds: 60,
  },
  settleStock: {
    file: 'settle-stock.event',
    summary: 'Settles stock and orders that a lost event has left apart',
    on: { schedule: 'cron(45 3 * * ? *)' },
    grants: ['records:write'],
    timeoutSeconds: 900,
  },
  closeOrder: {
    file: 'close-order.task',
    summary: 'Closes a settled order',
    grants: ['records:write'],
    timeoutSeconds: 30,
  },
  releaseOrder: {
    file: 'release-order.task',
    summary: 'Cancels an order that was not shipped in time',
    grants: ['records:write'],
    timeoutSeconds: 60,
  },
  refundOrder: {
    file: 'refund-order.task',
    summary: 'Refunds a cancelled order',
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
      summary: 'Place an order or create a quote',
      description:
        'Reserves the stock and checks the credit limit in the same transaction. Orders of up to 1,000 lines are taken whole or not at all.',
      permission: 'orders.write',
      body: PlaceOrder,
      output: PlacedOrderView,
      dryRun: true,
      errors: [
        'customer.not_found',
        'customer.credit_exceeded',
        'dimension.value',
        'item.not_found',
        'item.inactive',
        ...RECIPIENT,
        'stock.short',
        ...POSTING_REFUSALS,
      ],
      example: {
        body: { customerId: 'cus_01JDG8ZK5T7QWERTY2MNPQRSTV', lines: [{ itemId: 'itm_01JDG8ZK5T7QWERTY2MNPQRSTV', quantity: '2' }] },
      },
    },
    placeQuote: {
      route: 'POST /orders/{orderId}/placement',
      summary: 'Turn an accepted quote into an order',
      permission: 'orders.write',
      path: OrderPath,
      body: PlaceQuote,
      output: PlacedOrderView,
      status: 200,
      dryRun: true,
      errors: ['order.too_early', ...RECIPIENT, ...POSTING_REFUSALS, ...ON_ORDER, 'stock.short', 'customer.credit_exceeded'],
    },
    shipOrder: {
      route: 'POST /orders/{orderId}/shipments',
      summary: 'Ship an order in full or in part',
      description:
        'Issues the goods at moving average and, where the company invoices on shipment, issues the invoice: one transaction. What others have reserved before stays theirs. A customer without a tax id gets a simplified invoice up to the company’s limit; above it the shipment is refused whole, unless it leaves without its invoice. The invoice takes off the money in advance that was recorded for the order or, where `advances` names some, those.',
      permission: 'orders.ship',
      path: OrderPath,
      body: ShipOrder,
      output: z.object({ ...ShipmentView.shape, entries: z.array(EntryView) }),
      dryRun: true,
      errors: [
        ...ON_ORDER,
        'shipment.line',
        'shipment.too_much',
        'shipment.nothing_open',
        'operation.rolled_back',
        'stock.not_on_hand',
        'stock.backordered',
        'shipment.too_early',
        ...ADVANCES,
        ...RECIPIENT,
        ...POSTING_REFUSALS,
      ],
      example: { body: {} },
    },
    invoiceOrder: {
      route: 'POST /orders/{orderId}/invoices',
      summary: 'Invoice what has been shipped or ordered and not yet invoiced',
      description:
        'It takes off the money in advance that was recorded for the order or, where `advances` names some, those: of each rate of tax no more than it bills at that rate.',
      permission: 'orders.invoice',
      path: OrderPath,
      body: InvoiceOrder,
      output: z.object({ orderId: z.string(), invoiceId: z.string(), number: z.string(), entries: z.array(EntryView) }),
      dryRun: true,
      errors: [...ON_ORDER, 'invoice.nothing_open', 'invoice.too_early', ...ADVANCES, ...RECIPIENT, ...POSTING_REFUSALS],
      example: { body: {} },
    },
    cancelOrder: {
      route: 'POST /orders/{orderId}/cancellation',
      summary: 'Cancel an order before it is shipped',
      description:
        'Releases the stock and the credit. An invoice issued on order is taken back by a credit note, and money received stays as unapplied credit.',
      permission: 'orders.write',
      path: OrderPath,
      body: CancelOrder,
      output: OrderView,
      status: 200,
      dryRun: true,
      errors: [...ON_ORDER, 'order.shipped', 'cancellation.too_early', 'credit_note.too_early', ...POSTING_REFUSALS],
      example: { body: { reason: 'The customer changed their mind' } },
    },
    cancelRest: {
      route: 'POST /orders/{orderId}/rest-cancellation',
      summary: 'Cancel what has not been shipped of a partly shipped order',
      description:
        'Releases the stock and the credit of the rest; what was invoiced on order is given back by a credit note. The order goes on with what has shipped.',
      permission: 'orders.write',
      path: OrderPath,
      body: CancelRest,
      output: OrderView,
      status: 200,
      dryRun: true,
      errors: [...ON_ORDER, 'order.unshipped', 'shipment.nothing_open', 'rest.too_early', 'credit_note.too_early', ...POSTING_REFUSALS],
      example: { body: { reason: 'The supplier has discontinued it' } },
    },
    restoreRest: {
      route: 'POST /orders/{orderId}/rest-restoration',
      summary: 'Ask again for what was cancelled of a partly shipped order',
      description: 'Reserves stock and credit as when it was placed. What a credit note gave back is final.',
      permission: 'orders.write',
      path: OrderPath,
      output: OrderView,
      status: 200,
      dryRun: true,
      errors: [...ON_ORDER, 'order.not_short', 'order.rest_credited', 'order.rest_too_long', 'stock.short', 'customer.credit_exceeded'],
    },
    getOrder: {
      route: 'GET /orders/{orderId}',
      summary: 'Get an order with its lines, progress, documents and execution',
      permission: 'orders.read',
      path: OrderPath,
      output: withFlow(
        z.object({ ...OrderView.shape, warehouseName: z.string(), execution: z.optional(ExecutionView), warnings: OrderWarnings }),
        orderActions,
      ),
      errors: ['order.not_found'],
    },
    listOrders: {
      route: 'GET /orders',
      summary: 'List orders, newest first',
      permission: 'orders.read',
      query: z.strictObject({
        ...datedQuery,
        /** One status or several, with commas between. */
        status: z.optional(anyOf(ORDER_STATUSES)),
        /** All of what is open can be shipped, is not all there, or is to be invoiced. */
        awaits: z.optional(z.enum(ORDER_WAITS)),
        customerId: z.optional(idWith('cus')),
        itemId: z.optional(idWith('itm')),
      }),
      output: pageOf(withActions(OrderView, orderActions)),
    },
  },
);
