import type * as z from 'zod/mini';
import { addDays, type IsoDate } from '#kernel/date.ts';
import { invalid, refused, throwIf } from '#kernel/errors.ts';
import { type Amount, allocate, figuresIn, type Minor, percentOf, unlessBase } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { type Exchange, netsInBase, rateHeld } from '../currencies/exchange-rate.ts';
import { ACCOUNT } from '../ledger/accounts.ts';
import { reversed } from '../ledger/entry.ts';
import type { Posting } from '../ledger/posting.ts';
import { currencyOf, notBefore, openOf, settle } from '../open-items/open-item.ts';
import { billLines, type PurchaseLine, payableOf } from '../open-items/purchase-entry.ts';
import { lastSettled, ofAnotherCurrency, type Settlement } from '../open-items/subledger.ts';
import type { ReceiptMatching } from '../received-goods/receipt-match.ts';
import type { StoredSupplier } from '../suppliers/supplier.ts';
import { purchaseTotals, refusalOfCapitalGood, refusalOfCashBasis, refusalOfDeferredCredit } from '../tax/purchase-tax.ts';
import { registered } from '../tax/received-register.ts';
import { refusalOfInputTax } from '../tax/recipient.ts';
import { taxPercent } from '../tax/vat-es.ts';
import { refusalOfVies } from '../tax/vies.ts';
import { type WithholdingAt, withheldOnPaper } from '../tax/withheld-parts.ts';
import { refusalOfCompanyWithholding } from '../tax/withholding-es.ts';
import { billActions } from './payables-actions.ts';
import {
  type BillInput,
  creditLeft,
  type PurchaseDocument,
  type PurchaseInput,
  type StoredBill,
  type SupplierBill,
  type SupplierCredit,
  withCredit,
} from './supplier-bill.ts';

/** Lines with account, tax code and rate; what the supplier has stands in for what is not told. */
function linesOf({ lines, cashBasis }: PurchaseInput, { supplier, taxDate, exchange, matching }: Received): PurchaseLine[] {
  throwIf(refusalOfCashBasis(cashBasis));
  const nets = netsInBase(
    lines.map(({ net }) => net.minor),
    exchange,
  );
  return lines.map(({ receipt, taxCode = supplier.taxCode, net: { minor }, ...told }, i) => {
    const net = nets[i] ?? 0;
    const { account = receipt ? ACCOUNT.goodsReceivedNotInvoiced : supplier.expenseAccount } = told;
    if (account === undefined)
      throw invalid('bill.account', `Line ${i + 1}: give an account, or the supplier a usual one.`, `body.lines.${i}.account`, {
        line: i + 1,
      });
    throwIf(refusalOfInputTax(taxCode, supplier, `body.lines.${i}`) ?? refusalOfCapitalGood(taxCode, net, `body.lines.${i}`));
    const foreign = exchange ? { foreign: minor } : {};
    const { match, text: goods } = (receipt && matching?.match(receipt, net, `body.lines.${i}`)) ?? {};
    const { text = goods, dimensions } = told;
    return { account, ...defined({ text, match, dimensions }), net, ...foreign, taxCode, percent: taxPercent(taxCode, taxDate) };
  });
}

/** What is on the paper must be what its lines come to (EN 16931 BR-CO-15). */
function requireTotal(stated: Amount | undefined, gross: Minor): void {
  if (stated === undefined || stated.minor === gross) return;
  const { currency } = stated;
  const figures = figuresIn(currency, { total: gross, stated: stated.minor, difference: Math.abs(stated.minor - gross) });
  throw invalid(
    'bill.total',
    `The lines come to ${figures.total} ${currency} with tax, and the paper to ${figures.stated}: ${figures.difference} lie between. Correct the lines or a tax code; cents that the supplier rounded otherwise go on an exempt line of their own, on 669.`,
    'body.total',
    { total: figures.total, stated: figures.stated, difference: figures.difference, ...unlessBase(currency) },
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
  /** Of a paper in a foreign currency. */
  readonly exchange?: Exchange | undefined;
  /** When what it withholds with a code is declared; absent: as it is paid. */
  readonly withholdingAt?: ((code: string) => WithholdingAt) | undefined;
  /** The goods receipts that its lines name. */
  readonly matching?: ReceiptMatching | undefined;
}

/** The amounts of a paper in its own currency. */
function foreignOf(lines: readonly PurchaseLine[], exchange: Exchange, percent: string | undefined) {
  const { net, tax, gross } = purchaseTotals(lines.map(({ foreign = 0, ...line }) => ({ ...line, amount: foreign })));
  const payable = gross - (percent === undefined ? 0 : percentOf(net, percent));
  return { ...rateHeld(exchange, payable), net, tax, gross, payable };
}

/** What both kinds of documents hold, before they are posted. */
function purchaseOf(posting: Posting, received: Received) {
  const { supplier, input, exchange } = received;
  const { reference, date, notes, documentId, total, withholding } = input;
  requireOrder(date, posting.date, 'receivedOn');
  const lines = linesOf(input, received);
  const totals = purchaseTotals(lines.map(({ net, ...line }) => ({ ...line, amount: net })));
  if (totals.gross <= 0) throw refused('bill.zero', 'The total must be above zero. A credit is entered as a credit note.', 'body.lines');
  const withheld = withheldOnPaper(withholding, supplier, { date: received.taxDate, net: totals.net, at: received.withholdingAt });
  const foreign = exchange && foreignOf(lines, exchange, withheld.withheld?.percent);
  requireTotal(total, foreign?.gross ?? totals.gross);
  const { id: supplierId, name: supplierName, taxId: supplierTaxId } = supplier;
  const document = {
    ...{ supplierId, supplierName, ...defined({ supplierTaxId }) },
    ...{ reference, date, receivedOn: posting.date, lines, totals, ...defined({ notes, documentId }) },
    ...withheld,
    ...defined({ foreign }),
  };
  return { ...document, open: payableOf(document), allocations: [] };
}

/** When a bill is due: on one day, or in parts that come to what is owed. */
function dueOf(
  { date, dueDate, dueDates = [] }: z.output<typeof BillInput>,
  { paymentDays }: StoredSupplier,
  document: Pick<PurchaseDocument, 'open' | 'foreign'>,
) {
  const told = dueDates.flatMap(({ amount }) => amount?.minor ?? []);
  const [owed, currency] = [openOf(document), currencyOf(document)];
  const equal = dueDates.length > 0 && told.length === 0;
  const shares = equal ? dueDates.map(() => 1) : told;
  // What is typed comes to what is owed on the paper; the books hold the same shares of theirs.
  const total = equal ? owed : told.reduce((sum, amount) => sum + amount, 0);
  const parts = shares.length > 0 ? allocate(document.open, shares) : [];
  const figures = figuresIn(currency, { owed, total });
  const ascends = dueDates.every((one, i) => i === 0 || (dueDates[i - 1]?.date ?? '') < one.date);
  if (dueDates.length > 0 && (dueDate !== undefined || !ascends || total !== owed || parts.length < dueDates.length))
    throw refused(
      'bill.due_dates',
      `The due dates must follow one another, each with its amount or none with one, and come to ${figures.owed} ${currency}; they come to ${figures.total}.`,
      'body.dueDates',
      { owed: figures.owed, total: figures.total, ...unlessBase(currency) },
    );
  const first = dueDate ?? dueDates[0]?.date ?? addDays(date, paymentDays);
  requireOrder(date, first, 'dueDate');
  if (dueDates.length < 2) return { dueDate: first };
  return { dueDate: first, instalments: dueDates.map((one, i) => ({ date: one.date, amount: parts[i] ?? 0 })) };
}

type Waiting = { readonly limit?: Minor | undefined; readonly isAutomatic?: boolean | undefined };
/**
 * A supplier's bill with its entry.
 * @param limit above which a second person must approve it; absent: none. `exchange` of a paper in a foreign currency; `matching` of
 * goods receipts that its lines name; what is automatic waits for one anyway.
 * @throws DomainError `bill.account`, `bill.total` (400), `bill.zero`, `bill.order`, `bill.due_dates`, `tax.no_rate`, `tax.company_withholding`,
 * `period.…`, and as {@link ReceiptMatching.match} (422).
 */
export function newBill(
  posting: Posting,
  supplier: StoredSupplier,
  input: z.output<typeof BillInput>,
  { limit, isAutomatic, ...received }: Pick<Received, 'exchange' | 'matching' | 'withholdingAt'> & Waiting = {},
): SupplierBill {
  const document = purchaseOf(posting, { supplier, input, taxDate: input.date, ...received });
  for (const [i, { taxCode }] of document.lines.entries()) throwIf(refusalOfVies(taxCode, supplier, input.date, `body.lines.${i}`));
  throwIf(refusalOfCompanyWithholding(document.withheld?.code, supplier.taxId, 'body.withholding'));
  const entry = posting.add(`S/Fra. ${input.reference} ${supplier.name}`, billLines(supplier.id, supplier.account, document), true);
  const due = dueOf(input, supplier, document);
  return { ...document, register: registered(posting), ...due, ...waitOf(document, { limit, isAutomatic }), entry };
}

/** Whether a second person must look at a bill, and why. */
function waitOf({ totals, lines }: Pick<PurchaseDocument, 'totals' | 'lines'>, { limit, isAutomatic }: Waiting) {
  const reasons = [
    ...(limit !== undefined && totals.gross > limit ? (['limit'] as const) : []),
    ...(lines.some(({ match }) => match?.over) ? (['price'] as const) : []),
    ...(isAutomatic ? (['automatic'] as const) : []),
  ];
  if (reasons.length === 0) return {};
  return { needsApproval: true, ...(reasons.join() === 'limit' ? {} : { waitsFor: reasons }) };
}

/**
 * A supplier's credit note with its entry: goods sent back stand on 608, not off 600. The bill that it corrects takes it first, and
 * gives it its rate.
 * @returns with the bill, which has so much less open. @throws DomainError as {@link newBill}, and `allocation.party`, `.currency`, `document.reversed`, `bill.credited` (422).
 */
export function newCredit(
  posting: Posting,
  id: string,
  { input, bill, ...received }: Omit<Received, 'taxDate'> & { readonly bill: StoredBill | undefined },
): { note: SupplierCredit; bill?: SupplierBill; settlements?: readonly Settlement[] } {
  const { supplier } = received;
  // As the bill had it, where nothing else is told.
  const { withholding = bill && ((bill.withheld?.code ?? 'none') as PurchaseInput['withholding']) } = input;
  // What it takes back is declared as the bill was, whatever the company does by now.
  const told = bill?.withheld;
  const withholdingAt = told ? () => told.at ?? 'invoice' : received.withholdingAt;
  const document = purchaseOf(posting, { ...received, withholdingAt, input: { ...input, withholding }, taxDate: bill?.date ?? input.date });
  for (const [i, { taxCode }] of document.lines.entries()) throwIf(refusalOfDeferredCredit(taxCode, `body.lines.${i}`));
  // What a bill withheld is given back, right or wrong.
  if (document.withheld?.code !== bill?.withheld?.code)
    throwIf(refusalOfCompanyWithholding(document.withheld?.code, supplier.taxId, 'body.withholding'));
  const lines = reversed(billLines(supplier.id, supplier.account, document)).map((line) =>
    line.account === ACCOUNT.purchases ? { ...line, account: ACCOUNT.purchaseReturns } : line,
  );
  const entry = posting.add(`S/Abono ${input.reference} ${supplier.name}`, lines, true);
  const note: SupplierCredit = { ...document, register: registered(posting), ...(bill ? { corrects: bill.id } : {}), entry };
  if (!bill) return { note };
  requireCreditable(bill, supplier, document);
  notBefore(posting.date, bill.receivedOn, 'credit_note');
  // What a payment run pays stays as it is: the credit is there for the next one.
  const used = bill.paymentRunId ? 0 : Math.min(openOf(bill), openOf(note));
  const marked = { ...withCredit(bill, note), creditNoteIds: [...(bill.creditNoteIds ?? []), id] };
  if (used === 0) return { note, bill: marked };
  const [taken, after] = [settle(note, bill.id, posting.date, used, 'body'), settle(marked, id, posting.date, used, 'body')];
  return { note: taken, bill: after, settlements: lastSettled(bill.id, after, id, taken) };
}

function requireCreditable(bill: StoredBill, supplier: StoredSupplier, note: Pick<PurchaseDocument, 'totals' | 'foreign'>): void {
  if (bill.supplierId !== supplier.id)
    throw refused('allocation.party', `${bill.id} belongs to another supplier: remove it.`, 'body.corrects', { document: bill.id });
  throwIf(billActions.recordSupplierCreditNote(bill));
  const currency = currencyOf(bill);
  if (currency !== currencyOf(note)) throw ofAnotherCurrency(bill.id, currency, currencyOf(note), 'body.corrects');
  const [left, requested] = [creditLeft(bill), note.foreign?.gross ?? note.totals.gross];
  const told = figuresIn(currency, { left, requested });
  if (requested > left)
    throw refused(
      'bill.credited',
      `Only ${told.left} ${currency} of the bill are left to credit; ${told.requested} is too much.`,
      'body.lines',
      { left: told.left, requested: told.requested, ...unlessBase(currency) },
    );
}

/** No bill is entered twice. @param document what has the number. @throws DomainError `bill.twice` (422). */
export function requireFree({ reference }: Pick<PurchaseInput, 'reference'>, document: string | undefined): void {
  if (document)
    throw refused(
      'bill.twice',
      `The supplier's number ${reference} of that year has been entered already: ${document}. Reverse that one first if it is wrong.`,
      'body.reference',
      { reference, document },
    );
}
