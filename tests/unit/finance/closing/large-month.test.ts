import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { CHECK_IDS } from '../../../../shared/domain/finance/closing/check.ts';
import { entryDraft, SHARDS } from '../../../../shared/domain/finance/ledger/entry.ts';
import { ManualEntries } from '../../../../shared/domain/finance/ledger/manual-entry.ts';
import { numberEntries, PeriodSequences, sequenceId } from '../../../../shared/domain/finance/ledger/period-sequence.ts';
import { Invoices } from '../../../../shared/domain/finance/receivables/invoice.ts';
import { assertDefined } from '../../../../shared/kernel/assert.ts';
import { type Change, create } from '../../../../shared/kernel/record.ts';
import { idFrom } from '../../../../shared/runtime/fingerprint.ts';
import { books } from '../../../support/ledger.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { type ClosingTwin, closingTwin, FAULTS, failedChecks } from '../../../support/planted-faults.ts';
import { projectNews } from '../../../support/projection.ts';

const table = useMemoryTable({ openWork: true, lists: true });
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/**
 * Each fault alone is tried in a month of a dozen documents (`planted-faults.test.ts`); here they are planted all at once, among so many
 * entries that pages, indexes and limits of what is looked at come into it. Beside those of the small month: most are of cash, some of
 * invoices of ten cents.
 */
const [IN_CASH, INVOICES] = [9900, 100] as const;
const PER_COMMIT = 90;
type Draft = ReturnType<typeof entryDraft>;

/** Posts entries with their documents into the month's sequences, many to a transaction. */
async function post({ records }: ClosingTwin, count: number, draftOf: (i: number) => Draft, make: (i: number, entry: never) => Change) {
  for (let shard = 0; shard < SHARDS; shard += 1) {
    const all = Array.from({ length: count }, (_, i) => i).filter((i) => i % SHARDS === shard);
    for (let at = 0; at < all.length; at += PER_COMMIT) {
      const some = all.slice(at, at + PER_COMMIT);
      const sequence = await records.get(PeriodSequences, sequenceId('2026-03', shard));
      const { entries, change } = numberEntries(sequence, some.map(draftOf));
      await records.commit([...entries.map((entry, k) => make(some[k] as number, entry as never)), change]);
    }
  }
}

const day = (i: number): string => `2026-03-${String(1 + (i % 31)).padStart(2, '0')}`;

async function enlarge(company: ClosingTwin): Promise<void> {
  const { tenant, records, sales, customerId } = company;
  const cash = (i: number): Draft =>
    entryDraft(day(i), `Caja ${i}`, [
      { account: '570', amount: 100 + i },
      { account: '100', amount: -100 - i },
    ]);
  await post(company, IN_CASH, cash, (i, entry: Draft & never) =>
    create(ManualEntries, idFrom('man', tenant, `cash ${i}`), { date: day(i), text: `Caja ${i}`, entry }),
  );
  const { entry, ...invoice } = await records.getOrThrow(Invoices, (await sales.invoice(customerId, '0.10')).id);
  const { date, text, lines } = assertDefined(entry, 'an invoice is posted');
  await post(
    company,
    INVOICES - 1,
    () => entryDraft(date, text, lines),
    (i, posted) => create(Invoices, `inv_B2026-${String(i + 1).padStart(6, '0')}`, { ...invoice, entry: posted }),
  );
  await company.project();
}

let company: ClosingTwin;
let asItWas: () => void;
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-04-06T10:00:00Z') });
  table.clear();
  table.news();
  company = await closingTwin(() => projectNews(table));
  await enlarge(company);
  asItWas = table.keep();
}, 180_000);

it('of 10,000 entries in which all agrees has nothing at fault', async () => {
  const periods = (await books(company.tenant, 'listPeriods')).body.items as { period: string; entries: number }[];
  expect(periods.find(({ period }) => period === '2026-03')?.entries).toBeGreaterThan(10_000);
  await company.depreciate();
  expect(await failedChecks(company)).toEqual({});
}, 180_000);

/** The first fault that is planted for each check; of the bank and of currencies the one that two checks, or another's, are found by. */
const PLANTED = Object.entries(FAULTS).filter(
  ([name]) =>
    ![
      'a line of the bank that is nothing in the books',
      'a bill in dollars that is not valued',
      'a pay run that posted a cent less than its slips come to',
    ].includes(name),
);
/** What faults do to what others find: last year's books, once they are open, have neither the rent of March nor Clara's pay. */
const TOGETHER: Readonly<Record<string, readonly RegExp[]>> = {
  'variance-year': [/^623 -4000.00$/, /^629 4000.00$/, /^640 1714.29$/],
  'variance-budget': [/^70 \d+\.\d\d$/],
};

it('of 10,000 entries with a fault for each check has them all found by name, and nothing else', async () => {
  asItWas();
  for (const [name, { plant }] of PLANTED)
    await plant(company).then(undefined, (error: unknown) => Promise.reject(new Error(name, { cause: error })));
  const planted = Object.fromEntries(PLANTED.flatMap(([, { finds }]) => Object.entries(finds)));
  expect(Object.keys(planted).sort()).toEqual([...CHECK_IDS].sort());
  const expected = Object.entries({ ...planted, ...TOGETHER }).map(([check, items]) => [
    check,
    items.map((item) => (item instanceof RegExp ? expect.stringMatching(item) : item)),
  ]);
  expect(await failedChecks(company)).toEqual(Object.fromEntries(expected));
}, 180_000);
