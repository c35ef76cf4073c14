import { type IsoDate, monthOf } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import type { Quantity } from '#kernel/quantity.ts';
import { recordType } from '#kernel/record.ts';
import type { Entry } from '../../finance/events.ts';

/**
 * Goods that left, with the entry of their cost: one for a shipment that is not invoiced in the same transaction, one
 * per part of a shipment that is longer than a transaction. A reversal brings them back.
 */
export interface GoodsIssue {
  readonly date: IsoDate;
  readonly warehouse: string;
  readonly orderId: string;
  readonly shipmentId: string;
  /** Stock record, quantity, cost. */
  readonly moves: readonly (readonly [stockId: string, quantity: Quantity, cost: Minor])[];
  /** Absent where the goods had no cost. */
  readonly entry?: Entry;
  /** The goods issue that this one takes back. */
  readonly reverses?: string;
}

export const GoodsIssues = recordType<GoodsIssue>({
  kind: 'goods-issue',
  prefix: 'gis',
  history: 'all',
  list: (g, id) => ({ bucket: monthOf(g.date), sort: `${g.date}#${id}` }),
});

/** `gis_<shipment>.<part>`: known from the shipment, so a part is never issued twice. */
export const goodsIssueId = (shipmentId: string, part: number): string => `gis_${shipmentId.slice(4)}.${part}`;
