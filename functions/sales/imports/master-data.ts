import { type Customer, CustomerRefs, Customers, customerRefId, type StoredCustomer } from '#domain/crm/customers/customer.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import { type Item, ItemCodes, Items, itemCodeId } from '#domain/sales/catalogue/item.ts';
import type { PlannedDocument } from '#domain/sales/imports/plan.ts';
import type { ImportProfile } from '#domain/sales/imports/profiles.ts';
import type { Head, Row } from '#domain/sales/imports/rows.ts';
import { assertDefined } from '#kernel/assert.ts';
import { own } from '#kernel/optional.ts';
import { type Change, create, type Stored } from '#kernel/record.ts';
import { AlreadyThere, untilCommitted, WriteConflict } from '#runtime/conflicts.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import type { Records } from '#runtime/records.ts';

/** Two records each: how many new items or customers one transaction makes. */
const BATCH = 50;

/** Items and customers that documents name: read once, made where they are unknown. */
export class MasterData {
  readonly #records: Records;
  readonly #profile: ImportProfile;
  readonly #company: StoredCompany;
  readonly #items = new Map<string, Stored<Item>>();
  readonly #customers = new Map<string, StoredCustomer>();

  constructor(records: Records, profile: ImportProfile, company: StoredCompany) {
    this.#records = records;
    this.#profile = profile;
    this.#company = company;
  }

  item = (code: string): Stored<Item> => assertDefined(this.#items.get(code), `the item ${code}`);
  customer = (key: string): StoredCustomer => assertDefined(this.#customers.get(key), `the customer ${key}`);

  /** Makes sure that everything these documents name is there. */
  async ensure(documents: readonly PlannedDocument[]): Promise<void> {
    const rows = new Map<string, Row>();
    for (const row of documents.flatMap((document) => document.rows)) {
      const first = rows.get(row.code);
      if (!first?.description) rows.set(row.code, first && !row.description ? first : { ...row, price: first?.price ?? row.price });
    }
    const heads = new Map(documents.flatMap(({ head }) => (head ? [[head.customer, head] as const] : [])));
    await Promise.all([
      this.#ensureItems([...rows.values()].filter((row) => !this.#items.has(row.code))),
      this.#ensureCustomers([...heads.values()].filter((head) => !this.#customers.has(head.customer))),
    ]);
  }

  async #ensureItems(rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    await untilCommitted(async () => {
      const codes = await this.#records.getMany(
        ItemCodes,
        rows.map((row) => itemCodeId(row.code)),
      );
      await this.#make(rows.flatMap((row, i) => (codes[i] ? [] : [this.#newItem(row)])));
      const ids = rows.map((row, i) => codes[i]?.itemId ?? this.#itemId(row.code));
      const items = await this.#records.getMany(Items, ids);
      for (const [i, row] of rows.entries()) this.#items.set(row.code, assertDefined(items[i], `the item ${row.code}`));
    });
  }

  async #ensureCustomers(heads: readonly Head[]): Promise<void> {
    if (heads.length === 0) return;
    await untilCommitted(async () => {
      const shoppers = heads.filter(({ customer }) => customer !== '');
      const references = await this.#records.getMany(
        CustomerRefs,
        shoppers.map((head) => customerRefId(this.#reference(head))),
      );
      await this.#make(shoppers.flatMap((head, i) => (references[i] ? [] : [this.#newCustomer(head)])));
      const ids = shoppers.map((head, i) => references[i]?.customerId ?? this.#customerId(head));
      const found = await this.#records.getMany(Customers, [...ids, this.#company.walkInCustomerId]);
      for (const [i, { customer }] of shoppers.entries())
        this.#customers.set(customer, assertDefined(found[i], `the customer ${customer}`));
      this.#customers.set('', assertDefined(found.at(-1), 'the walk-in customer'));
    });
  }

  /** Makes records that belong together in pairs. Who was quicker is found when all is read again. */
  async #make(pairs: readonly Change[][]): Promise<void> {
    for (let at = 0; at < pairs.length; at += BATCH)
      try {
        await this.#records.commit(pairs.slice(at, at + BATCH).flat());
      } catch (error) {
        throw error instanceof AlreadyThere ? new WriteConflict(error.message) : error;
      }
  }

  #newItem({ code, description, price }: Row): Change[] {
    const { unit, taxCode, stockedCodes } = this.#profile;
    const kind = stockedCodes.test(code) ? ('stocked' as const) : ('service' as const);
    const id = this.#itemId(code);
    return [
      create(Items, id, { code, name: description || code, unit, price, taxCode, kind, active: true }),
      create(ItemCodes, itemCodeId(code), { itemId: id }),
    ];
  }

  #newCustomer(head: Head): Change[] {
    const { customerName, paymentDays, countries } = this.#profile;
    const externalRef = this.#reference(head);
    const country = own(countries, head.country);
    const customer: Customer = {
      name: customerName.replace('{}', head.customer),
      paymentDays,
      externalRef,
      ...(country ? { country } : {}),
    };
    const id = this.#customerId(head);
    return [create(Customers, id, customer), create(CustomerRefs, customerRefId(externalRef), { customerId: id })];
  }

  #reference = ({ customer }: Head): string => `${this.#profile.customerNamespace}:${customer}`;
  #customerId = (head: Head): string => idFrom('cus', this.#records.tenant, 'import', this.#reference(head));
  #itemId = (code: string): string => idFrom('itm', this.#records.tenant, 'import', code);
}
