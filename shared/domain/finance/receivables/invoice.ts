import * as z from 'zod/mini';
import { Address } from '#kernel/address.ts';
import { addDays, type IsoDate, yearOf } from '#kernel/date.ts';
import { add, decimal, divide, format, multiply } from '#kernel/decimal.ts';
import { IssuedBy } from '#kernel/outside-issuer.ts';
import { PublicOffices } from '#kernel/public-offices.ts';
import { dated, recordType, type ShortNames, type Stored, type Summary, type TaxPaper } from '#kernel/record.ts';
import { list, storedOf } from '#kernel/stored.ts';
import { TaxedLine, TRADE_NAMES, TradeDocument } from '../open-items/document.ts';
import { allocatedBy } from '../open-items/open-item.ts';
import { awaitsPayment, awaitsUse } from '../open-items/queues.ts';
import { taxFactsOf } from '../tax/totals.ts';
import { REVERSE_CHARGE_G, surchargeOf } from '../tax/vat-es.ts';
import { Dispute } from './dispute.ts';
import { ForeignSale } from './foreign-sale.ts';
import { SaleWithheld } from './sale-withheld.ts';
import type { InvoiceForm } from './simplified.ts';

/** An invoice's id is its number: `inv_F2026-000123`, or `inv_FS2026-000123` of a simplified one. */
export const InvoiceId = z
  .string()
  .check(z.regex(/^inv_(F[SG]?(?:[DT][A-Z])?\d{4}-\d{6,9}|AP-[A-Z0-9-]{1,30})$/, 'must be an invoice id such as inv_F2026-000123'));

/** Who stands on an invoice, as they were on that day (RD 1619/2012, art. 6.1.c–e). */
export const Party = z.object({
  name: z.string(),
  taxId: z.exactOptional(z.string()),
  address: z.exactOptional(storedOf(Address)),
  email: z.exactOptional(z.string()),
  offices: z.exactOptional(storedOf(PublicOffices)),
});
export type Party = Readonly<z.output<typeof Party>>;

/** The customer as the invoice shows it, for good. */
export const partyOf = ({
  name,
  taxId,
  address,
  email,
  offices,
}: { [K in keyof Party]: Party[K] | undefined } & { name: string }): Party => ({
  name,
  ...(taxId ? { taxId } : {}),
  ...(address ? { address } : {}),
  ...(email ? { email } : {}),
  ...(offices ? { offices } : {}),
});

export const InvoiceLine = z.extend(TaxedLine, {
  code: z.string(),
  name: z.string(),
  /** `advance`: money that comes before what is sold (account 438). */
  kind: z.enum(['stocked', 'service', 'advance']),
  quantity: z.string(),
  /** Of the quantity, as the item has it; absent: pieces. */
  unit: z.exactOptional(z.string()),
  price: z.string(),
  discount: z.exactOptional(z.string()),
  /** The line of an advance invoice that it takes off: then its net is negative. */
  deducts: z.exactOptional(z.object({ invoiceId: z.string(), line: z.int() })),
  /** It is a part of what is taken off or added to the whole document, at one rate: of what is taken off, its net is negative. */
  adjusts: z.exactOptional(z.enum(['discount', 'charge'])),
  /** Line of the order that it bills. */
  orderLine: z.exactOptional(z.int()),
});
export type InvoiceLine = Readonly<z.output<typeof InvoiceLine>>;

/** The unit price without tax that an invoice must show (art. 6.1.f): where prices include tax, to 4 decimals. */
export function netUnitPrice(
  { price, percent, taxCode = '' }: Pick<InvoiceLine, 'price' | 'percent'> & Partial<Pick<InvoiceLine, 'taxCode'>>,
  pricesIncludeTax: boolean,
): string {
  if (!pricesIncludeTax) return price;
  const hundred = decimal('100');
  const rate = add(decimal(percent), decimal(surchargeOf(taxCode, percent)?.percent ?? '0'));
  return format(divide(multiply(decimal(price), hundred), add(hundred, rate), 4));
}

/** The document that had its number before, and a later day: dates of a series should not run backwards (RD 1619/2012, art. 6.1.a, b). */
export const OutOfOrder = z.object({ number: z.string(), date: z.string() });

/** What a document is numbered by: its place in the series, and the document before it where it was looked at. */
export interface Numbered {
  readonly count: number;
  readonly before?: { readonly number: string; readonly date?: IsoDate | undefined } | undefined;
  /** Place of its record in the chain of Verifactu, where it has one. */
  readonly verifactu?: number | undefined;
}

/** What invoices and credit notes share (EN 16931). Beside `allocations` and `open`, nothing of it ever changes. */
export const BillingDocument = z.extend(TradeDocument, {
  number: z.string(),
  customerId: z.string(),
  customer: Party,
  orderId: z.exactOptional(z.string()),
  lines: list(InvoiceLine),
  foreign: z.exactOptional(ForeignSale),
  /** Income tax that its customer keeps back: it cuts what is owed, never the total. */
  withheld: z.exactOptional(SaleWithheld),
  pricesIncludeTax: z.boolean(),
  outOfOrder: z.exactOptional(OutOfOrder),
  /** Who issued it in the company's name; absent: the company. */
  issuedBy: z.exactOptional(IssuedBy),
  /** Place of its record in the chain of Verifactu; absent: it was issued without one. */
  verifactu: z.exactOptional(z.int()),
  /** Place of the record that cancels that one. */
  verifactuCancelled: z.exactOptional(z.int()),
});
export type BillingDocument = Readonly<z.output<typeof BillingDocument>>;

export const Invoice = z.extend(BillingDocument, {
  dueDate: z.string(),
  shipmentId: z.exactOptional(z.string()),
  /** Day of the operation, where it is not the date of issue (art. 6.1.i). */
  operationDate: z.exactOptional(z.string()),
  /** It ought to name its recipient (art. 6.1.d) and does not: what another system had sold already. */
  recipientMissing: z.exactOptional(z.literal(true)),
  /** Reminders sent so far. */
  reminders: z.exactOptional(z.int()),
  /** Day of the last of them. */
  remindedOn: z.exactOptional(z.string()),
  /** When the customer disputed it, the last of them perhaps still; absent: never. */
  disputes: z.exactOptional(list(Dispute)),
  /** What credit notes have given back: net and quantity by line, tax by code (and rate, where a code has several). Minor units. */
  credited: z.exactOptional(list(z.int())),
  creditedQuantities: z.exactOptional(list(z.string())),
  creditedTaxes: z.exactOptional(z.record(z.string(), z.int())),
  /** The invoices that have taken it off, as money that came in advance: what they took counts as credited. */
  deductedBy: z.exactOptional(list(z.string())),
  /** The credit notes over it. */
  creditNoteIds: z.exactOptional(list(z.string())),
});
export type Invoice = Readonly<z.output<typeof Invoice>>;

/** A corrective invoice (RD 1619/2012, art. 15), in a series of its own. Amounts are positive: it gives back. */
export const CreditNote = z.extend(BillingDocument, {
  /** Invoice that it corrects; absent for a credit without reference. */
  corrects: z.exactOptional(z.string()),
  reason: z.string(),
  returnId: z.exactOptional(z.string()),
});
export type CreditNote = Readonly<z.output<typeof CreditNote>>;

const BILLING_NAMES = {
  ...TRADE_NAMES,
  address: 'Z',
  customer: 'U',
  number: 'Q',
  orderId: 'j',
  orderLine: 'L',
  recipientMissing: 'M',
  verifactu: 'vf',
  verifactuCancelled: 'vc',
} as const satisfies ShortNames;

const billingList = dated<BillingDocument>({
  date: (b) => b.brought?.on ?? b.date,
  party: (b) => b.customerId,
  words: (b) => [b.customer.name, b.customer.taxId, b.brought && b.number],
});
/** How the register of issued invoices shows a document. */
const issuedPaper = (
  { number, date, customer, totals, withheld }: BillingDocument,
  form: TaxPaper['form'],
  sign: TaxPaper['sign'],
  operationDate?: IsoDate,
): TaxPaper => ({
  ...{ book: 'issued', number, date, form, sign, taxes: totals.taxes },
  party: { name: customer.name, taxId: customer.taxId, country: customer.address?.country },
  ...(operationDate ? { operationDate } : {}),
  ...(withheld ? { withheld } : {}),
});
const billingSummary = ({ customer, date, totals }: BillingDocument): Summary => ({
  subtitle: [customer.name, customer.taxId],
  date,
  amount: totals.gross,
});

export const INVOICE_STATES = ['open', 'overdue', 'paid'] as const;
export type InvoiceState = (typeof INVOICE_STATES)[number];
/** @param today the company's business date: what is overdue depends on it. */
export const invoiceState = (invoice: Pick<Invoice, 'open' | 'dueDate'>, today: IsoDate): InvoiceState =>
  invoice.open === 0 ? 'paid' : invoice.dueDate < today ? 'overdue' : 'open';

export const Invoices = recordType<Invoice, InvoiceState>({
  kind: 'invoice',
  prefix: 'inv',
  letter: 'F',
  series: ['F', 'FS', 'FG'],
  data: Invoice,
  short: BILLING_NAMES,
  history: 'all',
  list: billingList,
  open: awaitsPayment,
  state: invoiceState,
  tones: { open: 'warn', overdue: 'bad', paid: 'good' },
  related: (i) => [i.orderId, i.paymentRunId, ...(i.creditNoteIds ?? []), ...allocatedBy(i).keys()],
  summary: billingSummary,
  posts: {
    undo: 'Credit the invoice instead: POST /invoices/{invoiceId}/credit-notes.',
    taxes: ({ totals }) => taxFactsOf('output', totals),
    paper: (invoice) => issuedPaper(invoice, isSimplified(invoice.number) ? 'simplified' : 'full', 1, invoice.operationDate),
  },
  screen: '/invoices',
  icon: 'invoice',
  read: 'invoices.read',
});
export const CREDIT_NOTE_STATES = ['open', 'used'] as const;
export const creditNoteState = ({ open }: Pick<CreditNote, 'open'>): (typeof CREDIT_NOTE_STATES)[number] => (open > 0 ? 'open' : 'used');

export const CreditNotes = recordType<CreditNote, (typeof CREDIT_NOTE_STATES)[number]>({
  kind: 'credit-note',
  prefix: 'crn',
  letter: 'R',
  series: ['R'],
  data: CreditNote,
  short: BILLING_NAMES,
  history: 'all',
  list: billingList,
  open: awaitsUse,
  state: creditNoteState,
  tones: { open: 'warn', used: 'good' },
  related: (n) => [n.corrects, n.paymentRunId, n.returnId, n.orderId, ...allocatedBy(n).keys()],
  summary: billingSummary,
  posts: {
    undo: 'A credit note is final; issue a new invoice instead.',
    links: ({ reason }) => ({ reason }),
    taxes: ({ totals }) => taxFactsOf('output', totals, true),
    paper: (note) => ({
      ...issuedPaper(note, isSimplified(note.corrects?.slice(4) ?? '') ? 'simplified-correction' : 'correction', -1),
      corrects: note.corrects,
    }),
  },
  screen: '/credit-notes',
  icon: 'credit-note',
  read: 'invoices.read',
});
export type StoredInvoice = Stored<Invoice>;
export type StoredCreditNote = Stored<CreditNote>;

/**
 * A series of correlative numbers: one per kind of document and calendar year (RD 1619/2012, arts. 6.1.a and 7.1.a). `FS`: simplified
 * invoices; `FG`: reverse charge of art. 84.Uno.2.º.g) of Ley 37/1992; with the code of an issuer behind it, theirs.
 */
export interface Series {
  readonly letter: string;
  readonly prefix: 'inv' | 'crn';
  readonly year: string;
}
/** What decides a series beside its day. */
interface Numberable {
  readonly form?: InvoiceForm | undefined;
  readonly lines?: readonly Pick<InvoiceLine, 'taxCode'>[] | undefined;
  readonly issuedBy?: Pick<IssuedBy, 'letters'> | undefined;
}
export const invoiceSeries = (date: IsoDate, { form = 'full', lines = [], issuedBy }: Numberable = {}): Series => ({
  letter: `${form === 'simplified' ? 'FS' : lines.some(({ taxCode }) => taxCode === REVERSE_CHARGE_G) ? 'FG' : 'F'}${issuedBy?.letters ?? ''}`,
  prefix: 'inv',
  year: yearOf(date),
});
export const creditNoteSeries = (date: IsoDate, issuedBy?: Pick<IssuedBy, 'letters'>): Series => ({
  letter: `R${issuedBy?.letters ?? ''}`,
  prefix: 'crn',
  year: yearOf(date),
});
/** `F2026-000123` */
export const numberIn = (series: Series, count: number): string => `${series.letter}${series.year}-${String(count).padStart(6, '0')}`;
/** The number is the record's id, so a number can never be given twice: `inv_F2026-000123`. */
export const numberedId = (series: Series, count: number): string => `${series.prefix}_${numberIn(series, count)}`;

/** Whether an invoice is a simplified one: its series says so (art. 7). */
export const isSimplified = (number: string): boolean => /^FS(?:[DT][A-Z])?\d{4}-/.test(number);
/** Whether somebody has still to put the missing recipient right, by crediting the invoice and issuing another. */
export const lacksRecipient = ({ recipientMissing, lines, credited = [] }: Invoice): boolean =>
  recipientMissing === true && lines.some(({ net }, i) => net !== (credited[i] ?? 0));

export const dueDate = (date: IsoDate, paymentDays: number): IsoDate => addDays(date, paymentDays);
