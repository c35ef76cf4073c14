import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { lookThrough } from '../../../functions/automation/rules/rule-sweep.ts';
import { type RuleSweep, RuleSweeps, Rules, sweepId } from '../../../shared/domain/automation/rules/rule.ts';
import { type RuleRun, RuleRuns } from '../../../shared/domain/automation/rules/rule-run.ts';
import { noStock, Stocks, stockId } from '../../../shared/domain/inventory/stock/stock.ts';
import { MAIN_WAREHOUSE, Warehouses, warehouseId } from '../../../shared/domain/inventory/stock/warehouse.ts';
import { triggerNamed } from '../../../shared/domain/triggers.ts';
import { create, update } from '../../../shared/kernel/record.ts';
import type { RecordTrigger } from '../../../shared/kernel/trigger.ts';
import { listRecords } from '../../../shared/runtime/lists.ts';
import { recordsOf } from '../../support/company.ts';
import { withFault } from '../../support/faults.ts';
import { useMemoryTable } from '../../support/memory-table.ts';
import { newSeller } from '../../support/seller.ts';

useMemoryTable({ openWork: true, lists: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-10T08:00:00Z') }));
afterAll(() => void vi.useRealTimers());

const TRIGGER = triggerNamed('stock.level') as RecordTrigger;
const LOW = {
  name: 'Poco género',
  trigger: 'stock.level',
  conditions: { items: [{ field: 'available', op: 'under', value: '3' }] },
  effects: [{ do: 'tell', members: [] as string[], text: '{{code}}: {{available}}' }],
};

/** A company with so many items in its warehouse, ten of each; and rules that watch them. */
async function watched(count: number, rules = 1) {
  const seller = await newSeller([['L', 10, 4000]]);
  const { tenant } = seller;
  const records = recordsOf(tenant);
  const { memberId } = await seller.done('getMe', {});
  await records.commit([create(Warehouses, warehouseId('main'), MAIN_WAREHOUSE)]);
  for (let from = 0; from < count; from += 90)
    await records.commit(
      Array.from({ length: Math.min(90, count - from) }, (_, i) => {
        const code = `G${String(from + i).padStart(6, '0')}`;
        return create(Stocks, stockId(`itm_${code}`, 'main'), {
          ...noStock({ id: `itm_${code}`, code, name: code }, 'main'),
          onHand: '10',
        });
      }),
    );
  const ids: string[] = [];
  for (let at = 0; at < rules; at += 1) {
    const { id } = await seller.done('createRule', { body: { ...LOW, effects: [{ ...LOW.effects[0], members: [memberId] }] } });
    await seller.done('activateRule', { path: [id] });
    ids.push(id as string);
  }
  const active = (await records.getMany(Rules, ids)).flatMap((rule) => (rule ? [rule] : []));
  const setTo = async (code: string, onHand: string) => {
    const stock = await records.getOrThrow(Stocks, stockId(`itm_${code}`, 'main'));
    await records.commit([update(Stocks, stock, { ...stock, onHand })]);
  };
  const look = async (date: string, isLate = () => false) => {
    return lookThrough(recordsOf(tenant), {
      code: 'test',
      trigger: TRIGGER,
      rules: active,
      moment: { date, at: `${date}T08:00:00Z`, chain: [] },
      isLate,
    });
  };
  const codes = async () => {
    const { items } = await listRecords<RuleRun>(recordsOf(tenant), RuleRuns, { buckets: ['2026-03'], order: 'asc', limit: 100 });
    return items.map(({ values, date }) => `${date} ${String(values.code)}`).sort();
  };
  const place = (): Promise<RuleSweep | undefined> => recordsOf(tenant).get(RuleSweeps, sweepId('stock.level'));
  return { look, setTo, codes, place };
}

/** Calls of DynamoDB that some work takes, by name. */
async function callsOf(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const calls: Record<string, number> = {};
  const counted = (_: number, name: string) => {
    calls[name] = (calls[name] ?? 0) + 1;
    return false;
  };
  await withFault(undefined, counted, work);
  return calls;
}

it('tells of a level once, and again only once it was left', async () => {
  const { look, setTo, codes } = await watched(250);
  await look('2026-03-10');
  expect(await codes()).toEqual([]);
  await setTo('G000007', '2');
  // The day has been looked through.
  await look('2026-03-10');
  expect(await codes()).toEqual([]);
  await look('2026-03-11');
  await look('2026-03-12');
  expect(await codes()).toEqual(['2026-03-11 G000007']);
  await setTo('G000007', '5');
  await look('2026-03-13');
  await setTo('G000007', '1');
  await look('2026-03-14');
  expect(await codes()).toEqual(['2026-03-11 G000007', '2026-03-14 G000007']);
});

it('goes on where there was no time left, and looks at each item once a day', async () => {
  const { look, setTo, codes, place } = await watched(250);
  for (const code of ['G000007', 'G000150', 'G000249']) await setTo(code, '0');
  await look('2026-03-10', () => true);
  expect([await codes(), (await place())?.done]).toEqual([['2026-03-10 G000007'], false]);
  await look('2026-03-10', () => true);
  await look('2026-03-10', () => true);
  expect(await place()).toMatchObject({ date: '2026-03-10', done: true, failed: 0 });
  expect(await codes()).toEqual(['2026-03-10 G000007', '2026-03-10 G000150', '2026-03-10 G000249']);
});

it('reads a page of items for all rules together, and nothing for each of them', async () => {
  const [one, ten] = [await watched(250), await watched(250, 10)];
  // The sweep and where it stands, one query of what each rule has seen, warehouses, three pages of items in reads of 25 and up to 75.
  const { PutItemCommand: kept, ...reads } = await callsOf(() => one.look('2026-03-10'));
  expect(kept).toBe(1);
  const { QueryCommand: queries = 0, ...others } = await callsOf(() => ten.look('2026-03-10'));
  expect(others).toEqual({ ...reads, QueryCommand: undefined, PutItemCommand: 1 });
  expect(queries - (reads.QueryCommand ?? 0)).toBe(9);
  const before = Object.values(reads).reduce((sum, calls) => sum + calls, 0);
  expect(before).toBeLessThanOrEqual(14);
});

it('costs a query and two reads a page however many items there are, and as much hour after hour', async () => {
  const whole = async (count: number, pagesAtOnce: number) => {
    const { look, place } = await watched(count);
    let invocations = 0;
    const calls = await callsOf(async () => {
      while (!(await place())?.done) {
        invocations += 1;
        let pages = 0;
        await look('2026-03-10', () => {
          pages += 1;
          return pages >= pagesAtOnce;
        });
      }
    });
    return { invocations, calls: Object.values(calls).reduce((sum, number) => sum + number, 0) };
  };
  const [small, large, cut] = [await whole(1000, 1000), await whole(3000, 1000), await whole(3000, 6)];
  // Twenty pages more.
  expect(large.calls - small.calls).toBe(20 * 3);
  expect([small.invocations, large.invocations, cut.invocations]).toEqual([1, 1, 6]);
  // Where it stands, twice; what rules have seen; warehouses; and keeping where it stands.
  expect((cut.calls - large.calls) / (cut.invocations - 1)).toBeLessThanOrEqual(8);
});
