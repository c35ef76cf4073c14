import { type IsoDate, type Month, monthOf } from '#kernel/date.ts';
import { refused } from '#kernel/errors.ts';
import type { Meta } from '#kernel/record.ts';
import { bookDay, type Entry } from './entry.ts';
import type { PeriodSequence } from './period-sequence.ts';
import { type SidesOf, type SumsOf, sidesUpTo } from './trial-balance.ts';

/** An entry that came into the books on another day than it is booked on. */
export interface KnownEntry {
  /** Of the document that carries it. */
  readonly id: string;
  readonly kind: string;
  /** The day by which the books count it. */
  readonly day: IsoDate;
  /** When it was posted: ISO, UTC. */
  readonly at: string;
  /** Account and amount, debit positive, minor units. */
  readonly lines: readonly (readonly [account: string, amount: number])[];
}

/** What of the books was not known at an instant, or was known before its day. */
export interface Known {
  readonly at: string;
  /** Entries up to the instant's day that were posted after it. */
  readonly after: readonly KnownEntry[];
  /** Entries of later days that were posted before it. */
  readonly ahead: readonly KnownEntry[];
}

/** An instant as records are stamped by: to the millisecond. */
export const knownInstant = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : new Date(text).toISOString();

/** The day of an instant by which entries are told that came on their own. It decides what is looked at, and nothing that is counted. */
export const dayOfInstant = (instant: string): IsoDate => instant.slice(0, 10);

/** A document with its entry, and when that was posted. */
export interface PostedDocument extends Pick<KnownEntry, 'id' | 'kind' | 'at'> {
  readonly entry: Entry;
}

export const knownEntry = ({ id, kind, entry, at }: PostedDocument): KnownEntry => ({
  ...{ id, kind, day: bookDay(entry), at },
  lines: entry.lines.map(({ account, amount }) => [account, amount] as const),
});

/**
 * An entry that did not come with its document on the day it is booked on. All others are told by their day alone, so that a posting in
 * time pays nothing for this.
 * @param isNew whether its document was made with it.
 */
export const outOfDay = (document: PostedDocument, isNew: boolean): KnownEntry | undefined =>
  isNew && bookDay(document.entry) === dayOfInstant(document.at) ? undefined : knownEntry(document);

/** Where {@link outOfDay} entries stand: by the month that they are booked in, or where they are booked after the day they came on. */
export const knownPlace = (tenant: string, { day, at, id }: Pick<KnownEntry, 'day' | 'at' | 'id'>): { pk: string; sk: string } =>
  day > dayOfInstant(at) ? { pk: aheadKey(tenant), sk: `${day}#${id}` } : { pk: afterKey(tenant, monthOf(day)), sk: `${at}#${id}` };
export const afterKey = (tenant: string, month: Month): string => `${tenant}#known#${month}`;
export const aheadKey = (tenant: string): string => `${tenant}#known#ahead`;

const isUpTo = (day: IsoDate, date: IsoDate, inclusive: boolean): boolean => (inclusive ? day <= date : day < date);

/** Of each account, the lines of some entries with the day by which they count. */
const linesByAccount = (entries: readonly KnownEntry[]) =>
  Map.groupBy(
    entries.flatMap(({ day, lines }) => lines.map(([account, amount]) => ({ day, account, amount: BigInt(amount) }))),
    ({ account }) => account,
  );

/** Debits and credits of an account as they were known: those of today up to the instant's day, less what came later. */
export function knownSides(sumsOf: SumsOf, years: readonly string[], { at, after, ahead }: Known): SidesOf {
  const last = dayOfInstant(at);
  const [less, more] = [linesByAccount(after), linesByAccount(ahead)];
  return (account, date, inclusive) => {
    const isCut = date > last;
    const counted = sidesUpTo(sumsOf, years, account, isCut ? last : date, isCut || inclusive);
    const sumOf = (lines: ReturnType<typeof linesByAccount>, isOfSide: (amount: bigint) => boolean): bigint =>
      (lines.get(account) ?? [])
        .filter(({ day, amount }) => isUpTo(day, date, inclusive) && isOfSide(amount))
        .reduce((sum, { amount }) => sum + amount, 0n);
    const gained = (isOfSide: (amount: bigint) => boolean): bigint => sumOf(more, isOfSide) - sumOf(less, isOfSide);
    return { debit: counted.debit + gained((amount) => amount > 0n), credit: counted.credit - gained((amount) => amount < 0n) };
  };
}

/** Who posts at once may commit one after the other in another order than they began; a worker is at it for no longer than this. */
const LONGEST_WORK_MS = 900_000;

/** The months of sequences in which something may have been posted after an instant. */
export function touchedAfter(sequences: readonly (PeriodSequence & Pick<Meta, 'history'>)[], at: string): Month[] {
  const since = new Date(Date.parse(at) - LONGEST_WORK_MS).toISOString();
  const touched = sequences.filter(({ seq, history }) => seq > 0 && (history.at(-1)?.at ?? '') > since);
  return [...new Set(touched.map(({ period }) => period))];
}

/**
 * Requires an instant at which something was known for good.
 * @throws DomainError `books.not_known_yet` (422) for one that is to come, `books.not_closed_then` (422) before the first close.
 */
export function requireKnowable(at: string, now: string, sequences: readonly PeriodSequence[]): void {
  if (at > now)
    throw refused(
      'books.not_known_yet',
      'Nobody knows yet what the books will say then: leave knownAt out for what they say now.',
      'query.knownAt',
    );
  const closed = sequences.flatMap(({ state, closedAt }) => closedAt ?? (state === 'open' ? [] : ''));
  const first = closed.sort()[0];
  if (first !== undefined && first <= at) return;
  throw refused(
    'books.not_closed_then',
    first === undefined
      ? 'No period has been closed yet: figures become worth comparing with the first close. Leave knownAt out.'
      : `Nothing had been closed at that moment; the first close was at ${first}. Ask for a later one.`,
    'query.knownAt',
    first === undefined ? {} : { first },
  );
}
