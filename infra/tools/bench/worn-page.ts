import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pagesOfPdf } from '../../../functions/automation/intake/page-image.ts';
import { magick } from '../../../functions/automation/intake/scan-packages.ts';

/** What scanners and phones do to a page. */
export interface Wear {
  /** Degrees to the right. */
  readonly degrees?: number;
  /** 0 (none) to 1 (grain all over). */
  readonly noise?: number;
  /** Radius of the blur in pixels. */
  readonly blur?: number;
  /** Dots an inch. */
  readonly dpi?: number;
  /** Of the JPEG: 1 to 100. */
  readonly quality?: number;
  /** How dark the paper is, in percent: 0 is white. */
  readonly shade?: number;
}

const packages = createRequire(import.meta.url);

/** The first page of a PDF as a picture: worn as it is told, always the same way. */
export async function scanned(pdf: Uint8Array, as: 'JPEG' | 'PNG' | 'WEBP' | 'TIFF', wear: Wear = {}): Promise<Uint8Array> {
  const { degrees = 0, noise = 0, blur = 0, dpi = 200, quality = 70, shade = 0 } = wear;
  const { initializeImageMagick, ImageMagick, MagickColor, MagickFormat, MagickReadSettings, NoiseType, Percentage, Magick } = magick();
  const pages = await pagesOfPdf(pdf);
  const { width, height, pixels, scale } = await pages.page(1);
  pages.close();
  await initializeImageMagick(readFileSync(packages.resolve('@imagemagick/magick-wasm/magick.wasm')));
  Magick.setRandomSeed(7);
  const grey = new MagickReadSettings({ format: MagickFormat.Gray, width, height, depth: 8 });
  return ImageMagick.read(pixels, grey, (image) => {
    const factor = dpi / 72 / scale;
    image.resize(Math.round(width * factor), Math.round(height * factor));
    image.backgroundColor = new MagickColor('white');
    if (degrees !== 0) image.rotate(degrees);
    if (shade > 0) image.modulate(new Percentage(100 - shade));
    if (noise > 0) image.addNoise(NoiseType.Gaussian, noise);
    if (blur > 0) image.gaussianBlur(blur, blur);
    image.quality = quality;
    return image.write(as as (typeof MagickFormat)[keyof typeof MagickFormat], (data) => data.slice());
  });
}

/** A PDF of pages that are a JPEG each and nothing else, as scanners write them. @param size of the page in points. */
export function scanOf(jpegs: readonly { readonly bytes: Uint8Array; readonly width: number; readonly height: number }[]): Buffer {
  const kids = jpegs.map((_, i) => `${3 + i * 3} 0 R`).join(' ');
  const objects: Buffer[] = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(`<< /Type /Pages /Kids [${kids}] /Count ${jpegs.length} >>`),
  ];
  jpegs.forEach(({ bytes, width, height }, i) => {
    const [page, drawing, image] = [3 + i * 3, 4 + i * 3, 5 + i * 3];
    const drawn = 'q 595 0 0 842 0 0 cm /Im Do Q';
    objects.push(
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /Im ${image} 0 R >> >> /Contents ${drawing} 0 R >> % ${page}`,
      ),
      Buffer.from(`<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`),
      Buffer.concat([
        Buffer.from(
          `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode /Length ${bytes.length} >>\nstream\n`,
        ),
        bytes,
        Buffer.from('\nendstream'),
      ]),
    );
  });
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let at = parts[0]?.length ?? 0;
  objects.forEach((object, i) => {
    const whole = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    offsets.push(at);
    parts.push(whole);
    at += whole.length;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
