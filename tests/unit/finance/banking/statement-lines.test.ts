import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { takeBackLines, takeMissing } from '../../../../functions/finance/banking/statement-lines.ts';
import { BankStatements, gapsOf } from '../../../../shared/domain/finance/banking/bank-statement.ts';
import { create } from '../../../../shared/kernel/record.ts';
import { idFrom } from '../../../../shared/runtime/fingerprint.ts';
import { norma43 } from '../../../support/bank-samples.ts';
import { bankingOf } from '../../../support/banking.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany, recordsOf } from '../../../support/company.ts';
import { Crash, crashAfter, crashBefore, isWrite, withFault } from '../../../support/faults.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';

const table = useMemoryTable({ openWork: true, lists: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-02T10:00:00Z') }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => table.clear());

const movement = (date: string, amount: number, text: string) => ({ date, amount, text });

async function company() {
  const tenant = newTenant();
  await newCompany(tenant);
  const bank = bankingOf(tenant);
  await bank.ask('ana', 'GET /banking/accounts', undefined, { roles: ['accountant'] });
  return { tenant, bank, account: await bank.account() };
}

/** `[date, amount]` of every line of an account, in order. */
const everyLine = async ({ bank, account }: Awaited<ReturnType<typeof company>>): Promise<string[]> => {
  const lines = await bank.lines(account.id, { limit: '100' });
  return lines.map((line: { date: string; amount: { amount: string } }) => `${line.date} ${line.amount.amount}`);
};

it('of what overlaps, each line comes in once; a third equal one of the day is new', async () => {
  const shop = await company();
  const fee = movement('2026-03-10', -100, 'COMISION');
  await shop.bank.take(norma43([fee, fee], { opening: 1000, from: '2026-03-01', to: '2026-03-10' }));
  const [second] = await shop.bank.take(
    norma43([fee, fee, fee, movement('2026-03-11', 500, 'INGRESO')], { opening: 1000, from: '2026-03-10', to: '2026-03-11' }),
  );
  expect(second?.already).toBe(2);
  expect(await everyLine(shop)).toEqual(['2026-03-10 -1.00', '2026-03-10 -1.00', '2026-03-10 -1.00', '2026-03-11 5.00']);
  // The other way round, what is deleted is what that statement brought, and what comes again is what is missing.
  const records = recordsOf(shop.tenant);
  await takeBackLines(records, second as never);
  expect(await everyLine(shop)).toEqual(['2026-03-10 -1.00', '2026-03-10 -1.00']);
});

it('a crash at any write of two hundred lines is taken up where it was: all of them once', async () => {
  const movements = Array.from({ length: 200 }, (_, i) => movement('2026-03-10', i % 7 === 0 ? 700 : i + 1, `COBRO ${i % 5}`));
  const text = norma43(movements, { opening: 0, from: '2026-03-01', to: '2026-03-31' });
  const begin = await company();
  const restore = table.keep();
  // The statement, three batches, and its end; each with the file before.
  const { calls } = await withFault(
    undefined,
    () => false,
    () => begin.bank.take(text),
  );
  for (let at = 1; at <= calls; at += 1)
    for (const fault of [crashBefore, crashAfter]) {
      restore();
      let hit = false;
      await withFault(
        fault,
        (call, name) => {
          hit ||= call === at && isWrite(name);
          return call === at && isWrite(name);
        },
        () => begin.bank.take(text),
      ).catch((error: unknown) => {
        if (!(error instanceof Crash)) throw error;
      });
      if (!hit) continue;
      const [statement] = await begin.bank.take(text);
      expect([statement?.state, statement?.lines, statement?.already]).toEqual(['taken', 200, 0]);
      expect(await countOf(begin)).toBe(200);
    }
});

const countOf = async ({ bank, account }: Awaited<ReturnType<typeof company>>): Promise<number> =>
  (await bank.done('ana', 'GET /banking/accounts')).items.find(({ id }: { id: string }) => id === account.id).openLines;

it('deleted, nothing of a statement is left, wherever it is cut off', async () => {
  const movements = Array.from({ length: 200 }, (_, i) => movement('2026-03-10', i + 1, `COBRO ${i}`));
  const shop = await company();
  const [statement] = await shop.bank.take(norma43(movements, { opening: 0, from: '2026-03-01', to: '2026-03-31' }));
  const id = statement?.id ?? '';
  // Its mark, and two of three batches: each call dies after what it wrote first.
  for (let calls = 1; calls <= 3; calls += 1) {
    let writes = 0;
    const records = recordsOf(shop.tenant);
    const now = await records.getOrThrow(BankStatements, id);
    await withFault(
      crashAfter,
      (_, name) => {
        writes += isWrite(name) ? 1 : 0;
        return isWrite(name) && writes === 1;
      },
      () => takeBackLines(records, now),
    ).catch((error: unknown) => {
      if (!(error instanceof Crash)) throw error;
    });
  }
  const records = recordsOf(shop.tenant);
  await takeBackLines(records, await records.getOrThrow(BankStatements, id));
  expect(await everyLine(shop)).toEqual([]);
  expect((await shop.bank.done('ana', 'GET /banking/statements')).items).toEqual([]);
});

it('what another statement took along when it was deleted comes again with the file of the one that told it too, wherever it is cut off', async () => {
  const shop = await company();
  // The first has 1 to 150 of one day, the second 101 to 250: fifty are of both, and the first brought them.
  const movements = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => movement('2026-03-10', from + i, `COBRO ${from + i}`));
  const sumTo = (last: number) => (last * (last + 1)) / 2;
  const told = { from: '2026-03-10', to: '2026-03-10' };
  const told1 = norma43(movements(1, 150), { opening: 0, ...told });
  const [first] = await shop.bank.take(told1);
  const text = norma43(movements(101, 150), { opening: sumTo(100), ...told });
  const [second] = await shop.bank.take(text);
  expect([second?.lines, second?.already]).toEqual([150, 50]);
  const records = recordsOf(shop.tenant);
  await takeBackLines(records, first as never);
  expect(await countOf(shop)).toBe(100);
  const missing = async () => {
    const plan = await shop.bank.plan(text);
    return takeMissing(recordsOf(shop.tenant), await records.getOrThrow(BankStatements, plan.id), plan.lines);
  };
  const restore = table.keep();
  const { calls } = await withFault(undefined, () => false, missing);
  const ends: number[] = [];
  for (let at = 1; at <= calls; at += 1)
    for (const fault of [crashBefore, crashAfter]) {
      restore();
      await withFault(fault, (call, name) => call === at && isWrite(name), missing).catch((error: unknown) => {
        if (!(error instanceof Crash)) throw error;
      });
      await missing();
      ends.push(await countOf(shop));
      expect(await records.getOrThrow(BankStatements, second?.id ?? '')).toMatchObject({ state: 'taken', lines: 150, already: 0 });
    }
  expect(new Set(ends)).toEqual(new Set([150]));
  // A second time there is nothing missing; and the first statement comes again with what it alone has.
  expect(await missing()).toBe(0);
  const [again] = await shop.bank.take(told1);
  expect([again?.lines, again?.already, await countOf(shop)]).toEqual([150, 50, 250]);
  await takeBackLines(records, again as never);
  // Deleted, nothing is left of either.
  await takeBackLines(records, await records.getOrThrow(BankStatements, second?.id ?? ''));
  expect(await countOf(shop)).toBe(0);
  expect(await missing().catch(({ code }: { code: string }) => code)).toBe('bank-statement.not_found');
});

it('a statement says that lines may have gone with another that was deleted, and only where they shared a day', async () => {
  const { bank } = await company();
  const told = (from: string, to: string, opening: number, ...of: Parameters<typeof norma43>[0]) =>
    bank.take(norma43(of, { opening, from, to }));
  const [march] = await told('2026-03-01', '2026-03-31', 0, movement('2026-03-31', 100, 'A'));
  const [april] = await told('2026-03-31', '2026-04-30', 0, movement('2026-03-31', 100, 'A'), movement('2026-04-02', 300, 'B'));
  const [may] = await told('2026-05-01', '2026-05-31', 400, movement('2026-05-02', 500, 'C'));
  expect([april?.already, may?.already]).toEqual([1, 0]);
  const lacks = async (id = '') => (await bank.done('ana', `GET /banking/statements/${id}`)).lacks;
  await bank.done('ana', `DELETE /banking/statements/${may?.id}`);
  expect(await lacks(april?.id)).toBeUndefined();
  await bank.done('ana', `DELETE /banking/statements/${march?.id}`);
  expect(await lacks(april?.id)).toBe(true);
});

it('says so of every statement that shared lines, however many there are', async () => {
  const { bank } = await company();
  const told = { opening: 0, from: '2026-03-01', to: '2026-03-31' };
  const [march] = await bank.take(norma43([movement('2026-03-31', 100, 'A')], told));
  const [copy] = await bank.take(norma43([movement('2026-03-31', 100, 'A')], { ...told, from: '2026-03-02' }));
  const like = await bank.records.getOrThrow(BankStatements, copy?.id ?? '');
  const { id: _, rev: __, history: ___, ...data } = like;
  const ids = Array.from({ length: 71 }, (____, i) => idFrom(BankStatements.prefix, 'lumbre', String(i)));
  for (const id of ids) await bank.records.save([create(BankStatements, id, data)]);
  await bank.done('ana', `DELETE /banking/statements/${march?.id}`);
  const after = await Promise.all([like.id, ...ids].map((id) => bank.records.getOrThrow(BankStatements, id)));
  expect(after.filter(({ lacks }) => !lacks)).toEqual([]);
});

it('tells the gap between two statements by its amount and days, until the one between has come', async () => {
  const { bank } = await company();
  await bank.take(norma43([movement('2026-03-10', 500, 'A')], { opening: 1000, from: '2026-03-01', to: '2026-03-31' }));
  const [may] = await bank.take(norma43([movement('2026-05-10', 100, 'C')], { opening: 1750, from: '2026-05-01', to: '2026-05-31' }));
  const gapsNow = async () => (await bank.done('ana', 'GET /banking/statements')).items.map((s: { gap?: object }) => s.gap);
  expect(await gapsNow()).toEqual([
    { after: expect.any(String), from: '2026-04-01', to: '2026-04-30', amount: { amount: '2.50', currency: 'EUR' } },
    undefined,
  ]);
  await bank.take(norma43([movement('2026-04-10', 250, 'B')], { opening: 1500, from: '2026-04-01', to: '2026-04-30' }));
  expect(await gapsNow()).toEqual([undefined, undefined, undefined]);
  expect(gapsOf([may as never]).size).toBe(0);
});

it('compares balances on a day that two statements share, unless the second tells again what the first has told', async () => {
  const { bank } = await company();
  const gaps = async () => (await bank.done('ana', 'GET /banking/statements')).items.map((s: { gap?: object }) => s.gap);
  await bank.take(norma43([movement('2026-03-10', 500, 'A')], { opening: 1000, from: '2026-03-01', to: '2026-03-31' }));
  // 15.00 on the evening of the 31st, and 14.00 where the next begins.
  await bank.take(norma43([movement('2026-04-10', 100, 'C')], { opening: 1400, from: '2026-03-31', to: '2026-04-30' }));
  expect(await gaps()).toEqual([{ after: expect.any(String), amount: { amount: '-1.00', currency: 'EUR' } }, undefined]);
  const again = await company();
  await again.bank.take(norma43([movement('2026-03-31', 500, 'A')], { opening: 1000, from: '2026-03-01', to: '2026-03-31' }));
  await again.bank.take(
    norma43([movement('2026-03-31', 500, 'A'), movement('2026-04-10', 100, 'C')], { opening: 1000, from: '2026-03-31', to: '2026-04-30' }),
  );
  expect((await again.bank.done('ana', 'GET /banking/statements')).items.map((s: { gap?: object }) => s.gap)).toEqual([
    undefined,
    undefined,
  ]);
});

it('tells no gap where a day and the two that hold it came the other way round', async () => {
  const { bank } = await company();
  const [first, second] = [movement('2026-03-10', 500, 'A'), movement('2026-03-11', 100, 'B')];
  await bank.take(norma43([first, second], { opening: 1000, from: '2026-03-10', to: '2026-03-11' }));
  await bank.take(norma43([first], { opening: 1000, from: '2026-03-10', to: '2026-03-10' }));
  expect((await bank.done('ana', 'GET /banking/statements')).items.map((s: { gap?: object }) => s.gap)).toEqual([undefined, undefined]);
});
