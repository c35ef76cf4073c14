import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composed, cut, normalise, sortText, tokens } from '../../../shared/kernel/text.ts';

/** Text with accents, ligatures, emoji, marks of their own and letters of other scripts. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: fc.constantFrom('a', 'ñ', 'n\u0303', 'É', 'ß', 'ẞ', 'İ', 'œ', 'Σ', '😀', '\u0301', 'Ａ', ' ', 'z'), maxLength: 30 }),
);

describe('a text that is cut', () => {
  it('is a beginning of it, never longer, and never ends within a character', () => {
    fc.assert(
      fc.property(text, fc.nat({ max: 40 }), (whole, max) => {
        const short = cut(whole, max);
        expect(whole.startsWith(short)).toBe(true);
        expect(short.length).toBeLessThanOrEqual(max);
        expect(short.length).toBeGreaterThanOrEqual(Math.min(max, whole.length) - 1);
        expect(short.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('a text that is folded', () => {
  it.each([
    ['Straße', 'STRASSE'],
    ['ŒUVRE', 'oeuvre'],
    ['Łódź', 'lodz'],
    ['Ørsted', 'orsted'],
    ['Đorđe', 'dorde'],
    ['Ægir', 'aegir'],
    ['ＡＢＣ　１２', 'abc 12'],
    ['ﬁn', 'fin'],
    ['Peña', 'PEN\u0303A'],
    ['ΟΔΟΣ', 'οδός'],
  ])('%s is found as %s', (a, b) => expect(normalise(a)).toBe(normalise(b)));

  it('stays as it is, composed or not', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const folded = normalise(whole);
        expect(normalise(folded)).toBe(folded);
        expect(normalise(whole.normalize('NFD'))).toBe(folded);
        expect(normalise(whole.normalize('NFC'))).toBe(folded);
        for (const word of tokens(whole)) expect(folded).toContain(word);
      }),
    );
  });
});

describe('the order of names', () => {
  const bytes = (a: string, b: string) => Math.sign(Buffer.compare(Buffer.from(sortText(a)), Buffer.from(sortText(b))));

  it('has ñ after n, and accents and case aside', () => {
    const names = ['Nuria', 'Ñandú', 'Óscar', 'Oca', 'nácar', 'Muñoz', 'Munoz', 'Muntaner', 'Ana', 'Ana Belén', 'zorro', 'Álvarez'];
    expect(names.toSorted(bytes)).toEqual([
      'Álvarez', 'Ana', 'Ana Belén', 'Munoz', 'Muntaner', 'Muñoz', 'nácar', 'Nuria', 'Ñandú', 'Oca', 'Óscar', 'zorro',
    ]); // biome-ignore format: one list
  });

  it('is that of a Spanish dictionary', () => {
    const spanish = new Intl.Collator('es', { sensitivity: 'base' });
    const name = fc.string({ unit: fc.constantFrom(...'aáàbcçdeéiímnñoóöuüzAÁNÑ', 'n\u0303', ' b'), minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(name, name, (a, b) => {
        const [one, other] = [`x${a}`, `x${b}`].map((each) => each.replace(/\s+/g, ' ')) as [string, string];
        expect(bytes(one, other)).toBe(Math.sign(spanish.compare(one, other)));
      }),
      { numRuns: 1000 },
    );
  });
});

it('composes every text of a value, and keeps all else: also fields called __proto__ and constructor', () => {
  const value = JSON.parse('{"__proto__":["n\u0303"],"constructor":{"e\u0301":1},"a":[true,null,"x"]}') as unknown;
  expect(JSON.stringify(composed(value))).toBe('{"__proto__":["ñ"],"constructor":{"é":1},"a":[true,null,"x"]}');
  fc.assert(fc.property(fc.jsonValue(), (any) => JSON.stringify(composed(any)) === JSON.stringify(any).normalize('NFC')));
});
