import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../infra/tools/local/workspace.ts';
import { withKindsTable } from '../../infra/tools/openapi/kinds-table.ts';
import { KINDS, PARTS, POSTING_KINDS } from '../../shared/domain/kinds.ts';
import { sources } from '../support/sources.ts';

const twice = (values: readonly (string | undefined)[]) => values.filter((value, i) => value && values.indexOf(value) !== i);

it('no two kinds have one name, one prefix or one letter', () => {
  const all = [...KINDS, ...PARTS];
  for (const of of ['kind', 'prefix', 'letter'] as const) expect(twice(all.map((type) => type[of])), of).toEqual([]);
  expect(all.filter(({ prefix, letter = 'X' }) => !/^[a-z]{2,3}$/.test(prefix) || !/^[A-Z]{1,2}$/.test(letter))).toEqual([]);
});

it('each kind has a page in the console, or says why not', async () => {
  const routes = await sources('web/src/*/**/screens.ts');
  const addresses = routes.flatMap(({ text }) => [...text.matchAll(/^\s+'(\/[^']*)': \(\) =>/gm)].map(([, address = '']) => address));
  expect(addresses.length).toBeGreaterThan(40);
  const has = (screen: string) =>
    addresses.includes(screen) && addresses.some((one) => one.replace(/\/\$\w+$/, '') === screen && one !== screen);
  const without = KINDS.filter(({ screen }) => (typeof screen === 'string' ? !has(screen) : screen.none.length < 10));
  expect(without.map(({ kind }) => kind)).toEqual([]);
});

it('whatever posts stands in a list by date with a number, and so in the journal', () => {
  expect(POSTING_KINDS.length).toBeGreaterThan(8);
  expect(POSTING_KINDS.filter(({ list, letter }) => list?.buckets !== 'months' || !letter)).toEqual([]);
});

it('the search finds every kind that has a list', () => {
  // Stock has lists by warehouse: it is found by its item.
  const lost = KINDS.filter(({ list, summary }) => list && list.buckets !== 'own' && !summary);
  expect(lost.map(({ kind }) => kind)).toEqual([]);
});

it('the data model’s table of kinds is the one that npm run openapi writes', async () => {
  const page = await readFile(join(ROOT, 'docs/data-model.md'), 'utf8');
  expect(page).toBe(withKindsTable(page));
});
