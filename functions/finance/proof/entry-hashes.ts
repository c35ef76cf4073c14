import type { EntrySequence } from '#domain/finance/proof/sequence.ts';
import type { Month } from '#kernel/date.ts';
import type { Records } from '#runtime/records.ts';
import type { JournalDocument } from '../ledger/entry-store.ts';
import { walkJournal } from '../ledger/journal-store.ts';
import { keepLeaves, type Leaf, leafOf, readLeaves } from './leaf-store.ts';

/** An entry as it stands now: what it hashes to, and the document that carries it. */
interface HashedEntry extends Leaf {
  readonly document: JournalDocument;
}

/** The entries of a period as they stand now. @param unreadable takes the ids of documents that cannot be read. */
export async function* hashedEntries(records: Records, period: Month, unreadable?: Set<string>): AsyncGenerator<HashedEntry> {
  for await (const { items } of walkJournal(records, { months: [period], order: 'asc', pace: 400, ...(unreadable ? { unreadable } : {}) }))
    for (const { document } of items) yield { ...leafOf(records.tenant, document.id, document.entry), document };
}

interface Range {
  readonly from: number;
  readonly to: number;
}

const isWhole = (leaves: ReadonlyMap<number, Uint8Array>, { from, to }: Range): boolean => leaves.size === to - from + 1;

/**
 * The hashes of entries in their order. Those that came into the books before hashes were kept are kept now, as they stand.
 * @throws Error where one is in no list of the journal.
 */
export async function orderedLeaves(records: Records, sequence: EntrySequence, range: Range): Promise<Uint8Array[]> {
  let leaves = await readLeaves(records.tenant, sequence, range);
  if (!isWhole(leaves, range)) {
    const { tenant } = records;
    const known = new Set(leaves.keys());
    const now = await Array.fromAsync(hashedEntries(records, sequence.period));
    await keepLeaves(now.filter(({ shard, seq }) => shard === sequence.shard && !known.has(seq)));
    leaves = await readLeaves(tenant, sequence, range);
  }
  return Array.from({ length: range.to - range.from + 1 }, (_, i) => {
    const leaf = leaves.get(range.from + i);
    if (!leaf) throw new Error(`entry ${range.from + i} of ${sequence.period}.${sequence.shard} is nowhere`);
    return leaf;
  });
}
