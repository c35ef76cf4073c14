/** More are not counted: a chain may lead back into itself. */
const MAX_PAGES = 1000;

/**
 * How many pictures a TIFF holds: its chain of directories (TIFF 6.0, section 2), as far as it goes; 1 where it has none to follow,
 * as in BigTIFF.
 */
export function tiffPages(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8) return 1;
  const isLittle = view.getUint16(0) === 0x4949;
  if (view.getUint16(2, isLittle) !== 42) return 1;
  let count = 0;
  for (let at = view.getUint32(4, isLittle); at > 0 && at + 2 <= bytes.length && count < MAX_PAGES; ) {
    count += 1;
    // A directory: the number of its entries, these of 12 bytes each, and where the next one is.
    const next = at + 2 + view.getUint16(at, isLittle) * 12;
    at = next + 4 <= bytes.length ? view.getUint32(next, isLittle) : 0;
  }
  return Math.max(1, count);
}
