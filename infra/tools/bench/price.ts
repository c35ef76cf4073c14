import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ROOT } from '../local/workspace.ts';
import { FAMILIES, type Family } from './families.ts';
import { table } from './report.ts';

const CODE = ['*.ts', '*.tsx', '*.mjs', '*.css', '*.py', '*.typ'].flatMap((name) =>
  ['functions', 'shared', 'web', 'infra'].map((folder) => `${folder}/${name}`),
);
/** Words in two languages are written for people: they are counted apart. */
const isText = (path: string): boolean => /texts\.|\/i18n\//.test(path);
const PARTS = [
  { part: 'functions', pattern: /^functions\// },
  { part: 'rules', pattern: /^shared\// },
  { part: 'console', pattern: /^web\// },
] as const;

export interface Price {
  readonly family: string;
  readonly goal?: Family['goal'] | undefined;
  /** With those of texts. */
  readonly files: number;
  /** Lines of code in each part: what is blank or a comment is left out. */
  readonly functions: number;
  readonly rules: number;
  readonly console: number;
  /** With blank lines and comments. */
  readonly all: number;
  readonly texts: number;
  readonly actions: number;
  readonly screens: number;
  /** Files of no family that import one of it: what was edited in the house so that it could join. Benches only measure it. */
  readonly edits: number;
}

export interface Prices {
  readonly families: readonly Price[];
  /** Lines, blank ones and comments too, that belong to no family. */
  readonly house: number;
  readonly total: number;
}

interface Source {
  readonly path: string;
  readonly text: string;
}

/** The family whose file it is: undefined of the house. */
export const familyOf = (path: string): Family | undefined =>
  FAMILIES.find(({ files = [] }) => files.includes(path)) ??
  FAMILIES.find(({ modules }) =>
    modules.some(
      (module) =>
        path === `shared/api/${module}.ts` ||
        ['functions', 'shared/domain', 'web/src'].some((root) => path.startsWith(`${root}/${module}/`)),
    ),
  );

const linesOf = (text: string): number => text.split('\n').length - 1;
/** Lines that say something to the machine. */
export const codeLines = (text: string): number => text.split('\n').filter((line) => !/^\s*(\/\/.*|\/?\*.*)?$/.test(line)).length;
/** Addresses that show a screen. */
export const screensOf = (text: string): number => text.match(/:\s*\(\) => import\(/g)?.length ?? 0;

/** Rows of a module's table. */
export const actionsOf = (text: string): number => text.match(/\broute: ['`]/g)?.length ?? 0;

/** Where an import leads, as far as it stays in the tree. */
const target = (from: string, name: string): string =>
  name.startsWith('#') ? name.replace(/^#/, 'shared/') : name.startsWith('.') ? join(dirname(from), name) : '';
const importsOf = ({ path, text }: Source): readonly string[] =>
  [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(([, name = '']) => target(path, name));

const sum = (sources: readonly Source[], count: (text: string) => number): number =>
  sources.reduce((lines, { text }) => lines + count(text), 0);

function priceOf({ name, goal }: Family, sources: readonly Source[], house: readonly Source[]): Price {
  const code = sources.filter(({ path }) => !isText(path));
  const [functions = 0, rules = 0, console = 0] = PARTS.map(({ pattern }) =>
    sum(
      code.filter(({ path }) => pattern.test(path)),
      codeLines,
    ),
  );
  return {
    family: name,
    goal,
    files: sources.length,
    functions,
    rules,
    console,
    all: sum(code, linesOf),
    texts: sum(sources, linesOf) - sum(code, linesOf),
    actions: sum(
      sources.filter(({ path }) => path.startsWith('shared/api/')),
      actionsOf,
    ),
    screens: sum(
      sources.filter(({ path }) => path.endsWith('/screens.ts')),
      screensOf,
    ),
    edits: house.filter(
      (source) => !source.path.startsWith('infra/tools/bench/') && importsOf(source).some((path) => familyOf(path)?.name === name),
    ).length,
  };
}

/** What each family of records costs that somebody has written and keeps, without tests: dearest first. */
export async function measurePrices(): Promise<Prices> {
  const { stdout } = spawnSync('git', ['ls-files', ...CODE], { cwd: ROOT, encoding: 'utf8' });
  const paths = stdout.split('\n').filter((path) => path !== '');
  const sources = await Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(ROOT, path), 'utf8') })));
  const house = sources.filter(({ path }) => !familyOf(path));
  const code = (some: readonly Source[]) =>
    sum(
      some.filter(({ path }) => !isText(path)),
      linesOf,
    );
  const families = FAMILIES.map((family) =>
    priceOf(
      family,
      sources.filter(({ path }) => familyOf(path) === family),
      house,
    ),
  );
  return { families: families.sort((a, b) => b.all - a.all), house: code(house), total: code(sources) };
}

export function pricesText({ families, house, total }: Prices): string {
  const head = [
    'family',
    'files',
    'functions',
    'rules',
    'console',
    'code',
    'all',
    'texts',
    'actions',
    'screens',
    'code/action',
    'house edits',
  ];
  const rows = families.map((one) => {
    const code = one.functions + one.rules + one.console;
    return [
      ...[one.family, one.files, one.functions, one.rules, one.console, code, one.all, one.texts, one.actions, one.screens],
      one.actions > 0 ? Math.round(code / one.actions) : '',
      one.edits,
    ];
  });
  const goals = families.flatMap(({ family, goal, files, all, edits }) =>
    goal
      ? [`  ${family}: ${files} files of ${goal.files}, ${all} lines of ${goal.lines}, ${edits} edits of the house of ${goal.edits}`]
      : [],
  );
  return [table(head, rows), `  of no family ${house}, all ${total} lines without texts and tests`, ...goals].join('\n');
}
