import { defined } from '#kernel/optional.ts';
import { elementAt, elementsAt, textAt, type XmlElement } from '#kernel/xml.ts';
import { documentTypeOf } from './document-type.ts';
import type {
  AccountingTax,
  DocumentAdjustment,
  EInvoice,
  InvoiceSums,
  LineAdjustment,
  PaymentInstructions,
  TradeAddress,
  TradeLine,
  TradeParty,
  VatBreakdown,
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
import { withheldOfNote } from './withheld-note.ts';

/** An invoice or credit note in UN/CEFACT CII D16B, alone or embedded (Factur-X, ZUGFeRD 2). @throws EInvoiceFault naming the element that is missing or cannot be read. */
export function readCii(root: XmlElement): EInvoice {
  const transaction = partAt(root, 'SupplyChainTradeTransaction');
  const agreement = partAt(transaction, 'ApplicableHeaderTradeAgreement');
  const settlement = partAt(transaction, 'ApplicableHeaderTradeSettlement');
  const delivery = 'ApplicableHeaderTradeDelivery';
  const currency = requiredText(settlement, 'InvoiceCurrencyCode');
  const amounts = amountReader(currency, settlement, false);
  const seller = partyAt(agreement, 'SellerTradeParty');
  const { country } = seller.address;
  const notes = elementsAt(root, 'ExchangedDocument/IncludedNote').flatMap((note) => lineOfText(note, 'Content') ?? []);
  return {
    number: requiredText(root, 'ExchangedDocument/ID'),
    issueDate: requiredDate(root, 'ExchangedDocument/IssueDateTime/DateTimeString'),
    type: documentTypeOf(requiredText(root, 'ExchangedDocument/TypeCode'), false),
    currency,
    ...defined({
      accountingTax: accountingTaxAt(settlement, currency),
      dueDate: dateAt(settlement, 'SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString'),
      purchaseOrder: lineOfText(agreement, 'BuyerOrderReferencedDocument/IssuerAssignedID'),
      salesOrder: lineOfText(agreement, 'SellerOrderReferencedDocument/IssuerAssignedID'),
      deliveryDate: dateAt(transaction, `${delivery}/ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString`),
      deliveryCountry: lineOfText(transaction, `${delivery}/ShipToTradeParty/PostalTradeAddress/CountryID`),
      period: periodAt(settlement),
      payment: paymentAt(settlement),
    }),
    notes: notes.filter((note) => !withheldOfNote(note, currency)),
    corrects: elementsAt(settlement, 'InvoiceReferencedDocument').map((each) => ({
      number: requiredText(each, 'IssuerAssignedID'),
      ...defined({ date: dateAt(each, 'FormattedIssueDateTime/DateTimeString') }),
    })),
    ...{ seller, buyer: partyAt(agreement, 'BuyerTradeParty') },
    ...documentAdjustments(settlement, amounts, country),
    sums: sumsOf(settlement, amounts),
    taxes: taxesOf(settlement, amounts, country),
    withheld: notes.flatMap((note) => withheldOfNote(note, currency) ?? []),
    lines: elementsAt(transaction, 'IncludedSupplyChainTradeLineItem').map((each) => lineOf(each, amounts, country)),
  };
}

function partAt(element: XmlElement, path: string): XmlElement {
  const part = elementAt(element, path);
  if (!part) throw new EInvoiceFault('missing', element, path, `${element.name} has no ${path}.`);
  return part;
}

function periodAt(settlement: XmlElement): EInvoice['period'] {
  const of = (end: string) => dateAt(settlement, `BillingSpecifiedPeriod/${end}DateTime/DateTimeString`);
  const [from, to] = [of('Start'), of('End')];
  return from && to ? { from, to } : undefined;
}

function paymentAt(settlement: XmlElement): PaymentInstructions | undefined {
  const [means] = elementsAt(settlement, 'SpecifiedTradeSettlementPaymentMeans');
  if (!means) return undefined;
  const account = textAt(means, 'PayeePartyCreditorFinancialAccount/IBANID', 'PayeePartyCreditorFinancialAccount/ProprietaryID');
  return {
    means: requiredText(means, 'TypeCode'),
    ...defined({ reference: lineOfText(settlement, 'PaymentReference'), iban: ibanOf(account) }),
  };
}

function partyAt(agreement: XmlElement, path: string): TradeParty {
  const party = partAt(agreement, path);
  const vat = elementsAt(party, 'SpecifiedTaxRegistration/ID').find(({ attributes }) => attributes.schemeID === 'VA');
  return {
    name: requiredText(party, 'Name'),
    ...defined({
      tradeName: lineOfText(party, 'SpecifiedLegalOrganization/TradingBusinessName'),
      vatId: vat?.text.trim() || undefined,
      legalId: lineOfText(party, 'SpecifiedLegalOrganization/ID'),
    }),
    address: addressAt(party),
    ...defined({ email: lineOfText(party, 'DefinedTradeContact/EmailURIUniversalCommunication/URIID') }),
  };
}

function addressAt(party: XmlElement): TradeAddress {
  const at = (path: string) => lineOfText(party, `PostalTradeAddress/${path}`);
  return {
    ...defined({
      street: at('LineOne'),
      more: at('LineTwo'),
      city: at('CityName'),
      postalCode: at('PostcodeCode'),
      province: at('CountrySubDivisionName'),
    }),
    country: requiredText(party, 'PostalTradeAddress/CountryID'),
  };
}

function adjustmentAt(element: XmlElement, { amount, required }: AmountReader): LineAdjustment {
  return {
    amount: required(element, 'ActualAmount'),
    ...defined({
      base: amount(element, 'BasisAmount'),
      percent: numberAt(element, 'CalculationPercent'),
      reason: lineOfText(element, 'Reason'),
    }),
  };
}
const isCharge = (element: XmlElement): boolean => ['true', '1'].includes(textAt(element, 'ChargeIndicator/Indicator') ?? '');

function documentAdjustments(settlement: XmlElement, amounts: AmountReader, country: string) {
  const all = elementsAt(settlement, 'SpecifiedTradeAllowanceCharge');
  const vatOf = (each: XmlElement) => vatRateAt(each, 'CategoryTradeTax/CategoryCode', 'CategoryTradeTax/RateApplicablePercent', country);
  const of = (charge: boolean): DocumentAdjustment[] =>
    all.filter((each) => isCharge(each) === charge).map((each) => ({ ...adjustmentAt(each, amounts), vat: vatOf(each) }));
  return { allowances: of(false), charges: of(true) };
}

const SUMMATION = 'SpecifiedTradeSettlementHeaderMonetarySummation';
/** The total of tax in a currency; the first of them where none says in which. */
function taxTotalIn(settlement: XmlElement, currency: string, orFirst: boolean): XmlElement | undefined {
  const all = elementsAt(settlement, `${SUMMATION}/TaxTotalAmount`);
  return all.find(({ attributes }) => attributes.currencyID === currency) ?? (orFirst ? all[0] : undefined);
}

function accountingTaxAt(settlement: XmlElement, documentCurrency: string): AccountingTax | undefined {
  const currency = lineOfText(settlement, 'TaxCurrencyCode');
  const total = currency && currency !== documentCurrency ? taxTotalIn(settlement, currency, false) : undefined;
  return total && currency
    ? { currency, amount: amountReader(currency, settlement, false).required({ ...settlement, children: [total] }, total.name) }
    : undefined;
}

function sumsOf(settlement: XmlElement, amounts: AmountReader): InvoiceSums {
  const totals = partAt(settlement, SUMMATION);
  const some = (path: string) => amounts.amount(totals, path) ?? 0;
  const tax = taxTotalIn(settlement, amounts.currency, true);
  return {
    lines: amounts.required(totals, 'LineTotalAmount'),
    allowances: some('AllowanceTotalAmount'),
    charges: some('ChargeTotalAmount'),
    net: amounts.required(totals, 'TaxBasisTotalAmount'),
    tax: tax ? amounts.required({ ...totals, children: [tax] }, tax.name) : 0,
    gross: amounts.required(totals, 'GrandTotalAmount'),
    prepaid: some('TotalPrepaidAmount'),
    rounding: some('RoundingAmount'),
    due: amounts.required(totals, 'DuePayableAmount'),
  };
}

const taxesOf = (settlement: XmlElement, { required }: AmountReader, country: string): VatBreakdown[] =>
  elementsAt(settlement, 'ApplicableTradeTax').map((each) => ({
    ...vatRateAt(each, 'CategoryCode', 'RateApplicablePercent', country),
    base: required(each, 'BasisAmount'),
    tax: required(each, 'CalculatedAmount'),
    ...defined({ reason: lineOfText(each, 'ExemptionReason') }),
  }));

function lineOf(line: XmlElement, amounts: AmountReader, country: string): TradeLine {
  const settlement = partAt(line, 'SpecifiedLineTradeSettlement');
  const quantity = 'SpecifiedLineTradeDelivery/BilledQuantity';
  const price = 'SpecifiedLineTradeAgreement/NetPriceProductTradePrice';
  const of = (charge: boolean) =>
    elementsAt(settlement, 'SpecifiedTradeAllowanceCharge')
      .filter((each) => isCharge(each) === charge)
      .map((each) => adjustmentAt(each, amounts));
  const priceQuantity = numberAt(line, `${price}/BasisQuantity`);
  return {
    id: requiredText(line, 'AssociatedDocumentLineDocument/LineID'),
    name: requiredText(line, 'SpecifiedTradeProduct/Name', 'SpecifiedTradeProduct/Description'),
    ...defined({
      description: lineOfText(line, 'SpecifiedTradeProduct/Description'),
      code: lineOfText(line, 'SpecifiedTradeProduct/SellerAssignedID'),
    }),
    quantity: requiredNumber(line, quantity),
    unit: elementAt(line, quantity)?.attributes.unitCode ?? 'C62',
    price: requiredNumber(line, `${price}/ChargeAmount`),
    ...defined({ priceQuantity: priceQuantity === '1' ? undefined : priceQuantity }),
    ...{ allowances: of(false), charges: of(true) },
    net: amounts.required(settlement, 'SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount'),
    vat: vatRateAt(settlement, 'ApplicableTradeTax/CategoryCode', 'ApplicableTradeTax/RateApplicablePercent', country),
  };
}
