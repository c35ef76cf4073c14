import { describe, expect, it } from 'vitest';
import { pdfPages } from '../../../functions/automation/intake/pdf-pages.ts';
import { fieldsOfPages } from '../../../shared/domain/automation/intake/document-facts.ts';
import type { DocumentFields } from '../../../shared/domain/automation/intake/intake-document.ts';
import { BELIEVED } from '../../../shared/domain/automation/intake/read-field.ts';
import { readInvoice } from '../../../shared/domain/automation/intake/read-invoice.ts';
import { type PaperTruth, paperInvoice, US } from '../../support/paper-invoices.ts';
import { HELD_OUT, TUNED } from '../../support/paper-words.ts';
import { writtenPages } from '../../support/written-pdf.ts';

type Verdict = 'believed' | 'below' | 'wrong';
const FIELDS = ['supplier', 'number', 'date', 'bases', 'tax', 'total'] as const;

/** What became of each field: believed and right, left to a person, or believed and wrong. */
function verdictsOf(fields: DocumentFields, truth: PaperTruth): Record<(typeof FIELDS)[number], Verdict> {
  const verdict = (read: { readonly value: unknown; readonly confidence: number } | undefined, want: unknown): Verdict =>
    !read || read.confidence < BELIEVED ? 'below' : read.value === want ? 'believed' : 'wrong';
  const confidence = Math.min(...fields.taxes.map((each) => each.confidence));
  const by = (part: 'base' | 'tax', taxes: PaperTruth['taxes']) =>
    taxes
      .map((tax) => `${tax.rate} ${tax[part]}`)
      .sort()
      .join();
  const taxes = (part: 'base' | 'tax') =>
    verdict(
      fields.taxes.length === 0
        ? undefined
        : {
            value: by(
              part,
              fields.taxes.map(({ value }) => value),
            ),
            confidence,
          },
      by(part, truth.taxes),
    );
  return {
    supplier: verdict(fields.supplierTaxId, truth.taxId),
    number: verdict(fields.number, truth.number),
    date: verdict(fields.date, truth.date),
    ...{ bases: taxes('base'), tax: taxes('tax'), total: verdict(fields.total, truth.total) },
  };
}

async function measured(words: typeof TUNED, seeds: readonly number[]) {
  const counts: Record<Verdict, number> = { believed: 0, below: 0, wrong: 0 };
  const wrong: string[] = [];
  for (const seed of seeds) {
    const paper = paperInvoice(seed, words);
    const { pages } = await pdfPages(writtenPages(paper.pages));
    const verdicts = verdictsOf(fieldsOfPages(readInvoice(pages, US)), paper.truth);
    for (const field of FIELDS) {
      counts[verdicts[field]] += 1;
      if (verdicts[field] === 'wrong') wrong.push(`${paper.name} ${field}`);
    }
  }
  return { counts, wrong };
}
const seeds = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);

/**
 * Papers in four languages, of several layouts, rates, currencies' signs, with withholding, surcharge and credit notes, on one page and
 * several: what stands on them was decided before any was read.
 */
describe('printed invoices of many layouts', () => {
  it('are read right: of 100, six fields each, at least 95 % are believed, and none that is wrong', async () => {
    const { counts, wrong } = await measured(TUNED, seeds(2000, 100));
    expect(wrong).toEqual([]);
    expect(counts.believed / 600).toBeGreaterThanOrEqual(0.95);
  });

  it('in words that nothing was made for are left to a person, and not read wrong', async () => {
    const { wrong } = await measured(HELD_OUT, seeds(1, 100));
    expect(wrong).toEqual([]);
  });
});
