import { GoodsReceiptInput } from '#domain/inventory/stock/wire.ts';
import { lineNet, type Minor } from '#kernel/money.ts';
import { PositiveQuantity, UnitPrice } from '#kernel/quantity.ts';
import type { Schemas } from '../../api/client.ts';
import { today } from '../../i18n/format.ts';
import { type DraftKind, given, type Line, newLine, open } from '../../lines/draft.ts';
import type { DraftItem } from '../../lines/item-field.tsx';

export interface ReceiptLine extends Line {
  readonly item?: DraftItem | undefined;
  readonly quantity: string;
  readonly unitCost: string;
}

export interface ReceiptDraft {
  readonly warehouse: string;
  readonly date: string;
  readonly origin: 'supplier' | 'opening';
  readonly reference: string;
  readonly supplier?: Pick<Schemas['SupplierRow'], 'id' | 'name' | 'taxId'> | undefined;
  readonly lines: readonly ReceiptLine[];
}

export const goodsReceipts: DraftKind<ReceiptDraft, Schemas['ReceiveGoods']> = {
  blank: { quantity: '', unitCost: '' },
  schema: GoodsReceiptInput,
  main: 'itemId',
  body: ({ warehouse, date, origin, reference, supplier }, lines) => ({
    warehouse,
    date,
    origin,
    ...given({ reference, supplierId: origin === 'supplier' ? (supplier?.id ?? '') : '' }),
    lines: lines.map(({ item, quantity, unitCost }) => ({ itemId: item?.id ?? '', quantity, unitCost })),
  }),
  rule: (lines) =>
    Object.fromEntries(lines.flatMap(({ item }, at) => (item?.kind === 'service' ? [[`lines.${at}.itemId`, 'service']] : []))),
};

export const newReceipt = (item?: DraftItem): ReceiptDraft => ({
  warehouse: 'main',
  date: today(),
  origin: 'supplier',
  reference: '',
  lines: open(goodsReceipts, item ? [newLine(goodsReceipts, { item })] : []),
});

/** Cost of a line in minor units, as the rulebook reckons it; none until quantity and cost are numbers. */
export function lineCost({ quantity, unitCost }: ReceiptLine): Minor | undefined {
  const good = PositiveQuantity.safeParse(quantity).success && UnitPrice.safeParse(unitCost).success;
  return good ? lineNet(quantity, unitCost) : undefined;
}
