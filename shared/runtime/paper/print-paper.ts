import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { renderSVG } from 'uqr';
import { FAMILIES, type Family } from './fonts.ts';
import type { Paper } from './paper.ts';
import layout from './paper.typ';

/** The engine and the fonts are files that no bundle holds: in Lambda they come from a layer (infra/tools/layer.ts). */
const packages = createRequire(import.meta.url);

/** PDF/A-3, which may hold files and needs nothing from outside, in its level A: a screen reader can read it as well. */
const PDF_STANDARD = 'a-3a';

/**
 * The PDF of a document: the same bytes for the same paper. A letter that no font has is printed as "?".
 * @throws Error when the logo cannot be read as what it is said to be.
 */
export function printPaper(paper: Paper): Buffer {
  const files = filesOf(paper);
  const text = JSON.stringify(described(paper), (_, value: unknown) => (typeof value === 'string' ? printable(value) : value));
  return printed(
    text,
    FAMILIES.filter(({ of }) => of === undefined || of.test(text)),
    files,
  );
}

/** What the layout reads: as it is told, the bytes by the path where it finds them. */
function described({ at, letterhead, files = [], qr, ...paper }: Paper) {
  const { logo, ...head } = letterhead;
  return {
    ...paper,
    ...(qr ? { qr: { ...qr, path: QR } } : {}),
    at: { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), ...timeOf(at) },
    letterhead: { ...head, ...(logo ? { logo: { format: logo.format, path: LOGO } } : {}) },
    fonts: FAMILIES.map(({ name }) => name),
    files: files.map(({ bytes: _, ...file }, index) => ({ ...file, path: `/files/${index}` })),
  };
}

/** Where a layout's paths begin: no folder of any machine, so that it reads nothing but what it is handed. */
const DESK = '/paper';
const LOGO = '/logo';
const QR = '/qr';
const timeOf = (at: Date) => ({ hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds() });

/** Error correction M, as the tax agency asks for it (Orden HAC/1177/2024 art. 21). */
const qrBytes = (text: string): Buffer => Buffer.from(renderSVG(text, { ecc: 'M', border: 2 }));

const filesOf = ({ letterhead, files = [], qr }: Paper): [path: string, bytes: Uint8Array][] => [
  ...(letterhead.logo ? [[LOGO, letterhead.logo.bytes] as [string, Uint8Array]] : []),
  ...(qr ? [[QR, qrBytes(qr.text)] as [string, Uint8Array]] : []),
  ...files.map(({ bytes }, index): [string, Uint8Array] => [`/files/${index}`, bytes]),
];

/** Text without what turns or hides other text. */
const printable = (text: string): string =>
  text
    .normalize('NFC')
    .toWellFormed()
    .replace(/[^\P{C}\n\u200c\u200d]/gu, '');

function printed(text: string, families: readonly Family[], files: readonly [string, Uint8Array][]): Buffer {
  const compiler = compilerWith(families);
  for (const [path, bytes] of files) compiler.mapShadow(`${DESK}${path}`, Buffer.from(bytes));
  try {
    return compiler.pdf({ mainFileContent: layout, inputs: { paper: text }, resetRead: true }, { pdfStandard: PDF_STANDARD });
  } catch (error) {
    const missing = lettersMissing(error);
    if (missing.size === 0) throw error;
    // A sign of no script may be in a font that was not thought to be needed.
    if (families.length < FAMILIES.length) return printed(text, FAMILIES, files);
    return printed([...text].map((letter) => (missing.has(letter) ? '?' : letter)).join(''), families, files);
  } finally {
    compiler.resetShadow();
    // What one paper computed serves no other, and comes to half a gigabyte after ten of many pages.
    compiler.evictCache(0);
  }
}

const compilers = new Map<string, NodeCompiler>();

/** A compiler that has these fonts: one for each set, for as long as the process lives. */
function compilerWith(families: readonly Family[]): NodeCompiler {
  const key = families.map(({ name }) => name).join();
  const found = compilers.get(key);
  if (found) return found;
  const { NodeCompiler: Compiler } = packages('@myriaddreamin/typst-ts-node-compiler') as { NodeCompiler: typeof NodeCompiler };
  const fontBlobs = families.flatMap(({ files }) => files.map((file) => readFileSync(packages.resolve(file))));
  const made = Compiler.create({ workspace: DESK, fontArgs: [{ fontBlobs }] });
  compilers.set(key, made);
  return made;
}

/** The letters that the standard forbids to print as an empty box, as the engine names them. */
function lettersMissing(error: unknown): ReadonlySet<string> {
  const message = error instanceof Error ? error.message : '';
  const named = [...message.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gu)].map(([, text]) => text ?? '');
  const plain = named.map((text) =>
    text.replace(/\\+u\{([0-9a-f]+)\}/gu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
  );
  return new Set(plain.flatMap((text) => [...text]).filter((letter) => letter > '\u007f'));
}
