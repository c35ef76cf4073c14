import { handler as carryOut } from '../../functions/automation/rules/carry-out-runs.event.ts';
import { handler as evaluate } from '../../functions/automation/rules/evaluate-rules.event.ts';
import { RuleRuns } from '../../shared/domain/automation/rules/rule-run.ts';
import type { RecordChange } from '../../shared/runtime/changes.ts';
import { listRecords } from '../../shared/runtime/lists.ts';
import { batchOf } from './changes.ts';
import { recordsOf } from './company.ts';
import { newSeller, type Seller } from './seller.ts';

export const EFFECTS = [
  { do: 'tag', tags: ['grande'] },
  { do: 'note', text: 'Por {{amount}}' },
];
export const RULE = {
  name: 'Grandes',
  trigger: 'order.placed',
  conditions: { items: [{ field: 'amount', op: 'over', value: '10.00' }] },
  effects: EFFECTS,
};

/** A shop with such a rule switched on. */
export async function withRule(more: object = {}) {
  const seller = await newSeller([['L', 100, 40_000]], { creditLimit: 10_000_000 });
  const { id } = await seller.done('createRule', { body: { ...RULE, ...more } });
  await seller.done('activateRule', { path: [id] });
  return { seller, ruleId: id as string };
}
export const place = async ({ place: order, items }: Seller): Promise<string> => (await order([{ itemId: items[0], quantity: '2' }])).id;

let rev = 0;
/** As the publisher tells it: the worker may have died meanwhile, and each time is a process that has seen nothing. */
export const change = (tenant: string, kind: string, id: string, request?: string): RecordChange => {
  rev += 1;
  return { tenant, kind, id, rev, again: true, after: {}, ...(request ? { request } : {}) };
};
export const started = (tenant: string, orderId: string, request?: string) =>
  evaluate(batchOf([change(tenant, 'order', orderId, request)]));
export const runsOf = async (tenant: string, orderId: string) => {
  const { items } = await listed(tenant);
  return items.filter(({ subject }) => subject === orderId);
};
export const listed = (tenant: string) => listRecords(recordsOf(tenant), RuleRuns, { buckets: ['2026-03'], order: 'asc', limit: 100 });
/** Carries out what was begun about an order, or takes it back. */
export async function carried(tenant: string, orderId: string): Promise<void> {
  for (const { id } of await runsOf(tenant, orderId)) await carryOut(batchOf([change(tenant, 'rule-run', id)]));
}
/** What is seen of an order: its runs, tags and notes. */
export async function seen({ tenant, done }: Seller, orderId: string) {
  const { tags, notes } = await done('getActivity', { query: { record: orderId } });
  const runs = await runsOf(tenant, orderId);
  return {
    runs: runs.map(({ state, effects }) => [state, ...effects.map((effect) => effect.state)]),
    tags,
    notes: notes.map(({ text }: { text: string }) => text),
  };
}
/** What {@link RULE} comes to. */
export const WANTED = { runs: [['done', 'done', 'done']], tags: ['grande'], notes: ['Por 24.20 EUR'] };
