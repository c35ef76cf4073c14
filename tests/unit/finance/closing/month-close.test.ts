import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ringCloses } from '../../../../functions/finance/closing/close-rounds.ts';
import { checkMonth, finishClose, lockMonth } from '../../../../functions/finance/closing/close-steps.ts';
import { readTrialBalance } from '../../../../functions/finance/ledger/trial-store.ts';
import { CHECK_IDS } from '../../../../shared/domain/finance/closing/check.ts';
import { workdayOfMonth } from '../../../../shared/domain/finance/closing/close-settings.ts';
import { MonthCloses } from '../../../../shared/domain/finance/closing/month-close.ts';
import { triggerNamed } from '../../../../shared/domain/triggers.ts';
import type { RecordTrigger } from '../../../../shared/kernel/trigger.ts';
import { s3 } from '../../../../shared/runtime/documents.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany, recordsOf } from '../../../support/company.ts';
import { books, postLines } from '../../../support/ledger.ts';
import { useMemoryBucket } from '../../../support/memory-bucket.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { closesOf } from '../../../support/month-close.ts';
import { readPdf } from '../../../support/pdf.ts';
import { projectCompany } from '../../../support/projection.ts';

const table = useMemoryTable({ openWork: true, lists: true });
let tenant = '';
let objects: Map<string, Buffer>;
let closes: ReturnType<typeof closesOf>;
const on = (day: string) => vi.setSystemTime(new Date(`${day}T10:00:00Z`));
const post = async (by: string, date: string, ...lines: readonly (readonly [string, string])[]) => {
  const body = {
    date,
    text: 'Asiento',
    lines: lines.map(([account, amount]) => ({
      account,
      ...(amount.startsWith('-') ? { credit: { amount: amount.slice(1), currency: 'EUR' } } : { debit: { amount, currency: 'EUR' } }),
    })),
  };
  return books(tenant, 'postEntry', { body, email: `${by}@${tenant}.example`, roles: ['owner'] });
};

beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});
/** ana posts the capital in March; bea closes, on 6 April 2026. */
beforeEach(async () => {
  table.clear();
  objects = useMemoryBucket().objects;
  tenant = newTenant();
  on('2026-04-06');
  await newCompany(tenant);
  closes = closesOf(tenant);
  for (const by of ['ana', 'bea']) await closes.ask(by, 'GET /month-closes', undefined, { roles: ['owner'] });
  expect((await post('ana', '2026-03-02', ['572', '3000.00'], ['100', '-3000.00'])).status).toBe(201);
});

const SUSPENSE = [
  ['572', '60.50'],
  ['555', '-60.50'],
] as const;

describe('a month without fault', () => {
  it('passes all checks, is closed, and takes nothing more', async () => {
    const { id, state } = await closes.start('bea', '2026-03');
    expect([id, state]).toEqual(['mcl_202603', 'checking']);
    expect(await closes.run(id)).toBe('end');
    const close = await closes.done('ana', `GET /month-closes/${id}`);
    expect(close.actions.reopenMonth).toBeNull();
    expect([close.state, close.failed, close.waived, close.closedOn]).toEqual(['closed', 0, 0, '2026-04-06']);
    expect(close.checks.map(({ check }: { check: string }) => check)).toEqual(CHECK_IDS);
    const late = await post('ana', '2026-03-31', ['572', '1.00'], ['100', '-1.00']);
    expect([late.status, late.body.code, late.body.params]).toEqual([422, 'period.month_closed', { period: '2026-03' }]);
    expect((await post('ana', '2026-04-01', ['572', '1.00'], ['100', '-1.00'])).status).toBe(201);
    const opened = await books(tenant, 'setPeriod', { path: ['2026-03'], body: { state: 'open' } });
    expect([opened.status, opened.body.code]).toEqual([422, 'period.month_closed']);
  });

  it('can be asked for as it was known from its close on, and not before', async () => {
    const { id } = await closes.start('bea', '2026-03');
    await closes.run(id);
    on('2026-04-09');
    const known = (at: string) => readTrialBalance(recordsOf(tenant), ['2026'], { from: '2026-03-01', to: '2026-03-31' }, true, at);
    const refused = { code: 'books.not_closed_then', params: { first: '2026-04-06T10:00:00.000Z' } };
    await expect(known('2026-04-06T09:59:59.999Z')).rejects.toMatchObject(refused);
    expect((await known('2026-04-07T10:00:00.000Z')).value.map(({ account, closing }) => [account, closing])).toEqual([
      ['100', -300_000],
      ['572', 300_000],
    ]);
  });

  it('is closed once, whoever asks again', async () => {
    const [one, two] = [await closes.start('bea', '2026-03'), await closes.start('ana', '2026-03')];
    expect([two.id, two.startedBy, two.runs]).toEqual([one.id, one.startedBy, 1]);
    await closes.run(one.id);
    expect(await closes.refused('bea', 'POST /month-closes', { period: '2026-03' })).toEqual([422, 'month_close.closed', 'body.period']);
    // A step that comes again, or a whole execution, changes nothing.
    const before = await closes.read(one.id);
    expect(await closes.run(one.id)).toBe('end');
    expect(await closes.read(one.id)).toEqual(before);
  });

  it('is not closed before it is over, nor before the month before', async () => {
    expect(await closes.refused('bea', 'POST /month-closes', { period: '2026-04' })).toEqual([422, 'month_close.not_over', 'body.period']);
    on('2026-05-06');
    expect(await closes.refused('bea', 'POST /month-closes', { period: '2026-04' })).toEqual([
      422,
      'month_close.out_of_order',
      'body.period',
    ]);
    expect(await closes.refused('bea', 'POST /month-closes', { period: '2027-01' })).toEqual([422, 'period.not_open', 'body.period']);
  });
});

describe('a month with something at fault', () => {
  beforeEach(async () => void (await post('ana', '2026-03-20', ...SUSPENSE)));

  it('waits, looks again by itself at what depends on what changed, and closes', async () => {
    const { id } = await closes.start('bea', '2026-03');
    expect(await closes.run(id)).toBe('wait');
    expect(await closes.checksIn(id, 'failed')).toEqual(['suspense']);
    const { items, count, actions } = await closes.check(id, 'suspense');
    expect([actions.waiveCloseCheck, (await closes.check(id, 'drafts')).actions.waiveCloseCheck.code]).toEqual([
      null,
      'month_close.not_failed',
    ]);
    expect([count, items]).toEqual([1, [{ kind: 'account', id: 'acc_555', text: '555', amount: { amount: '-60.50', currency: 'EUR' } }]]);
    // April says nothing of March.
    await post('ana', '2026-04-01', ['555', '60.50'], ['572', '-60.50']);
    await closes.changed({ kind: 'period', month: '2026-04' });
    expect((await closes.read(id)).failed).toBe(1);
    await post('ana', '2026-03-31', ['555', '60.50'], ['759', '-60.50']);
    await closes.changed({ kind: 'period', month: '2026-03' });
    expect((await closes.read(id)).failed).toBe(0);
    expect(await closes.run(id)).toBe('end');
    expect((await closes.read(id)).state).toBe('closed');
  });

  it('is rehearsed without any change to the books', async () => {
    const { id } = await closes.start('bea', '2026-03', true);
    expect(id).toBe('mcl_202603R');
    expect(await closes.run(id)).toBe('end');
    expect([(await closes.read(id)).state, await closes.checksIn(id, 'failed')]).toEqual(['rehearsed', ['suspense']]);
    const { items } = (await books(tenant, 'listPeriods')).body;
    expect(items.find((each: { period: string }) => each.period === '2026-03').state).toBe('open');
    expect((await closes.start('bea', '2026-03', true)).runs).toBe(2);
  });

  it('closes with a waiver: with a reason, for a while, by somebody who has not posted in it', async () => {
    const { id } = await closes.start('bea', '2026-03');
    await closes.run(id);
    const route = `POST /month-closes/${id}/checks/suspense/waiver`;
    const reason = 'El banco lo aclara en abril';
    expect((await closes.refused('bea', route, { until: '2026-04-30' })).slice(0, 2)).toEqual([400, 'input.invalid']);
    expect(await closes.refused('bea', route, { reason, until: '2027-04-30' })).toEqual([422, 'month_close.waiver_days', 'body.until']);
    expect(await closes.refused('ana', route, { reason, until: '2026-04-30' })).toEqual([403, 'month_close.waiver_own', 'path.check']);
    const passed = `POST /month-closes/${id}/checks/drafts/waiver`;
    expect(await closes.refused('bea', passed, { reason, until: '2026-04-30' })).toEqual([422, 'month_close.not_failed', 'path.check']);
    const waived = await closes.done('bea', route, { reason, until: '2026-04-30' });
    expect([waived.state, waived.waiver]).toEqual([
      'waived',
      { by: `bea@${tenant}.example`, on: '2026-04-06', reason, until: '2026-04-30' },
    ]);
    expect(await closes.run(id)).toBe('end');
    const close = await closes.read(id);
    expect([close.state, close.failed, close.waived]).toEqual(['closed', 0, 1]);
  });

  it('a waiver holds of what it was given for, and of nothing that comes to it', async () => {
    const { id } = await closes.start('bea', '2026-03');
    await closes.run(id);
    await closes.done('bea', `POST /month-closes/${id}/checks/suspense/waiver`, { reason: 'Se aclara', until: '2026-04-30' });
    await post('ana', '2026-03-21', ['572', '1.00'], ['555', '-1.00']);
    await closes.changed({ kind: 'period', month: '2026-03' });
    expect(await closes.checksIn(id, 'failed')).toEqual(['suspense']);
  });

  it('is stopped by who began it, and begins again', async () => {
    const { id } = await closes.start('bea', '2026-03');
    await closes.run(id);
    expect((await closes.done('bea', `POST /month-closes/${id}/cancellation`, {})).state).toBe('cancelled');
    expect(await closes.run(id)).toBe('end');
    const again = await closes.start('bea', '2026-03');
    expect([again.state, again.runs]).toEqual(['checking', 2]);
  });
});

it('a fact that comes between the checks and the lock sends the close back to its checks', async () => {
  const { id } = await closes.start('bea', '2026-03');
  await closes.changed();
  expect(await checkMonth(recordsOf(tenant), id, new Date())).toEqual({ next: 'lock' });
  await post('ana', '2026-03-20', ...SUSPENSE);
  expect(await lockMonth(recordsOf(tenant), id, new Date())).toEqual({ next: 'check' });
  expect(await closes.run(id)).toBe('wait');
  expect(await closes.checksIn(id, 'failed')).toEqual(['suspense']);
});

it('a closed month is reopened until a day, with a reason, for who may adjust the books, and closed again', async () => {
  const { id } = await closes.start('bea', '2026-03');
  await closes.run(id);
  const route = `POST /month-closes/${id}/reopening`;
  const reason = 'Factura de la auditoría';
  expect(await closes.refused('bea', route, { reason, until: '2026-06-30' })).toEqual([422, 'month_close.reopened_days', 'body.until']);
  const open = await closes.done('bea', route, { reason, until: '2026-04-20' });
  expect([open.state, open.reopened]).toEqual(['reopened', { by: `bea@${tenant}.example`, on: '2026-04-06', reason, until: '2026-04-20' }]);
  expect((await postLines(tenant, '2026-03-31', 'Auditoría', ['623', '100.00'], ['572', '-100.00'])).status).toBe(201);
  const again = await closes.start('bea', '2026-03');
  expect([again.state, again.runs]).toEqual(['checking', 2]);
  expect(await closes.run(id)).toBe('end');
  expect((await post('ana', '2026-03-31', ['572', '1.00'], ['100', '-1.00'])).body.code).toBe('period.month_closed');
});

describe('what a month is closed with', () => {
  const bytesOf = (name: string) => objects.get(`reports/${tenant}/closes/mcl_202603.1${name}`) as Buffer;
  const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const toLock = async () => {
    const { id } = await closes.start('bea', '2026-03');
    await projectCompany(tenant);
    expect((await checkMonth(recordsOf(tenant), id, new Date())).next).toBe('lock');
    expect((await lockMonth(recordsOf(tenant), id, new Date())).next).toBe('finish');
    return id;
  };

  it('is one ZIP of statements, what was owed and the checks, with their hashes', async () => {
    const { id } = await closes.start('bea', '2026-03');
    await closes.run(id);
    const { packs } = await closes.read(id);
    expect(packs).toHaveLength(1);
    const close = await recordsOf(tenant).getOrThrow(MonthCloses, id);
    const told = (name: string) => (triggerNamed(name) as RecordTrigger).at(close as never, '2026-04-06');
    // Rules hear of it, and a rehearsal is nobody's news.
    expect([told('month.closed'), told('month.waiting')]).toEqual([close.endedAt, undefined]);
    const rehearsed = { ...close, rehearsal: true };
    expect((triggerNamed('month.closed') as RecordTrigger).at(rehearsed as never, '2026-04-06')).toBeUndefined();
    const [{ files, sha256, bytes }] = packs;
    expect([bytesOf('.zip').length, sha(bytesOf('.zip'))]).toEqual([bytes, sha256]);
    const unpacked = unzipSync(bytesOf('.zip'));
    expect(Object.keys(unpacked)).toEqual([...files.map(({ name }: { name: string }) => name), 'manifest.json']);
    for (const { name, sha256: of } of files) expect(sha(unpacked[name] as Uint8Array), name).toBe(of);
    expect(JSON.parse(Buffer.from(unpacked['manifest.json'] as Uint8Array).toString()).files).toEqual(files);
    expect((await readPdf(unpacked['trial-balance.pdf'] as Buffer)).text).toContain('3.000,00');
    expect((await readPdf(unpacked['checklist.pdf'] as Buffer)).text).toContain('Clientes = 430');
    expect(await closes.refused('ana', `GET /month-closes/${id}/packs/2`)).toEqual([404, 'close_pack.not_found', 'path.run']);
  });

  it('is the same, byte by byte, whatever it was cut off at, and whatever came later', async () => {
    const id = await toLock();
    const whole = new Map<string, string>();
    let cut = 0;
    for (;;) {
      const put = vi.mocked(s3.send).getMockImplementation() as (command: unknown) => Promise<unknown>;
      let left = cut;
      vi.mocked(s3.send).mockImplementation(async (command: unknown) => {
        if ((command as object).constructor.name === 'PutObjectCommand') {
          left -= 1;
          if (left < 0) throw new Error('cut off');
        }
        return put(command);
      });
      const ended = await finishClose(recordsOf(tenant), id, new Date()).then(
        () => true,
        () => false,
      );
      vi.mocked(s3.send).mockImplementation(put as never);
      for (const [key, bytes] of objects) {
        expect(whole.get(key) ?? sha(bytes), key).toBe(sha(bytes));
        whole.set(key, sha(bytes));
      }
      if (ended) break;
      cut = 1;
      on('2026-04-07');
      expect((await post('ana', '2026-04-02', ['572', '10.00'], ['100', '-10.00'])).status).toBe(201);
      await projectCompany(tenant);
    }
    expect((await closes.read(id)).packs.map(({ sha256 }: { sha256: string }) => sha256)).toEqual([sha(bytesOf('.zip'))]);
    expect(await finishClose(recordsOf(tenant), id, new Date())).toEqual({ next: 'end' });
  });
});

describe('by the clock', () => {
  const ring = () => ringCloses(recordsOf(tenant));
  const stateOf = async (id: string) => (await closes.ask('ana', `GET /month-closes/${id}`)).body.state;

  it('a month that was reopened is locked again once its day is over, whatever its checks say, with another pack', async () => {
    const { id } = await closes.start('bea', '2026-03');
    await closes.run(id);
    await closes.done('bea', `POST /month-closes/${id}/reopening`, { reason: 'Auditoría', until: '2026-04-20' });
    expect((await post('ana', '2026-03-31', ...SUSPENSE)).status).toBe(201);
    await projectCompany(tenant);
    on('2026-04-20');
    await ring();
    expect(await stateOf(id)).toBe('reopened');
    on('2026-04-21');
    await ring();
    await ring();
    expect((await post('ana', '2026-03-31', ['572', '1.00'], ['100', '-1.00'])).body.code).toBe('period.month_closed');
    expect(await closes.run(id)).toBe('end');
    const close = await closes.read(id);
    expect([close.state, close.runs, close.failed, close.closedOn]).toEqual(['closed', 2, 1, '2026-04-21']);
    expect(close.packs.map(({ run, closedOn }: { run: number; closedOn: string }) => [run, closedOn])).toEqual([
      [1, '2026-04-06'],
      [2, '2026-04-21'],
    ]);
    expect(close.packs[0].sha256).not.toBe(close.packs[1].sha256);
  });

  it('the close of a month begins on its working day, once, and not where nobody asked for that', async () => {
    on('2026-04-10');
    await ring();
    expect(await stateOf('mcl_202603')).toBeUndefined();
    const settings = { workday: 5, variance: { amount: { amount: '500.00', currency: 'EUR' }, percent: 10 } };
    expect((await closes.done('bea', 'PUT /closing/settings', settings)).workday).toBe(5);
    expect((await closes.done('ana', 'GET /closing/settings')).variance.amount.amount).toBe('500.00');
    // 1, 2, 6, 7 and 8 April 2026: the 3rd is Good Friday.
    on('2026-04-07');
    await ring();
    expect(await stateOf('mcl_202603')).toBeUndefined();
    on('2026-04-08');
    await Promise.all([ring(), ring()]);
    const close = await closes.read('mcl_202603');
    expect([close.state, close.runs, close.startedBy]).toEqual(['checking', 1, 'workflow']);
    expect(await closes.run('mcl_202603')).toBe('end');
    await ring();
    expect((await closes.read('mcl_202603')).runs).toBe(1);
  });

  it.each([
    ['2026-01', 1, '2026-01-02'],
    ['2026-01', 3, '2026-01-07'],
    ['2026-04', 5, '2026-04-08'],
    ['2026-05', 1, '2026-05-04'],
    ['2026-12', 6, '2026-12-09'],
  ])('working day of %s, number %i, is %s', (month, n, day) => {
    expect(workdayOfMonth(month, n)).toBe(day);
  });
});
