import * as z from 'zod/mini';
import { documentFlags, factsOf } from '#domain/automation/intake/document-facts.ts';
import { IntakeDocuments, originalKey, type StoredDocument } from '#domain/automation/intake/intake-document.ts';
import { assertDefined } from '#kernel/assert.ts';
import { readObject } from '#runtime/documents.ts';
import type { Records } from '#runtime/records.ts';
import { task } from '#runtime/task.ts';
import { proposeBillFor } from '../../finance/service.ts';
import { type CompanyWorld, companyAndDay } from '../../platform/service.ts';
import { type DocumentReading, readPdfDocument, readXmlDocument } from './document-content.ts';
import { documentStep } from './document-store.ts';
import { learnedFor } from './learned-rules.ts';

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
  const { kind, fields, flags: seen } = await readDocument(records, document, world);
  if (!fields) return { state: 'review' as const, kind, flags: seen };
  const facts = factsOf(fields);
  const { bill, flags: told } = await proposeBillFor(records, facts, { today: world.today, learnedOf: learnedFor(records, facts) });
  const flags = [...seen, ...documentFlags(fields, told)];
  return {
    ...{ kind, fields, seen, flags },
    state: flags.length === 0 ? ('ready' as const) : ('review' as const),
    ...(bill.supplierId ? { supplierId: bill.supplierId } : {}),
  };
}

async function readDocument(
  { tenant }: Records,
  { kind = 'other', contentType, sha256 }: StoredDocument,
  { company }: CompanyWorld,
): Promise<DocumentReading> {
  if (kind !== 'pdf' && contentType !== 'application/xml') return { kind, flags: [{ code: 'not_read' }] };
  const stored = await readObject('issued', originalKey(tenant, assertDefined(sha256, 'the hash of a document that was received')));
  const bytes = assertDefined(stored, 'the original of a document that was received');
  return kind === 'pdf' ? readPdfDocument(bytes, company) : readXmlDocument(bytes, company);
}
