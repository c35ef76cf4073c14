import { minorText } from '#kernel/money.ts';
import { groupNode, textNode, type XmlNode, xmlFile } from '#kernel/xml-writer.ts';
import {
  type DocumentAdjustment,
  type EInvoice,
  EN_16931,
  type LineAdjustment,
  summedPercent,
  type TradeAddress,
  type TradeLine,
  type TradeParty,
  VATEX,
  type VatBreakdown,
  type VatRate,
} from './einvoice.ts';
import { electronicAddress } from './electronic-address.ts';
import { withheldNote } from './withheld-note.ts';

const SPACE = 'urn:un:unece:uncefact:data:standard:';
const SPACES = {
  'xmlns:rsm': `${SPACE}CrossIndustryInvoice:100`,
  'xmlns:ram': `${SPACE}ReusableAggregateBusinessInformationEntity:100`,
  'xmlns:qdt': `${SPACE}QualifiedDataType:100`,
  'xmlns:udt': `${SPACE}UnqualifiedDataType:100`,
};
type Amount = (name: string, minor: number) => XmlNode;
const text = (name: string, value: string | undefined, attributes?: Readonly<Record<string, string>>) =>
  textNode(`ram:${name}`, value, attributes);
const group = (name: string, ...children: (XmlNode | undefined)[]) => groupNode(`ram:${name}`, children);
/** A day as CII writes it: 20261201. */
const day = (name: string, date: string | undefined, space = 'udt'): XmlNode | undefined =>
  date ? [`ram:${name}`, [[`${space}:DateTimeString`, date.replaceAll('-', ''), { format: '102' }]]] : undefined;

/** The file of an invoice or credit note in UN/CEFACT Cross Industry Invoice D16B, as Factur-X and ZUGFeRD embed it. What is withheld stands in its notes. */
export function ciiFile(invoice: EInvoice): string {
  const amount: Amount = (name, minor) => [`ram:${name}`, minorText(minor, invoice.currency)];
  const { number, type, issueDate, notes, withheld, currency } = invoice;
  return xmlFile([
    'rsm:CrossIndustryInvoice',
    [
      ['rsm:ExchangedDocumentContext', [group('GuidelineSpecifiedDocumentContextParameter', text('ID', EN_16931))]],
      [
        'rsm:ExchangedDocument',
        [
          text('ID', number),
          text('TypeCode', type),
          day('IssueDateTime', issueDate),
          ...[...notes, ...withheld.map((each) => withheldNote(each, currency))].map((note) =>
            group('IncludedNote', text('Content', note)),
          ),
        ],
      ],
      [
        'rsm:SupplyChainTradeTransaction',
        [...invoice.lines.map((each) => line(each, amount)), agreement(invoice), delivery(invoice), settlement(invoice, amount)],
      ],
    ],
    SPACES,
  ]);
}

function line(each: TradeLine, amount: Amount): XmlNode | undefined {
  return group(
    'IncludedSupplyChainTradeLineItem',
    group('AssociatedDocumentLineDocument', text('LineID', each.id)),
    group('SpecifiedTradeProduct', text('SellerAssignedID', each.code), text('Name', each.name), text('Description', each.description)),
    group(
      'SpecifiedLineTradeAgreement',
      group(
        'NetPriceProductTradePrice',
        text('ChargeAmount', each.price),
        text('BasisQuantity', each.priceQuantity, { unitCode: each.unit }),
      ),
    ),
    group('SpecifiedLineTradeDelivery', text('BilledQuantity', each.quantity, { unitCode: each.unit })),
    group(
      'SpecifiedLineTradeSettlement',
      tax('ApplicableTradeTax', each.vat),
      ...each.allowances.map((off) => adjustment(off, false, amount)),
      ...each.charges.map((on) => adjustment(on, true, amount)),
      group('SpecifiedTradeSettlementLineMonetarySummation', amount('LineTotalAmount', each.net)),
    ),
  );
}

/** A rate: of what is not subject to tax there is none (BR-O-05). */
const tax = (name: string, vat: VatRate, amount?: Amount, { base, tax: minor, reason }: Partial<VatBreakdown> = {}) =>
  group(
    name,
    amount && minor !== undefined ? amount('CalculatedAmount', minor) : undefined,
    text('TypeCode', 'VAT'),
    text('ExemptionReason', reason),
    amount && base !== undefined ? amount('BasisAmount', base) : undefined,
    text('CategoryCode', vat.category),
    reason ? text('ExemptionReasonCode', VATEX[vat.category]) : undefined,
    vat.category === 'O' ? undefined : text('RateApplicablePercent', summedPercent(vat)),
  );

const adjustment = ({ amount: minor, base, percent, reason }: LineAdjustment, charge: boolean, amount: Amount, vat?: XmlNode) =>
  group(
    'SpecifiedTradeAllowanceCharge',
    ['ram:ChargeIndicator', [['udt:Indicator', String(charge)]]],
    text('CalculationPercent', percent),
    base === undefined ? undefined : amount('BasisAmount', base),
    amount('ActualAmount', minor),
    text('Reason', reason ?? (charge ? 'Cargo' : 'Descuento')),
    vat,
  );
const documentAdjustment = (each: DocumentAdjustment, charge: boolean, amount: Amount) =>
  adjustment(each, charge, amount, tax('CategoryTradeTax', each.vat));

const agreement = ({ seller, buyer, salesOrder, purchaseOrder }: EInvoice): XmlNode | undefined =>
  group(
    'ApplicableHeaderTradeAgreement',
    party('SellerTradeParty', seller),
    party('BuyerTradeParty', buyer),
    group('SellerOrderReferencedDocument', text('IssuerAssignedID', salesOrder)),
    group('BuyerOrderReferencedDocument', text('IssuerAssignedID', purchaseOrder)),
  );

const party = (name: string, of: TradeParty): XmlNode | undefined => {
  const { name: title, tradeName, vatId, legalId, address: at, email } = of;
  const endpoint = electronicAddress(of);
  return group(
    name,
    text('Name', title),
    group('SpecifiedLegalOrganization', text('ID', legalId), text('TradingBusinessName', tradeName)),
    email ? group('DefinedTradeContact', group('EmailURIUniversalCommunication', text('URIID', email))) : undefined,
    address(at),
    group('URIUniversalCommunication', text('URIID', endpoint?.id, { schemeID: endpoint?.scheme ?? '' })),
    group('SpecifiedTaxRegistration', text('ID', vatId, { schemeID: 'VA' })),
  );
};

const address = ({ street, more, city, postalCode, province, country }: TradeAddress): XmlNode | undefined =>
  group(
    'PostalTradeAddress',
    text('PostcodeCode', postalCode),
    text('LineOne', street),
    text('LineTwo', more),
    text('CityName', city),
    text('CountryID', country),
    text('CountrySubDivisionName', province),
  );

/** It has to be there, if empty. */
const delivery = ({ deliveryDate, deliveryCountry }: EInvoice): XmlNode => [
  'ram:ApplicableHeaderTradeDelivery',
  [
    deliveryCountry ? group('ShipToTradeParty', address({ country: deliveryCountry })) : undefined,
    deliveryDate ? group('ActualDeliverySupplyChainEvent', day('OccurrenceDateTime', deliveryDate)) : undefined,
  ],
];

function settlement(invoice: EInvoice, amount: Amount): XmlNode | undefined {
  const { payment, currency, accountingTax, taxes, period, allowances, charges, dueDate, corrects } = invoice;
  return group(
    'ApplicableHeaderTradeSettlement',
    text('CreditorReferenceID', payment?.debit?.creditor),
    text('PaymentReference', payment?.reference),
    text('TaxCurrencyCode', accountingTax?.currency),
    text('InvoiceCurrencyCode', currency),
    payment &&
      group(
        'SpecifiedTradeSettlementPaymentMeans',
        text('TypeCode', payment.means),
        group('PayerPartyDebtorFinancialAccount', text('IBANID', payment.debit?.iban)),
        group('PayeePartyCreditorFinancialAccount', text('IBANID', payment.iban)),
      ),
    ...taxes.map((each) => tax('ApplicableTradeTax', each, amount, each)),
    group('BillingSpecifiedPeriod', day('StartDateTime', period?.from), day('EndDateTime', period?.to)),
    ...allowances.map((each) => documentAdjustment(each, false, amount)),
    ...charges.map((each) => documentAdjustment(each, true, amount)),
    group('SpecifiedTradePaymentTerms', day('DueDateDateTime', dueDate), text('DirectDebitMandateID', payment?.debit?.mandate)),
    totals(invoice, amount),
    ...corrects.map((each) =>
      group('InvoiceReferencedDocument', text('IssuerAssignedID', each.number), day('FormattedIssueDateTime', each.date, 'qdt')),
    ),
  );
}

function totals({ sums, currency, accountingTax }: EInvoice, amount: Amount): XmlNode | undefined {
  const some = (name: string, minor: number) => (minor === 0 ? undefined : amount(name, minor));
  return group(
    'SpecifiedTradeSettlementHeaderMonetarySummation',
    amount('LineTotalAmount', sums.lines),
    some('ChargeTotalAmount', sums.charges),
    some('AllowanceTotalAmount', sums.allowances),
    amount('TaxBasisTotalAmount', sums.net),
    ['ram:TaxTotalAmount', minorText(sums.tax, currency), { currencyID: currency }],
    accountingTax && [
      'ram:TaxTotalAmount',
      minorText(accountingTax.amount, accountingTax.currency),
      { currencyID: accountingTax.currency },
    ],
    some('RoundingAmount', sums.rounding),
    amount('GrandTotalAmount', sums.gross),
    some('TotalPrepaidAmount', sums.prepaid),
    amount('DuePayableAmount', sums.due),
  );
}
