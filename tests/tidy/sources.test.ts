import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../infra/tools/local/workspace.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { codeOf, placesOf, type Source, sources } from '../support/sources.ts';

const MAX_LINES = 400;
const MAX_ACTION_LINES = 40;

const all = await sources(['{functions,infra,shared,tests,web}/**/*.{ts,tsx,mjs,json5}', '*.{ts,cjs,mjs}']);
const within = (...folders: string[]) => all.filter(({ path }) => folders.some((folder) => path.startsWith(folder)));
const pure = within('shared/domain/', 'shared/kernel/');
const tests = within('tests/');
/** Each action of a file with the lines of its own: from its declaration to the end of its statement. */
const actionsOf = (text: string) =>
  [...text.matchAll(/^export const (\w+) = (?:command|query|plainQuery)\([\s\S]*?^(?:\}?\)+|.*\));$/gm)].map(([whole, name]) => ({
    name,
    lines: whole.split('\n').length,
  }));
const linesOf = ({ text }: Source) => text.trimEnd().split('\n').length;

it('looks at code, not at comments, and tells where', () => {
  const text = "const url = 'https://a.example/*'; // process.env\n/* process.env\n*/ const b = process.env.B;";
  expect(codeOf(text)).toBe("const url = 'https://a.example/*'; \n\n const b = process.env.B;");
  expect(placesOf([{ path: 'a.ts', text }], /process\.env/)).toEqual(['a.ts:3: const b = process.env.B;']);
});

it('reads every source', () => {
  expect(all.length).toBeGreaterThan(250);
  expect(pure.length).toBeGreaterThan(50);
});

it(`has no file longer than ${MAX_LINES} lines`, () => {
  expect(all.filter((source) => linesOf(source) > MAX_LINES).map(({ path }) => path)).toEqual([]);
});

it(`has no action longer than ${MAX_ACTION_LINES} lines: read, decide, write`, () => {
  const actions = within('functions/').flatMap(({ path, text }) =>
    actionsOf(text).map(({ name, lines }) => ({ at: `${path}: ${name}`, lines })),
  );
  expect(actions.length).toBeGreaterThan(90);
  expect(actions.filter(({ lines }) => lines > MAX_ACTION_LINES).map(({ at }) => at)).toEqual([]);
});

it('keeps clock, chance, environment and waiting out of kernel and rulebook', () => {
  const impure =
    /\bDate\.now\(|new Date\(\)|\bMath\.random\(|\bprocess\.|\bglobalThis\b|\basync\b|\bawait\b|\bPromise\b|\bcrypto\b|\bfetch\(|\bsetTimeout\(/;
  expect(placesOf(pure, impure)).toEqual([]);
});

it('names files and types by what they are for', () => {
  const banned = /(^|[/.-])(utils?|helpers?|common|misc|shared-utils)([/.-]|$)/;
  expect(all.filter(({ path }) => banned.test(path)).map(({ path }) => path)).toEqual([]);
  expect(all.filter(({ path }) => !/^[a-z0-9./-]+$/.test(path.replace(/^\./, ''))).map(({ path }) => path)).toEqual([]);
  expect(placesOf(all, /\binterface I[A-Z][a-z]/)).toEqual([]);
});

it('names files by nouns: none ends in -ing that is no noun of the field', () => {
  const nouns = [
    'banking',
    'matching',
    'posting',
    'pricing',
    'ageing',
    'billing',
    'dunning',
    'onboarding',
    'filing',
    'recruiting',
    'closing',
  ];
  const verbs = within('functions/', 'shared/', 'infra/', 'web/').flatMap(({ path }) => {
    const [word] = /[a-z]+ing(?=\.)/.exec(path.slice(path.lastIndexOf('/') + 1)) ?? [];
    return word && !nouns.includes(word) ? [path] : [];
  });
  expect(verbs).toEqual([]);
});

it('has its decisions in the order of their days, newest first', async () => {
  const days = [...(await readFile(join(ROOT, 'DECISIONS.md'), 'utf8')).matchAll(/^\*\*(\d{4}-\d{2}-\d{2}) · /gm)].map(
    ([, day = '']) => day,
  );
  expect(days.length).toBeGreaterThan(40);
  expect(days).toEqual(days.toSorted().toReversed());
});

it.each([
  ['the server', ['functions/', 'shared/'], ['handler']],
  // What is loaded late is found by one name in each file.
  ['the console', ['web/'], ['Screen', 'Part']],
])('exports a name of %s in one place', (_, folders, everywhere) => {
  const places = new Map<string, Set<string>>();
  for (const { path, text } of within(...folders))
    for (const [, name = ''] of text.matchAll(/^export (?:async )?(?:const|function\*?|class|interface|type|enum) (\w+)/gm))
      if (!path.includes('/texts.') && !everywhere.includes(name)) places.set(name, (places.get(name) ?? new Set()).add(path));
  expect(places.size).toBeGreaterThan(500);
  expect([...places].filter(([, paths]) => paths.size > 1).map(([name, paths]) => `${name}: ${[...paths].join(', ')}`)).toEqual([]);
});

it('has no test that is left out, left alone, or waits for a time instead of a condition', () => {
  expect(placesOf(tests, /\b(it|test|describe)\.(only|skip|todo|fails)\(|\b(fit|xit|xdescribe)\(/)).toEqual([]);
  expect(
    placesOf(tests, /\bsleep\(|\bsetTimeout\(|\bdelay\(/).filter((place) => !POLLING.some((file) => place.startsWith(`${file}:`))),
  ).toEqual([]);
});

/** What waits between two looks at a condition. */
const POLLING: readonly string[] = [];

it('has no debts: nothing left to do later, no empty catch, no console in what runs in Lambda', () => {
  // Written so that this line does not find itself.
  const marker = /\b(T[O]DO|F[I]XME|X[X]X)\b/;
  expect(all.filter(({ text }) => marker.test(text)).map(({ path }) => path)).toEqual([]);
  expect(placesOf(all, /catch\s*(\([^)]*\))?\s*\{\s*\}/)).toEqual([]);
  expect(
    placesOf(
      within('functions/', 'shared/').filter(({ path }) => path !== 'shared/runtime/log.ts'),
      /\bconsole\./,
    ),
  ).toEqual([]);
});

it('imports only what is there, by its full name', () => {
  const aliases = Object.entries(packageJson.imports).map(([alias, target]) => [alias.replace('*', ''), target.replace('*', '')] as const);
  // The scaffold's templates hold the imports of the files to be.
  const own = all.filter(({ path }) => !['templates.ts', 'screens.ts'].some((file) => path === `infra/tools/scaffold/${file}`));
  const wrong = own.flatMap(({ path, text }) =>
    [...codeOf(text).matchAll(/^(?:(?:import|export|\}).*\bfrom|import) '([.#][^']*)'|\bimport\('([.#][^']*)'\)/gm)].flatMap(
      ([, first, second]) => {
        // A part of a file, which a plugin of the console's build gives, is named behind a question mark.
        const name = (first ?? second ?? '').replace(/\?(first|later|url)$/, '');
        const alias = aliases.find(([prefix]) => name.startsWith(prefix));
        const target = alias ? join(alias[1], name.slice(alias[0].length)) : join(dirname(path), name);
        return existsSync(join(ROOT, target)) && /\.\w+$/.test(name) ? [] : [`${path} → ${name}`];
      },
    ),
  );
  expect(wrong).toEqual([]);
});
