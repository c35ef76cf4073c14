import type { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { env } from './env.ts';

/** Path-style addresses work on AWS and on every LocalStack-compatible endpoint. */
export const s3 = new S3Client({ forcePathStyle: process.env.AWS_ENDPOINT_URL !== undefined, requestChecksumCalculation: 'WHEN_REQUIRED' });

/** What is read and written as it comes, without a right to see the whole. */
export interface OpenObject {
  readonly body: AsyncIterable<Uint8Array>;
  readonly bytes: number;
  /** Ends the reading early. */
  close(): void;
}

/** `issued`: printed documents that the law keeps. */
export type BucketName = 'documents' | 'issued' | 'reports';
export const bucketName = (bucket: BucketName): string => env(`BUCKET_${bucket.toUpperCase()}`);

/** How long a link to a document is good for. */
export const LINK_SECONDS = 900;
const DOWNLOAD_SECONDS = 120;

/**
 * Puts an object. `keptUntil`: where its function says so (`OBJECT_LOCK`, on AWS alone), nobody can delete or replace this
 * version before that instant, the account's owner neither.
 */
export async function putObject(
  bucket: BucketName,
  key: string,
  body: string | Uint8Array,
  contentType: string,
  keptUntil?: Date,
): Promise<void> {
  const lock: Partial<PutObjectCommandInput> =
    keptUntil && process.env.OBJECT_LOCK === 'on' ? { ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: keptUntil } : {};
  // S3 takes no lock, the bucket's own neither, without a checksum of what it locks.
  if (bucket === 'issued') lock.ChecksumAlgorithm = 'SHA256';
  await s3.send(new PutObjectCommand({ Bucket: bucketName(bucket), Key: key, Body: body, ContentType: contentType, ...lock }));
}

/** Puts an object where there is none: one that is there already stays as it is, and has no second version. */
export async function putOnce(bucket: BucketName, key: string, body: string | Uint8Array, contentType: string): Promise<void> {
  try {
    await s3.send(new PutObjectCommand({ Bucket: bucketName(bucket), Key: key, Body: body, ContentType: contentType, IfNoneMatch: '*' }));
  } catch (error) {
    if (!(error instanceof S3ServiceException && error.$metadata.httpStatusCode === 412)) throw error;
  }
}

/**
 * Size in bytes, or undefined when there is no such object. Without the right to list the bucket, which no function
 * has, S3 answers 403 for what is not there.
 */
export async function sizeOf(bucket: BucketName, key: string): Promise<number | undefined> {
  try {
    const head = await s3.send(new HeadObjectCommand({ Bucket: bucketName(bucket), Key: key }));
    return head.ContentLength ?? 0;
  } catch (error) {
    const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
    if (status === 404 || status === 403) return undefined;
    throw error;
  }
}

interface Link {
  readonly url: string;
  readonly expiresAt: string;
}

interface Opened {
  /** What a browser does with it, and what it saves it as. */
  readonly how: 'attachment' | 'inline';
  readonly fileName: string;
  readonly seconds: number;
}

/** A link that opens the object without a token, for {@link LINK_SECONDS}; `fileName` is what a browser saves it as. */
export function linkTo(bucket: BucketName, key: string, fileName: string, now: Date): Promise<Link> {
  // A PDF is looked at; a report or an export is saved, whatever the browser could show of it.
  return linkOf(bucket, key, { how: bucket === 'reports' ? 'attachment' : 'inline', fileName, seconds: LINK_SECONDS }, now);
}

/** A link that saves what people have uploaded, and never shows it: for two minutes, enough to begin. */
export const downloadOf = (bucket: BucketName, key: string, fileName: string, now: Date): Promise<Link> =>
  linkOf(bucket, key, { how: 'attachment', fileName, seconds: DOWNLOAD_SECONDS }, now);

async function linkOf(bucket: BucketName, key: string, { how, fileName, seconds }: Opened, now: Date): Promise<Link> {
  const command = new GetObjectCommand({
    Bucket: bucketName(bucket),
    Key: key,
    // The name in plain letters for old programs, and as it is (RFC 6266).
    ResponseContentDisposition: `${how}; filename="${fileName.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${extended(fileName)}`,
  });
  return {
    url: await getSignedUrl(s3, command, { expiresIn: seconds }),
    expiresAt: new Date(now.getTime() + seconds * 1000).toISOString(),
  };
}

/** Copies an object to where there is none yet. The source must be there. */
export async function copyOnce(bucket: BucketName, from: string, to: string): Promise<void> {
  if ((await sizeOf(bucket, to)) !== undefined) return;
  const CopySource = `${bucketName(bucket)}/${from.split('/').map(encodeURIComponent).join('/')}`;
  await s3.send(new CopyObjectCommand({ Bucket: bucketName(bucket), Key: to, CopySource }));
}

const extended = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/** Deletes an object: its versions go by the bucket's rules. */
export const eraseObject = async (bucket: BucketName, key: string): Promise<void> =>
  void (await s3.send(new DeleteObjectCommand({ Bucket: bucketName(bucket), Key: key })));

/**
 * Opens an object to be read piece by piece; undefined where it is gone. `version`: as it was put then, whatever has been put
 * there since. `from`: the byte to begin with.
 */
export async function openObject(
  bucket: BucketName,
  key: string,
  { version, from }: { readonly version?: string; readonly from?: number } = {},
): Promise<OpenObject | undefined> {
  try {
    const range = from ? { Range: `bytes=${from}-` } : {};
    const answer = await s3.send(
      new GetObjectCommand({ Bucket: bucketName(bucket), Key: key, ...range, ...(version ? { VersionId: version } : {}) }),
    );
    const body = answer.Body as Readable;
    return { body, bytes: answer.ContentLength ?? 0, close: () => void body.destroy() };
  } catch (error) {
    const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
    if (status !== undefined && [403, 404].includes(status)) return undefined;
    throw error;
  }
}

/** All of an object; undefined where it is not there. */
export async function readObject(bucket: BucketName, key: string): Promise<Buffer | undefined> {
  const object = await openObject(bucket, key);
  if (!object) return undefined;
  const parts: Uint8Array[] = [];
  for await (const part of object.body) parts.push(part);
  return Buffer.concat(parts);
}

/** An object's text; undefined where it is not there. */
export const readText = async (bucket: BucketName, key: string): Promise<string | undefined> =>
  (await readObject(bucket, key))?.toString('utf8');

/**
 * A link that takes uploads by PUT without a token, for {@link LINK_SECONDS}. S3 refuses a body of any other length than
 * `bytes`: it is part of what is signed.
 */
export async function uploadTo(bucket: BucketName, key: string, bytes: number, now: Date): Promise<{ url: string; expiresAt: string }> {
  const command = new PutObjectCommand({ Bucket: bucketName(bucket), Key: key, ContentLength: bytes });
  return {
    url: await getSignedUrl(s3, command, { expiresIn: LINK_SECONDS, signableHeaders: new Set(['host', 'content-length']) }),
    expiresAt: new Date(now.getTime() + LINK_SECONDS * 1000).toISOString(),
  };
}
