import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  added,
  adjust,
  available,
  backordered,
  committed,
  differenceOf,
  isOvercommitted,
  issue,
  issueFree,
  isUnsettled,
  noStock,
  ownGoods,
  receive,
  release,
  reserve,
  returnToSupplier,
  type Stock,
  settleLoss,
  unissue,
} from '#domain/inventory/stock/stock.ts';
import { DomainError } from '#kernel/errors.ts';
import { lessThan, minus, thousandths } from '#kernel/quantity.ts';
import { asks } from '../../support/stock-demand.ts';

const empty = noStock({ id: 'itm_1', code: 'A', name: 'Taza' }, 'main');
const stockOf = (onHand: string, value: number, reserved = '0'): Stock => ({ ...empty, onHand, value, reserved });
const codeOf = (work: () => unknown): string | undefined => {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return `${error.code} ${error.field}`;
    throw error;
  }
  return undefined;
};

describe('stock at moving average', () => {
  it('averages receipts by their value', () => {
    const stock = receive(receive(empty, '10', 1000), '20', 3500);
    expect(stock).toMatchObject({ onHand: '30', value: 4500 });
    // 4,500 × 7/30 = 1,050
    expect(issue(reserve(stock, asks('7'), 'refuse'), asks('7'))).toMatchObject({
      cost: 1050,
      stock: { onHand: '23', value: 3450, reserved: '0' },
    });
  });

  it('gives the last piece all the value that is left', () => {
    // 1.00 among three: 0.33 (of 1.00), 0.34 (half of 0.67, rounded up), 0.33
    let stock = stockOf('3', 100, '3');
    const costs = [1, 2, 3].map(() => {
      const next = issue(stock, asks('1'));
      stock = next.stock;
      return next.cost;
    });
    expect(costs).toEqual([33, 34, 33]);
    expect(stock).toMatchObject({ onHand: '0', value: 0, reserved: '0' });
  });

  it('issues fractions of a piece', () => {
    expect(issue(stockOf('0.3', 100, '0.3'), asks('0.1'))).toMatchObject({
      cost: 33,
      stock: { onHand: '0.2', value: 67, reserved: '0.2' },
    });
  });

  it('refuses to issue more than is on hand, however much was promised', () => {
    expect(codeOf(() => issue(stockOf('2', 100, '5'), asks('3', 'body.lines.0.quantity')))).toBe('stock.not_on_hand body.lines.0.quantity');
  });

  it('promises what is available and no more, unless shortages are back-ordered', () => {
    expect(reserve(stockOf('5', 0, '3'), asks('2'), 'refuse').reserved).toBe('5');
    expect(codeOf(() => reserve(stockOf('5', 0, '3'), asks('2.001', 'body.lines.1.quantity'), 'refuse'))).toBe(
      'stock.short body.lines.1.quantity',
    );
    const behind = reserve(stockOf('5', 0, '3'), asks('4'), 'backorder');
    expect([behind.reserved, available(behind)]).toEqual(['7', '-2']);
    expect(() => release(stockOf('5', 0, '3'), asks('4'))).toThrow(/no more of A/);
  });

  it('values a find at the average or at the cost given, a loss at the average', () => {
    expect(adjust(stockOf('3', 1000), '2', undefined, 'f')).toEqual({ stock: stockOf('5', 1667), change: 667 });
    expect(adjust(stockOf('3', 1000), '2', 50, 'f')).toEqual({ stock: stockOf('5', 1050), change: 50 });
    expect(adjust(empty, '2', undefined, 'f')).toEqual({ stock: stockOf('2', 0), change: 0 });
    expect(adjust(stockOf('3', 1000), '-1', undefined, 'f')).toEqual({ stock: stockOf('2', 667), change: -333 });
    expect(adjust(stockOf('3', 1000), '-3', undefined, 'f')).toEqual({ stock: stockOf('0', 0), change: -1000 });
    // Seven there, ten promised, one stolen: six are there, whatever was promised.
    expect(adjust(stockOf('7', 700, '10'), '-1', undefined, 'f')).toEqual({ stock: stockOf('6', 600, '10'), change: -100 });
    expect(codeOf(() => adjust(stockOf('3', 1000, '2'), '-4', undefined, 'body.quantity'))).toBe('stock.not_on_hand body.quantity');
    expect(differenceOf(stockOf('7', 700, '10'), '6', 'f')).toBe('-1');
    expect(codeOf(() => differenceOf(stockOf('7', 700), '7.000', 'body.counted'))).toBe('adjustment.agrees body.counted');
  });

  it('takes a receipt back at its own cost, while its goods are free and zero on hand stays zero in value', () => {
    expect(returnToSupplier(stockOf('10', 3000), '4', 1500)).toMatchObject({ onHand: '6', value: 1500 });
    expect(returnToSupplier(stockOf('4', 1500), '4', 1500)).toMatchObject({ onHand: '0', value: 0 });
    expect(returnToSupplier(stockOf('4', 1501), '4', 1500)).toBeUndefined();
    expect(returnToSupplier(stockOf('10', 1499), '4', 1500)).toBeUndefined();
    expect(returnToSupplier(stockOf('10', 3000, '7'), '4', 1500)).toBeUndefined();
  });
});

describe('goods that orders wait for', () => {
  // Five there, of which four are committed to ord_1; ord_2 waits for 2 behind it and has 1 of its 3.
  const stock: Stock = { ...stockOf('5', 500, '7'), backorders: [['ord_2', '2', '2']] };

  it('are committed, back-ordered, and the one who waits has the rest of what it asked for', () => {
    expect([committed(stock), backordered(stock), available(stock)]).toEqual(['5', '2', '-2']);
    expect(ownGoods(stock, { orderId: 'ord_2', open: '3' })).toBe('1');
    expect(ownGoods(stock, { orderId: 'ord_1', open: '4' })).toBe('4');
  });

  it('do not go to them where they come in for a sale that is over', () => {
    const after = issueFree(added(stock, '3', 600), asks('3'));
    // 3 of 8 pieces at 11.00: 4.125
    expect(after).toEqual({ stock: { ...stock, value: 687 }, cost: 413 });
  });

  it('come back to the order whose shipment is undone, and to no other', () => {
    const { stock: left, cost } = issue(stock, asks('4', 'f', 'ord_1', '4'));
    expect(left).toEqual({ ...stock, onHand: '1', reserved: '3', value: 100 });
    expect(unissue(left, '4', cost)).toEqual(stock);
  });

  it('are not free while less is there than is committed, and who is missing them is who came last', () => {
    const lost = adjust(stock, '-3', undefined, 'f').stock;
    expect([isOvercommitted(lost), isUnsettled(lost), isUnsettled(stock)]).toEqual([true, true, false]);
    const holders = [
      { orderId: 'ord_2', open: '3' },
      { orderId: 'ord_1', open: '4' },
    ];
    // One was ord_2's, two are ord_1's: it waits before the other.
    expect(settleLoss(lost, holders).backorders).toEqual([
      ['ord_1', '2', '0'],
      ['ord_2', '3', '2'],
    ]);
    expect(receive(settleLoss(lost, holders), '3', 300).backorders).toEqual([['ord_2', '2', '2']]);
  });
});

type Move = { readonly kind: 'receive' | 'reserve' | 'issue' | 'release' | 'adjust'; readonly quantity: number; readonly cost: number };
const moves = fc.array(
  fc.record({
    kind: fc.constantFrom<Move['kind']>('receive', 'reserve', 'issue', 'release', 'adjust'),
    quantity: fc.integer({ min: 1, max: 50_000 }),
    cost: fc.integer({ min: 0, max: 1_000_000 }),
  }),
  { maxLength: 60 },
);
const textOf = (quantity: number) => (quantity / 1000).toFixed(3).replace(/\.?0+$/, '');

/** The stock after a move, and what it took in (+) or gave out (−) of value; the same stock where the move is refused. */
function moved(stock: Stock, { kind, quantity, cost }: Move): { stock: Stock; value: number } {
  const text = textOf(quantity);
  const least = (a: string, b: string) => (lessThan(a, b) ? a : b);
  if (kind === 'receive') return { stock: receive(stock, text, cost), value: cost };
  if (kind === 'reserve') return { stock: reserve(stock, asks(text), 'backorder'), value: 0 };
  // Its one order lets go of all that it has.
  if (kind === 'release') return { stock: release(stock, asks(stock.reserved)), value: 0 };
  if (kind === 'adjust') {
    if (lessThan(available(stock), text)) return { stock, value: 0 };
    const after = adjust(stock, `-${text}`, undefined, 'f');
    return { stock: after.stock, value: after.change };
  }
  const most = least(least(text, committed(stock)), stock.onHand);
  if (thousandths(most) <= 0n) return { stock, value: 0 };
  const after = issue(stock, asks(most, 'f', 'ord_1', stock.reserved));
  return { stock: after.stock, value: -after.cost };
}

describe('whatever comes and goes', () => {
  it('value is never negative, none on hand is no value, and what came in is what went out and what is left', () => {
    fc.assert(
      fc.property(moves, (all) => {
        let stock = empty;
        let balance = 0;
        for (const move of all) {
          const before = stock;
          const next = moved(stock, move);
          stock = next.stock;
          balance += next.value;
          expect(stock.value).toBe(balance);
          expect(stock.value).toBeGreaterThanOrEqual(0);
          expect(thousandths(stock.onHand)).toBeGreaterThanOrEqual(0n);
          if (thousandths(stock.onHand) === 0n) expect(stock.value).toBe(0);
          if (next.value < 0) expect(-next.value).toBeLessThanOrEqual(before.value);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a receipt taken back at once leaves the stock as it was', () => {
    fc.assert(
      fc.property(moves, fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 0, max: 99_999 }), (all, quantity, cost) => {
        const stock = all.reduce((at, move) => moved(at, move).stock, empty);
        const back = returnToSupplier(receive(stock, textOf(quantity), cost), textOf(quantity), cost);
        const behind = lessThan(available(stock), '0');
        expect(back && { ...back, onHand: minus(back.onHand, '0') }).toEqual(behind ? undefined : stock);
      }),
    );
  });
});
