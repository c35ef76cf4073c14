import { assert } from '#kernel/assert.ts';
import { type Month, monthOf, yearOf } from '#kernel/date.ts';
import { type Sum, sumOf } from '#kernel/money.ts';
import type { TaxFact } from '#kernel/record.ts';
import { bookDay, type Entry, type EntryLine, isClosing } from './entry.ts';
import { carrierOf, taxSums } from './tax-fold.ts';

/** How far a shard is counted: all up to `contiguousTo`, and those ahead of a gap. */
export interface Checkpoint {
  readonly contiguousTo: number;
  /** Numbers above `contiguousTo + 1` that arrived before their predecessors; ascending. */
  readonly ahead: readonly number[];
  /** Pieces counted so far of an entry that is counted in several, by its number. */
  readonly begun?: Readonly<Record<string, number>>;
}
export const START: Checkpoint = { contiguousTo: 0, ahead: [] };

/** Entries of a shard that are counted. */
export const countedIn = ({ contiguousTo, ahead }: Checkpoint): number => contiguousTo + ahead.length;

export interface TenantEntry {
  readonly tenant: string;
  readonly entry: Entry;
  readonly taxes?: readonly TaxFact[];
  /** SHA-256 of the entry as it came into the books, where that is to be kept. */
  readonly hash?: Uint8Array;
}

/** The lines of an entry that are counted in one transaction: all of them, but for entries over very many accounts. */
export interface Piece extends TenantEntry {
  readonly lines: readonly EntryLine[];
  readonly taxes: readonly TaxFact[];
  readonly analytic: readonly AnalyticFact[];
  readonly piece: number;
  readonly pieces: number;
}

/** Ends the field of what closes a fiscal year with a month: `d06z` of June. */
export const CLOSING = 'z';

/**
 * What one row of balances gains. A row holds an account's sums in a year by month, or in a month by day: `d05` and
 * `c05` are the debits and credits of month (day) 5, minor units; `d06z` what closed a fiscal year with June. That of a month
 * also holds what was posted of taxes, `bo:IVA-G:21` their bases and `qo:…` the taxes themselves.
 */
export interface Increment {
  readonly tenant: string;
  /** `2026` or `2026-03`; of dimensions `2026.dim`, of foreign currencies `2026.cur`. */
  readonly span: string;
  /** Of dimensions the {@link analyticKey}, of foreign currencies the {@link currencyKey}. */
  readonly account: string;
  readonly sums: Readonly<Record<string, Sum>>;
}

/** The most items that one DynamoDB transaction takes: rows of balances and checkpoints together. */
export const MAX_ITEMS = 100;
/** An account takes two rows (year and month), with one more where it moved in a foreign currency; the shard's checkpoint one. */
const mostAccounts = (rows: number): number => Math.floor((MAX_ITEMS - 1) / rows);

/** What an entry has moved on an account under one value of a dimension: `centre` `MAD`. Debit positive, minor units. */
export interface AnalyticFact {
  readonly dimension: string;
  readonly value: string;
  readonly account: string;
  readonly amount: number;
}

/** Names and values that make keys; what people write otherwise stays with its line, and is not counted. */
const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,29}$/;

/** What the lines of an entry move by dimension. */
export const analyticFactsOf = (lines: readonly EntryLine[]): AnalyticFact[] =>
  lines.flatMap(({ account, amount, dimensions = {} }) =>
    Object.entries(dimensions).flatMap(([dimension, value]) =>
      CODE.test(dimension) && CODE.test(value) ? [{ dimension, value, account, amount }] : [],
    ),
  );

/** The rows of a year by dimension, one for each {@link analyticKey}: `d05` and `c05` as of accounts. */
export const analyticSpan = (year: string): string => `${year}.dim`;
/** `centre:MAD:629` */
export const analyticKey = ({ dimension, value, account }: Omit<AnalyticFact, 'amount'>): string => [dimension, value, account].join(':');

/** The partition of the balances of all accounts in a year (`2026`) or a month (`2026-03`), one row an account. */
export const balancesKey = (tenant: string, span: string): string => `${tenant}#balance#${span}`;
/** The rows of a year in foreign currencies, one for each {@link currencyKey}: `d05` and `c05` in minor units of those. */
export const currencySpan = (year: string): string => `${year}.cur`;
/** `USD:573001` */
export const currencyKey = (currency: string, account: string): string => `${currency}:${account}`;
/** What an account holds in a currency at the end of a month, debit positive, by its rows of the years up to then. */
export function currencyBalance(
  rowOf: (year: string) => Readonly<Record<string, unknown>> | undefined,
  years: readonly string[],
  month: Month,
): number {
  let sum = 0;
  for (const year of years)
    for (const [field, amount] of Object.entries(rowOf(year) ?? {}))
      if (`${year}-${field.slice(1, 3)}` <= month) sum += field.startsWith('d') ? Number(amount) : -Number(amount);
  return sum;
}
/** The checkpoints of a year stand together, by month and shard: `lumbre#checkpoint#2026` and `03.1`. */
export const checkpointsKey = (tenant: string, year: string): string => `${tenant}#checkpoint#${year}`;
/** What tells a shard from all others: `lumbre#checkpoint#2026/03.1`. */
export const shardKey = (tenant: string, period: Month, shard: number): string =>
  `${checkpointsKey(tenant, yearOf(period))}/${period.slice(5)}.${shard}`;
/** Where a shard's checkpoint is stored. */
export const checkpointPlace = (shard: string): { readonly pk: string; readonly sk: string } => {
  const at = shard.lastIndexOf('/');
  return { pk: shard.slice(0, at), sk: shard.slice(at + 1) };
};
export const shardOf = ({ tenant, entry }: TenantEntry): string => shardKey(tenant, entry.period, entry.shard);

/** The pieces of an entry, always the same ones in the same order; its taxes and dimensions go with the last ones. */
export function piecesOf({ tenant, entry, taxes = [] }: TenantEntry): Piece[] {
  const accounts = [...new Set(entry.lines.map((line) => line.account))];
  const rows = new Set(taxes.map((tax) => carrierOf(entry.lines, tax))).difference(new Set(accounts)).size;
  const analytic = analyticFactsOf(entry.lines);
  const byKey = Map.groupBy(analytic, analyticKey);
  const currencies = new Set(entry.lines.flatMap(({ foreign, account }) => (foreign ? currencyKey(foreign.currency, account) : [])));
  if (2 * accounts.length + currencies.size + rows + byKey.size < MAX_ITEMS)
    return [{ tenant, entry, lines: entry.lines, taxes, analytic, piece: 0, pieces: 1 }];
  // An account is in one currency; what customers and suppliers owe may be in several.
  const most = mostAccounts(2 + currencies.size);
  const parts = Array.from({ length: Math.ceil(accounts.length / most) }, (_, part) => {
    const mine = new Set(accounts.slice(part * most, (part + 1) * most));
    return { ...NOTHING, lines: entry.lines.filter((line) => mine.has(line.account)) };
  });
  const groups = [...byKey.values()];
  const dimensions = Array.from({ length: Math.ceil(groups.length / (MAX_ITEMS - 1)) }, (_, part) => ({
    ...NOTHING,
    analytic: groups.slice(part * (MAX_ITEMS - 1), (part + 1) * (MAX_ITEMS - 1)).flat(),
  }));
  const all = [...parts, ...(taxes.length > 0 ? [{ ...NOTHING, taxes }] : []), ...dimensions];
  return all.map((part, piece) => ({ tenant, entry, ...part, piece, pieces: all.length }));
}

const NOTHING: Pick<Piece, 'lines' | 'taxes' | 'analytic'> = { lines: [], taxes: [], analytic: [] };

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
    shardOf(piece),
    ...piece.lines.flatMap(({ account }) => spansOf(bookDay(piece.entry)).map((span) => `${piece.tenant} ${span} ${account}`)),
    ...piece.lines.flatMap(({ foreign, account }) =>
      foreign ? [`${piece.tenant} ${currencySpan(yearOf(bookDay(piece.entry)))} ${currencyKey(foreign.currency, account)}`] : [],
    ),
    ...piece.taxes.map((tax) => `${piece.tenant} ${monthOf(piece.entry.date)} ${carrierOf(piece.entry.lines, tax)}`),
    ...piece.analytic.map((fact) => `${piece.tenant} ${analyticSpan(yearOf(bookDay(piece.entry)))} ${analyticKey(fact)}`),
  ]);

/**
 * Counts entries once, however often and in whatever order they arrive. The checkpoint of a shard moves in the same
 * transaction as the balances, so a repeated batch finds its numbers counted.
 * @returns what the balances gain, the checkpoints after, and how many entries were counted to their end.
 */
export function project(
  pieces: readonly Piece[],
  checkpoints: ReadonlyMap<string, Checkpoint>,
): { increments: Increment[]; checkpoints: Map<string, Checkpoint>; counted: number } {
  const after = new Map<string, Checkpoint>();
  const increments: Increments = new Map();
  let counted = 0;
  for (const piece of pieces) {
    const shard = shardOf(piece);
    const next = pass(after.get(shard) ?? checkpoints.get(shard) ?? START, piece.entry.seq, piece.piece, piece.pieces);
    if (!next) continue;
    after.set(shard, next);
    if (piece.piece === piece.pieces - 1) counted += 1;
    for (const line of piece.lines) addLine(increments, piece, line);
    for (const tax of piece.taxes) addTax(increments, piece, tax);
    for (const fact of piece.analytic) addAnalytic(increments, piece, fact);
  }
  return { increments: [...increments.values()], checkpoints: after, counted };
}

type Increments = Map<string, Increment & { sums: Record<string, Sum> }>;

function addTo(increments: Increments, { tenant, span, account }: Omit<Increment, 'sums'>, field: string, amount: number): void {
  const key = `${tenant} ${span} ${account}`;
  const row = increments.get(key) ?? { tenant, span, account, sums: {} };
  row.sums[field] = sumOf(BigInt(row.sums[field] ?? 0) + BigInt(amount));
  increments.set(key, row);
}

function addLine(increments: Increments, { tenant, entry }: TenantEntry, { account, amount, foreign }: EntryLine): void {
  const day = bookDay(entry);
  for (const [i, span] of spansOf(day).entries()) {
    const field = `${amount > 0 ? 'd' : 'c'}${i === 0 ? `${day.slice(5, 7)}${isClosing(entry) ? CLOSING : ''}` : day.slice(8, 10)}`;
    addTo(increments, { tenant, span, account }, field, Math.abs(amount));
  }
  if (!foreign) return;
  const row = { tenant, span: currencySpan(yearOf(day)), account: currencyKey(foreign.currency, account) };
  addTo(increments, row, `${foreign.amount > 0 ? 'd' : 'c'}${day.slice(5, 7)}`, Math.abs(foreign.amount));
}

function addTax(increments: Increments, { tenant, entry }: TenantEntry, tax: TaxFact): void {
  const row = { tenant, span: monthOf(entry.date), account: carrierOf(entry.lines, tax) };
  for (const [field, amount] of taxSums(tax)) addTo(increments, row, field, amount);
}

function addAnalytic(increments: Increments, { tenant, entry }: TenantEntry, fact: AnalyticFact): void {
  const day = bookDay(entry);
  const row = { tenant, span: analyticSpan(yearOf(day)), account: analyticKey(fact) };
  const unit = `${day.slice(5, 7)}${isClosing(entry) ? CLOSING : ''}`;
  addTo(increments, row, `${fact.amount > 0 ? 'd' : 'c'}${unit}`, Math.abs(fact.amount));
}

/** The checkpoint after a piece of entry `seq`, or undefined when it was counted before. */
export function pass(checkpoint: Checkpoint, seq: number, piece = 0, pieces = 1): Checkpoint | undefined {
  if (seq <= checkpoint.contiguousTo || checkpoint.ahead.includes(seq)) return undefined;
  const { [seq]: done = 0, ...begun } = checkpoint.begun ?? {};
  if (piece < done) return undefined;
  assert(piece === done, 'the pieces of an entry are counted in order');
  if (piece + 1 < pieces) return { ...checkpoint, begun: { ...begun, [seq]: piece + 1 } };
  const ahead = [...checkpoint.ahead, seq].sort((a, b) => a - b);
  let contiguousTo = checkpoint.contiguousTo;
  while (ahead[0] === contiguousTo + 1) contiguousTo = ahead.shift() as number;
  return { contiguousTo, ahead, ...(Object.keys(begun).length > 0 ? { begun } : {}) };
}
