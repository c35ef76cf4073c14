import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readXmlDocument } from '../../../functions/automation/intake/document-content.ts';
import { readPdfDocument } from '../../../functions/automation/intake/pdf-content.ts';
import { openScan, readScan } from '../../../functions/automation/intake/scan-content.ts';

/** What reading one document takes of a process that does nothing else. */
export interface ReadingUse {
  /** Milliseconds of processor time, what was loaded before left out. */
  readonly cpuMs: number;
  readonly peakMb: number;
}

const US = { taxId: 'B12345674', name: 'Lumbre Hogar, S.L.' };
export const READING = fileURLToPath(import.meta.url);

async function read(bytes: Uint8Array, type: string): Promise<unknown> {
  if (type === 'application/xml') return readXmlDocument(bytes, US);
  if (type === 'application/pdf') return readPdfDocument(bytes, US);
  const pages = await openScan(bytes, type);
  return readScan(pages, 'image', US).finally(pages.close);
}

// In a process of its own: a peak is told of all that a process has done.
if (process.argv[1] === READING) {
  const [, , path = '', type = ''] = process.argv;
  const bytes = await readFile(path);
  const before = process.cpuUsage();
  await read(bytes, type);
  const { user, system } = process.cpuUsage(before);
  const use: ReadingUse = { cpuMs: Math.round((user + system) / 1000), peakMb: Math.round(process.resourceUsage().maxRSS / 1024) };
  process.stdout.write(JSON.stringify(use));
}
