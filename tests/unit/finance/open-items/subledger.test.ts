import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { ageingOf, allocateFifo } from '#domain/finance/open-items/ageing.ts';
import { type Allocation, allocatedBy } from '#domain/finance/open-items/open-item.ts';
import { statementOf } from '#domain/finance/open-items/statement.ts';
import { Subledger } from '#domain/finance/open-items/subledger.ts';
import { type Change, recordType, type Stored } from '#kernel/record.ts';

/** Both sides as data: what is asked for, and what pays it. Supplier bills need no more than this. */
interface Charge {
  readonly partyId: string;
  readonly dueDate: string;
  readonly open: number;
  readonly allocations: readonly Allocation[];
}
interface Credit {
  readonly partyId: string;
  readonly open: number;
  readonly allocations: readonly Allocation[];
}
const charges = (kind: string, prefix: string) =>
  recordType<Charge>({ kind, prefix, data: z.any(), history: 'all', screen: { none: 'A test.' }, read: 'nobody' });
const partyOf = ({ partyId }: Charge | Credit) => partyId;
const SIDES = {
  receivable: new Subledger<Charge, Credit>({
    side: 'receivable',
    party: 'customer',
    charges: charges('invoice', 'inv'),
    field: 'invoiceId',
    partyOf,
  }),
  payable: new Subledger<Charge, Credit>({
    side: 'payable',
    party: 'supplier',
    charges: charges('supplier-bill', 'bil'),
    field: 'billId',
    partyOf,
  }),
};
type Side = (typeof SIDES)['receivable'];

const DAY = '2026-03-10';
const charge = (id: string, open: number, partyId = 'A', dueDate = DAY): Stored<Charge> => ({
  id,
  rev: 1,
  history: [],
  partyId,
  dueDate,
  open,
  allocations: [],
});
const credit = (id: string, open: number, partyId = 'A'): Stored<Credit> => ({ id, rev: 1, history: [], partyId, open, allocations: [] });
/** The charge as a change leaves it. */
const left = (change: Change | undefined): Charge => (change?.op === 'update' ? change.data : undefined) as Charge;
const fault = (code: string, field: string) => expect.objectContaining({ code, field });

describe.each([
  ['receivable', 'inv', 'invoice', 'invoiceId'],
  ['payable', 'bil', 'supplier-bill', 'billId'],
] as const)('open items of the %s side', (side, prefix, kind, field) => {
  const books = SIDES[side];
  const [one, two] = [`${prefix}_1`, `${prefix}_2`];

  it('are paid by a credit of the same party, on both sides alike', () => {
    const { credit: rest, changes } = books.allocate(
      credit('pay_1', 500),
      [
        { id: one, amount: 300 },
        { id: two, amount: 150 },
      ],
      [charge(one, 300), charge(two, 400)],
      DAY,
    );
    expect(rest).toMatchObject({
      open: 50,
      allocations: [
        { with: one, amount: 300 },
        { with: two, amount: 150 },
      ],
    });
    expect(changes.map(left)).toMatchObject([
      { open: 0, allocations: [{ with: 'pay_1', date: DAY, amount: 300 }] },
      { open: 250, allocations: [{ with: 'pay_1', date: DAY, amount: 150 }] },
    ]);
  });

  it.each([
    ['one that is not there', [one], [undefined], `${kind}.not_found`, `body.allocations.0.${field}`],
    ['another party’s', [one], [charge(one, 9, 'B')], 'allocation.party', `body.allocations.0.${field}`],
    ['one listed twice', [one, one], [charge(one, 9), charge(one, 9)], 'allocation.twice', `body.allocations.1.${field}`],
    ['more than it has open', [one], [charge(one, 4)], 'allocation.too_much', 'body.allocations.0.amount'],
    ['more than the credit has', [one, two], [charge(one, 9), charge(two, 9)], 'allocation.too_much', 'body.allocations.1.amount'],
  ])('refuse %s', (_, ids, found, code, at) => {
    const requested = ids.map((id) => ({ id, amount: 5 }));
    expect(() => books.allocate(credit('pay_1', 8), requested, found, DAY)).toThrow(fault(code, at));
  });

  it('refuse a credit that would pay more documents than its reversal can reopen', () => {
    const many = Array.from({ length: 91 }, (_, i) => charge(`${prefix}_${i}`, 1));
    const allotments = many.map(({ id }) => ({ id, amount: 1 }));
    expect(books.allocate(credit('pay_1', 91), allotments.slice(1), many.slice(1), DAY).credit.open).toBe(1);
    expect(() => books.allocate(credit('pay_1', 91), allotments, many, DAY)).toThrow(fault('allocation.too_many', 'body.allocations'));
  });

  it('are open again where an allocation is undone, and no other document is touched', () => {
    const paid = books.allocate(
      credit('pay_1', 9),
      [
        { id: one, amount: 4 },
        { id: two, amount: 5 },
      ],
      [charge(one, 4), charge(two, 7)],
      DAY,
    );
    const stored = { ...charge(one, 0), ...left(paid.changes[0]) };
    const undone = books.deallocate(paid.credit, stored, '2026-03-11');
    expect(undone.credit).toMatchObject({ open: 4 });
    expect([...allocatedBy(undone.credit)]).toEqual([[two, 5]]);
    expect(left(undone.change)).toMatchObject({ open: 4, allocations: [{ amount: 4 }, { amount: -4, date: '2026-03-11' }] });
    expect(() => books.deallocate(undone.credit, stored, DAY)).toThrow(fault('allocation.none', `path.${field}`));
  });

  it('are open again by as much as is told, in the currency of the documents, and the books have its share', () => {
    const dollars = <T extends object>(item: T, open: number) => ({ ...item, foreign: { currency: 'USD', open } });
    // 1,100 dollars are carried at 1,000.00, and 220 of a credit at 220.00.
    const [asked, paying] = [dollars(charge(one, 100_000), 110_000), dollars(credit('pay_1', 22_000), 22_000)];
    const paid = books.allocate(paying, [{ id: one, amount: 22_000, currency: 'USD' }], [asked], DAY);
    const stored = { ...asked, ...left(paid.changes[0]) };
    // A quarter of it: 55 dollars, 50.00 of the one and 55.00 of the other.
    const undone = books.deallocate(paid.credit, stored, DAY, 5500);
    expect(left(undone.change)).toMatchObject({ open: 85_000, foreign: { open: 93_500 } });
    expect(undone.credit).toMatchObject({ open: 5500, foreign: { open: 5500 } });
    expect(undone.settlements).toMatchObject([{ foreign: 5500, charged: 5000, credited: 5500, undone: true }]);
  });

  it('are open again where their credit is reversed, and the reversal takes all of it', () => {
    const paid = books.allocate(credit('pay_1', 9), [{ id: one, amount: 4 }], [charge(one, 4)], DAY);
    expect(books.paidBy(paid.credit, 'receipt')).toEqual([one]);
    const back = books.reverse(paid.credit, [{ ...charge(one, 0), ...left(paid.changes[0]) }], 'rcv_1', '2026-03-12');
    expect([...allocatedBy(back.credit)]).toEqual([['rcv_1', 9]]);
    expect(back.credit.open).toBe(0);
    expect(left(back.changes[0])).toMatchObject({ open: 4, allocations: [{ with: 'pay_1' }, { with: 'rcv_1', amount: -4 }] });
    const refunded = { ...paid.credit, allocations: [...paid.credit.allocations, { with: 'rfd_1', date: DAY, amount: 5 }] };
    expect(() => books.paidBy(refunded, 'receipt')).toThrow(fault('receipt.refunded', 'path.receiptId'));
  });
});

/** A step of a random life of open items: any credit pays, or gives back, any charge. */
const steps = fc.array(
  fc.record({
    credit: fc.nat(3),
    charge: fc.nat(4),
    amount: fc.integer({ min: 1, max: 5000 }),
    act: fc.constantFrom('allocate', 'deallocate', 'reverse'),
  }),
  { maxLength: 60 },
);
const amounts = (count: number) => fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: count, maxLength: count });

interface Books {
  readonly charges: Map<string, Stored<Charge>>;
  readonly credits: Map<string, Stored<Credit>>;
}

/** Takes the steps that the rules allow, and shows the documents after each. */
function live(
  side: Side,
  prefix: string,
  [requested, given]: [number[], number[]],
  taken: typeof steps extends fc.Arbitrary<infer S> ? S : never,
) {
  const books: Books = {
    charges: new Map(requested.map((open, i) => [`${prefix}_${i}`, charge(`${prefix}_${i}`, open)])),
    credits: new Map(given.map((open, i) => [`pay_${i}`, credit(`pay_${i}`, open)])),
  };
  const keep = (changes: readonly Change[]) => {
    for (const change of changes)
      if (change.op === 'update') books.charges.set(change.before.id, { ...change.before, ...left(change) } as Stored<Charge>);
  };
  const trail: number[][] = [];
  for (const [i, { credit: c, charge: b, amount, act }] of taken.entries()) {
    const [source, target] = [books.credits.get(`pay_${c}`), books.charges.get(`${prefix}_${b}`)];
    if (!source || !target) continue;
    try {
      if (act === 'allocate') {
        const done = side.allocate(source, [{ id: target.id, amount }], [target], DAY);
        books.credits.set(source.id, done.credit);
        keep(done.changes);
      } else if (act === 'deallocate') {
        const done = side.deallocate(source, target, DAY);
        books.credits.set(source.id, done.credit);
        keep([done.change]);
      } else {
        const paid = side.paidBy(source, 'receipt').flatMap((id) => books.charges.get(id) ?? []);
        const done = side.reverse(source, paid, `rcv_${i}`, DAY);
        books.credits.set(source.id, done.credit);
        keep(done.changes);
      }
    } catch (error) {
      expect(error).toMatchObject({ code: expect.stringMatching(/^(allocation\.|receipt\.refunded)/) });
    }
    trail.push([...books.charges.values(), ...books.credits.values()].map(({ open }) => open));
  }
  return { books, trail };
}

describe('whatever is paid, given back and reversed', () => {
  it('every document keeps open + Σ allocations = its amount, none is below zero, and both sides of a pair agree', () => {
    fc.assert(
      fc.property(amounts(5), amounts(4), steps, (requested, given, taken) => {
        const { books } = live(SIDES.receivable, 'inv', [requested, given], taken);
        const documents = [...books.charges.values(), ...books.credits.values()];
        for (const [i, { open, allocations }] of documents.entries()) {
          expect(open).toBeGreaterThanOrEqual(0);
          expect(open + allocations.reduce((sum, { amount }) => sum + amount, 0)).toBe([...requested, ...given][i]);
        }
        for (const one of books.credits.values())
          for (const [id, amount] of allocatedBy(one))
            if (id.startsWith('inv_')) expect(allocatedBy(books.charges.get(id) as Stored<Charge>).get(one.id)).toBe(amount);
      }),
    );
  });

  it('is the same on both sides, and its balance the opposite', () => {
    const sum = (documents: Map<string, { readonly open: number }>) => [...documents.values()].reduce((total, { open }) => total + open, 0);
    fc.assert(
      fc.property(amounts(5), amounts(4), steps, (requested, given, taken) => {
        const ours = live(SIDES.receivable, 'inv', [requested, given], taken);
        const theirs = live(SIDES.payable, 'bil', [requested, given], taken);
        expect(theirs.trail).toEqual(ours.trail);
        const [open, unapplied] = [sum(ours.books.charges), sum(ours.books.credits)];
        expect(SIDES.receivable.balance(open, unapplied) + SIDES.payable.balance(open, unapplied)).toBe(0);
      }),
    );
  });

  it('first due is first paid, all of the amount as far as there is anything to pay', () => {
    const due = fc.record({ open: fc.integer({ min: 1, max: 900 }), dueDate: fc.constantFrom('2026-01-31', '2026-02-28', '2026-03-31') });
    fc.assert(
      fc.property(
        fc.array(due, { maxLength: 12 }),
        fc.integer({ min: 0, max: 9000 }),
        fc.integer({ min: 1, max: 8 }),
        (all, amount, most) => {
          const items = all.map((one, i) => ({ ...one, id: `inv_${String(i).padStart(2, '0')}` }));
          const parts = allocateFifo(items, amount, most);
          const inOrder = [...items].sort((a, b) => `${a.dueDate}${a.id}`.localeCompare(`${b.dueDate}${b.id}`)).slice(0, most);
          expect(parts.map(({ id }) => id)).toEqual(inOrder.slice(0, parts.length).map(({ id }) => id));
          expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(Math.min(amount, ageingOf(inOrder, DAY).open));
          // Only the last may be paid in part.
          expect(parts.slice(0, -1).every((part, i) => part.amount === inOrder[i]?.open)).toBe(true);
        },
      ),
    );
  });
});

describe('the statement of a party', () => {
  const movements = [
    { id: 'rcp_1', date: '2026-02-20', amount: -1000 },
    { id: 'inv_1', date: '2026-01-15', amount: 1210 },
    { id: 'inv_2', date: '2026-02-20', amount: 605 },
    { id: 'crn_1', date: '2026-03-02', amount: -210 },
  ];

  it('begins with the balance before, and tells it after each document', () => {
    expect(statementOf(movements, { from: '2026-02-01', to: '2026-02-28' })).toEqual({
      opening: 1210,
      lines: [
        { id: 'inv_2', date: '2026-02-20', amount: 605, balance: 1815 },
        { id: 'rcp_1', date: '2026-02-20', amount: -1000, balance: 815 },
      ],
      closing: 815,
    });
    expect(statementOf(movements, { from: '2026-03-01', to: '2026-03-31' }).closing).toBe(605);
    expect(statementOf([], { from: '2026-03-01', to: '2026-03-31' })).toEqual({ opening: 0, lines: [], closing: 0 });
  });
});
