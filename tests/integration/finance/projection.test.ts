import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { applyProjection, readBalances, readCheckpoints } from '../../../functions/finance/ledger/balance-store.ts';
import { handler } from '../../../functions/finance/ledger/project-balances.event.ts';
import { piecesOf, project, shardKey, shardOf, type TenantEntry } from '../../../shared/domain/finance/ledger/projection.ts';
import { WriteConflict } from '../../../shared/runtime/conflicts.ts';
import { dynamo, unmarshall } from '../../../shared/runtime/dynamo.ts';
import { newTenant } from '../../support/call.ts';
import { batchOf } from '../../support/projection.ts';

const ACCOUNTS = ['572', '621', '700', '477'];

/** Entries over two months and shards, numbered without gaps; one of them over 150 accounts. */
function journalOf(tenant: string, count: number): TenantEntry[] {
  const seqs = new Map<string, number>();
  return Array.from({ length: count }, (_, i) => {
    const [period, shard] = [i % 3 === 0 ? '2026-03' : '2026-04', i % 2];
    const key = shardKey(tenant, period, shard);
    seqs.set(key, (seqs.get(key) ?? 0) + 1);
    const wide = i === 7 ? Array.from({ length: 150 }, (_, k) => ({ account: `6${String(k).padStart(3, '0')}`, amount: 10 })) : [];
    const debits = [...wide, { account: ACCOUNTS[i % 4] ?? '', amount: 100 + i }];
    const credit = { account: ACCOUNTS[(i + 1) % 4] ?? '', amount: -debits.reduce((sum, l) => sum + l.amount, 0) };
    return {
      tenant,
      entry: {
        date: `${period}-${String((i % 28) + 1).padStart(2, '0')}`,
        text: '',
        period,
        shard,
        seq: seqs.get(key) ?? 0,
        lines: [...debits, credit],
      },
    };
  });
}

/** Every figure of the tenant's balances, and its checkpoints. */
async function stateOf(tenant: string): Promise<{ sums: Record<string, unknown>; checkpoints: unknown }> {
  const spans = ['2026', '2026-03', '2026-04'];
  const { accounts, sumsOf } = await readBalances(tenant, spans);
  const shards = ['2026-03', '2026-04'].flatMap((period) => [0, 1].map((shard) => shardKey(tenant, period, shard)));
  const checkpoints = [...(await readCheckpoints(shards))].map(([key, { rev, ...checkpoint }]) => [key, checkpoint]).sort();
  return {
    sums: Object.fromEntries([...accounts].sort().flatMap((account) => spans.map((span) => [`${span} ${account}`, sumsOf(span, account)]))),
    checkpoints,
  };
}

/** What a projection of each entry once comes to, worked out in memory. */
function expected(entries: readonly TenantEntry[]): { sums: Record<string, unknown>; checkpoints: unknown } {
  const { increments, checkpoints } = project(entries.flatMap(piecesOf), new Map());
  const accounts = [...new Set(increments.map((i) => i.account))].sort();
  const find = (span: string, account: string) => increments.find((i) => i.span === span && i.account === account)?.sums;
  return {
    sums: Object.fromEntries(
      accounts.flatMap((account) => ['2026', '2026-03', '2026-04'].map((span) => [`${span} ${account}`, find(span, account)])),
    ),
    checkpoints: [...checkpoints].sort(),
  };
}

/** Makes the next writes of the projection fail by plan: before they reach the table, or after, with the answer lost. */
const faults: ('before' | 'after' | 'conflict' | undefined)[] = [];
dynamo.middlewareStack.add(
  (next, context) => async (args) => {
    const fault = context.commandName === 'TransactWriteItemsCommand' ? faults.shift() : undefined;
    if (fault === 'before') throw new Error('crash before the write');
    if (fault === 'conflict') throw Object.assign(new Error('conflict'), { name: 'TransactionCanceledException' });
    const answer = await next(args);
    if (fault === 'after') throw new Error('crash after the write');
    return answer;
  },
  { step: 'initialize', name: 'faults' },
);
afterEach(() => void faults.splice(0));

/** Delivers a batch as the stream does: again and again until it succeeds. */
async function deliver(entries: readonly TenantEntry[]): Promise<void> {
  for (;;)
    try {
      return void (await handler(batchOf(entries)));
    } catch (error) {
      if (!/crash/.test(String(error))) throw error;
    }
}

describe('the projection of the stream into balances', () => {
  it('comes to the same under duplicates, shuffles, split batches, conflicts and crashes', async () => {
    const entries = journalOf('-', 24);
    const positions = entries.map((_, i) => i);
    const plan = fc.record({
      order: fc.shuffledSubarray([...positions, ...positions], { minLength: 0 }),
      rest: fc.shuffledSubarray(positions, { minLength: positions.length }),
      size: fc.integer({ min: 1, max: 30 }),
      faults: fc.array(fc.constantFrom('before', 'after', 'conflict', undefined), { maxLength: 12 }),
    });
    await fc.assert(
      fc.asyncProperty(plan, async ({ order, rest, size, faults: planned }) => {
        const mine = journalOf(newTenant(), entries.length);
        faults.splice(0, faults.length, ...planned);
        const stream = [...order, ...rest].map((i) => mine[i] as TenantEntry);
        for (let at = 0; at < stream.length; at += size) await deliver(stream.slice(at, at + size));
        expect(await stateOf(mine[0]?.tenant ?? '')).toEqual(expected(mine));
      }),
      { numRuns: 15 },
    );
  });

  it('comes to the same when four projections run at once over the same entries', async () => {
    const entries = journalOf(newTenant(), 40);
    await Promise.all([entries, entries.toReversed(), entries.slice(10), entries.slice(0, 30)].map(deliver));
    expect(await stateOf(entries[0]?.tenant ?? '')).toEqual(expected(entries));
  });

  it('ignores changes, removals, documents without an entry, and repeats cost no write', async () => {
    const [entry] = journalOf(newTenant(), 1);
    if (!entry) throw new Error('one entry');
    const [insert] = batchOf([entry]).Records;
    const others = [
      // Of a document that had its entry before.
      { eventName: 'MODIFY' as const, dynamodb: { ...insert?.dynamodb, OldImage: insert?.dynamodb?.NewImage } as never },
      { ...insert, eventName: 'REMOVE' as const },
      { eventName: 'INSERT' as const, dynamodb: { NewImage: { tenant: { S: entry.tenant } } } },
      {},
    ];
    await handler({ Records: others });
    expect((await readCheckpoints([shardOf(entry)])).size).toBe(0);
    await handler(batchOf([entry]));
    await handler(batchOf([entry, entry]));
    expect((await readCheckpoints([shardOf(entry)])).get(shardOf(entry))).toEqual({ contiguousTo: 1, ahead: [], rev: 1 });
  });

  it('writes nothing when a checkpoint moved since it was read', async () => {
    const [first, , third] = journalOf(newTenant(), 9).filter((e) => e.entry.shard === 0 && e.entry.period === '2026-04');
    if (!first || !third) throw new Error('three entries');
    await handler(batchOf([first]));
    const stale = new Map([[shardOf(first), { contiguousTo: 0, ahead: [], rev: 0 }]]);
    const before = await stateOf(first.tenant);
    const { increments, checkpoints } = project(piecesOf(third), stale);
    await expect(applyProjection(increments, checkpoints, stale)).rejects.toThrow(WriteConflict);
    await expect(applyProjection(increments, checkpoints, new Map())).rejects.toThrow(WriteConflict);
    expect(await stateOf(first.tenant)).toEqual(before);
  });

  it('reads numbers as the stream writes them', () => {
    expect(unmarshall(batchOf(journalOf('t1', 1)).Records[0]?.dynamodb?.NewImage as never)).toMatchObject({
      tenant: 't1',
      data: { entry: { seq: 1, lines: [{ amount: 100 }, { amount: -100 }] } },
    });
  });
});
