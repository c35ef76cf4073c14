import * as z from 'zod/mini';
import { Iban } from '#kernel/iban.ts';
import { idWith } from '#kernel/id.ts';
import { BASE_CURRENCY, type Minor, PositiveMoney } from '#kernel/money.ts';
import { normalise } from '#kernel/text.ts';

const MAX_ASTERISKS = 4;

/**
 * Words as the bank writes them, whatever case and accents; each begins a word of the text, and `*` stands for anything between
 * two. Nothing else is special: there are no regular expressions, so that no text makes a rule slow.
 */
const Phrase = z.string().check(
  z.trim(),
  z.minLength(2),
  z.maxLength(60),
  z.refine((phrase) => (phrase.match(/[\p{L}\p{N}]/gu) ?? []).length >= 2, 'must have two letters or digits at least'),
  z.refine((phrase) => phrase.split('*').length - 1 <= MAX_ASTERISKS, `must have at most ${MAX_ASTERISKS} asterisks`),
);
const Phrases = z.array(Phrase).check(z.minLength(1), z.maxLength(10));

/** Which lines a rule takes: all that is told must hold. */
export const RuleConditions = z.strictObject({
  /** Absent: lines of every account. */
  bankAccountId: z.optional(idWith('bka')),
  direction: z.enum(['in', 'out']),
  /** Of absolute amounts. */
  least: z.optional(PositiveMoney),
  most: z.optional(PositiveMoney),
  /** One of them stands in what the bank tells: name, text or reference. */
  texts: z.optional(Phrases),
  /** None of these does. */
  without: z.optional(Phrases),
  partyName: z.optional(Phrase),
  partyIban: z.optional(Iban),
  /** The bank's code of the movement: `17` of Norma 43 is interest, fees and taxes. */
  code: z.optional(z.string().check(z.trim(), z.regex(/^[A-Za-z0-9/+.-]{1,24}$/, 'must be the code as the bank has it'))),
});
export type RuleConditions = Readonly<z.output<typeof RuleConditions>>;

/** What a rule looks at of a line. */
export interface RuledLine {
  readonly amount: Minor;
  /** Absent: that of the books. */
  readonly currency?: string | undefined;
  readonly text: string;
  readonly partyName?: string | undefined;
  readonly partyIban?: string | undefined;
  readonly reference?: string | undefined;
  readonly code?: string | undefined;
  readonly bankAccountId?: string | undefined;
}

const folded = (text: string): string => normalise(text).replaceAll(/\s+/g, ' ').trim();

/** A phrase in the pieces between its asterisks. */
const piecesOf = (phrase: string): readonly string[] =>
  phrase
    .split('*')
    .map(folded)
    .filter((piece) => piece !== '');

/** The place behind a piece that begins a word at or behind `from`; −1 where there is none. */
function behind(text: string, piece: string, from: number): number {
  for (let at = text.indexOf(piece, from); at >= 0; at = text.indexOf(piece, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return at + piece.length;
  return -1;
}

/** Whether the pieces stand in a text one behind another. The first place of each is the best, so the text is gone through once. */
function holds(text: string, pieces: readonly string[]): boolean {
  let at = 0;
  for (const piece of pieces) {
    at = behind(text, piece, at);
    if (at < 0) return false;
  }
  return true;
}

interface ReadConditions {
  readonly texts: readonly (readonly string[])[] | undefined;
  readonly without: readonly (readonly string[])[];
  readonly name: readonly string[] | undefined;
}
const read = new WeakMap<RuleConditions, ReadConditions>();

function readConditions(conditions: RuleConditions): ReadConditions {
  const known = read.get(conditions);
  if (known) return known;
  const { texts, without = [], partyName } = conditions;
  const made = { texts: texts?.map(piecesOf), without: without.map(piecesOf), name: partyName && piecesOf(partyName) } as ReadConditions;
  read.set(conditions, made);
  return made;
}

/** Amounts of rules are in the currency of the books: of a line in another, they tell nothing, and such a rule leaves it. */
function isOfSize({ least, most }: RuleConditions, { amount, currency = BASE_CURRENCY }: RuledLine): boolean {
  if (least === undefined && most === undefined) return true;
  const size = Math.abs(amount);
  return currency === BASE_CURRENCY && size >= (least ?? 0) && size <= (most ?? size);
}

/** Whether a rule takes a line. */
export function takesLine(conditions: RuleConditions, line: RuledLine): boolean {
  const { bankAccountId, direction, partyIban, code } = conditions;
  if (line.amount === 0 || line.amount < 0 !== (direction === 'out') || !isOfSize(conditions, line)) return false;
  if (bankAccountId !== undefined && bankAccountId !== line.bankAccountId) return false;
  if (partyIban !== undefined && partyIban !== line.partyIban) return false;
  if (code !== undefined && code.toUpperCase() !== line.code?.toUpperCase()) return false;
  const { texts, without, name } = readConditions(conditions);
  if (name && !holds(folded(line.partyName ?? ''), name)) return false;
  if (!texts && without.length === 0) return true;
  const told = folded([line.partyName, line.text, line.reference].filter(Boolean).join(' '));
  return (texts?.some((pieces) => holds(told, pieces)) ?? true) && !without.some((pieces) => holds(told, pieces));
}

/** What a rule is known by, in one phrase. */
export const shownPhrase = ({ texts, partyName, partyIban, code }: RuleConditions): string =>
  texts?.[0] ?? partyName ?? partyIban ?? code ?? '';

/** Whether it tells anything of a line but its side and amount. */
export const isTelling = ({ texts, partyName, partyIban, code }: RuleConditions): boolean =>
  texts !== undefined || partyName !== undefined || partyIban !== undefined || code !== undefined;
