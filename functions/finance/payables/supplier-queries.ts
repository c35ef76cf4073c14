import { payables } from '#api/finance/payables.ts';
import { statementOf } from '#domain/finance/open-items/statement.ts';
import { PayablesReversals } from '#domain/finance/open-items/supplier-reversal.ts';
import { SupplierBills, SupplierCredits } from '#domain/finance/payables/supplier-bill.ts';
import { SupplierPayments } from '#domain/finance/supplier-payments/supplier-payment.ts';
import { SupplierRefunds } from '#domain/finance/supplier-payments/supplier-refund.ts';
import { Suppliers, supplierActions, supplierView } from '#domain/finance/suppliers/supplier.ts';
import { kindOf } from '#domain/kinds.ts';
import { yearOf } from '#kernel/date.ts';
import { numberOf, type RecordType, type Stored } from '#kernel/record.ts';
import { plainQuery } from '#runtime/action.ts';
import { listDated } from '#runtime/dated-list.ts';
import { listRecords } from '#runtime/lists.ts';
import { required } from '#runtime/reads.ts';
import type { Records } from '#runtime/records.ts';
import { actionsOf, query } from '../../platform/service.ts';

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
const MOVING = [
  SupplierBills,
  SupplierCredits,
  SupplierPayments,
  SupplierRefunds,
  PayablesReversals,
] as unknown as readonly RecordType<Moving>[];
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
