import { createHash } from 'node:crypto';
import { canonical } from '#kernel/canonical.ts';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The first 130 bits of the SHA-256 of the parts, as 26 Crockford characters. Parts are length-prefixed: no two lists collide. */
export function token(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:${part};`);
  let bits = BigInt(`0x${hash.digest('hex')}`) >> 126n;
  let text = '';
  for (let i = 0; i < 26; i += 1) {
    text = `${CROCKFORD[Number(bits & 31n)]}${text}`;
    bits >>= 5n;
  }
  return text;
}

/**
 * The id of what a request makes, derived from its Idempotency-Key: the same request always makes the same record,
 * so the record itself is the proof that the request was carried out.
 */
export const idFrom = (prefix: string, tenant: string, ...parts: readonly string[]): string =>
  `${prefix}_${token(tenant, prefix, ...parts)}`;

/** A short fingerprint (80 bits) to compare two values by. */
export const fingerprint = (value: unknown): string => token(canonical(value)).slice(0, 16);
