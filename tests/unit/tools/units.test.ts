import { describe, expect, it } from 'vitest';
import { exponent, median, quantile } from '../../../infra/tools/bench/stats.ts';
import { indexUnits, itemSize, projected, readUnits, writeUnits } from '../../../infra/tools/bench/units.ts';

const KB = 1024;

describe('the size of an item (DynamoDB Developer Guide, item sizes and formats)', () => {
  it.each([
    ['a text: its UTF-8 bytes and the name', { name: { S: 'José' } }, 4 + 5],
    ['a number: a byte for two digits, and one', { n: { N: '1234' } }, 1 + 2 + 1],
    ['an odd number of digits', { n: { N: '12345' } }, 1 + 3 + 1],
    ['zeroes at both ends are trimmed', { n: { N: '001200' } }, 1 + 1 + 1],
    ['zero itself', { n: { N: '0' } }, 1 + 1],
    ['a negative number has one more', { n: { N: '-1234' } }, 1 + 2 + 1 + 1],
    ['decimals are digits', { n: { N: '0.1234' } }, 1 + 2 + 1],
    ['true and null: one byte', { yes: { BOOL: true }, no: { NULL: true } }, 3 + 1 + 2 + 1],
    ['bytes: as many as there are', { b: { B: new Uint8Array(10) } }, 1 + 10],
    ['an empty list: three bytes', { list: { L: [] } }, 4 + 3],
    ['an empty map: three bytes', { map: { M: {} } }, 3 + 3],
    ['a list: one byte more for each element', { list: { L: [{ S: 'ab' }, { N: '7' }] } }, 4 + 3 + (1 + 2) + (1 + 2)],
    ['a map: its names count', { map: { M: { key: { S: 'ab' } } } }, 3 + 3 + (1 + 3 + 2)],
    ['a set of texts', { set: { SS: ['a', 'bcd'] } }, 3 + 4],
  ])('%s', (_, item, bytes) => expect(itemSize(item)).toBe(bytes));
});

describe('units (the guide’s own examples)', () => {
  it('writes: 1 unit a KB, 2 in a transaction', () => {
    expect(writeUnits(0, 1 * KB)).toBe(1);
    expect(writeUnits(0, 500)).toBe(1);
    expect(writeUnits(0, 3.5 * KB)).toBe(4);
    expect(writeUnits(0, 2 * KB)).toBe(2);
    expect(writeUnits(0, 2 * KB, true)).toBe(4);
    expect(writeUnits(0, 1 * KB, true)).toBe(2);
  });
  it('an update costs the larger of before and after', () => {
    expect(writeUnits(3 * KB, 100)).toBe(3);
    expect(writeUnits(100, 3 * KB)).toBe(3);
  });
  it('reads: an item of 8 KB takes 2 units strongly, 1 eventually, 4 in a transaction', () => {
    expect(readUnits(8 * KB, 'strong')).toBe(2);
    expect(readUnits(8 * KB, 'eventual')).toBe(1);
    expect(readUnits(8 * KB, 'transactional')).toBe(4);
    expect(readUnits(3 * KB, 'strong')).toBe(1);
    expect(readUnits(0, 'strong')).toBe(1);
  });
  it('a query is rounded as a whole: 10 items of 40.8 KB take 11 units', () => expect(readUnits(40.8 * KB, 'strong')).toBe(11));
});

describe('the list index', () => {
  const base = {
    pk: { S: 'p' },
    sk: { S: '#' },
    lpk: { S: 'a' },
    lsk: { S: '1' },
    label: { S: 'lamp' },
    data: { M: { state: { S: 'placed' } } },
  };
  it('holds keys, label and party alone', () => {
    expect(Object.keys(projected(base) ?? {}).sort()).toEqual(['label', 'lpk', 'lsk', 'pk', 'sk']);
    expect(projected({ pk: { S: 'p' }, sk: { S: '#' } })).toBeUndefined();
  });
  it('takes 1 unit for a new entry, none for a change that it does not show, 1 for one that it does, 2 for a new key', () => {
    expect(indexUnits(undefined, base)).toBe(1);
    expect(indexUnits(base, undefined)).toBe(1);
    expect(indexUnits(base, { ...base, data: { M: { state: { S: 'closed' } } } })).toBe(0);
    expect(indexUnits(base, { ...base, label: { S: 'desk' } })).toBe(1);
    expect(indexUnits(base, { ...base, lsk: { S: '2' } })).toBe(2);
    expect(indexUnits(undefined, { pk: { S: 'p' }, sk: { S: '#' } })).toBe(0);
    // What begins to wait comes into the index of open work, a part payment changes it, and what is done leaves it.
    const open = { ...base, opk: { S: 'q' }, osk: { S: '1' }, due: { N: '1210' } };
    expect([indexUnits(undefined, open), indexUnits(base, open), indexUnits(open, base)]).toEqual([2, 1, 1]);
    expect([indexUnits(open, { ...open, due: { N: '210' } }), indexUnits(open, { ...open, osk: { S: '2' } })]).toEqual([1, 2]);
  });
});

describe('statistics', () => {
  it('median and p95 are values of the sample', () => {
    expect(median([5, 1, 3])).toBe(3);
    expect(quantile([...Array(100).keys()], 0.95)).toBe(94);
  });
  it('the exponent of what is constant is 0, of what is linear 1, of a square 2', () => {
    expect(
      exponent([
        [100, 7],
        [1000, 7],
        [10_000, 7],
      ]),
    ).toBe(0);
    expect(
      exponent([
        [100, 3],
        [1000, 30],
        [10_000, 300],
      ]),
    ).toBeCloseTo(1);
    expect(
      exponent([
        [1, 1],
        [10, 100],
      ]),
    ).toBeCloseTo(2);
  });
});
