import type { IsoDate } from '#kernel/date.ts';
import { refused, throwIf } from '#kernel/errors.ts';
import { defined } from '#kernel/optional.ts';
import type { IssuedBy } from '#kernel/outside-issuer.ts';
import { type Change, create, createNext } from '#kernel/record.ts';
import type { ViesCheck } from '#kernel/vies.ts';
import type { Entry, EntryLine } from '../ledger/entry.ts';
import type { Posting } from '../ledger/posting.ts';
import { settle } from '../open-items/open-item.ts';
import { payableOf } from '../open-items/purchase-entry.ts';
import { refusalOfDomestic, refusalOfTaxCode } from '../tax/recipient.ts';
import type { Totals } from '../tax/totals.ts';
import { refusalOfVies } from '../tax/vies.ts';
import type { ForeignSale } from './foreign-sale.ts';
import {
  dueDate,
  type Invoice,
  type InvoiceLine,
  Invoices,
  invoiceSeries,
  type Numbered,
  numberedId,
  numberIn,
  type Party,
  partyOf,
  type Series,
} from './invoice.ts';
import { newReceipt } from './payment.ts';
import { invoiceLines } from './postings.ts';
import { type PaymentMethod, Receipts } from './receipt.ts';
import { refusalOfSaleWithholding, type SaleWithheld, saleWithheld } from './sale-withheld.ts';
import { type InvoiceForm, type InvoiceIssuer, invoiceForm } from './simplified.ts';

/** A customer as a document shows them for good. */
export type Recipient = { readonly [K in keyof Party]: Party[K] | undefined } & {
  readonly id: string;
  readonly name: string;
  /** Where the country is known and the address is not. */
  readonly country?: string | undefined;
  /** Who buys without being known: nobody can give them a tax id. */
  readonly walkIn?: boolean | undefined;
  /** What VIES said of its VAT id. */
  readonly vies?: ViesCheck | undefined;
};

/** What invoices and credit notes are made from. The date is the posting's. */
export interface BillingRequest {
  readonly customer: Recipient;
  readonly orderId?: string | undefined;
  readonly lines: readonly InvoiceLine[];
  readonly totals: Totals;
  /** Its amounts in its own currency, where that is another than that of the books. */
  readonly foreign?: ForeignSale | undefined;
  /** Income tax that the customer withholds. */
  readonly withheld?: SaleWithheld | undefined;
  readonly pricesIncludeTax: boolean;
  readonly notes?: string | undefined;
  /** Who issues it in the company's name, where that is somebody else. */
  readonly issuedBy?: IssuedBy | undefined;
  /** Cost of goods that leave or come back in the same action, for the same entry. */
  readonly costs?: readonly EntryLine[] | undefined;
}

/** What an invoice is made from, whether it bills a shipment, an order, a draft or a document of a shop. */
export interface InvoiceRequest extends Omit<BillingRequest, 'withheld'> {
  /** The type by which the customer withholds income tax. */
  readonly withholding?: string | undefined;
  readonly paymentDays: number;
  readonly issuer: InvoiceIssuer;
  /** It bills what another system has sold already: a recipient who is missing is marked, not refused. */
  readonly past?: boolean | undefined;
  /** The field that a recipient who is missing is told of. */
  readonly field?: string | undefined;
  readonly shipmentId?: string | undefined;
  /** Day of the operation, where it is not the date of issue (RD 1619/2012, art. 6.1.i). */
  readonly operationDate?: IsoDate | undefined;
  /** The receipt, where the customer pays on the spot. */
  readonly paid?: { readonly receiptId: string; readonly method: PaymentMethod; readonly reference?: string | undefined } | undefined;
}

export interface InvoiceResult {
  readonly invoiceId: string;
  readonly invoice: Invoice;
  readonly entry: Entry;
  readonly totals: Totals;
  readonly changes: readonly Change[];
}

/** What of a document's entry its lines do not tell: what it comes to in its own currency, where that is another, and what is withheld. */
export const entryTerms = ({ foreign, withheld }: Pick<BillingRequest, 'foreign' | 'withheld'>) => ({
  foreign: foreign && { currency: foreign.currency, amount: foreign.gross },
  withheld,
});

/** What both kinds of documents are issued with. */
export const billingFields = (
  { customer, orderId, lines, totals, foreign, withheld, pricesIncludeTax, notes, issuedBy }: BillingRequest,
  series: Series,
  { count, before, verifactu }: Numbered,
  date: IsoDate,
) => ({
  number: numberIn(series, count),
  date,
  ...(before?.date !== undefined && before.date > date ? { outOfOrder: { number: before.number, date: before.date } } : {}),
  customerId: customer.id,
  customer: partyOf(customer),
  lines,
  totals,
  pricesIncludeTax,
  ...defined({ foreign, withheld, orderId, notes, verifactu, issuedBy }),
});

/**
 * What an invoice is issued as: its form, which decides its series.
 * @throws DomainError `invoice.zero`, `tax.recipient`, `tax.vies`, `tax.sale_withholding`, `tax.no_rate`, `invoice.recipient_unidentified` (422).
 */
export function formOf(request: InvoiceRequest, date: IsoDate): InvoiceForm {
  const { customer, lines, totals, field = 'body.customerId', past } = request;
  // Of what was paid in advance, all may be taken off: then nothing is left to pay.
  const least = lines.some(({ deducts }) => deducts) ? 0 : 1;
  if (totals.gross < least) throw refused('invoice.zero', 'The total of the invoice must be above zero.', 'body');
  for (const [i, { taxCode, kind }] of lines.entries()) {
    throwIf(refusalOfTaxCode(taxCode, customer, `body.lines.${i}`));
    if (!past) throwIf(refusalOfVies(taxCode, customer, date, `body.lines.${i}`));
    if (kind === 'stocked' && !past) throwIf(refusalOfDomestic(taxCode, customer, `body.lines.${i}`));
  }
  throwIf(refusalOfSaleWithholding({ ...request, currency: request.foreign?.currency }, date, field));
  return invoiceForm(request, date, field, past);
}

/**
 * The invoice that has the next number of its series, with its entry. The number is the record's id, so a rival who takes
 * it first makes the commit fail, and no number is ever given twice or left out.
 * @throws DomainError what {@link formOf} refuses, `period.…` (422).
 */
export function newInvoice(
  posting: Posting,
  numbered: Numbered,
  request: InvoiceRequest,
  form = formOf(request, posting.date),
): InvoiceResult {
  const { customer, lines, totals, costs = [], paymentDays, shipmentId, paid } = request;
  const { date } = posting;
  const series = invoiceSeries(date, { ...request, form });
  const withheld = saleWithheld(request.withholding, totals.net, date);
  const bill = { ...request, withheld };
  const billing = billingFields(bill, series, numbered, date);
  const invoiceId = numberedId(series, numbered.count);
  const entry = posting.add(
    `Factura ${billing.number} ${customer.name}`,
    [...invoiceLines(customer.id, lines, totals, entryTerms(bill)), ...costs],
    true,
  );
  const operationDate = request.operationDate === date ? undefined : request.operationDate;
  const issued: Invoice = {
    ...billing,
    ...defined({ shipmentId, operationDate }),
    ...(form === 'recipient-missing' ? { recipientMissing: true } : {}),
    dueDate: dueDate(date, paymentDays),
    open: payableOf(billing),
    allocations: [],
    entry,
  };
  if (!paid) return { invoiceId, invoice: issued, entry, totals, changes: [createNext(Invoices, invoiceId, issued)] };
  const { receiptId, ...how } = paid;
  const invoice = settle(issued, receiptId, date, issued.open, 'body');
  const receipt = settle(newReceipt(posting, customer, { ...how, amount: issued.open }), invoiceId, date, issued.open, 'body');
  return { invoiceId, invoice, entry, totals, changes: [createNext(Invoices, invoiceId, invoice), create(Receipts, receiptId, receipt)] };
}
