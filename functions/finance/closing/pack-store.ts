import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import { type ClosePack, type ClosePackFile, packKey } from '#domain/finance/closing/close-pack.ts';
import type { StoredMonthClose } from '#domain/finance/closing/month-close.ts';
import { assert } from '#kernel/assert.ts';
import { putOnce, readObject } from '#runtime/documents.ts';
import type { Records } from '#runtime/records.ts';
import { companyAndDay } from '../../platform/service.ts';
import { readChecks } from './close-store.ts';
import { type PackPaper, packPapers } from './pack-papers.ts';

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What was put there first stands: a pack that was cut off goes on with the files that it had. */
async function keptFile(tenant: string, close: StoredMonthClose, { name, type, make }: PackPaper): Promise<Uint8Array> {
  const key = packKey(tenant, close.id, close.runs, name);
  const before = await readObject('reports', key);
  if (before) return before;
  await putOnce('reports', key, await make(), type);
  const kept = await readObject('reports', key);
  assert(kept !== undefined, 'what was put is there');
  return kept;
}

/** A ZIP of the same files is the same bytes: it bears the day of the close, and not that of the packing. */
const zipped = (files: Readonly<Record<string, Uint8Array>>, day: string): Uint8Array =>
  zipSync(files as Record<string, Uint8Array>, { mtime: new Date(`${day}T12:00:00Z`), level: 6 });

/**
 * Makes the pack of a month that is locked: each file is kept once, and the ZIP is made of what is kept, so that whoever
 * does it twice, or goes on where another was cut off, has the same bytes.
 * @throws DomainError `balances.behind` (503).
 */
export async function makePack(records: Records, close: StoredMonthClose, now: Date): Promise<ClosePack> {
  const { tenant } = records;
  const { lockedAt, closedOn } = close;
  assert(lockedAt !== undefined && closedOn !== undefined, 'a month is packed once it is locked');
  const [{ company, today }, checks] = await Promise.all([companyAndDay(records, now), readChecks(records, close.id)]);
  const papers = packPapers({ records, company, today, close: { ...close, lockedAt, closedOn }, checks });
  const contents: Record<string, Uint8Array> = {};
  const files: ClosePackFile[] = [];
  for (const paper of papers) {
    const bytes = await keptFile(tenant, close, paper);
    contents[paper.name] = bytes;
    files.push({ name: paper.name, bytes: bytes.length, sha256: hashOf(bytes) });
  }
  const manifest = { close: close.id, period: close.period, run: close.runs, closedOn, knownAt: lockedAt, files };
  const zip = zipped({ ...contents, 'manifest.json': Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) }, closedOn);
  await putOnce('reports', packKey(tenant, close.id, close.runs), zip, 'application/zip');
  return { run: close.runs, closedOn, knownAt: lockedAt, bytes: zip.length, sha256: hashOf(zip), files };
}
