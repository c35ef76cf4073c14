/** More are not counted: a chain may lead back into itself. */
const MAX_PAGES = 1000;
/** Tags of a picture's pixels in each direction, and the type of a number of two bytes (TIFF 6.0, sections 2 and 3). */
const [IMAGE_WIDTH, IMAGE_LENGTH, SHORT] = [256, 257, 3];

/** A picture's pixels in each direction, as its directory tells them. */
interface TiffPage {
  readonly width: number;
  readonly height: number;
}

/**
 * The pictures that a TIFF holds: its chain of directories (TIFF 6.0, section 2), as far as it goes; none where it has none to follow,
 * as in BigTIFF.
 */
export function tiffPages(bytes: Uint8Array): TiffPage[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8) return [];
  const isLittle = view.getUint16(0) === 0x4949;
  if (view.getUint16(2, isLittle) !== 42) return [];
  const pages: TiffPage[] = [];
  for (let at = view.getUint32(4, isLittle); at > 0 && at + 2 <= bytes.length && pages.length < MAX_PAGES; ) {
    // A directory: the number of its entries, these of 12 bytes each, and where the next one is.
    const next = at + 2 + view.getUint16(at, isLittle) * 12;
    pages.push({ width: sizeAt(IMAGE_WIDTH), height: sizeAt(IMAGE_LENGTH) });
    at = next + 4 <= bytes.length ? view.getUint32(next, isLittle) : 0;

    /** The largest that it tells: a tag may stand twice. */
    function sizeAt(tag: number): number {
      let size = 0;
      for (let entry = at + 2; entry < next && entry + 12 <= bytes.length; entry += 12)
        if (view.getUint16(entry, isLittle) === tag) {
          const isShort = view.getUint16(entry + 2, isLittle) === SHORT;
          size = Math.max(size, isShort ? view.getUint16(entry + 8, isLittle) : view.getUint32(entry + 8, isLittle));
        }
      return size;
    }
  }
  return pages;
}
