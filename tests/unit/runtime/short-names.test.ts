import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lengthen, shorten } from '../../../shared/runtime/short-names.ts';

it('stores the names that documents repeat by one or two letters', () => {
  expect(shorten({ customerId: 'cus_1', lines: [{ quantity: '2', net: 500 }], state: 'placed' })).toEqual({
    K: 'cus_1',
    l: [{ q: '2', e: 500 }],
    st: 'placed',
  });
});

it('keeps what the filter of the stream names', () => {
  expect(shorten({ entry: { seq: 7, account: '430' } })).toEqual({ entry: { seq: 7, a: '430' } });
});

it('reads data that was stored with its names in full', () => {
  const data = { customerId: 'cus_1', lines: [{ quantity: '2' }] };
  expect(lengthen(data)).toEqual(data);
});

it('a name of one’s own that looks like a short form stays one’s own', () => {
  const data = { dimensions: { q: 'Q4', K: 'x', '~q': 'y', quantity: 'z', zz: 'w' } };
  expect(lengthen(shorten(data))).toEqual(data);
  expect(shorten({ dimensions: { q: 'Q4' } })).toEqual({ dm: { '~q': 'Q4' } });
});

it('gives back any data as it was', () => {
  const name = fc.oneof(fc.constantFrom('account', 'a', 'no', 'q', '~', '~~a', 'returnedNet', 'rn', 'id'), fc.string());
  const { tree } = fc.letrec<{ tree: unknown; leaf: unknown }>((tie) => ({
    leaf: fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
    tree: fc.oneof({ depthSize: 'small' }, tie('leaf'), fc.array(tie('tree')), fc.dictionary(name, tie('tree'))),
  }));
  fc.assert(
    fc.property(tree, (data) => {
      expect(lengthen(shorten(data))).toEqual(data);
    }),
  );
});
