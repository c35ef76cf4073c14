import { Customers, CustomerTaxIds, customerTaxId, type StoredCustomer } from '#domain/crm/customers/customer.ts';
import { ACCOUNT } from '#domain/finance/ledger/accounts.ts';
import { type ItemRow, itemFault } from '#domain/finance/ledger/item-rows.ts';
import { type StoredSupplier, Suppliers, SupplierTaxIds, supplierTaxId } from '#domain/finance/suppliers/supplier.ts';
import type { FieldFault } from '#kernel/errors.ts';
import { bareTaxId, isSpanishTaxId } from '#kernel/tax-id-es.ts';
import type { Records } from '#runtime/records.ts';

/** Whoever owes, or is owed: as they are in the books, or as the opening creates them. */
export interface ItemParty {
  readonly side: 'customer' | 'supplier';
  readonly id: string;
  readonly name: string;
  readonly taxId: string;
  readonly paymentDays: number;
  /** Of a supplier: 400 or 410. */
  readonly account: string;
  /** Absent: the opening creates them. */
  readonly record?: StoredCustomer | StoredSupplier;
}

interface World {
  readonly records: Records;
  readonly newId: (prefix: string, part?: string) => string;
  readonly company: { readonly taxId: string };
}

export const partyKey = ({ account, taxId }: Pick<ItemRow, 'account' | 'taxId'>): string =>
  `${account === ACCOUNT.receivable ? 'customer' : 'supplier'} ${taxId}`;

/** Tax ids that are looked up at once. */
const WINDOW = 25;
const DAYS = 30;

/** The customers that have each tax id. */
async function customersBy(records: Records, taxIds: readonly string[]): Promise<Map<string, StoredCustomer[]>> {
  const found = new Map<string, string[]>();
  for (let at = 0; at < taxIds.length; at += WINDOW)
    await Promise.all(
      taxIds.slice(at, at + WINDOW).map(async (taxId) => {
        const claims = await Array.fromAsync(records.before(CustomerTaxIds, customerTaxId(taxId, '~')));
        found.set(
          taxId,
          claims.map(({ customerId }) => customerId),
        );
      }),
    );
  const customers = await records.getMany(Customers, [...found.values()].flat());
  const byId = new Map(customers.flatMap((customer) => (customer ? [[customer.id, customer] as const] : [])));
  return new Map([...found].map(([taxId, ids]) => [taxId, ids.flatMap((id) => byId.get(id) ?? [])]));
}

/** The supplier that has each tax id. */
async function suppliersBy(records: Records, taxIds: readonly string[]): Promise<Map<string, StoredSupplier[]>> {
  const claims = await records.getMany(
    SupplierTaxIds,
    taxIds.map((taxId) => supplierTaxId(taxId) ?? ''),
  );
  const suppliers = await records.getMany(
    Suppliers,
    claims.flatMap((claim) => claim?.supplierId ?? []),
  );
  return Map.groupBy(
    suppliers.filter((supplier) => supplier !== undefined),
    ({ taxId = '' }) => bareTaxId(taxId),
  );
}

interface Parties {
  readonly parties: ReadonlyMap<string, ItemParty>;
  readonly faults: readonly FieldFault[];
}

/**
 * Who each row is of, by {@link partyKey}: those that are known by their tax id and, where a person says so, those that are to be
 * created by the names of the rows.
 */
export async function readParties({ records, newId, company }: World, rows: readonly ItemRow[], createMissing: boolean): Promise<Parties> {
  const taxIds = (side: string) => [...new Set(rows.flatMap((row) => (partyKey(row).startsWith(side) ? [row.taxId] : [])))];
  const [customers, suppliers] = await Promise.all([customersBy(records, taxIds('customer')), suppliersBy(records, taxIds('supplier'))]);
  const [parties, faults] = [new Map<string, ItemParty>(), [] as FieldFault[]];
  for (const [key, mine] of Map.groupBy(rows, partyKey)) {
    const [first] = mine as [ItemRow, ...ItemRow[]];
    const isCustomer = first.account === ACCOUNT.receivable;
    const found = (isCustomer ? customers : suppliers).get(first.taxId) ?? [];
    const named = mine.find(({ name }) => name !== '') ?? first;
    const id = newId(isCustomer ? 'cus' : 'sup', first.taxId);
    const party = isCustomer ? customerOf(found as StoredCustomer[], named, id) : supplierOf(found as StoredSupplier[], named, id);
    faults.push(...faultsOf(mine, party, found.length, createMissing, company.taxId));
    parties.set(key, party);
  }
  return { parties, faults };
}

type Named = Pick<ItemRow, 'name' | 'taxId' | 'account'>;

/** One that the opening created already, in an attempt that was cut off, is still its own. */
const known = <P extends { readonly id: string }>([first]: readonly P[], own: string): P | undefined =>
  first?.id === own ? undefined : first;

function customerOf(found: readonly StoredCustomer[], { name, taxId, account }: Named, own: string): ItemParty {
  const record = known(found, own);
  const party = record ?? { id: own, name, taxId, paymentDays: DAYS };
  return { side: 'customer', ...pick(party, taxId), account, ...(record ? { record } : {}) };
}

function supplierOf(found: readonly StoredSupplier[], { name, taxId, account }: Named, own: string): ItemParty {
  const record = known(found, own);
  const party = record ?? { id: own, name, taxId, paymentDays: DAYS };
  return { side: 'supplier', ...pick(party, taxId), account: record?.account ?? account, ...(record ? { record } : {}) };
}

const pick = (
  {
    id,
    name,
    taxId,
    paymentDays,
  }: { readonly id: string; readonly name: string; readonly taxId?: string | undefined; readonly paymentDays: number },
  told: string,
) => ({ id, name, taxId: taxId ?? told, paymentDays });

/** What is wrong with the rows of one of them. */
function faultsOf(rows: readonly ItemRow[], party: ItemParty, found: number, createMissing: boolean, ownTaxId: string): FieldFault[] {
  const [{ line, taxId, name }] = rows as [ItemRow, ...ItemRow[]];
  const params = { taxId, name: party.name || name };
  if (bareTaxId(ownTaxId) === taxId) return [itemFault('own', line, 'taxId', params)];
  if (found > 1) return rows.map((row) => itemFault('party_twice', row.line, 'taxId', params));
  const other = rows.filter((row) => party.side === 'supplier' && row.account !== party.account);
  if (other.length > 0) return other.map((row) => itemFault('party_account', row.line, 'account', { ...params, account: party.account }));
  if (party.record) return [];
  if (!isSpanishTaxId(taxId)) return [itemFault('tax_id', line, 'taxId', { ...params, text: taxId })];
  if (!createMissing) return rows.map((row) => itemFault('party_unknown', row.line, 'taxId', params));
  return party.name === '' ? [itemFault('name', line, 'name', params)] : [];
}
