import { payables } from '#api/finance/payables.ts';
import { AssetSources, assetSourceId, isAssetAccount } from '#domain/finance/assets/fixed-asset.ts';
import { ageingOf } from '#domain/finance/open-items/ageing.ts';
import { PAY } from '#domain/finance/open-items/queues.ts';
import { statementOf } from '#domain/finance/open-items/statement.ts';
import { billActions, PAYABLES, paymentActions, supplierCreditActions } from '#domain/finance/payables/payables-actions.ts';
import { APPROVE, billState, PAYING, type StoredBill, SupplierBills, SupplierCredits } from '#domain/finance/payables/supplier-bill.ts';
import { billView, paymentView, supplierCreditView } from '#domain/finance/payables/wire.ts';
import { PayablesReversals, SupplierPayments } from '#domain/finance/supplier-payments/supplier-payment.ts';
import { Suppliers, supplierActions, supplierView } from '#domain/finance/suppliers/supplier.ts';
import { kindOf } from '#domain/kinds.ts';
import { yearOf } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import { numberOf, type RecordType, type Stored } from '#kernel/record.ts';
import { plainQuery } from '#runtime/action.ts';
import type { Caller } from '#runtime/caller.ts';
import { listDated } from '#runtime/dated-list.ts';
import { listRecords } from '#runtime/lists.ts';
import { required } from '#runtime/reads.ts';
import type { Records } from '#runtime/records.ts';
import { actionsOf, flowOf, query, serveModule } from '../../platform/service.ts';
import { unapplied } from '../open-items.ts';
import { payerOf } from '../service.ts';
import { openBills } from './open-bills.ts';
import { getUnbilledReceipts } from './unbilled.ts';

const { actions } = payables;

export const getSupplier = plainQuery(actions.getSupplier, async ({ path, records, caller }) => {
  const supplier = await records.getOrThrow(Suppliers, path.supplierId, 'path.supplierId');
  return { ...supplierView(supplier), actions: actionsOf(caller, actions, supplierActions, supplier) };
});

export const listSuppliers = plainQuery(actions.listSuppliers, async ({ query: input, records }) => {
  const page = await listRecords(records, Suppliers, { ...input, buckets: ['all'], words: input.q });
  return { ...page, items: page.items.map(supplierView) };
});

/** What moves a supplier's account. All of these carry an entry with a line of the supplier. */
const MOVING = [SupplierBills, SupplierCredits, SupplierPayments, PayablesReversals] as unknown as readonly RecordType<Moving>[];
interface Moving {
  readonly reference?: string;
  readonly entry: { readonly date: string; readonly lines: readonly { readonly party?: string; readonly amount: number }[] };
}

/** Every document of a supplier up to a day. */
async function movingOf(records: Records, fiscalYears: readonly string[], supplierId: string, to: string): Promise<Stored<Moving>[]> {
  const all = async (type: RecordType<Moving>) => {
    const documents: Stored<Moving>[] = [];
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const page = await listDated(records, type, fiscalYears, { limit: 100, order: 'asc', to, cursor }, { party: supplierId });
      documents.push(...page.items);
      cursor = page.nextCursor;
    }
    return documents;
  };
  return (await Promise.all(MOVING.map(all))).flat();
}

export const getSupplierStatement = query(
  actions.getSupplierStatement,
  ({ path }) => ({ supplier: required(Suppliers, path.supplierId, 'path.supplierId') }),
  async ({ supplier, query: input, records, company, today }) => {
    const { to = today, from = `${yearOf(to)}-01-01` } = input;
    const documents = await movingOf(records, company.fiscalYears, supplier.id, to);
    const owed = ({ entry: { lines } }: Moving) => -lines.reduce((sum, { party, amount }) => sum + (party === supplier.id ? amount : 0), 0);
    const byId = new Map(documents.map((document) => [document.id, document]));
    const { opening, closing, lines } = statementOf(
      documents.map((document) => ({ id: document.id, date: document.entry.date, amount: owed(document) })),
      { from, to },
    );
    const rowOf = ({ id, ...line }: (typeof lines)[number]) => {
      const [type, reference] = [kindOf(id), byId.get(id)?.reference];
      return { id, kind: type?.kind ?? '', number: type ? numberOf(type, id) : id, ...(reference ? { reference } : {}), ...line };
    };
    return { from, to, opening, closing, lines: lines.map(rowOf) };
  },
);

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

/** Its lines on accounts of fixed assets, from the company's limit on; none of a bill that was taken back. */
async function boughtAssets(records: Records, bill: StoredBill, limit: Minor = 0) {
  if (bill.reversal) return [];
  const lines = bill.lines.flatMap(({ account, net }, i) => (isAssetAccount(account) && net > 0 && net >= limit ? [i + 1] : []));
  const sources = await records.getMany(
    AssetSources,
    lines.map((line) => assetSourceId({ billId: bill.id, line })),
  );
  return lines.map((line, i) => ({ line, ...(sources[i] ? { assetId: sources[i].assetId } : {}) }));
}

const isOpen = (asked: string | undefined) =>
  asked === undefined ? undefined : ({ open }: { readonly open: number }) => String(open > 0) === asked;

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

export const listSupplierPayments = query(actions.listSupplierPayments, async ({ query: input, records, company: { fiscalYears } }) => {
  const page = await listDated(records, SupplierPayments, fiscalYears, input, { party: input.supplierId, where: isOpen(input.open) });
  return { ...page, items: page.items.map(paymentView) };
});

export const getSupplierPayment = query(
  actions.getSupplierPayment,
  ({ path }) => ({ payment: required(SupplierPayments, path.paymentId, 'path.paymentId') }),
  async (world) => {
    const { payment } = world;
    const carriers = [payment.id, payment.reversal?.id];
    return { ...paymentView(payment), ...(await flowOf(world, SupplierPayments, payment, actions, paymentActions, { carriers })) };
  },
);

export const getPayables = query(actions.getPayables, async ({ tenant, records, today: date }) => {
  const [ready, held, paying, unappliedCredits] = await Promise.all([
    openBills(records, PAY),
    openBills(records, APPROVE),
    openBills(records, PAYING),
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
