import { minorText } from '#kernel/money.ts';
import { groupNode, textNode, type XmlNode, xmlFile } from '#kernel/xml-writer.ts';
import {
  type DocumentAdjustment,
  type EInvoice,
  EN_16931,
  incomeTaxWithheld,
  type LineAdjustment,
  summedPercent,
  type TradeAddress,
  type TradeLine,
  type TradeParty,
  VATEX,
  type VatBreakdown,
  type VatRate,
  type WithheldTax,
} from './einvoice.ts';
import { electronicAddress } from './electronic-address.ts';

const SPACE = 'urn:oasis:names:specification:ubl:schema:xsd:';
type Amount = (name: string, minor: number) => XmlNode;
const text = (name: string, value: string | undefined, attributes?: Readonly<Record<string, string>>) =>
  textNode(`cbc:${name}`, value, attributes);
const group = (name: string, ...children: (XmlNode | undefined)[]) => groupNode(`cac:${name}`, children);

/**
 * The file of an invoice in UBL 2.1: an `Invoice`, or of a credit note a `CreditNote`. Income tax that is withheld stands in a
 * `WithholdingTaxTotal` (BG-ES-4) and is not taken off what is due (BR-CO-16): how it is taken off has not been published. A
 * `CreditNote` of UBL 2.1 has no such element: there it is the content of an extension, which its schema lets every element in.
 */
export function ublFile(invoice: EInvoice): string {
  const isCredit = invoice.type === '381';
  const root = isCredit ? 'CreditNote' : 'Invoice';
  const amount: Amount = (name, minor) => [`cbc:${name}`, minorText(minor, invoice.currency), { currencyID: invoice.currency }];
  const spaces = {
    xmlns: `${SPACE}${root}-2`,
    'xmlns:cac': `${SPACE}CommonAggregateComponents-2`,
    'xmlns:cbc': `${SPACE}CommonBasicComponents-2`,
    ...(isCredit && invoice.withheld.length > 0 ? { 'xmlns:ext': `${SPACE}CommonExtensionComponents-2` } : {}),
  };
  const money = [
    ...[...invoice.allowances.map((each) => documentAdjustment(each, false, amount))],
    ...[...invoice.charges.map((each) => documentAdjustment(each, true, amount))],
    ...taxTotals(invoice, amount),
    isCredit ? undefined : withholding(invoice, amount),
    totals(invoice, amount),
  ];
  const lines = invoice.lines.map((each) => line(each, root, amount));
  const extension = isCredit ? extended(withholding(invoice, amount)) : undefined;
  return xmlFile([root, [extension, ...heading(invoice, root), ...parties(invoice), ...money, ...lines], spaces]);
}

function heading(invoice: EInvoice, root: 'Invoice' | 'CreditNote'): (XmlNode | undefined)[] {
  const { number, issueDate, type, currency, accountingTax, dueDate, notes, corrects, period, purchaseOrder, salesOrder } = invoice;
  return [
    text('CustomizationID', EN_16931),
    text('ID', number),
    text('IssueDate', issueDate),
    root === 'Invoice' ? text('DueDate', dueDate) : undefined,
    text(`${root}TypeCode`, type),
    ...notes.map((note) => text('Note', note)),
    text('DocumentCurrencyCode', currency),
    text('TaxCurrencyCode', accountingTax?.currency),
    group('InvoicePeriod', text('StartDate', period?.from), text('EndDate', period?.to)),
    // The order of the seller stands beside one of the buyer, which has to be there.
    purchaseOrder || salesOrder
      ? group('OrderReference', text('ID', purchaseOrder ?? NO_ORDER), text('SalesOrderID', salesOrder))
      : undefined,
    ...corrects.map((each) =>
      group('BillingReference', group('InvoiceDocumentReference', text('ID', each.number), text('IssueDate', each.date))),
    ),
  ];
}
/** Where the buyer told no order (as Peppol has it). */
const NO_ORDER = 'NA';

function parties({ seller, buyer, deliveryDate, deliveryCountry, payment, dueDate, type }: EInvoice): (XmlNode | undefined)[] {
  return [
    group('AccountingSupplierParty', party(seller, payment?.debit?.creditor)),
    group('AccountingCustomerParty', party(buyer)),
    group(
      'Delivery',
      text('ActualDeliveryDate', deliveryDate),
      deliveryCountry ? group('DeliveryLocation', address('Address', { country: deliveryCountry })) : undefined,
    ),
    payment &&
      group(
        'PaymentMeans',
        text('PaymentMeansCode', payment.means),
        type === '381' ? text('PaymentDueDate', dueDate) : undefined,
        text('PaymentID', payment.reference),
        group('PayeeFinancialAccount', text('ID', payment.iban)),
        group('PaymentMandate', text('ID', payment.debit?.mandate), group('PayerFinancialAccount', text('ID', payment.debit?.iban))),
      ),
  ];
}

/** @param creditor by which it collects, of who does. */
const party = (of: TradeParty, creditor?: string): XmlNode | undefined => {
  const { name, tradeName, vatId, legalId, address: at, email } = of;
  const endpoint = electronicAddress(of);
  return group(
    'Party',
    text('EndpointID', endpoint?.id, { schemeID: endpoint?.scheme ?? '' }),
    group('PartyIdentification', text('ID', creditor, { schemeID: 'SEPA' })),
    group('PartyName', text('Name', tradeName)),
    address('PostalAddress', at),
    vatId ? group('PartyTaxScheme', text('CompanyID', vatId), scheme('VAT')) : undefined,
    group('PartyLegalEntity', text('RegistrationName', name), text('CompanyID', legalId)),
    group('Contact', text('ElectronicMail', email)),
  );
};

const address = (name: string, { street, more, city, postalCode, province, country }: TradeAddress): XmlNode | undefined =>
  group(
    name,
    text('StreetName', street),
    text('AdditionalStreetName', more),
    text('CityName', city),
    text('PostalZone', postalCode),
    text('CountrySubentity', province),
    group('Country', text('IdentificationCode', country)),
  );

const scheme = (id: string) => group('TaxScheme', text('ID', id));

/** A rate: of what is not subject to tax there is none (BR-O-05). */
const category = (name: string, vat: VatRate, reason?: string): XmlNode | undefined =>
  group(
    name,
    text('ID', vat.category),
    vat.category === 'O' ? undefined : text('Percent', summedPercent(vat)),
    reason ? text('TaxExemptionReasonCode', VATEX[vat.category]) : undefined,
    text('TaxExemptionReason', reason),
    scheme('VAT'),
  );

const adjustment = ({ amount: minor, base, percent, reason }: LineAdjustment, charge: boolean, amount: Amount, vat?: XmlNode) =>
  group(
    'AllowanceCharge',
    text('ChargeIndicator', String(charge)),
    text('AllowanceChargeReason', reason ?? (charge ? 'Cargo' : 'Descuento')),
    text('MultiplierFactorNumeric', percent),
    amount('Amount', minor),
    base === undefined ? undefined : amount('BaseAmount', base),
    vat,
  );
const documentAdjustment = (each: DocumentAdjustment, charge: boolean, amount: Amount) =>
  adjustment(each, charge, amount, category('TaxCategory', each.vat));

/** BG-22's tax with its breakdown, and in the currency of the books (BT-111) a total alone. */
function taxTotals({ sums, taxes, accountingTax }: EInvoice, amount: Amount): (XmlNode | undefined)[] {
  const subtotal = (each: VatBreakdown) =>
    group('TaxSubtotal', amount('TaxableAmount', each.base), amount('TaxAmount', each.tax), category('TaxCategory', each, each.reason));
  return [
    group('TaxTotal', amount('TaxAmount', sums.tax), ...taxes.map(subtotal)),
    accountingTax &&
      group('TaxTotal', ['cbc:TaxAmount', minorText(accountingTax.amount, accountingTax.currency), { currencyID: accountingTax.currency }]),
  ];
}

function withholding(invoice: EInvoice, amount: Amount): XmlNode | undefined {
  if (invoice.withheld.length === 0) return undefined;
  const subtotal = ({ base, amount: minor, percent }: WithheldTax) =>
    group(
      'TaxSubtotal',
      amount('TaxableAmount', base),
      amount('TaxAmount', minor),
      group('TaxCategory', text('Percent', percent), scheme(WITHHOLDING)),
    );
  return group('WithholdingTaxTotal', amount('TaxAmount', incomeTaxWithheld(invoice)), ...invoice.withheld.map(subtotal));
}
const extended = (content: XmlNode | undefined): XmlNode | undefined =>
  content && ['ext:UBLExtensions', [['ext:UBLExtension', [['ext:ExtensionContent', [content]]]]]];
/** The scheme of what is withheld, by the national extension. */
const WITHHOLDING = 'WTH';

function totals({ sums }: EInvoice, amount: Amount): XmlNode | undefined {
  const some = (name: string, minor: number) => (minor === 0 ? undefined : amount(name, minor));
  return group(
    'LegalMonetaryTotal',
    amount('LineExtensionAmount', sums.lines),
    amount('TaxExclusiveAmount', sums.net),
    amount('TaxInclusiveAmount', sums.gross),
    some('AllowanceTotalAmount', sums.allowances),
    some('ChargeTotalAmount', sums.charges),
    some('PrepaidAmount', sums.prepaid),
    some('PayableRoundingAmount', sums.rounding),
    amount('PayableAmount', sums.due),
  );
}

function line(each: TradeLine, root: 'Invoice' | 'CreditNote', amount: Amount): XmlNode | undefined {
  const [, , currency = {}] = amount('', 0);
  return group(
    `${root}Line`,
    text('ID', each.id),
    text(root === 'Invoice' ? 'InvoicedQuantity' : 'CreditedQuantity', each.quantity, { unitCode: each.unit }),
    amount('LineExtensionAmount', each.net),
    ...each.allowances.map((off) => adjustment(off, false, amount)),
    ...each.charges.map((on) => adjustment(on, true, amount)),
    group(
      'Item',
      text('Description', each.description),
      text('Name', each.name),
      group('SellersItemIdentification', text('ID', each.code)),
      category('ClassifiedTaxCategory', each.vat),
    ),
    group('Price', text('PriceAmount', each.price, currency), text('BaseQuantity', each.priceQuantity, { unitCode: each.unit })),
  );
}
