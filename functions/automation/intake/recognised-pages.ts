import { gunzipSync, gzipSync } from 'node:zlib';
import type { ScannedPage } from '#domain/automation/intake/scan-fields.ts';
import { putObject, readObject } from '#runtime/documents.ts';

/** What recognises pages. A change of what it reads gets a new name, so that nothing is taken for its work. */
export const READERS = ['tesseract', 'textract'] as const;
export type ReaderName = (typeof READERS)[number];

/** The words of an original's pages, as they were recognised: neither its parts nor a second reading recognise, and count, a page again. */
export interface RecognisedPages {
  /** Those of these pages that there are, by number. */
  known(from: number, count: number): Promise<ReadonlyMap<number, ScannedPage>>;
  keep(page: ScannedPage): Promise<void>;
}

/** Where the words of a page are kept: by the bytes of its original. They are forgotten after a year, and recognised again if need be. */
export const recognisedKey = (tenant: string, sha256: string, reader: ReaderName, no: number): string =>
  `recognised/${tenant}/${sha256}/${reader}/${no}`;

export function recognisedPages(tenant: string, sha256: string, reader: ReaderName): RecognisedPages {
  const keyOf = (no: number) => recognisedKey(tenant, sha256, reader, no);
  return {
    known: async (from, count) => {
      const numbers = Array.from({ length: count }, (_, i) => from + i);
      const found = await Promise.all(numbers.map((no) => readObject('documents', keyOf(no))));
      return new Map(found.flatMap((bytes, i) => (bytes ? [[numbers[i] ?? 0, pageIn(bytes)] as const] : [])));
    },
    keep: (page) => putObject('documents', keyOf(page.no), gzipSync(JSON.stringify(page)), 'application/gzip'),
  };
}

/** Only this program writes there: what it reads is what it wrote. */
const pageIn = (bytes: Uint8Array): ScannedPage => JSON.parse(gunzipSync(bytes).toString('utf8')) as ScannedPage;
