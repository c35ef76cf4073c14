import { GeneralCharge, GeneralDiscount } from '#domain/finance/receivables/adjustment.ts';
import { DraftInput, type DraftLine, draftValue } from '#domain/finance/receivables/draft.ts';
import { saleWithheld } from '#domain/finance/receivables/sale-withheld.ts';
import { BASE_CURRENCY, type Currency } from '#kernel/money.ts';
import { Percent, PositiveQuantity, UnitPrice } from '#kernel/quantity.ts';
import type { Schemas } from '../../api/client.ts';
import { today } from '../../i18n/format.ts';
import type { DraftCustomer } from '../../lines/customer-field.tsx';
import { dimensionsIn, dimensionText } from '../../lines/dimension-text.ts';
import { type DraftKind, given, type Line, newLine, open, written } from '../../lines/draft.ts';
import { advancesBody, advancesIn, advancesText, deductionsIn } from '../advances/advances.ts';

/** In words of its own, or with what the catalogue says. */
export interface InvoiceLine extends Line {
  readonly itemId?: string;
  readonly code?: string;
  readonly kind: DraftLine['kind'];
  readonly name: string;
  readonly quantity: string;
  /** Empty: pieces. */
  readonly unit: string;
  readonly price: string;
  readonly discount: string;
  readonly taxCode: string;
  /** `centre=MAD,project=P1` */
  readonly dimensions: string;
}

/** The company issues it itself. */
export const OWN = 'own';

/** What is typed of an invoice, before anything is. */
const BLANK = {
  ...{ date: '', paymentDays: '' },
  /** Of its prices. */
  ...{ currency: BASE_CURRENCY as Currency, rate: '', pricesIncludeTax: false },
  /** It charges money before anything is sold. */
  advance: false,
  /** What it takes off as paid in advance, as text. */
  advances: '',
  /** The order that its money in advance is for. */
  orderId: '',
  /** Code of who issues it in the company's name, or `own`. */
  issuedBy: OWN as string,
  /** The type of income tax that the customer keeps back, or none. */
  withholding: '',
  notes: '',
  /** Of the whole invoice: a percentage or an amount off, and what is added. */
  ...{ discountPercent: '', discountAmount: '', chargeAmount: '', chargeReason: '' },
};
export type InvoiceDraft = Readonly<typeof BLANK> & {
  readonly customer?: DraftCustomer | undefined;
  readonly lines: readonly InvoiceLine[];
};

type Body = Schemas['CreateDraft'];

/** A line of an invoice of money in advance is one too; of another, what it was before. */
const kindOf = (kind: DraftLine['kind'], advance: boolean): DraftLine['kind'] =>
  advance ? 'advance' : kind === 'advance' ? 'service' : kind;

/** What the API takes of a line: code and kind are the item's where it has one. */
const lineBody =
  (advance: boolean) =>
  ({ itemId, code, kind, name, quantity, unit, price, discount, taxCode, dimensions }: InvoiceLine) =>
    ({
      ...(itemId ? { itemId } : { kind: kindOf(kind, advance), ...given({ code }) }),
      name: name.trim(),
      quantity,
      price,
      ...given({ unit, discount }),
      taxCode,
      ...dimensionsIn(dimensions),
    }) as Body['lines'][number];

export const invoiceDrafts: DraftKind<InvoiceDraft, Body> = {
  blank: { kind: 'service', name: '', quantity: '1', unit: '', price: '', discount: '', taxCode: 'IVA-G', dimensions: '' },
  schema: DraftInput,
  main: 'name',
  body: (
    { customer, date, paymentDays, currency, rate, pricesIncludeTax, advance, advances, orderId, notes, issuedBy, withholding, ...rest },
    lines,
  ) => ({
    customerId: customer?.id ?? '',
    ...(paymentDays ? { paymentDays: Number(paymentDays) } : {}),
    ...given({ date, notes }),
    ...(currency === BASE_CURRENCY ? {} : { currency, ...given({ rate }) }),
    ...given({ withholding: currency === BASE_CURRENCY ? withholding : '' }),
    pricesIncludeTax,
    ...(advances ? { advances: advancesBody(advances) } : {}),
    ...(advance ? given({ orderId }) : {}),
    ...(issuedBy === OWN ? {} : { issuedBy }),
    ...adjustments(rest),
    lines: lines.map(lineBody(advance)),
  }),
};

/** @param orderId the order that it charges money in advance for. */
export const newInvoice = (customer?: DraftCustomer, orderId = ''): InvoiceDraft => ({
  ...BLANK,
  ...{ customer, orderId, advance: orderId !== '', lines: open(invoiceDrafts, []) },
});

export const typedInvoice = ({
  customerId,
  customerName,
  date = '',
  paymentDays,
  currency = BASE_CURRENCY,
  rate = '',
  pricesIncludeTax = false,
  notes = '',
  discount,
  charge,
  lines,
  advances,
  orderId = '',
  issuedBy = OWN,
  withholding = '',
}: Schemas['DraftRow']): InvoiceDraft => ({
  customer: { id: customerId, name: customerName },
  date,
  paymentDays: String(paymentDays ?? ''),
  currency,
  rate,
  pricesIncludeTax,
  advance: lines.some(({ kind }) => kind === 'advance'),
  advances: advancesText(deductionsIn({ advances })),
  orderId,
  issuedBy,
  withholding,
  notes,
  ...{ discountPercent: discount?.percent ?? '', discountAmount: discount?.amount ?? '' },
  ...{ chargeAmount: charge?.amount ?? '', chargeReason: charge?.reason ?? '' },
  lines: open(
    invoiceDrafts,
    lines.map(({ unit = '', discount = '', dimensions, ...line }) =>
      newLine(invoiceDrafts, { ...line, unit, discount, dimensions: dimensionText(dimensions) }),
    ),
  ),
});

type AdjustmentTexts = Pick<InvoiceDraft, 'discountPercent' | 'discountAmount' | 'chargeAmount' | 'chargeReason'>;
/** What is taken off or added to the whole, as the API takes it. */
const adjustments = ({ discountPercent: percent, discountAmount: amount, chargeAmount, chargeReason }: AdjustmentTexts) => ({
  ...(percent || amount ? { discount: given({ percent, amount }) } : {}),
  ...(chargeAmount || chargeReason ? { charge: { amount: chargeAmount, reason: chargeReason.trim() } } : {}),
});

/** The draft with an item of the catalogue on its next line, at its price where the invoice is in euros. */
export const withItem = (draft: InvoiceDraft, { id, code, name, unit, price, taxCode, kind }: Schemas['ItemRow']): InvoiceDraft => ({
  ...draft,
  lines: open(invoiceDrafts, [
    ...written(invoiceDrafts, draft),
    // Prices of the catalogue are in euros.
    newLine(invoiceDrafts, {
      itemId: id,
      code,
      name,
      unit: unit === 'pc' ? '' : unit,
      price: draft.currency === BASE_CURRENCY ? price : '',
      taxCode,
      kind,
    }),
  ]),
});

const isPriced = ({ quantity, price, discount }: InvoiceLine): boolean =>
  PositiveQuantity.safeParse(quantity).success &&
  UnitPrice.safeParse(price).success &&
  (discount === '' || Percent.safeParse(discount).success);

/** What of them can be read yet. */
function adjustmentsRead(draft: AdjustmentTexts) {
  const { discount, charge } = adjustments(draft);
  const [off, on] = [GeneralDiscount.safeParse(discount), GeneralCharge.safeParse(charge)];
  return { ...(off.success ? { discount: off.data } : {}), ...(on.success ? { charge: on.data } : {}) };
}

/**
 * Net of each line and totals, in the currency of the draft, by the rulebook that the invoice is made with. A line that cannot be read yet counts for
 * nothing. @throws DomainError where there is no rate on that day, or an amount is beyond all bounds.
 */
export function pricedInvoice({ lines, pricesIncludeTax, date, currency, advances, withholding, ...rest }: InvoiceDraft) {
  const whole = lines.filter(isPriced);
  const plain = whole.map(({ kind, name, quantity, price, discount, taxCode }) => ({
    kind,
    name,
    quantity,
    price,
    taxCode,
    ...given({ discount }),
  }));
  const day = date || today();
  // What it comes to in its own currency hangs on no rate.
  const exchange = currency === BASE_CURRENCY ? undefined : { currency, rate: '1', date: day, source: 'manual' as const };
  const value = draftValue({ lines: plain, pricesIncludeTax, advances: advancesIn(advances), ...adjustmentsRead(rest) }, day, exchange);
  const nets = value.lines.map(({ net, foreign = net }) => foreign);
  const withheld = saleWithheld((!exchange && withholding) || undefined, value.totals.net, day);
  return {
    totals: value.foreign ?? value.totals,
    withheld,
    currency,
    nets: new Map(whole.map(({ key }, index) => [key, nets[index] ?? 0])),
  };
}
