import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '../local/failure.ts';
import { NODE_BIN } from '../local/workspace.ts';
import { withEntry, withImport, withZod } from './edits.ts';
import { camel, type Names, namesFrom, pascal, plural } from './names.ts';
import { type SpanishName, screenFiles } from './screens.ts';
import {
  collectionOf,
  commandFile,
  domainFile,
  entryFile,
  moduleFile,
  profileOf,
  readAction,
  routeOf,
  row,
  rowImports,
  type Subject,
  testFile,
} from './templates.ts';

/** A kind of record that the rulebook knows. */
interface ExistingRecord extends Subject {
  readonly kind: string;
  readonly text: string;
}

const RECORD_TYPE = /export const (\w+) = recordType<([^,>]+)[^>]*>\(\{\s*kind: '([a-z-]+)',\s*prefix: '([a-z]+)'/g;
const KINDS = 'shared/domain/kinds.ts';

/** The files of the project as they are to be: what is read is what was changed before, or stands there. */
class Plan {
  readonly #root: string;
  readonly files = new Map<string, string>();
  constructor(root: string) {
    this.#root = root;
  }
  read(path: string): string | undefined {
    return this.files.get(path) ?? (existsSync(join(this.#root, path)) ? readFileSync(join(this.#root, path), 'utf8') : undefined);
  }
  set(path: string, text: string): void {
    this.files.set(path, text);
  }
  add(path: string, text: string): void {
    if (this.read(path) !== undefined) throw new Failure(`${path} is there already`);
    this.set(path, text);
  }
}

/**
 * Adds an action: its code, its row, its place in the Lambda entry, a test, and whatever of the module is not there yet.
 * Everything is checked before the first file is written.
 * @returns the written paths, from the root. @throws Failure on a bad name, and on anything that is there already.
 */
export function scaffold(root: string, target: string | undefined, action: string | undefined): string[] {
  const plan = new Plan(root);
  addAction(root, plan, target, action, undefined);
  write(root, plan.files);
  return [...plan.files.keys()];
}

/**
 * Adds a kind of record: its descriptor, the actions that create, read and list it with a test each, and in the console
 * its list, page, form and texts in both languages.
 * @returns the written paths, from the root. @throws Failure as {@link scaffold}.
 */
export function scaffoldKind(root: string, target: string | undefined, noun: string | undefined, spanish: string | undefined): string[] {
  const [one = '', many = ''] = (spanish ?? '').split('/');
  if (!noun || !one || !many) throw new Failure('usage: npm run new -- <context>/<module> kind <noun> <singular>/<plural in Spanish>');
  if (existingRecords(root).some(({ kind }) => kind === noun)) throw new Failure(`there is a kind ${noun} already`);
  const plan = new Plan(root);
  const actions = [`create-${noun}`, `get-${noun}`, `list-${plural(noun)}`];
  const [names] = actions.map((action) => addAction(root, plan, target, action, { one, many })) as [Names];
  const home = `web/src/${names.context}/${names.module}`;
  const folder = existsSync(join(root, home)) ? `${home}/${plural(noun)}` : home;
  for (const [path, text] of screenFiles(names, folder, { one, many })) plan.add(path, text);
  write(root, plan.files);
  return [...plan.files.keys()];
}

function addAction(
  root: string,
  plan: Plan,
  target: string | undefined,
  action: string | undefined,
  spanish: SpanishName | undefined,
): Names {
  const existing = [...existingRecords(root), ...recordsIn(plan.files)];
  const plain = namesFrom(
    target,
    action,
    existing.map(({ kind }) => kind),
  );
  const names = { ...plain, area: areaOf(plan, plain) };
  const folder = `functions/${names.context}/${names.module}`;
  const [own, test] = [`${folder}/${names.action}.ts`, `tests/integration/${names.context}/${names.action}.test.ts`];
  for (const path of [own, test]) if (plan.read(path) !== undefined) throw new Failure(`${path} is there already`);
  refuseRoute(root, names);
  const subject = subjectOf(names, existing, plan, spanish !== undefined);
  const entry = `${folder}/${profileOf(names)}.ts`;
  if (profileOf(names) === 'commands') {
    plan.set(own, commandFile(names, subject));
    const there = plan.read(entry);
    plan.set(
      entry,
      there ? withImport(withEntry(there, 'serveModule', 1, names.key), names.key, `./${names.action}.ts`) : entryFile(names),
    );
  } else addRead(plan, entry, names, subject);
  plan.set(test, testFile(names, subject));
  addRow(names, subject, `shared/api/${names.context}/${names.module}.ts`, plan);
  return names;
}

/** Reads of a module stand together in its `queries.ts`, before the handler that serves them. */
function addRead(plan: Plan, entry: string, names: Names, subject: Subject): void {
  const { text: action, imports } = readAction(names, subject);
  const serving = 'export const handler = serveModule(';
  const there = plan.read(entry) ?? `\n${serving}${camel(names.module)}, {});\n`;
  let text = withEntry(there, 'serveModule', 1, names.key).replace(serving, `${action}\n${serving}`);
  for (const [name, from] of imports) text = withImport(text, name, from);
  plan.set(entry, text);
}

/** New modules have a segment of their own before their kinds: their actions then share routes of the API. */
function areaOf(plan: Plan, { context, module }: Names): string {
  const table = plan.read(`shared/api/${context}/${module}.ts`);
  return table === undefined || table.includes(` /${module}`) ? `/${module}` : '';
}

const existingRecords = (root: string): ExistingRecord[] =>
  recordsIn(globSync('shared/domain/**/*.ts', { cwd: root }).map((path) => [path, readFileSync(join(root, path), 'utf8')] as const));

function recordsIn(files: Iterable<readonly [path: string, text: string]>): ExistingRecord[] {
  return [...files].flatMap(([path, text]) => {
    return [...text.matchAll(RECORD_TYPE)].map(([, records = '', type = '', kind = '', prefix = '']) => {
      const view =
        text.includes(`export const ${type}View = `) && text.includes(`export const ${type}Input = `) ? `${type}View` : undefined;
      return { kind, records, type, prefix, view, text, from: path.replaceAll('\\', '/').replace(/^shared\/domain/, '#domain') };
    });
  });
}

/** The kind of record that the action is about: one that is there, or a new one beside the module's rulebook. */
function subjectOf(names: Names, existing: readonly ExistingRecord[], plan: Plan, shown: boolean): Subject {
  const there = existing.find(({ kind }) => kind === names.noun);
  if (there) {
    const named = /^\w+$/.test(there.type);
    const isListed = names.doing === 'list' && there.view !== undefined && there.text.includes('list: named(');
    const knows = names.doing === 'get' || (names.doing === 'step' && named) || isListed;
    if (!knows) throw new Failure(`${there.from} has the record ${names.noun} already: only you know how to ${names.doing} it`);
    return there;
  }
  const path = `shared/domain/${names.context}/${names.module}/${names.noun}.ts`;
  if (plan.read(path) !== undefined) throw new Failure(`${path} is there, and has no record of the kind ${names.noun}`);
  const type = pascal(names.noun);
  const subject = {
    records: pascal(plural(names.noun)),
    type,
    from: path.replace('shared/domain', '#domain'),
    prefix: freePrefix(names.noun, new Set(existing.map(({ prefix }) => prefix))),
    view: `${type}View`,
  };
  plan.set(path, domainFile(names, subject, shown ? collectionOf(names) : undefined));
  const grown = grownBy(plan.read(KINDS) ?? '', /(RecordType<never>\[\] = \[)([^\]]*?),?\s*\]/, subject.records, KINDS);
  plan.set(KINDS, withImport(grown, subject.records, path.replace('shared/domain', '.')));
  return subject;
}

/** Three letters that name the kind in its ids: of the noun, in order, and no other kind's. */
export function freePrefix(noun: string, taken: ReadonlySet<string>): string {
  const letters = `${noun.replaceAll(/[^a-z]/g, '')}xyz`;
  for (let i = 1; i < letters.length; i += 1)
    for (let j = i + 1; j < letters.length; j += 1) {
      const prefix = `${letters[0]}${letters[i]}${letters[j]}`;
      if (!taken.has(prefix)) return prefix;
    }
  throw new Failure(`every prefix for ids of ${noun} is taken`);
}

function refuseRoute(root: string, names: Names): void {
  const same = (route: string) => route.replaceAll(/\{\w+\}/g, '{}');
  for (const path of globSync('shared/api/*/*.ts', { cwd: root }))
    for (const [, route = ''] of readFileSync(join(root, path), 'utf8').matchAll(/route: '([^']+)'/g))
      if (same(route) === same(routeOf(names))) throw new Failure(`${path} has the route ${route} already`);
}

function addRow(names: Names, subject: Subject, path: string, plan: Plan): void {
  const there = plan.read(path);
  if (there && new RegExp(`\\b${names.key}: \\{`).test(there)) throw new Failure(`${path} has an action ${names.key} already`);
  const entry = row(names, subject);
  let text = withEntry(there ?? moduleFile(names), 'defineModule', 2, entry);
  for (const [name, from] of rowImports(names, subject)) text = withImport(text, name, from);
  plan.set(path, /\bz\./.test(entry) ? withZod(text) : text);
  if (there) return;
  const name = camel(names.module);
  const list = plan.read('shared/api/modules.ts') ?? '';
  const grown = grownBy(list, /(const TABLES = \[)([^\]]*?),?\s*\]/, name, 'shared/api/modules.ts');
  plan.set('shared/api/modules.ts', withImport(grown, name, `./${names.context}/${names.module}.ts`));
}

/** The text of a file with one more name in its list. */
function grownBy(text: string, list: RegExp, name: string, path: string): string {
  const grown = text.replace(list, (_, head: string, all: string) => `${head}${all}, ${name}]`);
  if (grown === text) throw new Failure(`${path} has no list to add ${name} to`);
  return grown;
}

function write(root: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const { status, stdout, stderr } = spawnSync(join(NODE_BIN, 'biome'), ['check', '--write', ...files.keys()], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Failure(`the new files are written, but the linter is not content:\n${stdout}${stderr}`);
}
