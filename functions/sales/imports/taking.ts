import type { StoredCustomer } from '#domain/crm/customers/customer.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import type { Outcome } from '#domain/sales/imports/import.ts';
import { contentOf, type PlannedDocument } from '#domain/sales/imports/plan.ts';
import type { Profile } from '#domain/sales/imports/profiles.ts';
import type { Head } from '#domain/sales/imports/rows.ts';
import { type Made, type ShopDocument, ShopDocuments, type StoredShopDocument, standingOf } from '#domain/sales/imports/shop-document.ts';
import { DomainError, type Params } from '#kernel/errors.ts';
import { type Change, createNext, update } from '#kernel/record.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { fingerprint, idFrom } from '#runtime/fingerprint.ts';
import type { Records } from '#runtime/records.ts';
import type { Masters } from './masters.ts';
import { takeReturn } from './taking-return.ts';
import { takeSale } from './taking-sale.ts';

/** A document that is being taken. */
export interface Taking {
  readonly importId: string;
  readonly document: PlannedDocument & { readonly head: Head };
  readonly profile: Profile;
  readonly company: StoredCompany;
  readonly customer: StoredCustomer;
  readonly masters: Masters;
  /** What is known of it: nothing, that it was begun, or that it was refused. */
  readonly known: StoredShopDocument | undefined;
  /** Saves what it became, in the transaction that makes it so. */
  readonly save: (made: Made) => Change;
  /** Says that it has begun, before the first transaction of several. */
  readonly begin: () => Change;
  /** The id of what is made of it: the same whenever, and by whichever import, it is taken. */
  readonly idOf: (prefix: string, part?: string) => string;
}

/** A rule stands against the document. Nothing of it was taken. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly params?: Params;
}
export const isRefusal = (result: Made | Refusal): result is Refusal => 'code' in result;

/** What every document of an import shares. */
export interface Run {
  readonly importId: string;
  readonly profile: Profile;
  readonly company: StoredCompany;
  readonly masters: Masters;
}

export const shopDocumentId = (tenant: string, profile: string, number: string): string => idFrom('shd', tenant, profile, number);
export const digestOf = (document: PlannedDocument): string => fingerprint(contentOf(document));

/** How the documents stand to this import, before anything is done about them. */
export async function standings(records: Records, run: Run, documents: readonly PlannedDocument[]): Promise<Outcome[]> {
  const known = await records.getMany(
    ShopDocuments,
    documents.map(({ number }) => shopDocumentId(records.tenant, run.profile.name, number)),
  );
  return documents.map((document, i) => ({
    document,
    known: known[i],
    standing: document.head ? standingOf(known[i], run.importId, digestOf(document)) : 'none',
  }));
}

/** Takes one document that has just been looked up: nothing where it was taken before, all of it otherwise. Conflicts start over from what is there by then. */
export const takeDocument = (records: Records, run: Run, looked: Outcome): Promise<Outcome> =>
  untilCommitted(async (attempt) => {
    const { document } = looked;
    const before = attempt === 1 ? looked : (await standings(records, run, [document]))[0];
    const { head } = document;
    if (before?.standing !== 'new' || !head) return before ?? { document, standing: 'none' };
    const taking = takingOf(records, run, { ...document, head }, before.known as StoredShopDocument | undefined);
    const result = await refusable(() => (document.returned ? takeReturn(records, taking) : takeSale(records, taking)));
    const base = baseOf(run, taking.document);
    if (!isRefusal(result)) return { document, standing: 'mine', known: { ...base, state: 'taken', made: result } };
    const refused: ShopDocument = { ...base, state: 'refused', refusal: result };
    await records.commit([saveAs(records, run, taking, refused)]);
    return { document, standing: 'new', known: refused };
  });

const baseOf = (run: Run, document: Taking['document']) => ({
  profile: run.profile.name,
  number: document.number,
  date: document.head.date,
  digest: digestOf(document),
  importId: run.importId,
});

const saveAs = (records: Records, run: Run, { document, known }: Pick<Taking, 'document' | 'known'>, data: ShopDocument): Change =>
  known
    ? update(ShopDocuments, known, data as StoredShopDocument)
    : createNext(ShopDocuments, shopDocumentId(records.tenant, run.profile.name, document.number), data);

function takingOf(records: Records, run: Run, document: Taking['document'], known: StoredShopDocument | undefined): Taking {
  const base = baseOf(run, document);
  const { profile, company, masters } = run;
  return {
    importId: run.importId,
    document,
    profile,
    company,
    customer: masters.customer(document.head.customer),
    masters,
    known,
    save: (made) => saveAs(records, run, { document, known }, { ...base, state: 'taken', made }),
    begin: () => saveAs(records, run, { document, known }, { ...base, state: 'taking' }),
    idOf: (prefix, part = '') => idFrom(prefix, records.tenant, 'import', profile.name, document.number, part),
  };
}

const refusalOf = ({ code, message, params }: DomainError): Refusal => ({ code, message, ...(params ? { params } : {}) });

/** What the rulebook refuses is told of the document; contention and faults are not its doing. */
async function refusable(take: () => Promise<Made | Refusal>): Promise<Made | Refusal> {
  try {
    return await take();
  } catch (error) {
    if (error instanceof DomainError && error.code !== 'write.contention') return refusalOf(error);
    throw error;
  }
}
