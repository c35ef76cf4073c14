import { crc32 } from 'node:zlib';
import { unzipSync } from 'fflate';
import {
  ARCHIVE_LIMITS,
  type ArchiveEntry,
  type Danger,
  dangerOfArchive,
  isDocumentEntry,
  isOfficeArchive,
} from '#domain/automation/intake/file-danger.ts';
import type { DocumentKind } from '#domain/automation/intake/intake-document.ts';
import { asLatin, bearsVirus, type FileType, fileTypeOf, officeDanger } from '#kernel/file-type.ts';

/** A file of an archive. */
interface Part {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ExaminedFile {
  readonly contentType: string;
  readonly kind: DocumentKind;
  /** The files of an archive. */
  readonly parts?: readonly Part[];
}

const TYPES: Readonly<Partial<Record<FileType, { readonly contentType: string; readonly kind: DocumentKind }>>> = {
  pdf: { contentType: 'application/pdf', kind: 'pdf' },
  xml: { contentType: 'application/xml', kind: 'other' },
  jpeg: { contentType: 'image/jpeg', kind: 'image' },
  png: { contentType: 'image/png', kind: 'image' },
  webp: { contentType: 'image/webp', kind: 'image' },
  tiff: { contentType: 'image/tiff', kind: 'image' },
  heic: { contentType: 'image/heic', kind: 'image' },
  mail: { contentType: 'message/rfc822', kind: 'other' },
  text: { contentType: 'text/plain', kind: 'other' },
  office: { contentType: 'application/octet-stream', kind: 'other' },
};

/** What a file is by its bytes, and the files in it; or why it is not opened. */
export function examine(bytes: Uint8Array): ExaminedFile | { readonly danger: Danger } {
  const type = fileTypeOf(bytes);
  if (type === 'zip') return examineArchive(bytes);
  if (type === 'program' || type === 'archive' || type === 'unknown') return { danger: type };
  const latin = asLatin(bytes);
  const danger = bearsVirus(latin) ? 'malware' : (DANGERS[type]?.(latin) ?? undefined);
  return danger ? { danger } : (TYPES[type] ?? { danger: 'unknown' });
}

/** What makes a file of some type dangerous. */
const DANGERS: Readonly<Partial<Record<FileType, (latin: string) => Danger | undefined>>> = {
  // An encrypted PDF says so in its trailer (ISO 32000-1, 7.6.1): whether it opens without a password is yet to be seen.
  pdf: (latin) => (/\/Encrypt\s+\d+\s+\d+\s+R/.test(latin) ? 'encrypted' : undefined),
  // Without the zeros of UTF-16. No invoice declares entities, and those that do, do it to be unpacked or to fetch something.
  xml: (latin) => (/<!ENTITY\b/i.test(latin.replaceAll('\0', '')) ? 'entities' : undefined),
  office: officeDanger,
};

function examineArchive(bytes: Uint8Array): ExaminedFile | { readonly danger: Danger } {
  try {
    const entries: ArchiveEntry[] = [];
    unzipSync(bytes, {
      filter: ({ name, size, originalSize, compression }) => {
        // Neither stored nor deflated: encrypted by AES, or of a method that programs of an office do not write.
        entries.push({ name, packedBytes: size, bytes: originalSize, encrypted: ![0, 8].includes(compression) });
        return false;
      },
    });
    const danger = isEncrypted(bytes) ? 'encrypted' : dangerOfArchive(entries);
    if (danger) return { danger };
    if (isOfficeArchive(entries)) return { contentType: 'application/octet-stream', kind: 'other' };
    const checksums = checksumsOf(bytes, entries.length);
    const parts = entries.flatMap((entry, i) =>
      isDocumentEntry(entry) ? [{ name: plainName(entry.name), bytes: unpacked(bytes, i, checksums[i]) }] : [],
    );
    return parts.length === 0 ? { danger: 'empty' } : { contentType: 'application/zip', kind: 'other', parts };
  } catch {
    // fflate throws plain errors on what is no whole archive: cut off, or made up.
    return { danger: 'broken' };
  }
}

/**
 * One entry of an archive, by its place in the directory: an archive may have a name twice, or one that no object can have as its own,
 * and the files by name would be fewer. @throws Error where it cannot be unpacked, or is not what was packed.
 */
function unpacked(bytes: Uint8Array, place: number, checksum: number | undefined): Uint8Array {
  let at = -1;
  const files = unzipSync(bytes, {
    filter: ({ originalSize }) => {
      at += 1;
      return at === place && originalSize <= ARCHIVE_LIMITS.bytes;
    },
  });
  // A file named `__proto__` becomes what the object is made from.
  const [file = Object.getPrototypeOf(files)] = Object.values(files);
  if (!(file instanceof Uint8Array)) throw new Error(`entry ${place} has no bytes`);
  if (crc32(file) !== checksum) throw new Error(`entry ${place} is damaged`);
  return file;
}

/**
 * The CRC-32 of each entry as the directory of an archive tells it (APPNOTE 4.3.12 to 4.3.16). fflate does not compare them: a damaged
 * entry, or one that says to be shorter than it is, would be a document of which a part is missing.
 */
function checksumsOf(bytes: Uint8Array, count: number): number[] {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = archive.lastIndexOf('PK\x05\x06', archive.length - 22, 'latin1');
  const isLarge = archive.readUInt32LE(end + 16) === 0xff_ff_ff_ff || archive.readUInt16LE(end + 8) === 0xff_ff;
  let at = archive.readUInt32LE(isLarge ? archive.readUInt32LE(end - 12) + 48 : end + 16);
  return Array.from({ length: count }, () => {
    const checksum = archive.readUInt32LE(at + 16);
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    return checksum;
  });
}

/** Bit 0 of the flags of the first entry's header (APPNOTE 4.4.4): its bytes are encrypted. */
const isEncrypted = (bytes: Uint8Array): boolean => ((bytes[6] ?? 0) & 1) === 1;

/** The last part of a path, as a name that people read. */
const plainName = (path: string): string =>
  (path.split(/[/\\]/).at(-1) ?? path)
    .normalize('NFC')
    .replace(/\p{Cc}/gu, '')
    .slice(0, 120) || 'documento';
