import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageingOf, allocateFifo, bucketOf } from '../../../../shared/domain/finance/open-items/ageing.ts';
import type { Allocation } from '../../../../shared/domain/finance/open-items/open-item.ts';
import { allocatedBy, deallocate, notBefore, settle } from '../../../../shared/domain/finance/open-items/open-item.ts';

interface Item {
  readonly open: number;
  readonly allocations: readonly Allocation[];
}
const item = (open: number): Item => ({ open, allocations: [] });
const refusedAt = (open: number) => (open === 0 ? 'allocation.nothing_open' : 'allocation.too_much');
const DAY = '2026-03-10';

describe('an open item', () => {
  it('is settled by as much as is open, and not by a cent more', () => {
    const paid = settle(item(1000), 'rcp_A', DAY, 1000, 'body.amount');
    expect(paid).toEqual({ open: 0, allocations: [{ with: 'rcp_A', date: DAY, amount: 1000 }] });
    expect(() => settle(paid, 'rcp_B', DAY, 1, 'body.amount')).toThrow(
      expect.objectContaining({ code: 'allocation.nothing_open', field: 'body.amount' }),
    );
  });

  it('is open again when an allocation is undone, which stays told', () => {
    const undone = deallocate(settle(item(1000), 'rcp_A', DAY, 400, 'body.amount'), 'rcp_A', '2026-03-11', { amount: 400 });
    expect(undone).toMatchObject({ open: 1000, allocations: [{ amount: 400 }, { amount: -400, date: '2026-03-11' }] });
    expect([...allocatedBy(undone)]).toEqual([]);
  });

  it('always has open + Σ allocations = amount, and open never below zero', () => {
    const step = fc.record({
      by: fc.constantFrom('inv_A', 'inv_B', 'inv_C'),
      amount: fc.integer({ min: 1, max: 5000 }),
      undo: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.array(step, { maxLength: 40 }), (amount, steps) => {
        let now = item(amount);
        for (const { by, amount: part, undo } of steps) {
          const taken = allocatedBy(now).get(by) ?? 0;
          if (undo) now = deallocate(now, by, DAY, { amount: taken });
          else if (part <= now.open) now = settle(now, by, DAY, part, 'body.amount');
          else expect(() => settle(now, by, DAY, part, 'body.amount')).toThrow(expect.objectContaining({ code: refusedAt(now.open) }));
          expect(now.open + now.allocations.reduce((sum, a) => sum + a.amount, 0)).toBe(amount);
          expect(now.open).toBeGreaterThanOrEqual(0);
          expect([...allocatedBy(now).values()].reduce((sum, a) => sum + a, 0)).toBe(amount - now.open);
        }
      }),
    );
  });

  it('lets nothing follow a document before that document’s day', () => {
    expect(() => notBefore('2026-03-09', DAY, 'refund')).toThrow(expect.objectContaining({ code: 'refund.too_early', field: 'body.date' }));
    expect(() => notBefore(DAY, DAY, 'refund')).not.toThrow();
  });
});

describe('what customers owe, by age', () => {
  it.each([
    ['2026-03-11', 'notDue'],
    ['2026-03-10', 'notDue'],
    ['2026-03-09', 'days1to30'],
    ['2026-02-08', 'days1to30'],
    ['2026-02-07', 'days31to60'],
    ['2026-01-09', 'days31to60'],
    ['2026-01-08', 'days61to90'],
    ['2025-12-10', 'days61to90'],
    ['2025-12-09', 'over90'],
  ] as const)('due on %s is %s on 2026-03-10', (due, bucket) => {
    expect(bucketOf(due, DAY)).toBe(bucket);
  });

  it('adds up', () => {
    const invoices = [
      { open: 100, dueDate: '2026-04-01' },
      { open: 20, dueDate: '2026-03-01' },
      { open: 3, dueDate: '2025-01-01' },
    ];
    expect(ageingOf(invoices, DAY)).toEqual({
      count: 3,
      open: 123,
      overdue: 23,
      ageing: { notDue: 100, days1to30: 20, days31to60: 0, days61to90: 0, over90: 3 },
    });
  });
});

describe('a receipt that pays by itself', () => {
  const open = [
    { id: 'inv_F2026-000003', open: 50, dueDate: '2026-03-01' },
    { id: 'inv_F2026-000001', open: 30, dueDate: '2026-04-01' },
    { id: 'inv_F2026-000002', open: 20, dueDate: '2026-03-01' },
  ];

  it('pays the oldest due first, by number where they tie', () => {
    expect(allocateFifo(open, 60, 40)).toEqual([
      { id: 'inv_F2026-000002', amount: 20 },
      { id: 'inv_F2026-000003', amount: 40 },
    ]);
  });

  it('leaves the rest of an overpayment, and stops at the most it may pay', () => {
    expect(allocateFifo(open, 1000, 40).reduce((sum, a) => sum + a.amount, 0)).toBe(100);
    expect(allocateFifo(open, 1000, 2)).toHaveLength(2);
    expect(allocateFifo([], 1000, 40)).toEqual([]);
  });
});
