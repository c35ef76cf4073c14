import { CompleteMultipartUploadCommand, CreateMultipartUploadCommand, PutObjectCommand, UploadPartCommand } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { s3 } from '../../../shared/runtime/documents.ts';
import { ZipUpload } from '../../../shared/runtime/zip-upload.ts';
import { unzipped } from '../../support/xlsx.ts';

interface Sent {
  readonly input: { readonly Body?: Uint8Array; readonly PartNumber?: number };
}
let sent: Sent[] = [];
beforeEach(() => {
  sent = [];
  vi.stubEnv('BUCKET_REPORTS', 'reports');
  vi.spyOn(s3, 'send').mockImplementation(async (command: unknown) => {
    sent.push(command as Sent);
    if (command instanceof CreateMultipartUploadCommand) return { UploadId: 'u' };
    return command instanceof UploadPartCommand ? { ETag: `"${sent.length}"` } : {};
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

async function* chunks(count: number, bytes: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < count; i += 1) yield Buffer.alloc(bytes, i);
}

it('puts a short ZIP at once', async () => {
  const zip = new ZipUpload('reports', 'k');
  await zip.add('a.txt', 'Hola');
  await zip.add('b.pdf', chunks(2, 10), true);
  const bytes = await zip.end();
  expect(sent).toHaveLength(1);
  expect(sent[0]).toBeInstanceOf(PutObjectCommand);
  const body = Buffer.from(sent[0]?.input.Body ?? []);
  expect(body.length).toBe(bytes);
  expect([...unzipped(body)].map(([name, content]) => [name, content.length])).toEqual([
    ['a.txt', 4],
    ['b.pdf', 20],
  ]);
});

it('sends a long one in parts of eight megabytes, and keeps no more of it than that', async () => {
  const zip = new ZipUpload('reports', 'k');
  const MB = 1024 * 1024;
  await zip.add('a.pdf', chunks(20, MB), true);
  const bytes = await zip.end();
  const parts = sent.filter((command) => command instanceof UploadPartCommand);
  expect(parts.map(({ input }) => input.PartNumber)).toEqual([1, 2, 3]);
  for (const { input } of parts) expect(input.Body?.length ?? 0).toBeLessThan(9 * MB);
  expect(parts.reduce((sum, { input }) => sum + (input.Body?.length ?? 0), 0)).toBe(bytes);
  expect(sent.at(-1)).toBeInstanceOf(CompleteMultipartUploadCommand);
  expect(unzipped(Buffer.concat(parts.map(({ input }) => input.Body ?? new Uint8Array()))).get('a.pdf')?.length).toBe(20 * MB);
});
