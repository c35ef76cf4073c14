import { describe, expect, it } from 'vitest';
import type { StoredOrder } from '../../../shared/domain/sales/orders/order.ts';
import {
  answerTo,
  expired,
  isAbandoned,
  isSettled,
  MAX_WAIT_DAYS,
  type Owed,
  shipUntil,
} from '../../../shared/domain/sales/orders/workflow.ts';
import type { IsoDate } from '../../../shared/kernel/date.ts';
import type { Minor } from '../../../shared/kernel/money.ts';

const day = (text: string) => text as IsoDate;
const owed = (open: number): Owed => ({ open: open as Minor });

/** An order of two pieces, of which so many are shipped; their shipment is invoiced or not. */
const order = (shipped: string, invoiced: 'billed' | 'unbilled', more: object = {}): StoredOrder =>
  ({
    state: 'placed',
    date: '2026-03-01',
    invoiceOn: 'shipment',
    lines: [{ quantity: '2', shipped }],
    shipments: shipped === '0' ? [] : [invoiced === 'billed' ? { invoiceId: 'inv_F2026-000001' } : {}],
    history: [{ at: '2026-03-01T09:00:00.000Z' }],
    ...more,
  }) as unknown as StoredOrder;

describe('what an execution waits for', () => {
  const paid = [owed(0)];

  it.each<[string, StoredOrder, readonly Owed[], string | undefined, string | undefined]>([
    ['nothing shipped', order('0', 'unbilled'), [], undefined, undefined],
    ['part shipped', order('1', 'billed'), paid, undefined, undefined],
    ['all shipped', order('2', 'unbilled'), [], 'go', undefined],
    ['shipped and invoiced', order('2', 'billed'), [owed(1)], 'go', undefined],
    ['one of two paid', order('2', 'billed'), [...paid, owed(1)], 'go', undefined],
    ['paid', order('2', 'billed'), paid, 'go', 'go'],
    ['cancelled', order('0', 'unbilled', { state: 'cancelled' }), [], 'cancelled', 'cancelled'],
    ['under way', order('2', 'billed', { pendingOperation: {} }), paid, undefined, undefined],
  ])('%s', (_, of, all, shipment, payment) => {
    expect([answerTo('shipment', of, all), answerTo('payment', of, all)]).toEqual([shipment, payment]);
  });

  it('is all that there is where all is shipped, invoiced and paid', () => {
    expect([isSettled(order('2', 'billed'), paid), isSettled(order('2', 'billed'), [])]).toEqual([true, true]);
    for (const of of [order('1', 'billed'), order('2', 'unbilled')]) expect(isSettled(of, paid)).toBe(false);
    expect(isSettled(order('2', 'billed'), [...paid, owed(1)])).toBe(false);
  });

  it('is waited for as long as the company says, or 300 days', () => {
    expect(MAX_WAIT_DAYS).toBe(300);
    const [unshipped, begun] = [
      order('0', 'unbilled'),
      order('1', 'billed', { shipments: [{ date: '2026-03-05' }, { date: '2026-03-04' }] }),
    ];
    const both = { cancelUnshippedAfterDays: 10, cancelRestAfterDays: 3 };
    expect([unshipped, begun].map((of) => shipUntil(of, { cancelUnshippedAfterDays: 10 }))).toEqual(['2026-03-11', undefined]);
    expect([unshipped, begun].map((of) => shipUntil(of, both))).toEqual(['2026-03-04', '2026-03-08']);
    expect(shipUntil(unshipped, {})).toBeUndefined();
  });

  it.each<[string, StoredOrder, string, 'order' | 'rest' | undefined]>([
    ['unshipped, the day before', order('0', 'unbilled'), '2026-03-10', undefined],
    ['unshipped, on its last day', order('0', 'unbilled'), '2026-03-11', 'order'],
    ['begun, the day before', order('1', 'billed', { shipments: [{ date: '2026-03-05' }] }), '2026-03-07', undefined],
    ['begun, three days after its last shipment', order('1', 'billed', { shipments: [{ date: '2026-03-05' }] }), '2026-03-08', 'rest'],
    ['shipped', order('2', 'billed', { shipments: [{ date: '2026-03-05' }] }), '2026-12-31', undefined],
    ['under way', order('0', 'unbilled', { pendingOperation: {} }), '2026-12-31', undefined],
    ['ended', order('0', 'unbilled', { state: 'cancelled' }), '2026-12-31', undefined],
  ])('an order that is %s', (_, of, today, ends) => {
    expect(expired(of, { cancelUnshippedAfterDays: 10, cancelRestAfterDays: 3 }, day(today))).toBe(ends);
    expect(expired(of, {}, day(today))).toBeUndefined();
  });
});

it.each([
  ['09:15:00.000', false],
  ['09:15:00.001', true],
])('an operation that was begun at 9 is left at %s: %s', (time, left) => {
  const now = new Date(`2026-03-01T${time}Z`);
  expect(isAbandoned(order('0', 'unbilled', { pendingOperation: {} }), now)).toBe(left);
  expect(isAbandoned(order('0', 'unbilled'), now)).toBe(false);
});
