import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';

/** A longer budget for the tests of a file together, in minutes: `TRASTIENDA_FUZZ_MINUTES=30`. */
export const FUZZ_MINUTES = Number(process.env.TRASTIENDA_FUZZ_MINUTES ?? 0);
/** What one file may take at most, on a machine with others at work. */
const LONGEST_MS = 10_000;

/** The same sequence of numbers each time, from 0 to 1. */
export function chanceOf(seed: string): () => number {
  let count = 0;
  return () => {
    count += 1;
    return createHash('sha256').update(`${seed} ${count}`).digest().readUInt32BE() / 2 ** 32;
  };
}

/** Bytes changed (for any other, or one that the file has elsewhere), cut, put in or told twice, at so many places. */
export function changed(file: Uint8Array, chance: () => number, times: number): Buffer {
  let bytes = Buffer.from(file);
  for (let time = 0; time < times; time += 1) {
    const at = Math.floor(chance() * bytes.length);
    const cut = Math.floor(chance() * 30);
    const kind = chance();
    const one = kind < 0.2 ? Math.floor(chance() * 256) : (bytes[Math.floor(chance() * bytes.length)] ?? 0);
    const middle = kind < 0.4 ? Buffer.of(one) : kind < 0.7 ? Buffer.of() : bytes.subarray(at, at + 2 * cut);
    bytes = Buffer.concat([bytes.subarray(0, at), middle, bytes.subarray(at + (kind < 0.4 ? 1 : cut))]);
  }
  return bytes;
}

interface Budget {
  /** Also says which sequence of changes it is. */
  readonly name: string;
  /** Files that are tried at least. */
  readonly least: number;
  /** Of the minutes that are asked for: 1 is all of them. */
  readonly share: number;
}

/**
 * Tries files as they are, and then changed ones, until the budget is spent; how many came to what.
 * @throws Error that names the place of the file in the sequence, where one fails or takes too long.
 */
export async function tryChanged(
  files: readonly Uint8Array[],
  { name, least, share }: Budget,
  attempt: (bytes: Buffer) => string | Promise<string>,
): Promise<Readonly<Record<string, number>>> {
  const chance = chanceOf(name);
  const seen = new Map<string, number>();
  const end = performance.now() + FUZZ_MINUTES * share * 60_000;
  let longest = 0;
  let tried = 0;
  for (; tried < least || performance.now() < end; tried += 1) {
    const file = files[tried % files.length] ?? Buffer.of();
    const bytes = changed(file, chance, tried < files.length ? 0 : 1 + Math.floor(chance() * 4));
    const from = performance.now();
    try {
      const outcome = await attempt(bytes);
      seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
    } catch (error) {
      throw new Error(`${name}, file ${tried}: ${String(error)}`, { cause: error });
    }
    const took = performance.now() - from;
    if (took > LONGEST_MS) throw new Error(`${name}, file ${tried}: ${Math.round(took)} ms`);
    longest = Math.max(longest, took);
    await setImmediate();
  }
  const counts = Object.fromEntries(seen);
  if (FUZZ_MINUTES > 0) process.stdout.write(`${name}: ${tried} files, ${JSON.stringify(counts)}, ${Math.round(longest)} ms at most\n`);
  return counts;
}
