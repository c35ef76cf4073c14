import { marshall as theirs, unmarshall as theirUnmarshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { marshall, unmarshall } from '../../../shared/runtime/attributes.ts';

const NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'a', ''];

const tree = (name: fc.Arbitrary<string>) =>
  fc.letrec<{ tree: unknown; leaf: unknown }>((tie) => ({
    leaf: fc.oneof(fc.string(), fc.maxSafeInteger(), fc.boolean(), fc.constant(null), fc.double({ noNaN: true, min: -1e9, max: 1e9 })),
    tree: fc.oneof({ depthSize: 'small' }, tie('leaf'), fc.array(tie('tree')), fc.dictionary(name, tie('tree'))),
  })).tree;

it('gives back any data as it was, whatever its keys are called', () => {
  const name = fc.oneof(fc.constantFrom(...NAMES), fc.string());
  fc.assert(
    fc.property(fc.dictionary(name, tree(name)), (data) => {
      const back = unmarshall(marshall(data));
      expect(JSON.stringify(back)).toBe(JSON.stringify(data));
      expect(Object.keys(back)).toEqual(Object.keys(data));
    }),
  );
});

it('writes and reads what the SDK’s own marshaller does, where that can', () => {
  const name = fc.string({ minLength: 1 }).filter((key) => !NAMES.includes(key) && !(key in {}));
  fc.assert(
    fc.property(fc.dictionary(name, tree(name)), (data) => {
      expect(marshall(data)).toEqual(theirs(data));
      expect(unmarshall(theirs(data))).toEqual(theirUnmarshall(theirs(data)));
    }),
  );
});

it('leaves out what is undefined, and refuses what the table cannot hold', () => {
  expect(marshall({ a: undefined, b: [1, undefined, '2'] })).toEqual({ b: { L: [{ N: '1' }, { S: '2' }] } });
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, () => 1, Symbol('x')])
    expect(() => marshall({ bad })).toThrow(TypeError);
  expect(unmarshall({ sum: { N: '9007199254740993' } })).toEqual({ sum: 9007199254740993n });
});
