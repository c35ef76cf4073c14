/** At most `max` UTF-16 units of a text, never half a character: DynamoDB takes no lone surrogate. */
export const cut = (text: string, max: number): string => text.slice(0, max).replace(/[\ud800-\udbff]$/, '');

/** Lower case without accents, for comparing: "Amortización" and "AMORTIZACION" are alike. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

/** The words of what a person looks for, folded; six at most. */
export const wordsOf = (text: string): string[] => folded(text).split(/\s+/).filter(Boolean).slice(0, 6);
