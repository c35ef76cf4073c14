import { payables } from '#api/finance/payables.ts';
import { PAYABLES, requireTakers, supplierCreditActions } from '#domain/finance/payables/payables-actions.ts';
import { type StoredBill, SupplierCredits } from '#domain/finance/payables/supplier-bill.ts';
import { supplierCreditView } from '#domain/finance/payables/wire.ts';
import { allocationsOf } from '../allocations.ts';
import { differenceChanges, type World } from '../currencies/differences.ts';

const { actions } = payables;

/** What payments and credit notes of suppliers are used on. */
export const BILLS = allocationsOf(PAYABLES, (world, document, settled) =>
  differenceChanges(world, { side: 'payable', document, ...settled }),
);

const CREDIT_NOTE = {
  type: SupplierCredits,
  id: 'supplierCreditNoteId',
  rules: { allocate: supplierCreditActions.allocateSupplierCreditNote, deallocate: supplierCreditActions.deallocateSupplierCreditNote },
  check: (_: World, _note: object, bills: readonly (StoredBill | undefined)[]) => requireTakers(bills, 'credit'),
  view: supplierCreditView,
};
export const allocateSupplierCreditNote = BILLS.allocate(actions.allocateSupplierCreditNote, CREDIT_NOTE);
export const deallocateSupplierCreditNote = BILLS.deallocate(actions.deallocateSupplierCreditNote, CREDIT_NOTE);
