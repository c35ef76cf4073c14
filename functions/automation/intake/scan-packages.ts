import { copyFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What scans and photos are read with are files that no bundle holds (30 MB of WebAssembly and language data): in Lambda they
 * come from a layer (infra/tools/scan-layer.ts). They are loaded by the one function that has it, once it needs them.
 */
const packages = createRequire(import.meta.url);

export const pdfium = () => packages('@hyzyla/pdfium') as typeof import('@hyzyla/pdfium');
export const magick = () => packages('@imagemagick/magick-wasm') as typeof import('@imagemagick/magick-wasm');
export const magickProgram = (): Uint8Array => readFileSync(packages.resolve('@imagemagick/magick-wasm/magick.wasm'));
export const tesseract = () => packages('tesseract.js') as typeof import('tesseract.js');

/** Spanish, with English beside it: other languages of Latin letters are read by these two as well, without their accents. */
export const LANGUAGES = ['spa', 'eng'];

let folder: string | undefined;
/** A folder with the data of both languages, which tesseract wants in one: the small models of integers, 2 MB each, a third of the time of the large ones. */
export function languageFolder(): string {
  if (folder) return folder;
  const made = mkdtempSync(join(tmpdir(), 'languages-'));
  for (const code of LANGUAGES) {
    const file = `${code}.traineddata.gz`;
    copyFileSync(packages.resolve(`@tesseract.js-data/${code}/4.0.0_best_int/${file}`), join(made, file));
  }
  folder = made;
  return made;
}
