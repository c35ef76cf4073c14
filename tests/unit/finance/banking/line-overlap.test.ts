import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type Coverage,
  type KnownLine,
  mergedDay,
  overlapOf,
  type PlacedLine,
} from '../../../../shared/domain/finance/banking/line-overlap.ts';

const WHOLE: Coverage = { whole: true, first: false, last: false };
const FIRST: Coverage = { whole: false, first: true, last: false };
const LAST: Coverage = { whole: false, first: false, last: true };
/** Lines from a balance on, as a file that tells it has them. */
function placed(opening: number, amounts: readonly number[], print = 'n43'): PlacedLine[] {
  let balance = opening;
  return amounts.map((amount) => {
    balance += amount;
    return { amount, balance, print: `${print}${amount}` };
  });
}
const known = (lines: readonly PlacedLine[], of: Coverage): KnownLine[] => lines.map((line) => ({ ...line, ...of }));
const bare = (amounts: readonly number[], print = 'ofx'): PlacedLine[] => amounts.map((amount) => ({ amount, print: `${print}${amount}` }));
const sames = (lines: readonly PlacedLine[], there: readonly KnownLine[], own: Coverage) =>
  overlapOf(lines, there, own).map(({ same, like }) => same ?? (like === undefined ? 'new' : `like ${like}`));

it('two equal charges of a day are known in another format, a third is new', () => {
  const there = known(placed(1000, [-100, -100]), LAST);
  expect(sames(placed(1000, [-100, -100, -100], 'camt'), there, FIRST)).toEqual([0, 1, 'new']);
});

it('the second half of a day goes on where the first ended, though its charge is equal', () => {
  expect(sames(placed(900, [-100], 'n43'), known(placed(1000, [-100]), LAST), FIRST)).toEqual(['new']);
});

it('a day in another order is the same day', () => {
  expect(sames(placed(0, [300, -100, 50], 'camt'), known(placed(0, [-100, 50, 300]), LAST), LAST)).toEqual([2, 0, 1]);
});

it('what comes to nothing may have been twice: it is taken, and says which it may be', () => {
  const there = known(placed(0, [100, -100]), LAST);
  expect(sames(placed(0, [100, -100], 'camt'), there, FIRST)).toEqual(['like 0', 'like 1']);
  // Not where both have the whole day.
  expect(sames(placed(0, [100, -100], 'camt'), known(there, WHOLE), WHOLE)).toEqual([0, 1]);
});

it('without balances a whole day is told by its amounts, a part of one by its texts, and else it is doubted', () => {
  const there = known(placed(0, [100, 200]), WHOLE);
  expect(sames(bare([200, 100, 100]), there, FIRST)).toEqual([1, 0, 'new']);
  expect(sames(bare([200]), known(bare([200]), LAST), FIRST)).toEqual([0]);
  expect(sames(bare([200, 300]), known(bare([200], 'csv'), LAST), FIRST)).toEqual(['like 0', 'new']);
});

interface Line extends PlacedLine {
  readonly day: number;
}

/** A month: days with some movements each, and what the account had after each. */
const month = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom(-100, 100, -250, 700, 35)), { minLength: 1, maxLength: 14 })
  .map((all) => {
    let balance = 1000;
    return all
      .toSorted(([a], [b]) => a - b)
      .map(([day, amount]): Line => {
        balance += amount;
        return { day, amount, balance, print: '' };
      });
  });

/** A file: lines from one to another in a format, days that it has as a whole maybe in another order, and maybe days without movements around. */
const file = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  format: fc.constantFrom('n43', 'camt', 'mt940'),
  wider: fc.boolean(),
  turned: fc.boolean(),
});

/** The days of an account, and what was taken of each. */
class Account {
  readonly #days = new Map<number, (KnownLine & { readonly sure: boolean })[]>();

  take(lines: readonly Line[], format: string, [from, to]: readonly [number, number], turned: boolean): void {
    for (const day of new Set(lines.map((line) => line.day))) {
      const own = { whole: from < day && day < to, first: day === from, last: day === to };
      let ofDay = lines.filter((line) => line.day === day);
      if (turned && own.whole) {
        const opening = (ofDay[0]?.balance ?? 0) - (ofDay[0]?.amount ?? 0);
        ofDay = placed(opening, ofDay.map(({ amount }) => amount).toReversed()).map((line) => ({ ...line, day }));
      }
      const told = ofDay.map((line) => ({ ...line, print: `${format}${line.amount}` }));
      const there = this.#days.get(day) ?? [];
      const overlaps = overlapOf(told, there, own);
      const fresh = told.map((line, i) => ({ ...line, ...own, sure: overlaps[i]?.like === undefined }));
      this.#days.set(day, mergedDay(there, fresh, overlaps));
    }
  }

  amounts(all: boolean): string[] {
    return [...this.#days]
      .flatMap(([day, lines]) => lines.flatMap(({ amount, sure }) => (all || sure ? [`${day} ${amount}`] : [])))
      .toSorted();
  }
}

/** Whether all of `a` is in `b`. */
function isWithin(a: readonly string[], b: readonly string[]): boolean {
  const left = [...b];
  return a.every((each) => {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

it('any split and overlap of a month, in any formats, gives its lines once: none is lost, and none is twice but says so', () => {
  let exact = 0;
  fc.assert(
    fc.property(month, fc.array(file, { minLength: 1, maxLength: 5 }), (lines, files) => {
      const account = new Account();
      const truth = lines.map(({ day, amount }) => `${day} ${amount}`).toSorted();
      const seen = new Set<number>();
      for (const { from, to, format, wider, turned } of files) {
        const [start, end] = [from, to].map((part) => Math.round(part * lines.length)).toSorted((a, b) => a - b) as [number, number];
        const of = lines.slice(start, end);
        const [first, last] = [of[0]?.day ?? 0, of.at(-1)?.day ?? 0];
        // A file that says more days than it has movements of has none of those days.
        const isAlone = wider && lines[start - 1]?.day !== first && lines[end]?.day !== last;
        account.take(of, format, isAlone ? [first - 1, last + 1] : [first, last], turned);
        for (let at = start; at < end; at += 1) seen.add(at);
      }
      const covered = [...seen].map((at) => `${lines[at]?.day} ${lines[at]?.amount}`).toSorted();
      expect(isWithin(covered, account.amounts(true)), 'lost').toBe(true);
      expect(isWithin(account.amounts(false), truth), 'twice').toBe(true);
      if (seen.size === lines.length && account.amounts(true).length === truth.length) exact += 1;
    }),
    { numRuns: 3000 },
  );
  expect(exact).toBeGreaterThan(100);
});
