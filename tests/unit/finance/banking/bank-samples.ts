import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT } from '../../../../infra/tools/local/workspace.ts';
import type { CsvMapping } from '../../../../shared/domain/finance/banking/csv-columns.ts';
import { readStatements } from '../../../../shared/domain/finance/banking/statement-file.ts';
import { DomainError } from '../../../../shared/kernel/errors.ts';
import { readXml } from '../../../../shared/runtime/xml.ts';

const FOLDER = join(resolve(ROOT, process.env.TRASTIENDA_SAMPLES ?? '../shared/data'), 'bank');
/** Real files of banks are not part of the project: tests over them are skipped, and say so, where they are not there. */
export const hasBankSamples = existsSync(FOLDER);
export const bankSample = (path: string): Buffer => readFileSync(join(FOLDER, path));
/** All sample files but those of expected values. */
export const bankSamples = (): string[] =>
  hasBankSamples
    ? ['camt', 'mt940', 'norma43', 'ofx'].flatMap((folder) =>
        readdirSync(join(FOLDER, folder)).flatMap((file) => (file.endsWith('.yml') ? [] : [`${folder}/${file}`])),
      )
    : [];

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const readFileBytes = (bytes: Uint8Array, csv?: CsvMapping) => readStatements(bytes, { xml: readXml, csv });
export const readText = (text: string, csv?: CsvMapping) => readFileBytes(utf8(text), csv);

/** Why a file is refused. */
export function refusedFor(bytes: Uint8Array | string, csv?: CsvMapping): Record<string, unknown> {
  try {
    readFileBytes(typeof bytes === 'string' ? utf8(bytes) : bytes, csv);
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, kind: error.kind, message: error.message, ...error.params };
    throw error;
  }
  throw new Error('was read');
}
