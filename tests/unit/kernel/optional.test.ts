import { expect, it } from 'vitest';
import { RETAIL_COUNTRIES } from '../../../shared/domain/sales/imports/countries.ts';
import { own } from '../../../shared/kernel/optional.ts';

it('finds in a table what it holds of its own, whatever a file names', () => {
  expect(['EIRE', 'Spain', '__proto__', 'constructor', 'toString', ''].map((country) => own(RETAIL_COUNTRIES, country))).toEqual([
    'IE',
    'ES',
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
