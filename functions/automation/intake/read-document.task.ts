import * as z from 'zod/mini';
import { IntakeDocuments, originalKey, type StoredDocument } from '#domain/automation/intake/intake-document.ts';
import { MAX_PARTS } from '#domain/automation/intake/split-document.ts';
import { assertDefined } from '#kernel/assert.ts';
import { readObject } from '#runtime/documents.ts';
import type { Records } from '#runtime/records.ts';
import { task } from '#runtime/task.ts';
import { ownIbans, receivedInvoices } from '../../finance/service.ts';
import { type CompanyWorld, companyAndDay } from '../../platform/service.ts';
import { type DocumentReading, readingOfFile, readXmlDocument } from './document-content.ts';
import { batchChanges, splitChanges } from './document-parts.ts';
import { documentStep } from './document-store.ts';
import { keepInvoices, keptInvoice } from './kept-invoices.ts';
import { placesFor } from './learned-rules.ts';
import { readPdfDocument } from './pdf-content.ts';
import { outcomeOf } from './reading-outcome.ts';
import { trustedReading } from './signer-trust.ts';

const Input = z.strictObject({ tenant: z.string(), documentId: z.string(), execution: z.string() });

/** Reads what a document says, and proposes a bill of it. What nothing can be read of waits for a person. */
export const handler = task('readDocument', Input, async ({ input, records, now }) => {
  const before = await records.getOrThrow(IntakeDocuments, input.documentId);
  if (before.state !== 'reading') return { state: before.state };
  const world = await companyAndDay(records, now);
  const reading = await trustedReading(records, await readDocument(records, before, world), world.today);
  // Pictures of pages are read by the task that has what it takes.
  if (reading.isScan) {
    if (before.kind !== reading.kind || reading.flags.length > 0)
      await documentStep(records, before, {
        ...{ kind: reading.kind, seen: reading.flags },
        ...(reading.pageCount ? { pageCount: reading.pageCount } : {}),
      });
    return { state: 'scan' };
  }
  // Each of its parts comes out right by itself: they are read by themselves, from the same original.
  if (reading.parts?.sure) {
    const whole = { ...before, kind: reading.kind, ...(reading.pageCount ? { pageCount: reading.pageCount } : {}) };
    await records.commit(await splitChanges(records, whole, reading.parts.starts.slice(0, MAX_PARTS)));
    return { state: 'split' };
  }
  if (reading.invoices) {
    await keepBatch(records, before);
    await records.commit(batchChanges({ ...before, kind: reading.kind }, reading.invoices));
    return { state: 'split' };
  }
  // What its mail told of it stays.
  const flags = [...(before.seen ?? []), ...reading.flags];
  const { state } = await documentStep(records, before, await outcomeOf(records, { ...reading, flags }, world.today));
  return { state };
});

async function readDocument(
  records: Records,
  { kind = 'other', contentType, sha256, pages, invoices, starts, startsTold }: StoredDocument,
  { company, today }: CompanyWorld,
): Promise<DocumentReading> {
  if (kind === 'image' || kind === 'scan') return { kind, isScan: true, flags: [] };
  if (kind !== 'pdf' && contentType !== 'application/xml') return { kind, flags: [{ code: 'not_read' }] };
  // Parts of a batch that are batches themselves are parted by their places alone.
  if (invoices && invoices.to > invoices.from) return { kind, invoices, flags: [] };
  const own = { ...company, ibans: await ownIbans(records) };
  const hash = assertDefined(sha256, 'the hash of a document that was received');
  const kept = invoices && (await keptInvoice(records.tenant, hash, invoices.from));
  if (kept) return readingOfFile(kept.file, own);
  const bytes = await originalOf(records, hash);
  return kind === 'pdf'
    ? readPdfDocument(bytes, own, { pages, isOne: startsTold === true && starts?.length === 1, placesOf: placesFor(records, today) })
    : readXmlDocument(bytes, own, invoices?.from);
}

const originalOf = async ({ tenant }: Records, sha256: string): Promise<Uint8Array> =>
  assertDefined(await readObject('issued', originalKey(tenant, sha256)), 'the original of a document that was received');

/** What a batch holds, before its parts are made: each of them finds itself there, and none parses the whole again. */
async function keepBatch(records: Records, { sha256, invoices }: StoredDocument): Promise<void> {
  if (invoices) return;
  const hash = assertDefined(sha256, 'the hash of a document that was received');
  await keepInvoices(records.tenant, hash, receivedInvoices(await originalOf(records, hash)));
}
