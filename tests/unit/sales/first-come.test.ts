import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { committed } from '../../../shared/domain/inventory/stock/stock.ts';
import { useMemoryTable } from '../../support/memory-table.ts';
import { DAY } from '../../support/seller.ts';
import { shopWith } from '../../support/waiting-shop.ts';

const table = useMemoryTable({ openWork: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => table.clear());

interface Placed {
  readonly id: string;
  open: number;
  shipped: boolean;
}

type Step = {
  readonly kind: 'place' | 'ship' | 'cancel' | 'restore' | 'receive' | 'count' | 'settle';
  readonly of: number;
  readonly quantity: number;
};
const steps = fc.array(
  fc.record({
    kind: fc.constantFrom<Step['kind']>('place', 'place', 'ship', 'ship', 'cancel', 'restore', 'receive', 'count', 'settle'),
    of: fc.integer({ min: 0, max: 5 }),
    quantity: fc.integer({ min: 1, max: 6 }),
  }),
  { minLength: 4, maxLength: 16 },
);

/** A shop as anybody would reckon it on paper: who came first has what is there. */
class Paper {
  onHand = 6;
  /** In the order in which they were placed. */
  placed: Placed[] = [];
  ended: (Placed & { readonly givenUp: number })[] = [];

  own(order: Placed): number {
    const before = this.placed.slice(0, this.placed.indexOf(order)).reduce((sum, { open }) => sum + open, 0);
    return Math.max(0, Math.min(order.open, this.onHand - before));
  }
}

type Shop = Awaited<ReturnType<typeof shopWith>>;

type Doing = (s: Shop, paper: Paper, step: Step) => Promise<void>;
const oneOf = <T>(all: readonly T[], of: number): T | undefined => all[of % Math.max(1, all.length)];

const DOING: Readonly<Record<Step['kind'], Doing>> = {
  place: async (s, paper, { quantity }) => {
    paper.placed.push({ id: await s.order(String(quantity)), open: quantity, shipped: false });
  },
  receive: async (s, paper, { quantity }) => {
    await s.receive(String(quantity));
    paper.onHand += quantity;
  },
  count: async (s, paper, { quantity }) => {
    expect((await s.count(String(quantity))).status).toBe(quantity === paper.onHand ? 422 : 201);
    paper.onHand = quantity;
  },
  settle: (s) => s.settle(),
  ship: async (s, paper, { of, quantity }) => {
    const order = oneOf(paper.placed, of);
    if (!order || quantity > order.open) return;
    const may = quantity <= paper.own(order);
    const { status, body } = await s.tryShip(order.id, String(quantity));
    const why = quantity > paper.onHand ? 'stock.not_on_hand' : 'stock.backordered';
    expect([status, body.code]).toEqual(may ? [201, undefined] : [422, why]);
    if (may) leave(paper, order, quantity);
  },
  cancel: async (s, paper, { of }) => {
    const order = oneOf(paper.placed, of);
    if (order) await end(s, paper, order);
  },
  restore: async (s, paper, { of }) => {
    const ended = oneOf(paper.ended, of);
    if (!ended?.shipped) return;
    s.later();
    await s.done('restoreRest', { path: [ended.id] });
    paper.ended = paper.ended.filter((other) => other !== ended);
    paper.placed.push({ id: ended.id, open: ended.givenUp, shipped: true });
  },
};

function leave(paper: Paper, order: Placed, quantity: number): void {
  paper.onHand -= quantity;
  order.open -= quantity;
  order.shipped = true;
  if (order.open === 0) paper.placed = paper.placed.filter((other) => other !== order);
}

async function end(s: Shop, paper: Paper, order: Placed): Promise<void> {
  if (order.shipped) await s.done('cancelRest', { path: [order.id], body: { reason: 'Ya no lo quiere', date: DAY } });
  else await s.cancel(order.id);
  paper.placed = paper.placed.filter((other) => other !== order);
  paper.ended.push({ ...order, givenUp: order.open });
}

/** What the records say by now is what the paper says. */
async function expectAgreement(s: Shop, paper: Paper): Promise<void> {
  await s.settle();
  const stock = await s.now();
  const waits = paper.placed.map((order) => [order.id, String(order.open - paper.own(order))]).filter(([, waiting]) => waiting !== '0');
  expect(await s.waiting()).toEqual(waits);
  expect(Number(committed(stock))).toBeLessThanOrEqual(Number(stock.onHand));
  expect(Number(committed(stock))).toBe(paper.placed.reduce((sum, order) => sum + paper.own(order), 0));
  for (const order of paper.placed)
    expect(await s.told(order.id)).toEqual([String(order.open - paper.own(order)), paper.own(order) === order.open ? 'ship' : 'goods']);
}

it('whatever is placed, shipped, cancelled, received and counted, goods are theirs who came first', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      table.clear();
      const s = await shopWith(6);
      const paper = new Paper();
      for (const step of all) await DOING[step.kind](s, paper, step);
      await expectAgreement(s, paper);
    }),
    { numRuns: 60 },
  );
});
