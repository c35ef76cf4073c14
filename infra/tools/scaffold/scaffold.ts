import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '../local/failure.ts';
import { NODE_BIN } from '../local/workspace.ts';
import { withEntry, withImport, withZod } from './edits.ts';
import { camel, type Names, namesFrom, pascal, plural } from './names.ts';
import { actionFile, domainFile, entryFile, moduleFile, profileOf, routeOf, row, rowImports, type Subject, testFile } from './templates.ts';

/** A kind of record that the rulebook knows. */
interface Known extends Subject {
  readonly kind: string;
  readonly text: string;
}

/** Written out, or by a function that gives several kinds the same list. */
const RECORD_TYPE = /export const (\w+) = \w+<([^>]+)>\((?:\{\s*kind: )?'([a-z-]+)',\s*(?:prefix: )?'([a-z]+)'/g;

/**
 * Adds an action: its file, its row, its place in the Lambda entry, a test, and whatever of the module is not there yet.
 * Everything is checked before the first file is written.
 * @returns the written paths, from the root. @throws Failure on a bad name, and on anything that is there already.
 */
export function scaffold(root: string, target: string | undefined, action: string | undefined): string[] {
  const known = knownRecords(root);
  const names = namesFrom(
    target,
    action,
    known.map(({ kind }) => kind),
  );
  const folder = `functions/${names.context}/${names.module}`;
  const files = new Map<string, string>();
  const read = (path: string) => files.get(path) ?? (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined);
  const test = `tests/integration/${names.context}/${names.action}.test.ts`;
  for (const path of [`${folder}/${names.action}.ts`, test])
    if (existsSync(join(root, path))) throw new Failure(`${path} is there already`);
  refuseRoute(root, names);
  const subject = subjectOf(root, names, known, files);
  files.set(`${folder}/${names.action}.ts`, actionFile(names, subject));
  files.set(test, testFile(names, subject));
  addRow(names, subject, `${folder}/module.ts`, read, files);
  const entry = `${folder}/${profileOf(names)}.ts`;
  const entryText = read(entry);
  files.set(
    entry,
    entryText ? withImport(withEntry(entryText, 'serve', 1, names.key), names.key, `./${names.action}.ts`) : entryFile(names),
  );
  write(root, files);
  return [...files.keys()];
}

function knownRecords(root: string): Known[] {
  return globSync('shared/domain/**/*.ts', { cwd: root }).flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return [...text.matchAll(RECORD_TYPE)].map(([, records = '', type = '', kind = '', prefix = '']) => {
      const view =
        text.includes(`export const ${type}View = `) && text.includes(`export const ${type}Input = `) ? `${type}View` : undefined;
      return { kind, records, type, prefix, view, text, from: path.replaceAll('\\', '/').replace(/^shared\/domain/, '#domain') };
    });
  });
}

/** The kind of record that the action is about: one that is there, or a new one beside the module's rulebook. */
function subjectOf(root: string, names: Names, known: readonly Known[], files: Map<string, string>): Subject {
  const there = known.find(({ kind }) => kind === names.noun);
  if (there) {
    const named = /^\w+$/.test(there.type);
    const isListed = names.doing === 'list' && there.view !== undefined && there.text.includes("bucket: 'all'");
    const knows = names.doing === 'get' || (names.doing === 'step' && named) || isListed;
    if (!knows) throw new Failure(`${there.from} has the record ${names.noun} already: only you know how to ${names.doing} it`);
    return there;
  }
  const path = `shared/domain/${names.context}/${names.module}/${names.noun}.ts`;
  if (existsSync(join(root, path))) throw new Failure(`${path} is there, and has no record of the kind ${names.noun}`);
  const type = pascal(names.noun);
  const subject = {
    records: pascal(plural(names.noun)),
    type,
    from: path.replace('shared/domain', '#domain'),
    prefix: freePrefix(names.noun, new Set(known.map(({ prefix }) => prefix))),
    view: `${type}View`,
  };
  files.set(path, domainFile(names, subject));
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
  for (const path of globSync('functions/*/*/module*.ts', { cwd: root }))
    for (const [, route = ''] of readFileSync(join(root, path), 'utf8').matchAll(/route: '([^']+)'/g))
      if (same(route) === same(routeOf(names))) throw new Failure(`${path} has the route ${route} already`);
}

function addRow(
  names: Names,
  subject: Subject,
  path: string,
  read: (path: string) => string | undefined,
  files: Map<string, string>,
): void {
  const there = read(path);
  if (there && new RegExp(`\\b${names.key}: \\{`).test(there)) throw new Failure(`${path} has an action ${names.key} already`);
  const entry = row(names, subject);
  let text = withEntry(there ?? moduleFile(names), 'defineModule', 2, entry);
  for (const [name, from] of rowImports(names, subject)) text = withImport(text, name, from);
  files.set(path, /\bz\./.test(entry) ? withZod(text) : text);
  if (there) return;
  const name = camel(names.module);
  const list = read('infra/modules.ts') ?? '';
  const grown = list.replace(
    /(MODULES: readonly ModuleSpec\[\] = \[)([^\]]*?),?\s*\]/,
    (_, head: string, all: string) => `${head}${all}, ${name}]`,
  );
  if (grown === list) throw new Failure('infra/modules.ts has no list MODULES to add to');
  files.set('infra/modules.ts', withImport(grown, name, `../functions/${names.context}/${names.module}/module.ts`));
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
