import { expect, it } from 'vitest';
import { moved, named, put, renamed, restored, without } from '../../../web/src/list/view-list.ts';

const view = (name: string, q = 'x') => ({ name, search: { q } });
const views = ['A', 'B', 'C'].map((name) => view(name));
const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name).join('');

it('moves a view by one place, and never out of the list', () => {
  expect(names(moved('B', -1)(views))).toBe('BAC');
  expect(names(moved('B', 1)(views))).toBe('ACB');
  expect(names(moved('A', 1)(views))).toBe('BAC');
  expect(names(moved('C', -1)(views))).toBe('ACB');
  expect(names(moved('A', -1)(views))).toBe('ABC');
  expect(names(moved('C', 1)(views))).toBe('ABC');
  expect(names(moved('X', 1)(views))).toBe('ABC');
});

it('brings a view back where it was, unless there is another of that name by now', () => {
  const left = without('b')(views);
  expect(names(left)).toBe('AC');
  expect(names(restored(view('B'), 1)(left))).toBe('ABC');
  expect(names(restored(view('C'), 2)(views.slice(0, 2)))).toBe('ABC');
  const other = put(view('B', 'other'))(left);
  expect(restored(view('B'), 1)(other)).toEqual([view('A'), view('C'), view('B', 'other')]);
});

it('puts a view in place of the one of its name, whatever the case, else behind the others', () => {
  expect(put(view('b', 'y'))(views)).toEqual([view('A'), view('b', 'y'), view('C')]);
  expect(names(put(view('D'))(views))).toBe('ABCD');
  expect(names(renamed('B', 'b')(views))).toBe('AbC');
  expect(named(views, 'c')?.name).toBe('C');
  expect(named(views, 'D')).toBeUndefined();
});
