import { tesseractReader } from '../../../functions/automation/intake/recognition.ts';
import { openScan, readScan } from '../../../functions/automation/intake/scan-content.ts';
import type { DocumentFields } from '../../../shared/domain/automation/intake/intake-document.ts';
import { BELIEVED } from '../../../shared/domain/automation/intake/read-field.ts';
import { Chance } from '../seed/chance.ts';
import { type PaperTruth, paperBy } from './paper-corpus.ts';
import { median } from './stats.ts';
import { scanned, type Wear } from './worn-page.ts';
import { writtenPdf } from './written-pdf.ts';

const US = { taxId: 'B12345674', name: 'Prueba, S.L.' };
const PAPERS = 6;
/** What a page may take on a machine on which others are at work: how long it takes is measured, what it says must not hang on it. */
const PATIENCE_MS = 90_000;
/** What a scanner of an office, a phone, a fax and a careless hand make of a page. */
const WEARS: Readonly<Record<string, Wear>> = {
  'scanner, 200 dpi': { dpi: 200 },
  'grey scanner, 150 dpi, grain': { dpi: 150, noise: 0.3, shade: 15 },
  'phone, 3° askew, blurred': { dpi: 180, degrees: 3, blur: 1, quality: 60 },
  'small, 100 dpi': { dpi: 100, quality: 50 },
  'on its side': { dpi: 150, degrees: 90 },
};

interface WearResult {
  readonly wear: string;
  /** Fields that were told beforehand, those that were read right, and those that are believed. */
  readonly fields: number;
  readonly right: number;
  readonly believed: number;
  /** Believed and wrong: there must be none. */
  readonly wrong: number;
  /** Right, or left to a person. */
  readonly rightOrDoubted: number;
  /** Median milliseconds of a page. */
  readonly pageMs: number;
}

export interface ScanFigures {
  readonly wears: readonly WearResult[];
  readonly peakMb: number;
}

interface Judged {
  readonly right: boolean;
  readonly believed: boolean;
}

/** The six fields against what was told of the paper: right or not, believed or not. */
function judged(fields: DocumentFields | undefined, truth: PaperTruth): Judged[] {
  const one = (field: { readonly value: unknown; readonly confidence: number } | undefined, wanted: unknown) => ({
    right: field?.value === wanted,
    believed: (field?.confidence ?? 0) >= BELIEVED,
  });
  const taxes = fields?.taxes ?? [];
  const believed = taxes.length > 0 && taxes.every(({ confidence }) => confidence >= BELIEVED);
  const same = (of: 'base' | 'tax') => {
    const texts = (rows: readonly PaperTruth['taxes'][number][]) =>
      rows
        .map((row) => `${row.rate}#${row[of]}`)
        .sort()
        .join();
    return { right: texts(taxes.map(({ value }) => value)) === texts(truth.taxes), believed };
  };
  return [
    one(fields?.supplierTaxId, truth.taxId),
    one(fields?.number, truth.number),
    one(fields?.date, truth.date),
    one(fields?.total, truth.total),
    same('base'),
    same('tax'),
  ];
}

/** Reads the same papers worn in several ways. @param seed of the papers @param papers how many of them, each in every wear */
export async function measureScans(seed = 'scans-1', papers = PAPERS): Promise<ScanFigures> {
  const wears: WearResult[] = [];
  for (const [name, wear] of Object.entries(WEARS)) wears.push(await measureWear(name, wear, seed, papers));
  return { wears, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) };
}

async function measureWear(name: string, wear: Wear, seed: string, papers: number): Promise<WearResult> {
  const chance = new Chance(seed);
  const times: number[] = [];
  const all: Judged[] = [];
  for (let no = 0; no < papers; no += 1) {
    const { texts, truth } = paperBy(chance);
    const picture = await scanned(writtenPdf(texts), 'JPEG', wear);
    const from = performance.now();
    const pages = await openScan(picture, 'image/jpeg');
    const { fields } = await readScan(pages, 'image', US, { open: () => tesseractReader(PATIENCE_MS) });
    pages.close();
    times.push(performance.now() - from);
    all.push(...judged(fields, truth));
  }
  const count = (of: (each: Judged) => boolean) => all.filter(of).length;
  return {
    ...{ wear: name, fields: all.length, right: count(({ right }) => right), believed: count((each) => each.believed) },
    ...{ wrong: count((each) => each.believed && !each.right), rightOrDoubted: count((each) => each.right || !each.believed) },
    pageMs: Math.round(median(times) ?? 0),
  };
}

export const scansText = ({ wears, peakMb }: ScanFigures): string =>
  [
    'Scans and photos: six fields of each paper, told before it is read (goal: 0.80 right or left to a person, none wrong and believed)',
    ...wears.map(
      ({ wear, fields, right, believed, wrong, rightOrDoubted, pageMs }) =>
        `  ${wear.padEnd(30)} right ${(right / fields).toFixed(2)}  right or doubted ${(rightOrDoubted / fields).toFixed(2)}  believed ${(believed / fields).toFixed(2)}  wrong ${wrong}  ${pageMs} ms a page`,
    ),
    `  peak memory ${peakMb} MB`,
  ].join('\n');
