import { verifactuMode } from '#domain/finance/einvoice/channels.ts';
import { ciiFile } from '#domain/finance/einvoice/cii.ts';
import { type DirectDebit, withoutAccount } from '#domain/finance/einvoice/einvoice.ts';
import { einvoiceOf } from '#domain/finance/einvoice/einvoice-of.ts';
import { refusalOfEInvoice } from '#domain/finance/einvoice/einvoice-rules.ts';
import { verifactuIssue, verifactuQr } from '#domain/finance/einvoice/verifactu.ts';
import { currencyOf } from '#domain/finance/open-items/open-item.ts';
import { payableOf } from '#domain/finance/open-items/purchase-entry.ts';
import { toldApart } from '#domain/finance/receivables/adjustment.ts';
import { inOwnCurrency } from '#domain/finance/receivables/foreign-sale.ts';
import {
  type BillingDocument,
  type Invoice,
  type InvoiceLine,
  isSimplified,
  netUnitPrice,
  type Party,
  type StoredCreditNote,
  type StoredInvoice,
} from '#domain/finance/receivables/invoice.ts';
import { issuedByMention } from '#domain/finance/receivables/outside-issuer.ts';
import type { TaxLine } from '#domain/finance/tax/totals.ts';
import { VAT_ES } from '#domain/finance/tax/vat-es.ts';
import type { Company } from '#domain/platform/company/company.ts';
import { styleOf } from '#domain/platform/company/paper.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import type { Address } from '#kernel/address.ts';
import { exponentOf, minorText } from '#kernel/money.ts';
import { numberOf } from '#kernel/record.ts';
import { FACTUR_X } from '#runtime/paper/factur-x.ts';
import { dateText, moneyText, numberText } from '#runtime/paper/figures.ts';
import type { Block, Column, EmbeddedFile, Pair, Paper, PaperLogo } from '#runtime/paper/paper.ts';
import { WORDS, type Words } from './paper-words.ts';

/** Who issues, as it was at issue. */
export interface Issuer {
  readonly company: Pick<Company, 'name' | 'taxId' | 'address' | 'email' | 'iban' | 'paper'> & {
    /** Who buys without being known. */
    readonly walkInCustomerId?: string;
  };
  readonly logo?: PaperLogo;
  /** By what it collects what the bill asks for. */
  readonly debit?: DirectDebit;
}

/** −1 on a corrective invoice, which takes back what the invoice asked for. */
type Sign = 1 | -1;

/** The invoice on paper, with all that RD 1619/2012 art. 6 asks for; of a simplified one, art. 7. */
export function invoicePaper(invoice: StoredInvoice, issuer: Issuer): Paper {
  const { company } = issuer;
  const words = wordsOf(company);
  const due = dateText(invoice.dueDate);
  return billPaper(invoice, issuer, 1, {
    title: isSimplified(invoice.number) ? words.simplifiedInvoice : words.invoice,
    facts: [...(invoice.operationDate ? [[words.operationDate, dateText(invoice.operationDate)] as const] : []), [words.dueDate, due]],
    remarks: payRemarks(invoice, issuer, words),
  });
}

/** How it is paid: who is debited by a mandate is not asked to transfer as well. */
function payRemarks({ number, dueDate }: StoredInvoice, { company, debit }: Issuer, words: Words): Pair[] {
  const due = dateText(dueDate);
  if (debit) return [[words.payment, words.debit({ account: debit.iban?.slice(-4) ?? '', due, ...debit })]];
  return company.iban ? [[words.payment, words.transfer(company.iban.replace(/(.{4})/g, '$1 ').trim(), due, number)]] : [];
}

/**
 * The corrective invoice on paper (RD 1619/2012 art. 15).
 * @param corrected the invoice that it corrects, where there is one.
 */
export function creditNotePaper(note: StoredCreditNote, corrected: Pick<Invoice, 'number' | 'date'> | undefined, issuer: Issuer): Paper {
  const words = wordsOf(issuer.company);
  return billPaper(note, issuer, -1, {
    title: words.creditNote,
    corrected,
    facts: corrected
      ? [
          [isSimplified(corrected.number) ? words.correctsSimplified : words.corrects, corrected.number],
          [words.correctedDate, dateText(corrected.date)],
        ]
      : [],
    remarks: [
      [words.reason, note.reason],
      [words.correction, words.byDifference],
    ],
  });
}

const wordsOf = (company: Issuer['company']): Words => WORDS[styleOf(company.paper).language];

interface BillParts {
  readonly title: string;
  readonly facts: readonly Pair[];
  readonly remarks: readonly Pair[];
  readonly corrected?: Pick<Invoice, 'number' | 'date'> | undefined;
}

/** What an invoice and a credit note have alike. */
function billPaper(
  bill: StoredInvoice | StoredCreditNote,
  issuer: Issuer,
  sign: Sign,
  { title, facts, remarks, corrected }: BillParts,
): Paper {
  const { company, logo } = issuer;
  const { language, ...colours } = styleOf(company.paper);
  const words = WORDS[language];
  return {
    language,
    title,
    number: bill.number,
    at: new Date(bill.history[0]?.at ?? bill.date),
    letterhead: { name: company.name, lines: [...partyLines(company, words), company.email], ...colours, ...(logo ? { logo } : {}) },
    parties: isUnknown(bill, company) ? [] : [{ label: words.customer, name: bill.customer.name, lines: partyLines(bill.customer, words) }],
    facts: [[words.date, dateText(bill.date)], ...facts, ...(bill.orderId ? [[words.order, numberOf(Orders, bill.orderId)] as const] : [])],
    blocks: [
      linesOf(inOwnCurrency(bill), sign, words),
      closingOf(bill, sign, words),
      { kind: 'remarks', pairs: [...issuerNote(bill, words), ...remarks, ...exchangeNote(bill, sign, words), ...notesOf(bill, words)] },
    ],
    foot: [company.name, words.taxId(company.taxId), bill.number],
    ...verifactuQrOf(bill, company, words),
    files: electronic(bill, issuer, corrected, words),
  };
}

/** Who issues it in the company's name, in the words of the law (RD 1619/2012 art. 6.1.l). */
const issuerNote = ({ issuedBy }: BillingDocument, words: Words): Pair[] => (issuedBy ? [[words.issuedBy, issuedByMention(issuedBy)]] : []);

/** The QR that leads to AEAT's page, of what has a record in the chain; and the legend, where AEAT has that record (Orden HAC/1177/2024 arts. 20, 21). */
export function verifactuQrOf(
  bill: StoredInvoice | StoredCreditNote,
  { taxId }: Issuer['company'],
  words: Words,
  mode = verifactuMode(),
): Pick<Paper, 'qr'> {
  if (bill.verifactu === undefined) return {};
  const text = verifactuQr(verifactuIssue(bill, taxId, ''), mode);
  return { qr: { text, above: words.taxQr, ...(mode === 'verifactu' ? { below: words.verifiable } : {}) } };
}

/** The same document as an electronic invoice within the PDF (Factur-X), where it can be one. It tells no more of an account than the paper does. */
function electronic(
  bill: StoredInvoice | StoredCreditNote,
  { company, debit }: Issuer,
  corrected: BillParts['corrected'],
  { electronicInvoice }: Words,
): EmbeddedFile[] {
  const invoice = einvoiceOf({
    bill,
    issuer: company,
    corrected,
    order: bill.orderId && numberOf(Orders, bill.orderId),
    debit: debit && withoutAccount(debit),
  });
  if (refusalOfEInvoice(invoice, 'cii', '')) return [];
  return [
    { name: FACTUR_X, type: 'text/xml', description: electronicInvoice, relationship: 'alternative', bytes: Buffer.from(ciiFile(invoice)) },
  ];
}

/** A recipient whom nobody knows is not named: a simplified invoice need not (art. 7.1), and one that ought to cannot. */
const isUnknown = ({ customerId, customer }: BillingDocument, { walkInCustomerId }: Issuer['company']): boolean =>
  customerId === walkInCustomerId && !customer.taxId && !customer.address;

const partyLines = ({ taxId, address }: Party, words: Words): string[] => [
  ...(taxId ? [words.taxId(taxId)] : []),
  ...(address ? addressLines(address) : []),
];
const addressLines = (address: Address): string[] => [
  address.street,
  `${address.postalCode} ${address.city}${address.province ? ` (${address.province})` : ''}`,
  ...(address.country === 'ES' ? [] : [address.country]),
];

/** Code and discount have a column only where a line has one. */
function linesOf({ lines: listed, pricesIncludeTax, ...bill }: BillingDocument, sign: Sign, words: Words): Block {
  const { lines } = toldApart(listed);
  const currency = currencyOf(bill);
  const number = (text: string, places?: number) => numberText(words.language, text, places);
  const all: readonly (readonly [Column, (line: InvoiceLine) => string] | undefined)[] = [
    lines.some((line) => line.code) ? [{ label: words.code, soft: true, ...codeWidth(lines) }, (line) => line.code] : undefined,
    [{ label: words.description, share: 4 }, (line) => line.name],
    [
      { label: words.quantity, align: 'right' },
      (line) => [number(`${sign < 0 ? '-' : ''}${line.quantity}`), line.unit].filter(Boolean).join(' '),
    ],
    [{ label: words.price, align: 'right' }, (line) => number(netUnitPrice(line, pricesIncludeTax), exponentOf(currency))],
    lines.some((line) => line.discount)
      ? [{ label: words.discount, align: 'right' }, (line) => (line.discount ? `${number(line.discount)} %` : '')]
      : undefined,
    [{ label: words.tax, align: 'right' }, (line) => `${number(line.percent)} %`],
    [{ label: words.amount, align: 'right' }, (line) => number(minorText(sign * line.net, currency), exponentOf(currency))],
  ];
  const columns = all.filter((column) => column !== undefined);
  return { kind: 'lines', columns: columns.map(([column]) => column), rows: lines.map((line) => columns.map(([, text]) => text(line))) };
}

/** Long codes may take several lines. */
const codeWidth = (lines: readonly InvoiceLine[]): Pick<Column, 'share'> =>
  lines.some(({ code }) => code.length > 14) ? { share: 1 } : {};

/**
 * Taxable base, rate and tax of each code, and the total, or what is to be paid where income tax is withheld: together on one page. Where they are in a foreign currency, the tax stands
 * beside in euros (RD 1619/2012 art. 12).
 */
function closingOf(bill: BillingDocument, sign: Sign, words: Words): Block {
  const { totals, withheld } = inOwnCurrency(bill);
  const money = (minor: number) => moneyText(words.language, sign * minor, currencyOf(bill));
  const euros = (minor: number) => moneyText(words.language, sign * minor);
  const taxInEuros = ({ code, percent }: TaxLine) =>
    euros(bill.totals.taxes.find((tax) => tax.code === code && tax.percent === percent)?.tax ?? 0);
  return {
    kind: 'closing',
    summary: {
      columns: [
        { label: words.base, align: 'right' },
        { label: words.rate, align: 'right', soft: true },
        { label: words.taxAmount, align: 'right' },
        ...(bill.foreign ? [{ label: words.taxInEuros, align: 'right' as const }] : []),
      ],
      rows: totals.taxes.map((tax) => [
        money(tax.base),
        `${words.tax} ${numberText(words.language, tax.percent)} %`,
        money(tax.tax),
        ...(bill.foreign ? [taxInEuros(tax)] : []),
      ]),
    },
    sums: [
      ...adjustmentsOf(inOwnCurrency(bill), money, words),
      [words.base, money(totals.net)],
      [words.tax, money(totals.tax)],
      ...(totals.rounding === 0 ? [] : [[words.rounding, money(totals.rounding)] as const]),
      ...(withheld
        ? [
            [words.total, money(totals.gross)] as const,
            [words.withheld(numberText(words.language, withheld.percent)), money(-withheld.amount)] as const,
          ]
        : []),
    ],
    total: withheld ? [words.toPay, money(payableOf(bill))] : [words.total, money(totals.gross)],
  };
}

/** What the lines come to, and what is taken off or added to all of it. */
function adjustmentsOf({ lines }: Pick<BillingDocument, 'lines'>, money: (minor: number) => string, words: Words): Pair[] {
  const told = toldApart(lines);
  const groups = Map.groupBy(told.adjusting, ({ name }) => name);
  if (groups.size === 0) return [];
  const netOf = (of: readonly InvoiceLine[]) => money(of.reduce((sum, { net }) => sum + net, 0));
  return [[words.lines, netOf(told.lines)], ...[...groups].map(([name, of]) => [name, netOf(of)] as const)];
}

/** At which rate a document is in euros, and what it comes to in them. */
function exchangeNote({ foreign, totals }: BillingDocument, sign: Sign, words: Words): Pair[] {
  if (!foreign) return [];
  const euros = (minor: number) => moneyText(words.language, sign * minor);
  const rate = `${numberText(words.language, foreign.rate)} ${foreign.currency}`;
  const amounts = { base: euros(totals.net), tax: euros(totals.tax), total: euros(totals.gross) };
  return [[words.exchange, words.inEuros({ rate, date: dateText(foreign.rateOf), published: foreign.source === 'ecb', ...amounts })]];
}

/** Why no tax is charged, in the words of the law, and what somebody wrote on the bill. */
function notesOf({ totals, notes }: BillingDocument, words: Words): Pair[] {
  const codes = new Set(totals.taxes.map(({ code }) => code));
  const exempt = VAT_ES.flatMap(({ code, note }) => (note && codes.has(code) ? [[words.tax, note] as const] : []));
  return [...exempt, ...(notes ? [[words.notes, notes] as const] : [])];
}
