import { type StoredVerifactu, VerifactuRecords, verifactuId } from '#domain/finance/einvoice/verifactu-record.ts';
import { signatureId, VerifactuSignatures } from '#domain/finance/einvoice/verifactu-signature.ts';
import {
  fileOfRecords,
  type RecordKeeper,
  type RecordToWrite,
  recordFile,
  type SendingReason,
} from '#domain/finance/einvoice/verifactu-xml.ts';
import { type CreditNote, CreditNotes, type Invoice, Invoices } from '#domain/finance/receivables/invoice.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import { assertDefined } from '#kernel/assert.ts';
import { prefixOf } from '#kernel/id.ts';
import type { RecordType } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { inflated } from './signed-text.ts';

/** Most records of one file: AEAT takes 1,000, and an answer has 6 MB. */
export const MOST_WRITTEN = 500;

/** The records of places, ascending, with what each is written with. */
export async function recordsToWrite(records: Records, wanted: readonly number[]): Promise<RecordToWrite[]> {
  const places = [...new Set(wanted.flatMap((place) => [place - 1, place]))].filter((place) => place > 0);
  const read = await records.getMany(VerifactuRecords, places.map(verifactuId));
  const byPlace = new Map<number, StoredVerifactu>(places.map((place, i) => [place, assertDefined(read[i], `the record ${place}`)]));
  const documents = await documentsOf(
    records,
    [...byPlace.values()].map(({ documentId }) => documentId),
  );
  const corrected = await documentsOf(
    records,
    [...documents.values()].flatMap((each) => ('corrects' in each ? (each.corrects ?? []) : [])),
  );
  return wanted.map((place): RecordToWrite => {
    const record = assertDefined(byPlace.get(place), 'a record');
    const document = assertDefined(documents.get(record.documentId), 'its document');
    const corrects = 'corrects' in document ? document.corrects : undefined;
    return {
      record,
      document,
      previous: byPlace.get(place - 1),
      corrected: corrects === undefined ? undefined : corrected.get(corrects),
    };
  });
}

/** Whose records they are, and where they were made. */
export const keeperOf = ({ name, taxId }: Pick<StoredCompany, 'name' | 'taxId'>, tenant: string): RecordKeeper => ({
  ...{ name, taxId, installation: tenant },
});

/** The records from one place to another as a file: as they were signed, those that are. */
export async function chainFile(
  records: Records,
  company: StoredCompany,
  first: number,
  last: number,
  reason: SendingReason = {},
): Promise<string> {
  const places = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const keeper = keeperOf(company, records.tenant);
  const [written, signatures] = await Promise.all([
    recordsToWrite(records, places),
    records.getMany(VerifactuSignatures, places.map(signatureId), new Set()),
  ]);
  return fileOfRecords(
    written.map((each, i) => {
      const xml = signatures[i]?.xml;
      return xml === undefined ? recordFile(each, keeper) : inflated(xml);
    }),
    keeper,
    reason,
  );
}

async function documentsOf(records: Records, ids: readonly string[]): Promise<ReadonlyMap<string, Invoice | CreditNote>> {
  const refs = [...new Set(ids)].map((id) => ({
    type: (prefixOf(id) === Invoices.prefix ? Invoices : CreditNotes) as RecordType<never>,
    id,
  }));
  const found = await records.getTogether(refs);
  return new Map(found.flatMap((document) => (document ? [[document.id, document as unknown as Invoice] as const] : [])));
}
