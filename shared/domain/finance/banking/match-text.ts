import { normalise } from '#kernel/text.ts';

/** Forms of firms, and words that join others: they tell nobody from another. */
const NO_NAMES = new Set(
  'sl sa slu sau sll slp scp scoop sociedad limitada anonima cb gmbh ltd inc llc bv srl spa sarl de del la el los las y e i the and und et da do'.split(
    ' ',
  ),
);
const WORDS_MAX = 40;
/** Numbers of documents are shorter. */
const MAX_WINDOW = 24;

/** Words of a text, folded: letters and digits. */
export const textWords = (text: string): string[] =>
  normalise(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, WORDS_MAX);

/** Words by which a name is known: without forms of firms and single letters. */
export const nameTokens = (name: string): string[] => textWords(name).filter((word) => word.length > 1 && !NO_NAMES.has(word));

/** Keys under which a name is looked up: its words, and each two that stand together, as single words are shared by many. */
export const nameKeys = (tokens: readonly string[]): string[] => [
  ...new Set([...tokens, ...tokens.slice(1).map((token, place) => `${tokens[place]} ${token}`)]),
];

/** Whether one change makes one text of the other: a letter left out, put in, another, or two the wrong way round. */
export function oneChange(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return a === b;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return (
    (left.length <= 1 && right.length <= 1) || (left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0])
  );
}

/** How well two words agree, from 0 to 1. The last word of what a bank cut to a width may be a beginning. */
function wordsAgree(name: string, told: string): number {
  if (name === told) return 1;
  if (told.length >= 4 && name.startsWith(told)) return 0.9;
  return name.length >= 5 && told.length >= 4 && oneChange(name, told) ? 0.85 : 0;
}

const covered = (tokens: readonly string[], by: readonly string[], agree: (token: string, word: string) => number): number =>
  tokens.length === 0
    ? 0
    : tokens.reduce((sum, token) => sum + by.reduce((best, word) => Math.max(best, agree(token, word)), 0), 0) / tokens.length;

/**
 * How much a name that a bank tells is that of a party, from 0 to 1: what of it is in the name counts more than what of the name is in
 * it, as banks cut names.
 */
export function nameSimilarity(name: readonly string[], told: readonly string[]): number {
  const ofTold = covered(told, name, (word, token) => wordsAgree(token, word));
  const ofName = covered(name, told, wordsAgree);
  return told.length === 0 || name.length === 0 ? 0 : 0.55 * ofTold + 0.45 * ofName;
}

/** How much of a name stands in a text that holds other words, too, from 0 to 1. One word of several is none. */
export function nameInText(name: readonly string[], words: readonly string[]): number {
  const share = covered(name, words, wordsAgree);
  return name.length === 1 && (name[0] ?? '').length < 5 && !words.includes(name[0] ?? '') ? 0 : share;
}

/** Words of a name that another may share by chance: fewer in a row tell nobody. */
const LEAST_RUN = 2;
/** What stands in a text may be of it, and not of a name. */
const IN_TEXT = 0.95;

/**
 * How much of a name stands in a text in one piece, from 0 to 1: all of its words, in whatever order, or the first of them, where a
 * bank has cut it.
 */
export function nameInPiece(name: readonly string[], words: readonly string[]): number {
  if (name.length < LEAST_RUN) return 0;
  return words.reduce((best, _, place) => {
    const piece = words.slice(place, place + name.length);
    if (piece.length === name.length && name.every((token) => piece.includes(token))) return 1;
    const differs = name.findIndex((token, i) => wordsAgree(token, piece[i] ?? '') === 0);
    const run = differs < 0 ? name.length : differs;
    return run < LEAST_RUN ? best : Math.max(best, nameSimilarity(name, piece.slice(0, run)) * IN_TEXT);
  }, 0);
}

/** Letters that make a name which is told with a word broken at another place, or with one letter wrong. */
const LEAST_LETTERS = 8;

/** Whether words are a name but for where the blanks stand, and one letter. */
function isSameRun(name: string, words: readonly string[]): boolean {
  const told = words.join('');
  return told === name || oneChange(name, told);
}

/** Whether a name stands in a text with its blanks elsewhere, or with one letter wrong: `VIVERO SCASTRO`. */
export function nameMisspelt(name: readonly string[], words: readonly string[]): boolean {
  const whole = name.join('');
  if (whole.length < LEAST_LETTERS || name.length < LEAST_RUN) return false;
  return words.some((_, place) =>
    [-1, 0, 1].some((more) => {
      const count = name.length + more;
      return count > 0 && place + count <= words.length && isSameRun(whole, words.slice(place, place + count));
    }),
  );
}

/** A number of a document, taken apart. */
export interface ReferenceForm {
  /** Letters and digits alone: `F2026000123`. */
  readonly compact: string;
  /** What stands before the count: `F2026`. */
  readonly lead: string;
  /** The count without zeros before it: `123`. */
  readonly count: string;
}

const upper = (text: string): string => normalise(text).toUpperCase();
const withoutZeros = (digits: string): string => digits.replace(/^0+(?=\d)/, '');

export function referenceForm(number: string): ReferenceForm {
  const segments = upper(number)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const [, letters = '', digits = ''] = /^(.*?)(\d*)$/.exec(segments.at(-1) ?? '') ?? [];
  const lead = `${segments.slice(0, -1).join('')}${letters}`;
  return { compact: segments.join(''), lead, count: withoutZeros(digits) };
}

/** Fewer letters and digits may be anything. */
const isTelling = (key: string): boolean => key.length >= 5 && (key.match(/\d/g) ?? []).length >= 3;

/** Keys under which a document's number is looked up: those that name it alone, its figures by themselves (behind `=`), and (behind `#`) its count, which names others, too. */
export function referenceKeys(number: string): string[] {
  const { compact, lead, count } = referenceForm(number);
  if (compact === '') return [];
  const year = /(\d{2,4})$/.exec(lead)?.[1] ?? '';
  const digits = compact.slice(lead.length);
  const strong = [
    compact,
    `${lead}${count}`,
    ...(year.length === 4 ? [`${year}${digits}`, `${year}${count}`] : []),
    ...(digits.length >= 6 ? [`=${digits}`] : []),
  ].filter(isTelling);
  const loose = count === '' ? [] : [`#${count}`];
  const first = /^(\d{3,})/.exec(upper(number))?.[1];
  return [...new Set([...strong, ...loose, ...(first ? [`#${withoutZeros(first)}`] : [])])];
}

/** Behind such a word one or two digits are a number, elsewhere anything. */
const INVOICE_WORDS = new Set('FRA FRAS FACTURA FACTURAS FACT F INVOICE INV NUM N NO NRO RECIBO BILL RECHNUNG RE'.split(' '));

/** What a text may name: windows of one to three words written together. */
export interface TextReferences {
  readonly windows: readonly string[];
  readonly keys: readonly string[];
  /** Counts alone, behind `#`. */
  readonly loose: ReadonlySet<string>;
}

/** A word that may be the count of a document. */
function isCount(word: string, before: string | undefined): boolean {
  return /^\d{3,12}$/.test(word) || (/^\d{1,2}$/.test(word) && INVOICE_WORDS.has(before ?? ''));
}

/** Words written together, and once more without the zeros before the last figures. */
function windowKeys(parts: readonly string[]): string[] {
  const whole = parts.join('');
  if (whole.length > MAX_WINDOW || !isTelling(whole)) return [];
  const [, letters = '', digits = ''] = /^(.*?)(\d+)$/.exec(parts.at(-1) ?? '') ?? [];
  const bare = `${parts.slice(0, -1).join('')}${letters}${withoutZeros(digits)}`;
  return digits !== '' && parts.length > 1 && isTelling(bare) ? [whole, bare] : [whole];
}

/** What stands for "number" between the parts of one: `F2026 n.º 527`. */
const NUMBER_WORDS = new Set('N NO NR NRO NUM NUMERO'.split(' '));

/** `2026-11` by itself is a month, and no number of a document: pay, rent and taxes name theirs. */
const isMonthOf = (year: string, month: string): boolean => /^(19|20)\d\d$/.test(year) && /^(0[1-9]|1[0-2])$/.test(month);
const isMonth = (words: readonly string[], place: number, count: number): boolean => {
  const [first = '', second = ''] = words.slice(place, place + count);
  const told = count === 2 ? isMonthOf(first, second) : count === 1 && first.length === 6 && isMonthOf(first.slice(0, 4), first.slice(4));
  return told && !INVOICE_WORDS.has(words[place - 1] ?? '');
};

export function textReferences(text: string): TextReferences {
  const words = upper(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    // Behind a word without figures it may stand for itself: `FRA N 527`.
    .filter((word, place, all) => !(NUMBER_WORDS.has(word) && /\d/.test(all[place - 1] ?? '') && /^\d/.test(all[place + 1] ?? '')))
    .slice(0, WORDS_MAX);
  const windows = words.flatMap((_, place) =>
    [1, 2, 3].flatMap((count) =>
      place + count > words.length || isMonth(words, place, count) ? [] : [windowKeys(words.slice(place, place + count))],
    ),
  );
  // Six figures and more by themselves, and not behind another series.
  const alone = words
    .filter((word, place) => /^\d{6,12}$/.test(word) && !isMonth(words, place, 1) && !/\d/.test(words[place - 1] ?? ''))
    .map((word) => `=${word}`);
  const counts = words.filter((word, place) => isCount(word, words[place - 1]));
  return {
    windows: [...new Set(windows.flatMap(([whole]) => whole ?? []))],
    keys: [...new Set([...windows.flat(), ...alone])],
    loose: new Set(counts.map((word) => `#${withoutZeros(word)}`)),
  };
}
