import type { Readable } from 'node:stream';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
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

export type BucketName = 'documents' | 'reports';
export const bucketName = (bucket: BucketName): string => env(bucket === 'documents' ? 'BUCKET_DOCUMENTS' : 'BUCKET_REPORTS');

/** How long a link to a document is good for. */
export const LINK_SECONDS = 900;

export async function putObject(bucket: BucketName, key: string, body: string | Uint8Array, contentType: string): Promise<void> {
  await s3.send(new PutObjectCommand({ Bucket: bucketName(bucket), Key: key, Body: body, ContentType: contentType }));
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

/** A link that opens the object without a token, for {@link LINK_SECONDS}; `fileName` is what a browser saves it as. */
export async function linkTo(bucket: BucketName, key: string, fileName: string, now: Date): Promise<{ url: string; expiresAt: string }> {
  const command = new GetObjectCommand({
    Bucket: bucketName(bucket),
    Key: key,
    // A PDF is looked at; a report or an export is saved, whatever the browser could show of it.
    ResponseContentDisposition: `${bucket === 'reports' ? 'attachment' : 'inline'}; filename="${fileName.replace(/[^\w.-]/g, '_')}"`,
  });
  return {
    url: await getSignedUrl(s3, command, { expiresIn: LINK_SECONDS }),
    expiresAt: new Date(now.getTime() + LINK_SECONDS * 1000).toISOString(),
  };
}

/**
 * Opens an object to be read piece by piece. `etag`: only that content; undefined where the object is gone or has been
 * replaced. `from`: the byte to begin with.
 */
export async function openObject(
  bucket: BucketName,
  key: string,
  { etag, from }: { readonly etag?: string; readonly from?: number } = {},
): Promise<OpenObject | undefined> {
  try {
    const range = from ? { Range: `bytes=${from}-` } : {};
    const answer = await s3.send(
      new GetObjectCommand({ Bucket: bucketName(bucket), Key: key, ...range, ...(etag ? { IfMatch: etag } : {}) }),
    );
    const body = answer.Body as Readable;
    return { body, bytes: answer.ContentLength ?? 0, close: () => void body.destroy() };
  } catch (error) {
    const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
    if (status !== undefined && [403, 404, 412].includes(status)) return undefined;
    throw error;
  }
}

/** An object's text; undefined where it is not there. */
export async function readText(bucket: BucketName, key: string): Promise<string | undefined> {
  const object = await openObject(bucket, key);
  if (!object) return undefined;
  const parts: Uint8Array[] = [];
  for await (const part of object.body) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

/**
 * A link that takes one upload by PUT without a token, for {@link LINK_SECONDS}. Where `bytes` is given, S3 refuses a body
 * of any other length: it is part of what is signed.
 */
export async function uploadTo(
  bucket: BucketName,
  key: string,
  bytes: number | undefined,
  now: Date,
): Promise<{ url: string; expiresAt: string }> {
  const command = new PutObjectCommand({ Bucket: bucketName(bucket), Key: key, ...(bytes === undefined ? {} : { ContentLength: bytes }) });
  const signed = bytes === undefined ? {} : { signableHeaders: new Set(['host', 'content-length']) };
  return {
    url: await getSignedUrl(s3, command, { expiresIn: LINK_SECONDS, ...signed }),
    expiresAt: new Date(now.getTime() + LINK_SECONDS * 1000).toISOString(),
  };
}
