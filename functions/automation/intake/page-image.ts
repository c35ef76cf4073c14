import type { IMagickImage, MagickReadSettings } from '@imagemagick/magick-wasm';
import { tiffPages } from '#domain/automation/intake/tiff-pages.ts';
import { assertDefined } from '#kernel/assert.ts';
import { magick, magickProgram, pdfium } from './scan-packages.ts';

/** A page as grey pixels, row by row from its upper left corner: 0 is black. */
export interface PageImage {
  readonly no: number;
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  /** Pixels to a point (1/72 inch) of the page as a console shows it. */
  readonly scale: number;
  /** It was unpacked as far as it goes: the rest of it is missing. */
  readonly isDamaged?: true;
}

/** The pages of a scan, made into pixels one at a time. */
export interface ScannedPages {
  readonly count: number;
  /** @throws UnreadableImage where it cannot be unpacked. */
  page(no: number): Promise<PageImage>;
  close(): void;
}

/** Pixels of a page's longer side: an A4 page at 220 dots an inch, from which letters of 8 points are read well. */
const LONG_SIDE = 2600;
/** A photo with fewer is enlarged: letters of less than 20 pixels are guessed. */
const SMALL_SIDE = 1600;
/** The most pixels that a photo is unpacked to: three times what phones take. */
const MAX_PIXELS = 150_000_000;

/** Why a scan cannot be made into pixels. */
export class UnreadableImage extends Error {
  override readonly name = 'UnreadableImage';
}

/** The pages of a PDF as they are printed. @throws UnreadableImage where it is no whole PDF. */
export async function pagesOfPdf(bytes: Uint8Array): Promise<ScannedPages> {
  const library = await pdfium().PDFiumLibrary.init();
  const document = await library.loadDocument(bytes).catch((error: unknown) => {
    library.destroy();
    throw new UnreadableImage(String(error));
  });
  return {
    count: document.getPageCount(),
    page: async (no) => {
      const page = document.getPage(no - 1);
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const scale = LONG_SIDE / Math.max(originalWidth, originalHeight, 1);
      const { width, height, data } = await page.render({ scale, colorSpace: 'Gray', render: async (own) => own.data });
      return { no, width, height, pixels: data, scale };
    },
    close: () => {
      document.destroy();
      library.destroy();
    },
  };
}

const FORMATS: Readonly<Record<string, string>> = {
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WEBP',
  'image/tiff': 'TIFF',
  'image/heic': 'HEIC',
};

/**
 * A photo, upright as its camera says, in grey and of a size that is read well; of a TIFF each of its pages.
 * @throws UnreadableImage where it, or a page of it, cannot be unpacked.
 */
export async function pagesOfPhoto(bytes: Uint8Array, contentType: string): Promise<ScannedPages> {
  const format = assertDefined(FORMATS[contentType], `the format of ${contentType}`);
  const { initializeImageMagick } = magick();
  await initializeImageMagick(magickProgram());
  const pages = format === 'TIFF' ? tiffPages(bytes) : [];
  const first = pictureOf(bytes, format, 1, pages[0]);
  const count = Math.max(1, pages.length);
  return { count, page: async (no) => (no === 1 ? first : pictureOf(bytes, format, no, pages[no - 1])), close: () => undefined };
}

/** @param told of a file of several pictures, the size of this one: it alone is unpacked, and nothing else tells it before. @throws UnreadableImage */
function pictureOf(bytes: Uint8Array, format: string, no: number, told?: { readonly width: number; readonly height: number }): PageImage {
  const { MagickFormat, MagickImageInfo, MagickReadSettings, ColorSpace } = magick();
  // The format is what the bytes were found to be: no other decoder ever sees them.
  const settings = new MagickReadSettings({
    format: format as (typeof MagickFormat)[keyof typeof MagickFormat],
    ...(told ? { frameIndex: no - 1, frameCount: 1 } : {}),
  });
  try {
    const { width, height } = told ?? MagickImageInfo.create(bytes, settings);
    if (width * height > MAX_PIXELS || width * height === 0)
      throw new UnreadableImage(`${width} by ${height} pixels are none, or too many`);
    return unpacked(bytes, settings, (photo, isDamaged): PageImage => {
      photo.autoOrient();
      photo.colorSpace = ColorSpace.Gray;
      const longer = Math.max(photo.width, photo.height);
      const own = longer > LONG_SIDE ? LONG_SIDE / longer : longer < SMALL_SIDE ? 2 : 1;
      if (own !== 1) photo.resize(Math.round(photo.width * own), Math.round(photo.height * own));
      // Grain of a sensor is taken for letters without an end; a radius of a pixel smooths it and leaves them.
      photo.gaussianBlur(1, 0.8);
      photo.depth = 8;
      const pixels = photo.write(MagickFormat.Gray, (data) => data.slice());
      // A console shows a photo by its own pixels, at 96 to the inch as browsers do: 0.75 points each.
      return {
        no,
        width: photo.width,
        height: photo.height,
        pixels,
        scale: own / 0.75,
        ...(isDamaged ? { isDamaged: true as const } : {}),
      };
    });
  } catch (error) {
    // ImageMagick throws errors of many names on what is no whole picture.
    throw error instanceof UnreadableImage ? error : new UnreadableImage(String(error));
  }
}

/** What a decoder says of a JPEG that it reads in part; other formats are not read at all. Of tags that it does not know it warns, too. */
const DAMAGE = /Premature end|Corrupt JPEG/;

/** Unpacks a picture. It is only told of by a warning that the half of it is missing, and grey. */
function unpacked<T>(bytes: Uint8Array, settings: MagickReadSettings, use: (photo: IMagickImage, isDamaged: boolean) => T): T {
  const { MagickImage } = magick();
  const photo = MagickImage.create();
  let isDamaged = false;
  photo.onWarning = ({ error }) => {
    isDamaged ||= DAMAGE.test(error.message);
  };
  try {
    photo.read(bytes, settings);
    return use(photo, isDamaged);
  } finally {
    photo.dispose();
  }
}
