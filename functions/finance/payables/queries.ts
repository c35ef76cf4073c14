import { payables } from '#api/finance/payables.ts';
import { ageingOf } from '#domain/finance/open-items/ageing.ts';
import { billActions, PAYABLES, supplierCreditActions } from '#domain/finance/payables/payables-actions.ts';
import { APPROVE, billState, PAYING, type StoredBill, SupplierBills, SupplierCredits } from '#domain/finance/payables/supplier-bill.ts';
import { billView, supplierCreditView } from '#domain/finance/payables/wire.ts';
import { SupplierPayments } from '#domain/finance/supplier-payments/supplier-payment.ts';
import type { Caller } from '#runtime/caller.ts';
import { listDated } from '#runtime/dated-list.ts';
import { required } from '#runtime/reads.ts';
import { actionsOf, flowOf, query, serveModule } from '../../platform/service.ts';
import { boughtAssets } from '../assets/asset-store.ts';
import { isOpen, openCharges, unapplied } from '../open-items.ts';
import { payerOf } from '../service.ts';
import { getSupplierPayment, listSupplierPayments } from './payment-queries.ts';
import { getUnbilledReceipts } from './received-goods.ts';
import { getSupplier, getSupplierStatement, listSuppliers } from './supplier-queries.ts';

const { actions } = payables;

const billRow = (bill: StoredBill, today: string, caller: Caller) => ({
  ...billView(bill, today),
  actions: actionsOf(caller, actions, billActions, { ...bill, asker: payerOf(caller) }),
});

export const listSupplierBills = query(
  actions.listSupplierBills,
  async ({ query: input, records, company: { fiscalYears }, today, caller }) => {
    const { state } = input;
    const page = await listDated(records, SupplierBills, fiscalYears, input, {
      party: input.supplierId,
      // What is overdue is open too.
      where:
        state && ((bill) => state.includes(billState(bill, today)) || (state.includes('open') && billState(bill, today) === 'overdue')),
    });
    return { ...page, items: page.items.map((bill) => billRow(bill, today, caller)) };
  },
);

export const getSupplierBill = query(
  actions.getSupplierBill,
  ({ path }) => ({ bill: required(SupplierBills, path.billId, 'path.billId') }),
  async (world) => {
    const { bill, caller, today, company } = world;
    const flow = await flowOf(world, SupplierBills, bill, actions, billActions, { carriers: [bill.id, bill.reversal?.id] });
    return { ...flow, ...billRow(bill, today, caller), assets: await boughtAssets(world.records, bill, company.policies.assetLimit) };
  },
);

export const listSupplierCreditNotes = query(
  actions.listSupplierCreditNotes,
  async ({ query: input, records, company: { fiscalYears } }) => {
    const page = await listDated(records, SupplierCredits, fiscalYears, input, { party: input.supplierId, where: isOpen(input.open) });
    return { ...page, items: page.items.map(supplierCreditView) };
  },
);

export const getSupplierCreditNote = query(
  actions.getSupplierCreditNote,
  ({ path }) => ({ note: required(SupplierCredits, path.supplierCreditNoteId, 'path.supplierCreditNoteId') }),
  async (world) => {
    const { note } = world;
    const carriers = [note.id, note.reversal?.id];
    return { ...supplierCreditView(note), ...(await flowOf(world, SupplierCredits, note, actions, supplierCreditActions, { carriers })) };
  },
);

export const getPayables = query(actions.getPayables, async ({ tenant, records, today: date }) => {
  const [ready, held, paying, unappliedCredits] = await Promise.all([
    openCharges(records, PAYABLES),
    openCharges(records, PAYABLES, APPROVE),
    openCharges(records, PAYABLES, PAYING),
    unapplied(tenant, [SupplierCredits, SupplierPayments]),
  ]);
  const { open, overdue, ageing } = ageingOf([...ready.parts, ...held.parts, ...paying.parts], date);
  const count = ready.count + held.count + paying.count;
  const waiting = held.parts.reduce((sum, part) => sum + part.open, 0);
  // On the books what is owed is a credit, and so negative.
  return { date, openBills: open, overdue, waiting, ageing, unappliedCredits, payable: -PAYABLES.balance(open, unappliedCredits), count };
});

export const handler = serveModule(payables, {
  getSupplier,
  listSuppliers,
  getSupplierStatement,
  listSupplierBills,
  getSupplierBill,
  listSupplierCreditNotes,
  getSupplierCreditNote,
  listSupplierPayments,
  getSupplierPayment,
  getPayables,
  getUnbilledReceipts,
});
