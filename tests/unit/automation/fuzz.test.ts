import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, expect, it } from 'vitest';
import { readXmlDocument } from '../../../functions/automation/intake/document-content.ts';
import { examine } from '../../../functions/automation/intake/examine.ts';
import { parseMail } from '../../../functions/automation/intake/mail-content.ts';
import { UnreadableImage } from '../../../functions/automation/intake/page-image.ts';
import { readPdfDocument } from '../../../functions/automation/intake/pdf-content.ts';
import { openScan } from '../../../functions/automation/intake/scan-content.ts';
import { scanned } from '../../../infra/tools/bench/worn-page.ts';
import { ROOT } from '../../../infra/tools/local/workspace.ts';
import {
  documentsOf,
  filesLeftOut,
  isAutomaticAnswer,
  isInfected,
  recipientsOf,
  whyHeld,
} from '../../../shared/domain/automation/intake/received-mail.ts';
import { ublFile } from '../../../shared/domain/finance/einvoice/ubl.ts';
import { FUZZ_MINUTES, tryChanged } from '../../support/changed-bytes.ts';
import { EINVOICE_CASES } from '../../support/einvoice-cases.ts';
import { writtenMail } from '../../support/written-mail.ts';
import { PAPER_INVOICE, writtenPdf } from '../../support/written-pdf.ts';

const US = { taxId: 'B12345674', name: 'Prueba, S.L.' };
/** How many of each are tried at least: a page takes longer to be drawn than a word to be read. */
const LEAST = { pdf: 10, zip: 150, xml: 200, utf16: 100, mail: 80, jpeg: 25, png: 15, webp: 10, tiff: 12, heic: 24 };
type Kind = keyof typeof LEAST;
const KINDS = Object.keys(LEAST) as Kind[];

const INVOICES = EINVOICE_CASES.map(({ invoice }) => ublFile(invoice));
const PDF = writtenPdf(PAPER_INVOICE);
const XML = strToU8(INVOICES[0] ?? '');
const samples = {} as Record<Kind, readonly Uint8Array[]>;

beforeAll(async () => {
  const tiff = await scanned(PDF, 'TIFF', { dpi: 30 });
  Object.assign(samples, {
    pdf: [PDF],
    zip: [zipSync({ 'a.pdf': PDF, 'b.xml': XML }), zipSync({ 'a.pdf': PDF, 'carpeta/b.xml': [XML, { level: 0 }] })],
    xml: INVOICES.map((each) => strToU8(each)),
    utf16: [Buffer.from(`\ufeff${INVOICES[0]?.replace('UTF-8', 'UTF-16')}`, 'utf16le')],
    mail: [
      writtenMail({
        ...{ from: 'facturas@sur.example', to: 'lumbre@entrada.example' },
        files: [
          { name: 'a.xml', type: 'application/xml', bytes: XML },
          { name: 'b.zip', type: 'application/zip', bytes: zipSync({ 'b.xml': XML }) },
        ],
      }),
    ],
    jpeg: [await scanned(PDF, 'JPEG', { dpi: 40 })],
    png: [await scanned(PDF, 'PNG', { dpi: 40 })],
    webp: [await scanned(PDF, 'WEBP', { dpi: 40 })],
    // Its directory of twelve bytes an entry stands behind all pixels, where few changes would come: a short one as well.
    tiff: [tiff, await scanned(PDF, 'TIFF', { dpi: 4 })],
    // Written by libheif 1.21 and x265 (pillow-heif): 96 by 64 pixels.
    heic: [readFileSync(join(ROOT, 'tests/support/paper.heic'))],
  } satisfies Record<Kind, readonly Uint8Array[]>);
}, 60_000);

/** What becomes of a file from its bytes to its fields: it is read, or it is said why not. */
async function whole(bytes: Uint8Array): Promise<string> {
  const examined = examine(bytes);
  if ('danger' in examined) {
    expect(examined.danger).toMatch(/^[a-z_]+$/);
    return 'refused';
  }
  const { contentType, parts } = examined;
  if (parts) {
    // Each as it was put in, byte by byte: a part of a document would be entered as if it were the whole.
    for (const part of parts) expect([PDF, XML].some((each) => Buffer.from(each).equals(part.bytes))).toBe(true);
    return 'read';
  }
  if (contentType === 'application/xml') return xml(bytes);
  if (contentType === 'application/pdf') expect((await readPdfDocument(bytes, US)).kind).toBeDefined();
  return /^(image\/|application\/pdf)/.test(contentType) ? pictures(bytes, contentType) : 'other';
}

/** An invoice with its fields, or a fault in a line and nothing else. */
function xml(bytes: Uint8Array): string {
  const { kind, fields, flags } = readXmlDocument(bytes, US);
  if (kind === 'other') {
    expect([fields, flags]).toEqual([undefined, [expect.objectContaining({ code: expect.stringMatching(/^(xml_fault|not_read)$/) })]]);
    return 'refused';
  }
  const amounts = [fields?.total?.value, ...(fields?.taxes ?? []).flatMap(({ value }) => [value.base, value.tax])];
  expect(amounts.every(Number.isSafeInteger)).toBe(true);
  return 'read';
}

async function pictures(bytes: Uint8Array, contentType: string): Promise<string> {
  try {
    const pages = await openScan(bytes, contentType);
    for (let no = 1; no <= Math.min(pages.count, 2); no += 1) {
      const { width, height, pixels } = await pages.page(no);
      expect(pixels.length).toBe(width * height);
    }
    pages.close();
    return 'read';
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableImage);
    return 'refused';
  }
}

/** What becomes of a mail: for whom it is, whether it is let in, and its files; or it is none. */
async function mail(bytes: Buffer): Promise<string> {
  const read = await parseMail(bytes);
  if (!read) return 'refused';
  expect(recipientsOf(read, 'entrada.example').every((name) => /^[a-z0-9-]+$/.test(name))).toBe(true);
  expect(typeof isAutomaticAnswer(read, []) && typeof isInfected(read)).toBe('boolean');
  whyHeld(read, ['facturas@sur.example']);
  filesLeftOut(read);
  const documents = documentsOf(read);
  expect(documents.length).toBeLessThanOrEqual(50);
  for (const document of documents) await whole(document.bytes);
  return documents.length > 0 ? 'read' : 'other';
}

it.each(KINDS)(
  '%s files with bytes changed, cut, put in and twice are read or refused, and soon',
  async (kind) => {
    const seen = await tryChanged(
      samples[kind],
      { name: kind, least: LEAST[kind], share: 1 / KINDS.length },
      kind === 'mail' ? mail : whole,
    );
    // Both happen, or the changes are too small or too great to try anything; a mail is whatever its bytes are.
    expect(seen.read).toBeGreaterThan(0);
    if (kind !== 'mail' && kind !== 'pdf') expect(seen.refused).toBeGreaterThan(0);
  },
  60_000 + FUZZ_MINUTES * 60_000,
);

it.each([
  ['a million elements', `<a>${'<b/>'.repeat(1_000_000)}</a>`, 'too_many_nodes'],
  ['a thousand levels', `${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}`, 'too_deep'],
  ['bytes of another encoding than it says', Buffer.from(`<?xml version="1.0" encoding="UTF-8"?><a>Cam\xf3n</a>`, 'latin1'), 'encoding'],
])('XML of %s is refused with line and cause', (_, text, reason) => {
  const bytes = typeof text === 'string' ? strToU8(text) : text;
  expect(examine(bytes)).toMatchObject({ contentType: 'application/xml' });
  expect(readXmlDocument(bytes, US).flags).toMatchObject([{ code: 'xml_fault', params: { reason, line: expect.any(Number) } }]);
});
