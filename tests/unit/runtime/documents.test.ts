import { S3ServiceException } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { s3, sizeOf } from '../../../shared/runtime/documents.ts';

const answer = (httpStatusCode: number) => new S3ServiceException({ name: 'Refused', $fault: 'client', $metadata: { httpStatusCode } });

describe('the size of an object', () => {
  beforeEach(() => void vi.stubEnv('BUCKET_DOCUMENTS', 'documents'));
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  it('is in bytes', async () => {
    vi.spyOn(s3, 'send').mockImplementation(async () => ({ ContentLength: 12 }));
    expect(await sizeOf('documents', 'key')).toBe(12);
  });

  // Without s3:ListBucket, which no function has, S3 answers 403 for a key that is not there.
  it.each([404, 403])('is undefined where S3 answers %s', async (status) => {
    vi.spyOn(s3, 'send').mockImplementation(async () => Promise.reject(answer(status)));
    expect(await sizeOf('documents', 'key')).toBeUndefined();
  });

  it('fails where S3 fails', async () => {
    vi.spyOn(s3, 'send').mockImplementation(async () => Promise.reject(answer(500)));
    await expect(sizeOf('documents', 'key')).rejects.toThrow();
  });
});
