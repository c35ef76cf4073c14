import { assertDefined } from '#kernel/assert.ts';
import { detectText, MAX_PAGE_BYTES, type TextBlock } from '#runtime/textract.ts';
import type { PageImage } from './page-image.ts';
import type { PageReader } from './recognition.ts';
import { magick, magickProgram } from './scan-packages.ts';
import { scannedPageOf } from './textract-page.ts';

/** Letters stay as they are at 90; at 50 even the grain of a bad sensor is below the limit. */
const QUALITIES = [90, 50];

/**
 * Reads pages by Amazon Textract: each is sent to AWS, in a call of its own. A page that it cannot read is given
 * up. @throws what else it answers: the state machine tries again.
 */
export function textractReader(
  detect: (picture: Uint8Array) => Promise<readonly TextBlock[] | undefined> = (picture) => detectText(picture),
): PageReader {
  return {
    read: async (image) => {
      const { no, width, height, scale } = image;
      const page = { no, width: width / scale, height: height / scale };
      const blocks = await detect(await jpegOf(image));
      return blocks ? scannedPageOf(blocks, page) : undefined;
    },
    close: async () => undefined,
  };
}

/** A page's pixels as the best JPEG that one call takes. */
export async function jpegOf({ width, height, pixels }: PageImage): Promise<Uint8Array> {
  const { initializeImageMagick, ImageMagick, MagickFormat, MagickReadSettings } = magick();
  await initializeImageMagick(magickProgram());
  const settings = new MagickReadSettings({ format: MagickFormat.Gray, width, height, depth: 8 });
  return ImageMagick.read(pixels, settings, (picture) => {
    const made = QUALITIES.values().map((quality) => {
      picture.quality = quality;
      return picture.write(MagickFormat.Jpeg, (data) => data.slice());
    });
    return assertDefined(
      made.find(({ length }) => length <= MAX_PAGE_BYTES),
      'a page of at most 10 MB',
    );
  });
}
