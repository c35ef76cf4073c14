import { DraftInput, type DraftLine, draftValue } from '#domain/finance/receivables/draft.ts';
import { VAT_ES } from '#domain/finance/tax/vat-es.ts';
import { DomainError } from '#kernel/errors.ts';
import { Percent, PositiveQuantity, UnitPrice } from '#kernel/quantity.ts';
import type { Schemas } from '../../api/client.ts';
import { today } from '../../i18n/format.ts';
import { eur } from './cents.ts';

/** A line as it is typed; what the catalogue gave it stays with it. */
export interface TypedLine {
  /** Tells lines apart while they are moved and removed. */
  readonly key: string;
  readonly itemId?: string;
  readonly code?: string;
  readonly kind: DraftLine['kind'];
  readonly name: string;
  readonly quantity: string;
  readonly price: string;
  readonly discount: string;
  readonly taxCode: string;
}

/** A draft as it is typed. */
export interface TypedDraft {
  readonly customerId: string | undefined;
  readonly date: string;
  readonly paymentDays: string;
  readonly pricesIncludeTax: boolean;
  readonly notes: string;
  readonly lines: readonly TypedLine[];
}

export const newLine = (): TypedLine => ({
  key: crypto.randomUUID(),
  kind: 'service',
  name: '',
  quantity: '1',
  price: '',
  discount: '',
  taxCode: VAT_ES.find(({ code }) => code === 'IVA-G')?.code ?? '',
});

export const lineOfItem = ({ id, code, name, price, taxCode, kind }: Schemas['Item']): TypedLine => ({
  ...newLine(),
  itemId: id,
  code,
  kind,
  name,
  price,
  taxCode,
});

export const newDraft = (customerId?: string): TypedDraft => ({
  customerId,
  date: '',
  paymentDays: '',
  pricesIncludeTax: false,
  notes: '',
  lines: [newLine()],
});

export const typedOf = (draft: Schemas['Draft']): TypedDraft => ({
  customerId: draft.customerId,
  date: draft.date ?? '',
  paymentDays: draft.paymentDays === undefined ? '' : String(draft.paymentDays),
  pricesIncludeTax: draft.pricesIncludeTax ?? false,
  notes: draft.notes ?? '',
  lines: draft.lines.map(({ itemId, code, discount = '', ...line }, index) => ({
    ...line,
    key: `saved-${index}`,
    ...(itemId ? { itemId } : {}),
    ...(code ? { code } : {}),
    discount,
  })),
});

/** What the API takes of a line: code and kind are the item's where it has one. */
const lineBody = ({ itemId, code, kind, name, quantity, price, discount, taxCode }: TypedLine) => ({
  ...(itemId ? { itemId } : { ...(code ? { code } : {}), kind }),
  name: name.trim(),
  quantity,
  price,
  ...(Number(discount) > 0 ? { discount } : {}),
  taxCode,
});

/** The request that makes the draft. */
export const createBody = ({ customerId = '', date, paymentDays, pricesIncludeTax, notes, lines }: TypedDraft) => ({
  customerId,
  ...(date ? { date } : {}),
  ...(paymentDays ? { paymentDays: Number(paymentDays) } : {}),
  ...(notes.trim() ? { notes: notes.trim() } : {}),
  pricesIncludeTax,
  lines: lines.map(lineBody),
});

/** The request that changes it: what was emptied is cleared. */
export const patchBody = (typed: TypedDraft) => {
  const { date = null, paymentDays = null, notes = null, ...rest } = createBody(typed);
  return { ...rest, date, paymentDays, notes };
};

/** Fields at fault by the rules that the API has, as `lines.0.quantity`. */
export function faultyFields(typed: TypedDraft): readonly string[] {
  const read = DraftInput.safeParse(createBody(typed));
  return read.success ? [] : read.error.issues.map(({ path }) => path.join('.'));
}

const isPriced = ({ quantity, price, discount }: TypedLine): boolean =>
  PositiveQuantity.safeParse(quantity).success &&
  UnitPrice.safeParse(price).success &&
  (discount === '' || Percent.safeParse(discount).success);

/**
 * Net of each line and totals, by the rulebook that the invoice is made with. A line that cannot be read yet counts for
 * nothing. `undefined` where the rules refuse it: no tax rate on that day, an amount beyond all bounds.
 */
export function totalsNow({ lines, pricesIncludeTax, date }: TypedDraft) {
  const priced = lines.filter(isPriced);
  try {
    const value = draftValue({ lines: priced.map(plain), pricesIncludeTax }, date || today());
    const { net, tax, rounding, gross, taxes } = value.totals;
    return {
      nets: new Map(priced.map(({ key }, index) => [key, eur(value.lines[index]?.net ?? 0)])),
      totals: {
        net: eur(net),
        tax: eur(tax),
        rounding: eur(rounding),
        gross: eur(gross),
        taxes: taxes.map((each) => ({ ...each, base: eur(each.base), tax: eur(each.tax) })),
      },
    };
  } catch (error) {
    if (error instanceof DomainError) return;
    throw error;
  }
}

const plain = ({ kind, name, quantity, price, discount, taxCode }: TypedLine): DraftLine => ({
  kind,
  name,
  quantity,
  price,
  taxCode,
  ...(Number(discount) > 0 ? { discount } : {}),
});
