import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Checkpoint,
  chunksOf,
  countedIn,
  currencyBalance,
  MAX_ITEMS,
  type Piece,
  pass,
  piecesOf,
  project,
  shardKey,
  shardOf,
  type TenantEntry,
} from '../../../../shared/domain/finance/ledger/projection.ts';

const entryOf = (
  tenant: string,
  seq: number,
  date: string,
  shard: number,
  lines: readonly (readonly [string, number])[],
  taxes: TenantEntry['taxes'] = [],
): TenantEntry => ({
  tenant,
  entry: { date, text: '', period: date.slice(0, 7), shard, seq, lines: lines.map(([account, amount]) => ({ account, amount })) },
  taxes,
});
const taxOf = (side: 'output' | 'input', code: string, base: number, tax: number, corrects?: true) => ({
  side,
  code,
  percent: '21',
  base,
  tax,
  ...(corrects ? { corrects } : {}),
});

/** A store that commits a chunk wholly or not at all, as a transaction does. */
class Books {
  readonly checkpoints = new Map<string, Checkpoint>();
  readonly sums = new Map<string, number>();
  largest = 0;

  /** Folds a batch; `crashAfter` chunks it stops, before or after the write of the next. */
  deliver(batch: readonly TenantEntry[], crashAfter = Number.POSITIVE_INFINITY): void {
    for (const [i, chunk] of chunksOf(batch.flatMap(piecesOf)).entries()) {
      if (i >= crashAfter) return;
      this.commit(chunk);
    }
  }

  commit(chunk: readonly Piece[]): void {
    const { increments, checkpoints } = project(chunk, this.checkpoints);
    this.largest = Math.max(this.largest, increments.length + checkpoints.size);
    for (const [shard, checkpoint] of checkpoints) this.checkpoints.set(shard, checkpoint);
    for (const { tenant, span, account, sums } of increments)
      for (const [field, amount] of Object.entries(sums))
        this.sums.set(
          `${tenant} ${span} ${account} ${field}`,
          (this.sums.get(`${tenant} ${span} ${account} ${field}`) ?? 0) + Number(amount),
        );
  }
}

/** What each entry adds, line by line and tax by tax. */
function* additions({ tenant, entry: { date, lines }, taxes = [] }: TenantEntry): Generator<readonly [key: string, amount: number]> {
  const [year, month, day] = [date.slice(0, 4), date.slice(5, 7), date.slice(8, 10)];
  for (const { account, amount } of lines) {
    const side = amount > 0 ? 'd' : 'c';
    yield [`${tenant} ${year} ${account} ${side}${month}`, Math.abs(amount)];
    yield [`${tenant} ${year}-${month} ${account} ${side}${day}`, Math.abs(amount)];
  }
  for (const { side, code, percent, corrects, base, tax } of taxes) {
    // None of these entries has a line of group 4: the tax's own account takes it.
    const row = `${tenant} ${year}-${month} ${side === 'output' ? '477' : '472'}`;
    const key = `${side === 'output' ? 'o' : 'i'}:${code}:${percent}${corrects ? ':c' : ''}`;
    yield [`${row} b${key}`, base];
    yield [`${row} q${key}`, tax];
  }
}

/** What counting each entry once comes to. */
function plainSums(entries: readonly TenantEntry[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const entry of entries) for (const [key, amount] of additions(entry)) sums.set(key, (sums.get(key) ?? 0) + amount);
  return sums;
}

/** Entries of two companies in two months and three shards, numbered without gaps; some over very many accounts. */
const journals = fc
  .array(
    fc.record({
      tenant: fc.constantFrom('a', 'b'),
      month: fc.constantFrom('2026-03', '2026-04'),
      day: fc.integer({ min: 1, max: 30 }),
      shard: fc.integer({ min: 0, max: 2 }),
      width: fc.oneof(
        { weight: 9, arbitrary: fc.integer({ min: 1, max: 4 }) },
        { weight: 1, arbitrary: fc.integer({ min: 45, max: 160 }) },
      ),
      cents: fc.integer({ min: 1, max: 1_000_000 }),
      taxes: fc.uniqueArray(
        fc.record({
          side: fc.constantFrom('output' as const, 'input' as const),
          code: fc.constantFrom('IVA21', 'IVA-R'),
          base: fc.integer({ min: -100_000, max: 100_000 }),
          tax: fc.integer({ min: -21_000, max: 21_000 }),
        }),
        { maxLength: 3, selector: ({ side, code }) => `${side}${code}` },
      ),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((drafts) => {
    const seqs = new Map<string, number>();
    return drafts.map(({ tenant, month, day, shard, width, cents, taxes }) => {
      const key = shardKey(tenant, month, shard);
      const seq = (seqs.get(key) ?? 0) + 1;
      seqs.set(key, seq);
      const lines = Array.from({ length: width }, (_, i) => [`${600 + i}`, cents] as const);
      const facts = taxes.map(({ side, code, base, tax }) => taxOf(side, code, base, tax, ...(base < 0 ? [true as const] : [])));
      return entryOf(tenant, seq, `${month}-${String(day).padStart(2, '0')}`, shard, [...lines, ['572', -cents * width]], facts);
    });
  });

/** Deliveries as a stream may make them: shuffled, repeated, in batches of any size, each perhaps cut by a crash and sent again. */
const deliveries = journals.chain((entries) =>
  fc.record({
    entries: fc.constant(entries),
    order: fc.shuffledSubarray([...entries, ...entries, ...entries], { minLength: 0 }),
    rest: fc.shuffledSubarray(entries, { minLength: entries.length }),
    size: fc.integer({ min: 1, max: 40 }),
    crashes: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 20 }),
  }),
);

describe('the projection of entries into balances', () => {
  it('counts each entry once, however it arrives, and no transaction is too large', () => {
    fc.assert(
      fc.property(deliveries, ({ entries, order, rest, size, crashes }) => {
        const books = new Books();
        const all = [...order, ...rest];
        for (let at = 0, batch = 0; at < all.length; at += size, batch += 1) {
          const crash = crashes[batch];
          if (crash !== undefined) books.deliver(all.slice(at, at + size), crash);
          books.deliver(all.slice(at, at + size));
        }
        expect(new Map([...books.sums].sort())).toEqual(new Map([...plainSums(entries)].sort()));
        for (const checkpoint of books.checkpoints.values()) expect(checkpoint).toEqual({ contiguousTo: countedIn(checkpoint), ahead: [] });
        expect([...books.checkpoints.values()].reduce((sum, checkpoint) => sum + countedIn(checkpoint), 0)).toBe(entries.length);
        expect(books.largest).toBeLessThanOrEqual(MAX_ITEMS);
      }),
      { numRuns: 150 },
    );
  });

  it('balances after any whole part of a journal', () => {
    fc.assert(
      fc.property(journals, fc.nat(), (entries, cut) => {
        const books = new Books();
        books.deliver(entries.slice(0, cut % (entries.length + 1)));
        const side = (letter: string) =>
          [...books.sums].reduce((sum, [key, cents]) => sum + (key.split(' ').at(-1)?.startsWith(letter) ? cents : 0), 0);
        expect(side('d')).toBe(side('c'));
      }),
      { numRuns: 50 },
    );
  });

  it('counts each number once, and closes gaps as they fill', () => {
    const checkpointAfter = (...seqs: number[]) =>
      seqs.reduce<Checkpoint>((checkpoint, seq) => pass(checkpoint, seq) ?? checkpoint, { contiguousTo: 0, ahead: [] });
    expect(checkpointAfter(1, 2)).toEqual({ contiguousTo: 2, ahead: [] });
    expect(checkpointAfter(1, 5, 3, 5)).toEqual({ contiguousTo: 1, ahead: [3, 5] });
    expect(checkpointAfter(1, 5, 3, 2)).toEqual({ contiguousTo: 3, ahead: [5] });
    expect(checkpointAfter(1, 5, 3, 2, 4)).toEqual({ contiguousTo: 5, ahead: [] });
    expect(pass({ contiguousTo: 5, ahead: [7] }, 5)).toBeUndefined();
    expect(pass({ contiguousTo: 5, ahead: [7] }, 7)).toBeUndefined();
  });

  it('counts the taxes of an entry over very many accounts as the last of its pieces', () => {
    const lines = Array.from({ length: 49 }, (_, i) => [`${600 + i}`, 100] as const);
    const wide = entryOf(
      'a',
      1,
      '2026-03-05',
      0,
      [...lines, ['572', -4900]],
      [taxOf('input', 'IVA21', 4000, 840), taxOf('input', 'IVA-R', 900, 90)],
    );
    expect(piecesOf(wide).map((piece) => [piece.lines.length, piece.taxes.length])).toEqual([
      [49, 0],
      [1, 0],
      [0, 2],
    ]);
    const books = new Books();
    books.deliver([wide]);
    books.deliver([wide]);
    expect([books.sums.get('a 2026-03 472 bi:IVA21:21'), books.sums.get('a 2026-03 472 qi:IVA-R:21')]).toEqual([4000, 90]);
  });

  it('counts an entry over 120 accounts in three pieces, each once, and only then lets its number pass', () => {
    const lines = Array.from({ length: 119 }, (_, i) => [`${600 + i}`, 100] as const);
    const wide = entryOf('a', 1, '2026-03-05', 0, [...lines, ['572', -11900]]);
    const pieces = piecesOf(wide);
    expect(pieces.map((p) => p.lines.length)).toEqual([49, 49, 22]);
    expect(chunksOf(pieces).map((chunk) => chunk.length)).toEqual([1, 1, 1]);
    const books = new Books();
    books.deliver([wide], 1);
    expect(books.checkpoints.get(shardOf(wide))).toEqual({ contiguousTo: 0, ahead: [], begun: { 1: 1 } });
    books.deliver([wide], 2);
    expect(books.checkpoints.get(shardOf(wide))).toEqual({ contiguousTo: 0, ahead: [], begun: { 1: 2 } });
    books.deliver([wide]);
    books.deliver([wide]);
    expect(books.checkpoints.get(shardOf(wide))).toEqual({ contiguousTo: 1, ahead: [] });
    expect(books.sums.get('a 2026 572 c03')).toBe(11900);
    expect(books.sums.get('a 2026-03 600 d05')).toBe(100);
  });
});

describe('lines in foreign currencies', () => {
  const foreign = { currency: 'USD', amount: -110 };
  const dollars = (accounts: number): TenantEntry => {
    const { entry, ...rest } = entryOf('t', 1, '2026-03-10', 0, []);
    const codes = Array.from({ length: accounts }, (_, i) => `${573_000 + i}`);
    return {
      ...rest,
      entry: {
        ...entry,
        lines: [...codes.map((account) => ({ account, amount: -100, foreign })), { account: '572', amount: accounts * 100 }],
      },
    };
  };

  it('are added up by currency and account beside the euros', () => {
    const { increments } = project(piecesOf(dollars(1)), new Map());
    expect(increments.map(({ span, account, sums }) => [span, account, sums])).toEqual([
      ['2026', '573000', { c03: 100 }],
      ['2026-03', '573000', { c10: 100 }],
      ['2026.cur', 'USD:573000', { c03: 110 }],
      ['2026', '572', { d03: 100 }],
      ['2026-03', '572', { d10: 100 }],
    ]);
    const rows = new Map([
      ['2025', { d12: 1000 }],
      ['2026', { c03: 110, d03: 20, d04: 7 }],
    ]);
    expect(currencyBalance((year) => rows.get(year), ['2025', '2026', '2027'], '2026-03')).toBe(910);
  });

  it.each([30, 33, 34, 60])('of %i accounts fit into transactions', (accounts) => {
    const books = new Books();
    books.deliver([dollars(accounts)]);
    expect(books.largest).toBeLessThanOrEqual(MAX_ITEMS);
    expect([...books.sums].filter(([key]) => key.includes('.cur')).reduce((sum, [, amount]) => sum + amount, 0)).toBe(110 * accounts);
  });
});
