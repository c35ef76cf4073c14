import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DomainError } from '../../../shared/kernel/errors.ts';
import { parseJson, unprintable } from '../../../shared/runtime/json.ts';

const read = (text: string) => parseJson(Buffer.from(text, 'utf8'));
const refusal = (text: string | Buffer) => {
  try {
    parseJson(Buffer.from(text));
  } catch (error) {
    if (error instanceof DomainError) return { kind: error.kind, code: error.code, field: error.field };
    throw error;
  }
  return undefined;
};

describe('reading a JSON body', () => {
  test('what JSON.parse reads, it reads the same', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        expect(read(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test.each([
    ['{"a":1,"a":2}', 'body.a'],
    ['{"lines":[{"line":1},{"line":1,"quantity":"1","line":2}]}', 'body.lines.1.line'],
    ['{"a":{"b":[[],[{"c":",:{}[]\\"","\\u0063":1}]]}}', 'body.a.b.1.0.c'],
  ])('%s: the key that stands twice is named', (text, field) => {
    expect(refusal(text)).toEqual({ kind: 'invalid', code: 'body.duplicate_key', field });
  });

  test('the same key in different objects is no duplicate', () => {
    expect(read('{"a":{"x":1},"b":{"x":1},"c":[{"x":1},{"x":2}]}')).toEqual({ a: { x: 1 }, b: { x: 1 }, c: [{ x: 1 }, { x: 2 }] });
  });

  test('16 levels are read, 17 are not', () => {
    expect(refusal(`${'['.repeat(16)}${']'.repeat(16)}`)).toBeUndefined();
    expect(refusal(`${'['.repeat(17)}${']'.repeat(17)}`)).toEqual({ kind: 'invalid', code: 'body.too_deep', field: 'body' });
  });

  test.each(['{', '{"a":1,}', "{'a':1}", 'NaN', '{"a":01}', '', 'null null'])('%j is malformed', (text) => {
    expect(refusal(text)).toEqual({ kind: 'invalid', code: 'body.malformed', field: 'body' });
  });

  test('bytes that are not UTF-8 are malformed, not replaced', () => {
    expect(refusal(Buffer.from([0x22, 0xe9, 0x22]))).toEqual({ kind: 'invalid', code: 'body.malformed', field: 'body' });
  });
});

describe('characters that nobody can read', () => {
  test('each text that holds one is named', () => {
    const value = { name: 'a\u0000b', ok: 'línea 1\n\tlínea 2 😀', list: ['x', { deep: '\u007f' }], half: '\ud83d' };
    expect(unprintable(value, 'body').map(({ field }) => field)).toEqual(['body.name', 'body.list.1.deep', 'body.half']);
  });
});
