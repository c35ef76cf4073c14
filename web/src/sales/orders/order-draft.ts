import { OrderLineInput, priceLines } from '#domain/sales/orders/pricing.ts';
import { PlaceOrder } from '#domain/sales/orders/wire.ts';
import type { Schemas } from '../../api/client.ts';
import type { DraftCustomer } from '../../lines/customer-field.tsx';
import { dimensionsIn, dimensionText } from '../../lines/dimension-text.ts';
import { type DraftKind, given, type Line, newLine, open, written } from '../../lines/draft.ts';
import type { DraftItem } from '../../lines/item-field.tsx';

export interface OrderLine extends Line {
  readonly item?: DraftItem | undefined;
  readonly quantity: string;
  readonly price: string;
  readonly discount: string;
  readonly taxCode: string;
  readonly description?: string | undefined;
  /** `centre=MAD,project=P1` */
  readonly dimensions: string;
}

export interface OrderDraft {
  readonly customer?: DraftCustomer | undefined;
  readonly lines: readonly OrderLine[];
  readonly date: string;
  readonly warehouse: string;
  readonly reference: string;
  readonly notes: string;
  readonly pricesIncludeTax: boolean;
}

type Body = Schemas['PlaceOrder'];

const lineBody = ({ item, quantity, price, discount, taxCode, description, dimensions }: OrderLine) =>
  ({
    itemId: item?.id ?? '',
    quantity,
    ...given({ price, discount, taxCode, description }),
    ...dimensionsIn(dimensions),
  }) as Body['lines'][number];

export const orders: DraftKind<OrderDraft, Body> = {
  blank: { quantity: '', price: '', discount: '', taxCode: '', dimensions: '' },
  schema: PlaceOrder,
  main: 'itemId',
  body: ({ customer, date, warehouse, reference, notes, pricesIncludeTax }, lines) => ({
    customerId: customer?.id ?? '',
    lines: lines.map(lineBody),
    warehouse,
    ...(pricesIncludeTax ? { pricesIncludeTax } : {}),
    ...given({ date, reference, notes }),
  }),
};

export const emptyOrder = (date: string, customer?: DraftCustomer): OrderDraft => ({
  customer,
  lines: open(orders, []),
  date,
  warehouse: 'main',
  reference: '',
  notes: '',
  pricesIncludeTax: false,
});

/**
 * What the draft comes to, by the rulebook that the API prices by: minor units, and the net of each line by its key.
 * Lines that are not whole yet are left out. @throws DomainError `amount.too_large`, `tax.no_rate`.
 */
export function pricedOrder(draft: OrderDraft) {
  const whole = written(orders, draft).flatMap((line) => {
    const read = OrderLineInput.safeParse(lineBody(line));
    return line.item && read.success ? [{ key: line.key, item: line.item, read: read.data }] : [];
  });
  // Of the catalogue's record the rulebook reads what the answer has; the rest are stamps.
  const items = whole.map(({ item }) => item) as unknown as Parameters<typeof priceLines>[1];
  const inputs = whole.map(({ read }) => read);
  const { lines, totals } = priceLines(inputs, items, draft.date, draft.pricesIncludeTax);
  return { totals, nets: new Map(whole.map(({ key }, index) => [key, lines[index]?.net ?? 0])) };
}

/** The same order again, dated today, at the prices that were agreed. Items that are no longer sold are left out. */
export function orderAgain(order: Schemas['Order'], items: readonly DraftItem[], date: string): OrderDraft {
  const byId = new Map(items.map((item) => [item.id, item]));
  const lines = order.lines.flatMap(({ itemId, quantity, price, discount = '', taxCode, name, dimensions }) => {
    const item = byId.get(itemId);
    if (!item?.active) return [];
    return [
      newLine(orders, {
        item,
        quantity,
        price,
        discount,
        taxCode,
        dimensions: dimensionText(dimensions),
        ...(name === item.name ? {} : { description: name }),
      }),
    ];
  });
  const { customerId, customerName, warehouse, pricesIncludeTax } = order;
  return { ...emptyOrder(date, { id: customerId, name: customerName }), warehouse, pricesIncludeTax, lines: open(orders, lines) };
}
