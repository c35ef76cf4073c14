import { gunzipSync, gzipSync } from 'node:zlib';
import { putObject, readObject } from '#runtime/documents.ts';
import type { ReceivedFile } from '../../finance/service.ts';

/** As many stand in one object: a part of a batch reads what its neighbours do, and not the whole. */
const IN_ONE = 50;
/** Objects that are put at once. */
const AT_ONCE = 10;
/** A change of what is read of an invoice gets another name, so that what was kept before is read anew. */
const VERSION = 1;

type Kept = readonly (ReceivedFile | null)[];

const keyOf = (tenant: string, sha256: string, place: number): string =>
  `recognised/${tenant}/${sha256}/invoices-${VERSION}/${Math.floor((place - 1) / IN_ONE)}`;

/** Keeps the invoices of a batch: each is a document of its own, which would parse the whole file again. They are forgotten after a year. */
export async function keepInvoices(tenant: string, sha256: string, files: readonly (ReceivedFile | undefined)[]): Promise<void> {
  const firsts = Array.from({ length: Math.ceil(files.length / IN_ONE) }, (_, i) => i * IN_ONE);
  for (let i = 0; i < firsts.length; i += AT_ONCE)
    await Promise.all(
      firsts.slice(i, i + AT_ONCE).map((first) => {
        const own: Kept = files.slice(first, first + IN_ONE).map((file) => file ?? null);
        return putObject('documents', keyOf(tenant, sha256, first + 1), gzipSync(JSON.stringify(own)), 'application/gzip');
      }),
    );
}

/** The invoice at a place of a batch (1 is the first); undefined where nothing was kept. Only this program writes there. */
export async function keptInvoice(
  tenant: string,
  sha256: string,
  place: number,
): Promise<{ readonly file: ReceivedFile | undefined } | undefined> {
  const bytes = await readObject('documents', keyOf(tenant, sha256, place));
  if (!bytes) return undefined;
  const file = (JSON.parse(gunzipSync(bytes).toString('utf8')) as Kept)[(place - 1) % IN_ONE];
  return { file: file ?? undefined };
}
