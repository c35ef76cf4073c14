import type { MatchedPart } from '#domain/finance/banking/bank-line.ts';
import type { PartOf } from '#domain/finance/banking/match-input.ts';
import { type CreditNote, CreditNotes, type Invoice, Invoices } from '#domain/finance/receivables/invoice.ts';
import { RECEIVABLES } from '#domain/finance/receivables/subledger.ts';
import { assertDefined } from '#kernel/assert.ts';
import type { IsoDate } from '#kernel/date.ts';
import { prefixOf } from '#kernel/id.ts';
import { type Change, type Stored, update } from '#kernel/record.ts';
import { notFound, type Records } from '#runtime/records.ts';

type Update = Extract<Change, { op: 'update' }>;

/** A record as it will stand after a change, at the revision that the change is made of: one more change of it is made of this. */
export const afterOf = <T>({ before, data }: Update): Stored<T> =>
  ({ ...data, id: before.id, rev: before.rev, history: before.history }) as Stored<T>;
export const isUpdate = (change: Change): change is Update => change.op === 'update';
const invoicesIn = (changes: readonly Change[]): Update[] =>
  changes.filter(isUpdate).filter(({ before }) => prefixOf(before.id) === Invoices.prefix);

/** Later changes in place of earlier ones of the same records: each is changed once in a transaction. */
export function laterInPlace(first: readonly Change[], later: readonly Change[]): Change[] {
  const again = new Set(later.filter(isUpdate).map(({ before }) => before.id));
  return [...first.filter((change) => !isUpdate(change) || !again.has(change.before.id)), ...later];
}

type Credits = NonNullable<PartOf<'receipt'>['credits']>;

/** What of a customer's credit notes goes to invoices: their changes, and the invoices as they stand then. */
export async function creditsUsed(
  records: Records,
  credits: Credits,
  found: readonly (Stored<Invoice> | undefined)[],
  { date, at }: { readonly date: IsoDate; readonly at: string },
): Promise<{ readonly changes: readonly Change[]; readonly found: readonly (Stored<Invoice> | undefined)[] }> {
  if (credits.length === 0) return { changes: [], found };
  const ids = [...new Set(credits.map(({ creditNoteId }) => creditNoteId))];
  const named = [...new Set(credits.map(({ invoiceId }) => invoiceId))];
  const [notes, others] = await Promise.all([records.getMany(CreditNotes, ids), records.getMany(Invoices, named)]);
  const invoices = new Map([...others, ...found].flatMap((invoice) => (invoice ? [[invoice.id, invoice] as const] : [])));
  const changes: Change[] = [];
  for (const [i, note] of notes.entries()) {
    if (!note) throw notFound(CreditNotes.kind, ids[i] ?? '', at);
    const requested = credits.filter(({ creditNoteId }) => creditNoteId === note.id).map(({ invoiceId: id, amount }) => ({ id, amount }));
    const theirs = requested.map(({ id }) => invoices.get(id));
    const used = RECEIVABLES.allocate(note, requested, theirs, date);
    for (const change of invoicesIn(used.changes)) invoices.set(change.before.id, afterOf<Invoice>(change));
    const together = laterInPlace(changes, [update<CreditNote>(CreditNotes, note, used.credit), ...used.changes]);
    changes.splice(0, changes.length, ...together);
  }
  return { changes, found: found.map((invoice) => invoice && invoices.get(invoice.id)) };
}

/** Gives credit notes back what a match used of them, after the receipt beside them was reversed. */
export async function creditsBack(
  records: Records,
  credits: NonNullable<MatchedPart['credits']>,
  reversed: readonly Change[],
  date: IsoDate,
): Promise<readonly Change[]> {
  let changes = reversed;
  for (const { note: noteId, invoice: invoiceId, amount } of credits) {
    const known = changes.filter(isUpdate).map((change) => [change.before.id, change] as const);
    const [noteChange, invoiceChange] = [noteId, invoiceId].map((id) => known.find(([of]) => of === id)?.[1]);
    const note = noteChange ? afterOf<CreditNote>(noteChange) : await records.getOrThrow(CreditNotes, noteId);
    const invoice = invoiceChange ? afterOf<Invoice>(invoiceChange) : assertDefined(await records.get(Invoices, invoiceId), invoiceId);
    // Somebody has used the credit otherwise meanwhile.
    if (RECEIVABLES.refusalOfUnused(note) || !pays(note, invoiceId)) continue;
    const { credit, change } = RECEIVABLES.deallocate(note, invoice, date, amount);
    changes = laterInPlace(changes, [update<CreditNote>(CreditNotes, note, credit), change]);
  }
  return changes;
}

const pays = (note: CreditNote, invoiceId: string): boolean => RECEIVABLES.pays(note, invoiceId);
