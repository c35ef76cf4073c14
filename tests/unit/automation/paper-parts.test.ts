import { describe, expect, it } from 'vitest';
import { pdfPages } from '../../../functions/automation/intake/pdf-pages.ts';
import { paperParts } from '../../../shared/domain/automation/intake/paper-parts.ts';
import { PAPER_INVOICE, type WrittenText, writtenPages } from '../../support/written-pdf.ts';

const US = { taxId: 'B12345674', name: 'Prueba, S.L.' };
type Page = readonly WrittenText[];
const numbered = (number: string, page: Page = PAPER_INVOICE): Page =>
  page.map(([x, y, text]): WrittenText => [x, y, text === 'A-2026/0117' ? number : text]);
const without = (page: Page, ...words: string[]): Page => page.filter(([, , text]) => !words.some((word) => text.includes(word)));
const partsOf = async (...pages: Page[]) => paperParts((await pdfPages(writtenPages(pages))).pages, US);

/** A first page whose amounts stand on the next one. */
const opening = (number: string): Page => [
  ...without(numbered(number), 'Base', 'IVA', 'Cuota', '400,00', '100,00', '21 %', '10 %', '84,00', '10,00', 'Total', '594'),
  [480, 790, 'P\xe1gina 1 de 2'],
];
const CLOSING: Page = [
  ...without(PAPER_INVOICE, 'FACTURA', 'factura:', 'A-2026/0117', 'Fecha', '12/11/2026', 'Vencimiento', '12/12/2026', 'CIF', 'Suministros'),
  [480, 790, 'P\xe1gina 2 de 2'],
];
const TERMS: Page = [
  [50, 60, 'Condiciones generales de venta'],
  [50, 80, 'Los pagos se realizan en el plazo pactado.'],
];

describe('the invoices of one file are told apart', () => {
  it('by their numbers, surely where each comes out right by itself: 594.00 thrice', async () => {
    expect(await partsOf(numbered('A-1'), numbered('A-2'), numbered('A-3'))).toEqual({ starts: [1, 2, 3], sure: true });
  });

  it('with the pages that go on: counted ones, and terms without any sign', async () => {
    expect(await partsOf(opening('A-1'), CLOSING, numbered('A-2'), TERMS, numbered('A-3'))).toEqual({ starts: [1, 3, 5], sure: true });
  });

  it('and one of several pages is one, also with its copy', async () => {
    expect(await partsOf(opening('A-1'), CLOSING)).toBeUndefined();
    expect(await partsOf(numbered('A-1'), numbered('A-1'))).toBeUndefined();
    expect(await partsOf(numbered('A-1'), TERMS, TERMS)).toBeUndefined();
  });

  it('by their suppliers, where two give the same number', async () => {
    const other = numbered('A-1').map(([x, y, text]): WrittenText => [x, y, text.replace('B83456780', 'A58818501')]);
    expect(await partsOf(numbered('A-1'), other)).toEqual({ starts: [1, 2], sure: true });
  });

  it('and are only proposed where one does not come out right: 595.00 over 594.00', async () => {
    const wrong = numbered('A-2').map(([x, y, text]): WrittenText => [x, y, text.replace('594,00', '595,00')]);
    expect(await partsOf(numbered('A-1'), wrong)).toEqual({ starts: [1, 2], sure: false });
  });

  it('or where nothing but their totals differs: 594.00 and 584.00', async () => {
    const unnumbered = without(PAPER_INVOICE, 'mero de factura', 'A-2026/0117');
    const less = unnumbered
      .filter(([, , text]) => !['10,00', '10 %'].includes(text))
      .map(([x, y, text]): WrittenText => [x, y, text.replace('594,00', '484,00')])
      .filter(([, , text]) => text !== '100,00');
    expect(await partsOf(unnumbered, less)).toEqual({ starts: [1, 2], sure: false });
  });

  it('and what a page that counts on says otherwise is no new document', async () => {
    const corrected: Page = [...CLOSING, [380, 60, 'N\xfamero de factura: A-9']];
    expect(await partsOf(opening('A-1'), corrected)).toBeUndefined();
  });
});
