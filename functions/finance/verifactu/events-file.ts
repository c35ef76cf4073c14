import { zipSync } from 'fflate';
import { logId, VerifactuLog } from '#domain/finance/einvoice/verifactu-log.ts';
import { assertDefined } from '#kernel/assert.ts';
import type { Records } from '#runtime/records.ts';
import { MOST_WRITTEN } from './chain-file.ts';
import { inflated } from './signed-text.ts';

const idsFrom = (first: number, count: number): string[] => Array.from({ length: count }, (_, i) => logId(first + i));

/** How many events in a row are signed from a place on, as far as one file goes. */
export async function signedFrom(records: Records, first: number): Promise<number> {
  const found = await records.getMany(VerifactuLog, idsFrom(first, MOST_WRITTEN), new Set());
  const end = found.findIndex((entry) => entry?.signed === undefined);
  return end < 0 ? found.length : end;
}

export const isSigned = async (records: Records, place: number): Promise<boolean> =>
  (await records.get(VerifactuLog, logId(place)))?.signed !== undefined;

/** Signed events, each as it was signed in a file of its own: AEAT's schema is of one event, and has none for many. */
export async function eventsZip(records: Records, first: number, last: number): Promise<Uint8Array> {
  const found = await records.getMany(VerifactuLog, idsFrom(first, last - first + 1));
  const files = found.map((entry, i) => {
    const place = String(first + i).padStart(9, '0');
    return [`evento-${place}.xml`, Buffer.from(inflated(assertDefined(entry?.signed, 'a signature').xml))] as const;
  });
  return zipSync(Object.fromEntries(files));
}
