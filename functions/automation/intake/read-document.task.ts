import * as z from 'zod/mini';
import { documentFlags, factsOf, fieldsOfPages } from '#domain/automation/intake/document-facts.ts';
import {
  type DocumentFields,
  type DocumentKind,
  IntakeDocuments,
  originalKey,
  type StoredDocument,
} from '#domain/automation/intake/intake-document.ts';
import { readInvoice } from '#domain/automation/intake/read-invoice.ts';
import { assertDefined } from '#kernel/assert.ts';
import { readObject } from '#runtime/documents.ts';
import type { Records } from '#runtime/records.ts';
import { task } from '#runtime/task.ts';
import { proposeBillFor } from '../../finance/service.ts';
import { type CompanyWorld, companyAndDay } from '../../platform/service.ts';
import { documentStep } from './document-store.ts';
import { pdfPages } from './pdf-pages.ts';

const Input = z.strictObject({ tenant: z.string(), documentId: z.string(), execution: z.string() });

/** Reads what a document says, and proposes a bill of it. What nothing can be read of waits for a person. */
export const handler = task('readDocument', Input, async ({ input, records, now }) => {
  const before = await records.getOrThrow(IntakeDocuments, input.documentId);
  if (before.state !== 'reading') return { state: before.state };
  const world = await companyAndDay(records, now);
  const { state } = await documentStep(records, before, await readingOf(records, before, world));
  return { state };
});

async function readingOf(records: Records, document: StoredDocument, world: CompanyWorld) {
  const read = await fieldsOf(records, document, world);
  if (!read.fields) return { state: 'review' as const, kind: read.kind, flags: [{ code: 'not_read' }] };
  const { bill, flags: told } = await proposeBillFor(records, factsOf(read.fields), world.today);
  const flags = documentFlags(read.fields, told);
  return {
    ...{ kind: read.kind, fields: read.fields, flags },
    state: flags.length === 0 ? ('ready' as const) : ('review' as const),
    ...(bill.supplierId ? { supplierId: bill.supplierId } : {}),
  };
}

/** Less text than this on all pages is a scan's: a stamp, a page number. */
const MIN_CHARS = 40;

async function fieldsOf(
  { tenant }: Records,
  { kind = 'other', sha256 }: StoredDocument,
  { company }: CompanyWorld,
): Promise<{ readonly kind: DocumentKind; readonly fields?: DocumentFields }> {
  if (kind !== 'pdf') return { kind };
  const bytes = await readObject('issued', originalKey(tenant, assertDefined(sha256, 'the hash of a document that was received')));
  const { pages } = await pdfPages(assertDefined(bytes, 'the original of a document that was received'));
  const chars = pages.reduce((sum, { texts }) => sum + texts.reduce((own, { text }) => own + text.trim().length, 0), 0);
  if (chars < MIN_CHARS) return { kind: 'scan' };
  return { kind, fields: fieldsOfPages(readInvoice(pages, { taxId: company.taxId, name: company.name })) };
}
