import { Customers, CustomerTaxIds, customerTaxId, type StoredCustomer } from '#domain/crm/customers/customer.ts';
import type { ItemAccount } from '#domain/finance/ledger/item-rows.ts';
import {
  type BroughtItem,
  broughtBill,
  broughtCredit,
  broughtInvoice,
  broughtSupplierCredit,
  type OpeningPart,
  OpeningParts,
  type OpeningRecord,
  Openings,
  openingPartId,
  type StoredOpening,
} from '#domain/finance/ledger/opening-record.ts';
import { BillNumbers, paperNumber } from '#domain/finance/open-items/paper-number.ts';
import { SupplierBills, SupplierCredits } from '#domain/finance/payables/supplier-bill.ts';
import { CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import { type StoredSupplier, type Supplier, Suppliers, SupplierTaxIds, supplierTaxId } from '#domain/finance/suppliers/supplier.ts';
import type { Minor } from '#kernel/money.ts';
import { type Change, type Changes, createNext, remove, update } from '#kernel/record.ts';
import { type BatchedOperation, batchesOf } from '#runtime/batched.ts';
import type { Records } from '#runtime/records.ts';
import { isClaim } from '../paper-numbers.ts';
import { adjustExposure } from '../receivables/exposure.ts';
import type { ItemParty } from './item-parties.ts';
import type { Brings } from './opening-items.ts';

/** Rows of one transaction: each is a document, and its customer's exposure or, of before, the claim of its number. */
const PART_ROWS = 44;

/** What one transaction makes: customers and suppliers, or documents. */
export type Work = { readonly party: ItemParty } | { readonly item: BroughtItem };

/** Whom the opening creates comes first. */
export const worksOf = ({ items, parties }: Brings): readonly (readonly Work[])[] => [
  ...batchesOf(
    [...parties.values()].filter(({ record }) => record === undefined).map((party) => ({ party })),
    PART_ROWS,
  ),
  ...batchesOf(
    items.map((item) => ({ item })),
    PART_ROWS,
  ),
];

const isReceivable = ({ id }: Pick<BroughtItem, 'id'>): boolean => id.startsWith('inv') || id.startsWith('crn');
const isCredit = ({ id }: Pick<BroughtItem, 'id'>): boolean => id.startsWith('crn') || id.startsWith('scn');

function partyChanges({ side, id, name, taxId, account, paymentDays }: ItemParty): Change[] {
  if (side === 'customer')
    return [
      createNext(Customers, id, { name, taxId, paymentDays }),
      createNext(CustomerTaxIds, customerTaxId(taxId, id), { customerId: id }),
    ];
  const supplier: Supplier = { name, taxId, paymentDays, account: account as Exclude<ItemAccount, '430'>, taxCode: 'IVA-G' };
  return [createNext(Suppliers, id, supplier), createNext(SupplierTaxIds, supplierTaxId(taxId) ?? '', { supplierId: id })];
}

/** The documents of a part, with what their customers have at risk. */
export async function itemChanges(
  records: Records,
  opening: Pick<StoredOpening, 'id' | 'date'>,
  items: readonly BroughtItem[],
): Promise<Change[]> {
  const [customers, suppliers] = await partiesOf(records, items);
  const made = items.flatMap((item): Change[] => {
    const customer = customers.get(item.party);
    const supplier = suppliers.get(item.party);
    if (customer)
      return [
        isCredit(item)
          ? createNext(CreditNotes, item.id, broughtCredit(opening, item, customer))
          : createNext(Invoices, item.id, broughtInvoice(opening, item, customer)),
      ];
    if (!supplier) throw new Error(`nobody ${item.party} to bring ${item.id} to`);
    return [
      isCredit(item)
        ? createNext(SupplierCredits, item.id, broughtSupplierCredit(opening, item, supplier))
        : createNext(SupplierBills, item.id, broughtBill(opening, item, supplier)),
      ...claimApart(records.tenant, item),
    ];
  });
  return [...made, ...(await exposures(records, items, customers, 1))];
}

const numberOf = (item: BroughtItem): string => paperNumber(kindOf(item), item.party, { date: item.date, reference: item.number });
const kindOf = (item: BroughtItem) => (isCredit(item) ? 'scn' : 'bil');

/** The claim of a supplier's number that a document does not hold by its id: of an opening of before, which is restored as it was. */
const claimApart = (tenant: string, item: BroughtItem): Change[] =>
  isClaim(tenant, kindOf(item), numberOf(item), item.id) ? [] : [createNext(BillNumbers, numberOf(item), { documentId: item.id })];

/** Claims apart go with what had them. */
async function claimRemovals(records: Records, items: readonly BroughtItem[]): Promise<Change[]> {
  const own = items.filter((item) => !isReceivable(item));
  const found = await records.getMany(BillNumbers, own.map(numberOf));
  return found.flatMap((claim, i) => (claim && claim.documentId === own[i]?.id ? [remove(BillNumbers, claim)] : []));
}

async function partiesOf(records: Records, items: readonly BroughtItem[]) {
  const ids = (receivable: boolean) => [...new Set(items.flatMap((item) => (isReceivable(item) === receivable ? [item.party] : [])))];
  const [customers, suppliers] = await Promise.all([records.getMany(Customers, ids(true)), records.getMany(Suppliers, ids(false))]);
  const byId = <P extends { readonly id: string }>(found: readonly (P | undefined)[]) =>
    new Map(found.flatMap((party) => (party ? [[party.id, party] as const] : [])));
  return [byId<StoredCustomer>(customers), byId<StoredSupplier>(suppliers)] as const;
}

/** What customers with a limit have more, or less, at risk: each once. */
async function exposures(
  records: Records,
  items: readonly BroughtItem[],
  customers: ReadonlyMap<string, StoredCustomer>,
  sign: 1 | -1,
): Promise<Change[]> {
  const sums = new Map<string, Minor>();
  for (const item of items) sums.set(item.party, (sums.get(item.party) ?? 0) + (isCredit(item) ? -sign : sign) * item.amount);
  const changes = [...customers.values()].map((customer) =>
    adjustExposure(records, customer, sums.get(customer.id) ?? 0, { ignoringLimit: true }),
  );
  return (await Promise.all(changes)).flat();
}

/** What takes the documents of a part back: every one as it was brought. */
export async function itemRemovals(records: Records, items: readonly BroughtItem[], check: (document: never) => void): Promise<Change[]> {
  const typeOf = (item: BroughtItem) =>
    (isReceivable(item) ? (isCredit(item) ? CreditNotes : Invoices) : isCredit(item) ? SupplierCredits : SupplierBills) as typeof Invoices;
  const refs = items.map((item) => ({ type: typeOf(item), id: item.id }));
  const [found, [customers], claims] = await Promise.all([
    records.getTogether(refs as never),
    partiesOf(records, items),
    claimRemovals(records, items),
  ]);
  const removals = found.flatMap((record, i) => {
    if (!record) return [];
    check(record as never);
    return [remove((refs[i] as { type: typeof Invoices }).type, record as never)];
  });
  return [...removals, ...claims, ...(await exposures(records, items, customers, -1))];
}

/** The bringing of what was open: batch by batch, ended by the entry that has what they come to. Rolled back, nothing of it is left. */
export function bringing(
  records: Records,
  source: Pick<StoredOpening, 'id' | 'date' | 'parts'>,
  works: readonly (readonly Work[])[],
  finish: (opening: StoredOpening) => Promise<Changes<OpeningRecord>>,
): BatchedOperation<OpeningRecord, Work, OpeningPart> {
  const { id, parts } = source;
  return {
    type: Openings,
    batches: works.length > 0 ? works : Array.from({ length: parts }, () => []),
    marker: (no) => ({ type: OpeningParts, id: openingPartId(id, no), belongs: ({ opening }) => opening === id }),
    batch: async (work, no) => {
      const parties = work.flatMap((one) => ('party' in one ? [one.party] : []));
      const items = work.flatMap((one) => ('item' in one ? [one.item] : []));
      const part = { opening: id, items, parties: parties.map((party) => party.id) };
      return [
        createNext(OpeningParts, openingPartId(id, no), part),
        ...parties.flatMap(partyChanges),
        ...(await itemChanges(records, source, items)),
      ];
    },
    finish,
    rollback: {
      repeatable: false,
      isRollingBack: ({ state }) => state === 'rolling-back',
      mark: (opening) => ({ ...opening, state: 'rolling-back' }),
      undo: async (no) => {
        const part = await records.get(OpeningParts, openingPartId(id, no));
        if (!part) return [];
        return [
          remove(OpeningParts, part),
          ...(await partyRemovals(records, part.parties)),
          ...(await itemRemovals(records, part.items, () => undefined)),
        ];
      },
      end: async (opening) => [update(Openings, opening, { ...opening, state: 'rolled-back' })],
    },
  };
}

/** Customers and suppliers that the opening created, and nobody has used. */
async function partyRemovals(records: Records, ids: readonly string[]): Promise<Change[]> {
  const [customers, suppliers] = await Promise.all([
    records.getMany(
      Customers,
      ids.filter((id) => id.startsWith('cus')),
    ),
    records.getMany(
      Suppliers,
      ids.filter((id) => id.startsWith('sup')),
    ),
  ]);
  const changes = [
    ...customers.map(async (customer) => {
      const claim = customer?.taxId && (await records.get(CustomerTaxIds, customerTaxId(customer.taxId, customer.id)));
      return customer ? [remove(Customers, customer), ...(claim ? [remove(CustomerTaxIds, claim)] : [])] : [];
    }),
    ...suppliers.map(async (supplier) => {
      const claim = supplier?.taxId && (await records.get(SupplierTaxIds, supplierTaxId(supplier.taxId) ?? ''));
      return supplier ? [remove(Suppliers, supplier), ...(claim ? [remove(SupplierTaxIds, claim)] : [])] : [];
    }),
  ];
  return (await Promise.all(changes)).flat();
}

/** The taking back of what came along: batch by batch, ended by the entry's reversal. Refused, every document is there again. */
export function takingBack(
  records: Records,
  source: StoredOpening,
  check: (document: never) => void,
  finish: (opening: StoredOpening) => Promise<Changes<OpeningRecord>>,
): BatchedOperation<OpeningRecord, number, OpeningPart> {
  const { id, parts } = source;
  const partOf = async (no: number) => records.getOrThrow(OpeningParts, openingPartId(id, no));
  const takenId = (no: number) => openingPartId(id, no, true);
  return {
    type: Openings,
    batches: Array.from({ length: parts }, (_, i) => [i + 1]),
    marker: (no) => ({ type: OpeningParts, id: takenId(no), belongs: ({ opening }) => opening === id }),
    batch: async (_, no) => {
      const { items } = await partOf(no);
      return [
        createNext(OpeningParts, takenId(no), { opening: id, items: [], parties: [] }),
        ...(await itemRemovals(records, items, check)),
      ];
    },
    finish,
    rollback: {
      repeatable: true,
      isRollingBack: () => false,
      mark: (opening) => opening,
      undo: async (no) => {
        const taken = await records.get(OpeningParts, takenId(no));
        if (!taken) return [];
        return [remove(OpeningParts, taken), ...(await itemChanges(records, source, (await partOf(no)).items))];
      },
      end: async (opening) => [update(Openings, opening, { ...opening, state: 'posted' })],
    },
  };
}
