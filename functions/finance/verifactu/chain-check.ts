import { verifactuIssue, verifactuText } from '#domain/finance/einvoice/verifactu.ts';
import type { VerifactuEvent } from '#domain/finance/einvoice/verifactu-event.ts';
import { hashedRecord, type StoredVerifactu, VerifactuRecords, verifactuId } from '#domain/finance/einvoice/verifactu-record.ts';
import { CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import { refused } from '#kernel/errors.ts';
import { prefixOf } from '#kernel/id.ts';
import type { RecordType } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { chainHead, sha256 } from '../einvoice/verifactu-chain.ts';

/** Most records that one check looks at: some seconds. */
const MOST = 5000;
const BATCH = 100;

type Finding = Pick<VerifactuEvent, 'first' | 'last' | 'broken'>;
type Fault = NonNullable<VerifactuEvent['broken']>['why'];

/** Works the chain out again from a place on, and compares each record with its document. Stops at the first that does not hold. */
export async function checkChain(records: Records, first: number): Promise<Finding> {
  const { length } = await chainHead(records);
  if (first > length)
    throw refused('verifactu.none', `The chain has ${length} records: there is nothing to check from ${first} on.`, 'body.from', {
      length,
    });
  const end = Math.min(length, first + MOST - 1);
  let before = first > 1 ? (await records.getMany(VerifactuRecords, [verifactuId(first - 1)], new Set()))[0] : undefined;
  if (first > 1 && !before) return { first, last: first, broken: { place: first - 1, why: 'missing' } };
  for (let at = first; at <= end; at += BATCH) {
    const places = Array.from({ length: Math.min(BATCH, end - at + 1) }, (_, i) => at + i);
    const read = await records.getMany(VerifactuRecords, places.map(verifactuId), new Set());
    const documents = await documentsOf(records, read);
    const cancelled = await cancelledOf(records, read, documents);
    for (const [i, place] of places.entries()) {
      const why = faultOf(read[i], before, { documents, cancelled });
      if (why) return { first, last: place, broken: { place, why } };
      before = read[i];
    }
  }
  return { first, last: end };
}

type Document = Parameters<typeof verifactuIssue>[0];
type Documents = ReadonlyMap<string, Document & { readonly verifactu?: number | undefined }>;
interface Of {
  readonly documents: Documents;
  /** The records of issue that are cancelled, by their document. */
  readonly cancelled: ReadonlyMap<string, StoredVerifactu>;
}

/** What the records are of, by id. */
async function documentsOf(records: Records, of: readonly (StoredVerifactu | undefined)[]): Promise<Documents> {
  const ids = [...new Set(of.flatMap((record) => record?.documentId ?? []))];
  const refs = ids.map((id) => ({ type: (prefixOf(id) === Invoices.prefix ? Invoices : CreditNotes) as RecordType<never>, id }));
  const found = await records.getTogether(refs, new Set());
  return new Map(found.flatMap((document) => (document ? [[document.id, document as unknown as Document] as const] : [])));
}

/** The records that others cancel, by their document: nothing is read where none does. */
async function cancelledOf(records: Records, of: readonly (StoredVerifactu | undefined)[], documents: Documents) {
  const places = of.flatMap((record) => {
    const place = record?.kind === 'cancellation' ? documents.get(record.documentId)?.verifactu : undefined;
    return place === undefined ? [] : [verifactuId(place)];
  });
  const found = places.length > 0 ? await records.getMany(VerifactuRecords, places, new Set()) : [];
  return new Map(found.flatMap((record) => (record ? [[record.documentId, record] as const] : [])));
}

function faultOf(
  record: StoredVerifactu | undefined,
  before: StoredVerifactu | undefined,
  { documents, cancelled }: Of,
): Fault | undefined {
  if (!record) return 'missing';
  if (record.previous !== (before?.hash ?? '')) return 'link';
  if (sha256(verifactuText(hashedRecord(record), record.previous)) !== record.hash) return 'hash';
  const document = documents.get(record.documentId);
  if (record.kind === 'cancellation' && cancelled.get(record.documentId)?.issuer !== record.issuer) return 'document';
  return document && agrees(record, document) ? undefined : 'document';
}

/** Whether the invoice still says what its record does. */
function agrees({ kind, issuer, at, number, date, type, tax, total }: StoredVerifactu, document: Document): boolean {
  if (document.number !== number || document.date !== date) return false;
  const now = verifactuIssue(document, issuer, at);
  return kind === 'cancellation' || (now.type === type && now.tax === tax && now.total === total);
}
