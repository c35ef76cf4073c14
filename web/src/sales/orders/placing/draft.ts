import { OrderLineInput, priceLines } from '#domain/sales/orders/pricing.ts';
import { PlaceOrder } from '#domain/sales/orders/wire.ts';
import type { Schemas } from '../../../api/client.ts';

type Items = Parameters<typeof priceLines>[1];

/** What the catalogue says of an item that stands on a line. */
export type DraftItem = Pick<Schemas['Item'], 'id' | 'code' | 'name' | 'unit' | 'price' | 'taxCode' | 'kind' | 'active'>;

/** A line as it is typed: text, in the person's own way of writing numbers. The last line of a draft is an empty one. */
export interface DraftLine {
  readonly key: string;
  readonly item?: DraftItem | undefined;
  readonly quantity: string;
  readonly price: string;
  readonly discount: string;
  readonly taxCode: string;
  readonly description?: string | undefined;
}

export type LineField = 'item' | 'quantity' | 'price' | 'discount' | 'taxCode';

/** An order that is being written. JSON: it is kept on this device until it is placed or thrown away. */
export interface Draft {
  readonly customer?: { readonly id: string; readonly name: string; readonly taxId?: string | undefined } | undefined;
  readonly lines: readonly DraftLine[];
  readonly date: string;
  readonly warehouse: string;
  readonly reference: string;
  readonly notes: string;
  readonly pricesIncludeTax: boolean;
}

export type OrderBody = Schemas['PlaceOrder'];

const emptyLine = (): DraftLine => ({ key: crypto.randomUUID(), quantity: '', price: '', discount: '', taxCode: '' });

export const emptyDraft = (date: string): Draft => ({
  lines: [emptyLine()],
  date,
  warehouse: 'main',
  reference: '',
  notes: '',
  pricesIncludeTax: false,
});

/** `1.234,5`, `1 234,5` and `1234.5` → `1234.5`; what is no number stays as it is, for the schema to refuse. */
export function plainDecimal(text: string): string {
  const tight = text.replace(/\s/g, '');
  const plain = tight.includes(',') ? tight.replaceAll('.', '').replace(',', '.') : tight;
  return plain.replace(/^\./, '0.').replace(/\.$/, '');
}

/** The lines that say something, as the API takes them; with their keys. */
export function askedLines(draft: Draft): { key: string; line: OrderBody['lines'][number]; item: DraftItem | undefined }[] {
  return draft.lines
    .filter(({ item, quantity }) => item || quantity.trim())
    .map(({ key, item, quantity, price, discount, taxCode, description }) => ({
      key,
      item,
      line: {
        itemId: item?.id ?? '',
        quantity: plainDecimal(quantity),
        ...(price.trim() ? { price: plainDecimal(price) } : {}),
        ...(discount.trim() ? { discount: plainDecimal(discount) } : {}),
        ...(taxCode ? { taxCode: taxCode as never } : {}),
        ...(description ? { description } : {}),
      },
    }));
}

export function bodyOf(draft: Draft, quote: boolean): OrderBody {
  const { customer, date, warehouse, reference, notes, pricesIncludeTax } = draft;
  return {
    customerId: customer?.id ?? '',
    lines: askedLines(draft).map(({ line }) => line),
    ...(date ? { date } : {}),
    warehouse,
    ...(quote ? { quote } : {}),
    ...(pricesIncludeTax ? { pricesIncludeTax } : {}),
    ...(reference.trim() ? { reference: reference.trim() } : {}),
    ...(notes.trim() ? { notes: notes.trim() } : {}),
  };
}

/** The field of the draft that a path of the request stands for: `body.lines.2.quantity` → `{key}-quantity`. */
export function placeOf(path: string, draft: Draft): string {
  const [first = '', index = '', field = ''] = path.replace(/^body\./, '').split('.');
  if (first !== 'lines' || index === '') return first === 'customerId' ? 'customer' : first;
  return `${askedLines(draft)[Number(index)]?.key}-${field === 'itemId' || field === '' ? 'item' : field}`;
}

/** The places at fault by the schema of the request, in the order in which they stand on the page. */
export function faultsOf(draft: Draft): string[] {
  const checked = PlaceOrder.safeParse(bodyOf(draft, false));
  return checked.success ? [] : [...new Set(checked.error.issues.map(({ path }) => placeOf(path.map(String).join('.'), draft)))];
}

/**
 * What the draft comes to, by the rulebook that the API prices by: minor units, and the net of each line by its key.
 * Lines that are not whole yet are left out. @throws DomainError `amount.too_large`, `tax.no_rate`.
 */
export function pricedDraft(draft: Draft) {
  const whole = askedLines(draft).filter(({ line, item }) => item && OrderLineInput.safeParse(line).success);
  const asked = whole.map(({ line }) => OrderLineInput.parse(line));
  // Of the catalogue's record the rulebook reads what the answer has; the rest are stamps.
  const items = whole.map(({ item }) => item) as unknown as Items;
  const { lines, totals } = priceLines(asked, items, draft.date, draft.pricesIncludeTax);
  return { totals, nets: new Map(whole.map(({ key }, index) => [key, lines[index]?.net ?? 0])) };
}

/** Changes one line; the last one, once it says something, is followed by an empty one. */
export function withLine(draft: Draft, key: string, change: Partial<DraftLine>): Draft {
  const lines = draft.lines.map((line) => (line.key === key ? { ...line, ...change } : line));
  return { ...draft, lines: lines.at(-1)?.item ? [...lines, emptyLine()] : lines };
}

export function withoutLine(draft: Draft, key: string): Draft {
  const lines = draft.lines.filter((line) => line.key !== key);
  return { ...draft, lines: lines.length === 0 || lines.at(-1)?.item ? [...lines, emptyLine()] : lines };
}

/** The same order again, dated today, at the prices that were agreed. Items that are no longer sold are left out by the caller. */
export function draftAgain(
  order: Schemas['Order'],
  items: ReadonlyMap<string, DraftItem>,
  date: string,
  written: (decimal: string) => string,
): Draft {
  const lines = order.lines.flatMap((line): DraftLine[] => {
    const item = items.get(line.itemId);
    if (!item?.active) return [];
    const { quantity, price, discount = '', taxCode, name } = line;
    return [
      {
        key: crypto.randomUUID(),
        item,
        quantity: written(quantity),
        price: written(price),
        discount: written(discount),
        taxCode,
        ...(name === item.name ? {} : { description: name }),
      },
    ];
  });
  const { customerId, customerName, warehouse, pricesIncludeTax } = order;
  return {
    ...emptyDraft(date),
    customer: { id: customerId, name: customerName },
    warehouse,
    pricesIncludeTax,
    lines: [...lines, emptyLine()],
  };
}
