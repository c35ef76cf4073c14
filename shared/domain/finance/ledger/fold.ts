import { assert } from '#kernel/assert.ts';
import { monthOf, yearOf } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import type { Entry, EntryLine } from './entry.ts';

/** How far the fold has counted a gate lane: all up to `upTo`, and those beyond a gap. */
export interface Fence {
  readonly upTo: number;
  /** Numbers above `upTo + 1` that arrived before their predecessors; ascending. */
  readonly above: readonly number[];
  /** Pieces counted so far of an entry that is counted in several, by its number. */
  readonly begun?: Readonly<Record<string, number>>;
}
export const NO_FENCE: Fence = { upTo: 0, above: [] };

/** Entries that a lane's fence has let in. */
export const countedIn = ({ upTo, above }: Fence): number => upTo + above.length;

export interface TenantEntry {
  readonly tenant: string;
  readonly entry: Entry;
}

/** The lines of an entry that are counted in one transaction: all of them, but for entries over very many accounts. */
export interface Piece extends TenantEntry {
  readonly lines: readonly EntryLine[];
  readonly piece: number;
  readonly pieces: number;
}

/**
 * What one row of balances gains. A row holds an account's sums in a year by month, or in a month by day: `d05` and
 * `c05` are the debits and credits of month (day) 5, minor units.
 */
export interface Increment {
  readonly tenant: string;
  /** `2026` or `2026-03`. */
  readonly span: string;
  readonly account: string;
  readonly sums: Readonly<Record<string, Minor>>;
}

/** The most items that one DynamoDB transaction takes: rows of balances and fences together. */
export const MAX_ITEMS = 100;
/** An account takes two rows (year and month), and the lane's fence one. */
const MAX_ACCOUNTS = Math.floor((MAX_ITEMS - 1) / 2);

/** The partition of the balances of all accounts in a year (`2026`) or a month (`2026-03`), one row an account. */
export const balancesKey = (tenant: string, span: string): string => `${tenant}#balance#${span}`;
export const laneKey = (tenant: string, period: string, lane: number): string => `${tenant}#fence#${period}.${lane}`;
export const laneOf = ({ tenant, entry }: TenantEntry): string => laneKey(tenant, entry.period, entry.lane);

/** The pieces of an entry, always the same ones in the same order. */
export function piecesOf({ tenant, entry }: TenantEntry): Piece[] {
  const accounts = [...new Set(entry.lines.map((line) => line.account))];
  const pieces = Math.ceil(accounts.length / MAX_ACCOUNTS);
  if (pieces <= 1) return [{ tenant, entry, lines: entry.lines, piece: 0, pieces: 1 }];
  return Array.from({ length: pieces }, (_, piece) => {
    const mine = new Set(accounts.slice(piece * MAX_ACCOUNTS, (piece + 1) * MAX_ACCOUNTS));
    return { tenant, entry, lines: entry.lines.filter((line) => mine.has(line.account)), piece, pieces };
  });
}

/** The pieces in order, in as few runs as transactions can hold. */
export function chunksOf(pieces: readonly Piece[], maxItems = MAX_ITEMS): Piece[][] {
  const chunks: Piece[][] = [];
  let chunk: Piece[] = [];
  let items = new Set<string>();
  for (const piece of pieces) {
    const mine = itemsOf(piece);
    if (chunk.length > 0 && items.union(mine).size > maxItems) {
      chunks.push(chunk);
      chunk = [];
      items = new Set();
    }
    for (const item of mine) items.add(item);
    chunk.push(piece);
  }
  return chunk.length > 0 ? [...chunks, chunk] : chunks;
}

const spansOf = (date: string): [string, string] => [yearOf(date), monthOf(date)];

const itemsOf = (piece: Piece): Set<string> =>
  new Set([
    laneOf(piece),
    ...piece.lines.flatMap(({ account }) => spansOf(piece.entry.date).map((span) => `${piece.tenant} ${span} ${account}`)),
  ]);

/**
 * Counts entries once, however often and in whatever order they arrive. The fence of a lane moves in the same
 * transaction as the balances, so a repeated batch finds its numbers counted.
 * @returns what the balances gain, the fences after, and how many entries were counted to their end.
 */
export function fold(
  pieces: readonly Piece[],
  fences: ReadonlyMap<string, Fence>,
): { increments: Increment[]; fences: Map<string, Fence>; counted: number } {
  const after = new Map<string, Fence>();
  const increments = new Map<string, Increment & { sums: Record<string, Minor> }>();
  let counted = 0;
  for (const piece of pieces) {
    const lane = laneOf(piece);
    const next = pass(after.get(lane) ?? fences.get(lane) ?? NO_FENCE, piece.entry.seq, piece.piece, piece.pieces);
    if (!next) continue;
    after.set(lane, next);
    if (piece.piece === piece.pieces - 1) counted += 1;
    for (const line of piece.lines) addLine(increments, piece, line);
  }
  return { increments: [...increments.values()], fences: after, counted };
}

function addLine(
  increments: Map<string, Increment & { sums: Record<string, Minor> }>,
  { tenant, entry }: TenantEntry,
  { account, amount }: EntryLine,
): void {
  for (const [i, span] of spansOf(entry.date).entries()) {
    const key = `${tenant} ${span} ${account}`;
    const row = increments.get(key) ?? { tenant, span, account, sums: {} };
    const field = `${amount > 0 ? 'd' : 'c'}${i === 0 ? entry.date.slice(5, 7) : entry.date.slice(8, 10)}`;
    row.sums[field] = (row.sums[field] ?? 0) + Math.abs(amount);
    increments.set(key, row);
  }
}

/** The fence after a piece of entry `seq`, or undefined when it was counted before. */
export function pass(fence: Fence, seq: number, piece = 0, pieces = 1): Fence | undefined {
  if (seq <= fence.upTo || fence.above.includes(seq)) return undefined;
  const { [seq]: done = 0, ...begun } = fence.begun ?? {};
  if (piece < done) return undefined;
  assert(piece === done, 'the pieces of an entry are counted in order');
  if (piece + 1 < pieces) return { ...fence, begun: { ...begun, [seq]: piece + 1 } };
  const above = [...fence.above, seq].sort((a, b) => a - b);
  let upTo = fence.upTo;
  while (above[0] === upTo + 1) upTo = above.shift() as number;
  return { upTo, above, ...(Object.keys(begun).length > 0 ? { begun } : {}) };
}
