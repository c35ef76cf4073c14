import { expect, test } from 'vitest';
import { COUNTRIES } from '../../../web/src/form/countries.ts';
import { matchingCountries } from '../../../web/src/form/country-select.tsx';

const names = new Intl.DisplayNames(['es'], { type: 'region', fallback: 'none' });
const options = COUNTRIES.map((value) => ({ value, label: names.of(value) ?? '' }));
const labels = (typed: string) => matchingCountries(options, typed).map(({ label }) => label);

test('every country of ISO 3166-1 is there once, by a name', () => {
  expect(COUNTRIES).toHaveLength(249);
  expect(new Set(COUNTRIES).size).toBe(249);
  expect(options.filter(({ value, label }) => !/^[A-Z]{2}$/.test(value) || label === '')).toEqual([]);
});

test('what is typed is the code, the beginning of the name, or stands in it; accents do not matter', () => {
  expect(labels('es')[0]).toBe('España');
  expect(labels('hungria')).toEqual(['Hungría']);
  expect(labels('reino')).toEqual(['Reino Unido']);
  expect(labels('unidos')).toEqual(expect.arrayContaining(['Estados Unidos', 'Emiratos Árabes Unidos']));
  expect(labels('zzz')).toEqual([]);
  expect(labels('')).toHaveLength(249);
});
