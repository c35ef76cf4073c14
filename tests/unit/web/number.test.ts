import { describe, expect, test } from 'vitest';
import { faultOfNumber, heldNumber, parseNumber, readingsOf, typedNumber } from '../../../web/src/form/number.ts';

const AMBIGUOUS = { fault: 'ambiguous' };
const WRONG = { fault: 'wrong' };

/** Each row was worked out by hand: what is typed, what it means in Spanish, and in English. Decimals by a point; `?` could be either; `-` is no number. */
const TABLE: readonly (readonly [typed: string, es: string, en: string])[] = [
  ['0', '0', '0'],
  ['7', '7', '7'],
  ['007', '7', '7'],
  ['1234', '1234', '1234'],
  ['1234567', '1234567', '1234567'],
  // The language's own decimals.
  ['1,5', '1.5', '1.5'],
  ['1.5', '1.5', '1.5'],
  ['12,34', '12.34', '12.34'],
  ['12.34', '12.34', '12.34'],
  ['1234,5', '1234.5', '1234.5'],
  ['1234.5', '1234.5', '1234.5'],
  ['9,123456', '9.123456', '9.123456'],
  ['9.123456', '9.123456', '9.123456'],
  [',5', '0.5', '0.5'],
  ['.5', '0.5', '0.5'],
  ['5,', '5', '5'],
  ['5.', '5', '5'],
  // Thousands.
  ['1.234,50', '1234.50', '1234.50'],
  ['1,234.50', '1234.50', '1234.50'],
  ['1.234.567', '1234567', '1234567'],
  ['1,234,567', '1234567', '1234567'],
  ['12.345.678,09', '12345678.09', '12345678.09'],
  ['12,345,678.09', '12345678.09', '12345678.09'],
  ['1.234,5678', '1234.5678', '1234.5678'],
  // One group of three: a thousand in the one language, decimals in the other.
  ['1.234', '?', '1.234'],
  ['1,234', '1.234', '?'],
  ['850.000', '?', '850.000'],
  ['850,000', '850.000', '?'],
  ['-1.234', '?', '-1.234'],
  // Three decimals that cannot be a group.
  ['0.125', '0.125', '0.125'],
  ['0,125', '0.125', '0.125'],
  ['1234.567', '1234.567', '1234.567'],
  ['1234,567', '1234.567', '1234.567'],
  // Signs and spaces about it.
  [' 1 234,50 € ', '1234.50', '1234.50'],
  ['1 234 567', '1234567', '1234567'],
  ['21 %', '21', '21'],
  ['-3', '-3', '-3'],
  ['−3,5', '-3.5', '-3.5'],
  // None.
  ['', '-', '-'],
  ['-', '-', '-'],
  [',', '-', '-'],
  ['abc', '-', '-'],
  ['12a', '-', '-'],
  ['1 2', '-', '-'],
  ['1e3', '-', '-'],
  ['0x10', '-', '-'],
  ['1.23,4', '-', '-'],
  ['1,23.4', '-', '-'],
  ['12.34.56', '-', '-'],
  ['1,234,50', '-', '-'],
  ['1.234.56', '-', '-'],
  ['1,234.567,8', '-', '-'],
  ['0.123.456', '-', '-'],
  ['--5', '-', '-'],
];

const meaning = (text: string) => (text === '?' ? AMBIGUOUS : text === '-' ? WRONG : { value: text });

describe.each(TABLE)('%j', (typed, es, en) => {
  test(`is ${es} in Spanish`, () => expect(parseNumber(typed, 'es')).toEqual(meaning(es)));
  test(`is ${en} in English`, () => expect(parseNumber(typed, 'en')).toEqual(meaning(en)));
});

describe('what a form holds', () => {
  test('is the decimal of the wire, and shown as the language writes it', () => {
    expect(heldNumber('1.234,50', 'es')).toBe('1234.50');
    expect(typedNumber('1234.50', 'es')).toBe('1234,50');
    expect(typedNumber('1234.50', 'en')).toBe('1234.50');
    expect(heldNumber('  ', 'es')).toBe('');
  });

  test('is no decimal where it was not understood, so that no rule takes it for one; what was typed stays', () => {
    const held = heldNumber('1.234', 'es');
    expect(held).not.toMatch(/^-?\d/);
    expect(Number(held)).toBeNaN();
    expect(typedNumber(held, 'es')).toBe('1.234');
    expect(faultOfNumber(held, 'es')).toBe('ambiguous');
    expect(faultOfNumber(heldNumber('abc', 'es'), 'es')).toBe('wrong');
    expect(faultOfNumber('1234.5', 'es')).toBeUndefined();
  });

  test('whoever typed what could be either is told both ways to write it', () => {
    expect(readingsOf(heldNumber('1.234', 'es'), 'es')).toEqual({ whole: '1234', decimals: '1,234' });
    expect(readingsOf(heldNumber('1,234', 'en'), 'en')).toEqual({ whole: '1234', decimals: '1.234' });
  });
});
