import type { Entry } from '#domain/finance/ledger/entry.ts';
import { balancesKey, type Checkpoint } from '#domain/finance/ledger/projection.ts';
import { linkHash, NO_LINK } from '#domain/finance/proof/merkle.ts';
import { balanceLine, endLine, entryLine, headLine, monthOfField, sequenceLine } from '#domain/finance/proof/proof-file.ts';
import { hashedText, sequenceName, sequenceNameOf, sequencesIn } from '#domain/finance/proof/sequence.ts';
import { type Month, yearOf } from '#kernel/date.ts';
import { readPartition } from '#runtime/partition.ts';
import type { Records } from '#runtime/records.ts';
import { readCheckpointsOf, sameRevisions } from '../ledger/balance-store.ts';
import { walkJournal } from '../ledger/journal-store.ts';
import { untilSettled } from '../ledger/trial-store.ts';
import { digest, hexOf } from './digest.ts';
import { orderedLeaves } from './entry-hashes.ts';

interface Counted {
  /** Entries by sequence. */
  readonly counts: ReadonlyMap<string, number>;
  readonly balances: readonly string[];
}

/** How far each sequence of some months is counted, and the balances at that moment. */
const readCounted = (tenant: string, months: readonly Month[]): Promise<Counted> =>
  untilSettled(async () => {
    const years = [...new Set(months.map(yearOf))];
    const before = await readCheckpointsOf(tenant, years);
    const balances: string[] = [];
    for (const year of years)
      for (const { pk: _, sk, ...sums } of await readPartition(balancesKey(tenant, year)))
        balances.push(...balanceLines(year, sk as string, sums, months));
    const after = await readCheckpointsOf(tenant, years);
    if (!sameRevisions(before, after) || [...after.values()].some(isBehind)) return undefined;
    const counts = [...after].map(([key, { contiguousTo }]) => [sequenceNameOf(key), contiguousTo] as const);
    return { counts: new Map(counts), balances };
  });

const isBehind = ({ ahead, begun }: Checkpoint): boolean => ahead.length > 0 || begun !== undefined;

/** What an account's row of a year holds of some months. */
function balanceLines(year: string, account: string, sums: Record<string, unknown>, months: readonly Month[]): string[] {
  const sides = new Map<string, { debit: string; credit: string }>();
  for (const [field, sum] of Object.entries(sums)) {
    const month = monthOfField(year, field);
    if (!months.includes(month.slice(0, 7))) continue;
    const of = sides.get(month) ?? { debit: '0', credit: '0' };
    sides.set(month, { ...of, [field.startsWith('d') ? 'debit' : 'credit']: String(sum) });
  }
  return [...sides].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, of]) => balanceLine(account, month, of));
}

/** The lines of a period's sequences in their order; undefined while the lists have not caught up. */
async function periodLines(records: Records, period: Month, counts: Counted['counts']): Promise<string[] | undefined> {
  const entries = new Map<string, string>();
  for await (const { items } of walkJournal(records, { months: [period], order: 'asc', pace: 400 }))
    for (const { document } of items) entries.set(placeOf(document.entry), hashedText(document.id, document.entry));
  const lines: string[] = [];
  for (const sequence of sequencesIn(period)) {
    const count = counts.get(sequenceName(sequence)) ?? 0;
    if (count === 0) continue;
    lines.push(sequenceLine(sequence, count));
    const leaves = await orderedLeaves(records, sequence, { from: 1, to: count });
    let chain = NO_LINK;
    for (const [i, leaf] of leaves.entries()) {
      const text = entries.get(placeOf({ ...sequence, seq: i + 1 }));
      if (text === undefined) return undefined;
      chain = linkHash(digest, chain, leaf);
      lines.push(entryLine(hexOf(leaf), hexOf(chain), text));
    }
  }
  return lines;
}

const placeOf = ({ period, shard, seq }: Pick<Entry, 'period' | 'shard' | 'seq'>): string => `${sequenceName({ period, shard })}#${seq}`;

/**
 * The entries of whole months with their hashes as they came into the books, in the order of their sequences, and the balances that are
 * kept of them: what `verify-books` reads. Undefined where there are more entries than there is time for.
 */
export async function writeProof(
  records: Records,
  months: readonly Month[],
  most: number,
): Promise<{ readonly text: string; readonly entries: number } | undefined> {
  const { counts, balances } = await readCounted(records.tenant, months);
  const mine = [...counts].filter(([name]) => months.includes(name.slice(0, 7)));
  const entries = mine.reduce((sum, [, count]) => sum + count, 0);
  if (entries > most) return undefined;
  const parts: string[] = [headLine(records.tenant, months)];
  for (const month of months)
    if (mine.some(([name, count]) => name.startsWith(month) && count > 0))
      parts.push(...(await untilSettled(() => periodLines(records, month, counts))));
  return { text: [...parts, ...balances, endLine(entries), ''].join('\n'), entries };
}
