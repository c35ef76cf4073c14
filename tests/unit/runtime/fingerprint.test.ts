import { describe, expect, it } from 'vitest';
import { canonical } from '../../../shared/kernel/canonical.ts';
import { fingerprint, idFrom, token } from '../../../shared/runtime/fingerprint.ts';

describe('the text of a value', () => {
  it.each<[unknown, string]>([
    [{ b: 1, a: { d: [1, null, 'x'], c: true } }, '{"a":{"c":true,"d":[1,null,"x"]},"b":1}'],
    [{ a: 1, b: undefined }, '{"a":1}'],
    [null, 'null'],
    [undefined, 'null'],
    ['x', '"x"'],
    [[], '[]'],
    [{}, '{}'],
    [[undefined, 1], '[null,1]'],
    [{ b: 1, ab: 2, a: 3, c: 0 }, '{"a":3,"ab":2,"b":1,"c":0}'],
  ])('%j', (value, text) => {
    expect(canonical(value)).toBe(text);
  });
});

describe('a token', () => {
  it('is 26 letters of Crockford’s alphabet, the same for the same parts, however they are cut another one', () => {
    expect(token('a', 'b')).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(token('a', 'b')).toBe(token('a', 'b'));
    expect(new Set([token('a', 'b'), token('ab'), token('a', 'b', ''), token('', 'ab'), token('b', 'a')]).size).toBe(5);
  });

  it('has 130 bits: a first letter of 32, and no two of ten thousand alike', () => {
    const tokens = Array.from({ length: 10_000 }, (_, i) => token(String(i)));
    expect(new Set(tokens).size).toBe(10_000);
    for (const at of [0, 12, 25]) expect(new Set(tokens.map((one) => one[at])).size).toBe(32);
  });

  it('makes ids that belong to their company and kind', () => {
    expect(idFrom('ord', 'lumbre', 'k')).toBe(`ord_${token('lumbre', 'ord', 'k')}`);
    expect(new Set([idFrom('ord', 'lumbre', 'k'), idFrom('ord', 'norte', 'k'), idFrom('inv', 'lumbre', 'k')]).size).toBe(3);
  });

  it('compares two values by sixteen letters', () => {
    expect(fingerprint({ a: 1, b: 2 })).toBe(fingerprint({ b: 2, a: 1 }));
    expect(fingerprint({ a: 1 })).not.toBe(fingerprint({ a: 2 }));
    expect(fingerprint('x')).toHaveLength(16);
  });
});
