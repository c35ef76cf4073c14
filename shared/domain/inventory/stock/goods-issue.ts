import * as z from 'zod/mini';
import { dated, recordType } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { Entry } from '../../finance/events.ts';

/**
 * Goods that left, with the entry of their cost: one for a shipment that is not invoiced in the same transaction, one
 * per part of a shipment that is longer than a transaction. A reversal brings them back.
 */
export const GoodsIssue = z.object({
  date: z.string(),
  warehouse: z.string(),
  orderId: z.string(),
  shipmentId: z.string(),
  /** Stock record, quantity, cost. */
  moves: list(z.readonly(z.tuple([z.string(), z.string(), z.int()]))),
  /** Absent where the goods had no cost. */
  entry: z.exactOptional(Entry),
  /** The goods issue that this one takes back. */
  reverses: z.exactOptional(z.string()),
});
export type GoodsIssue = Readonly<z.output<typeof GoodsIssue>>;

export const GoodsIssues = recordType<GoodsIssue>({
  kind: 'goods-issue',
  prefix: 'gis',
  letter: 'SM',
  data: GoodsIssue,
  history: 'all',
  list: dated({ date: (g) => g.date }),
  summary: (g) => ({ subtitle: [g.warehouse], date: g.date, amount: g.moves.reduce((sum, [, , cost]) => sum + cost, 0) }),
  posts: {
    undo: 'It is part of a shipment; take the goods back by a return, or adjust the stock: POST /stock-adjustments.',
    links: ({ reverses }) => ({ reverses }),
  },
  screen: { none: 'It is shown on the order that it is a part of.' },
  icon: 'truck',
  read: 'stock.read',
});

/** `gis_<shipment>.<part>`: known from the shipment, so a part is never issued twice. */
export const goodsIssueId = (shipmentId: string, part: number): string => `gis_${shipmentId.slice(4)}.${part}`;
