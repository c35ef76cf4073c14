import type { Minor } from '#kernel/money.ts';

/** A line of one day as it is compared with those that are known: by where it stands between two balances, or by what is told of it. */
export interface PlacedLine {
  readonly amount: Minor;
  /** Balance after it; absent where the file tells no balance to begin with. */
  readonly balance?: Minor | undefined;
  /** What is told of it, for lines of the same format. */
  readonly print: string;
  readonly valueDate?: string | undefined;
}

/** Which part of a day some lines are: all of it, its start, its end. A statement of one day may be any part of it. */
export interface Coverage {
  /** The statement begins or ends on another day: it has the whole of this one. */
  readonly whole: boolean;
  readonly first: boolean;
  readonly last: boolean;
}

export interface KnownLine extends PlacedLine, Coverage {}

/** What a line of a new statement is: one that is known (by its place among those), a new one, or one that may be a known one. */
export interface Overlap {
  readonly same?: number;
  readonly like?: number;
}

/** Known lines that follow each other from balance to balance, by their places. */
type Chain = readonly number[];

const before = ({ amount, balance = 0 }: PlacedLine): Minor => balance - amount;

/** Known lines as chains: where one does not go on from the one before, another begins. */
function chainsOf(known: readonly KnownLine[]): Chain[] {
  const chains: number[][] = [];
  for (const [at, line] of known.entries()) {
    if (line.balance === undefined) continue;
    const last = known[chains.at(-1)?.at(-1) ?? -1];
    if (last && last.balance === before(line)) chains.at(-1)?.push(at);
    else chains.push([at]);
  }
  return chains;
}

/** A way in which lines and a chain may lie on each other: the chain's place at which the lines begin. */
interface Lying {
  readonly chain: Chain;
  readonly offset: number;
  /** How many of the lines are of the chain. */
  readonly shared: number;
}

/** All ways in which lines fit a chain: beside it, or with equal amounts and balances where they share any. */
function lyingsOn(lines: readonly PlacedLine[], known: readonly KnownLine[], chain: Chain): Lying[] {
  const [n, m] = [lines.length, chain.length];
  const of = (at: number): KnownLine => known[chain[at] as number] as KnownLine;
  const found: Lying[] = [];
  for (let offset = -n; offset <= m; offset += 1) {
    const [from, to] = [Math.max(offset, 0), Math.min(offset + n, m)];
    const [start, end] = [lines[0] as PlacedLine, lines.at(-1) as PlacedLine];
    const fits =
      offset === m
        ? before(start) === of(m - 1).balance
        : offset === -n
          ? end.balance === before(of(0))
          : rangeEvery(from, to, (at) => {
              const [line, other] = [lines[at - offset] as PlacedLine, of(at)];
              return line.amount === other.amount && line.balance === other.balance;
            });
    if (fits) found.push({ chain, offset, shared: Math.max(to - from, 0) });
  }
  return found;
}

function rangeEvery(from: number, to: number, test: (at: number) => boolean): boolean {
  for (let at = from; at < to; at += 1) if (!test(at)) return false;
  return true;
}

/** Of a whole day there is nothing beside it. */
const possible = (lyings: readonly Lying[], n: number, own: Coverage, known: readonly KnownLine[]): Lying[] =>
  lyings.filter(
    ({ chain, offset }) =>
      (!own.whole || (offset <= 0 && offset + n >= chain.length)) &&
      (!chain.some((at) => known[at]?.whole) || (offset >= 0 && offset + n <= chain.length)),
  );

/** Which of several ways is meant, by what the statements cover; undefined where nothing tells. */
function meant(lyings: readonly Lying[], lines: readonly PlacedLine[], known: readonly KnownLine[], own: Coverage): Lying | undefined {
  const [only, second] = lyings;
  if (!second) return only;
  const n = lines.length;
  const starts = ({ chain, offset }: Lying) => own.first && offset === 0 && chain.some((at) => known[at]?.first);
  const ends = ({ chain, offset }: Lying) => own.last && offset + n === chain.length && chain.some((at) => known[at]?.last);
  const rules = [
    (lying: Lying) => starts(lying) && ends(lying),
    (lying: Lying) => starts(lying) && !own.last,
    (lying: Lying) => ends(lying) && !own.first,
  ];
  for (const rule of rules) {
    const [one, another] = lyings.filter(rule);
    if (one && !another) return one;
  }
  return undefined;
}

/** Pairs lines with known ones by what `keyOf` says, each once and in their order. */
function paired(
  lines: readonly PlacedLine[],
  known: readonly KnownLine[],
  found: Map<number, number>,
  may: (line: PlacedLine, other: KnownLine, at: number) => boolean,
): void {
  const taken = new Set(found.values());
  const byAmount = new Map<Minor, number[]>();
  for (const [at, { amount }] of known.entries()) byAmount.set(amount, [...(byAmount.get(amount) ?? []), at]);
  for (const [i, line] of lines.entries()) {
    if (found.has(i)) continue;
    const at = byAmount.get(line.amount)?.find((each) => !taken.has(each) && may(line, known[each] as KnownLine, each));
    if (at === undefined) continue;
    found.set(i, at);
    taken.add(at);
  }
}

const amountsOf = (lines: readonly PlacedLine[]): string => JSON.stringify(lines.map(({ amount }) => amount).toSorted((a, b) => a - b));

/** Whether the lines are those of a chain in another order: banks sort a day differently in different files. */
function isReordered(lines: readonly PlacedLine[], known: readonly KnownLine[], chain: Chain): boolean {
  const theirs = chain.map((at) => known[at] as KnownLine);
  const [start, end] = [lines[0], lines.at(-1)];
  const [first, last] = [theirs[0], theirs.at(-1)];
  if (!(start && end && first && last)) return false;
  return before(start) === before(first) && end.balance === last.balance && amountsOf(lines) === amountsOf(theirs);
}

/** What lies on the chains by balances: what is sure, and what may be. */
function byBalances(lines: readonly PlacedLine[], known: readonly KnownLine[], own: Coverage) {
  const [same, like] = [new Map<number, number>(), new Map<number, number>()];
  const chains = chainsOf(known);
  const pair = (into: Map<number, number>, { chain, offset }: Lying) => {
    for (const [i] of lines.entries()) {
      const at = chain[i + offset];
      if (i + offset >= 0 && at !== undefined && !into.has(i)) into.set(i, at);
    }
  };
  let isPlaced = false;
  for (const chain of chains) {
    const lyings = possible(lyingsOn(lines, known, chain), lines.length, own, known);
    const sure = meant(lyings, lines, known, own);
    const isReordering = lyings.length === 0 && isReordered(lines, known, chain);
    isPlaced ||= isReordering || lyings.length > 0;
    if (sure) pair(same, sure);
    else if (isReordering) pairWithin(lines, known, same, new Set(chain));
    else for (const lying of lyings) pair(like, lying);
  }
  return { same, like, isPlaced };
}

const pairWithin = (
  lines: readonly PlacedLine[],
  known: readonly KnownLine[],
  same: Map<number, number>,
  chain: ReadonlySet<number>,
): void => paired(lines, known, same, (_, __, at) => chain.has(at));

const couldBe = (line: PlacedLine, other: PlacedLine): boolean =>
  line.valueDate === undefined || other.valueDate === undefined || line.valueDate === other.valueDate;

/**
 * Which lines of a day of a new statement are known: by their place between two balances, whatever file told of them; in the order of the
 * day where a statement has the whole of it; by what is told of them where a file tells no balances. Two equal lines of a day both stay.
 * What nothing tells is new, and says which line it may be.
 * @param lines all of the day, in the order of the statement.
 */
export function overlapOf(lines: readonly PlacedLine[], known: readonly KnownLine[], own: Coverage): Overlap[] {
  if (known.length === 0) return lines.map(() => ({}));
  const hasBalances = lines.every(({ balance }) => balance !== undefined);
  const { same, like, isPlaced } = hasBalances
    ? byBalances(lines, known, own)
    : { same: new Map<number, number>(), like: new Map<number, number>(), isPlaced: false };
  const apart = (line: PlacedLine, other: KnownLine) => line.balance === undefined || other.balance === undefined;
  paired(lines, known, same, (line, other) => apart(line, other) && line.print === other.print);
  if (!isPlaced || !hasBalances)
    paired(lines, known, same, (line, other) => (own.whole || other.whole) && (apart(line, other) || !isPlaced) && couldBe(line, other));
  paired(lines, known, same, (line, other) => apart(line, other) && (own.whole || other.whole) && couldBe(line, other));
  const doubted = new Map([...same, ...[...like].filter(([i]) => !same.has(i))]);
  paired(lines, known, doubted, (line, other) => (apart(line, other) || !isPlaced) && couldBe(line, other));
  return lines.map((_, i) => {
    const [known_, maybe] = [same.get(i), doubted.get(i)];
    return known_ !== undefined ? { same: known_ } : maybe !== undefined ? { like: maybe } : {};
  });
}

/** The lines of a day once those of a statement are among them, in the order of the bank as far as it is known. */
export function mergedDay<K extends KnownLine>(known: readonly K[], lines: readonly (K | undefined)[], overlaps: readonly Overlap[]): K[] {
  const first = overlaps.flatMap(({ same }) => same ?? [])[0] ?? placeFor(known, lines);
  const paired_ = new Set(overlaps.flatMap(({ same }) => same ?? []));
  const told = lines.flatMap((line, i) => {
    const same = overlaps[i]?.same;
    const there = same === undefined ? undefined : known[same];
    // What is known without a balance has one now; where a statement has the whole day, its order is the day's.
    const balanced = line?.balance !== undefined && (there?.balance === undefined || (line.whole && !there.whole));
    if (!there) return line ?? [];
    return [balanced ? { ...there, balance: line?.balance, ...(line?.whole ? { whole: true } : {}) } : there];
  });
  const rest = (from: number, to: number) => known.slice(from, to).filter((_, i) => !paired_.has(from + i));
  return [...rest(0, first), ...told, ...rest(first, known.length)];
}

/** Where lines of which none is known stand: behind what ends with the balance before them, or before what begins with theirs. */
function placeFor(known: readonly KnownLine[], lines: readonly (PlacedLine | undefined)[]): number {
  const [start, end] = [lines.find((line) => line !== undefined), lines.findLast((line) => line !== undefined)];
  if (start?.balance === undefined || end === undefined) return known.length;
  const behind = known.findLastIndex(({ balance }) => balance !== undefined && balance === before(start));
  if (behind >= 0) return behind + 1;
  const ahead = known.findIndex((line) => line.balance !== undefined && before(line) === end.balance);
  return ahead >= 0 ? ahead : known.length;
}
