import { expect, it } from 'vitest';
import type { Order, OrderLine, OrderState, Shipment } from '#domain/sales/orders/order.ts';
import { orderActions } from '#domain/sales/orders/order-actions.ts';
import { returnActions } from '#domain/sales/returns/return-actions.ts';
import { type Refusal, refusal } from '#kernel/errors.ts';

const line = (shipped: string, returned = '0', authorised?: string) =>
  ({ no: 1, quantity: '5', shipped, returned, ...(authorised ? { authorised } : {}) }) as OrderLine;
const shipment = (more: Partial<Shipment> = {}): Shipment => ({ id: 'shp_1', date: '2026-03-10', lines: [[1, '5', 0]], ...more });
const order = (state: OrderState, line: OrderLine, shipments: readonly Shipment[] = [], more: Partial<Order> = {}) =>
  ({ state, lines: [line], shipments, invoiceOn: 'shipment', invoiceIds: [], ...more }) as unknown as Order;

const NAMES = ['placeQuote', 'shipOrder', 'invoiceOrder', 'authoriseReturn', 'cancelOrder'] as const;
const said = (of: Order) => NAMES.map((name) => orderActions[name](of)?.code ?? 'yes').join(' ');

it.each([
  ['a quote', order('quote', line('0')), 'yes order.state order.state order.state yes'],
  ['one being placed', order('placing', line('0')), 'yes order.state order.state order.state order.state'],
  ['a placed one', order('placed', line('0')), 'order.state yes invoice.nothing_open return.nothing_left yes'],
  ['a partly shipped one', order('placed', line('2'), [shipment()]), 'order.state yes yes yes order.shipped'],
  ['a shipped one', order('placed', line('5'), [shipment()]), 'order.state shipment.nothing_open yes yes order.shipped'],
  [
    'an invoiced one',
    order('placed', line('5'), [shipment({ invoiceId: 'inv_F2026-000001' })]),
    'order.state shipment.nothing_open invoice.nothing_open yes order.shipped',
  ],
  [
    'one that is all expected back',
    order('closed', line('5', '2', '3'), [shipment({ free: true })]),
    'order.state order.state order.state return.nothing_left order.shipped',
  ],
  ['a cancelled one', order('cancelled', line('0')), 'order.state order.state order.state order.state order.state'],
])('an order says of each action why not: %s', (_, of, codes) => {
  expect(said(of)).toBe(codes);
});

it('a return is received and cancelled while it is authorised, and paid back by somebody else while credit is open', () => {
  const codes = (state: 'authorised' | 'received' | 'closed', openCredit: number, payer?: Refusal) =>
    Object.values(returnActions).map((rule) => rule({ state, openCredit, payer })?.code ?? 'yes');
  expect(codes('authorised', 0)).toEqual(['yes', 'return.nothing_to_refund', 'yes']);
  expect(codes('received', 1)).toEqual(['return.state', 'yes', 'return.state']);
  expect(codes('received', 1, refusal('refund.same_person', 'x', 'path'))).toEqual(['return.state', 'refund.same_person', 'return.state']);
  expect(codes('closed', 0)).toEqual(['return.state', 'return.nothing_to_refund', 'return.state']);
});
