import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { assertDefined } from '#kernel/assert.ts';
import { env } from './env.ts';
import { ShortMemory } from './short-memory.ts';

/** One client per process. */
export const keyService = new KMSClient({ maxAttempts: 4 });

/** Data keys that were unwrapped, by their wrapped form: who reads a person twice asks KMS once. */
const unwrapped = new ShortMemory<Uint8Array>(5 * 60_000, 2000);

/** Nobody unwraps a person's key as another's, or as another company's: KMS refuses where the context differs. */
const contextOf = (tenant: string, person: string) => ({ tenant, person });

/** A new key for a person, and its wrapped form, to be kept: AES-256 of KMS (`GenerateDataKey`). */
export async function newDataKey(tenant: string, person: string): Promise<{ readonly key: Uint8Array; readonly wrapped: string }> {
  const { Plaintext, CiphertextBlob } = await keyService.send(
    new GenerateDataKeyCommand({ KeyId: env('PERSON_KEY'), KeySpec: 'AES_256', EncryptionContext: contextOf(tenant, person) }),
  );
  const wrapped = Buffer.from(assertDefined(CiphertextBlob, 'the wrapped key')).toString('base64');
  const key = assertDefined(Plaintext, 'the key');
  unwrapped.set(wrapped, key);
  return { key, wrapped };
}

/** The key that {@link newDataKey} wrapped. One call of KMS, once in five minutes of a process. */
export async function dataKey(tenant: string, person: string, wrapped: string): Promise<Uint8Array> {
  const kept = unwrapped.get(wrapped);
  if (kept) return kept;
  const { Plaintext } = await keyService.send(
    new DecryptCommand({
      KeyId: env('PERSON_KEY'),
      CiphertextBlob: Buffer.from(wrapped, 'base64'),
      EncryptionContext: contextOf(tenant, person),
    }),
  );
  const key = assertDefined(Plaintext, 'the key');
  unwrapped.set(wrapped, key);
  return key;
}
