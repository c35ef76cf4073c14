import { payables } from '#api/finance/payables.ts';
import { ageingOf } from '#domain/finance/open-items/ageing.ts';
import { APPROVE, PAY, PAYING } from '#domain/finance/open-items/queues.ts';
import { billActions, PAYABLES, supplierCreditActions } from '#domain/finance/payables/payables-actions.ts';
import { type BillState, billState, type StoredBill, SupplierBills, SupplierCredits } from '#domain/finance/payables/supplier-bill.ts';
import { billView, supplierCreditView } from '#domain/finance/payables/wire.ts';
import { SupplierPayments } from '#domain/finance/supplier-payments/supplier-payment.ts';
import type { Caller } from '#runtime/caller.ts';
import { actionsOf, listQuery, query, recordQuery, serveModule } from '../../platform/service.ts';
import { boughtAssets } from '../assets/asset-store.ts';
import { narrowCredits, openCharges, unapplied } from '../open-items.ts';
import { payerOf } from '../service.ts';
import { getSupplierPayment, getSupplierRefund, listSupplierPayments, listSupplierRefunds } from './payment-queries.ts';
import { getUnbilledReceipts } from './received-goods.ts';
import { getSupplier, getSupplierStatement, listSuppliers } from './supplier-queries.ts';

const { actions } = payables;

const billRow = (bill: StoredBill, { today, caller }: { readonly today: string; readonly caller: Caller }) => ({
  ...billView(bill, today),
  actions: actionsOf(caller, actions, billActions, { ...bill, asker: payerOf(caller) }),
});

export const listSupplierBills = listQuery(
  actions.listSupplierBills,
  SupplierBills,
  billRow,
  ({ query: { state, supplierId: party }, today }) => {
    // What is overdue is open too.
    const isAsked = (is: BillState) => state?.includes(is) || (is === 'overdue' && state?.includes('open'));
    return { party, where: state && ((bill) => isAsked(billState(bill, today)) === true) };
  },
);

export const getSupplierBill = recordQuery(actions.getSupplierBill, SupplierBills, [actions, billActions], async (bill, world) => ({
  ...billRow(bill, world),
  assets: await boughtAssets(world.records, bill, world.company.policies.assetLimit),
}));

export const listSupplierCreditNotes = listQuery(actions.listSupplierCreditNotes, SupplierCredits, supplierCreditView, narrowCredits);

export const getSupplierCreditNote = recordQuery(
  actions.getSupplierCreditNote,
  SupplierCredits,
  [actions, supplierCreditActions],
  supplierCreditView,
);

export const getPayables = query(actions.getPayables, async ({ tenant, records, today: date }) => {
  const [free, held, unappliedCredits] = await Promise.all([
    openCharges(records, PAYABLES, [PAY, PAYING]),
    openCharges(records, PAYABLES, [APPROVE]),
    unapplied(tenant, [SupplierCredits, SupplierPayments]),
  ]);
  const { open, overdue, ageing } = ageingOf([...free.parts, ...held.parts], date);
  const count = free.count + held.count;
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
  listSupplierRefunds,
  getSupplierRefund,
  getPayables,
  getUnbilledReceipts,
});
