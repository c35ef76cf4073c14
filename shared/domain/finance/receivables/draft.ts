import * as z from 'zod/mini';
import { BusinessDate, type IsoDate } from '#kernel/date.ts';
import { invalid, type Refusal, refusal, refused } from '#kernel/errors.ts';
import { idWith } from '#kernel/id.ts';
import { LineDimensionsInput } from '#kernel/line-dimensions.ts';
import { BASE_CURRENCY, CURRENCIES, type Currency, lineNet } from '#kernel/money.ts';
import { IssuerCode } from '#kernel/outside-issuer.ts';
import { Percent, PositiveQuantity, UnitPrice } from '#kernel/quantity.ts';
import { dated, recordType, type Stored } from '#kernel/record.ts';
import { list, storedOf } from '#kernel/stored.ts';
import { ItemUnit, keptUnit } from '#kernel/unit.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { type Exchange, netsInBase, RATE_SOURCES, RateText } from '../currencies/exchange-rate.ts';
import { type Totals, totalsOf } from '../tax/totals.ts';
import { TAX_CODES, taxPercent } from '../tax/vat-es.ts';
import { GeneralCharge, GeneralDiscount, generalLines } from './adjustment.ts';
import { AdvanceInput, Deduction, deductionLine } from './advance.ts';
import { type ForeignSale, foreignSale } from './foreign-sale.ts';
import type { InvoiceLine } from './invoice.ts';
import { SALE_WITHHOLDING_CODES } from './sale-withheld.ts';

const LINE_KINDS = ['stocked', 'service', 'advance'] as const;

/** A line as people enter it: an item of the catalogue, or in words of their own (then name and price are needed). */
export const DraftLineInput = z.strictObject({
  itemId: z.optional(idWith('itm')),
  code: z.optional(text(40)),
  name: z.optional(text(160)),
  /** Goods (account 700), a service (705), or money in advance (438), whose tax is due when it is paid. No stock moves. */
  kind: z.optional(z.enum(LINE_KINDS)),
  quantity: PositiveQuantity,
  /** Absent: that of the item, or pieces. */
  unit: z.optional(ItemUnit),
  price: z.optional(UnitPrice),
  discount: z.optional(Percent),
  taxCode: z.optional(z.enum(TAX_CODES)),
  dimensions: z.optional(LineDimensionsInput),
});
export type DraftLineInput = z.output<typeof DraftLineInput>;

/** A line with everything that an invoice shows. */
export const DraftLine = z.object({
  itemId: z.optional(z.string()),
  code: z.optional(z.string()),
  name: z.string(),
  kind: z.enum(LINE_KINDS),
  quantity: z.string(),
  unit: z.optional(z.string()),
  price: z.string(),
  discount: z.optional(z.string()),
  taxCode: z.string(),
  dimensions: z.optional(z.record(z.string(), z.string())),
});
export type DraftLine = z.output<typeof DraftLine>;

const Lines = z.array(DraftLineInput).check(z.minLength(1), z.maxLength(500));
const CurrencyCode = z.enum(CURRENCIES as readonly [Currency, ...Currency[]], 'unknown or unsupported currency');
const PaymentDays = z.int().check(z.minimum(0), z.maximum(180));
export const DraftInput = z.strictObject({
  customerId: idWith('cus'),
  date: z.optional(BusinessDate),
  lines: Lines,
  /** That of its prices. Absent: the euro. */
  currency: z.optional(CurrencyCode),
  /** Units of that currency for one euro. Absent: the rate of the invoice's day (Ley 37/1992 art. 79.Once). */
  rate: z.optional(RateText),
  /** The type of income tax that its customer keeps back of it. Absent: none. */
  withholding: z.optional(z.enum(SALE_WITHHOLDING_CODES)),
  pricesIncludeTax: z._default(z.boolean(), false),
  paymentDays: z.optional(PaymentDays),
  notes: z.optional(text(500)),
  /** What is taken off all of it, and what is added. */
  discount: z.optional(GeneralDiscount),
  charge: z.optional(GeneralCharge),
  /** Invoices of money in advance that it takes off. */
  advances: z.optional(z.array(AdvanceInput).check(z.maxLength(20))),
  /** The order that its money in advance is for: the invoices of that take it off. */
  orderId: z.optional(idWith('ord')),
  /** Who issues it in the company's name, by the code of the settings. */
  issuedBy: z.optional(IssuerCode),
});
/** Null clears an optional field. */
export const PatchDraft = z.strictObject({
  customerId: z.optional(idWith('cus')),
  date: z.optional(z.nullable(BusinessDate)),
  lines: z.optional(Lines),
  currency: z.optional(z.nullable(CurrencyCode)),
  rate: z.optional(z.nullable(RateText)),
  withholding: z.optional(z.nullable(z.enum(SALE_WITHHOLDING_CODES))),
  pricesIncludeTax: z.optional(z.boolean()),
  paymentDays: z.optional(z.nullable(PaymentDays)),
  notes: z.optional(z.nullable(text(500))),
  discount: z.optional(z.nullable(GeneralDiscount)),
  charge: z.optional(z.nullable(GeneralCharge)),
  advances: z.optional(z.array(AdvanceInput).check(z.maxLength(20))),
  orderId: z.optional(z.nullable(idWith('ord'))),
  issuedBy: z.optional(z.nullable(IssuerCode)),
});

/**
 * An invoice in the making, for services and other things that no order bills; no stock moves. Issuing it makes the
 * invoice; the draft stays and points at it.
 */
export const Draft = z.extend(storedOf(DraftInput), {
  lines: list(DraftLine),
  advances: z.exactOptional(list(Deduction)),
  customerName: z.string(),
  /** The rate at which it would be issued, where it is in a foreign currency. */
  exchange: z.exactOptional(z.object({ currency: z.string(), rate: z.string(), date: z.string(), source: z.enum(RATE_SOURCES) })),
  /** Month that lists show it in: that of its making. */
  madeOn: z.string(),
  invoiceId: z.exactOptional(z.string()),
});
export type Draft = Readonly<z.output<typeof Draft>>;

export const DRAFT_STATES = ['draft', 'issued'] as const;
export const draftState = (draft: { readonly invoiceId?: string | undefined }): (typeof DRAFT_STATES)[number] =>
  draft.invoiceId === undefined ? 'draft' : 'issued';

export const Drafts = recordType<Draft, (typeof DRAFT_STATES)[number]>({
  kind: 'invoice-draft',
  prefix: 'drf',
  letter: 'B',
  data: Draft,
  history: 'all',
  list: dated({ date: (d) => d.madeOn, party: (d) => d.customerId, words: (d) => [d.customerName] }),
  state: draftState,
  tones: { draft: 'plain', issued: 'good' },
  related: (d) => [d.invoiceId, d.orderId],
  summary: (d) => ({ subtitle: [d.customerName], date: d.date ?? d.madeOn }),
  screen: '/invoice-drafts',
  icon: 'draft',
  read: 'invoices.read',
});
export type StoredDraft = Stored<Draft>;

/** What was issued changes no more, and is never deleted. */
export const refusalOfIssued = ({ invoiceId }: Pick<Draft, 'invoiceId'>): Refusal | undefined =>
  invoiceId === undefined
    ? undefined
    : refusal('draft.issued', `The draft was issued as ${invoiceId}. To correct it, credit the invoice.`, 'path.draftId', {
        invoice: invoiceId,
      });

/** What a line takes of an item of the catalogue. */
export interface BillableItem extends Pick<DraftLine, 'name' | 'kind' | 'price' | 'taxCode' | 'unit'> {
  readonly code: string;
  readonly active: boolean;
}

/**
 * Lines with what the catalogue adds; what the line says itself goes first.
 * @param items by id. @param currency of the prices, where that is not the euro. @throws DomainError `draft.line`, `item.not_found` (400), `item.inactive` (422) naming the line.
 */
export const draftLines = (
  input: readonly DraftLineInput[],
  items: ReadonlyMap<string, BillableItem>,
  currency?: string | undefined,
): DraftLine[] => {
  requirePrices(input, currency);
  return input.map((line, i) => (line.itemId === undefined ? ownLine(line, i) : itemLine(line, line.itemId, items.get(line.itemId), i)));
};

/** Prices of the catalogue are in euros: they are none in another currency. */
function requirePrices(input: readonly DraftLineInput[], currency: string | undefined): void {
  const at = currency === undefined ? -1 : input.findIndex(({ itemId, price }) => itemId !== undefined && price === undefined);
  if (at >= 0)
    throw invalid(
      'draft.line',
      `Line ${at + 1}: the price of the catalogue is in euros: give one in ${currency}.`,
      `body.lines.${at}.price`,
      { line: at + 1, why: 'priceless', currency: currency ?? '' },
    );
}

/** A line in words of its own. */
function ownLine({ itemId: _, code, name, kind, price, taxCode, unit, ...line }: DraftLineInput, i: number): DraftLine {
  if (name === undefined || price === undefined) {
    const lacking = name === undefined ? 'name' : 'price';
    throw invalid('draft.line', `Line ${i + 1}: without an item, a name and a price are needed.`, `body.lines.${i}.${lacking}`, {
      line: i + 1,
      why: 'lacking',
    });
  }
  return { ...(code ? { code } : {}), name, kind: kind ?? 'service', ...line, ...keptUnit(unit), price, taxCode: taxCode ?? 'IVA-G' };
}

/** A line with what the catalogue says of its item. */
function itemLine(input: DraftLineInput, itemId: string, item: BillableItem | undefined, i: number): DraftLine {
  const at = `body.lines.${i}`;
  const { code, kind, name, price, taxCode, unit, itemId: _, ...line } = input;
  if (!item)
    throw invalid('item.not_found', `Line ${i + 1}: there is no item ${itemId}: choose one of the catalogue.`, `${at}.itemId`, {
      line: i + 1,
      id: itemId,
    });
  if (!item.active)
    throw refused(
      'item.inactive',
      `Line ${i + 1}: ${item.code} is no longer sold. Remove it, or activate the item again.`,
      `${at}.itemId`,
      {
        line: i + 1,
        item: item.code ?? item.name,
      },
    );
  if (code !== undefined || kind !== undefined)
    throw invalid(
      'draft.line',
      `Line ${i + 1}: code and kind come from the item: leave them out.`,
      `${at}.${code === undefined ? 'kind' : 'code'}`,
      {
        line: i + 1,
        why: 'of_item',
      },
    );
  const measured = { ...line, ...keptUnit(unit ?? item.unit) };
  const shown = { name: name ?? item.name, kind: item.kind, ...measured, price: price ?? item.price, taxCode: taxCode ?? item.taxCode };
  return { itemId, ...(item.code ? { code: item.code } : {}), ...shown };
}

/** The currency that a draft is left in by what is told of it: euros need no name. */
export const foreignCurrency = (currency: Currency | null | undefined): Currency | undefined =>
  currency === BASE_CURRENCY ? undefined : (currency ?? undefined);

/** What a draft comes to. */
export interface DraftValue {
  readonly lines: InvoiceLine[];
  /** In euros. */
  readonly totals: Totals;
  /** In its own currency, where that is another. */
  readonly foreign?: ForeignSale;
}

type Valued = Pick<Draft, 'lines' | 'pricesIncludeTax' | 'advances' | 'discount' | 'charge'>;

/**
 * Lines and totals at the tax rates of a day. Of a draft in a foreign currency the lines are turned into euros, and the tax is
 * that of the bases in euros, in which it is declared (RD 1619/2012 art. 12).
 * @throws DomainError `tax.no_rate`, `draft.adjustment` (422).
 */
export function draftValue(draft: Valued, date: IsoDate, exchange?: Exchange): DraftValue {
  if (draft.advances?.length) return finalValue(draft, draft.advances, date, exchange);
  const listed = draft.lines.map((line) => ({
    ...line,
    percent: taxPercent(line.taxCode, date),
    amount: lineNet(line.quantity, line.price, line.discount, exchange?.currency),
  }));
  const priced: (DraftLine & (typeof listed)[number] & Pick<InvoiceLine, 'adjusts'>)[] = [
    ...listed,
    ...generalLines(listed, draft, exchange?.currency),
  ];
  const { nets, ...own } = totalsOf(priced, draft.pricesIncludeTax);
  const based = netsInBase(nets, exchange);
  const lines = priced.map(
    ({ amount, itemId, code, unit, discount, dimensions, ...line }, i): InvoiceLine => ({
      ...line,
      code: code ?? '',
      net: based[i] ?? 0,
      ...(exchange ? { foreign: nets[i] ?? 0 } : {}),
      ...(unit ? { unit } : {}),
      ...(discount ? { discount } : {}),
      ...(dimensions ? { dimensions } : {}),
    }),
  );
  if (!exchange) return { lines, totals: own };
  const { nets: _, ...totals } = totalsOf(
    lines.map(({ taxCode, percent, net }) => ({ taxCode, percent, amount: net })),
    false,
  );
  return { lines, totals, foreign: foreignSale(exchange, own) };
}

/**
 * The value of a final invoice: its lines less what was paid in advance, and the tax of what is left, since that of the rest was charged
 * when it was paid. @throws DomainError `advance.prices` (422) where its prices include tax, or are in another currency.
 */
function finalValue(
  { lines: own, discount, charge, ...draft }: Valued,
  advances: readonly Deduction[],
  date: IsoDate,
  exchange: Exchange | undefined,
): DraftValue {
  if (draft.pricesIncludeTax || exchange)
    throw refused('advance.prices', 'What was paid in advance is taken off prices without tax, in euros.', 'body.advances');
  const lines = [
    ...draftValue({ lines: own, discount, charge, pricesIncludeTax: false }, date).lines,
    ...advances.map((deduction) => deductionLine(deduction)),
  ];
  const { nets: _, ...totals } = totalsOf(
    lines.map(({ taxCode, percent, net }) => ({ taxCode, percent, amount: net })),
    false,
  );
  return { lines, totals };
}
