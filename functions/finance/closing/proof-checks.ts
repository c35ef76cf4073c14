import { type CheckFinding, type CheckItem, findingOf } from '#domain/finance/closing/check.ts';
import { SealedYears, sealedYearId } from '#domain/finance/proof/book-seal.ts';
import { chainOf } from '#domain/finance/proof/merkle.ts';
import { type EntrySequence, sequenceName, sequencesIn } from '#domain/finance/proof/sequence.ts';
import { yearOf } from '#kernel/date.ts';
import type { Records } from '#runtime/records.ts';
import { digest, hexOf } from '../proof/digest.ts';
import { hashedEntries } from '../proof/entry-hashes.ts';
import { readLeaves } from '../proof/leaf-store.ts';
import type { CheckWorld } from './check-world.ts';

/** Of a sequence, more numbers than there are entries of a month. */
const ALL = { from: 1, to: 99_999_999 };

/**
 * The entries of the month that are not the ones that came into the books, and what was sealed of the month and is not there any more:
 * reads every entry of the month.
 */
export async function proofCheck({ records, period }: CheckWorld): Promise<CheckFinding> {
  const sequences = await Promise.all(
    sequencesIn(period).map(async (sequence) => [sequenceName(sequence), await readLeaves(records.tenant, sequence, ALL)] as const),
  );
  const leaves = new Map(sequences);
  const there = new Set<string>();
  const items: CheckItem[] = [];
  for await (const { shard, seq, hash, document } of hashedEntries(records, period, new Set())) {
    const name = sequenceName({ period, shard });
    there.add(`${name}#${seq}`);
    const kept = leaves.get(name)?.get(seq);
    const { id, kind, entry } = document;
    if (kept && hexOf(kept) !== hexOf(hash)) items.push({ kind, id, text: entry.text.slice(0, 120), date: entry.date });
  }
  const sealed = await sealedFaults(records, period, { leaves, there });
  return findingOf([...items, ...sealed.map((text) => ({ text }))]);
}

interface Seen {
  readonly leaves: ReadonlyMap<string, ReadonlyMap<number, Uint8Array>>;
  readonly there: ReadonlySet<string>;
}

/** Sequences whose chain is not the one that was sealed, and numbers that were sealed and are not there. */
async function sealedFaults(records: Records, period: string, { leaves, there }: Seen): Promise<string[]> {
  const year = await records.get(SealedYears, sealedYearId(yearOf(period)));
  return sequencesIn(period).flatMap((sequence: EntrySequence) => {
    const name = sequenceName(sequence);
    const tip = year?.tips[name];
    if (!tip) return [];
    const kept = Array.from({ length: tip.seq }, (_, i) => leaves.get(name)?.get(i + 1) ?? new Uint8Array());
    const missing = kept.flatMap((_, i) => (there.has(`${name}#${i + 1}`) ? [] : [`${name} #${i + 1}`]));
    return [...missing, ...(hexOf(chainOf(digest, kept)) === tip.chain ? [] : [name])];
  });
}
