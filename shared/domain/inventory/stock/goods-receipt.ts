import { type IsoDate, monthOf } from '#kernel/date.ts';
import { lineNet, type Minor } from '#kernel/money.ts';
import type { Quantity } from '#kernel/quantity.ts';
import { recordType } from '#kernel/record.ts';
import type { Entry } from '../../finance/events.ts';

export interface GoodsReceiptLine {
  readonly itemId: string;
  readonly code: string;
  readonly name: string;
  readonly quantity: Quantity;
  readonly unitCost: string;
  /** quantity × unit cost, rounded half-up to cents. */
  readonly cost: Minor;
}

/** Goods that came in at cost, with their entry. Reversed at most once, by a receipt that points back. */
export interface GoodsReceipt {
  readonly date: IsoDate;
  readonly warehouse: string;
  /** `supplier`: the bill is still to come. `opening`: stock that the company brought along. `return`: a customer's. */
  readonly origin: 'supplier' | 'opening' | 'return';
  readonly reference?: string;
  readonly lines: readonly GoodsReceiptLine[];
  readonly total: Minor;
  /** Absent where all goods came at no cost. */
  readonly entry?: Entry;
  readonly reverses?: string;
  readonly reversedBy?: string;
}

export const GoodsReceipts = recordType<GoodsReceipt>({
  kind: 'goods-receipt',
  prefix: 'grn',
  history: 'all',
  list: (g, id) => ({
    bucket: monthOf(g.date),
    sort: `${g.date}#${id}`,
    label: `${g.reference ?? ''} ${g.lines
      .slice(0, 5)
      .map((l) => l.code)
      .join(' ')}`,
  }),
});

/** A line with its cost. */
export const receiptLine = (item: { id: string; code: string; name: string }, quantity: Quantity, unitCost: string): GoodsReceiptLine => ({
  itemId: item.id,
  code: item.code,
  name: item.name,
  quantity,
  unitCost,
  cost: lineNet(quantity, unitCost),
});
