import * as z from 'zod/mini';
import { type ActionRules, type Refusal, refusal } from '#kernel/errors.ts';
import { lineNet } from '#kernel/money.ts';
import { isPositive, type Quantity } from '#kernel/quantity.ts';
import { dated, recordType, type Stored } from '#kernel/record.ts';
import { list } from '#kernel/stored.ts';
import { Entry } from '../../finance/events.ts';
import { BilledPart, billedOf, unbilledOf } from './billed-part.ts';
import { returnToSupplier, type Stock, stockId } from './stock.ts';

export const GoodsReceiptLine = z.object({
  itemId: z.string(),
  code: z.string(),
  name: z.string(),
  quantity: z.string(),
  unitCost: z.string(),
  /** quantity × unit cost, rounded half-up to cents. */
  cost: z.int(),
});
export type GoodsReceiptLine = Readonly<z.output<typeof GoodsReceiptLine>>;

/** Goods that came in at cost, with their entry. Reversed at most once, by a receipt that points back. */
export const GoodsReceipt = z.object({
  date: z.string(),
  warehouse: z.string(),
  /** `supplier`: the bill is still to come. `opening`: stock that the company brought along. `return`: a customer's. */
  origin: z.enum(['supplier', 'opening', 'return']),
  reference: z.exactOptional(z.string()),
  /** Who brought them, where that was told. */
  supplierId: z.exactOptional(z.string()),
  supplierName: z.exactOptional(z.string()),
  lines: list(GoodsReceiptLine),
  total: z.int(),
  /** Absent where all goods came at no cost. */
  entry: z.exactOptional(Entry),
  reverses: z.exactOptional(z.string()),
  reversedBy: z.exactOptional(z.string()),
  /** What bills of the supplier have come for, less what credit notes gave back of them. */
  billed: z.exactOptional(list(BilledPart)),
});
export type GoodsReceipt = Readonly<z.output<typeof GoodsReceipt>>;

export const GOODS_RECEIPT_STATES = ['received', 'reversed', 'reversal'] as const;
export const goodsReceiptState = ({
  reverses,
  reversedBy,
}: Pick<GoodsReceipt, 'reverses' | 'reversedBy'>): (typeof GOODS_RECEIPT_STATES)[number] =>
  reversedBy ? 'reversed' : reverses ? 'reversal' : 'received';

/** Goods of a supplier wait here for the bill, the oldest first. */
export const BILL = 'bill';

/** A line of which a bill is still to come. */
export interface UnbilledLine extends GoodsReceiptLine {
  /** From 1. */
  readonly line: number;
  readonly left: Quantity;
  /** What of its cost stands on 4009. Minor units. */
  readonly value: number;
}

/** The lines of a receipt of which something stands on 4009: goods at no cost wait for no bill. */
export const toBill = (receipt: GoodsReceipt): UnbilledLine[] =>
  refusalOfBilling(receipt, '', '')
    ? []
    : receipt.lines.flatMap((of, i) => {
        const { quantity: left, value } = unbilledOf(of, receipt.billed ?? [], i + 1);
        return value === 0 ? [] : [{ ...of, line: i + 1, left, value }];
      });

function waitsForBill(receipt: GoodsReceipt, id: string) {
  const amount = toBill(receipt).reduce((sum, { value }) => sum + value, 0);
  return amount === 0 ? undefined : { queue: BILL, sort: `${receipt.date}#${id}`, amount };
}

export const GoodsReceipts = recordType<GoodsReceipt, (typeof GOODS_RECEIPT_STATES)[number]>({
  kind: 'goods-receipt',
  prefix: 'grn',
  letter: 'EM',
  data: GoodsReceipt,
  history: 'all',
  list: dated({ date: (g) => g.date, words: (g) => [g.reference, g.supplierName, ...g.lines.slice(0, 5).map((line) => line.code)] }),
  open: waitsForBill,
  state: goodsReceiptState,
  tones: { received: 'good', reversed: 'plain', reversal: 'calm' },
  related: (g) => [g.supplierId, g.reverses, g.reversedBy, ...new Set(g.billed?.map(({ documentId }) => documentId))],
  summary: (g) => ({ subtitle: [g.reference, g.supplierName, g.warehouse], date: g.date, amount: g.total }),
  posts: {
    undo: 'Reverse the goods receipt instead: POST /goods-receipts/{receiptId}/reversal.',
    links: ({ reverses, reversedBy }) => ({ reverses, reversedBy }),
  },
  screen: '/goods-receipts',
  icon: 'truck',
  read: 'stock.read',
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

/** Ids of the stock that a receipt's goods are in, each once. */
export const stockIdsOf = ({ lines, warehouse }: Pick<GoodsReceipt, 'lines' | 'warehouse'>): string[] => [
  ...new Set(lines.map((line) => stockId(line.itemId, warehouse))),
];

/** Stock after the goods of a receipt went out again; undefined where they are no longer free. */
export const stockWithout = <S extends Stock>({ lines, warehouse }: Pick<GoodsReceipt, 'lines' | 'warehouse'>, stock: S): S | undefined =>
  lines
    .filter((line) => stockId(line.itemId, warehouse) === stockId(stock.itemId, warehouse))
    .reduce<Stock | undefined>((left, line) => left && returnToSupplier(left, line.quantity, line.cost), stock) as S | undefined;

/** A goods receipt as its actions see it: with the stock that its goods are in, in the order of {@link stockIdsOf}. */
export interface GoodsReceiptStanding {
  readonly receipt: GoodsReceipt;
  readonly stocks: readonly (Stored<Stock> | undefined)[];
}

/** Why a goods receipt takes an action now or not: commands throw these, and its page shows them. */
export const goodsReceiptActions = {
  reverseGoodsReceipt: ({ receipt, stocks }) =>
    refusalOfReceipt(receipt) ?? refusalOfBilled(receipt) ?? refusalOfUsedGoods(receipt, stocks),
} as const satisfies ActionRules<GoodsReceiptStanding>;

/** Only what stands is reversed, and once. */
function refusalOfReceipt({ origin, reverses, reversedBy }: GoodsReceipt): Refusal | undefined {
  const at = 'path.receiptId';
  if (origin === 'return') return refusal('goods_receipt.of_return', 'These goods came back by a return; sell or adjust them instead.', at);
  if (reverses) return refusal('goods_receipt.reversed', 'This is a reversal itself: record the goods again.', at, { why: 'reversal' });
  return reversedBy
    ? refusal('goods_receipt.reversed', `The receipt was reversed by ${reversedBy} already.`, at, { reversal: reversedBy })
    : undefined;
}

/** Why no bill is for a receipt, or undefined. */
export function refusalOfBilling({ origin, reverses, reversedBy }: GoodsReceipt, document: string, field: string): Refusal | undefined {
  const reason = reversedBy ? 'reversed' : reverses ? 'reversal' : origin;
  const reasons = {
    reversed: 'it was reversed',
    reversal: 'it takes another back',
    opening: 'its goods are stock that the company brought along',
    return: 'its goods came back from a customer',
  };
  return reason === 'supplier'
    ? undefined
    : refusal('goods_receipt.not_to_bill', `No bill comes for ${document}: ${reasons[reason]}. Choose another receipt.`, field, {
        document,
        why: reason,
      });
}

/** What a bill is for stays: first the bill is taken back, or a credit note gives the goods back. */
function refusalOfBilled({ lines, billed = [] }: GoodsReceipt): Refusal | undefined {
  const at = lines.findIndex((_, i) => isPositive(billedOf(billed, i + 1).quantity));
  const document = billed.findLast(({ line, billId }) => line === at + 1 && billId === undefined)?.documentId;
  return document === undefined
    ? undefined
    : refusal('goods_receipt.billed', `${document} bills these goods: reverse it first, or enter its credit note.`, 'path.receiptId', {
        document,
      });
}

function refusalOfUsedGoods(receipt: GoodsReceipt, stocks: GoodsReceiptStanding['stocks']): Refusal | undefined {
  const used = stockIdsOf(receipt).find((_, i) => !stocks[i] || !stockWithout(receipt, stocks[i]));
  if (used === undefined) return undefined;
  const item = receipt.lines.find((line) => stockId(line.itemId, receipt.warehouse) === used)?.code ?? '';
  const message = `${item} of this receipt has been sold or promised meanwhile; correct it by an adjustment.`;
  return refusal('goods_receipt.used', message, 'path.receiptId', { item });
}
