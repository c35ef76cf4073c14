import type { PartOf } from '#domain/finance/banking/match-input.ts';
import { currencyOf, deallocate, notBeforeAny, settle, takenBy } from '#domain/finance/open-items/open-item.ts';
import { ofAnotherCurrency, type Settlement } from '#domain/finance/open-items/subledger.ts';
import { PayablesReversals } from '#domain/finance/open-items/supplier-reversal.ts';
import { supplierCreditActions } from '#domain/finance/payables/payables-actions.ts';
import { type SupplierCredit, SupplierCredits } from '#domain/finance/payables/supplier-bill.ts';
import {
  newSupplierRefund,
  refundShares,
  SupplierRefunds,
  supplierRefundReversal,
} from '#domain/finance/supplier-payments/supplier-refund.ts';
import { Suppliers } from '#domain/finance/suppliers/supplier.ts';
import { assertDefined } from '#kernel/assert.ts';
import { invalid, refused, throwIf } from '#kernel/errors.ts';
import { BASE_CURRENCY } from '#kernel/money.ts';
import { type Change, create, type Stored, update } from '#kernel/record.ts';
import { requirePermission } from '#runtime/caller.ts';
import { notFound } from '#runtime/records.ts';
import { differenceChanges } from '../currencies/differences.ts';
import { lineMoney, type MatchedResult, type Matching } from './match-parts.ts';
import type { Undoing } from './run-undo.ts';

/** The credit notes that are named, each once and of the supplier. @throws DomainError `allocation.twice` (400), `allocation.party` (422). */
async function notesOf({ records }: Matching, { supplierId, credits }: PartOf<'supplier-refund'>, i: number) {
  const at = (k: number) => `body.parts.${i}.credits.${k}.creditNoteId`;
  const ids = credits.map(({ creditNoteId }) => creditNoteId);
  const found = await records.getMany(SupplierCredits, ids);
  return found.map((note, k): Stored<SupplierCredit> => {
    const document = ids[k] ?? '';
    if (!note) throw notFound(SupplierCredits.kind, document, at(k));
    if (ids.indexOf(document) !== k) throw invalid('allocation.twice', `${document} is listed twice: list it once.`, at(k), { document });
    if (note.supplierId !== supplierId)
      throw refused('allocation.party', `${document} belongs to another supplier: remove it.`, at(k), { document });
    throwIf(supplierCreditActions.allocateSupplierCreditNote(note));
    return note;
  });
}

/**
 * What a supplier has paid back, of credit notes that no bill has taken: they are used up by it.
 * @throws DomainError `allocation.…`, `document.reversed`, `document.in_run`, `period.…` (422).
 */
export async function matchSupplierRefund(world: Matching, part: PartOf<'supplier-refund'>, i: number): Promise<MatchedResult> {
  const { records, caller, newId, posting, date, account } = world;
  requirePermission(caller, 'payables.pay');
  const amount = part.credits.reduce((sum, credit) => sum + credit.amount, 0);
  const [money, supplier, notes] = await Promise.all([
    lineMoney(world, amount, undefined, i),
    records.getOrThrow(Suppliers, part.supplierId, `body.parts.${i}.supplierId`),
    notesOf(world, part, i),
  ]);
  notBeforeAny(date, notes);
  const id = newId('srf', String(i));
  const { foreign } = money;
  const currency = foreign?.currency ?? BASE_CURRENCY;
  const settlements: Settlement[] = [];
  const shares = refundShares(
    money.amount,
    part.credits.map((credit) => credit.amount),
  );
  const used = notes.map((note, k): Change => {
    const field = `body.parts.${i}.credits.${k}.amount`;
    if (currencyOf(note) !== currency) throw ofAnotherCurrency(note.id, currencyOf(note), currency, field);
    const taken = part.credits[k]?.amount ?? 0;
    const after = settle<SupplierCredit>(note, id, date, taken, field);
    const credited = after.allocations.at(-1)?.amount ?? 0;
    if (foreign) settlements.push({ charge: id, credit: note.id, currency, foreign: taken, charged: shares[k] ?? 0, credited });
    return update(SupplierCredits, note, after);
  });
  const refund = newSupplierRefund(posting, supplier, { ...money, account: account.account, from: notes.map((note) => note.id) });
  const differences = await differenceChanges(world, { side: 'payable', settlements, document: refund, posting });
  return { parts: [{ as: 'supplier-refund', id, amount }], changes: [create(SupplierRefunds, id, refund), ...used, ...differences] };
}

/** Takes back what a supplier was said to have paid back: its credit notes are there to be used again. Undefined where it was before. */
export async function supplierRefundUndone(world: Undoing, id: string): Promise<readonly Change[] | undefined> {
  const { records, newId, posting, date, reason } = world;
  const refund = await records.getOrThrow(SupplierRefunds, id);
  if (refund.reversal) return undefined;
  const found = await records.getMany(SupplierCredits, refund.from);
  const taken = found.map((note, k) => {
    const credit = assertDefined(note, refund.from[k] ?? '');
    return { note: credit, by: takenBy(credit, id) };
  });
  const reversalId = newId('prv', id);
  const shares = refundShares(
    refund.amount,
    taken.map(({ by: { amount, foreign = amount } }) => foreign),
  );
  const settlements = taken.flatMap(({ note, by: { amount: credited, foreign } }, k): Settlement[] => {
    const { currency } = refund.foreign ?? {};
    if (currency === undefined || foreign === undefined) return [];
    return [{ charge: id, credit: note.id, currency, foreign, charged: shares[k] ?? 0, credited, undone: true }];
  });
  const freed = taken.map(({ note, by }): Change => update(SupplierCredits, note, deallocate(note, id, date, by)));
  const differences = await differenceChanges(world, { side: 'payable', settlements, document: refund, posting });
  return [
    update(SupplierRefunds, refund, { ...refund, reversal: { id: reversalId, date, reason } }),
    create(PayablesReversals, reversalId, supplierRefundReversal(posting, refund, reason)),
    ...freed,
    ...differences,
  ];
}
