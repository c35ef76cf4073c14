import * as z from 'zod/mini';
import { EntryView, entryView } from '#domain/finance/events.ts';
import { BusinessDate } from '#kernel/date.ts';
import { decimal, divide, format } from '#kernel/decimal.ts';
import { idWith } from '#kernel/id.ts';
import { Money } from '#kernel/money.ts';
import { CountedQuantity, isZero, PositiveQuantity, SignedQuantity, UnitPrice } from '#kernel/quantity.ts';
import type { Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { ADJUSTMENT_REASONS, type StockAdjustment } from './adjustment.ts';
import { waitingIn } from './backorders.ts';
import { billedOf } from './billed-part.ts';
import { GOODS_RECEIPT_STATES, type GoodsReceipt, goodsReceiptState } from './goods-receipt.ts';
import { available, backordered, committed, type Stock } from './stock.ts';
import { WarehouseCode, WarehouseInput } from './warehouse.ts';

export const GoodsReceiptInput = z.strictObject({
  warehouse: z._default(WarehouseCode, 'main'),
  date: z.optional(BusinessDate),
  origin: z._default(z.enum(['supplier', 'opening']), 'supplier'),
  reference: z.optional(text(80)),
  /** Who brings them: their bill then comes from nobody else. */
  supplierId: z.optional(idWith('sup')),
  lines: z
    .array(z.strictObject({ itemId: idWith('itm'), quantity: PositiveQuantity, unitCost: UnitPrice }))
    .check(z.minLength(1), z.maxLength(200)),
});

export const AdjustmentInput = z.strictObject({
  itemId: idWith('itm'),
  warehouse: z._default(WarehouseCode, 'main'),
  date: z.optional(BusinessDate),
  /** The difference; or else, in `counted`, what is there. */
  quantity: z.optional(SignedQuantity),
  counted: z.optional(CountedQuantity),
  reason: z.enum(ADJUSTMENT_REASONS),
  note: z.optional(text(200)),
  /** Only for a positive quantity; absent: the moving average. */
  unitCost: z.optional(UnitPrice),
});

export const StockView = z.object({
  itemId: z.string(),
  code: z.string(),
  name: z.string(),
  warehouse: z.string(),
  onHand: z.string(),
  reserved: z.string(),
  /** Of what is reserved, what is there: it belongs to the orders that reserved it. More than is on hand for a moment after a loss. */
  committed: z.string(),
  /** Of what is reserved, what is not there: orders wait for it. */
  backordered: z.string(),
  available: z.string(),
  value: Money,
  averageCost: z.string(),
});
export const stockView = (stock: Stock) => ({
  ...stock,
  committed: committed(stock),
  backordered: backordered(stock),
  available: available(stock),
  averageCost: isZero(stock.onHand) ? '0' : format(divide({ units: BigInt(stock.value), scale: 2 }, decimal(stock.onHand), 4)),
});

/** As many of the orders that wait are told. */
const MOST_WAITING = 50;

/** With the orders that wait for it, in the order in which they get what comes in. */
export const WaitedStockView = z.object({ ...StockView.shape, waiting: z.array(z.object({ orderId: z.string(), quantity: z.string() })) });
export const waitedStockView = (stock: Stock) => ({
  ...stockView(stock),
  waiting: waitingIn(stock.backorders ?? [])
    .slice(0, MOST_WAITING)
    .map(([orderId, quantity]) => ({ orderId, quantity })),
});

export const GoodsReceiptView = z.object({
  id: z.string(),
  date: z.string(),
  warehouse: z.string(),
  origin: z.enum(['supplier', 'opening', 'return']),
  reference: z.optional(z.string()),
  supplierId: z.optional(z.string()),
  supplierName: z.optional(z.string()),
  lines: z.array(
    z.object({
      ...{ itemId: z.string(), code: z.string(), name: z.string(), quantity: z.string(), unitCost: z.string(), cost: Money },
      /** What suppliers have billed of it. */
      billed: z.string(),
    }),
  ),
  /** Bills of the goods, and with negative figures credit notes: what they take of 4009. */
  billed: z.array(z.object({ line: z.int(), documentId: z.string(), quantity: z.string(), value: Money })),
  total: Money,
  state: z.enum(GOODS_RECEIPT_STATES),
  entry: z.optional(EntryView),
  reverses: z.optional(z.string()),
  reversedBy: z.optional(z.string()),
  ...stampFields,
});
export const goodsReceiptView = ({ entry, billed = [], ...receipt }: Stored<GoodsReceipt>) => ({
  ...stamped(receipt),
  state: goodsReceiptState(receipt),
  lines: receipt.lines.map((line, i) => ({ ...line, billed: billedOf(billed, i + 1).quantity })),
  billed: billed.map(({ line, documentId, quantity, value }) => ({ line, documentId, quantity, value })),
  ...(entry ? { entry: entryView(entry) } : {}),
});

export const AdjustmentView = z.object({
  id: z.string(),
  date: z.string(),
  itemId: z.string(),
  code: z.string(),
  warehouse: z.string(),
  quantity: z.string(),
  onHand: z.optional(z.string()),
  reserved: z.optional(z.string()),
  reason: z.enum(ADJUSTMENT_REASONS),
  note: z.optional(z.string()),
  value: Money,
  entry: z.optional(EntryView),
  ...stampFields,
});
export const adjustmentView = ({ entry, ...adjustment }: Stored<StockAdjustment>) => ({
  ...stamped(adjustment),
  ...(entry ? { entry: entryView(entry) } : {}),
});

export const WarehouseView = z.object({ ...WarehouseInput.shape, id: z.string(), ...stampFields });
