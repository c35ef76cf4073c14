import { hash as digest, pbkdf2Sync } from 'node:crypto';
import forge from 'node-forge';

/**
 * The most rounds by which the keys of one file are derived, one to two microseconds each. Windows and the FNMT write 2,000 for each of
 * three or four keys, Firefox 600,000.
 */
export const MAX_ROUNDS = 5_000_000;

/** A file that asks for more rounds than any program writes: it would hold us up for minutes, or for ever. */
export class TooManyRounds extends Error {
  override readonly name = 'TooManyRounds';
}

type Digest = forge.md.MessageDigest & { readonly algorithm: string; readonly blockLength: number; readonly digestLength: number };

/** What we write ourselves is not counted. */
let left = Number.POSITIVE_INFINITY;

/** Counted before they are done: a file tells any number. @throws TooManyRounds */
function take(rounds: number, keys: number): void {
  // With none the key would be the same for every password.
  if (!(rounds >= 1)) throw new Error(`a key is derived by ${rounds} rounds`);
  left -= rounds * keys;
  if (left < 0) throw new TooManyRounds(`more than ${MAX_ROUNDS} rounds`);
}

/** Reads what is protected by a password: all its keys together by at most {@link MAX_ROUNDS} rounds. @throws TooManyRounds */
export function withinRounds<T>(read: () => T): T {
  left = MAX_ROUNDS;
  try {
    return read();
  } finally {
    left = Number.POSITIVE_INFINITY;
  }
}

/** PBKDF2 (RFC 8018 5.2) by the platform: forge does it in a hundred times as long. A password is its UTF-8 (RFC 8018 3). */
function pbkdf2(password: string, salt: string, rounds: number, bytes: number, md?: Digest | null): string {
  take(rounds, Math.ceil(bytes / (md?.digestLength ?? 20)));
  return pbkdf2Sync(Buffer.from(password, 'utf8'), Buffer.from(salt, 'latin1'), rounds, bytes, md?.algorithm ?? 'sha1').toString('latin1');
}

/** Repeats bytes until they fill whole blocks. */
const filled = (bytes: Uint8Array, block: number): Buffer => Buffer.alloc(Math.ceil(bytes.length / block) * block, bytes);

/** The password in UTF-16, big end first, with a zero behind it (RFC 7292 B.1). */
const wide = (password: string): Buffer => Buffer.from(`${password}\0`, 'utf16le').swap16();

/** Adds a number to each block of another, and one: both are numbers, the big end first. */
function addToBlocks(blocks: Buffer, added: Uint8Array): void {
  for (let end = blocks.length; end > 0; end -= added.length) {
    let carry = 1;
    for (let i = added.length - 1; i >= 0; i -= 1) {
      const at = end - added.length + i;
      carry += (blocks[at] ?? 0) + (added[i] ?? 0);
      blocks[at] = carry & 255;
      carry >>= 8;
    }
  }
}

/** Keys of PKCS#12 (RFC 7292 B.2) by the platform's digests. @param id what the key is for: 1 to encrypt, 2 an initial vector, 3 a MAC. */
function pkcs12Key(
  password: string | null | undefined,
  salt: forge.util.ByteStringBuffer,
  id: number,
  rounds: number,
  bytes: number,
  md: Digest = forge.md.sha1.create() as Digest,
): forge.util.ByteStringBuffer {
  const { algorithm, blockLength: block, digestLength } = md;
  take(rounds, Math.ceil(bytes / digestLength));
  const own = filled(Buffer.from(salt.bytes(), 'latin1'), block);
  const blocks = Buffer.concat([own, filled(password === null || password === undefined ? Buffer.alloc(0) : wide(password), block)]);
  const made: Buffer[] = [];
  for (let length = 0; length < bytes; length += digestLength) {
    let key = digest(algorithm, Buffer.concat([Buffer.alloc(block, id), blocks]), 'buffer');
    for (let round = 1; round < rounds; round += 1) key = digest(algorithm, key, 'buffer');
    made.push(key);
    addToBlocks(blocks, filled(key, block).subarray(0, block));
  }
  return forge.util.createBuffer(Buffer.concat(made).subarray(0, bytes).toString('latin1'));
}

// forge looks each of them up where it needs it.
Object.assign(forge.pkcs5, { pbkdf2 });
Object.assign((forge as unknown as { readonly pbe: object }).pbe, { generatePkcs12Key: pkcs12Key });
Object.assign(forge.pkcs12, { generateKey: pkcs12Key });
