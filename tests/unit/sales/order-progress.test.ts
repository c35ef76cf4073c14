import { describe, expect, it } from 'vitest';
import type { Order, OrderLine, Shipment } from '../../../shared/domain/sales/orders/order.ts';
import { MAX_LINES, priceLines } from '../../../shared/domain/sales/orders/pricing.ts';
import {
  awaitedOf,
  pickLines,
  quantitiesByItem,
  refusalOfBusy,
  refusalOfShipped,
  refusalOfState,
  shipped,
  statusOf,
} from '../../../shared/domain/sales/orders/progress.ts';
import { lastDay, openShipments, unbilledShipments, withInvoice } from '../../../shared/domain/sales/orders/shipment-value.ts';
import { thrownBy } from '../../support/thrown.ts';

const line = (no: number, more: Partial<OrderLine> = {}): OrderLine =>
  ({ no, itemId: `itm_${no}`, code: `A${no}`, kind: 'stocked', quantity: '3', shipped: '0', cost: 0, ...more }) as OrderLine;
const shipment = (more: Partial<Shipment> = {}): Shipment =>
  ({ id: 'shp_1', date: '2026-03-02', lines: [[1, '3', 300]], ...more }) as Shipment;
const order = (more: Partial<Order> = {}): Order =>
  ({ state: 'placed', invoiceOn: 'shipment', lines: [line(1)], shipments: [], invoiceIds: [], totals: { gross: 100 }, ...more }) as Order;
const out = line(1, { shipped: '3' });

describe('how far an order is', () => {
  it.each<[string, Order, number | undefined, string, string | undefined]>([
    ['a quote', order({ state: 'quote' }), undefined, 'quote', undefined],
    ['placed', order(), undefined, 'placed', 'ship'],
    ['placed, and not all there', order({ lines: [line(1, { backordered: '1' })] }), undefined, 'placed', 'goods'],
    ['partly shipped', order({ lines: [line(1, { shipped: '1' })], shipments: [shipment()] }), undefined, 'partly-shipped', 'ship'],
    ['shipped', order({ lines: [out], shipments: [shipment()] }), undefined, 'shipped', 'invoice'],
    [
      'one of two shipments invoiced',
      order({ lines: [out], shipments: [shipment({ invoiceId: 'inv_1' }), shipment()] }),
      0,
      'shipped',
      'invoice',
    ],
    ['free', order({ lines: [out], shipments: [shipment({ free: true })] }), undefined, 'invoiced', undefined],
    ['invoiced', order({ lines: [out], shipments: [shipment({ invoiceId: 'inv_1' })] }), 1, 'invoiced', undefined],
    ['paid', order({ lines: [out], shipments: [shipment({ invoiceId: 'inv_1' })] }), 0, 'paid', undefined],
    ['invoiced with the order', order({ invoiceOn: 'order', lines: [out], invoiceIds: ['inv_1'] }), 1, 'invoiced', undefined],
    ['to be invoiced with the order', order({ invoiceOn: 'order', lines: [out] }), undefined, 'shipped', 'invoice'],
    [
      'of no worth, invoiced with the order',
      order({ invoiceOn: 'order', lines: [out], totals: { gross: 0 } as never }),
      0,
      'paid',
      undefined,
    ],
    ['cancelled', order({ state: 'cancelled', lines: [out] }), undefined, 'cancelled', undefined],
  ])('%s', (_, of, open, status, awaited) => {
    expect([statusOf(of, open), awaitedOf(of)]).toEqual([status, awaited]);
  });

  it('says why a step is not taken', () => {
    const busy = order({ pendingOperation: {} as never });
    expect([refusalOfBusy(order()), refusalOfBusy(busy)?.code, refusalOfBusy(busy)?.kind]).toEqual([undefined, 'order.busy', 'conflict']);
    expect(refusalOfState(order(), 'placed', 'shipped')).toBeUndefined();
    expect(refusalOfState(busy, 'placed', 'shipped')?.code).toBe('order.busy');
    expect(refusalOfState({ ...busy, state: 'quote' }, 'placed', 'shipped')?.code).toBe('order.busy');
    expect(refusalOfState(order({ state: 'quote' }), 'placed', 'shipped')).toMatchObject({
      code: 'order.state',
      message: 'The order is quote; only a placed order can be shipped.',
      params: { state: 'quote', wanted: 'placed' },
    });
    expect(refusalOfState(order({ state: 'placing' }), 'placed', 'shipped')?.message).toMatch('is still being placed; try again');
    expect([refusalOfShipped(order()), refusalOfShipped(order({ lines: [out] }))?.code]).toEqual([undefined, 'shipment.nothing_open']);
  });
});

describe('a shipment', () => {
  const two = order({ lines: [line(1, { shipped: '1' }), line(2, { shipped: '3' }), line(3)] });

  it('takes what is open, or what is asked for', () => {
    const quantities = (picked: ReturnType<typeof pickLines>) => picked.map(({ line: { no }, quantity }) => [no, quantity]);
    expect(quantities(pickLines(two, undefined))).toEqual([
      [1, '2'],
      [3, '3'],
    ]);
    expect(
      quantities(
        pickLines(two, [
          { line: 3, quantity: '3' },
          { line: 1, quantity: '0.5' },
        ]),
      ),
    ).toEqual([
      [3, '3'],
      [1, '0.5'],
    ]);
  });

  it.each<[string, readonly { line: number; quantity: string }[], readonly unknown[]]>([
    ['no line', [{ line: 4, quantity: '1' }], ['shipment.line', { line: 4, lines: 3 }]],
    [
      'a line twice',
      [
        { line: 1, quantity: '1' },
        { line: 1, quantity: '1' },
      ],
      ['shipment.line', { line: 1, why: 'twice' }],
    ],
    ['too much', [{ line: 1, quantity: '2.001' }], ['shipment.too_much', { line: 1, item: 'A1', left: '2', requested: '2.001' }]],
    ['what is gone', [{ line: 2, quantity: '1' }], ['shipment.too_much', { line: 2, item: 'A2', left: '0', requested: '1' }]],
  ])('is refused for %s', (_, asked, refusal) => {
    expect(thrownBy(() => pickLines(two, asked))).toEqual(refusal);
  });

  it('of nothing is refused where all is shipped', () => {
    expect(thrownBy(() => pickLines(order({ lines: [out] }), undefined))).toEqual(['shipment.nothing_open']);
  });

  it('adds up on its lines, and stands on the order', () => {
    const after = shipped(
      two,
      shipment({
        lines: [
          [1, '2', 250],
          [3, '1', 100],
        ],
      }),
    );
    expect(after.lines.map((l) => [l.shipped, l.cost])).toEqual([
      ['3', 250],
      ['3', 0],
      ['1', 100],
    ]);
    expect(after.shipments).toHaveLength(1);
    expect(shipped(after, shipment({ lines: [[3, '2', 201]] })).lines[2]).toMatchObject({ shipped: '3', cost: 301 });
  });

  it('asks the stock once for each item, and for no service', () => {
    const lines = [
      { line: line(1), quantity: '2' },
      { line: line(2, { itemId: 'itm_1' }), quantity: '1.5' },
      { line: line(3, { kind: 'service' }), quantity: '9' },
      { line: line(4), quantity: '1' },
    ];
    expect([...quantitiesByItem(lines)]).toEqual([
      ['itm_1', '3.5'],
      ['itm_4', '1'],
    ]);
  });

  it('is billed once, in the order in which it left', () => {
    const [first, second] = [shipment({ id: 'shp_1', date: '2026-03-09' }), shipment({ id: 'shp_2' })];
    const sent = order({ shipments: [first, second, shipment({ invoiceId: 'inv_0' }), shipment({ free: true })], invoiceIds: ['inv_0'] });
    expect(openShipments(sent)).toEqual([first, second]);
    expect([lastDay([first, second]), lastDay([])]).toEqual(['2026-03-09', undefined]);
    const after = withInvoice(sent, [first], 'inv_9');
    expect(openShipments(after)).toEqual([second]);
    expect(after.invoiceIds).toEqual(['inv_0', 'inv_9']);
    expect(thrownBy(() => openShipments(withInvoice(sent, [first, second], 'inv_9')))).toEqual(['invoice.nothing_open']);
    expect(unbilledShipments({ ...sent, invoiceOn: 'order' })).toEqual([]);
  });
});

describe('the lines of an order', () => {
  const item = {
    id: 'itm_9',
    rev: 1,
    history: [],
    code: 'TAZA',
    name: 'Taza',
    kind: 'stocked',
    active: true,
    price: '10',
    taxCode: 'IVA-G',
  } as never;
  const asked = (more: object = {}) => ({ itemId: 'itm_9', quantity: '2', ...more }) as never;
  const priced = (lines: readonly never[], items: readonly never[]) => priceLines(lines, items, '2026-03-01', false);

  it('take from the catalogue what is not asked for', () => {
    const { lines, totals } = priced(
      [asked(), asked({ price: '8', discount: '50', description: 'Taza azul', taxCode: 'IVA-R' })],
      [item, item],
    );
    expect(lines).toMatchObject([
      { no: 1, code: 'TAZA', name: 'Taza', price: '10', taxCode: 'IVA-G', percent: '21', amount: 2000, net: 2000, shipped: '0' },
      { no: 2, name: 'Taza azul', price: '8', discount: '50', taxCode: 'IVA-R', percent: '10', amount: 800, net: 800 },
    ]);
    expect(lines[0]).not.toHaveProperty('discount');
    // 28.00 + 21 % of 20.00 + 10 % of 8.00.
    expect(totals).toMatchObject({ net: 2800, gross: 3300 });
    expect(MAX_LINES).toBe(1000);
  });

  it('are refused by their place', () => {
    expect(thrownBy(() => priced([asked(), asked()], [item, undefined as never]))).toEqual(['item.not_found', { line: 2, id: 'itm_9' }]);
    const gone = { ...(item as object), active: false } as never;
    expect(thrownBy(() => priced([asked(), asked()], [item, gone]))).toEqual(['item.inactive', { line: 2, item: 'TAZA' }]);
  });
});
