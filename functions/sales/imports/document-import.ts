import { GoodsReceipts } from '#domain/inventory/stock/goods-receipt.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import { APPROVAL, type DocumentOutcome } from '#domain/sales/imports/import.ts';
import { contentOf, correctedSince, leftOf, type PlannedDocument } from '#domain/sales/imports/plan.ts';
import type { ImportProfile } from '#domain/sales/imports/profiles.ts';
import {
  type CreatedRecords,
  isToDo,
  lookupStatusOf,
  type ShopDocument,
  ShopDocuments,
  type StoredShopDocument,
} from '#domain/sales/imports/shop-document.ts';
import { Orders } from '#domain/sales/orders/order.ts';
import { DomainError } from '#kernel/errors.ts';
import { defined } from '#kernel/optional.ts';
import { type Change, createNext, update } from '#kernel/record.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { fingerprint, idFrom } from '#runtime/fingerprint.ts';
import { fault } from '#runtime/log.ts';
import { isOwnFault } from '#runtime/problem.ts';
import type { Records } from '#runtime/records.ts';
import { type Authority, approveCredit } from './import-authority.ts';
import { type DocumentImport, type DocumentRefusal, isRefusal } from './import-context.ts';
import type { MasterData } from './master-data.ts';
import { importReturn } from './return-import.ts';
import { importSale } from './sale-import.ts';

/** What every document of an import shares. */
export interface ImportRun {
  readonly importId: string;
  /** When it was made. ISO instant. */
  readonly importedAt: string;
  readonly profile: ImportProfile;
  readonly company: StoredCompany;
  readonly masters: MasterData;
  readonly authority: Authority;
  /** It takes what waits for approval, and nothing else. */
  readonly approves: boolean;
}

type Numbered = Pick<PlannedDocument, 'number' | 'part'>;
/** Of rows that were put right later, the part as well. */
const partsOf = ({ number, part }: Numbered): string[] => (part ? [number, String(part)] : [number]);
const shopDocumentId = ({ tenant }: Records, { profile }: Pick<ImportRun, 'profile'>, document: Numbered): string =>
  idFrom('shd', tenant, profile.name, ...partsOf(document));
const digestOf = (document: PlannedDocument): string => fingerprint(contentOf(document));
/** Among the rows of one document 60 bits tell one from another. */
const printOf = (text: string): string => fingerprint(text).slice(0, 12);

/** How the documents stand to this import, before anything is done about them: one that was put right since, in its parts. */
export async function lookUpDocuments(
  records: Records,
  run: Pick<ImportRun, 'importId' | 'profile'>,
  documents: readonly PlannedDocument[],
): Promise<DocumentOutcome[][]> {
  const ids = documents.map((document) => shopDocumentId(records, run, document));
  const damaged = new Set<string>();
  const found = await records.getMany(ShopDocuments, ids, damaged);
  return Promise.all(
    documents.map(async (document, i): Promise<DocumentOutcome[]> => {
      const { head } = document;
      if (damaged.has(ids[i] ?? '')) return [{ document, status: 'new', damaged: true }];
      const existing = found[i];
      const status = head ? lookupStatusOf(existing, run.importId, digestOf(document)) : 'none';
      const parts =
        head &&
        existing?.left &&
        existing.state === 'imported' &&
        status === 'changed' &&
        correctedSince({ ...document, head }, existing.left, printOf);
      if (!parts) return [{ document, existing, status }];
      const [rest = []] = await lookUpDocuments(records, run, [parts.corrected]);
      return [{ document: parts.taken, existing, status: 'already' }, ...rest];
    }),
  );
}

/** Takes one document that has just been looked up: nothing where it was taken before, all of it otherwise. Conflicts start over from what is there by then. */
export const importDocument = (records: Records, run: ImportRun, looked: DocumentOutcome): Promise<DocumentOutcome> =>
  untilCommitted(async (attempt) => {
    const { document } = looked;
    const before = attempt === 1 ? looked : (await lookUpDocuments(records, run, [document]))[0]?.[0];
    const { head } = document;
    if (!before || before.damaged || !isToDo(before.status) || !head) return before ?? { document, status: 'none' };
    if (run.approves && before.existing?.refusal?.code !== APPROVAL) return before;
    const planned = { ...document, head };
    const existing = before.existing as StoredShopDocument | undefined;
    const result = await refusable(async () => {
      await run.masters.ensure([document]);
      const context = contextOf(records, run, planned, existing);
      return await (document.returned ? importReturn(records, context) : importSale(records, context));
    }, document.number);
    if (isRefusal(result)) return refuse(records, run, planned, result);
    return { document, status: 'mine', existing: { ...baseOf(run, planned), state: 'imported', created: result } };
  });

/** Keeps why a document was not taken; or not to the end, where part of it is in the books: then it is not refused, but unfinished. */
async function refuse(
  records: Records,
  run: ImportRun,
  document: DocumentImport['document'],
  refusal: DocumentRefusal,
): Promise<DocumentOutcome> {
  const id = idsOf(records, run, document);
  const [existing, order, receipt] = await Promise.all([
    records.get(ShopDocuments, shopDocumentId(records, run, document)),
    records.get(Orders, id('ord')),
    records.get(GoodsReceipts, id('grn', '1')),
  ]);
  const begun = existing?.state === 'importing' && (order ?? receipt) !== undefined;
  const data: ShopDocument = { ...baseOf(run, document), state: begun ? 'importing' : 'refused', refusal };
  await records.commit([saveAs(records, run, { document, existing }, data)]);
  return { document, status: begun ? 'unfinished' : 'new', existing: data };
}

const baseOf = (run: ImportRun, document: DocumentImport['document']) => ({
  profile: run.profile.name,
  number: document.number,
  date: document.head.date,
  digest: digestOf(document),
  importId: run.importId,
  ...defined({ left: leftOf(document, printOf) }),
});

const saveAs = (
  records: Records,
  run: ImportRun,
  { document, existing }: Pick<DocumentImport, 'document' | 'existing'>,
  data: ShopDocument,
): Change =>
  existing
    ? update(ShopDocuments, existing, data as StoredShopDocument)
    : createNext(ShopDocuments, shopDocumentId(records, run, document), data);

function contextOf(
  records: Records,
  run: ImportRun,
  document: DocumentImport['document'],
  existing: StoredShopDocument | undefined,
): DocumentImport {
  const base = baseOf(run, document);
  const { profile, company, masters } = run;
  return {
    importId: run.importId,
    importedAt: run.importedAt,
    document,
    profile,
    company,
    customer: masters.customer(document.head.customer),
    masters,
    existing,
    save: (created) => saveAs(records, run, { document, existing }, { ...base, state: 'imported', created }),
    begin: () => saveAs(records, run, { document, existing }, { ...base, state: 'importing' }),
    idOf: idsOf(records, run, document),
    approveCredit: (paidBack) =>
      approveCredit(run.authority, { digest: base.digest, paidBack, limit: company.policies.refundLimit, existing }),
  };
}

/** Ids of what a document becomes: the same whenever it is taken. */
const idsOf =
  ({ tenant }: Records, { profile }: ImportRun, document: PlannedDocument): DocumentImport['idOf'] =>
  (prefix, part = '') =>
    idFrom(prefix, tenant, 'import', profile.name, ...partsOf(document), part);

const refusalOf = ({ code, message, params }: DomainError): DocumentRefusal => ({ code, message, ...(params ? { params } : {}) });

/**
 * What the rulebook refuses is told of the document. So is what it breaks by what it holds: the document is left out, and the
 * file goes on. Contention, and what AWS may carry out in a moment, go to the state machine, which tries again.
 */
async function refusable(
  take: () => Promise<CreatedRecords | DocumentRefusal>,
  document: string,
): Promise<CreatedRecords | DocumentRefusal> {
  try {
    return await take();
  } catch (error) {
    if (error instanceof DomainError && error.code !== 'write.contention') return refusalOf(error);
    if (!isOwnFault(error)) throw error;
    fault('import.document', error, { document });
    return { code: 'fault', message: 'The document could not be taken because of a fault of ours, which is being looked into.' };
  }
}
