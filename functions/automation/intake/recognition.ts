import type { Page, Worker } from 'tesseract.js';
import { isRead, type ScannedPage, type ScannedText } from '#domain/automation/intake/scan-fields.ts';
import type { PageImage } from './page-image.ts';
import { LANGUAGES, languageFolder, tesseract } from './scan-packages.ts';

/** Tells what stands on a page. Where other programs than ours could do it: one is made for a document, and closed after it. */
export interface PageReader {
  /** Undefined where it gave up on the page. */
  read(image: PageImage): Promise<ScannedPage | undefined>;
  close(): Promise<void>;
}

/** What a page may take: a full one takes one to three seconds; one of nothing but grain is taken for letters without an end. */
const PAGE_MS = 20_000;

/** Reads pages by tesseract: here, without a request to anybody. A page that takes too long is given up. */
export async function tesseractReader(pageMs = PAGE_MS): Promise<PageReader> {
  let worker = await newWorker();
  return {
    read: async (image) => {
      const late = Promise.withResolvers<'late'>();
      const timer = setTimeout(() => late.resolve('late'), pageMs);
      const page = await Promise.race([readUpright(worker, image), late.promise]);
      clearTimeout(timer);
      if (page !== 'late') return page;
      // It cannot be interrupted: what it works with goes, and the next page gets another.
      await worker.terminate();
      worker = await newWorker();
      return undefined;
    },
    close: async () => void (await worker.terminate()),
  };
}

async function newWorker(): Promise<Worker> {
  const { createWorker, OEM, PSM } = tesseract();
  const worker = await createWorker(LANGUAGES, OEM.LSTM_ONLY, { langPath: languageFolder(), cacheMethod: 'none' });
  await worker.setParameters({
    // Words wherever they stand: an invoice has columns and boxes that tesseract's own notion of paragraphs mixes up.
    tessedit_pageseg_mode: PSM.SPARSE_TEXT,
    // Else it guesses, and says so on the error stream for each page.
    user_defined_dpi: '220',
    // What it thinks of grain and borders is for its makers.
    debug_file: '/dev/null',
  });
  return worker;
}

/** Below this mean confidence a page may lie on its side, or stand on its head. */
const DOUBTED = 75;
/** So may one with fewer letters than that: of lines on their side a few specks are read, and those surely. */
const HARDLY_ANY = 40;

/** Reads a page, turned by quarters where it can hardly be read as it is. */
async function readUpright(worker: Worker, image: PageImage): Promise<ScannedPage> {
  const first = await readAs(worker, image, 0);
  const letters = first.page.texts.reduce((sum, { text }) => sum + text.length, 0);
  if (first.confidence >= DOUBTED && letters >= HARDLY_ANY) return first.page;
  const readings = [first];
  for (const quarters of [1, 3, 2]) readings.push(await readAs(worker, image, quarters));
  return readings.reduce((best, own) => (own.confidence * own.page.texts.length > best.confidence * best.page.texts.length ? own : best))
    .page;
}

async function readAs(worker: Worker, image: PageImage, quarters: number): Promise<{ page: ScannedPage; confidence: number }> {
  const turned = turn(image, quarters);
  const { no, width, height, scale } = turned;
  const { data } = await worker.recognize(portableGrey(turned), { rotateAuto: true }, { blocks: true, text: false });
  const texts = textsOf(data, scale);
  return {
    confidence: data.confidence,
    page: { no, width: width / scale, height: height / scale, texts, ...(quarters === 0 ? {} : { turned: true }) },
  };
}

/** A quarter to the right, `quarters` times. */
function turn(image: PageImage, quarters: number): PageImage {
  let { width, height, pixels } = image;
  for (let left = quarters; left > 0; left -= 1) {
    const turned = new Uint8Array(pixels.length);
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1) turned[x * height + (height - 1 - y)] = pixels[y * width + x] ?? 0;
    [width, height, pixels] = [height, width, turned];
  }
  return { ...image, width, height, pixels };
}

/** Netpbm's PGM: the plainest of the formats that tesseract reads. */
const portableGrey = ({ width, height, pixels }: PageImage): Buffer =>
  Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), pixels]);

function textsOf({ blocks }: Page, scale: number): ScannedText[] {
  const lines = (blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.lines));
  return lines.flatMap(({ words, baseline }) => {
    // Of a line's words the tallest tell how large its letters are: "a" and "-" are small in any.
    const size = Math.max(
      ...words
        .map(({ bbox }) => bbox.y1 - bbox.y0)
        .toSorted((a, b) => a - b)
        .slice(0, Math.ceil(words.length * 0.8)),
      1,
    );
    const slope = (baseline.y1 - baseline.y0) / Math.max(1, baseline.x1 - baseline.x0);
    return words
      .filter(({ text }) => isRead(text))
      .map(({ text, confidence, bbox }) => ({
        text,
        x: bbox.x0 / scale,
        y: (baseline.y0 + slope * ((bbox.x0 + bbox.x1) / 2 - baseline.x0)) / scale,
        width: (bbox.x1 - bbox.x0) / scale,
        height: size / scale,
        confidence: confidence / 100,
      }));
  });
}
