import type { MatchedPart } from '#domain/finance/banking/bank-line.ts';
import type { PartOf } from '#domain/finance/banking/match-input.ts';
import { notBeforeAny, type OpenItem } from '#domain/finance/open-items/open-item.ts';
import { requireTakers } from '#domain/finance/open-items/payable.ts';
import type { Allotment, Settlement, Subledger } from '#domain/finance/open-items/subledger.ts';
import { PAYABLES, supplierCreditActions } from '#domain/finance/payables/payables-actions.ts';
import { type StoredBill, type SupplierBill, type SupplierCredit, SupplierCredits } from '#domain/finance/payables/supplier-bill.ts';
import { type CreditNote, CreditNotes, type Invoice } from '#domain/finance/receivables/invoice.ts';
import { creditNoteActions } from '#domain/finance/receivables/receivables-actions.ts';
import { RECEIVABLES } from '#domain/finance/receivables/subledger.ts';
import { assertDefined } from '#kernel/assert.ts';
import type { IsoDate } from '#kernel/date.ts';
import { type Refusal, throwIf } from '#kernel/errors.ts';
import { prefixOf } from '#kernel/id.ts';
import { type Change, type RecordType, type Stored, update } from '#kernel/record.ts';
import { notFound, type Records } from '#runtime/records.ts';

type Update = Extract<Change, { op: 'update' }>;
export const isUpdate = (change: Change): change is Update => change.op === 'update';

/** A record as it will stand after a change, at the revision that the change is made of: one more change of it is made of this. */
export const afterOf = <T>({ before, data }: Update): Stored<T> =>
  ({ ...data, id: before.id, rev: before.rev, history: before.history }) as Stored<T>;

/** Later changes in place of earlier ones of the same records: each is changed once in a transaction. */
export function laterInPlace(first: readonly Change[], later: readonly Change[]): Change[] {
  const again = new Set(later.filter(isUpdate).map(({ before }) => before.id));
  return [...first.filter((change) => !isUpdate(change) || !again.has(change.before.id)), ...later];
}

type Dated = OpenItem & { readonly date: IsoDate; readonly paymentRunId?: string };
/** What of a credit note goes to an invoice, or to a bill. */
interface CreditUse {
  readonly note: string;
  readonly charge: string;
  readonly amount: number;
}

/** Credit notes of one side of what is owed, and what they are taken off. */
interface CreditSide<Charge extends Dated, Note extends Dated> {
  readonly ledger: Subledger<Charge, Note>;
  readonly notes: RecordType<Note>;
  readonly refusalOfNote: (note: Stored<Note>) => Refusal | undefined;
  readonly check?: (charges: readonly (Stored<Charge> | undefined)[]) => void;
}

const ofCustomers: CreditSide<Invoice, CreditNote> = {
  ledger: RECEIVABLES,
  notes: CreditNotes,
  refusalOfNote: creditNoteActions.allocateCreditNote,
};
const ofSuppliers: CreditSide<SupplierBill, SupplierCredit> = {
  ledger: PAYABLES,
  notes: SupplierCredits,
  refusalOfNote: supplierCreditActions.allocateSupplierCreditNote,
  check: (bills) => requireTakers(bills as readonly (StoredBill | undefined)[], 'credit'),
};

interface Used<Charge> {
  readonly changes: readonly Change[];
  /** What is paid besides, as it stands then. */
  readonly found: readonly (Stored<Charge> | undefined)[];
  /** What was settled in a foreign currency. */
  readonly settlements: readonly Settlement[];
}

/** On which day, in which currency where that is not the one of the books, and the field that names the credit notes. */
interface Told {
  readonly date: IsoDate;
  readonly currency?: string | undefined;
  readonly at: string;
}

/** What of credit notes is used: their changes, and what they are taken off as it stands then. */
async function used<Charge extends Dated, Note extends Dated>(
  records: Records,
  { ledger, notes: type, refusalOfNote, check }: CreditSide<Charge, Note>,
  uses: readonly CreditUse[],
  { found, date, currency, at }: Told & Pick<Used<Charge>, 'found'>,
): Promise<Used<Charge>> {
  if (uses.length === 0) return { changes: [], found, settlements: [] };
  const ids = [...new Set(uses.map(({ note }) => note))];
  const named = [...new Set(uses.map(({ charge }) => charge))];
  const [notes, others] = await Promise.all([records.getMany(type, ids), records.getMany(ledger.charges, named)]);
  const charges = new Map([...others, ...found].flatMap((charge) => (charge ? [[charge.id, charge] as const] : [])));
  const settlements: Settlement[] = [];
  let changes: Change[] = [];
  for (const [i, note] of notes.entries()) {
    if (!note) throw notFound(type.kind, ids[i] ?? '', at);
    throwIf(refusalOfNote(note));
    const requested = uses
      .filter((use) => use.note === note.id)
      .map(({ charge: id, amount }): Allotment => ({ id, amount, ...(currency === undefined ? {} : { currency }) }));
    const theirs = requested.map(({ id }) => charges.get(id));
    check?.(theirs);
    notBeforeAny(date, [note, ...theirs]);
    const after = ledger.allocate(note, requested, theirs, date);
    for (const change of after.changes.filter(isUpdate)) charges.set(change.before.id, afterOf<Charge>(change));
    changes = laterInPlace(changes, [update(type, note, after.credit as Note), ...after.changes]);
    settlements.push(...after.settlements);
  }
  return { changes, found: found.map((charge) => charge && charges.get(charge.id)), settlements };
}

/** What of a customer's credit notes goes to invoices. @throws DomainError `allocation.…`, `document.in_run` (422). */
export const creditsUsed = (
  records: Records,
  credits: NonNullable<PartOf<'receipt'>['credits']>,
  told: Told & Pick<Used<Invoice>, 'found'>,
) =>
  used(
    records,
    ofCustomers,
    credits.map(({ creditNoteId: note, invoiceId: charge, amount }) => ({ note, charge, amount })),
    told,
  );

/** What of a supplier's credit notes goes to bills. @throws DomainError as {@link creditsUsed}, and `document.reversed` (422). */
export const supplierCreditsUsed = (
  records: Records,
  credits: NonNullable<PartOf<'payment'>['credits']>,
  told: Told & Pick<Used<SupplierBill>, 'found'>,
) =>
  used(
    records,
    ofSuppliers,
    credits.map(({ creditNoteId: note, billId: charge, amount }) => ({ note, charge, amount })),
    told,
  );

type Kept = NonNullable<MatchedPart['credits']>;

/** Gives credit notes back what a match used of them, on top of other changes. */
async function givenBack<Charge extends Dated, Note extends Dated>(
  records: Records,
  { ledger, notes: type }: CreditSide<Charge, Note>,
  credits: Kept,
  { first, date }: { readonly first: readonly Change[]; readonly date: IsoDate },
): Promise<Pick<Used<Charge>, 'changes' | 'settlements'>> {
  let changes = first;
  const settlements: Settlement[] = [];
  for (const { note: noteId, invoice: chargeId, amount } of credits) {
    const known = new Map(changes.filter(isUpdate).map((change) => [change.before.id, change] as const));
    const [noteChange, chargeChange] = [known.get(noteId), known.get(chargeId)];
    const note = noteChange ? afterOf<Note>(noteChange) : await records.getOrThrow(type, noteId);
    const charge = chargeChange ? afterOf<Charge>(chargeChange) : assertDefined(await records.get(ledger.charges, chargeId), chargeId);
    // Somebody has used the credit otherwise meanwhile.
    if (ledger.refusalOfUnused(note) || !ledger.pays(note, chargeId)) continue;
    const after = ledger.deallocate(note, charge, date, amount);
    changes = laterInPlace(changes, [update(type, note, after.credit as Note), after.change]);
    settlements.push(...after.settlements);
  }
  return { changes, settlements };
}

/** The side that credit notes of a match are of. */
const sideOf = ([first]: Kept): CreditSide<Dated, Dated> =>
  (first !== undefined && prefixOf(first.note) === SupplierCredits.prefix ? ofSuppliers : ofCustomers) as unknown as CreditSide<
    Dated,
    Dated
  >;

/**
 * Gives credit notes back what a match used of them, after the money beside them was reversed.
 * @param reversed what reverses the money, given what is undone in a foreign currency beside it.
 */
export async function creditsBack(
  records: Records,
  credits: Kept,
  date: IsoDate,
  reversed: (beside: readonly Settlement[]) => Promise<readonly Change[]>,
): Promise<readonly Change[]> {
  if (credits.length === 0) return reversed([]);
  const side = sideOf(credits);
  // What the credit notes settled is theirs alone: it is the same before the money is reversed.
  const { settlements } = await givenBack(records, side, credits, { first: [], date });
  return (await givenBack(records, side, credits, { first: await reversed(settlements), date })).changes;
}
