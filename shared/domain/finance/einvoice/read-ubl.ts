import { defined } from '#kernel/optional.ts';
import { elementAt, elementsAt, textAt, type XmlElement } from '#kernel/xml.ts';
import { documentTypeOf } from './document-type.ts';
import type { AccountingTax, DocumentType, EInvoice, PaymentInstructions, TradeParty, WithheldTax } from './einvoice.ts';
import { addressAt, partAt, type TermPaths, TermReader } from './einvoice-paths.ts';
import {
  type AmountReader,
  amountReader,
  dateAt,
  debitOf,
  duesOf,
  ibanOf,
  lineOfText,
  requiredDate,
  requiredNumber,
  requiredText,
} from './einvoice-terms.ts';

const TAX = { category: 'TaxCategory/ID', rate: 'TaxCategory/Percent' } as const;
const address = (name: string) => `PostalAddress/${name}`;
/** Where UBL has its terms. */
const PATHS: TermPaths = {
  address: {
    ...{ street: address('StreetName'), more: address('AdditionalStreetName'), city: address('CityName') },
    ...{ postalCode: address('PostalZone'), province: address('CountrySubentity'), country: address('Country/IdentificationCode') },
  },
  adjustment: {
    ...{ at: 'AllowanceCharge', isCharge: 'ChargeIndicator', amount: 'Amount', base: 'BaseAmount', percent: 'MultiplierFactorNumeric' },
    ...{ reason: 'AllowanceChargeReason', ...TAX },
  },
  tax: { ...TAX, base: 'TaxableAmount', amount: 'TaxAmount', reason: 'TaxCategory/TaxExemptionReason' },
  sums: {
    ...{ lines: 'LineExtensionAmount', allowances: 'AllowanceTotalAmount', charges: 'ChargeTotalAmount', net: 'TaxExclusiveAmount' },
    ...{ gross: 'TaxInclusiveAmount', prepaid: 'PrepaidAmount', rounding: 'PayableRoundingAmount', due: 'PayableAmount' },
  },
  line: {
    ...{ id: 'ID', name: 'Item/Name', description: 'Item/Description', code: 'Item/SellersItemIdentification/ID' },
    ...{ price: 'Price/PriceAmount', priceQuantity: 'Price/BaseQuantity', net: 'LineExtensionAmount' },
    ...{ category: 'Item/ClassifiedTaxCategory/ID', rate: 'Item/ClassifiedTaxCategory/Percent' },
  },
};

/** An invoice or credit note in UBL 2.1. @throws EInvoiceFault naming the element that is missing or cannot be read. */
export function readUbl(root: XmlElement): EInvoice {
  const isCredit = root.name === 'CreditNote';
  const currency = requiredText(root, 'DocumentCurrencyCode');
  const amounts = amountReader(currency, root, false);
  const seller = partyAt(root, 'AccountingSupplierParty/Party');
  const { country } = seller.address;
  const terms = new TermReader(PATHS, amounts, country);
  const tax = taxTotalIn(root, currency);
  const type: DocumentType = documentTypeOf(requiredText(root, 'InvoiceTypeCode', 'CreditNoteTypeCode'), isCredit);
  return {
    number: requiredText(root, 'ID'),
    issueDate: requiredDate(root, 'IssueDate'),
    ...{ type, currency },
    ...defined({
      accountingTax: accountingTaxAt(root, currency),
      ...duesAt(root, amounts),
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
    ...terms.documentAdjustments(root),
    sums: terms.sums(partAt(root, 'LegalMonetaryTotal'), tax ? amounts.required(tax, 'TaxAmount') : 0),
    taxes: terms.taxes(elementsAt(tax ?? root, 'TaxSubtotal')),
    withheld: [...elementsAt(root, WITHHELD), ...elementsAt(root, `UBLExtensions/UBLExtension/ExtensionContent/${WITHHELD}`)].map((each) =>
      withheldAt(each, amounts),
    ),
    lines: elementsAt(root, isCredit ? 'CreditNoteLine' : 'InvoiceLine').map((each) =>
      terms.line(each, isCredit ? 'CreditedQuantity' : 'InvoicedQuantity', each),
    ),
  };
}

/** The order of the buyer, where it is not the word for none that UBL has to say beside that of the seller. */
function orderAt(root: XmlElement): string | undefined {
  const order = lineOfText(root, 'OrderReference/ID');
  return order === 'NA' && textAt(root, 'OrderReference/SalesOrderID') ? undefined : order;
}

/** When it is due: the norm has one day; UBL itself any number of terms and means of payment, each with its own. */
function duesAt(root: XmlElement, { amount }: AmountReader) {
  const terms = elementsAt(root, 'PaymentTerms').map((each) => ({
    date: dateAt(each, 'InstallmentDueDate') ?? dateAt(each, 'PaymentDueDate'),
    amount: amount(each, 'Amount'),
  }));
  const means = elementsAt(root, 'PaymentMeans').map((each) => ({ date: dateAt(each, 'PaymentDueDate') }));
  const stated = dateAt(root, 'DueDate');
  const dues = [terms, means].map(duesOf).find(({ instalments = [] }) => instalments.length > 1);
  return dues ?? duesOf([{ date: stated ?? means[0]?.date ?? terms[0]?.date }]);
}

function periodAt(root: XmlElement): EInvoice['period'] {
  const [from, to] = [dateAt(root, 'InvoicePeriod/StartDate'), dateAt(root, 'InvoicePeriod/EndDate')];
  return from && to ? { from, to } : undefined;
}

function paymentAt(root: XmlElement): PaymentInstructions | undefined {
  const [means] = elementsAt(root, 'PaymentMeans');
  if (!means) return undefined;
  const creditor = elementsAt(root, 'AccountingSupplierParty/Party/PartyIdentification/ID').find(
    ({ attributes }) => attributes.schemeID === 'SEPA',
  );
  return {
    means: requiredText(means, 'PaymentMeansCode'),
    ...defined({
      reference: lineOfText(means, 'PaymentID'),
      iban: ibanOf(textAt(means, 'PayeeFinancialAccount/ID')),
      debit: debitOf({
        mandate: lineOfText(means, 'PaymentMandate/ID'),
        creditor: creditor?.text.trim() || undefined,
        iban: ibanOf(textAt(means, 'PaymentMandate/PayerFinancialAccount/ID')),
      }),
    }),
  };
}

function partyAt(root: XmlElement, path: string): TradeParty {
  const party = partAt(root, path);
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
    address: addressAt(party, PATHS.address),
    ...defined({ email: lineOfText(party, 'Contact/ElectronicMail') }),
  };
}

/** The total of tax that is in a currency. */
const taxTotalIn = (root: XmlElement, currency: string): XmlElement | undefined =>
  elementsAt(root, 'TaxTotal').find((each) => elementAt(each, 'TaxAmount')?.attributes.currencyID === currency);

function accountingTaxAt(root: XmlElement, documentCurrency: string): AccountingTax | undefined {
  const currency = lineOfText(root, 'TaxCurrencyCode');
  const total = currency && currency !== documentCurrency ? taxTotalIn(root, currency) : undefined;
  return total && currency ? { currency, amount: amountReader(currency, root, false).required(total, 'TaxAmount') } : undefined;
}

/** Of an invoice; of a credit note it is within an extension. */
const WITHHELD = 'WithholdingTaxTotal/TaxSubtotal';
const withheldAt = (subtotal: XmlElement, { required }: AmountReader): WithheldTax => ({
  percent: requiredNumber(subtotal, 'TaxCategory/Percent'),
  base: required(subtotal, 'TaxableAmount'),
  amount: required(subtotal, 'TaxAmount'),
});
