import * as z from 'zod/mini';
import type { ActionRules } from '#kernel/errors.ts';
import { minus } from '#kernel/quantity.ts';
import { dated, recordType, type Stored } from '#kernel/record.ts';
import { Entry } from '../../finance/events.ts';
import { refusalOfAdjustment, type Stock } from './stock.ts';

export const ADJUSTMENT_REASONS = ['count', 'damage', 'theft', 'sample', 'other'] as const;

/** A correction of what the count found, with its entry where it changed the value. */
export const StockAdjustment = z.object({
  date: z.string(),
  itemId: z.string(),
  code: z.string(),
  warehouse: z.string(),
  quantity: z.string(),
  /** What the warehouse held and had promised after it; beyond what it holds, orders are left short. */
  onHand: z.exactOptional(z.string()),
  reserved: z.exactOptional(z.string()),
  reason: z.enum(ADJUSTMENT_REASONS),
  note: z.optional(z.string()),
  /** Change of the stock's value, minor units, signed. */
  value: z.int(),
  entry: z.exactOptional(Entry),
});
export type StockAdjustment = Readonly<z.output<typeof StockAdjustment>>;

export const StockAdjustments = recordType<StockAdjustment>({
  kind: 'stock-adjustment',
  prefix: 'adj',
  letter: 'AJ',
  data: StockAdjustment,
  history: 'all',
  list: dated({ date: (a) => a.date, party: (a) => a.itemId, words: (a) => [a.code, a.reason, a.note] }),
  summary: (a) => ({ subtitle: [a.code, a.quantity, a.note], date: a.date, amount: a.value }),
  posts: {
    undo: 'Adjust the stock the other way instead: POST /stock-adjustments.',
    links: ({ reason }) => ({ reason }),
  },
  screen: { none: 'Its list shows all of it.' },
  icon: 'box',
  read: 'stock.read',
});

/** What corrects an adjustment: the same quantity the other way. */
export const opposite = ({ quantity }: Pick<StockAdjustment, 'quantity'>) => minus('0', quantity);

/** An adjustment as its actions see it: with the stock that it changed. */
interface AdjustmentStanding {
  readonly adjustment: StockAdjustment;
  readonly stock: Stored<Stock>;
}

/** Why an adjustment takes an action now or not: its row shows them. */
export const adjustmentActions = {
  adjustStock: ({ adjustment, stock }) => refusalOfAdjustment(stock, opposite(adjustment), 'body.quantity'),
} as const satisfies ActionRules<AdjustmentStanding>;
