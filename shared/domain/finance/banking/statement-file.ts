import { type XmlElement, XmlFault } from '#kernel/xml.ts';
import { readCamt } from './camt.ts';
import type { CsvMapping } from './csv-columns.ts';
import { readCsvStatement } from './csv-statement.ts';
import { fileText, isUtf16, lineOfBrokenUtf8, textLines } from './file-text.ts';
import { isMt940, readMt940 } from './mt940.ts';
import { isNorma43, readNorma43 } from './norma43.ts';
import { isOfx, readOfx } from './ofx.ts';
import type { BankStatement } from './statement.ts';
import { refuseStatement } from './statement-fault.ts';

/** What a file is read with besides of its bytes. */
export interface StatementHints {
  /** Reads XML: the rulebook knows no library. @throws XmlFault */
  readonly xml: (bytes: Uint8Array) => XmlElement;
  /** How a CSV is read: there is no telling by its bytes. */
  readonly csv?: CsvMapping | undefined;
}

/** How a file of a statement is written, told from what stands in it and never from its name. */
export type StatementFileKind = 'norma43' | 'camt' | 'mt940' | 'ofx';

/** A statement of 10,000 movements has some 15 MB in camt.053, and 3 MB in Norma 43. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** How much of a file its kind is told from. Even, as characters of UTF-16 are. */
const HEAD = 20_000;

/** The kind of a file by its text; undefined where it may be a CSV, or nothing that we know. */
function kindOf(text: string): StatementFileKind | undefined {
  if (isOfx(text)) return 'ofx';
  if (/^\s*</.test(text)) return 'camt';
  const lines = textLines(text.slice(0, HEAD));
  if (isNorma43(lines)) return 'norma43';
  return isMt940(lines) ? 'mt940' : undefined;
}

/** The kind of a file that may be a statement. */
export function statementFileKind(bytes: Uint8Array): StatementFileKind | undefined {
  const text = fileText(bytes.subarray(0, HEAD)).replaceAll('\ufeff', '');
  const kind = kindOf(text);
  // Other documents are XML, too.
  return kind === 'camt' && !/:xsd:camt\.05[234]\./.test(text) ? undefined : kind;
}

function readXmlStatement(bytes: Uint8Array, { xml }: StatementHints): readonly BankStatement[] {
  try {
    return readCamt(xml(bytes));
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    const why = error.reason === 'encoding' || error.reason === 'too_large' ? error.reason : 'xml';
    return refuseStatement(why, error.line, error.message, { reason: error.reason });
  }
}

/** Bytes that no text has: an image, an archive, a program. */
const isBinary = (text: string): boolean => text.slice(0, 4000).includes('\u0000');

/**
 * Reads a file of bank statements, of one account or several: it is taken whole or not at all.
 * @throws DomainError `statement.unreadable` or `statement.unbalanced` (400) that names line and cause
 */
export function readStatements(bytes: Uint8Array, hints: StatementHints): readonly BankStatement[] {
  if (bytes.length > MAX_FILE_BYTES)
    refuseStatement('too_large', 1, `the file has more than ${MAX_FILE_BYTES} bytes.`, { limit: MAX_FILE_BYTES });
  const text = fileText(bytes).replaceAll('\ufeff', '');
  if (text.trim() === '') refuseStatement('empty', 1, 'the file is empty.');
  const kind = kindOf(text);
  // XML tells its encoding, and is refused where that is another.
  if (kind === 'camt') return readXmlStatement(bytes, hints);
  const broken = isUtf16(bytes) ? undefined : lineOfBrokenUtf8(bytes);
  if (broken !== undefined)
    refuseStatement('encoding', broken, 'the file is UTF-8, and has bytes that are not: it was cut, or put together of two.');
  if (kind === 'ofx') return readOfx(text);
  if (kind === 'norma43') return readNorma43(textLines(text));
  if (kind === 'mt940') return readMt940(textLines(text));
  if (hints.csv && !isBinary(text)) return readCsvStatement(text, hints.csv);
  return refuseStatement(
    'unknown_format',
    1,
    'the file is no Norma 43, camt.052, camt.053, camt.054, MT940 or OFX, and no mapping tells how to read it as CSV.',
  );
}
