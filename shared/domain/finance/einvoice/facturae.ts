import { decimal, divide, format, negate, round } from '#kernel/decimal.ts';
import { lineNet, type Minor, minorText, percentOf, toMinor } from '#kernel/money.ts';
import { cut } from '#kernel/text.ts';
import { groupNode, textNode, type XmlNode, xmlFile } from '#kernel/xml-writer.ts';
import {
  type DirectDebit,
  type EInvoice,
  incomeTaxWithheld,
  type LineAdjustment,
  summedPercent,
  type TradeLine,
  type VatBreakdown,
  type VatRate,
  type WithheldTax,
} from './einvoice.ts';
import { FACTURAE_MEANS, FACTURAE_ROUNDING, FACTURAE_TAX, FACTURAE_TRANSFER, FACTURAE_UNITS, OTHER_UNIT } from './facturae-codes.ts';
import { facturaeParty } from './facturae-party.ts';

const SPACE = 'http://www.facturae.gob.es/formato/Versiones/Facturaev3_2_2.xml';
/** What a document of negative amounts multiplies by: a corrective invoice by difference. */
type Sign = 1 | -1;
type Amount = (name: string, minor: Minor) => XmlNode;
const group = groupNode;
const text = textNode;

const taxOf = ({ category }: VatRate): string =>
  category === 'L' ? FACTURAE_TAX.igic : category === 'M' ? FACTURAE_TAX.ipsi : FACTURAE_TAX.vat;
/** What no tax is charged on: 01 exempt, 02 not subject. */
const EVENT: Readonly<Partial<Record<VatRate['category'], string>>> = { E: '01', G: '01', K: '01', O: '02' };
/**
 * The file of an invoice in Facturae 3.2.2, as it is before it is signed: who signs needs the certificate of the company. A credit note
 * is a corrective invoice by difference, with amounts below zero.
 */
export function facturaeFile(invoice: EInvoice): string {
  const sign: Sign = invoice.type === '381' ? -1 : 1;
  const amount: Amount = (name, minor) => [name, minorText(sign * minor, invoice.currency)];
  const { seller, buyer, taxes, withheld, lines } = invoice;
  const acrossUnion =
    taxes.some(({ category }) => category === 'K' || category === 'AE') && seller.address.country !== buyer.address.country;
  // The bases in euros, where the document is in another currency.
  return xmlFile([
    'fe:Facturae',
    [
      header(invoice, sign, amount),
      group('Parties', [facturaeParty('SellerParty', seller, acrossUnion), facturaeParty('BuyerParty', buyer, acrossUnion)]),
      group('Invoices', [
        group('Invoice', [
          heading(invoice),
          issue(invoice),
          group('TaxesOutputs', outputTaxes(invoice, sign, amount)),
          group(
            'TaxesWithheld',
            withheld.map((each) => withheldTax(each, amount)),
          ),
          totals(invoice, amount),
          group(
            'Items',
            lines.map((each) => line(each, sign, amount, invoice)),
          ),
          installment(invoice, sign),
          literals(invoice),
          group('AdditionalData', [text('InvoiceAdditionalInformation', cut(invoice.notes.join('\n'), 2500))]),
        ]),
      ]),
    ],
    { 'xmlns:fe': SPACE },
  ]);
}

/** An amount in the currency of the books, by the rate at which a unit of that is so many of the document's. */
const euros = (minor: Minor, { currency, accountingTax }: EInvoice): Minor | undefined =>
  accountingTax?.rate === undefined
    ? undefined
    : toMinor(divide(decimal(minorText(minor, currency)), decimal(accountingTax.rate), 8), accountingTax.currency);

const total = (name: string, minor: Minor, amount: Amount, sign: Sign, inEuros?: Minor): XmlNode => [
  name,
  [amount('TotalAmount', minor), inEuros === undefined ? undefined : ['EquivalentInEuros', minorText(sign * inEuros)]],
];

/** What is left to pay of it, before and after what is neither. */
function dueOf(invoice: EInvoice): { readonly total: Minor; readonly outstanding: Minor; readonly executable: Minor } {
  const { gross, prepaid, rounding } = invoice.sums;
  const sum = gross - incomeTaxWithheld(invoice);
  return { total: sum, outstanding: sum - prepaid, executable: sum - prepaid + rounding };
}

/** Issued by the buyer. A corrective one is so too, whatever its type. */
const isIssuedByBuyer = ({ type, byBuyer }: Pick<EInvoice, 'type' | 'byBuyer'>): boolean => byBuyer === true || type === '389';

function header(invoice: EInvoice, sign: Sign, amount: Amount): XmlNode | undefined {
  const { total: sum, outstanding, executable } = dueOf(invoice);
  const { legalId, vatId } = invoice.seller;
  // Who has no address is named in the notes alone: the schema asks for one.
  const thirdParty = invoice.thirdParty?.address.country ? invoice.thirdParty : undefined;
  return group('FileHeader', [
    ['SchemaVersion', '3.2.2'],
    ['Modality', 'I'],
    ['InvoiceIssuerType', thirdParty ? 'TE' : isIssuedByBuyer(invoice) ? 'RE' : 'EM'],
    thirdParty && facturaeParty('ThirdParty', thirdParty, false),
    group('Batch', [
      ['BatchIdentifier', cut(`${legalId ?? vatId ?? ''}${invoice.number}`, 70)],
      ['InvoicesCount', '1'],
      total('TotalInvoicesAmount', sum, amount, sign, euros(sum, invoice)),
      total('TotalOutstandingAmount', outstanding, amount, sign, euros(outstanding, invoice)),
      total('TotalExecutableAmount', executable, amount, sign, euros(executable, invoice)),
      ['InvoiceCurrencyCode', invoice.currency],
    ]),
  ]);
}

function heading({ number, type, corrects, issueDate }: EInvoice): XmlNode | undefined {
  const [corrected] = corrects;
  const day = corrected?.date ?? issueDate;
  return group('InvoiceHeader', [
    ['InvoiceNumber', cut(number, 20)],
    ['InvoiceDocumentType', type === '389' ? 'AF' : 'FC'],
    ['InvoiceClass', type === '381' || type === '384' ? 'OR' : 'OO'],
    type === '381' || type === '384'
      ? group('Corrective', [
          text('InvoiceNumber', corrected && cut(corrected.number, 20)),
          ['ReasonCode', '16'],
          ['ReasonDescription', 'Base imponible'],
          group('TaxPeriod', [
            ['StartDate', day],
            ['EndDate', day],
          ]),
          ['CorrectionMethod', '02'],
          ['CorrectionMethodDescription', 'Rectificación por diferencias'],
          text('InvoiceIssueDate', corrected?.date),
        ])
      : undefined,
  ]);
}

function issue({ issueDate, deliveryDate, period, currency, accountingTax, salesOrder, purchaseOrder }: EInvoice): XmlNode | undefined {
  return group('InvoiceIssueData', [
    ['IssueDate', issueDate],
    text('OperationDate', deliveryDate),
    group('InvoicingPeriod', [text('StartDate', period?.from), text('EndDate', period?.to)]),
    ['InvoiceCurrencyCode', currency],
    accountingTax?.rate
      ? group('ExchangeRateDetails', [
          ['ExchangeRate', format(round(decimal(accountingTax.rate), 8))],
          ['ExchangeRateDate', accountingTax.rateOf ?? issueDate],
        ])
      : undefined,
    ['TaxCurrencyCode', accountingTax?.currency ?? currency],
    ['LanguageName', 'es'],
    text('ReceiverTransactionReference', purchaseOrder && cut(purchaseOrder, 20)),
    text('FileReference', salesOrder && cut(salesOrder, 20)),
  ]);
}

/** The VAT of a base, and what of the tax is the surcharge. */
function taxParts({ surcharge, percent }: VatRate, base: Minor, tax: Minor): { readonly vat: Minor; readonly surcharge: Minor } {
  const vat = surcharge ? percentOf(base, percent) : tax;
  return { vat, surcharge: tax - vat };
}

interface TaxAmounts {
  readonly base: Minor;
  readonly vat: Minor;
  readonly surcharge: Minor;
}

function outputTax(rate: VatRate, { base, vat, surcharge }: TaxAmounts, sign: Sign, amount: Amount, inEuros?: TaxAmounts) {
  return group('Tax', [
    ['TaxTypeCode', taxOf(rate)],
    ['TaxRate', format(decimal(rate.percent), 2)],
    total('TaxableBase', base, amount, sign, inEuros?.base),
    total('TaxAmount', vat, amount, sign, inEuros?.vat),
    text('EquivalenceSurcharge', rate.surcharge && format(round(decimal(rate.surcharge), 2), 2)),
    rate.surcharge ? total('EquivalenceSurchargeAmount', surcharge, amount, sign, inEuros?.surcharge) : undefined,
  ]);
}

/** The taxes of the document. In euros they come to what the books have: the last takes what rounding leaves. */
function outputTaxes(invoice: EInvoice, sign: Sign, amount: Amount): (XmlNode | undefined)[] {
  const { taxes, accountingTax } = invoice;
  let left = accountingTax?.amount ?? 0;
  return taxes.map((each, i) => {
    const parts = { base: each.base, ...taxParts(each, each.base, each.tax) };
    const tax = i === taxes.length - 1 ? left : (euros(each.tax, invoice) ?? 0);
    left -= tax;
    const vat = each.surcharge ? (euros(parts.vat, invoice) ?? 0) : tax;
    const base = euros(parts.base, invoice);
    return outputTax(each, parts, sign, amount, base === undefined ? undefined : { base, vat, surcharge: tax - vat });
  });
}

const withheldTax = ({ percent, base, amount: minor }: WithheldTax, amount: Amount): XmlNode | undefined =>
  group('Tax', [
    ['TaxTypeCode', FACTURAE_TAX.irpf],
    ['TaxRate', format(decimal(percent), 2)],
    ['TaxableBase', [amount('TotalAmount', base)]],
    ['TaxAmount', [amount('TotalAmount', minor)]],
  ]);

const adjustments = (name: string, kind: 'Discount' | 'Charge', each: readonly LineAdjustment[], amount: Amount): XmlNode | undefined =>
  group(
    name,
    each.map((one) =>
      group(kind, [
        [`${kind}Reason`, cut(one.reason ?? (kind === 'Charge' ? 'Cargo' : 'Descuento'), 2500)],
        text(`${kind}Rate`, one.percent && format(round(decimal(one.percent), 8))),
        amount(`${kind}Amount`, one.amount),
      ]),
    ),
  );

function totals(invoice: EInvoice, amount: Amount): XmlNode | undefined {
  const { sums, allowances, charges } = invoice;
  const { total: sum, outstanding, executable } = dueOf(invoice);
  const some = (name: string, minor: Minor) => (minor === 0 ? undefined : amount(name, minor));
  return group('InvoiceTotals', [
    amount('TotalGrossAmount', sums.lines),
    adjustments('GeneralDiscounts', 'Discount', allowances, amount),
    adjustments('GeneralSurcharges', 'Charge', charges, amount),
    some('TotalGeneralDiscounts', sums.allowances),
    some('TotalGeneralSurcharges', sums.charges),
    amount('TotalGrossAmountBeforeTaxes', sums.net),
    amount('TotalTaxOutputs', sums.tax),
    amount('TotalTaxesWithheld', incomeTaxWithheld(invoice)),
    amount('InvoiceTotal', sum),
    amount('TotalOutstandingAmount', outstanding),
    some('TotalPaymentsOnAccount', sums.prepaid),
    sums.rounding === 0
      ? undefined
      : ['AmountsWithheld', [['WithholdingReason', FACTURAE_ROUNDING], amount('WithholdingAmount', -sums.rounding)]],
    amount('TotalExecutableAmount', executable),
  ]);
}

function line(each: TradeLine, sign: Sign, amount: Amount, { taxes, currency }: EInvoice): XmlNode | undefined {
  const { vat, net } = each;
  const price = each.priceQuantity
    ? format(divide(decimal(each.price), decimal(each.priceQuantity), 8))
    : format(round(decimal(each.price), 8));
  const quantity = decimal(each.quantity);
  const event = EVENT[vat.category];
  const reason = taxes.find(({ category, percent }) => category === vat.category && percent === vat.percent)?.reason;
  return group('InvoiceLine', [
    ['ItemDescription', cut(each.name, 2500)],
    ['Quantity', format(sign < 0 ? negate(quantity) : quantity)],
    ['UnitOfMeasure', FACTURAE_UNITS[each.unit] ?? OTHER_UNIT],
    ['UnitPriceWithoutTax', price],
    amount('TotalCost', costOf(each, price, currency)),
    adjustments('DiscountsAndRebates', 'Discount', each.allowances, amount),
    adjustments('Charges', 'Charge', each.charges, amount),
    amount('GrossAmount', net),
    group('TaxesOutputs', [outputTax(vat, { base: net, ...taxParts(vat, net, percentOf(net, summedPercent(vat))) }, sign, amount)]),
    text('AdditionalLineItemInformation', each.description && cut(each.description, 2500)),
    event
      ? [
          'SpecialTaxableEvent',
          [
            ['SpecialTaxableEventCode', event],
            ['SpecialTaxableEventReason', cut(reason ?? '', 2500)],
          ],
        ]
      : undefined,
    text('ArticleCode', each.code && cut(each.code, 20)),
  ]);
}

/** Quantity × price; where that differs from what the line's net is of by rounding, the latter: both must come to the net. */
function costOf({ quantity, net, allowances, charges }: TradeLine, price: string, currency: string): Minor {
  const off = allowances.reduce((sum, { amount }) => sum + amount, 0);
  const on = charges.reduce((sum, { amount }) => sum + amount, 0);
  const cost = lineNet(quantity, price, '0', currency);
  return Math.abs(cost - off + on - net) <= 1 ? net + off - on : cost;
}

/** When it is due and where to: only of what asks for money. */
function installment(invoice: EInvoice, sign: Sign): XmlNode | undefined {
  const { dueDate, payment, currency, type } = invoice;
  if (type === '381' || (!dueDate && !payment)) return undefined;
  return group('PaymentDetails', [
    group('Installment', [
      ['InstallmentDueDate', dueDate ?? invoice.issueDate],
      ['InstallmentAmount', format(decimal(minorText(sign * dueOf(invoice).executable, currency)), 2)],
      ['PaymentMeans', FACTURAE_MEANS[payment?.means ?? ''] ?? FACTURAE_TRANSFER],
      payment?.iban ? group('AccountToBeCredited', [['IBAN', payment.iban]]) : undefined,
      text('PaymentReconciliationReference', payment?.reference && cut(payment.reference, 60)),
      ...debited(payment?.debit),
    ]),
  ]);
}

/** The account that is debited; mandate and creditor have no place but in words. */
const debited = (debit: DirectDebit | undefined): (XmlNode | undefined)[] => [
  debit?.iban ? group('AccountToBeDebited', [['IBAN', debit.iban]]) : undefined,
  text('CollectionAdditionalInformation', debit?.mandate && `Mandato SEPA ${debit.mandate}, acreedor ${debit.creditor ?? ''}`),
];

/** Why no tax is charged, in the words of the law. */
const literals = ({ taxes }: EInvoice): XmlNode | undefined =>
  group(
    'LegalLiterals',
    [...new Set(taxes.flatMap(({ reason }: VatBreakdown) => reason ?? []))].map((reason) => ['LegalReference', cut(reason, 250)] as const),
  );
