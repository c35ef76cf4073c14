/** At most `max` UTF-16 units of a text, never half a character: DynamoDB takes no lone surrogate. */
export const cut = (text: string, max: number): string => text.slice(0, max).replace(/[\ud800-\udbff]$/, '');

/** What people write in lines: tabs and line ends are text, other control characters are not. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what text does not have.
export const WRITTEN_TEXT = /^[^\x00-\x08\x0b\x0c\x0e-\x1f]*$/;

/** Letters that are no other letter with a mark, as people who lack them write them. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
};

/**
 * Lower case without accents, for comparing: "Amortización" and "AMORTIZACION" are alike, so are "Straße" and "Strasse", "ＡＢＣ"
 * and "abc".
 */
export const normalise = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[ßæœøłđðþħıς]/g, (letter) => PLAIN[letter] ?? letter);

/**
 * A text by which a list in the order of its bytes stands as a Spanish dictionary has it: whatever case and accents, but ñ is
 * a letter after n. What begins another text stands before it.
 */
export const sortText = (text: string): string => text.normalize('NFC').split(/ñ/iu).map(normalise).join('n~').replace(/\s+/g, ' ').trim();

/** The words of what a person looks for, folded; six at most. */
export const tokens = (text: string): string[] => normalise(text).split(/\s+/).filter(Boolean).slice(0, 6);

/** A value from outside with each of its texts, names of fields as well, in composed form (NFC): what looks alike is alike. */
export function composed(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(composed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name.normalize('NFC'), composed(field)]));
}

/** At the start of a file: programs of an office take it for UTF-8. */
export const BOM = '\ufeff';

/**
 * A text that no spreadsheet takes for a formula, nor what is left of it by one that separates by semicolons where the file
 * does by commas: an apostrophe stands before (OWASP, CSV injection).
 */
export const withoutFormulas = (text: string): string => text.replace(/^(?=[=+\-@\t\r\n])/, "'").replace(/;(["'\s]*)(?=[=+\-@])/g, ";$1'");
