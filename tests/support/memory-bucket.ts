import { S3ServiceException } from '@aws-sdk/client-s3';
import { vi } from 'vitest';
import { s3 } from '../../shared/runtime/documents.ts';

interface Input {
  readonly Bucket: string;
  readonly Key: string;
  readonly Body?: string | Uint8Array;
  readonly IfNoneMatch?: string;
}

/** Objects in memory in place of S3's, for gets and puts. Taken back by `vi.restoreAllMocks` and `vi.unstubAllEnvs`. */
export function useMemoryBucket(): { readonly objects: Map<string, Buffer>; put(key: string, bytes: Uint8Array): void } {
  for (const name of ['documents', 'issued', 'reports']) vi.stubEnv(`BUCKET_${name.toUpperCase()}`, name);
  const objects = new Map<string, Buffer>();
  const answer = (name: string, { Bucket, Key, Body = '', IfNoneMatch }: Input) => {
    const at = `${Bucket}/${Key}`;
    const found = objects.get(at);
    const refuse = (code: number) => {
      throw new S3ServiceException({
        name: code === 412 ? 'PreconditionFailed' : 'NoSuchKey',
        $fault: 'client',
        $metadata: { httpStatusCode: code },
      });
    };
    if (name === 'PutObjectCommand') {
      if (found && IfNoneMatch) refuse(412);
      objects.set(at, Buffer.from(Body as Uint8Array));
      return {};
    }
    if (!found) return refuse(404);
    return {
      ContentLength: found.length,
      Body: Object.assign([found], { destroy: () => undefined, transformToByteArray: async () => found }),
    };
  };
  vi.spyOn(s3, 'send').mockImplementation(async (command: { readonly input: unknown; readonly constructor: { readonly name: string } }) =>
    answer(command.constructor.name, command.input as Input),
  );
  return { objects, put: (key, bytes) => void objects.set(`documents/${key}`, Buffer.from(bytes)) };
}
