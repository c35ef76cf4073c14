import { IntakeDocuments, type StoredDocument } from '#domain/automation/intake/intake-document.ts';
import { ScanMonths, scanMonthId } from '#domain/automation/intake/scan-month.ts';
import { type IsoDate, monthOf } from '#kernel/date.ts';
import { create, update } from '#kernel/record.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import type { Records } from '#runtime/records.ts';

/** A document whose pages may be read; or how the month stands that has no room for them. */
type Reserved = { readonly document: StoredDocument } | { readonly month: string; readonly used: number; readonly limit: number };

interface Month {
  readonly today: IsoDate;
  /** Pages that the company spends on. */
  readonly limit: number;
}

/**
 * Counts a document's pages to the month before they are read, with the document itself in one transaction: what is tried
 * again was counted, and two that are read at once cannot both take the last page.
 */
export const reservePages = (records: Records, documentId: string, pages: number, { today, limit }: Month): Promise<Reserved> =>
  untilCommitted(async () => {
    const month = monthOf(today);
    const [document, counted] = await Promise.all([
      records.getOrThrow(IntakeDocuments, documentId),
      records.get(ScanMonths, scanMonthId(month)),
    ]);
    // Counted before; or all of them are known.
    if (document.scanPages !== undefined || pages === 0) return { document };
    const used = counted?.pages ?? 0;
    if (used + pages > limit) return { month, used, limit };
    const total = { pages: used + pages };
    await records.commit([
      update(IntakeDocuments, document, { ...document, scanPages: pages }),
      counted ? update(ScanMonths, counted, { ...counted, ...total }) : create(ScanMonths, scanMonthId(month), total),
    ]);
    return { document: await records.getOrThrow(IntakeDocuments, documentId) };
  });
