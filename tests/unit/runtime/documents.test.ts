import { S3ServiceException } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BucketName, putObject, s3, sizeOf } from '../../../shared/runtime/documents.ts';

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

describe('a lock on what is put', () => {
  const sent = async (keptUntil?: Date, bucket: BucketName = 'issued') => {
    const send = vi.spyOn(s3, 'send').mockImplementation(async () => ({}));
    await putObject(bucket, 'key', 'body', 'text/plain', keptUntil);
    return send.mock.calls.at(-1)?.[0].input;
  };
  const until = new Date('2032-12-31T23:59:59Z');
  beforeEach(() => {
    vi.stubEnv('BUCKET_DOCUMENTS', 'documents');
    vi.stubEnv('BUCKET_ISSUED', 'issued');
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  it('holds until the instant, and is sent with a checksum, as S3 asks', async () => {
    vi.stubEnv('OBJECT_LOCK', 'on');
    expect(await sent(until)).toMatchObject({
      Bucket: 'issued',
      ObjectLockMode: 'COMPLIANCE',
      ObjectLockRetainUntilDate: until,
      ChecksumAlgorithm: 'SHA256',
    });
  });

  it('is on nothing else, and on nothing where there is no lock', async () => {
    vi.stubEnv('OBJECT_LOCK', 'on');
    expect(await sent()).not.toHaveProperty('ObjectLockMode');
    // The bucket's own lock asks for a checksum too.
    expect(await sent()).toHaveProperty('ChecksumAlgorithm');
    expect(await sent(undefined, 'documents')).not.toHaveProperty('ChecksumAlgorithm');
    vi.stubEnv('OBJECT_LOCK', '');
    expect(await sent(until)).not.toHaveProperty('ObjectLockMode');
  });
});
