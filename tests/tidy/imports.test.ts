import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../../infra/tools/local/workspace.ts';
import packageJson from '../../package.json' with { type: 'json' };

const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');

/** What each rule forbids: the file that does it, and what it imports. */
const FORBIDDEN: readonly (readonly [rule: string, from: string, imports: string])[] = [
  ['no-cycles', 'functions/sales/orders/about.ts', './around.ts'],
  ['resolvable', 'functions/sales/orders/lost.ts', './nowhere.ts'],
  ['kernel-alone', 'shared/kernel/money.ts', '#domain/sales/order.ts'],
  ['pure-libraries', 'shared/domain/sales/order.ts', '@aws-sdk/client-dynamodb'],
  ['pure-libraries', 'shared/kernel/date.ts', 'csv-parse'],
  ['pure-of-node', 'shared/domain/sales/order.ts', 'node:crypto'],
  ['pure-of-node', 'shared/kernel/id.ts', 'node:fs'],
  ['domain-inwards', 'shared/domain/sales/order.ts', '#runtime/records.ts'],
  ['domain-contexts', 'shared/domain/sales/order.ts', '#domain/finance/entry.ts'],
  ['runtime-without-business', 'shared/runtime/http.ts', '#domain/sales/order.ts'],
  ['functions-inwards', 'functions/sales/orders/place-order.ts', '../../../infra/app.ts'],
  ['functions-contexts', 'functions/sales/orders/place-order.ts', '../../finance/ledger/entry-store.ts'],
  ['functions-guarded', 'functions/sales/orders/queries.ts', '#runtime/http.ts'],
  ['tables-are-data', 'shared/api/sales/orders.ts', '#runtime/records.ts'],
  ['tables-are-data', 'shared/api/sales/drafts.ts', '../../../functions/sales/orders/place-order.ts'],
  ['sdk-at-the-edges', 'functions/sales/orders/place-order.ts', '@aws-sdk/client-dynamodb'],
  ['infra-reads-tables', 'infra/app.ts', '../functions/sales/orders/place-order.ts'],
  ['infra-reads-tables', 'infra/app.ts', '../shared/runtime/records.ts'],
  ['web-by-contract', 'web/src/main.ts', '../../functions/sales/orders/place-order.ts'],
  ['web-types-of-tables', 'web/src/orders.ts', '../../shared/api/sales/orders.ts'],
  ['web-types-of-tables', 'web/src/roles.ts', '../product.ts'],
  ['web-kit-below-areas', 'web/src/list/row-table.ts', '../sales/orders/order-lines.ts'],
  ['web-kit-below-areas', 'web/src/ui/notice.ts', '../shell/keys.ts'],
  ['web-areas', 'web/src/sales/catalogue/item-record.ts', '../../inventory/stock/item-stock.ts'],
  ['web-areas', 'web/src/insights/home/quick-actions.ts', '../../shell/commands.ts'],
  ['web-frame-loads-areas', 'web/src/shell/company-gate.ts', '../platform/first-company/set-up.ts'],
  ['nothing-imports-tests', 'infra/app.ts', '../tests/support/call.ts'],
];

/** What each place may do. */
const ALLOWED: readonly (readonly [from: string, imports: string])[] = [
  ['shared/kernel/page.ts', 'zod/mini'],
  ['shared/domain/sales/price.ts', '#domain/finance/events.ts'],
  ['shared/domain/sales/price.ts', '#kernel/money.ts'],
  ['functions/finance/ledger/entry-store.ts', '@aws-sdk/client-dynamodb'],
  ['functions/sales/orders/get-order.ts', '#domain/finance/entry.ts'],
  ['functions/sales/orders/get-order.ts', './order-store.ts'],
  ['functions/sales/orders/get-order.ts', '../../platform/service.ts'],
  ['functions/platform/service.ts', '#runtime/http.ts'],
  ['infra/app.ts', '../shared/api/sales/orders.ts'],
  ['web/product.ts', '../shared/api/sales/orders.ts'],
  ['web/src/sales/catalogue/item-view.ts', '../../inventory/public.ts'],
  ['web/src/sales/catalogue/item-view.ts', '../orders/order-lines.ts'],
  ['web/src/sales/catalogue/item-view.ts', '../../list/spec.ts'],
  ['web/src/view.ts', '../../shared/domain/sales/price.ts'],
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'imports-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Writes files with an import each, all others that they name empty, and returns what the rules say. */
async function rulesBroken(imports: readonly (readonly [from: string, imports: string])[]): Promise<string[]> {
  const root = await mkdtemp(join(folder, 'tree-'));
  const targets = imports.map(([from, name]) => fileOf(from, name)).filter((path) => path !== undefined && !path.endsWith('nowhere.ts'));
  for (const path of targets) await put(root, path ?? '', 'export {};\n');
  for (const [from] of imports) {
    const lines = imports.filter(([other]) => other === from).map(([, name]) => `import '${name}';\n`);
    await put(root, from, lines.join(''));
  }
  if (imports.some(([from]) => from.endsWith('/about.ts'))) await put(root, 'functions/sales/orders/around.ts', "import './about.ts';\n");
  await put(root, 'package.json', JSON.stringify({ ...packageJson, scripts: {} }));
  await put(
    root,
    'tsconfig.json',
    JSON.stringify({ compilerOptions: { module: 'NodeNext', allowImportingTsExtensions: true, noEmit: true } }),
  );
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  const { tsConfig, ...options } = config.options;
  const { output } = await cruise(
    ['functions', 'infra', 'shared', 'web'],
    { ...options, baseDir: root, validate: true, ruleSet: { forbidden: config.forbidden } },
    { extensions: ['.ts'], ...options.enhancedResolveOptions },
    { tsConfig: extractTsConfig(join(root, 'tsconfig.json')) },
  );
  return (output as ICruiseResult).summary.violations.map((v) => `${v.rule.name}: ${v.from}`);
}

async function put(root: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

/** The file that a relative or aliased import names. */
function fileOf(from: string, name: string): string | undefined {
  if (name.startsWith('#')) return `shared/${name.slice(1)}`;
  return name.startsWith('.') ? join(dirname(from), name) : undefined;
}

it('refuses what architecture forbids, rule by rule', async () => {
  const broken = await rulesBroken(FORBIDDEN.map(([, from, imports]) => [from, imports]));
  expect(FORBIDDEN.filter(([rule, from]) => !broken.includes(`${rule}: ${from}`))).toEqual([]);
});

it('tries each of its rules', () => {
  const names: string[] = config.forbidden.map((rule: { name: string }) => rule.name);
  expect(names.filter((name) => !FORBIDDEN.some(([rule]) => rule === name))).toEqual([]);
});

it('allows what each place is there for', async () => {
  expect(await rulesBroken(ALLOWED)).toEqual([]);
});
