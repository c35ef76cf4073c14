import type * as z from 'zod/mini';
import { addDays, type IsoDate, latest, monthOf } from '#kernel/date.ts';
import { invalid, refused, throwIf } from '#kernel/errors.ts';
import { allocate, type Minor, minorText, percentOf } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { type Change, createNext, type Stored } from '#kernel/record.ts';
import { ACCOUNT } from '../ledger/accounts.ts';
import { type EntryLine, reversed } from '../ledger/entry.ts';
import type { Posting } from '../ledger/posting.ts';
import { notBefore, settle } from '../open-items/open-item.ts';
import { costsOf, inputTaxLines, purchaseFacts, purchaseTotals, refusalOfCapitalGood } from '../tax/purchase-tax.ts';
import { refusalOfInputTax } from '../tax/recipient.ts';
import { taxPercent } from '../tax/vat-es.ts';
import { withholdingPercent } from '../tax/withholding-es.ts';
import { refusalOfAllCredited, refusalOfTakenBack } from './payables-actions.ts';
import type { StoredSupplier } from './supplier.ts';
import {
  type BillInput,
  BillNumbers,
  billNumberId,
  type PurchaseDocument,
  type PurchaseInput,
  type PurchaseLine,
  payableOf,
  type StoredBill,
  type SupplierBill,
  type SupplierCredit,
  SupplierCredits,
  takeBackDraft,
} from './supplier-bill.ts';
import type { PayablesReversal, SupplierPayment } from './supplier-payment.ts';

/** Bills and credit notes of a company are numbered by one shard of their month: their posting is opened with this. */
export const REGISTER = 'received-bills';
const SERIES = 'FR';

/** Lines with account, tax code and rate; what the supplier has stands in for what is not told. */
function linesOf({ lines }: PurchaseInput, supplier: StoredSupplier, taxDate: IsoDate): PurchaseLine[] {
  return lines.map(({ account = supplier.expenseAccount, taxCode = supplier.taxCode, net, text }, i) => {
    if (account === undefined)
      throw invalid('bill.account', `Line ${i + 1}: give an account, or the supplier a usual one.`, `body.lines.${i}.account`, {
        line: i + 1,
      });
    throwIf(refusalOfInputTax(taxCode, supplier, `body.lines.${i}`) ?? refusalOfCapitalGood(taxCode, net, `body.lines.${i}`));
    return { account, ...defined({ text }), net, taxCode, percent: taxPercent(taxCode, taxDate) };
  });
}

/** Income tax withheld: as it was told, else as the supplier has it on the day of the bill. */
function withheldOf(told: PurchaseInput['withholding'], { withholding }: StoredSupplier, date: IsoDate, net: Minor) {
  const inForce = withholding && withholding.from <= date && date <= (withholding.to ?? date) ? withholding.code : 'none';
  const code = told ?? inForce;
  if (code === 'none') return {};
  const percent = withholdingPercent(code, date);
  if (percent === undefined)
    throw refused('tax.no_rate', `The tax code ${code} has no rate on ${date}. Use another code or another date.`, 'body.withholding', {
      taxCode: code,
      date,
    });
  return { withheld: { code, percent, amount: percentOf(net, percent) } };
}

/**
 * Dr expense by account, with the tax that is not deducted; Dr 472 by code, Cr 477 what its buyer charges itself; Cr 4751 what is
 * withheld, Cr 400 or 410 what is owed.
 */
export function billLines(
  supplierId: string,
  account: string,
  document: Pick<PurchaseDocument, 'lines' | 'totals' | 'withheld'>,
): EntryLine[] {
  const { lines, totals, withheld } = document;
  const nets = new Map<string, Minor>();
  for (const line of lines) nets.set(line.account, (nets.get(line.account) ?? 0) + line.net);
  for (const [code, cost] of costsOf(totals.taxes, lines)) nets.set(code, (nets.get(code) ?? 0) + cost);
  return [
    ...[...nets].map(([code, amount]) => ({ account: code, amount })),
    ...inputTaxLines(totals.taxes),
    ...(withheld ? [{ account: ACCOUNT.withheld, amount: -withheld.amount, tax: withheld.code }] : []),
    { account, amount: -payableOf(document), party: supplierId },
  ].filter(({ amount }) => amount !== 0);
}

/** What is on the paper must be what its lines come to (EN 16931 BR-CO-15). */
function requireTotal(stated: Minor | undefined, gross: Minor): void {
  if (stated === undefined || stated === gross) return;
  const [total, told, difference] = [minorText(gross), minorText(stated), minorText(Math.abs(stated - gross))];
  throw invalid(
    'bill.total',
    `The lines come to ${total} EUR with tax, and the paper to ${told}: ${difference} lie between. Correct the lines or a tax code; cents that the supplier rounded otherwise go on an exempt line of their own, on 669.`,
    'body.total',
    { total, stated: told, difference },
  );
}

/** Nothing is received or due before the day that is on the paper. */
function requireOrder(date: IsoDate, later: IsoDate, field: 'receivedOn' | 'dueDate'): void {
  if (later < date)
    throw refused('bill.order', `The bill is of ${date}, and ${later} is before that: correct one of the days.`, `body.${field}`, {
      date,
      later,
      why: field === 'dueDate' ? 'due' : 'received',
    });
}

interface Received {
  readonly supplier: StoredSupplier;
  readonly input: PurchaseInput;
  /** The day whose rates it is at: its own, or that of the bill that it corrects. */
  readonly taxDate: IsoDate;
}

/** What both kinds of documents hold, before they are posted. */
function purchaseOf(posting: Posting, { supplier, input, taxDate }: Received) {
  const { reference, date, notes, total, withholding } = input;
  requireOrder(date, posting.date, 'receivedOn');
  const lines = linesOf(input, supplier, taxDate);
  const totals = purchaseTotals(lines.map(({ net, ...line }) => ({ ...line, amount: net })));
  if (totals.gross <= 0) throw refused('bill.zero', 'The total must be above zero. A credit is entered as a credit note.', 'body.lines');
  requireTotal(total, totals.gross);
  const { id: supplierId, name: supplierName, taxId: supplierTaxId } = supplier;
  const document = {
    ...{ supplierId, supplierName, ...defined({ supplierTaxId }) },
    ...{ reference, date, receivedOn: posting.date, lines, totals, ...defined({ notes }) },
    ...withheldOf(withholding, supplier, taxDate, totals.net),
  };
  return { ...document, open: payableOf(document), allocations: [] };
}

/** When a bill is due: on one day, or in parts that come to what is owed. */
function dueOf({ date, dueDate, dueDates = [] }: z.output<typeof BillInput>, { paymentDays }: StoredSupplier, owed: Minor) {
  const told = dueDates.flatMap(({ amount }) => amount ?? []);
  const equal = dueDates.length > 0 && told.length === 0;
  const parts = equal
    ? allocate(
        owed,
        dueDates.map(() => 1),
      )
    : told;
  const total = parts.reduce((sum, amount) => sum + amount, 0);
  const ascends = dueDates.every((one, i) => i === 0 || (dueDates[i - 1]?.date ?? '') < one.date);
  if (dueDates.length > 0 && (dueDate !== undefined || !ascends || total !== owed || parts.length < dueDates.length))
    throw refused(
      'bill.due_dates',
      `The due dates must follow one another, each with its amount or none with one, and come to ${minorText(owed)} EUR; they come to ${minorText(total)}.`,
      'body.dueDates',
      { owed: minorText(owed), total: minorText(total) },
    );
  const first = dueDate ?? dueDates[0]?.date ?? addDays(date, paymentDays);
  requireOrder(date, first, 'dueDate');
  if (dueDates.length < 2) return { dueDate: first };
  return { dueDate: first, instalments: dueDates.map((one, i) => ({ date: one.date, amount: parts[i] ?? 0 })) };
}

/** The next place in the register of the month: `FR2026-11-00045`. */
const registered = (posting: Posting): string => `${SERIES}${posting.date.slice(0, 7)}-${String(posting.count(SERIES)).padStart(5, '0')}`;

/**
 * A supplier's bill with its entry.
 * @param limit above which a second person must approve it; absent: none.
 * @throws DomainError `bill.account`, `bill.total` (400), `bill.zero`, `bill.order`, `bill.due_dates`, `tax.no_rate`, `period.…` (422).
 */
export function newBill(
  posting: Posting,
  supplier: StoredSupplier,
  input: z.output<typeof BillInput>,
  limit: Minor | undefined,
): SupplierBill {
  const document = purchaseOf(posting, { supplier, input, taxDate: input.date });
  const entry = posting.add(`S/Fra. ${input.reference} ${supplier.name}`, billLines(supplier.id, supplier.account, document), true);
  const due = dueOf(input, supplier, document.open);
  const waits = limit !== undefined && document.totals.gross > limit;
  return { ...document, register: registered(posting), ...due, ...(waits ? { needsApproval: true } : {}), entry };
}

export interface SupplierCreditResult {
  readonly note: SupplierCredit;
  /** The bill that it corrects, with so much less open. */
  readonly bill?: SupplierBill;
}

/**
 * A supplier's credit note with its entry: goods sent back stand on 608, not off 600. The bill that it corrects takes it first.
 * @throws DomainError as {@link newBill}, and `allocation.party`, `document.reversed`, `bill.credited` (422).
 */
export function newCredit(
  posting: Posting,
  id: string,
  { supplier, input, bill }: Omit<Received, 'taxDate'> & { readonly bill: StoredBill | undefined },
): SupplierCreditResult {
  // As the bill had it, where nothing else is told.
  const { withholding = bill && ((bill.withheld?.code ?? 'none') as PurchaseInput['withholding']) } = input;
  const document = purchaseOf(posting, { supplier, input: { ...input, withholding }, taxDate: bill?.date ?? input.date });
  const lines = reversed(billLines(supplier.id, supplier.account, document)).map((line) =>
    line.account === ACCOUNT.purchases ? { ...line, account: ACCOUNT.purchaseReturns } : line,
  );
  const entry = posting.add(`S/Abono ${input.reference} ${supplier.name}`, lines, true);
  const note: SupplierCredit = { ...document, register: registered(posting), ...(bill ? { corrects: bill.id } : {}), entry };
  if (!bill) return { note };
  requireCreditable(bill, supplier, document.totals.gross);
  notBefore(posting.date, bill.receivedOn, 'credit_note');
  // What a payment run pays stays as it is: the credit is there for the next one.
  const used = bill.paymentRunId ? 0 : Math.min(bill.open, note.open);
  const marked = {
    ...bill,
    credited: (bill.credited ?? 0) + document.totals.gross,
    creditNoteIds: [...(bill.creditNoteIds ?? []), id],
  };
  if (used === 0) return { note, bill: marked };
  return { note: settle(note, bill.id, posting.date, used, 'body'), bill: settle(marked, id, posting.date, used, 'body') };
}

function requireCreditable(bill: StoredBill, supplier: StoredSupplier, gross: Minor): void {
  if (bill.supplierId !== supplier.id)
    throw refused('allocation.party', `${bill.id} belongs to another supplier: remove it.`, 'body.corrects', { document: bill.id });
  throwIf(refusalOfTakenBack(bill, 'body.corrects') ?? refusalOfAllCredited(bill));
  const left = bill.totals.gross - (bill.credited ?? 0);
  if (gross > left)
    throw refused(
      'bill.credited',
      `Only ${minorText(left)} EUR of the bill are left to credit; ${minorText(gross)} is too much.`,
      'body.lines',
      { left: minorText(left), requested: minorText(gross) },
    );
}

/**
 * The claim of a supplier's number for a document, so that no bill is entered twice.
 * @throws DomainError `bill.twice` (422).
 */
export function numberClaim(
  kind: 'bil' | 'scn',
  documentId: string,
  input: PurchaseInput,
  taken: Stored<{ readonly documentId: string }> | undefined,
): Change {
  if (taken)
    throw refused(
      'bill.twice',
      `The supplier's number ${input.reference} of that year has been entered already: ${taken.documentId}. Reverse that one first if it is wrong.`,
      'body.reference',
      { reference: input.reference, document: taken.documentId },
    );
  return createNext(BillNumbers, billNumberId(kind, input), { documentId });
}

type Reversible = PurchaseDocument | SupplierPayment;

/** The document that takes another back, with the entry of that one with debits and credits exchanged. */
export function reversalOf(posting: Posting, document: Stored<Reversible>, reason: string): PayablesReversal {
  const dated = 'receivedOn' in document ? document.receivedOn : document.date;
  notBefore(posting.date, latest(dated, ...document.allocations.map(({ date }) => date)), 'reversal');
  const { supplierId, supplierName, entry, id: documentId } = document;
  const { text, lines } = takeBackDraft(entry, posting.date);
  return {
    ...{ date: posting.date, documentId, supplierId, supplierName, reason, entry: posting.add(text, lines, 'totals' in document) },
    ...('totals' in document ? { taxes: takenBackTaxes(document, posting.date), paper: takenBackPaper(document) } : {}),
  };
}

/** The register shows what is taken back once more, with the opposite sign. */
function takenBackPaper(document: Stored<PurchaseDocument>) {
  const isCredit = document.id.startsWith(SupplierCredits.prefix);
  const { reference: number, date, register, supplierName: name, supplierTaxId: taxId, totals, withheld } = document;
  return {
    ...({ book: 'received', form: 'correction', sign: isCredit ? 1 : -1 } as const),
    ...{ number, date, register, party: { name, ...defined({ taxId }) }, taxes: totals.taxes },
    ...defined({ withheld }),
  };
}

/**
 * What a bill or credit note posted of each tax, with the opposite sign. In its own month it was never there; later on it is a
 * rectification (boxes 14, 15, 40, 41), since the boxes of its operation cannot be negative.
 */
const takenBackTaxes = (document: Stored<PurchaseDocument>, date: IsoDate) =>
  purchaseFacts(document, document.id.startsWith(SupplierCredits.prefix)).map((fact) => ({
    ...fact,
    base: -fact.base,
    tax: -fact.tax,
    ...(monthOf(date) > monthOf(document.receivedOn) ? { corrects: true } : {}),
  }));

/** A bill or credit note that was taken back: nothing of it is open, and its number is free again. */
export const takenBack = <T extends PurchaseDocument>(document: Stored<T>, id: string, { date, reason }: PayablesReversal): T => ({
  ...settle(document, id, date, document.open, 'path'),
  reversal: { id, date, reason },
});
