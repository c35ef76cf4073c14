import type { IsoDate } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import type { OpenKey } from '#kernel/record.ts';
import type { Due } from './ageing.ts';

/** What asks for money waits here until it is paid, first due first. */
export const PAY = 'pay';
/** Receipts and credit notes that nothing has used up: most are used by the step that makes them, and never come here. */
export const APPLY = 'apply';

/** What a payment run pays waits here for the bank. */
export const PAYING = 'paying';
/** What is above the limit waits here for a second person, first due first. */
export const APPROVE = 'approve';

/** Bills that a line of a bank has made wait here for their paper, by supplier and day: whoever gets it finds the bill. */
export const PAPER = 'paper';
/** A line's own number, which is the bill's until its paper comes. */
const OF_LINE = /^MB-[0-9A-Z]{8}$/;

interface Papered {
  readonly supplierId: string;
  readonly reference: string;
  readonly date: IsoDate;
  readonly documentId?: string;
  readonly reversal?: unknown;
  readonly totals: { readonly gross: Minor };
}

export const awaitsPaper = ({ supplierId, reference, date, documentId, reversal, totals }: Papered, id: string): OpenKey | undefined =>
  documentId === undefined && reversal === undefined && OF_LINE.test(reference)
    ? { queue: PAPER, sort: `${supplierId}#${date}#${id}`, amount: totals.gross }
    : undefined;

export const awaitsPayment = ({ open, dueDate }: Due, id: string): OpenKey | undefined =>
  open > 0 ? { queue: PAY, sort: dueSort(dueDate, id), amount: open } : undefined;

export const awaitsUse = ({ open, date }: { readonly open: Minor; readonly date: IsoDate }, id: string): OpenKey | undefined =>
  open > 0 ? { queue: APPLY, sort: `${date}#${id}`, amount: open } : undefined;

/** Sorts by the due date; of what is open in several parts, by the first of them. */
export const dueSort = (dueDate: IsoDate, id: string, inParts = false): string => `${dueDate}${inParts ? '+' : ''}#${id}`;
/** In a {@link dueSort}: who adds up by due date reads the record itself. */
export const hasParts = (sort: string): boolean => sort[10] === '+';

/** The due date in the sort text of {@link awaitsPayment}. */
export const dueDateIn = (sort: string): IsoDate => sort.slice(0, 10);
