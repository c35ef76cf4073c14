import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { norma43 } from '../../support/bank-samples.ts';
import { bankingOf } from '../../support/banking.ts';
import { postLines } from '../../support/ledger.ts';
import { useMemoryTable } from '../../support/memory-table.ts';
import { projectCompany } from '../../support/projection.ts';
import { newSeller } from '../../support/seller.ts';

const table = useMemoryTable({ openWork: true, lists: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-26T10:00:00Z') }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => table.clear());

const RANGE = { from: '2026-03-01', to: '2026-03-20' };

it('looks through past lines of the bank, each on its own day', async () => {
  const seller = await newSeller([]);
  const bank = bankingOf(seller.tenant);
  await bank.ask('ana', 'GET /banking/accounts', undefined, { roles: ['accountant'] });
  await bank.account();
  const { memberId } = await seller.done('getMe', {});
  const lines = [
    { date: '2026-02-27', amount: -90_000, text: 'ANTES' },
    { date: '2026-03-05', amount: -60_000, text: 'GRANDE' },
    { date: '2026-03-06', amount: -2000, text: 'PEQUEÑO' },
    { date: '2026-03-07', amount: -70_000, text: 'GRANDE' },
    { date: '2026-03-21', amount: -80_000, text: 'DESPUES' },
  ];
  await bank.take(norma43(lines, { opening: 1_000_000, from: '2026-02-01', to: '2026-03-25' }));
  const rule = {
    ...{ name: 'Grandes', trigger: 'bank.line', conditions: { items: [{ field: 'amount', op: 'under', value: '-500.00' }] } },
    effects: [{ do: 'tell', members: [memberId], text: '{{text}}' }],
    limits: { perDay: 1 },
  };
  const past = await seller.done('dryRunUnsaved', { body: { ...RANGE, rule } });
  expect(past).toMatchObject({ examined: 3, matched: 2, runs: 2, held: 0 });
  expect(past.days).toMatchObject([
    { date: '2026-03-05', runs: 1 },
    { date: '2026-03-07', runs: 1 },
  ]);
});

it('looks at banks and cash day by day, and rings where a level is passed, not while it stays so', async () => {
  const seller = await newSeller([]);
  const { memberId } = await seller.done('getMe', {});
  const post = (date: string, amount: number) => postLines(seller.tenant, date, 'Caja', ['572', `${amount}.00`], ['113', `${-amount}.00`]);
  await post('2026-03-02', 500);
  await post('2026-03-05', -450);
  await post('2026-03-08', -10);
  await post('2026-03-10', 400);
  await post('2026-03-15', -380);
  await projectCompany(seller.tenant);
  const rule = {
    ...{ name: 'Poca tesorería', trigger: 'cash.level' },
    conditions: {
      items: [
        { field: 'account', op: 'is', value: '572' },
        { field: 'balance', op: 'under', value: '100.00' },
      ],
    },
    effects: [{ do: 'tell', members: [memberId], text: '{{balance}}' }],
  };
  // 500, 50, 40, 440 and 60: under 100 from the 5th on, and again from the 15th on.
  const { examined, days, items } = await seller.done('dryRunUnsaved', { body: { ...RANGE, rule } });
  expect(days.map(({ date }: { date: string }) => date)).toEqual(['2026-03-05', '2026-03-15']);
  expect(items.map(({ texts }: { texts: string[] }) => texts[0])).toEqual(['50.00 EUR', '60.00 EUR']);
  expect(examined).toBe(20);
});

it('tells why of stock it cannot', async () => {
  const seller = await newSeller([]);
  const { memberId } = await seller.done('getMe', {});
  const rule = {
    ...{ name: 'Poco', trigger: 'stock.level', conditions: { items: [{ field: 'available', op: 'under', value: '3' }] } },
    effects: [{ do: 'tell', members: [memberId], text: '{{code}}' }],
  };
  expect(await seller.refused('dryRunUnsaved', { body: { ...RANGE, rule } })).toMatchObject({ status: 422, code: 'rule.no_past' });
});
