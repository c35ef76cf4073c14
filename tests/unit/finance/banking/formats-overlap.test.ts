import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { takeBackLines } from '../../../../functions/finance/banking/statement-lines.ts';
import { addDays } from '../../../../shared/kernel/date.ts';
import { bankingOf } from '../../../support/banking.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany, recordsOf } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { camt053, type FileFormat, mt940, WRITERS } from '../../../support/statement-files.ts';

const table = useMemoryTable({ openWork: true, lists: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-02T10:00:00Z') }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => table.clear());

const MARCH = { opening: 100_000, from: '2026-03-01', to: '2026-03-31' };
/** A month with two equal charges of one day, and two of another that come to nothing. */
const MONTH = [
  { date: '2026-03-02', amount: 121_000, text: 'COBRO A' },
  { date: '2026-03-10', amount: -48_400, text: 'RECIBO' },
  { date: '2026-03-10', amount: -48_400, text: 'RECIBO' },
  { date: '2026-03-12', amount: 500, text: 'ABONO' },
  { date: '2026-03-12', amount: -500, text: 'CARGO' },
  { date: '2026-03-31', amount: -350, text: 'COMISION' },
];

async function company() {
  const tenant = newTenant();
  await newCompany(tenant);
  const bank = bankingOf(tenant);
  await bank.ask('ana', 'GET /banking/accounts', undefined, { roles: ['accountant'] });
  return { tenant, bank, account: await bank.account() };
}
type Shop = Awaited<ReturnType<typeof company>>;
const everyLine = async ({ bank, account }: Shop): Promise<{ date: string; amount: { amount: string }; like?: string }[]> =>
  bank.lines(account.id, { limit: '100' });

it('the same month in Norma 43, camt.053 and MT940 comes in once', async () => {
  const shop = await company();
  for (const [i, write] of [WRITERS.norma43, camt053, mt940].entries()) {
    const [statement] = await shop.bank.take(write(MONTH, MARCH));
    expect([statement?.already, statement?.doubts]).toEqual([i === 0 ? 0 : 6, undefined]);
  }
  expect(await everyLine(shop)).toHaveLength(6);
});

it('half a day in one file and the rest in another are both there; a file over both brings nothing', async () => {
  const shop = await company();
  const half = (from: number, to: number, write: typeof camt053) =>
    shop.bank.take(
      write(MONTH.slice(from, to), {
        opening: 100_000 + MONTH.slice(0, from).reduce((sum, { amount }) => sum + amount, 0),
        from: MONTH[from]?.date ?? '',
        to: MONTH[to - 1]?.date ?? '',
      }),
    );
  await half(0, 2, WRITERS.norma43);
  await half(2, 6, camt053);
  expect((await everyLine(shop)).map(({ amount }) => amount.amount)).toEqual(['1210.00', '-484.00', '-484.00', '5.00', '-5.00', '-3.50']);
  const [over] = await shop.bank.take(mt940(MONTH, MARCH));
  expect(over?.already).toBe(6);
});

it('what may be known and may be not is taken, and says which line it may be; deleted, its day is as it was', async () => {
  const shop = await company();
  const day = [
    { date: '2026-03-12', amount: 500, text: 'ABONO' },
    { date: '2026-03-12', amount: -500, text: 'CARGO' },
  ];
  await shop.bank.take(WRITERS.norma43(day, { opening: 100_000, from: '2026-03-01', to: '2026-03-12' }));
  // The next one begins on that day with that balance: the same two again, or two more.
  const [next] = await shop.bank.take(camt053(day, { opening: 100_000, from: '2026-03-12', to: '2026-03-31' }));
  expect([next?.already, next?.doubts]).toEqual([0, 2]);
  const lines = await everyLine(shop);
  expect(lines.filter(({ like }) => like !== undefined)).toHaveLength(2);
  expect((await shop.bank.done('ana', `GET /banking/statements/${next?.id}`)).doubts).toBe(2);
  await takeBackLines(recordsOf(shop.tenant), next as never);
  expect(await everyLine(shop)).toHaveLength(2);
  const [again] = await shop.bank.take(mt940(day, { opening: 100_000, from: '2026-03-01', to: '2026-03-31' }));
  expect(again?.already).toBe(2);
});

it('any parts of a month in any formats leave no line out, and none of it stands there twice unsaid', async () => {
  const start = await company();
  const restore = table.keep();
  const movement = fc.record({
    day: fc.integer({ min: 0, max: 5 }),
    amount: fc.constantFrom(-100, 100, -250, 700),
    text: fc.constantFrom('A', 'B'),
  });
  const file = fc.record({ from: fc.nat(12), to: fc.nat(12), format: fc.constantFrom<FileFormat>('norma43', 'camt053', 'mt940') });
  await fc.assert(
    fc.asyncProperty(
      fc.array(movement, { minLength: 1, maxLength: 12 }),
      fc.array(file, { minLength: 1, maxLength: 4 }),
      async (made, files) => {
        restore();
        const month = made.toSorted((a, b) => a.day - b.day).map(({ day, ...rest }) => ({ ...rest, date: addDays('2026-03-02', day) }));
        const seen = new Set<number>();
        for (const { from, to, format } of files) {
          const [a, b] = [from, to].map((at) => at % (month.length + 1)).toSorted((x, y) => x - y) as [number, number];
          const part = month.slice(a, b);
          const [first, last] = [part[0], part.at(-1)];
          if (!first || !last) continue;
          const opening = 100_000 + month.slice(0, a).reduce((sum, { amount }) => sum + amount, 0);
          await start.bank.take(WRITERS[format](part, { opening, from: first.date, to: last.date }));
          for (let at = a; at < b; at += 1) seen.add(at);
        }
        const told = (lines: readonly { date: string; amount: number }[]) =>
          lines.map(({ date, amount }) => `${date} ${amount}`).toSorted();
        const there = (await everyLine(start)).map(({ date, amount: { amount }, like }) => ({
          date,
          amount: Math.round(Number(amount) * 100),
          like,
        }));
        const covered = told([...seen].map((at) => month[at] as (typeof month)[number]));
        const sure = told(there.filter(({ like }) => like === undefined));
        const all = told(there);
        for (const key of new Set([...covered, ...all])) {
          const count = (of: readonly string[]) => of.filter((each) => each === key).length;
          expect([count(all) >= count(covered), count(sure) <= count(covered)], key).toEqual([true, true]);
        }
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
