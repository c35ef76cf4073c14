import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { books, line } from '../../../support/ledger.ts';
import { useMemoryBucket } from '../../../support/memory-bucket.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { closesOf } from '../../../support/month-close.ts';

const table = useMemoryTable({ openWork: true, lists: true });
let tenant = '';
let closes: ReturnType<typeof closesOf>;
const on = (day: string) => vi.setSystemTime(new Date(`${day}T10:00:00Z`));
const post = async (by: string, date: string, account: string, amount: string) => {
  const body = {
    date,
    text: 'Asiento',
    lines: [line('572', amount), line(account, amount.startsWith('-') ? amount.slice(1) : `-${amount}`)],
  };
  expect((await books(tenant, 'postEntry', { body, email: `${by}@${tenant}.example`, roles: ['owner'] })).status).toBe(201);
};
const REASON = 'El banco no dice de quién es';
const waive = (by: string, month: string, reason: string, until: string) =>
  closes.done(by, `POST /month-closes/mcl_${month.replace('-', '')}/checks/suspense/waiver`, { reason, until });
const suspense = (month: string) => closes.check(`mcl_${month.replace('-', '')}`, 'suspense');
/** Begins the close of a month on the 6th of the next; what it comes to. */
const close = async (by: string, month: string): Promise<string> => {
  const { id } = await closes.start(by, month);
  return closes.run(id);
};
const again = (month: string) => closes.run(`mcl_${month.replace('-', '')}`);

beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});
/** Ana has posted 60.50 in March of which nobody knows what they are; it is 6 April. */
beforeEach(async () => {
  table.clear();
  useMemoryBucket();
  tenant = newTenant();
  on('2026-04-06');
  await newCompany(tenant);
  closes = closesOf(tenant);
  for (const by of ['ana', 'bea', 'eva']) await closes.ask(by, 'GET /month-closes', undefined, { roles: ['owner'] });
  await post('ana', '2026-03-20', '555', '60.50');
  expect(await close('bea', '2026-03')).toBe('wait');
});
const closeMarch = async (until: string) => {
  await waive('bea', '2026-03', REASON, until);
  expect(await again('2026-03')).toBe('end');
  on('2026-05-06');
  await post('ana', '2026-04-10', '100', '1.00');
};

it('a waiver whose day has not come holds of the next month as well, of the same fault, and says since when', async () => {
  await closeMarch('2026-05-31');
  expect(await close('eva', '2026-04')).toBe('end');
  const { state, waiver, carried } = await suspense('2026-04');
  const bea = { by: `bea@${tenant}.example`, on: '2026-04-06', reason: REASON, until: '2026-05-31' };
  expect([state, waiver, carried]).toEqual(['waived', { ...bea, since: '2026-03' }, undefined]);
  expect((await closes.read('mcl_202604')).waived).toBe(1);
});

it('once its day is over it is proposed, says nothing by itself, and is taken up by one action', async () => {
  await closeMarch('2026-05-05');
  expect(await close('eva', '2026-04')).toBe('wait');
  const { state, waiver, carried } = await suspense('2026-04');
  const bea = { by: `bea@${tenant}.example`, on: '2026-04-06', reason: REASON, until: '2026-05-05', since: '2026-03' };
  expect([state, waiver, carried]).toEqual(['failed', undefined, bea]);
  expect((await closes.read('mcl_202604')).failed).toBe(1);
  const taken = await waive('eva', '2026-04', carried.reason, '2026-06-30');
  expect([taken.state, taken.carried, taken.waiver]).toEqual([
    'waived',
    undefined,
    { by: `eva@${tenant}.example`, on: '2026-05-06', reason: REASON, until: '2026-06-30', since: '2026-03' },
  ]);
  expect(await again('2026-04')).toBe('end');
  // In June it still holds, and is known to be of March.
  on('2026-06-05');
  await post('ana', '2026-05-10', '100', '1.00');
  expect(await close('bea', '2026-05')).toBe('end');
  expect((await suspense('2026-05')).waiver).toMatchObject({ by: `eva@${tenant}.example`, since: '2026-03' });
});

it('of another amount it is proposed alone', async () => {
  await closeMarch('2026-05-31');
  await post('ana', '2026-04-11', '555', '0.01');
  expect(await close('eva', '2026-04')).toBe('wait');
  expect(await suspense('2026-04')).toMatchObject({ state: 'failed', carried: { reason: REASON } });
  // Once what came to it is gone, what was said in March is said of it again by somebody alone.
  await post('ana', '2026-04-12', '555', '-0.01');
  await closes.changed({ kind: 'period', month: '2026-04' });
  expect((await suspense('2026-04')).state).toBe('failed');
});

it('of who has posted in the month since then it is proposed alone: four eyes', async () => {
  await closeMarch('2026-05-31');
  await post('bea', '2026-04-11', '100', '1.00');
  expect(await close('eva', '2026-04')).toBe('wait');
  expect(await suspense('2026-04')).toMatchObject({ state: 'failed', carried: { by: `bea@${tenant}.example` } });
  const route = 'POST /month-closes/mcl_202604/checks/suspense/waiver';
  expect(await closes.refused('bea', route, { reason: REASON, until: '2026-05-31' })).toEqual([
    403,
    'month_close.waiver_own',
    'path.check',
  ]);
  expect((await waive('eva', '2026-04', REASON, '2026-05-31')).state).toBe('waived');
});

it('a rehearsal shows what it would be; what was mended is not carried any further', async () => {
  await closeMarch('2026-05-31');
  const { id } = await closes.start('eva', '2026-04', true);
  await closes.run(id);
  expect(await closes.checksIn(id, 'waived')).toEqual(['suspense']);
  await post('ana', '2026-04-30', '555', '-60.50');
  expect(await close('eva', '2026-04')).toBe('end');
  expect((await suspense('2026-04')).state).toBe('passed');
  on('2026-06-05');
  await post('ana', '2026-05-10', '555', '60.50');
  expect(await close('eva', '2026-05')).toBe('wait');
  expect((await suspense('2026-05')).carried).toBeUndefined();
});
