import { defined } from '#kernel/optional.ts';
import { elementAt, elementsAt, textAt, type XmlElement } from '#kernel/xml.ts';
import { documentTypeOf } from './document-type.ts';
import type {
  AccountingTax,
  DocumentAdjustment,
  DocumentType,
  EInvoice,
  InvoiceSums,
  LineAdjustment,
  PaymentInstructions,
  TradeAddress,
  TradeLine,
  TradeParty,
  VatBreakdown,
  WithheldTax,
} from './einvoice.ts';
import {
  type AmountReader,
  amountReader,
  dateAt,
  EInvoiceFault,
  ibanOf,
  lineOfText,
  numberAt,
  requiredDate,
  requiredNumber,
  requiredText,
  vatRateAt,
} from './einvoice-terms.ts';

/** An invoice or credit note in UBL 2.1. @throws EInvoiceFault naming the element that is missing or cannot be read. */
export function readUbl(root: XmlElement): EInvoice {
  const isCredit = root.name === 'CreditNote';
  const currency = requiredText(root, 'DocumentCurrencyCode');
  const amounts = amountReader(currency, root, false);
  const seller = partyAt(root, 'AccountingSupplierParty/Party');
  const { country } = seller.address;
  const adjustments = documentAdjustments(root, amounts, country);
  const type: DocumentType = documentTypeOf(requiredText(root, 'InvoiceTypeCode', 'CreditNoteTypeCode'), isCredit);
  return {
    number: requiredText(root, 'ID'),
    issueDate: requiredDate(root, 'IssueDate'),
    ...{ type, currency },
    ...defined({
      accountingTax: accountingTaxAt(root, currency),
      dueDate: dateAt(root, 'DueDate') ?? dateAt(root, 'PaymentMeans/PaymentDueDate'),
      purchaseOrder: orderAt(root),
      salesOrder: lineOfText(root, 'OrderReference/SalesOrderID'),
      deliveryDate: dateAt(root, 'Delivery/ActualDeliveryDate'),
      deliveryCountry: lineOfText(root, 'Delivery/DeliveryLocation/Address/Country/IdentificationCode'),
      period: periodAt(root),
      payment: paymentAt(root),
    }),
    notes: elementsAt(root, 'Note').flatMap(({ text }) => text.replace(/\s+/g, ' ').trim() || []),
    corrects: elementsAt(root, 'BillingReference/InvoiceDocumentReference').map((each) => ({
      number: requiredText(each, 'ID'),
      ...defined({ date: dateAt(each, 'IssueDate') }),
    })),
    ...{ seller, buyer: partyAt(root, 'AccountingCustomerParty/Party') },
    ...adjustments,
    sums: sumsOf(root, amounts),
    taxes: taxesOf(root, amounts, country),
    withheld: [...elementsAt(root, WITHHELD), ...elementsAt(root, `UBLExtensions/UBLExtension/ExtensionContent/${WITHHELD}`)].map((each) =>
      withheldAt(each, amounts),
    ),
    lines: elementsAt(root, isCredit ? 'CreditNoteLine' : 'InvoiceLine').map((each) => lineOf(each, amounts, country)),
  };
}

/** The order of the buyer, where it is not the word for none that UBL has to say beside that of the seller. */
function orderAt(root: XmlElement): string | undefined {
  const order = lineOfText(root, 'OrderReference/ID');
  return order === 'NA' && textAt(root, 'OrderReference/SalesOrderID') ? undefined : order;
}

function periodAt(root: XmlElement): EInvoice['period'] {
  const [from, to] = [dateAt(root, 'InvoicePeriod/StartDate'), dateAt(root, 'InvoicePeriod/EndDate')];
  return from && to ? { from, to } : undefined;
}

function paymentAt(root: XmlElement): PaymentInstructions | undefined {
  const [means] = elementsAt(root, 'PaymentMeans');
  if (!means) return undefined;
  return {
    means: requiredText(means, 'PaymentMeansCode'),
    ...defined({ reference: lineOfText(means, 'PaymentID'), iban: ibanOf(textAt(means, 'PayeeFinancialAccount/ID')) }),
  };
}

function partyAt(root: XmlElement, path: string): TradeParty {
  const party = elementAt(root, path);
  if (!party) throw new EInvoiceFault('missing', root, path, `${root.name} has no ${path}.`);
  const vat = elementsAt(party, 'PartyTaxScheme').find((each) => textAt(each, 'TaxScheme/ID') === 'VAT');
  const legal = lineOfText(party, 'PartyLegalEntity/RegistrationName');
  const trade = lineOfText(party, 'PartyName/Name');
  return {
    name: legal ?? requiredText(party, 'PartyName/Name'),
    ...defined({
      tradeName: legal ? trade : undefined,
      vatId: vat && lineOfText(vat, 'CompanyID'),
      legalId: lineOfText(party, 'PartyLegalEntity/CompanyID'),
    }),
    address: addressAt(party),
    ...defined({ email: lineOfText(party, 'Contact/ElectronicMail') }),
  };
}

const addressAt = (party: XmlElement): TradeAddress => {
  const at = (path: string) => lineOfText(party, `PostalAddress/${path}`);
  return {
    ...defined({
      street: at('StreetName'),
      more: at('AdditionalStreetName'),
      city: at('CityName'),
      postalCode: at('PostalZone'),
      province: at('CountrySubentity'),
    }),
    country: requiredText(party, 'PostalAddress/Country/IdentificationCode'),
  };
};

function adjustmentAt(element: XmlElement, { amount, required }: AmountReader): LineAdjustment {
  return {
    amount: required(element, 'Amount'),
    ...defined({
      base: amount(element, 'BaseAmount'),
      percent: numberAt(element, 'MultiplierFactorNumeric'),
      reason: lineOfText(element, 'AllowanceChargeReason'),
    }),
  };
}
const isCharge = (element: XmlElement): boolean => ['true', '1'].includes(textAt(element, 'ChargeIndicator') ?? '');

function documentAdjustments(root: XmlElement, amounts: AmountReader, country: string) {
  const all = elementsAt(root, 'AllowanceCharge');
  const of = (charge: boolean): DocumentAdjustment[] =>
    all
      .filter((each) => isCharge(each) === charge)
      .map((each) => ({ ...adjustmentAt(each, amounts), vat: vatRateAt(each, 'TaxCategory/ID', 'TaxCategory/Percent', country) }));
  return { allowances: of(false), charges: of(true) };
}

/** The total of tax that is in a currency. */
const taxTotalIn = (root: XmlElement, currency: string): XmlElement | undefined =>
  elementsAt(root, 'TaxTotal').find((each) => elementAt(each, 'TaxAmount')?.attributes.currencyID === currency);

function accountingTaxAt(root: XmlElement, documentCurrency: string): AccountingTax | undefined {
  const currency = lineOfText(root, 'TaxCurrencyCode');
  const total = currency && currency !== documentCurrency ? taxTotalIn(root, currency) : undefined;
  return total && currency ? { currency, amount: amountReader(currency, root, false).required(total, 'TaxAmount') } : undefined;
}

function sumsOf(root: XmlElement, amounts: AmountReader): InvoiceSums {
  const totals = elementAt(root, 'LegalMonetaryTotal');
  if (!totals) throw new EInvoiceFault('missing', root, 'LegalMonetaryTotal', `${root.name} has no LegalMonetaryTotal.`);
  const some = (path: string) => amounts.amount(totals, path) ?? 0;
  const tax = taxTotalIn(root, amounts.currency);
  return {
    lines: amounts.required(totals, 'LineExtensionAmount'),
    allowances: some('AllowanceTotalAmount'),
    charges: some('ChargeTotalAmount'),
    net: amounts.required(totals, 'TaxExclusiveAmount'),
    tax: tax ? amounts.required(tax, 'TaxAmount') : 0,
    gross: amounts.required(totals, 'TaxInclusiveAmount'),
    prepaid: some('PrepaidAmount'),
    rounding: some('PayableRoundingAmount'),
    due: amounts.required(totals, 'PayableAmount'),
  };
}

function taxesOf(root: XmlElement, { required, currency }: AmountReader, country: string): VatBreakdown[] {
  const total = taxTotalIn(root, currency);
  return elementsAt(total ?? root, 'TaxSubtotal').map((each) => ({
    ...vatRateAt(each, 'TaxCategory/ID', 'TaxCategory/Percent', country),
    base: required(each, 'TaxableAmount'),
    tax: required(each, 'TaxAmount'),
    ...defined({ reason: lineOfText(each, 'TaxCategory/TaxExemptionReason') }),
  }));
}

/** Of an invoice; of a credit note it is within an extension. */
const WITHHELD = 'WithholdingTaxTotal/TaxSubtotal';
const withheldAt = (subtotal: XmlElement, { required }: AmountReader): WithheldTax => ({
  percent: requiredNumber(subtotal, 'TaxCategory/Percent'),
  base: required(subtotal, 'TaxableAmount'),
  amount: required(subtotal, 'TaxAmount'),
});

function lineOf(line: XmlElement, amounts: AmountReader, country: string): TradeLine {
  const quantity = line.name === 'CreditNoteLine' ? 'CreditedQuantity' : 'InvoicedQuantity';
  const of = (charge: boolean) =>
    elementsAt(line, 'AllowanceCharge')
      .filter((each) => isCharge(each) === charge)
      .map((each) => adjustmentAt(each, amounts));
  const priceQuantity = numberAt(line, 'Price/BaseQuantity');
  return {
    id: requiredText(line, 'ID'),
    name: requiredText(line, 'Item/Name', 'Item/Description'),
    ...defined({ description: lineOfText(line, 'Item/Description'), code: lineOfText(line, 'Item/SellersItemIdentification/ID') }),
    quantity: requiredNumber(line, quantity),
    unit: elementAt(line, quantity)?.attributes.unitCode ?? 'C62',
    price: requiredNumber(line, 'Price/PriceAmount'),
    ...defined({ priceQuantity: priceQuantity === '1' ? undefined : priceQuantity }),
    ...{ allowances: of(false), charges: of(true) },
    net: amounts.required(line, 'LineExtensionAmount'),
    vat: vatRateAt(line, 'Item/ClassifiedTaxCategory/ID', 'Item/ClassifiedTaxCategory/Percent', country),
  };
}
