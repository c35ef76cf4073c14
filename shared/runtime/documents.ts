import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { env } from './env.ts';

/** Path-style addresses work on AWS and on every LocalStack-compatible endpoint. */
export const s3 = new S3Client({ forcePathStyle: process.env.AWS_ENDPOINT_URL !== undefined, requestChecksumCalculation: 'WHEN_REQUIRED' });

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
    ResponseContentDisposition: `inline; filename="${fileName.replace(/[^\w.-]/g, '_')}"`,
  });
  return {
    url: await getSignedUrl(s3, command, { expiresIn: LINK_SECONDS }),
    expiresAt: new Date(now.getTime() + LINK_SECONDS * 1000).toISOString(),
  };
}
