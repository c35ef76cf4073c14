import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KINDS } from '../../../shared/domain/kinds.ts';
import { lengthen as lengthenBy, shorten as shortenBy } from '../../../shared/runtime/short-names.ts';

const NAMES = {
  account: 'a',
  customerId: 'K',
  dimensions: 'dm',
  lines: 'l',
  net: 'e',
  no: 'n',
  quantity: 'q',
  returnedNet: 'rn',
  state: 'st',
};
const shorten = (data: unknown) => shortenBy(data, NAMES);
const lengthen = (data: unknown) => lengthenBy(data, NAMES);

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

it('are one or two letters each, no two alike in a kind, and leave what the stream’s filter names', () => {
  const kinds = KINDS.flatMap(({ kind, short }) => (short ? [[kind, short] as const] : []));
  expect(kinds.map(([kind]) => kind).sort()).toEqual([
    'bank-line',
    'credit-note',
    'invoice',
    'order',
    'payment-run',
    'payroll-portion',
    'payslip',
    'supplier-bill',
    'supplier-credit-note',
  ]);
  for (const [kind, short] of kinds) {
    expect(new Set(Object.values(short)).size, kind).toBe(Object.keys(short).length);
    for (const [name, code] of Object.entries(short)) expect([name, code.length <= 2], kind).toEqual([name, true]);
    for (const name of ['data', 'entry', 'seq']) expect(short, kind).not.toHaveProperty(name);
  }
});

it('leaves a kind without short names as it is', () => {
  expect(shortenBy({ quantity: '2', no: 1 })).toEqual({ quantity: '2', '~no': 1 });
  expect(lengthenBy({ quantity: '2', '~no': 1 })).toEqual({ quantity: '2', no: 1 });
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
