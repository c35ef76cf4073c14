/** Why a file is kept apart and never opened. */
export type Danger =
  | 'program'
  | 'archive'
  | 'encrypted'
  | 'broken'
  | 'too_large'
  | 'bomb'
  | 'empty'
  | 'macros'
  | 'malware'
  | 'entities'
  | 'unknown';

/** The largest file that is taken, in bytes. */
export const MAX_DOCUMENT_BYTES = 50_000_000;
/** What an archive may unpack to: entries, bytes in all, and how many times its own size. */
export const ARCHIVE_LIMITS = { entries: 500, bytes: 200_000_000, ratio: 100 } as const;

/** An entry of an archive as its directory tells it. */
export interface ArchiveEntry {
  readonly name: string;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly encrypted: boolean;
}

/** Why an archive is not unpacked; undefined where it may be. Sizes are the directory's: whoever unpacks holds it to them. */
export function dangerOfArchive(entries: readonly ArchiveEntry[]): Danger | undefined {
  if (entries.some(({ encrypted }) => encrypted)) return 'encrypted';
  if (entries.some(({ name }) => /(^|\/)vbaProject\.bin$/i.test(name))) return 'macros';
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.packedBytes, 0);
  const { entries: most, bytes: mostBytes, ratio } = ARCHIVE_LIMITS;
  return entries.length > most || bytes > mostBytes || bytes > Math.max(1_000_000, packed * ratio) ? 'bomb' : undefined;
}

/** Whether an archive is a document of an office program (OOXML, ODF) and not a folder of files. */
export const isOfficeArchive = (entries: readonly ArchiveEntry[]): boolean =>
  entries.some(({ name }) => name === '[Content_Types].xml' || name === 'mimetype' || name === 'META-INF/manifest.xml');

/** An entry of a folder that is one of the documents, and no part of an archive's own house-keeping: hidden files, but not a path such as `../`. */
export const isDocumentEntry = ({ name, bytes }: ArchiveEntry): boolean =>
  bytes > 0 && !name.endsWith('/') && !/(^|\/)(__MACOSX|\.(?!\.?(\/|$))[^/]*)(\/|$)|(^|\/)(thumbs\.db|desktop\.ini)$/i.test(name);
