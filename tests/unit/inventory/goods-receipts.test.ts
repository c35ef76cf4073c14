import { describe, expect, it } from 'vitest';
import { adjustmentActions, opposite } from '../../../shared/domain/inventory/stock/adjustment.ts';
import {
  type GoodsReceipt,
  goodsReceiptActions,
  goodsReceiptState,
  receiptLine,
  stockIdsOf,
  stockWithout,
} from '../../../shared/domain/inventory/stock/goods-receipt.ts';
import { type Stock, stockId } from '../../../shared/domain/inventory/stock/stock.ts';
import type { Stored } from '../../../shared/kernel/record.ts';

const TAZA = { id: 'itm_T', code: 'TAZA', name: 'Taza' };
const PLATO = { id: 'itm_P', code: 'PLATO', name: 'Plato' };
/** Two of one item at 4.005, and one of another; once more of the first at another cost. */
const receipt = (more: Partial<GoodsReceipt> = {}): GoodsReceipt => ({
  date: '2026-03-01',
  warehouse: 'main',
  origin: 'supplier',
  lines: [receiptLine(TAZA, '2', '4.005'), receiptLine(PLATO, '1', '3'), receiptLine(TAZA, '1', '5')],
  total: 1601,
  ...more,
});
const stock = (itemId: string, onHand: string, value: number, reserved = '0'): Stored<Stock> =>
  ({
    itemId,
    warehouse: 'main',
    code: itemId,
    name: '',
    onHand,
    reserved,
    value,
    id: stockId(itemId, 'main'),
    rev: 1,
    history: [],
  }) as Stored<Stock>;
const stocks = [stock('itm_T', '5', 2500), stock('itm_P', '1', 300)];
const why = (of: GoodsReceipt, at: readonly (Stored<Stock> | undefined)[] = stocks) => {
  const refusal = goodsReceiptActions.reverseGoodsReceipt({ receipt: of, stocks: at });
  return refusal && [refusal.code, refusal.params];
};

describe('a goods receipt', () => {
  it('costs quantity times unit cost, to the cent', () => {
    expect(receiptLine(TAZA, '2', '4.005')).toEqual({
      itemId: 'itm_T',
      code: 'TAZA',
      name: 'Taza',
      quantity: '2',
      unitCost: '4.005',
      cost: 801,
    });
  });

  it('is in the stock of each of its items once', () => {
    expect(stockIdsOf(receipt())).toEqual(['stk_T.main', 'stk_P.main']);
  });

  it('is received, reversed, or a reversal', () => {
    expect([{}, { reverses: 'grn_1' }, { reversedBy: 'grn_2' }, { reverses: 'grn_1', reversedBy: 'grn_2' }].map(goodsReceiptState)).toEqual(
      ['received', 'reversal', 'reversed', 'reversed'],
    );
  });

  it('takes its goods out again at what they cost', () => {
    // 5 pieces worth 25.00, less 2 at 8.01 and 1 at 5.00.
    expect(stockWithout(receipt(), stock('itm_T', '5', 2500))).toMatchObject({ onHand: '2', value: 1199 });
    expect(stockWithout(receipt(), stock('itm_P', '1', 300))).toMatchObject({ onHand: '0', value: 0 });
    expect(stockWithout(receipt(), stock('itm_X', '1', 300))).toMatchObject({ onHand: '1', value: 300 });
    expect(stockWithout(receipt(), stock('itm_T', '5', 2500, '3'))).toBeUndefined();
  });

  it('is reversed once, while its goods are free', () => {
    expect(why(receipt())).toBeUndefined();
    expect(why(receipt({ origin: 'return' }))).toEqual(['goods_receipt.of_return', undefined]);
    expect(why(receipt({ reverses: 'grn_1' }))).toEqual(['goods_receipt.reversed', { why: 'reversal' }]);
    expect(why(receipt({ reversedBy: 'grn_2' }))).toEqual(['goods_receipt.reversed', { reversal: 'grn_2' }]);
    expect(why(receipt({ origin: 'opening' }))).toBeUndefined();
    expect(why(receipt(), [stocks[0], undefined])).toEqual(['goods_receipt.used', { item: 'PLATO' }]);
    expect(why(receipt(), [stock('itm_T', '2', 1000), stocks[1]])).toEqual(['goods_receipt.used', { item: 'TAZA' }]);
  });
});

it('an adjustment is taken back by the same quantity the other way, where it is there', () => {
  expect([opposite({ quantity: '-2' }), opposite({ quantity: '1.5' })]).toEqual(['2', '-1.5']);
  const adjustment = { quantity: '3' } as never;
  expect(adjustmentActions.adjustStock({ adjustment, stock: stock('itm_T', '3', 300) })).toBeUndefined();
  expect(adjustmentActions.adjustStock({ adjustment, stock: stock('itm_T', '2', 300) })?.code).toEqual(expect.any(String));
});
