import { defined } from '#kernel/optional.ts';
import { elementsAt, textAt, type XmlElement } from '#kernel/xml.ts';
import { documentTypeOf } from './document-type.ts';
import type { AccountingTax, EInvoice, PaymentInstructions, TradeParty } from './einvoice.ts';
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
  requiredText,
} from './einvoice-terms.ts';
import { withheldOfNote } from './withheld-note.ts';

const address = (name: string) => `PostalTradeAddress/${name}`;
const product = (name: string) => `SpecifiedTradeProduct/${name}`;
const price = (name: string) => `SpecifiedLineTradeAgreement/NetPriceProductTradePrice/${name}`;
/** Where CII has its terms. */
const PATHS: TermPaths = {
  address: {
    ...{ street: address('LineOne'), more: address('LineTwo'), city: address('CityName'), postalCode: address('PostcodeCode') },
    ...{ province: address('CountrySubDivisionName'), country: address('CountryID') },
  },
  adjustment: {
    ...{ at: 'SpecifiedTradeAllowanceCharge', isCharge: 'ChargeIndicator/Indicator', amount: 'ActualAmount', base: 'BasisAmount' },
    ...{ percent: 'CalculationPercent', reason: 'Reason' },
    ...{ category: 'CategoryTradeTax/CategoryCode', rate: 'CategoryTradeTax/RateApplicablePercent' },
  },
  tax: {
    ...{ category: 'CategoryCode', rate: 'RateApplicablePercent', base: 'BasisAmount', amount: 'CalculatedAmount' },
    reason: 'ExemptionReason',
  },
  sums: {
    ...{ lines: 'LineTotalAmount', allowances: 'AllowanceTotalAmount', charges: 'ChargeTotalAmount', net: 'TaxBasisTotalAmount' },
    ...{ gross: 'GrandTotalAmount', prepaid: 'TotalPrepaidAmount', rounding: 'RoundingAmount', due: 'DuePayableAmount' },
  },
  line: {
    ...{ id: 'AssociatedDocumentLineDocument/LineID', name: product('Name'), description: product('Description') },
    ...{ code: product('SellerAssignedID'), price: price('ChargeAmount'), priceQuantity: price('BasisQuantity') },
    net: 'SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount',
    ...{ category: 'ApplicableTradeTax/CategoryCode', rate: 'ApplicableTradeTax/RateApplicablePercent' },
  },
};

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
  const terms = new TermReader(PATHS, amounts, country);
  const notes = elementsAt(root, 'ExchangedDocument/IncludedNote').flatMap((note) => lineOfText(note, 'Content') ?? []);
  return {
    number: requiredText(root, 'ExchangedDocument/ID'),
    issueDate: requiredDate(root, 'ExchangedDocument/IssueDateTime/DateTimeString'),
    type: documentTypeOf(requiredText(root, 'ExchangedDocument/TypeCode'), false),
    currency,
    ...defined({
      accountingTax: accountingTaxAt(settlement, currency),
      ...duesOf(
        elementsAt(settlement, 'SpecifiedTradePaymentTerms').map((each) => ({
          date: dateAt(each, 'DueDateDateTime/DateTimeString'),
          amount: amounts.amount(each, 'PartialPaymentAmount'),
        })),
      ),
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
    ...terms.documentAdjustments(settlement),
    sums: terms.sums(partAt(settlement, SUMMATION), taxOf(settlement, amounts)),
    taxes: terms.taxes(elementsAt(settlement, 'ApplicableTradeTax')),
    withheld: notes.flatMap((note) => withheldOfNote(note, currency) ?? []),
    lines: elementsAt(transaction, 'IncludedSupplyChainTradeLineItem').map((each) =>
      terms.line(each, 'SpecifiedLineTradeDelivery/BilledQuantity', partAt(each, 'SpecifiedLineTradeSettlement')),
    ),
  };
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
    ...defined({
      reference: lineOfText(settlement, 'PaymentReference'),
      iban: ibanOf(account),
      debit: debitOf({
        mandate: lineOfText(settlement, 'SpecifiedTradePaymentTerms/DirectDebitMandateID'),
        creditor: lineOfText(settlement, 'CreditorReferenceID'),
        iban: ibanOf(textAt(means, 'PayerPartyDebtorFinancialAccount/IBANID')),
      }),
    }),
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
    address: addressAt(party, PATHS.address),
    ...defined({ email: lineOfText(party, 'DefinedTradeContact/EmailURIUniversalCommunication/URIID') }),
  };
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

function taxOf(settlement: XmlElement, { currency, required }: AmountReader): number {
  const tax = taxTotalIn(settlement, currency, true);
  return tax ? required({ ...partAt(settlement, SUMMATION), children: [tax] }, tax.name) : 0;
}
