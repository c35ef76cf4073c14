import { add, decimal, format, negate } from '#kernel/decimal.ts';
import { BASE_CURRENCY, type Minor } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { OWN_UNIT, PIECES } from '#kernel/unit.ts';
import { elementAt, elementsAt, textAt, type XmlElement } from '#kernel/xml.ts';
import type { AccountingTax, DocumentType, EInvoice, InvoiceSums, LineAdjustment, TradeLine, WithheldTax } from './einvoice.ts';
import {
  type AmountReader,
  amountReader,
  dateAt,
  debitOf,
  duesOf,
  EInvoiceFault,
  ibanOf,
  lineOfText,
  numberAt,
  requireCurrency,
  requiredDate,
  requiredNumber,
  requiredText,
} from './einvoice-terms.ts';
import { FACTURAE_ROUNDING, FACTURAE_TRANSFER, FACTURAE_UNITS, MEANS_OF_FACTURAE } from './facturae-codes.ts';
import { readFacturaeParty } from './read-facturae-party.ts';
import { headerTaxes, lineRate, withAdjustedRates } from './read-facturae-taxes.ts';

const UNITS: ReadonlyMap<string, string> = new Map(Object.entries(FACTURAE_UNITS).map(([unit, code]) => [code, unit]));

/** Invoices of a batch by their places in it: 1 is the first. */
export interface InvoiceRange {
  readonly from: number;
  readonly to: number;
}

/** How many invoices a Facturae file has. */
export const facturaeCount = (root: XmlElement): number => elementsAt(root, 'Invoices/Invoice').length;

/** The invoices of a Facturae file 3.2 to 3.2.2, of which a batch has several: all, or some. @throws EInvoiceFault naming the element that is missing or cannot be read. */
export function readFacturae(root: XmlElement, only?: InvoiceRange): EInvoice[] {
  const version = requiredText(root, 'FileHeader/SchemaVersion');
  if (!/^3\.2/.test(version)) throw new EInvoiceFault('syntax', root, 'FileHeader/SchemaVersion', `Facturae ${version} is not read here.`);
  const invoices = elementsAt(root, 'Invoices/Invoice');
  if (invoices.length === 0) throw new EInvoiceFault('missing', root, 'Invoices/Invoice', 'The file has no invoice.');
  return invoices.slice((only?.from ?? 1) - 1, only?.to).map((invoice) => invoiceOf(invoice, root));
}

/** Amounts that are below zero give back: then all of them are turned. */
function turned(amounts: AmountReader): AmountReader {
  const turn = (minor: Minor) => (minor === 0 ? 0 : -minor);
  return {
    ...amounts,
    amount: (element, path) => {
      const minor = amounts.amount(element, path);
      return minor === undefined ? undefined : turn(minor);
    },
    required: (element, path) => turn(amounts.required(element, path)),
  };
}

function typeOf(invoice: XmlElement, givesBack: boolean): DocumentType {
  if (givesBack) return '381';
  if (requiredText(invoice, 'InvoiceHeader/InvoiceDocumentType') === 'AF') return '389';
  return elementAt(invoice, 'InvoiceHeader/Corrective') ? '384' : '380';
}

function invoiceOf(invoice: XmlElement, root: XmlElement): EInvoice {
  const currency = requiredText(invoice, 'InvoiceIssueData/InvoiceCurrencyCode');
  const stated = amountReader(currency, invoice, true);
  const givesBack = stated.required(invoice, 'InvoiceTotals/TotalGrossAmountBeforeTaxes') < 0;
  const amounts = givesBack ? turned(stated) : stated;
  const buyer = readFacturaeParty(root, 'Parties/BuyerParty');
  const lines = elementsAt(invoice, 'Items/InvoiceLine').map((line, i) => lineOf(line, i + 1, amounts, givesBack, invoice, buyer.address));
  const header = headerTaxes(invoice, amounts, lines);
  const withheld = elementsAt(invoice, 'TaxesWithheld/Tax').map((tax) => withheldAt(tax, amounts));
  const sums = sumsOf(invoice, amounts, withheld);
  const adjusted = withAdjustedRates({ header, lines, sums }, adjustmentsAt(invoice, 'InvoiceTotals', amounts));
  const subject = lines.every(({ vat }) => vat.category !== 'O');
  const withinUnion = adjusted.taxes.some(({ category }) => category === 'K');
  const seller = readFacturaeParty(root, 'Parties/SellerParty');
  return {
    number: numberIn(invoice, 'InvoiceHeader'),
    issueDate: requiredDate(invoice, 'InvoiceIssueData/IssueDate'),
    type: typeOf(invoice, givesBack),
    currency,
    ...defined({
      accountingTax: accountingTaxAt(invoice, currency, givesBack),
      ...payableAt(invoice, currency, amounts),
      purchaseOrder: lineOfText(invoice, 'InvoiceIssueData/ReceiverTransactionReference'),
      salesOrder: lineOfText(invoice, 'InvoiceIssueData/FileReference'),
      deliveryDate: dateAt(invoice, 'InvoiceIssueData/OperationDate'),
      deliveryCountry: withinUnion ? buyer.address.country : undefined,
      period: periodAt(invoice),
    }),
    notes: (textAt(invoice, 'AdditionalData/InvoiceAdditionalInformation') ?? '').split(/[\r\n]+/).flatMap((note) => note.trim() || []),
    corrects: elementsAt(invoice, 'InvoiceHeader/Corrective').flatMap(correctedBy),
    seller: subject ? seller : withoutVatId(seller),
    buyer: subject ? buyer : withoutVatId(buyer),
    ...adjusted,
    ...{ sums, withheld, lines },
  };
}

function withoutVatId({ vatId, ...party }: EInvoice['seller']): EInvoice['seller'] {
  return { ...party, ...defined({ legalId: party.legalId ?? vatId }) };
}

/** Series and number as AEAT has them: one after the other. */
const numberIn = (element: XmlElement, path: string): string =>
  `${lineOfText(element, `${path}/InvoiceSeriesCode`) ?? ''}${requiredText(element, `${path}/InvoiceNumber`)}`;

function correctedBy(corrective: XmlElement): EInvoice['corrects'] {
  const number = lineOfText(corrective, 'InvoiceNumber');
  if (!number) return [];
  return [
    {
      number: `${lineOfText(corrective, 'InvoiceSeriesCode') ?? ''}${number}`,
      ...defined({ date: dateAt(corrective, 'InvoiceIssueDate') }),
    },
  ];
}

function periodAt(invoice: XmlElement): EInvoice['period'] {
  const of = (end: string) => dateAt(invoice, `InvoiceIssueData/InvoicingPeriod/${end}Date`);
  const [from, to] = [of('Start'), of('End')];
  return from && to ? { from, to } : undefined;
}

type Payable = { [K in 'dueDate' | 'instalments' | 'payment']?: EInvoice[K] | undefined };

function payableAt(invoice: XmlElement, currency: string, { amount }: AmountReader): Payable {
  const all = elementsAt(invoice, 'PaymentDetails/Installment');
  const [installment] = all;
  if (!installment) return {};
  const due = duesOf(
    all.map((each) => ({
      date: requiredDate(each, 'InstallmentDueDate'),
      amount: amount(each, 'InstallmentAmount'),
    })),
  );
  const iban = ibanOf(textAt(installment, 'AccountToBeCredited/IBAN', 'AccountToBeCredited/AccountNumber'));
  const stated = requiredText(installment, 'PaymentMeans');
  const means = stated === FACTURAE_TRANSFER && iban && currency === BASE_CURRENCY ? '58' : (MEANS_OF_FACTURAE[stated] ?? '1');
  const reference = lineOfText(installment, 'PaymentReconciliationReference');
  const debit = debitOf({ iban: ibanOf(textAt(installment, 'AccountToBeDebited/IBAN')) });
  const payment = iban || reference || debit ? { means, ...defined({ reference, iban, debit }) } : undefined;
  return { ...due, payment };
}

/** The tax in euros, of a document in another currency. */
function accountingTaxAt(invoice: XmlElement, documentCurrency: string, givesBack: boolean): AccountingTax | undefined {
  const currency = lineOfText(invoice, 'InvoiceIssueData/TaxCurrencyCode');
  if (!currency || currency === documentCurrency) return undefined;
  requireCurrency(currency, invoice);
  const euros = amountReader(BASE_CURRENCY, invoice, true);
  const { amount: inEuros } = givesBack ? turned(euros) : euros;
  const parts = elementsAt(invoice, 'TaxesOutputs/Tax').flatMap((tax) =>
    ['TaxAmount', 'EquivalenceSurchargeAmount'].map((part) => inEuros(tax, `${part}/EquivalentInEuros`)),
  );
  const stated = parts.filter((part) => part !== undefined);
  if (stated.length === 0) return undefined;
  return {
    currency,
    amount: stated.reduce((sum, part) => sum + part, 0),
    ...defined({
      rate: numberAt(invoice, 'InvoiceIssueData/ExchangeRateDetails/ExchangeRate'),
      rateOf: dateAt(invoice, 'InvoiceIssueData/ExchangeRateDetails/ExchangeRateDate'),
    }),
  };
}

const withheldAt = (tax: XmlElement, { required, amount }: AmountReader): WithheldTax => ({
  percent: requiredNumber(tax, 'TaxRate'),
  base: required(tax, 'TaxableBase/TotalAmount'),
  amount: amount(tax, 'TaxAmount/TotalAmount') ?? 0,
});

/** What the norm has as sums. What is due is told before income tax is withheld; what else is taken off or added shows as a difference. */
function sumsOf(invoice: XmlElement, amounts: AmountReader, withheld: readonly WithheldTax[]): InvoiceSums {
  const some = (path: string) => amounts.amount(invoice, `InvoiceTotals/${path}`) ?? 0;
  const rounding = elementsAt(invoice, 'InvoiceTotals/AmountsWithheld').find(
    (each) => textAt(each, 'WithholdingReason') === FACTURAE_ROUNDING,
  );
  const kept = withheld.reduce((sum, { amount }) => sum + amount, 0);
  return {
    lines: amounts.required(invoice, 'InvoiceTotals/TotalGrossAmount'),
    allowances: some('TotalGeneralDiscounts'),
    charges: some('TotalGeneralSurcharges'),
    net: amounts.required(invoice, 'InvoiceTotals/TotalGrossAmountBeforeTaxes'),
    tax: amounts.required(invoice, 'InvoiceTotals/TotalTaxOutputs'),
    gross: amounts.required(invoice, 'InvoiceTotals/InvoiceTotal') + amounts.required(invoice, 'InvoiceTotals/TotalTaxesWithheld'),
    prepaid: some('TotalPaymentsOnAccount'),
    rounding: rounding ? 0 - amounts.required(rounding, 'WithholdingAmount') : 0,
    due: amounts.required(invoice, 'InvoiceTotals/TotalExecutableAmount') + kept,
  };
}

function adjustmentsAt(element: XmlElement, within: 'InvoiceTotals' | 'line', { required }: AmountReader) {
  const of = (group: string, kind: 'Discount' | 'Charge'): LineAdjustment[] =>
    elementsAt(element, `${group}/${kind}`).map((each) => ({
      amount: required(each, `${kind}Amount`),
      ...defined({ percent: numberAt(each, `${kind}Rate`), reason: lineOfText(each, `${kind}Reason`) }),
    }));
  return within === 'line'
    ? { allowances: of('DiscountsAndRebates', 'Discount'), charges: of('Charges', 'Charge') }
    : { allowances: of('InvoiceTotals/GeneralDiscounts', 'Discount'), charges: of('InvoiceTotals/GeneralSurcharges', 'Charge') };
}

function lineOf(
  line: XmlElement,
  no: number,
  amounts: AmountReader,
  givesBack: boolean,
  invoice: XmlElement,
  buyer: EInvoice['buyer']['address'],
): TradeLine {
  const quantity = decimal(requiredNumber(line, 'Quantity'));
  const unit = lineOfText(line, 'UnitOfMeasure');
  return {
    id: String(no),
    name: requiredText(line, 'ItemDescription'),
    ...defined({ description: lineOfText(line, 'AdditionalLineItemInformation'), code: lineOfText(line, 'ArticleCode') }),
    quantity: format(givesBack ? negate(quantity) : add(quantity, decimal('0'))),
    // What Facturae has no code of is not made pieces of.
    unit: unit === undefined ? PIECES : (UNITS.get(unit) ?? OWN_UNIT),
    price: requiredNumber(line, 'UnitPriceWithoutTax'),
    ...adjustmentsAt(line, 'line', amounts),
    net: amounts.required(line, 'GrossAmount'),
    vat: lineRate(line, invoice, buyer),
  };
}
