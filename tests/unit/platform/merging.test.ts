import { describe, expect, it } from 'vitest';
import { merged, sameContent } from '../../../shared/domain/platform/members/preference-merge.ts';
import { type Preferences, requireKeepable } from '../../../shared/domain/platform/members/preferences.ts';

const view = (name: string, q = name) => ({ name, search: { q } });
const orders = (...names: string[]): Preferences => ({ views: { orders: names.map((name) => view(name)) } });
const names = ({ views }: Preferences) => (views.orders ?? []).map(({ name }) => name);

describe('what two browsers made of the same preferences', () => {
  it('keeps what each added, and what each removed stays away', () => {
    expect(names(merged(orders('A'), orders('A', 'B'), orders('A', 'C')))).toEqual(['A', 'C', 'B']);
    expect(names(merged(orders('A', 'B'), orders('B'), orders('A', 'B', 'C')))).toEqual(['B', 'C']);
    expect(names(merged(orders('A', 'B'), orders('A', 'B', 'C'), orders('A')))).toEqual(['A', 'C']);
    expect(names(merged(orders('A'), orders(), orders()))).toEqual([]);
  });

  it('of a view that both changed, has that of here; that of there where only it was changed', () => {
    const changed = (q: string): Preferences => ({ views: { orders: [view('A', q)] } });
    expect(merged(changed('0'), changed('here'), changed('there'))).toEqual(changed('here'));
    expect(merged(changed('0'), changed('0'), changed('there'))).toEqual(changed('there'));
    // Removed there, changed here: what somebody has just worked on is not lost.
    expect(merged(changed('0'), changed('here'), orders())).toEqual(changed('here'));
  });

  it('takes a list or an area for what it is called, also where every object has a thing of that name', () => {
    const list: Preferences = { views: { constructor: [view('A')] }, unfolded: { toString: true, valueOf: false } };
    const none: Preferences = { views: {} };
    expect(merged(none, list, none)).toEqual(list);
    expect(merged(none, none, list)).toEqual(list);
    expect(merged(list, none, list)).toEqual(none);
  });

  it('keeps the order of here where nothing changed there', () => {
    expect(names(merged(orders('A', 'B', 'C'), orders('C', 'A', 'B'), orders('A', 'B', 'C')))).toEqual(['C', 'A', 'B']);
    expect(names(merged(orders('A', 'B'), orders('B', 'A'), orders('A', 'B', 'C')))).toEqual(['A', 'B', 'C']);
  });

  it('has each setting from where it was changed', () => {
    const base: Preferences = { language: 'es', scheme: 'light', views: {} };
    const here: Preferences = { ...base, scheme: 'dark' };
    const there: Preferences = { ...base, language: 'en', tourSeen: true };
    expect(merged(base, here, there)).toEqual({ language: 'en', scheme: 'dark', tourSeen: true, views: {} });
    expect(merged(base, { ...base, scheme: 'auto' }, { ...base, scheme: 'dark' }).scheme).toBe('auto');
    expect(merged(base, { views: {} }, base)).toEqual({ views: {} });
  });

  it('lets what a browser brings along join what is there, and not replace it', () => {
    const brought: Preferences = { language: 'en', views: { orders: [view('A', 'brought'), view('B')], items: [view('I')] } };
    const there: Preferences = { language: 'es', views: { orders: [view('a', 'there')] } };
    const all = { language: 'es', views: { orders: [view('a', 'there'), view('B')], items: [view('I')] } };
    expect(merged({ views: {} }, there, brought)).toEqual(all);
  });

  it('does not change what it is given', () => {
    const [base, here, there] = [orders('A'), orders('A', 'B'), orders('C')];
    const before = JSON.stringify([base, here, there]);
    merged(base, here, there);
    expect(JSON.stringify([base, here, there])).toBe(before);
  });
});

it('tells contents apart by what they hold, not by the order of their fields or what is empty', () => {
  expect(sameContent({ views: {}, language: 'es' }, { language: 'es', views: { orders: [] }, scheme: undefined })).toBe(true);
  expect(sameContent(orders('A', 'B'), orders('B', 'A'))).toBe(false);
  expect(sameContent({ views: {} }, { views: {}, tourSeen: false })).toBe(false);
});

it('takes names for the same whatever their case, on one list', () => {
  expect(() => requireKeepable({ views: { orders: [view('Ámbar'), view('ÁMBAR')] } })).toThrow('another view named ÁMBAR');
  requireKeepable({ views: { orders: [view('A')], items: [view('A')] } });
});

describe('favourites and the menu of two browsers', () => {
  const base: Preferences = { views: {}, favourites: [{ path: '/orders' }, { path: '/stock' }], unfolded: { sales: true } };

  it('have what each added, and not what either removed', () => {
    const here: Preferences = { ...base, favourites: [{ path: '/orders' }, { path: '/journal' }] };
    const there: Preferences = { ...base, favourites: [{ path: '/orders' }, { path: '/stock' }, { path: '/items' }] };
    expect(merged(base, here, there).favourites).toEqual([{ path: '/orders' }, { path: '/items' }, { path: '/journal' }]);
    expect(merged(base, { views: {} }, base)).toEqual({ views: {} });
  });

  it('have each area as it was last folded', () => {
    const here: Preferences = { ...base, unfolded: { sales: true, books: true }, rail: true };
    const there: Preferences = { ...base, unfolded: { sales: false } };
    expect(merged(base, here, there)).toEqual({ ...base, unfolded: { sales: false, books: true }, rail: true });
  });
});
