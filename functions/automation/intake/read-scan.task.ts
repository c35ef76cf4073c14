import * as z from 'zod/mini';
import { IntakeDocuments, originalKey, type StoredDocument } from '#domain/automation/intake/intake-document.ts';
import { SCAN_PAGES_A_MONTH } from '#domain/platform/company/policies.ts';
import { assertDefined } from '#kernel/assert.ts';
import { readObject } from '#runtime/documents.ts';
import { hasTextract } from '#runtime/env.ts';
import type { Records } from '#runtime/records.ts';
import { task } from '#runtime/task.ts';
import { ownIbans } from '../../finance/service.ts';
import { companyAndDay } from '../../platform/service.ts';
import { documentStep } from './document-store.ts';
import { placesFor } from './learned-rules.ts';
import { type ScannedPages, UnreadableImage } from './page-image.ts';
import { outcomeOf } from './reading-outcome.ts';
import { type ReaderName, recognisedPages } from './recognised-pages.ts';
import { reservePages } from './scan-budget.ts';
import { openScan, pagesToRead, readScan } from './scan-content.ts';
import { textractReader } from './textract-recognition.ts';

const Input = z.strictObject({ tenant: z.string(), documentId: z.string(), execution: z.string() });

/** Recognises the pages of a scan or a photo, within what the company spends on that in a month. */
export const handler = task('readScan', Input, async ({ input, records, now }) => {
  const before = await records.getOrThrow(IntakeDocuments, input.documentId);
  if (before.state !== 'reading') return { state: before.state };
  const { company, today } = await companyAndDay(records, now);
  const pages = await opened(records, before);
  if (!pages) {
    await documentStep(records, before, { state: 'review', flags: [{ code: 'unreadable_image' }] });
    return { state: 'review' };
  }
  try {
    const { tenant } = records;
    // A company may have chosen what the deployment has no more: its papers are read all the same.
    const reader: ReaderName = company.policies.scanReader === 'textract' && hasTextract() ? 'textract' : 'tesseract';
    const kept = recognisedPages(tenant, assertDefined(before.sha256, 'the hash of a document that was received'), reader);
    const toRead = pagesToRead(pages, before.pages);
    const known = await kept.known(before.pages?.from ?? 1, toRead);
    const reserved = await reservePages(records, before.id, toRead - known.size, {
      today,
      limit: company.policies.scanPagesAMonth ?? SCAN_PAGES_A_MONTH,
    });
    if (!('document' in reserved)) {
      await documentStep(records, before, {
        state: 'review',
        flags: [{ code: 'scan_limit', params: { ...reserved, pages: pagesIn(before.pages) ?? pages.count } }],
      });
      return { state: 'review' };
    }
    const { document } = reserved;
    const { kind = 'scan', seen = [] } = document;
    const { pages: range, startsTold, starts } = document;
    const own = { ...company, ibans: await ownIbans(records) };
    const reading = await readScan(pages, kind, own, {
      range,
      isOne: startsTold === true && starts?.length === 1,
      placesOf: placesFor(records, today),
      ...(reader === 'textract' ? { open: async () => textractReader() } : {}),
      known,
      keep: kept.keep,
    });
    const { state } = await documentStep(
      records,
      document,
      await outcomeOf(records, { ...reading, flags: [...seen, ...reading.flags] }, today),
    );
    return { state };
  } finally {
    pages.close();
  }
});

const pagesIn = (range: StoredDocument['pages']): number | undefined => range && range.to - range.from + 1;

/** The pages of a document's original; undefined where they cannot be unpacked. */
async function opened({ tenant }: Records, { sha256, contentType }: StoredDocument): Promise<ScannedPages | undefined> {
  const stored = await readObject('issued', originalKey(tenant, assertDefined(sha256, 'the hash of a document that was received')));
  const bytes = assertDefined(stored, 'the original of a document that was received');
  try {
    return await openScan(bytes, assertDefined(contentType, 'the type of a document that was received'));
  } catch (error) {
    if (error instanceof UnreadableImage) return undefined;
    throw error;
  }
}
