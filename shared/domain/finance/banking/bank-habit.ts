import * as z from 'zod/mini';
import { idWith } from '#kernel/id.ts';
import { pageQuery } from '#kernel/page.ts';
import { recordType, type Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { list } from '#kernel/stored.ts';
import { cut } from '#kernel/text.ts';
import type { BankLine } from './bank-line.ts';
import type { MatchPart } from './match-input.ts';
import { nameTokens, textWords } from './match-text.ts';

/** So many matches of a counterparty are kept: enough to tell a habit, and a record of a kilobyte. */
const MOST_SAMPLES = 8;
/** A text of fewer words is anybody's. */
const LEAST_WORDS = 2;
const MOST_WORDS = 6;

export const HABIT_KEYS = ['iban', 'name', 'text'] as const;

/** What lines of a counterparty were matched with, the last of them. Known by its account, else its name, else what the bank writes. */
export const BankHabit = z.object({
  of: z.enum(HABIT_KEYS),
  /** What people know it by. */
  label: z.string(),
  samples: list(
    z.object({
      /** The end of the line's id: what is undone is not learnt. */
      line: z.string(),
      /** A customer, a supplier, or an account of the chart. */
      to: z.string(),
      /** Days from the due date to the money. */
      days: z.exactOptional(z.int()),
    }),
  ),
});
export type BankHabit = Readonly<z.output<typeof BankHabit>>;
export type StoredHabit = Stored<BankHabit>;

export const BankHabits = recordType<BankHabit>({
  kind: 'bank-habit',
  prefix: 'bht',
  data: BankHabit,
  history: 'ends',
  list: { buckets: 'own', key: ({ label }, id) => ({ bucket: 'all', sort: `${label.toLowerCase()}  ${id}`, label }) },
  screen: { none: 'The list of habits shows all of it.' },
  read: 'books.read',
});

/** What a habit is known by. The key is hashed into its id: what a bank writes is never one. */
export interface HabitKey {
  readonly of: (typeof HABIT_KEYS)[number];
  readonly key: string;
  readonly label: string;
}

type Told = Pick<BankLine, 'amount' | 'text' | 'partyName' | 'partyIban'>;

/** By what a line's counterparty may be known, the surest first. Who pays and who is paid are two. */
export function habitKeysOf({ amount, text, partyName, partyIban }: Told): HabitKey[] {
  const side = amount < 0 ? 'out' : 'in';
  const name = nameTokens(partyName ?? '').join(' ');
  const words = textWords(text).filter((word) => !/\d/.test(word) && word.length > 2);
  const keys: HabitKey[] = [];
  if (partyIban) keys.push({ of: 'iban', key: `${side} ${partyIban}`, label: partyIban });
  if (name !== '') keys.push({ of: 'name', key: `${side} ${name}`, label: cut(partyName ?? '', 60) });
  if (words.length >= LEAST_WORDS) {
    const told = words.slice(0, MOST_WORDS).join(' ');
    keys.push({ of: 'text', key: `${side} ${told}`, label: cut(told, 60) });
  }
  return keys;
}

const tailOf = (lineId: string): string => lineId.slice(-10);

/** What a match says of the counterparty: one party, or one account; undefined where it is of several. */
export function targetOf(parts: readonly MatchPart[]): string | undefined {
  const parties = parts.flatMap((part) => (part.as === 'receipt' ? part.customerId : part.as === 'payment' ? part.supplierId : []));
  const [party, other] = parties;
  if (party !== undefined) return other === undefined ? party : undefined;
  const [entry, more] = parts;
  return entry?.as === 'entry' && more === undefined ? entry.account : undefined;
}

/** A habit after one more match; undefined where it says nothing new: it is not written again. */
export function learnt(
  habit: BankHabit | undefined,
  key: HabitKey,
  sample: { readonly lineId: string; readonly to: string; readonly days?: number | undefined },
): BankHabit | undefined {
  const { lineId, to, days } = sample;
  const line = tailOf(lineId);
  const before = (habit?.samples ?? []).filter((each) => each.line !== line);
  if (before.length >= MOST_SAMPLES && before.every((each) => each.to === to)) return undefined;
  const one = { line, to, ...(days === undefined ? {} : { days }) };
  return { of: key.of, label: habit?.label ?? key.label, samples: [...before, one].slice(-MOST_SAMPLES) };
}

/** A habit without a match that was undone; undefined where nothing is left of it. The same where it never knew of it. */
export function unlearnt(habit: BankHabit, lineId: string): BankHabit | undefined {
  const samples = habit.samples.filter(({ line }) => line !== tailOf(lineId));
  return samples.length === 0 ? undefined : { ...habit, samples };
}

/** What a line's counterparty was matched with before. */
export interface LineHabit {
  readonly to: string;
  readonly count: number;
  readonly medianDaysLate?: number;
}

const median = (days: readonly number[]): number | undefined => days.toSorted((a, b) => a - b)[Math.floor(days.length / 2)];

/** Of several habits by which a line is known, the surest that says anything: each target with how often. */
export function habitOfLine(found: readonly (BankHabit | undefined)[]): LineHabit[] {
  const known = found.find((habit) => habit !== undefined && habit.samples.length > 0);
  if (!known) return [];
  return [...Map.groupBy(known.samples, ({ to }) => to)]
    .map(([to, samples]) => {
      const days = median(samples.flatMap((each) => each.days ?? []));
      return { to, count: samples.length, ...(days === undefined ? {} : { medianDaysLate: days }) };
    })
    .toSorted((a, b) => b.count - a.count);
}

export const ListBankHabits = z.strictObject({
  limit: pageQuery.limit,
  cursor: pageQuery.cursor,
  order: z._default(z.enum(['asc', 'desc']), 'asc'),
  q: z.optional(z.string().check(z.maxLength(80))),
});
export const HabitPath = z.strictObject({ habitId: idWith('bht') });
export const BankHabitView = z.object({
  id: z.string(),
  of: z.enum(HABIT_KEYS),
  label: z.string(),
  /** Most often first. */
  matched: z.array(z.object({ to: z.string(), name: z.string(), count: z.int(), medianDaysLate: z.optional(z.int()) })),
  ...stampFields,
});
/** @param nameOf how a party or an account is called. */
export const bankHabitView = ({ samples, ...habit }: StoredHabit, nameOf: (to: string) => string) => ({
  ...stamped(habit),
  matched: habitOfLine([{ ...habit, samples }]).map((each) => ({ ...each, name: nameOf(each.to) })),
});
