import * as z from 'zod/mini';
import { BusinessDate, daysBetween, type IsoDate } from '#kernel/date.ts';
import { type Refusal, refusal } from '#kernel/errors.ts';
import { idWith } from '#kernel/id.ts';
import { BASE_CURRENCY, minorText } from '#kernel/money.ts';
import { writtenText } from '#kernel/written-text.ts';
import type { PaperFacts } from '../bill-proposals/bill-proposal.ts';
import { PAPER } from '../open-items/queues.ts';
import { type SupplierBill, SupplierBills } from '../payables/supplier-bill.ts';

/** The paper of a bill that a line of the bank has made: what is not told is as it was read of the paper. */
export const AttachBillPaper = z.strictObject({
  documentId: idWith('doc'),
  /** The supplier's own number. */
  reference: z.optional(writtenText(40)),
  /** The supplier's own date. */
  date: z.optional(BusinessDate),
});

/** Days between a paper and the bill of it: some are debited weeks after they were issued, and some papers come weeks later. */
export const LATE_PAPER_DAYS = 45;
/** Cents that a paper may round its tax otherwise by. */
const ROUNDED = 2;

type Bill = SupplierBill & { readonly id: string };

/** Whether a bill was made by a line of the bank, and its paper has not come yet. */
export const awaitsItsPaper = (bill: Bill): boolean => SupplierBills.open?.(bill as never, bill.id)?.queue === PAPER;

const sum = (taxes: PaperFacts['taxes'], of: 'base' | 'tax'): number => taxes.reduce((total, each) => total + each[of], 0);
const grossOf = ({ taxes, rounding = 0 }: PaperFacts): number => sum(taxes, 'base') + sum(taxes, 'tax') + rounding;

/** Whether a paper is likely that of a bill of its supplier: as much, in the same currency, about that day. */
export const isLatePaperOf = (facts: PaperFacts, bill: Bill): boolean =>
  awaitsItsPaper(bill) &&
  !facts.isCreditNote &&
  facts.date !== undefined &&
  (facts.currency ?? BASE_CURRENCY) === BASE_CURRENCY &&
  grossOf(facts) === bill.totals.gross &&
  Math.abs(daysBetween(facts.date, bill.date)) <= LATE_PAPER_DAYS;

/** What is known of a paper as it is attached: facts that are believed, or none where nobody could read them. */
interface AttachedPaper {
  readonly reference: string | undefined;
  readonly date: IsoDate | undefined;
  /** It is known to be of another supplier than the bill. */
  readonly isOthers?: boolean | undefined;
  /** Whether it is a credit note, and of which currency, were it read well or not. */
  readonly isCreditNote?: boolean | undefined;
  readonly currency?: string | undefined;
  readonly facts?: PaperFacts | undefined;
}

/** What of a paper is another than the bill's, whatever it comes to. */
function otherThanBill(bill: Bill, { isOthers, isCreditNote, currency = BASE_CURRENCY }: AttachedPaper): Refusal | undefined {
  if (isOthers)
    return refusal(
      'bill_paper.supplier',
      `The paper is of another supplier than the bill, which is of ${bill.supplierName}.`,
      'body.documentId',
      {
        supplier: bill.supplierName,
      },
    );
  if (isCreditNote) return refusal('bill_paper.credit_note', 'The paper is a credit note: enter it as one.', 'body.documentId');
  if (currency === BASE_CURRENCY) return undefined;
  return refusal(
    'bill_paper.currency',
    `The paper is in ${currency} and the bill in ${BASE_CURRENCY}: undo the match of the bank's line and enter the paper.`,
    'body.documentId',
    { paper: currency, bill: BASE_CURRENCY },
  );
}

/** Why a paper is not that of a bill, or cannot be without the bill's being entered anew. */
export function refusalOfPaper(bill: Bill, paper: AttachedPaper): Refusal | undefined {
  const { reference, date, facts } = paper;
  if (!awaitsItsPaper(bill))
    return refusal(
      'bill_paper.bill',
      `${bill.id} awaits no paper: no line of a bank has made it, it has its paper, or it was reversed.`,
      'path.billId',
      {
        document: bill.id,
      },
    );
  const other = otherThanBill(bill, paper);
  if (other) return other;
  if (!(reference && date))
    return refusal('bill_paper.number', 'The number and the date of the paper could not be read: tell both.', 'body.reference');
  if (date > bill.receivedOn || daysBetween(date, bill.date) > LATE_PAPER_DAYS)
    return refusal(
      'bill_paper.date',
      `The paper is of ${date} and the bill was posted on ${bill.receivedOn}: undo the match of the bank's line and enter the paper.`,
      'body.date',
      { date, posted: bill.receivedOn },
    );
  if (!facts || facts.taxes.length === 0) return undefined;
  const [gross, tax] = [grossOf(facts), sum(facts.taxes, 'tax')];
  const booked = bill.totals.taxes.reduce((total, each) => total + each.tax, 0);
  if (gross === bill.totals.gross && Math.abs(tax - booked) <= ROUNDED) return undefined;
  return refusal(
    'bill_paper.amount',
    `The paper comes to ${minorText(gross)} with ${minorText(tax)} of VAT, and the bill to ${minorText(bill.totals.gross)} with ${minorText(booked)}: undo the match of the bank's line and enter the paper.`,
    'body.documentId',
    { paper: minorText(gross), tax: minorText(tax), bill: minorText(bill.totals.gross), booked: minorText(booked) },
  );
}
