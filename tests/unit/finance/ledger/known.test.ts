import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPosting } from '../../../../functions/finance/ledger/posting-session.ts';
import { handler } from '../../../../functions/finance/ledger/project-balances.event.ts';
import { readTrialBalance } from '../../../../functions/finance/ledger/trial-store.ts';
import { readDifferences } from '../../../../functions/finance/statements/difference-reader.ts';
import { ManualEntries } from '../../../../shared/domain/finance/ledger/manual-entry.ts';
import { PeriodSequences, sequenceId } from '../../../../shared/domain/finance/ledger/period-sequence.ts';
import { create, type Stored, update } from '../../../../shared/kernel/record.ts';
import { type Attributes, dynamo, marshall, tableName } from '../../../../shared/runtime/dynamo.ts';
import { keyOf } from '../../../../shared/runtime/record-item.ts';
import { Records } from '../../../../shared/runtime/records.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany, recordsOf } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';

const table = useMemoryTable({ lists: true });
const BEGIN = '2026-01-01T00:00:00.000Z';
const YEARS = ['2026'];
let tenant: string;
let renew: () => void;

beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());
beforeEach(async () => {
  table.clear();
  vi.setSystemTime(new Date(BEGIN));
  tenant = newTenant();
  await newCompany(tenant);
  await closeOne('2026-12');
  renew = table.keep();
});

/** Something has been closed, so that what was known afterwards can be asked for. */
async function closeOne(month: string): Promise<void> {
  const records = recordsOf(tenant);
  const gate = await records.getOrThrow(PeriodSequences, sequenceId(month, 0));
  await records.commit([update(PeriodSequences, gate, { ...gate, state: 'closed', closedAt: BEGIN })]);
}

const imageOf = async (id: string): Promise<Attributes | undefined> =>
  (await dynamo.send(new GetItemCommand({ TableName: tableName(), Key: marshall(keyOf(tenant, ManualEntries as never, id)) }))).Item;

interface Move {
  readonly date: string;
  /** When it was posted. */
  readonly at: string;
  readonly account: string;
  readonly cents: number;
  /** A day before which its document was made, to be approved later; absent: it is posted at once. */
  readonly draftedAt?: string | undefined;
}

/** Posts an entry as a document does, and tells the balances of it as the stream does. */
async function post({ date, at, account, cents, draftedAt }: Move, no: number): Promise<string> {
  const id = `man_${String(no).padStart(4, '0')}`;
  const by = (name: string, instant: string) =>
    new Records(tenant, { by: name, request: `r${no}${instant}`, action: 'postEntry', at: new Date(instant) });
  const records = by('ana@example.com', draftedAt ?? at);
  const posting = await openPosting(records, { date, document: id, canPostToClosed: true });
  const entry = posting.add('Asiento', [
    { account, amount: cents },
    { account: '570', amount: -cents },
  ]);
  await records.commit([create(ManualEntries, id, { date, text: 'Asiento', entry }), ...posting.changes()]);
  const made = await imageOf(id);
  if (draftedAt === undefined) {
    await handler({ Records: [{ eventName: 'INSERT', dynamodb: { NewImage: made as never } }] }, {} as never);
    return id;
  }
  // Of what is approved the entry comes with a later step, and its number with the entry.
  const document: Stored<never> = (await records.getOrThrow(ManualEntries, id)) as never;
  const gate = await records.getOrThrow(PeriodSequences, sequenceId(entry.period, entry.shard));
  const approver = by('luis@example.com', at);
  await approver.commit([update(ManualEntries, document, document), update(PeriodSequences, gate, gate)]);
  const { data: _, ...without } = made ?? {};
  const change = { NewImage: (await imageOf(id)) as never, OldImage: without as never };
  await handler({ Records: [{ eventName: 'MODIFY', dynamodb: change }] }, {} as never);
  return id;
}

/** What a ledger of those entries alone says at the end of a day, by account: worked out without the product's sums. */
function freshLedger(moves: readonly Move[], from: string, to: string): Record<string, readonly number[]> {
  const sums: Record<string, [opening: number, closing: number]> = {};
  for (const { date, account, cents } of moves)
    for (const [code, amount] of [
      [account, cents],
      ['570', -cents],
    ] as const) {
      sums[code] ??= [0, 0];
      if (date < from) sums[code][0] += amount;
      if (date <= to) sums[code][1] += amount;
    }
  return sums;
}

const day = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
const instant = (n: number, hour: number): string => new Date(Date.UTC(2026, 0, 1 + n, hour, 30)).toISOString();
const moves = fc
  .array(
    fc.record({
      date: fc.integer({ min: 0, max: 70 }),
      // Most are posted on their day, some days later, some before it.
      late: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: -6, max: 40 })),
      hour: fc.integer({ min: 0, max: 23 }),
      account: fc.constantFrom('621', '700', '572'),
      cents: fc.oneof(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: -99_999, max: -1 })),
      drafted: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined, freq: 4 }),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((all) =>
    all
      .map(({ date, late, hour, account, cents, drafted }): Move => {
        const on = Math.max(date + late, 0);
        const draftedAt = drafted === undefined || on < drafted ? undefined : instant(on - drafted, 0);
        return { date: day(date), at: instant(on, hour), account, cents, draftedAt };
      })
      .sort((a, b) => (a.at < b.at ? -1 : 1)),
  );

describe('the books as they were known', () => {
  it('are for every day and moment those of a ledger that stops there, in 200 random histories', async () => {
    const question = fc.record({
      from: fc.integer({ min: 0, max: 80 }),
      days: fc.integer({ min: 0, max: 80 }),
      at: fc.integer({ min: 0, max: 8 }),
    });
    await fc.assert(
      fc.asyncProperty(
        moves,
        fc.array(question, { minLength: 3, maxLength: 5 }),
        fc.integer({ min: 0, max: 115 }),
        async (all, asked, other) => {
          renew();
          for (const [no, move] of all.entries()) await post(move, no);
          vi.setSystemTime(new Date('2026-06-30T12:00:00Z'));
          for (const { from, days, at } of asked) {
            const [first, last] = [day(from), day(from + days)];
            const knownAt = all[at]?.at ?? instant(other, 12);
            const expected = freshLedger(
              all.filter((move) => move.at <= knownAt),
              first,
              last,
            );
            const { value } = await readTrialBalance(recordsOf(tenant), YEARS, { from: first, to: last }, true, knownAt);
            const found = Object.fromEntries(value.map(({ account, opening, closing }) => [account, [opening, closing]]));
            for (const [account, sums] of Object.entries(expected))
              expect([knownAt, account, found[account] ?? [0, 0]]).toEqual([knownAt, account, sums]);
            expect(Object.keys(found).filter((account) => !expected[account])).toEqual([]);
          }
        },
      ),
      { numRuns: 200 },
    );
  }, 120_000);

  // Worked by hand: March has 1,000.00 of sales and 300.00 of rent when it is looked at on 5 April; then come 100.00 of rent dated 20
  // March, on 9 April, and 50.00 of April.
  it('differ from those of now by the entries that came since, with who posted them, when and why', async () => {
    await post({ date: '2026-03-10', at: '2026-03-10T09:00:00.000Z', account: '700', cents: -100_000 }, 1);
    await post({ date: '2026-03-31', at: '2026-04-02T09:00:00.000Z', account: '621', cents: 30_000 }, 2);
    await post(
      { date: '2026-03-20', at: '2026-04-09T10:00:00.000Z', account: '621', cents: 10_000, draftedAt: '2026-04-03T08:00:00.000Z' },
      3,
    );
    await post({ date: '2026-04-10', at: '2026-04-10T10:00:00.000Z', account: '621', cents: 5_000 }, 4);
    vi.setSystemTime(new Date('2026-06-30T12:00:00Z'));
    const asked = {
      statement: 'income-statement',
      model: 'pymes',
      date: '2026-03-31',
      knownAt: '2026-04-05T12:00:00.000Z',
      limit: 25,
    } as const;
    const found = await readDifferences(recordsOf(tenant), { fiscalYears: YEARS }, asked);
    expect(found.entries).toEqual([
      {
        ...{ entryId: 'je_man_0003', date: '2026-03-20', text: 'Asiento', source: { kind: 'manual-entry', id: 'man_0003' } },
        ...{ postedAt: '2026-04-09T10:00:00.000Z', postedBy: 'luis@example.com' },
        lines: [
          { account: '621', debit: 10_000, credit: 0 },
          { account: '570', debit: 0, credit: 10_000 },
        ],
      },
    ]);
    // Line 7 (40700), other operating expenses, and the results that come of it.
    expect(found.lines.find(({ id }) => id === '40700')).toMatchObject({ before: [-30_000], after: [-40_000] });
    expect(found.lines.map(({ before, after }) => Number(after[0]) - Number(before[0]))).toEqual(found.lines.map(() => -10_000));
    expect(found.lines.some(({ id }) => id === '40100')).toBe(false);
    const none = await readDifferences(recordsOf(tenant), { fiscalYears: YEARS }, { ...asked, knownAt: '2026-04-09T10:00:00.000Z' });
    expect(none).toMatchObject({ lines: [], entries: [] });
  });

  it('are refused before the first close, for a moment to come, and for differences of days that went on', async () => {
    vi.setSystemTime(new Date('2026-06-30T12:00:00Z'));
    const ask = (knownAt: string) => readTrialBalance(recordsOf(tenant), YEARS, { from: '2026-01-01', to: '2026-03-31' }, true, knownAt);
    await expect(ask('2025-12-31T23:59:59.999Z')).rejects.toMatchObject({ code: 'books.not_closed_then', params: { first: BEGIN } });
    await expect(ask('2026-07-01T00:00:00.000Z')).rejects.toMatchObject({ code: 'books.not_known_yet', field: 'query.knownAt' });
    const asked = {
      statement: 'balance-sheet',
      model: 'pymes',
      date: '2026-04-05',
      knownAt: '2026-04-05T12:00:00.000Z',
      limit: 25,
    } as const;
    await expect(readDifferences(recordsOf(tenant), { fiscalYears: YEARS }, asked)).rejects.toMatchObject({
      ...{ code: 'books.not_over_then', field: 'query.date', params: { latest: '2026-04-04' } },
    });
  });

  it('are asked for after something was closed: not in a company that has never closed a month', async () => {
    const other = newTenant();
    await newCompany(other);
    vi.setSystemTime(new Date('2026-06-30T12:00:00Z'));
    const ask = readTrialBalance(recordsOf(other), YEARS, { from: '2026-01-01', to: '2026-03-31' }, true, '2026-04-01T00:00:00.000Z');
    await expect(ask).rejects.toMatchObject({ code: 'books.not_closed_then' });
  });
});
