import { refused } from '#kernel/errors.ts';
import { type Logo, MAX_LOGO_PIXELS } from './paper.ts';

const SENTENCES = {
  empty: 'The file is empty.',
  format: 'The file is no PNG, JPEG or SVG picture, whatever its name says.',
  pixels: `The picture has more than ${MAX_LOGO_PIXELS} pixels along a side. Make it smaller.`,
  active: 'The SVG holds scripts, links or entities. Save it as a plain picture.',
  unprintable: 'The picture cannot be printed: it is damaged, or of a kind that documents cannot hold.',
} as const;

/** A refusal of a file that cannot be a logo. */
export const unusable = (why: keyof typeof SENTENCES) => refused('company.logo_unusable', SENTENCES[why], 'body.file');

/**
 * What a file holds, by its bytes and not by its name.
 * @throws DomainError `company.logo_unusable` (422).
 */
export function formatOf(bytes: Uint8Array): Logo['format'] {
  if (bytes.length === 0) throw unusable('empty');
  const sides = pngSides(bytes) ?? jpegSides(bytes);
  if (sides) {
    if (Math.max(...sides.sides) > MAX_LOGO_PIXELS) throw unusable('pixels');
    return sides.format;
  }
  const text = new TextDecoder().decode(bytes);
  if (!/^(\s|<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE svg[^>]*>)*<svg[\s>]/.test(text)) throw unusable('format');
  if (ACTIVE.test(text)) throw unusable('active');
  return 'svg';
}

/** What runs, or fetches something from elsewhere: a picture within the file (`data:`) and a part of itself (`#`) may stay. */
const ACTIVE =
  /<(script|foreignObject|iframe|!ENTITY)|\son\w+\s*=|(href|src)\s*=\s*["']\s*(?!data:image\/|#)[^"']|url\(\s*["']?\s*(?!#)[^)]|@import/i;

interface Sides {
  readonly format: 'png' | 'jpg';
  readonly sides: readonly [number, number];
}

const isAt = (bytes: Uint8Array, at: number, wanted: readonly number[]): boolean =>
  wanted.every((byte, index) => bytes[at + index] === byte);
const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The first chunk of a PNG is its header: width and height at 16 and 20. */
const pngSides = (bytes: Uint8Array): Sides | undefined =>
  bytes.length >= 24 && isAt(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    ? { format: 'png', sides: [view(bytes).getUint32(16), view(bytes).getUint32(20)] }
    : undefined;

/** Segments of a JPEG say their length; a frame header (SOF) says height and width. */
function jpegSides(bytes: Uint8Array): Sides | undefined {
  if (!isAt(bytes, 0, [0xff, 0xd8, 0xff])) return undefined;
  const data = view(bytes);
  let at = 2;
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { format: 'jpg', sides: [data.getUint16(at + 7), data.getUint16(at + 5)] };
    at += 2 + data.getUint16(at + 2);
  }
  return undefined;
}
