import { camel, type Names, pascal, plural } from './names.ts';

/** The kind of record that an action is about. */
export interface Subject {
  /** Names exported by its file: `Invoices`, `Invoice`. */
  readonly records: string;
  readonly type: string;
  /** `#domain/finance/receivables/invoice.ts` */
  readonly from: string;
  readonly prefix: string;
  /** The view that its file exports, where it has one; then the scaffold knows what people enter too. */
  readonly view: string | undefined;
}

const idOf = (names: Names) => `${camel(names.noun)}Id`;
/** `/payables/bills`; `/suppliers` where the module is named by its one kind. */
export const collectionOf = ({ area, noun }: Names): string => (area === `/${plural(noun)}` ? area : `${area}/${plural(noun)}`);
const words = (kebab: string) => kebab.replaceAll('-', ' ');
const sentence = (kebab: string) => words(kebab).replace(/^./, (letter) => letter.toUpperCase());

export const profileOf = ({ doing }: Names): 'commands' | 'queries' => (doing === 'get' || doing === 'list' ? 'queries' : 'commands');

export function routeOf(names: Names): string {
  const one = `${collectionOf(names)}/{${idOf(names)}}`;
  if (names.doing === 'create') return `POST ${collectionOf(names)}`;
  if (names.doing === 'list') return `GET ${collectionOf(names)}`;
  return names.doing === 'get' ? `GET ${one}` : `POST ${one}/${names.verb}`;
}

/** The rulebook of a new kind of record. */
export const domainFile = (
  { noun }: Names,
  { records, type, prefix }: Subject,
  screen: string | undefined,
): string => `import * as z from 'zod/mini';
import { named, recordType } from '#kernel/record.ts';
import { stampFields } from '#kernel/stamps.ts';
import { storedOf } from '#kernel/stored.ts';

/** What people enter of a record of this kind. */
export const ${type}Input = z.strictObject({ name: z.string().check(z.trim(), z.minLength(1), z.maxLength(160)) });
export type ${type} = z.output<typeof ${type}Input>;

export const ${records} = recordType<${type}>({
  kind: '${noun}',
  prefix: '${prefix}',
  data: storedOf(${type}Input),
  history: 'all',
  list: named({ by: ({ name }) => name, words: ({ name }) => [name] }),
  summary: ({ name }) => ({ title: name }),
  screen: ${screen ? `'${screen}'` : "{ none: 'It has no page yet.' }"},
  read: 'member',
});

export const ${type}View = z.object({ id: z.string(), ...${type}Input.shape, ...stampFields });
`;

/** The table's row. */
export function row(names: Names, subject: Subject): string {
  const view = subject.view ?? 'z.object({ id: z.string(), ...stampFields })';
  // Documents have numbers in their ids: the rulebook's own schema, where there is one, says more than this.
  const id = subject.view ? `idWith('${subject.prefix}')` : 'AnyId';
  const path = `path: z.strictObject({ ${idOf(names)}: ${id} }),`;
  const parts = {
    create: `permission: 'company.write', profile: 'commands', body: ${subject.type}Input, output: ${view}, status: 201, example: { body: { name: 'Uno' } },`,
    get: `permission: 'member', profile: 'queries', ${path} output: ${view}, errors: ['${names.noun}.not_found'],`,
    list: `permission: 'member', profile: 'queries', query: z.strictObject({ ...pageQuery, order: z._default(z.enum(['asc', 'desc']), 'asc'), q: z.optional(z.string().check(z.maxLength(80))) }), output: pageOf(${view}), errors: ['cursor.invalid'],`,
    step: `permission: 'company.write', profile: 'commands', ${path} output: ${view}, dryRun: true, errors: ['${names.noun}.not_found'],`,
  };
  return `${names.key}: {\nroute: '${routeOf(names)}',\nsummary: '${sentence(names.action)}',\n${parts[names.doing]}\n}`;
}

/** A command's own file. */
export function commandFile(names: Names, { records, from, prefix }: Subject): string {
  const [table, spec] = [camel(names.module), `${camel(names.module)}.actions.${names.key}`];
  const create = names.doing === 'create';
  return `import { ${table} } from '#api/${names.context}/${names.module}.ts';
import { ${records} } from '${from}';
import { ${create ? 'create' : 'update'} } from '#kernel/record.ts';
import { ${create ? 'creates' : 'on'} } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';

${
  create
    ? `export const ${names.key} = command(${spec}, creates(${records}, '${prefix}'), ({ body, newId }) => [
  create(${records}, newId('${prefix}'), body),
]);`
    : `/** The step stands in the record's history; what else it changes is decided in the rulebook. */
export const ${names.key} = command(
  ${spec},
  on(${records}, (path) => path.${idOf(names)}),
  (_, record) => [update(${records}, record, record)],
);`
}
`;
}

/** A read, as it stands among the others of its module, and what it needs imported. */
export function readAction(
  names: Names,
  { records, from }: Subject,
): { readonly text: string; readonly imports: readonly (readonly [string, string])[] } {
  const spec = `${camel(names.module)}.actions.${names.key}`;
  const imports = [
    [camel(names.module), `#api/${names.context}/${names.module}.ts`],
    [records, from],
    ['stamped', '#kernel/stamps.ts'],
    ['plainQuery', '#runtime/action.ts'],
    ['serveModule', '../../platform/service.ts'],
  ] as const;
  if (names.doing === 'get')
    return {
      imports,
      text: `export const ${names.key} = plainQuery(${spec}, async ({ path, records }) =>
  stamped(await records.getOrThrow(${records}, path.${idOf(names)}, 'path.${idOf(names)}')),
);
`,
    };
  return {
    imports: [...imports, ['listRecords', '#runtime/lists.ts']],
    text: `export const ${names.key} = plainQuery(${spec}, async ({ query: input, records }) => {
  const page = await listRecords(records, ${records}, { ...input, buckets: ['all'], words: input.q });
  return { ...page, items: page.items.map(stamped) };
});
`,
  };
}

/** A Lambda entry with its first action. */
export const entryFile = ({ context, module, action, key }: Names): string => `import { serveModule } from '../../platform/service.ts';
import { ${camel(module)} } from '#api/${context}/${module}.ts';
import { ${key} } from './${action}.ts';

export const handler = serveModule(${camel(module)}, { ${key} });
`;

/** A table without rows yet. */
export const moduleFile = ({ context, module }: Names): string => `import { defineModule } from '#kernel/action.ts';

export const ${camel(module)} = defineModule('${context}/${module}', '${sentence(module)}', {});
`;

/** A test that calls the action through its Lambda handler. */
export function testFile(names: Names, subject: Subject): string {
  const { context, module, doing, noun } = names;
  const template = `'${routeOf(names)}'`;
  const concrete = template.includes('{') ? template.replaceAll("'", '`').replace(/\{\w+\}/, () => `\${id}`) : template;
  const unknown = `it('says that a ${words(noun)} is not there', async () => {
  const tenant = newTenant();
  const id = idFrom('${subject.prefix}', tenant, 'nothing');
  const answer = await call(handler, ${concrete}, ${template}, { tenant });
  expect([answer.status, answer.body.code]).toEqual([404, '${noun}.not_found']);
});
`;
  const made = `const tenant = newTenant();
  const id = idFrom('${subject.prefix}', tenant, 'one');
  await recordsOf(tenant).commit([create(${subject.records}, id, { name: 'Uno' })]);`;
  const bodies = {
    create: `it('${names.key} makes one record, however often the request is sent', async () => {
  const request = { tenant: newTenant(), key: randomUUID(), body: { name: 'Uno' } };
  const first = await call(handler, ${template}, ${template}, request);
  expect([first.status, first.body]).toEqual([201, expect.objectContaining({ name: 'Uno', rev: 1 })]);
  expect((await call(handler, ${template}, ${template}, request)).body).toEqual(first.body);
});
`,
    get: `it('${names.key} shows the record with who made it', async () => {
  ${made}
  const answer = await call(handler, ${concrete}, ${template}, { tenant });
  expect([answer.status, answer.body]).toEqual([200, expect.objectContaining({ id, name: 'Uno', createdBy: 'test@example.com' })]);
});

`,
    list: `it('${names.key} shows the company’s own records', async () => {
  ${made}
  const answer = await call(handler, ${template}, ${template}, { tenant });
  expect([answer.status, answer.body.items.map((item: { id: string }) => item.id)]).toEqual([200, [id]]);
});
`,
    step: `it('${names.key} is told in the record’s story, once for each request', async () => {
  ${made}
  const request = { tenant, key: randomUUID() };
  const first = await call(handler, ${concrete}, ${template}, request);
  expect([first.status, first.body.rev]).toEqual([200, 2]);
  expect((await call(handler, ${concrete}, ${template}, request)).body).toEqual(first.body);
});

`,
  };
  const body = subject.view === undefined ? unknown : `${bodies[doing]}${doing === 'get' || doing === 'step' ? unknown : ''}`;
  const uses = (name: string, line: string) => (new RegExp(`\\b${name}\\b`).test(body) ? line : '');
  return `${uses('randomUUID', "import { randomUUID } from 'node:crypto';\n")}import { expect, it } from 'vitest';
import { handler } from '../../../functions/${context}/${module}/${profileOf(names)}.ts';
${uses(`create\\(${subject.records}`, `import { ${subject.records} } from '${subject.from.replace('#domain', '../../../shared/domain')}';\nimport { create } from '../../../shared/kernel/record.ts';\n`)}${uses('idFrom', "import { idFrom } from '../../../shared/runtime/fingerprint.ts';\n")}import { call, newTenant } from '../../support/call.ts';
${uses('recordsOf', "import { recordsOf } from '../../support/company.ts';\n")}
${body}`;
}

/** What the row needs imported into the table's file: name and source. */
export function rowImports(names: Names, subject: Subject): (readonly [name: string, from: string])[] {
  const all = row(names, subject);
  const sources = [
    ['AnyId', '#kernel/id.ts'],
    ['idWith', '#kernel/id.ts'],
    ['pageOf', '#kernel/page.ts'],
    ['pageQuery', '#kernel/page.ts'],
    ['stampFields', '#kernel/stamps.ts'],
    [`${pascal(subject.type)}Input`, subject.from],
    [subject.view ?? 'z', subject.from],
  ] as const;
  return sources.filter(([name]) => name !== 'z' && new RegExp(`\\b${name}\\b`).test(all));
}
