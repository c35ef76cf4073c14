import * as z from 'zod/mini';
import { TAX_CODES, type Totals, taxPercent, totalsOf } from '#domain/finance/events.ts';
import type { IsoDate } from '#kernel/date.ts';
import { invalid, refused } from '#kernel/errors.ts';
import { LineDimensionsInput } from '#kernel/line-dimensions.ts';
import { lineNet } from '#kernel/money.ts';
import { Percent, PositiveQuantity, UnitPrice } from '#kernel/quantity.ts';
import type { Stored } from '#kernel/record.ts';
import { keptUnit } from '#kernel/unit.ts';
import type { Item } from '../catalogue/item.ts';
import type { OrderLine } from './order.ts';

/** The most lines one order may have. */
export const MAX_LINES = 1000;

export const OrderLineInput = z.strictObject({
  itemId: z.string().check(z.regex(/^itm_[0-9A-HJKMNP-TV-Z]{26}$/, 'must be an item id such as itm_01JDG8ZK5T7QWERTY2MNPQRSTV')),
  quantity: PositiveQuantity,
  /** Absent: the item's price. */
  price: z.optional(UnitPrice),
  discount: z.optional(Percent),
  taxCode: z.optional(z.enum(TAX_CODES)),
  /** Absent: the item's name. */
  description: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(160))),
  /** Cost centre, project and the like. */
  dimensions: z.optional(LineDimensionsInput),
});
export type OrderLineInput = z.output<typeof OrderLineInput>;

/**
 * The order's lines and totals from what was asked for and what the catalogue says. Lines are never merged.
 * @throws DomainError `item.not_found`, `item.inactive`, `tax.no_rate` naming the line.
 */
export function priceLines(
  input: readonly OrderLineInput[],
  items: readonly (Stored<Item> | undefined)[],
  date: IsoDate,
  pricesIncludeTax: boolean,
): { lines: OrderLine[]; totals: Totals } {
  const priced = input.map((line, i) => priceLine(line, items[i], i, date));
  const { nets, ...totals } = totalsOf(priced, pricesIncludeTax);
  return { lines: priced.map((line, i) => ({ ...line, net: nets[i] ?? 0 })), totals };
}

function priceLine(input: OrderLineInput, item: Stored<Item> | undefined, index: number, date: IsoDate): OrderLine {
  const field = `body.lines.${index}.itemId`;
  if (!item)
    throw invalid('item.not_found', `Line ${index + 1}: there is no item ${input.itemId}: choose one of the catalogue.`, field, {
      line: index + 1,
      id: input.itemId,
    });
  if (!item.active)
    throw refused('item.inactive', `Line ${index + 1}: ${item.code} is no longer sold. Take it off, or put it on sale again.`, field, {
      line: index + 1,
      item: item.code,
    });
  const taxCode = input.taxCode ?? item.taxCode;
  const price = input.price ?? item.price;
  const amount = lineNet(input.quantity, price, input.discount);
  return {
    no: index + 1,
    itemId: item.id,
    code: item.code,
    name: input.description ?? item.name,
    kind: item.kind,
    quantity: input.quantity,
    ...keptUnit(item.unit),
    price,
    ...(input.discount ? { discount: input.discount } : {}),
    taxCode,
    percent: taxPercent(taxCode, date),
    amount,
    net: amount,
    shipped: '0',
    cost: 0,
    returned: '0',
    returnedNet: 0,
    returnedCost: 0,
    ...(input.dimensions ? { dimensions: input.dimensions } : {}),
  };
}
