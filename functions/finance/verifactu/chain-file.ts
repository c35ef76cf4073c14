import { type StoredVerifactu, VerifactuRecords, verifactuId } from '#domain/finance/einvoice/verifactu-record.ts';
import { type RecordToWrite, verifactuFile } from '#domain/finance/einvoice/verifactu-xml.ts';
import { type CreditNote, CreditNotes, type Invoice, Invoices } from '#domain/finance/receivables/invoice.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import { assertDefined } from '#kernel/assert.ts';
import { prefixOf } from '#kernel/id.ts';
import type { RecordType } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';

/** Most records of one file: AEAT takes 1,000, and an answer has 6 MB. */
export const MOST_WRITTEN = 500;

/** The records from one place to another as a file. */
export async function chainFile(records: Records, company: StoredCompany, first: number, last: number): Promise<string> {
  const places = Array.from({ length: last - first + 2 }, (_, i) => first - 1 + i).filter((place) => place > 0);
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
  const written = Array.from({ length: last - first + 1 }, (_, i): RecordToWrite => {
    const record = assertDefined(byPlace.get(first + i), 'a record');
    const document = assertDefined(documents.get(record.documentId), 'its document');
    const corrects = 'corrects' in document ? document.corrects : undefined;
    return {
      record,
      document,
      previous: byPlace.get(first + i - 1),
      corrected: corrects === undefined ? undefined : corrected.get(corrects),
    };
  });
  return verifactuFile(written, { name: company.name, taxId: company.taxId, installation: records.tenant });
}

async function documentsOf(records: Records, ids: readonly string[]): Promise<ReadonlyMap<string, Invoice | CreditNote>> {
  const refs = [...new Set(ids)].map((id) => ({
    type: (prefixOf(id) === Invoices.prefix ? Invoices : CreditNotes) as RecordType<never>,
    id,
  }));
  const found = await records.getTogether(refs);
  return new Map(found.flatMap((document) => (document ? [[document.id, document as unknown as Invoice] as const] : [])));
}
