import type { Address } from '#kernel/address.ts';
import type { IsoDate } from '#kernel/date.ts';
import { add, compare, decimal, divide, format, multiply, negate } from '#kernel/decimal.ts';
import { BASE_CURRENCY, lineNet, type Minor, minorText } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import type { PublicOffices } from '#kernel/public-offices.ts';
import { unitCode } from '#kernel/unit.ts';
import { currencyOf } from '../open-items/open-item.ts';
import { toldApart } from '../receivables/adjustment.ts';
import { inOwnCurrency } from '../receivables/foreign-sale.ts';
import { type BillingDocument, type InvoiceLine, netUnitPrice } from '../receivables/invoice.ts';
import { isCustomerCode, issuedByMention } from '../receivables/outside-issuer.ts';
import { vatIdIn } from '../tax/recipient.ts';
import type { TaxLine } from '../tax/totals.ts';
import { isSurcharge, surchargeOf, taxCodeOf } from '../tax/vat-es.ts';
import {
  type DirectDebit,
  type DocumentAdjustment,
  type DocumentType,
  type EInvoice,
  type InvoiceSums,
  type LineAdjustment,
  type PaymentInstructions,
  SEPA_DEBIT,
  type TradeLine,
  type TradeParty,
  type VatBreakdown,
  type VatRate,
  type WithheldTax,
} from './einvoice.ts';
import { nationalIdOf } from './party.ts';

/** Who issues, as it was at issue. */
export interface EInvoiceIssuer {
  readonly name: string;
  readonly taxId: string;
  readonly address: Address;
  readonly email?: string | undefined;
  readonly iban?: string | undefined;
}

/** An invoice or a corrective one, with what it does not hold itself. */
export interface BillToSend {
  readonly bill: BillingDocument & { readonly dueDate?: IsoDate; readonly operationDate?: IsoDate; readonly reason?: string };
  readonly issuer: EInvoiceIssuer;
  /** The invoice that it corrects. */
  readonly corrected?: { readonly number: string; readonly date: IsoDate } | undefined;
  /** Number of the order that it bills. */
  readonly order?: string | undefined;
  /** The mandate by which it is collected, as it was at issue: then nobody is asked to transfer. */
  readonly debit?: DirectDebit | undefined;
}

/** The same document in the semantic model of EN 16931: a corrective invoice is a credit note, by difference and with amounts above zero. */
export function einvoiceOf({ bill, issuer, corrected, order, debit }: BillToSend): EInvoice {
  const own = inOwnCurrency(bill);
  const currency = currencyOf(bill);
  const { net, tax, rounding, gross } = own.totals;
  const taxes = breakdownOf(own.totals.taxes);
  const told = toldApart(own.lines);
  const lines = told.lines.map((line, i) => lineOf(line, i + 1, bill.pricesIncludeTax, currency));
  const allowances = adjustmentsOf(told.adjusting, 'discount');
  const charges = adjustmentsOf(told.adjusting, 'charge');
  const { issuedBy } = bill;
  const byBuyer = issuedBy !== undefined && isCustomerCode(issuedBy.letters);
  const type: DocumentType = bill.reason !== undefined ? '381' : byBuyer ? '389' : '380';
  const unionGoods = taxes.some(({ category }) => category === 'K');
  // BR-O-02: whoever sells what is not subject to VAT says so without a VAT id.
  const subject = taxes.every(({ category }) => category !== 'O');
  const [off, on] = [totalOf(allowances), totalOf(charges)];
  const sums: InvoiceSums = {
    ...{ lines: net + off - on, allowances: off, charges: on, net, tax, gross: net + tax, prepaid: 0, rounding, due: gross },
  };
  return {
    ...{ number: bill.number, issueDate: bill.date, type, currency },
    ...defined({
      accountingTax: accountingTaxOf(bill),
      dueDate: bill.dueDate,
      salesOrder: order,
      // BR-IC-11, BR-IC-12
      deliveryDate: bill.operationDate ?? (unionGoods ? bill.date : undefined),
      deliveryCountry: unionGoods ? bill.customer.address?.country : undefined,
      payment: paymentOf(bill, issuer, currency, debit),
    }),
    notes: [bill.reason, issuedBy && issuedByMention(issuedBy), bill.notes, surchargeNote(taxes)].flatMap(sentences),
    corrects: corrected ? [corrected] : [],
    seller: partyOfBill(issuer, subject),
    buyer: partyOfBill(bill.customer, subject),
    ...(byBuyer ? { byBuyer: true as const } : {}),
    ...(issuedBy && !byBuyer ? { thirdParty: partyOfBill(issuedBy, true) } : {}),
    ...{ allowances, charges, sums, taxes, withheld: withheldOf(bill), lines },
  };
}

/** Income tax withheld is of the net; what is due is told before it (BT-115). */
const withheldOf = ({ withheld, totals: { net } }: BillingDocument): WithheldTax[] =>
  withheld ? [{ percent: format(decimal(withheld.percent)), base: net, amount: withheld.amount }] : [];

/** A text as it stands in one line: no file keeps other space. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const sentences = (text: string | undefined): string[] =>
  (text ?? '')
    .split(/[\r\n]+/)
    .map(oneLine)
    .filter(Boolean);

function accountingTaxOf({ foreign, totals }: BillingDocument) {
  return foreign && { currency: BASE_CURRENCY, amount: totals.tax, rate: foreign.rate, rateOf: foreign.rateOf };
}

/** Only an invoice asks for money: what a mandate collects is not asked for a second time by transfer. */
function paymentOf(
  { number, reason }: BillToSend['bill'],
  { iban }: EInvoiceIssuer,
  currency: string,
  debit: DirectDebit | undefined,
): PaymentInstructions | undefined {
  if (reason !== undefined) return undefined;
  if (debit) return { means: SEPA_DEBIT, reference: number, debit };
  if (!iban) return undefined;
  return { means: currency === BASE_CURRENCY ? '58' : '30', reference: number, iban };
}

function partyOfBill(
  {
    name,
    taxId = '',
    address,
    email,
    offices,
  }: { name: string; taxId?: string; address?: Address | undefined; email?: string | undefined; offices?: PublicOffices },
  subject: boolean,
): TradeParty {
  const { country = '', street, postalCode, city, province } = address ?? {};
  const vatId = vatIdIn(taxId, country);
  return {
    name: oneLine(name),
    ...defined({
      vatId: subject ? vatId : undefined,
      legalId: nationalIdOf(taxId) ?? (vatId && subject && country !== 'ES' ? undefined : taxId || undefined),
    }),
    address: {
      ...defined({ street: street && oneLine(street), city: city && oneLine(city), postalCode, province: province || undefined }),
      country,
    },
    ...defined({ email, offices }),
  };
}

/** Of a rate that has been 0, such as that of basic food in 2023, the category is Z (BR-S-05). */
function vatRateOf(code: string, percent: string): VatRate {
  const category = taxCodeOf(code)?.category ?? 'S';
  const rate = format(decimal(percent));
  return {
    category: category === 'S' && rate === '0' ? 'Z' : category,
    percent: rate,
    ...defined({ surcharge: surchargeOf(code, percent)?.percent }),
  };
}

const rateKeyOf = ({ category, percent, surcharge = '' }: VatRate): string => `${category} ${percent} ${surcharge}`;

/** BG-23: codes that have a category and rate in common are one group (BR-S-08); a surcharge goes with the tax beside it. */
function breakdownOf(taxes: readonly TaxLine[]): VatBreakdown[] {
  const groups = new Map<string, VatBreakdown>();
  for (const { code, percent, base, tax } of taxes) {
    if (isSurcharge(code)) continue;
    const vat = vatRateOf(code, percent);
    const beside = surchargeOf(code, percent);
    const surcharge = taxes.find((each) => each.code === beside?.code && each.percent === beside.percent);
    const known = groups.get(rateKeyOf(vat));
    const note = taxCodeOf(code)?.note;
    const reason = known?.reason && note && known.reason !== note ? `${known.reason}. ${note}` : (note ?? known?.reason);
    groups.set(rateKeyOf(vat), {
      ...vat,
      base: (known?.base ?? 0) + base,
      tax: (known?.tax ?? 0) + tax + (surcharge?.tax ?? 0),
      ...defined({ reason: vat.category === 'Z' ? undefined : reason }),
    });
  }
  return [...groups.values()];
}

/** Where the rate of a file is the sum of two, it says of which. */
function surchargeNote(taxes: readonly VatBreakdown[]): string | undefined {
  const both = taxes.flatMap(({ percent, surcharge }) => (surcharge ? [`IVA ${percent} % + recargo de equivalencia ${surcharge} %`] : []));
  return both.length > 0 ? both.join('; ') : undefined;
}

/** BG-20, BG-21: what is taken off or added to all of it, of each rate and reason one. */
function adjustmentsOf(lines: readonly InvoiceLine[], adjusts: NonNullable<InvoiceLine['adjusts']>): DocumentAdjustment[] {
  const groups = Map.groupBy(
    lines.filter((line) => line.adjusts === adjusts),
    ({ taxCode, percent, name }) => `${rateKeyOf(vatRateOf(taxCode, percent))} ${name}`,
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const amount = Math.abs(group.reduce((sum, { net }) => sum + net, 0));
    return first ? [{ amount, reason: oneLine(first.name), vat: vatRateOf(first.taxCode, first.percent) }] : [];
  });
}
const totalOf = (adjustments: readonly DocumentAdjustment[]): Minor => adjustments.reduce((sum, { amount }) => sum + amount, 0);

/** A line with a price that comes to its net, and what is taken off. */
function lineOf(line: InvoiceLine, no: number, pricesIncludeTax: boolean, currency: string): TradeLine {
  const price = priceOf(line, pricesIncludeTax, currency);
  const base = lineNet(line.quantity, price, '0', currency);
  const off = base - line.net;
  const adjustment = off === 0 ? undefined : adjustmentOf(line, off, base, currency);
  return {
    id: String(no),
    name: oneLine(line.name) || line.code || '-',
    ...defined({ code: oneLine(line.code) || undefined }),
    quantity: format(decimal(line.quantity)),
    unit: unitCode(line.unit),
    price,
    allowances: adjustment && off > 0 ? [adjustment] : [],
    charges: adjustment && off < 0 ? [{ ...adjustment, amount: -off }] : [],
    net: line.net,
    vat: vatRateOf(line.taxCode, line.percent),
  };
}

/** A discount with its percentage where that is what it comes to; what is left of rounding has none. */
function adjustmentOf({ discount }: InvoiceLine, off: Minor, base: Minor, currency: string): LineAdjustment {
  const fair = discount ? base - lineNet('1', minorText(base, currency), discount, currency) : undefined;
  if (discount && fair !== undefined && Math.abs(fair - off) <= 1)
    return { amount: off, base, percent: format(decimal(discount)), reason: `Descuento ${format(decimal(discount))} %` };
  return { amount: off, reason: discount ? 'Descuento' : 'Redondeo' };
}

/**
 * The price without tax (BT-146). Where prices include tax it has the four decimals of the printed one if they come to the net of the
 * line, else as many as Facturae takes, else what the net is divided by the quantity.
 */
function priceOf(line: InvoiceLine, pricesIncludeTax: boolean, currency: string): string {
  const printed = netUnitPrice(line, pricesIncludeTax);
  if (!pricesIncludeTax) return positive(printed);
  const rate = add(decimal('100'), add(decimal(line.percent), decimal(surchargeOf(line.taxCode, line.percent)?.percent ?? '0')));
  const exact = format(divide(multiply(decimal(line.price), decimal('100')), rate, 8));
  const kept = multiply(decimal(line.quantity), add(decimal('1'), negate(decimal(shift(line.discount ?? '0')))));
  const net = decimal(minorText(Math.abs(line.net), currency));
  const shares = kept.units > 0n ? [format(divide(net, kept, 8))] : [];
  const comesTo = (price: string) => lineNet(line.quantity, price, line.discount, currency) === line.net;
  return positive([printed, exact, ...shares].find(comesTo) ?? exact);
}

/** A percentage as a part of one. */
const shift = (percent: string): string => format(divide(decimal(percent), decimal('100'), 12));
/** BR-27: no price is below zero; of what is, the line's charge or allowance makes up. */
const positive = (price: string): string => (compare(decimal(price), decimal('0')) < 0 ? '0' : format(decimal(price)));
