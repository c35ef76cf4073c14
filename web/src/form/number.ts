import type { Language } from '../i18n/i18n.ts';

/** The sign before the decimals, and the one between groups of three digits. */
const SIGNS = { es: { decimal: ',', group: '.' }, en: { decimal: '.', group: ',' } } as const;
const GROUPS = { ',': /^-?[1-9]\d{0,2}(,\d{3})+$/, '.': /^-?[1-9]\d{0,2}(\.\d{3})+$/ } as const;
/** Stands before what was typed and is no number: no decimal that anybody could take for one. */
const UNREAD = '?';

/** What stands before the last sign and what stands behind it. */
function split(text: string, sign: string): readonly [whole: string, part: string] {
  const at = text.lastIndexOf(sign);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

const plain = (whole: string, part: string): string | undefined => {
  if (!/^-?\d*$/.test(whole) || !/^\d*$/.test(part) || !/\d/.test(whole + part)) return undefined;
  const digits = whole.replace(/^(-?)0*(?=\d)/, '$1').replace(/^(-?)$/, '$10');
  return part ? `${digits}.${part}` : digits;
};

/** `1.234,5` with `,` before the decimals; its groups, if any, are of three digits each. */
function readBy(text: string, decimal: ',' | '.', group: ',' | '.'): string | undefined {
  const [whole, part] = split(text, decimal);
  if (!whole.includes(group)) return plain(whole, part);
  return GROUPS[group].test(whole) ? plain(whole.replaceAll(group, ''), part) : undefined;
}

/** Spaces between groups of three, and a euro or percent sign behind, say nothing. */
const tight = (typed: string): string =>
  typed
    .trim()
    .replace('−', '-')
    .replace(/\s*[€%]$/, '')
    .replace(/(?<=\d)\s(?=\d{3}(?!\d))/g, '');

/**
 * A number as people type it, as decimal text: Spanish `1.234,50` and English `1,234.50` are both `1234.50`. The
 * language's own sign always comes before decimals. The other language's writing is understood as far as it can mean one
 * thing only (`12.5` in Spanish); one group of three, `1.234`, could be a thousand or decimals, and is not guessed.
 * @returns the decimal; `ambiguous`, or `wrong` where it is no number.
 */
export function parseNumber(typed: string, language: Language): { readonly value: string } | { readonly fault: 'ambiguous' | 'wrong' } {
  const text = tight(typed);
  const { decimal, group } = SIGNS[language];
  const lone = text.split(group).length === 2 && !text.includes(decimal) && GROUPS[group].test(text);
  if (lone) return { fault: 'ambiguous' };
  const value = readBy(text, decimal, group) ?? readBy(text, group, decimal);
  return value === undefined ? { fault: 'wrong' } : { value };
}

/** What a field of a form holds of what was typed: decimal text, nothing, or text that is no decimal and that no rule takes for one. */
export function heldNumber(typed: string, language: Language): string {
  if (typed.trim() === '') return '';
  const read = parseNumber(typed, language);
  return 'value' in read ? read.value : UNREAD + typed;
}

/** What a field shows of what a form holds: the decimal as one types it in this language, or what was typed and not understood. */
export const typedNumber = (held: string, language: Language): string =>
  held.startsWith(UNREAD) ? held.slice(UNREAD.length) : held.replace('.', SIGNS[language].decimal);

/** What is wrong with a number that a form holds; `undefined` where it was understood, or nothing was typed. */
export function faultOfNumber(held: string, language: Language): 'ambiguous' | 'wrong' | undefined {
  if (!held.startsWith(UNREAD)) return undefined;
  const read = parseNumber(held.slice(UNREAD.length), language);
  return 'fault' in read ? read.fault : undefined;
}

/** The two ways to write what could be either: `1.234` → `1234` and, in Spanish, `1,234`. */
export function readingsOf(held: string, language: Language): { readonly whole: string; readonly decimals: string } {
  const { decimal, group } = SIGNS[language];
  const text = tight(typedNumber(held, language));
  return { whole: text.replace(group, ''), decimals: text.replace(group, decimal) };
}
