import { createHash } from 'node:crypto';
import type { Digest } from '#domain/finance/proof/merkle.ts';

/** SHA-256. */
export const digest: Digest = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
export const fromHex = (hex: string): Uint8Array => Buffer.from(hex, 'hex');
