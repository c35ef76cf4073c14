import { beforeEach, describe, expect, it } from 'vitest';
import { type PageImage, UnreadableImage } from '../../../functions/automation/intake/page-image.ts';
import { tesseractReader } from '../../../functions/automation/intake/recognition.ts';
import { reservePages } from '../../../functions/automation/intake/scan-budget.ts';
import { openScan, readScan } from '../../../functions/automation/intake/scan-content.ts';
import { scanned, scanOf, type Wear } from '../../../infra/tools/bench/worn-page.ts';
import { IntakeDocuments, newDocument } from '../../../shared/domain/automation/intake/intake-document.ts';
import { BELIEVED } from '../../../shared/domain/automation/intake/read-field.ts';
import { MAX_SCAN_PAGES, ScanMonths, scanMonthId } from '../../../shared/domain/automation/intake/scan-month.ts';
import { create } from '../../../shared/kernel/record.ts';
import { Records } from '../../../shared/runtime/records.ts';
import { useMemoryTable } from '../../support/memory-table.ts';
import { PAPER_INVOICE, writtenPdf } from '../../support/written-pdf.ts';

const US = { taxId: 'B12345674', name: 'Prueba, S.L.' };
const PAPER = writtenPdf(PAPER_INVOICE);

/** With the patience of a machine on which others are at work. */
async function read(bytes: Uint8Array, contentType: string, pageMs = 90_000) {
  const pages = await openScan(bytes, contentType);
  try {
    return await readScan(pages, 'scan', US, { open: () => tesseractReader(pageMs) });
  } finally {
    pages.close();
  }
}

/** The invoice of tests/support/written-pdf.ts, by hand. */
const TRUTH = {
  ids: ['B83456780', 'ES9121000418450200051332', 'A-2026/0117', '2026-11-12', '2026-12-12', 594_00],
  taxes: [
    { rate: '21', base: 400_00, tax: 84_00 },
    { rate: '10', base: 100_00, tax: 10_00 },
  ],
};

describe('what a camera or a scanner saw is read like a page', () => {
  it.each<[string, 'JPEG' | 'PNG' | 'WEBP', Wear]>([
    ['a photo two degrees askew, with grain', 'JPEG', { degrees: 2, noise: 0.3 }],
    ['a small picture of 120 dots an inch', 'PNG', { dpi: 120 }],
    ['a page that lies on its side', 'WEBP', { degrees: 90, dpi: 120 }],
  ])('%s', async (_, as, wear) => {
    const { fields } = await read(await scanned(PAPER, as, wear), `image/${as.toLowerCase()}`);
    expect([
      ...[fields?.supplierTaxId, fields?.iban, fields?.number, fields?.date, fields?.dueDate, fields?.total].map((field) => field?.value),
    ]).toEqual(TRUTH.ids);
    expect(fields?.taxes.map(({ value }) => value)).toEqual(TRUTH.taxes);
    // What proves itself is believed; a number or a day, in which a letter may be another, waits for a look.
    expect([fields?.total, fields?.supplierTaxId, ...(fields?.taxes ?? [])].every((field) => (field?.confidence ?? 0) >= BELIEVED)).toBe(
      true,
    );
    expect([fields?.number, fields?.date].every((field) => (field?.confidence ?? 1) < BELIEVED)).toBe(true);
  });

  it('a PDF of pictures, each field at its place on the page', async () => {
    const bytes = await scanned(PAPER, 'JPEG', { dpi: 150 });
    const { fields } = await read(scanOf([{ bytes, width: 1239, height: 1754 }]), 'application/pdf');
    expect(fields?.total).toMatchObject({ value: 594_00, place: { page: 1 } });
    const { x = 0, y = 0 } = fields?.total?.place ?? {};
    expect([Math.abs(x - 430) <= 3, Math.abs(y - 342) <= 4]).toEqual([true, true]);
  });

  it('a scan of five hundred pages is read as far as a document goes, and says so', async () => {
    const bytes = await scanned(PAPER, 'JPEG', { dpi: 60 });
    const long = scanOf(Array.from({ length: 500 }, () => ({ bytes, width: 496, height: 701 })));
    const pages = await openScan(long, 'application/pdf');
    expect(pages.count).toBe(500);
    const blank = { read: async () => ({ no: 1, width: 595, height: 842, texts: [] }), close: async () => undefined };
    const { flags } = await readScan(pages, 'scan', US, { open: async () => blank });
    pages.close();
    expect(flags).toEqual([{ code: 'pages_unread', params: { read: MAX_SCAN_PAGES, pages: 500 } }, { code: 'not_read' }]);
  });

  it('a TIFF of three pages is read page by page; one that is damaged is told, and the others are read', async () => {
    const tiff = Buffer.from(await scanned(PAPER, 'TIFF', { dpi: 60 }));
    // Its directory twice more behind it: each is a page, and ends with where the next is.
    const first = tiff.readUInt32LE(4);
    const size = 2 + tiff.readUInt16LE(first) * 12 + 4;
    const directory = tiff.subarray(first, first + size);
    const bytes = Buffer.concat([tiff, directory, directory]);
    bytes.writeUInt32LE(tiff.length, first + size - 4);
    bytes.writeUInt32LE(tiff.length + size, tiff.length + size - 4);
    const pages = await openScan(bytes, 'image/tiff');
    const seen: number[] = [];
    const reader = {
      read: async ({ no, width, height, pixels }: PageImage) => {
        seen.push(no);
        expect(pixels.length).toBe(width * height);
        return { no, width: 595, height: 842, texts: [] };
      },
      close: async () => undefined,
    };
    expect((await readScan(pages, 'image', US, { open: async () => reader })).flags).toEqual([{ code: 'not_read' }]);
    expect(seen).toEqual([1, 2, 3]);
    // The third directory says that it has no columns.
    const broken = Buffer.from(bytes);
    broken.writeUInt32LE(0, tiff.length + size + 2 + 8);
    seen.length = 0;
    const { flags } = await readScan(await openScan(broken, 'image/tiff'), 'image', US, { open: async () => reader });
    expect(seen).toEqual([1, 2]);
    expect(flags).toEqual([{ code: 'page_unread', params: { pages: '3' } }, { code: 'not_read' }]);
    expect((await openScan(tiff, 'image/tiff')).count).toBe(1);
  });

  it('a page that takes too long is given up, and the program that reads it with it', async () => {
    const { fields, flags } = await read(await scanned(PAPER, 'JPEG'), 'image/jpeg', 1);
    expect([fields, flags]).toEqual([undefined, [{ code: 'page_unread', params: { pages: '1' } }, { code: 'not_read' }]]);
  });

  it('of a page that is given up, the document says that it was not read', async () => {
    const bytes = await scanned(PAPER, 'JPEG', { dpi: 120 });
    const size = { width: 991, height: 1403 };
    const pages = await openScan(
      scanOf([
        { bytes, ...size },
        { bytes, ...size },
        { bytes, ...size },
      ]),
      'application/pdf',
    );
    const words = Array.from({ length: 12 }, (_, i) => ({
      ...{ text: `palabra${i}`, x: 50, y: 50 + 12 * i, width: 60, height: 10, confidence: 0.9 },
    }));
    const reader = {
      read: async ({ no }: { readonly no: number }) => (no === 2 ? undefined : { no, width: 595, height: 842, texts: words }),
      close: async () => undefined,
    };
    const reading = await readScan(pages, 'scan', US, { open: async () => reader });
    pages.close();
    expect(reading.flags).toEqual([{ code: 'page_unread', params: { pages: '2' } }]);
  });

  it.each([
    ['cut off', (bytes: Uint8Array) => bytes.slice(0, Math.round(bytes.length * 0.7))],
    ['without its last byte', (bytes: Uint8Array) => bytes.slice(0, -1)],
    ['overwritten in its middle', (bytes: Uint8Array) => Buffer.from(bytes).fill(0, bytes.length >> 1, (bytes.length >> 1) + 3000)],
  ])('a JPEG %s is read as far as it goes, and says that it is damaged', async (_, damage) => {
    const bytes = await scanned(PAPER, 'JPEG', { dpi: 100 });
    const reader = {
      read: async ({ no, width, height }: PageImage) => ({ no, width, height, texts: [] }),
      close: async () => undefined,
    };
    const kept: unknown[] = [];
    const keep = async (page: unknown) => void kept.push(page);
    const flagsOf = async (file: Uint8Array, known = new Map()) =>
      (await readScan(await openScan(file, 'image/jpeg'), 'image', US, { open: async () => reader, keep, known })).flags;
    expect(await flagsOf(bytes)).toEqual([{ code: 'not_read' }]);
    const damaged = Buffer.from(damage(bytes));
    expect(await flagsOf(damaged)).toEqual([{ code: 'damaged' }, { code: 'not_read' }]);
    // What was recognised before is still of a damaged page.
    expect(await flagsOf(damaged, new Map([[1, kept.at(-1)]]))).toEqual([{ code: 'damaged' }, { code: 'not_read' }]);
  });

  it('what is no whole picture or PDF is refused, not guessed', async () => {
    const cut = (await scanned(PAPER, 'PNG')).slice(0, 90);
    await expect(openScan(cut, 'image/png')).rejects.toThrow(UnreadableImage);
    await expect(openScan(Buffer.from('%PDF-1.4 and nothing'), 'application/pdf')).rejects.toThrow(UnreadableImage);
  });
});

describe('what a month may cost is counted before it is spent', () => {
  const LIMIT = 40;
  const table = useMemoryTable();
  beforeEach(() => table.clear());
  const records = () => new Records('prueba', { by: 'worker', request: 'test', action: 'readScan', at: new Date('2026-12-01T10:00:00Z') });
  const announced = async (id: string) =>
    void (await records().save([
      create(
        IntakeDocuments,
        id,
        newDocument({ fileName: 'a.jpg', source: 'console', date: '2026-12-01', cameAt: '2026-12-01T10:00:00Z', bytes: 1 }),
      ),
    ]));
  const [ONE, TWO] = ['doc_00000000000000000000000001', 'doc_00000000000000000000000002'];
  const counted = async () => (await records().get(ScanMonths, scanMonthId('2026-12')))?.pages;

  it('with the document, so that what is tried again is counted once', async () => {
    await announced(ONE);
    await reservePages(records(), ONE, 7, { today: '2026-12-01', limit: LIMIT });
    expect(await reservePages(records(), ONE, 7, { today: '2026-12-01', limit: LIMIT })).toMatchObject({ document: { scanPages: 7 } });
    expect(await counted()).toBe(7);
  });

  it('and stops before it is passed: of two that come at once for the last page, one gets it', async () => {
    await announced(ONE);
    await announced(TWO);
    await records().save([create(ScanMonths, scanMonthId('2026-12'), { pages: LIMIT - 1 })]);
    const both = await Promise.all([ONE, TWO].map((id) => reservePages(records(), id, 1, { today: '2026-12-01', limit: LIMIT })));
    expect(both.filter((each) => 'document' in each)).toHaveLength(1);
    expect(both.find((each) => !('document' in each))).toEqual({ month: '2026-12', used: LIMIT, limit: LIMIT });
    expect(await counted()).toBe(LIMIT);
    await announced('doc_00000000000000000000000003');
    expect(await reservePages(records(), 'doc_00000000000000000000000003', 1, { today: '2027-01-01', limit: LIMIT })).toHaveProperty(
      'document',
    );
  });
});
