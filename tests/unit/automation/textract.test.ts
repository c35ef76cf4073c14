import { BadDocumentException, ProvisionedThroughputExceededException } from '@aws-sdk/client-textract';
import { describe, expect, it } from 'vitest';
import { openScan, readScan } from '../../../functions/automation/intake/scan-content.ts';
import { scannedPageOf } from '../../../functions/automation/intake/textract-page.ts';
import { jpegOf, textractReader } from '../../../functions/automation/intake/textract-recognition.ts';
import { scanned } from '../../../infra/tools/bench/worn-page.ts';
import { Chance } from '../../../infra/tools/seed/chance.ts';
import { BELIEVED } from '../../../shared/domain/automation/intake/read-field.ts';
import { requireScanReader } from '../../../shared/domain/platform/company/policies.ts';
import { detectText, type TextBlock } from '../../../shared/runtime/textract.ts';
import { PAPER_INVOICE, writtenPdf } from '../../support/written-pdf.ts';

const US = { taxId: 'B12345674', name: 'Prueba, S.L.' };
const A4 = { no: 1, width: 595, height: 842 };

type Move = (x: number, y: number) => readonly [number, number];
const asItIs: Move = (x, y) => [x, y];

/** A word as the API's reference writes one (Block, Geometry, Point): letters of 10 points, each half as wide. */
function wordAt(id: string, text: string, [x, y]: readonly [number, number], { move, width, height }: Page): TextBlock {
  const corners = [
    [x, y - 10],
    [x + text.length * 5, y - 10],
    [x + text.length * 5, y],
    [x, y],
  ] as const;
  const points = corners.map(([a, b]) => move(a, b)).map(([a, b]) => ({ X: a / width, Y: b / height }));
  const [xs, ys] = [points.map(({ X }) => X), points.map(({ Y }) => Y)];
  const [Left, Top] = [Math.min(...xs), Math.min(...ys)];
  const BoundingBox = { Left, Top, Width: Math.max(...xs) - Left, Height: Math.max(...ys) - Top };
  return {
    ...{ BlockType: 'WORD', Id: id, Text: text, TextType: 'PRINTED', Confidence: 99.4 },
    Geometry: { BoundingBox, Polygon: points },
  };
}

interface Page {
  readonly move: Move;
  readonly width: number;
  readonly height: number;
}

/** The invoice of tests/support/written-pdf.ts as DetectDocumentText answers: PAGE, its LINEs, and each LINE's WORDs. */
function answerOf(page: Page = { ...A4, move: asItIs }): TextBlock[] {
  const lines = PAPER_INVOICE.map(([x, y, text], at) => {
    let left = x;
    const words = text.split(' ').map((word, no) => {
      const block = wordAt(`w${at}-${no}`, word, [left, y], page);
      left += word.length * 5 + 3;
      return block;
    });
    const line: TextBlock = {
      ...{ BlockType: 'LINE', Id: `l${at}`, Text: text, Confidence: 99.4 },
      Relationships: [{ Type: 'CHILD', Ids: words.map(({ Id = '' }) => Id) }],
    };
    return { line, words };
  });
  const whole: TextBlock = {
    BlockType: 'PAGE',
    Id: 'p',
    Relationships: [{ Type: 'CHILD', Ids: lines.map(({ line: { Id = '' } }) => Id) }],
  };
  return [whole, ...lines.map(({ line }) => line), ...lines.flatMap(({ words }) => words)];
}

async function read(Blocks: TextBlock[], bytes?: Uint8Array) {
  const pages = await openScan(bytes ?? (await scanned(writtenPdf(PAPER_INVOICE), 'PNG', { dpi: 60 })), 'image/png');
  return readScan(pages, 'scan', US, { open: async () => textractReader(async () => Blocks) });
}

describe('what Amazon Textract tells of a page is read as what any reader tells', () => {
  it('a line of two words, by hand', () => {
    const word = (Id: string, Text: string, Left: number, Top: number, Width: number, Height: number): TextBlock => ({
      ...{ BlockType: 'WORD', Id, Text, Confidence: 87.5 },
      Geometry: { BoundingBox: { Left, Top, Width, Height } },
    });
    const line: TextBlock = { BlockType: 'LINE', Id: 'l', Relationships: [{ Type: 'CHILD', Ids: ['a', 'b', 'c'] }] };
    const blocks = [
      line,
      word('a', 'Total', 0.5, 0.25, 0.1, 0.02),
      word('b', '121,00', 0.625, 0.25, 0.125, 0.02),
      word('c', '|', 0.8, 0.25, 0.01, 0.02),
    ];
    // Of a page of 400 by 800 points: 0.5 × 400, (0.25 + 0.02) × 800, 0.1 × 400, 0.02 × 800. A bar is no word.
    expect(scannedPageOf(blocks, { no: 3, width: 400, height: 800 })).toEqual({
      ...{ no: 3, width: 400, height: 800 },
      texts: [
        { text: 'Total', x: 200, y: 216, width: 40, height: 16, confidence: 0.875 },
        { text: '121,00', x: 250, y: 216, width: 50, height: 16, confidence: 0.875 },
      ],
    });
  });

  const sideways: Page = { width: 842, height: 595, move: (x, y) => [842 - y, x] };
  const upsideDown: Page = { ...A4, move: (x, y) => [595 - x, 842 - y] };
  const [cos, sin] = [Math.cos(Math.PI / 60), Math.sin(Math.PI / 60)];
  const askew: Page = {
    ...A4,
    move: (x, y) => [297.5 + (x - 297.5) * cos - (y - 421) * sin, 421 + (x - 297.5) * sin + (y - 421) * cos],
  };
  it.each<[string, Page, boolean]>([
    ['straight', { ...A4, move: asItIs }, false],
    ['three degrees askew', askew, false],
    ['on its side', sideways, true],
    ['on its head', upsideDown, true],
  ])('an invoice, %s: each word where it is printed', (_, page, turned) => {
    const made = scannedPageOf(answerOf(page), { no: 1, width: page.width, height: page.height });
    expect([made.width, made.height, made.turned ?? false]).toEqual([595, 842, turned]);
    const total = made.texts.find(({ text }) => text === '594,00');
    expect([total?.x, total?.y, total?.width, total?.height].map((each) => Math.round(each ?? 0))).toEqual([430, 350, 30, 10]);
  });

  it('its fields, believed as far as they prove themselves', async () => {
    const { fields, flags } = await read(answerOf());
    const { supplierTaxId, iban, number, date, dueDate, total, taxes = [] } = fields ?? {};
    expect([supplierTaxId, iban, number, date, dueDate, total].map((field) => field?.value)).toEqual([
      'B83456780',
      'ES9121000418450200051332',
      'A-2026/0117',
      '2026-11-12',
      '2026-12-12',
      594_00,
    ]);
    expect(taxes.map(({ value }) => value)).toEqual([
      { rate: '21', base: 400_00, tax: 84_00 },
      { rate: '10', base: 100_00, tax: 10_00 },
    ]);
    expect([total, supplierTaxId].every((field) => (field?.confidence ?? 0) >= BELIEVED)).toBe(true);
    expect([number, date].every((field) => (field?.confidence ?? 1) < BELIEVED)).toBe(true);
    expect(flags).toEqual([]);
  });
});

describe('a page is sent within what a call takes', () => {
  const image = (side: number, pixels: Uint8Array) => ({ no: 1, width: side, height: side, scale: 2, pixels });

  it('as a JPEG of the same pixels: of 10 MB at most, whatever the grain', async () => {
    const side = 3200;
    const chance = new Chance('grain');
    const noise = Uint8Array.from({ length: side * side }, () => chance.whole(0, 255));
    const bytes = await jpegOf(image(side, noise));
    expect([bytes[0], bytes[1], bytes.length <= 10 * 1024 * 1024]).toEqual([0xff, 0xd8, true]);
    const back = await openScan(await jpegOf(image(1700, new Uint8Array(1700 * 1700).fill(128))), 'image/jpeg');
    const { width, height, pixels } = await back.page(1);
    expect([width, height, pixels[0]]).toEqual([1700, 1700, 128]);
  });

  it('one that it cannot read is given up; a throttle breaks off, and the state machine tries again', async () => {
    const failing = (error: Error) =>
      textractReader((picture) => detectText(picture, { send: () => Promise.reject(error) } as never)).read(
        image(40, new Uint8Array(1600)),
      );
    const told = { $metadata: {}, message: 'no' };
    expect(await failing(new BadDocumentException(told))).toBeUndefined();
    await expect(failing(new ProvisionedThroughputExceededException(told))).rejects.toThrow(ProvisionedThroughputExceededException);
  });
});

it('a company chooses it only where its deployment has it', () => {
  expect(() => requireScanReader('textract', false)).toThrow('This deployment has no Amazon Textract.');
  for (const [chosen, has] of [
    ['textract', true],
    ['own', false],
    [undefined, false],
  ] as const)
    requireScanReader(chosen, has);
});
