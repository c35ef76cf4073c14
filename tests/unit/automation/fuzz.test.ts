import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, expect, it } from 'vitest';
import { readXmlDocument } from '../../../functions/automation/intake/document-content.ts';
import { examine } from '../../../functions/automation/intake/examine.ts';
import { UnreadableImage } from '../../../functions/automation/intake/page-image.ts';
import { readPdfDocument } from '../../../functions/automation/intake/pdf-content.ts';
import { openScan } from '../../../functions/automation/intake/scan-content.ts';
import { scanned } from '../../../infra/tools/bench/worn-page.ts';
import { PAPER_INVOICE, writtenPdf } from '../../support/written-pdf.ts';

const US = { taxId: 'B12345674', name: 'Prueba, S.L.' };
/** How often each file is changed; more by `TRASTIENDA_FUZZ`. */
const RUNS = Number(process.env.TRASTIENDA_FUZZ ?? 120);
/** What none of them may take, on a machine with others at work. */
const LONGEST_MS = 10_000;

const UBL = `<?xml version="1.0" encoding="UTF-8"?><Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"><cbc:ID>A-1</cbc:ID><cbc:IssueDate>2026-11-12</cbc:IssueDate></Invoice>`;
const samples: Record<string, Uint8Array> = {};

beforeAll(async () => {
  const pdf = writtenPdf(PAPER_INVOICE);
  Object.assign(samples, {
    pdf,
    zip: zipSync({ 'a.pdf': pdf, 'b.xml': strToU8(UBL) }),
    xml: strToU8(UBL),
    utf16: Buffer.from(`\ufeff${UBL.replace('UTF-8', 'UTF-16')}`, 'utf16le'),
    jpeg: await scanned(pdf, 'JPEG', { dpi: 40 }),
    png: await scanned(pdf, 'PNG', { dpi: 40 }),
    webp: await scanned(pdf, 'WEBP', { dpi: 40 }),
  });
});

const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  without: fc.nat(60),
  put: fc.uint8Array({ maxLength: 16 }),
  again: fc.nat(200),
});

function changed(bytes: Uint8Array, changes: readonly { at: number; without: number; put: Uint8Array; again: number }[]): Uint8Array {
  return changes.reduce((now, { at, without, put, again }) => {
    const from = Math.floor(at * now.length);
    return Buffer.concat([now.subarray(0, from), put, now.subarray(from, from + again), now.subarray(from + without)]);
  }, bytes);
}

/** What becomes of a file from its bytes to its fields: it is read, or it is said why not. */
async function whole(bytes: Uint8Array): Promise<void> {
  const examined = examine(bytes);
  if ('danger' in examined) return expect(examined.danger).toMatch(/^[a-z_]+$/);
  if (examined.parts) {
    expect(examined.parts.length).toBeLessThanOrEqual(500);
    return;
  }
  const { contentType } = examined;
  if (contentType === 'application/xml') return expect(readXmlDocument(bytes, US).kind).toBeDefined() as unknown as undefined;
  if (contentType === 'application/pdf') expect((await readPdfDocument(bytes, US)).kind).toBeDefined();
  if (!/^(image\/(jpeg|png|webp)|application\/pdf)$/.test(contentType)) return;
  await openScan(bytes, contentType).then(
    async (pages) => {
      if (pages.count > 0) await pages.page(1).catch((error: unknown) => expect(error).toBeInstanceOf(UnreadableImage));
      pages.close();
    },
    (error: unknown) => expect(error).toBeInstanceOf(UnreadableImage),
  );
}

it.each(['pdf', 'zip', 'xml', 'utf16', 'jpeg', 'png', 'webp'])(
  '%s files with bytes changed, cut, put in and twice are read or refused, and soon',
  async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const from = performance.now();
        await whole(changed(samples[name] as Uint8Array, changes));
        expect(performance.now() - from).toBeLessThan(LONGEST_MS);
      }),
      { numRuns: RUNS, seed: 20261201 },
    );
  },
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
