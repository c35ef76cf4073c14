import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../../../infra/tools/local/workspace.ts';
import { withEntry, withImport } from '../../../infra/tools/scaffold/edits.ts';
import { namesFrom, plural, singular } from '../../../infra/tools/scaffold/names.ts';
import { freePrefix, scaffold, scaffoldKind } from '../../../infra/tools/scaffold/scaffold.ts';

/** A small part of this repository. */
const PARTS = [
  'biome.json',
  '.gitignore',
  'shared/api',
  'functions/sales/catalogue',
  'shared/domain/sales/catalogue',
  'shared/domain/kinds.ts',
];
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'new-'));
  for (const part of PARTS) cpSync(join(ROOT, part), join(root, part), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const paths = (): string[] => readdirSync(root, { recursive: true }).map(String).sort();

describe('a new action', () => {
  it('gets its file, its row, its place in the Lambda entry, and a test', () => {
    const written = scaffold(root, 'sales/catalogue', 'retire-item');
    expect(written).toEqual([
      'functions/sales/catalogue/retire-item.ts',
      'functions/sales/catalogue/commands.ts',
      'tests/integration/sales/retire-item.test.ts',
      'shared/api/sales/catalogue.ts',
    ]);
    expect(text('functions/sales/catalogue/retire-item.ts')).toContain('export const retireItem = command(');
    expect(text('functions/sales/catalogue/retire-item.ts')).toContain('on(Items, (path) => path.itemId),');
    const table = text('shared/api/sales/catalogue.ts');
    expect(table).toMatch(/ {2}retireItem: \{\n {4}route: 'POST \/items\/\{itemId\}\/retire',\n/);
    expect(table).toContain("errors: ['item.not_found'],");
    expect(text('functions/sales/catalogue/commands.ts')).toContain('serveModule(catalogue, { createItem, patchItem, retireItem })');
    expect(text('functions/sales/catalogue/commands.ts')).toContain("import { retireItem } from './retire-item.ts';");
    expect(text('tests/integration/sales/retire-item.test.ts')).toContain("'POST /items/{itemId}/retire'");
  });

  it('with a new kind of record gets a rulebook, and a prefix that no other kind has', () => {
    expect(scaffold(root, 'sales/catalogue', 'create-itemset')[0]).toBe('shared/domain/sales/catalogue/itemset.ts');
    // `ite` is free: the item's is itm, its code's itc
    expect(text('shared/domain/sales/catalogue/itemset.ts')).toContain("kind: 'itemset',\n  prefix: 'ite',");
    expect(scaffold(root, 'sales/catalogue', 'list-itemsets')).not.toContain('shared/domain/sales/catalogue/itemset.ts');
    expect(text('functions/sales/catalogue/queries.ts')).toMatch(/serveModule\(catalogue, \{[^}]*listItemsets[^}]*\}\)/);
    expect(text('functions/sales/catalogue/queries.ts')).toContain(
      "listRecords(records, Itemsets, { ...input, buckets: ['all'], words: input.q })",
    );
  });
});

describe('a new module', () => {
  it('gets a table, a Lambda entry, a rulebook, and its place among the modules', () => {
    expect(scaffold(root, 'hr/job-openings', 'create-job-opening')).toEqual([
      'shared/domain/hr/job-openings/job-opening.ts',
      'shared/domain/kinds.ts',
      'functions/hr/job-openings/create-job-opening.ts',
      'functions/hr/job-openings/commands.ts',
      'tests/integration/hr/create-job-opening.test.ts',
      'shared/api/hr/job-openings.ts',
      'shared/api/modules.ts',
    ]);
    expect(text('shared/api/hr/job-openings.ts')).toContain("export const jobOpenings = defineModule('hr/job-openings', 'Job openings', {");
    expect(text('shared/api/modules.ts')).toContain("import { jobOpenings } from './hr/job-openings.ts';");
    expect(text('shared/domain/kinds.ts')).toMatch(/\n {2}JobOpenings,\n\];/);
    expect(text('shared/api/modules.ts')).toMatch(/const TABLES = \[[^\]]*jobOpenings,?\s*\] as const/);
    expect(text('shared/api/hr/job-openings.ts')).toContain("route: 'POST /job-openings',");
    scaffold(root, 'hr/job-openings', 'create-interview');
    expect(text('shared/api/hr/job-openings.ts')).toContain("route: 'POST /job-openings/interviews',");
    scaffold(root, 'hr/job-openings', 'get-job-opening');
    expect(text('functions/hr/job-openings/queries.ts')).toMatch(/serveModule\(jobOpenings, \{\s*getJobOpening,?\s*\}\)/);
  });
});

describe('a new kind of record', () => {
  it('gets all that people need of it, and two lines in lists of the house', () => {
    const written = scaffoldKind(root, 'purchasing/couriers', 'courier', 'mensajero/mensajeros');
    expect(written).toEqual([
      'shared/domain/purchasing/couriers/courier.ts',
      'shared/domain/kinds.ts',
      'functions/purchasing/couriers/create-courier.ts',
      'functions/purchasing/couriers/commands.ts',
      'tests/integration/purchasing/create-courier.test.ts',
      'shared/api/purchasing/couriers.ts',
      'shared/api/modules.ts',
      'functions/purchasing/couriers/queries.ts',
      'tests/integration/purchasing/get-courier.test.ts',
      'tests/integration/purchasing/list-couriers.test.ts',
      'web/src/purchasing/couriers/screens.ts',
      'web/src/purchasing/couriers/courier-list.tsx',
      'web/src/purchasing/couriers/courier-record.tsx',
      'web/src/purchasing/couriers/new-courier.tsx',
      'web/src/purchasing/couriers/texts.es.ts',
      'web/src/purchasing/couriers/texts.en.ts',
    ]);
    expect(text('shared/domain/purchasing/couriers/courier.ts')).toContain("screen: '/couriers',");
    expect(text('functions/purchasing/couriers/queries.ts')).toMatch(/serveModule\(couriers, \{\s*getCourier,\s*listCouriers,?\s*\}\)/);
    expect(text('web/src/purchasing/couriers/screens.ts')).toContain("'/couriers/$courierId': () => ");
    expect(text('web/src/purchasing/couriers/texts.es.ts')).toContain("export const menu = { couriers: 'Mensajeros' };");
  });

  it('is refused where it is there, or has no Spanish name, and nothing is written', () => {
    const before = paths();
    expect(() => scaffoldKind(root, 'sales/catalogue', 'item', 'artículo/artículos')).toThrow('there is a kind item already');
    expect(() => scaffoldKind(root, 'purchasing/couriers', 'courier', 'mensajero')).toThrow('usage: npm run new');
    expect(paths()).toEqual(before);
  });
});

describe('what cannot be made', () => {
  it.each([
    [undefined, undefined, 'usage: npm run new -- <context>/<module> <verb-noun>'],
    ['sales/catalogue', undefined, 'usage: npm run new -- <context>/<module> <verb-noun>'],
    ['sales/catalogue/more', 'get-thing', 'usage: npm run new -- <context>/<module> <verb-noun>'],
    ['shop/catalogue', 'get-thing', 'shop is no context: choose of platform, finance, sales'],
    ['sales', 'get-thing', 'nothing is no name for a module'],
    ['sales/Catalogue', 'get-thing', 'Catalogue is no name for a module: lower-case words with hyphens between'],
    ['sales/catalogue', 'getThing', 'getThing is no name for an action'],
    ['sales/catalogue', 'get', 'get is not a verb and a noun, such as write-off-invoice'],
    ['sales/helpers', 'get-thing', 'helpers says nothing about what it does: choose a name without helpers'],
    ['sales/catalogue', 'get-common-thing', 'get-common-thing says nothing about what it does'],
    ['sales/catalogue', 'patch-item', 'functions/sales/catalogue/patch-item.ts is there already'],
    ['sales/items', 'create-item', 'shared/api/sales/catalogue.ts has the route POST /items already'],
    [
      'sales/catalogue',
      'create-item-code',
      '#domain/sales/catalogue/item.ts has the record item-code already: only you know how to create it',
    ],
  ])('%s %s', (target, action, message) => {
    const before = paths();
    expect(() => scaffold(root, target, action)).toThrow(message);
    expect(paths()).toEqual(before);
  });

  it('is the same action twice', () => {
    scaffold(root, 'sales/catalogue', 'retire-item');
    const [table, before] = [text('shared/api/sales/catalogue.ts'), paths()];
    expect(() => scaffold(root, 'sales/catalogue', 'retire-item')).toThrow('functions/sales/catalogue/retire-item.ts is there already');
    expect([text('shared/api/sales/catalogue.ts'), paths()]).toEqual([table, before]);
  });
});

describe('names', () => {
  it('tell verb and noun apart, by the kinds of record that there are', () => {
    expect(namesFrom('finance/receivables', 'write-off-invoice', ['invoice'])).toMatchObject({
      verb: 'write-off',
      noun: 'invoice',
      key: 'writeOffInvoice',
      doing: 'step',
    });
    expect(namesFrom('finance/receivables', 'send-credit-note', [])).toMatchObject({ verb: 'send', noun: 'credit-note', doing: 'step' });
    expect(namesFrom('sales/catalogue', 'list-categories', [])).toMatchObject({ noun: 'category', doing: 'list' });
  });

  it.each([
    ['order', 'orders'],
    ['category', 'categories'],
    ['day', 'days'],
    ['tax', 'taxes'],
    ['batch', 'batches'],
    ['credit-note', 'credit-notes'],
  ])('%s, %s', (one, many) => expect([plural(one), singular(many)]).toEqual([many, one]));

  it('give prefixes of three letters, each its own', () => {
    expect(freePrefix('timesheet', new Set())).toBe('tim');
    expect(freePrefix('timesheet', new Set(['tim', 'tie']))).toBe('tis');
    expect(freePrefix('ox', new Set())).toBe('oxx');
  });
});

describe('an edit', () => {
  it('adds an entry to the object that it is told, past strings and nested brackets', () => {
    const call = "defineModule('a, {b}', 'B', { one: { in: [1] }, ...more }, workers);";
    expect(withEntry(call, 'defineModule', 2, 'two: 2')).toBe(
      "defineModule('a, {b}', 'B', { one: { in: [1] }, ...more,\ntwo: 2,\n}, workers);",
    );
    expect(withEntry('serve(x, {});', 'serve', 1, 'one')).toBe('serve(x, {\none,\n});');
    expect(() => withEntry('serve(x, actions);', 'serve', 1, 'one')).toThrow('argument 2 of serve is no object in braces');
    expect(() => withEntry('nothing', 'serve', 1, 'one')).toThrow('there is no call of serve to add to');
  });

  it('joins imports from one file', () => {
    const line = "import { a } from './x.ts';\n";
    expect(withImport(line, 'b', './x.ts')).toBe("import { a, b } from './x.ts';\n");
    expect(withImport(line, 'a', './x.ts')).toBe(line);
    expect(withImport(line, 'b', './y.ts')).toBe(`import { b } from './y.ts';\n${line}`);
  });
});
