import { describe, expect, it } from 'vitest';
import {
  adjust,
  differenceOf,
  isShort,
  issue,
  noStock,
  receive,
  release,
  reserve,
  type Stock,
  Stocks,
  stockId,
} from '../../../shared/domain/inventory/stock/stock.ts';
import { asks } from '../../support/stock-demand.ts';
import { thrownBy } from '../../support/thrown.ts';

const stock = (onHand: string, reserved: string, value = 1000): Stock => ({
  ...noStock({ id: 'itm_T', code: 'TAZA', name: 'Taza' }, 'main'),
  onHand,
  reserved,
  value,
});

describe('stock', () => {
  it('says what there is where more is asked for', () => {
    expect(thrownBy(() => reserve(stock('5', '2'), asks('3.001'), 'refuse'))).toEqual([
      'stock.short',
      { item: 'TAZA', warehouse: 'main', free: '3', requested: '3.001' },
    ]);
    expect(reserve(stock('5', '2'), asks('3'), 'refuse').reserved).toBe('5');
    expect(isShort(reserve(stock('5', '2'), asks('4'), 'backorder'))).toBe(true);
    expect(thrownBy(() => issue(stock('2', '3'), asks('3')))).toEqual([
      'stock.not_on_hand',
      expect.objectContaining({ item: 'TAZA', warehouse: 'main' }),
    ]);
    expect(thrownBy(() => differenceOf(stock('5', '2'), '5', 'f'))).toEqual([
      'adjustment.agrees',
      { item: 'TAZA', warehouse: 'main', onHand: '5' },
    ]);
    expect(differenceOf(stock('5', '2'), '4.5', 'f')).toBe('-0.5');
  });

  it('takes in more than nothing, at a cost of nothing or more', () => {
    expect(receive(stock('1', '0', 100), '2', 0)).toMatchObject({ onHand: '3', value: 100 });
    for (const [quantity, cost] of [
      ['0', 1],
      ['-1', 1],
      ['1', -1],
      ['0', 0],
    ] as const)
      expect(thrownBy(() => receive(stock('1', '0'), quantity, cost))[0]).toContain('a receipt adds goods');
    expect(thrownBy(() => release(stock('1', '1'), asks('1.001')))[0]).toContain('than was reserved');
  });

  it('is found at moving average, or at the cost that is told, and of nothing at nothing', () => {
    expect(adjust(stock('4', '0', 1000), '2', undefined, 'f')).toMatchObject({ change: 500, stock: { onHand: '6', value: 1500 } });
    expect(adjust(stock('4', '0', 1000), '2', 7, 'f')).toMatchObject({ change: 7 });
    expect(adjust(stock('0', '0', 0), '2', undefined, 'f')).toMatchObject({ change: 0, stock: { onHand: '2', value: 0 } });
    expect(adjust(stock('4', '0', 1000), '-1', undefined, 'f')).toMatchObject({ change: -250, stock: { onHand: '3', value: 750 } });
  });

  it('stands in its warehouse by code, and in the queue of what is short while it is', () => {
    expect(stockId('itm_T', 'main')).toBe('stk_T.main');
    expect(Stocks.list?.key(stock('1', '0'), 'stk_T.main', '')).toEqual({
      bucket: 'main',
      sort: 'TAZA#itm_T',
      label: 'TAZA Taza',
      party: 'itm_T',
    });
    expect([Stocks.open?.(stock('1', '1'), ''), Stocks.open?.(stock('1', '2'), '')]).toEqual([
      undefined,
      { queue: 'short', sort: 'main#TAZA#itm_T' },
    ]);
  });
});
