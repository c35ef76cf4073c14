import { CompleteMultipartUploadCommand, CreateMultipartUploadCommand, PutObjectCommand, UploadPartCommand } from '@aws-sdk/client-s3';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { type BucketName, bucketName, s3 } from './documents.ts';

/** What S3 takes of a part at least is 5 MB; of an upload at most 10,000 parts. */
const PART_BYTES = 8 * 1024 * 1024;
const TYPE = 'application/zip';

/** What a file of a ZIP holds: all of it, or as it is read. */
export type ZipContent = string | Uint8Array | AsyncIterable<Uint8Array>;

/**
 * A ZIP that is written to a bucket while it is made: of all its files, one part is in memory at a time. A short one is put at
 * once; what was begun and not ended is no object.
 */
export class ZipUpload {
  readonly #target: { readonly Bucket: string; readonly Key: string };
  readonly #zip: Zip;
  #held: Uint8Array[] = [];
  #heldBytes = 0;
  #bytes = 0;
  #uploadId: string | undefined;
  readonly #parts: { PartNumber: number; ETag: string | undefined }[] = [];
  #fault: Error | undefined;

  constructor(bucket: BucketName, key: string) {
    this.#target = { Bucket: bucketName(bucket), Key: key };
    this.#zip = new Zip((error, chunk) => {
      if (error) this.#fault = error;
      this.#held.push(chunk);
      this.#heldBytes += chunk.length;
      this.#bytes += chunk.length;
    });
  }

  /** @param packed what is compressed already, such as a PDF, is stored as it is. */
  async add(name: string, content: ZipContent, packed = false): Promise<void> {
    const file = packed ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    this.#zip.add(file);
    if (typeof content === 'string' || content instanceof Uint8Array) file.push(Buffer.from(content), true);
    else {
      for await (const chunk of content) {
        file.push(chunk);
        await this.#send();
      }
      file.push(new Uint8Array(), true);
    }
    await this.#send();
  }

  /** Ends the file. @returns its length in bytes. */
  async end(): Promise<number> {
    this.#zip.end();
    if (this.#fault) throw this.#fault;
    if (this.#uploadId === undefined) {
      await s3.send(new PutObjectCommand({ ...this.#target, Body: Buffer.concat(this.#held), ContentType: TYPE }));
      return this.#bytes;
    }
    await this.#part();
    await s3.send(
      new CompleteMultipartUploadCommand({ ...this.#target, UploadId: this.#uploadId, MultipartUpload: { Parts: this.#parts } }),
    );
    return this.#bytes;
  }

  async #send(): Promise<void> {
    if (this.#fault) throw this.#fault;
    if (this.#heldBytes >= PART_BYTES) await this.#part();
  }

  async #part(): Promise<void> {
    this.#uploadId ??= (await s3.send(new CreateMultipartUploadCommand({ ...this.#target, ContentType: TYPE }))).UploadId;
    const PartNumber = this.#parts.length + 1;
    const Body = Buffer.concat(this.#held);
    [this.#held, this.#heldBytes] = [[], 0];
    const { ETag } = await s3.send(new UploadPartCommand({ ...this.#target, UploadId: this.#uploadId, PartNumber, Body }));
    this.#parts.push({ PartNumber, ETag });
  }
}
