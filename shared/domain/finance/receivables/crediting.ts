import type { IsoDate } from '#kernel/date.ts';
import { type Change, createNext, type Stored } from '#kernel/record.ts';
import type { Entry, EntryDraft, EntryLine } from '../ledger/entry.ts';
import { type Gate, post } from '../ledger/gate.ts';
import { type CreditedLine, creditLines, creditTotals, withCredited } from './credit.ts';
import { billId, type CreditNote, CreditNotes, creditNoteSeries, type Invoice, numberIn } from './invoice.ts';
import { issueCreditNote } from './issue.ts';
import { notBefore, settle } from './open-item.ts';

/** What a credit note over an invoice is made from. */
export interface Crediting {
  readonly invoice: Stored<Invoice>;
  readonly credited: readonly CreditedLine[];
  readonly date: IsoDate;
  readonly reason: string;
  readonly returnId?: string;
  /** Cost of goods that came back, for the same entry. */
  readonly costs: readonly EntryLine[];
  /** What asked for it, so that a repeat finds the credit note on the invoice. */
  readonly request: string;
  /** Next number of the series. */
  readonly count: number;
}

export const creditNoteIdOf = (c: Pick<Crediting, 'date' | 'count'>): string => billId(creditNoteSeries(c.date), c.count);

/**
 * The changes that credit an invoice: the numbered corrective invoice with its entry (RD 1619/2012 art. 15), the gate,
 * and `after`, the invoice, whose open amount the credit takes first. The rest stays open on the credit note.
 * @throws DomainError `credit.line` (400), `credit.too_much`, `credit_note.zero`, `credit_note.too_early`, `period.…` (422).
 */
export function creditInvoice(
  crediting: Crediting,
  gate: Stored<Gate> | undefined,
  adjusts: boolean,
): { id: string; note: CreditNote; draft: EntryDraft; after: Stored<Invoice>; created: Change; gate: Change; changes: Change[] } {
  const { invoice, credited, date } = crediting;
  notBefore(date, invoice.date, 'credit_note');
  const series = creditNoteSeries(date);
  const id = creditNoteIdOf(crediting);
  const totals = creditTotals(invoice, credited);
  const { creditNote, draft } = issueCreditNote(
    {
      number: numberIn(series, crediting.count),
      date,
      customerId: invoice.customerId,
      customer: invoice.customer,
      ...(invoice.orderId ? { orderId: invoice.orderId } : {}),
      lines: creditLines(invoice, credited),
      totals,
      pricesIncludeTax: invoice.pricesIncludeTax,
    },
    { reason: crediting.reason, corrects: invoice.id, ...(crediting.returnId ? { returnId: crediting.returnId } : {}) },
    crediting.costs,
  );
  const { entries, change } = post(gate, [draft], adjusts);
  const posted: CreditNote = { ...creditNote, entry: entries[0] as Entry };
  const applied = Math.min(invoice.open, posted.open);
  const note = applied > 0 ? { ...settle(posted, invoice.id, date, applied, 'body'), applied: 1 } : posted;
  const creditNotes = [...(invoice.creditNotes ?? []), { id, request: crediting.request }];
  const marked = { ...withCredited(invoice, credited, totals), creditNotes };
  const after = applied > 0 ? settle(marked, id, date, applied, 'body') : marked;
  const created = createNext(CreditNotes, id, note);
  return { id, note, draft, after, created, gate: change, changes: [created, change] };
}
