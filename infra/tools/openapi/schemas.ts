import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { ActionSpec, Schema } from '../../../shared/kernel/action.ts';
import { BusinessDate } from '../../../shared/kernel/date.ts';
import {
  AmountView,
  AnyMoney,
  CURRENCIES,
  Money,
  MoneySum,
  NonNegativeMoney,
  NonZeroAmount,
  NonZeroMoney,
  PositiveAmount,
  PositiveMoney,
} from '../../../shared/kernel/money.ts';
import { pageQuery } from '../../../shared/kernel/page.ts';
import { byName, type Json, pascal } from './json.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** What a check in code says and its JSON Schema cannot know by itself. */
const STATED = new Map<Schema, Json>([
  [Money, money('^-?\\d{1,14}(\\.\\d{1,2})?$', 'An amount as decimal text, never a number: exact to the cent.')],
  [MoneySum, money('^-?\\d{1,24}(\\.\\d{1,2})?$', 'A sum over the books: exact to the cent, whatever it comes to.')],
  [AnyMoney, money('^-?\\d{1,10}(\\.\\d{1,2})?$', 'An amount of either sign.')],
  [PositiveMoney, money('^(?!0+(\\.0+)?$)\\d{1,10}(\\.\\d{1,2})?$', 'An amount greater than zero.')],
  [NonZeroMoney, money('^-?(?!0+(\\.0+)?$)\\d{1,10}(\\.\\d{1,2})?$', 'An amount of either sign, and not zero.')],
  [NonNegativeMoney, money('^(-0+(\\.0+)?|\\d{1,10}(\\.\\d{1,2})?)$', 'An amount of zero or more.')],
  [AmountView, amount('^-?\\d{1,14}(\\.\\d{1,3})?$', 'An amount in a currency, with its decimals.')],
  [PositiveAmount, amount('^(?!0+(\\.0+)?$)\\d{1,10}(\\.\\d{1,2})?$', 'An amount in a currency, greater than zero.')],
  [NonZeroAmount, amount('^-?(?!0+(\\.0+)?$)\\d{1,10}(\\.\\d{1,2})?$', 'An amount in a currency, of either sign, and not zero.')],
  [BusinessDate, { type: 'string', format: 'date' }],
  [pageQuery.limit, { type: 'integer', minimum: 1, maximum: 100, default: 25 }],
]);

function money(pattern: string, description: string): Json {
  return moneyOf({ type: 'string', const: 'EUR' }, pattern, description);
}
function amount(pattern: string, description: string): Json {
  return moneyOf({ type: 'string', enum: [...CURRENCIES] }, pattern, description);
}
function moneyOf(currency: Json, pattern: string, description: string): Json {
  const properties = { amount: { type: 'string', pattern }, currency };
  return { type: 'object', description, properties, required: ['amount', 'currency'], additionalProperties: false };
}

/** The JSON Schemas of every action, with a reference wherever a schema has a name. */
export class Schemas {
  readonly #names: ReadonlyMap<Schema, string>;
  readonly #json: Record<string, Json>;

  private constructor(names: ReadonlyMap<Schema, string>) {
    this.#names = names;
    const registry = z.registry<{ id: string }>();
    for (const [schema, id] of names) registry.add(schema, { id });
    const { schemas } = z.toJSONSchema(registry, { io: 'input', metadata: registry, uri: refTo, override });
    this.#json = Object.fromEntries(
      Object.entries(schemas).map(([name, { $id, $schema, id, ...json }]) => [name, JSON.parse(JSON.stringify(json)) as Json]),
    );
  }

  /** @throws Error where two different schemas have one name. */
  static async of(actions: ReadonlyMap<string, ActionSpec>): Promise<Schemas> {
    return new Schemas(await namesOf(actions));
  }

  ref(schema: Schema): Json {
    return { $ref: refTo(this.#names.get(schema) ?? '') };
  }

  /** What it describes, for a schema that is taken apart into parameters. */
  json(schema: Schema): Json {
    return this.#json[this.#names.get(schema) ?? ''] ?? {};
  }

  /** All that these parts of the document refer to, directly or not, by name. */
  usedBy(parts: unknown): Record<string, Json> {
    const used = new Map<string, Json>();
    const collect = (part: unknown): void => {
      for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
        const json = this.#json[name];
        if (!json || used.has(name)) continue;
        used.set(name, json);
        collect(json);
      }
    };
    collect(parts);
    return Object.fromEntries([...used].sort(byName));
  }
}

const refTo = (name: string): string => `#/components/schemas/${name}`;

function override({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  const json = jsonSchema as Json;
  const stated = STATED.get(zodSchema as unknown as Schema) ?? (isFlag(json) ? { type: 'boolean' } : undefined);
  if (stated) replace(json, { ...(json.pattern && !stated.properties ? { pattern: json.pattern } : {}), ...stated });
  if (json.maximum === Number.MAX_SAFE_INTEGER) delete json.maximum;
  if (json.minimum === Number.MIN_SAFE_INTEGER) delete json.minimum;
  // The pattern beside it is what is checked; "email" means more to some readers.
  if (json.format === 'email') delete json.format;
  // Not every reader of patterns knows Unicode's classes.
  if (typeof json.pattern === 'string') json.pattern = json.pattern.replaceAll('\\p{Cc}', '\\x00-\\x1f\\x7f-\\x9f');
}

/** A query parameter that says yes or no. */
const isFlag = ({ enum: values }: Json): boolean => Array.isArray(values) && values.join() === 'true,false';

function replace(json: Json, by: Json): void {
  for (const key of Object.keys(json)) delete json[key];
  Object.assign(json, by);
}

/** The name of every schema that an action or another schema may refer to. */
async function namesOf(actions: ReadonlyMap<string, ActionSpec>): Promise<ReadonlyMap<Schema, string>> {
  const names = await exportedNames(partsOf([...actions.values()].flatMap(({ body, output, path, query }) => [body, output, path, query])));
  const add = (schema: Schema | undefined, name: string): void => {
    if (schema && !names.has(schema)) names.set(schema, name);
  };
  for (const [action, { body, output, path, query }] of actions) {
    add(body, `${pascal(action)}Request`);
    add(output, pageName(output, names) ?? `${pascal(action)}Result`);
    add(path, `${pascal(action)}Path`);
    add(query, `${pascal(action)}Query`);
  }
  return names;
}

/**
 * Schemas of the API that the kernel or the rulebook exports bear the name of the export, without `View`. Where two exports have the
 * same name for different schemas, both get their module's name before it.
 */
async function exportedNames(parts: ReadonlySet<unknown>): Promise<Map<Schema, string>> {
  const files = (await Array.fromAsync(glob('shared/{kernel,domain,api}/**/*.ts', { cwd: ROOT }))).sort();
  const found = new Map<Schema, { readonly name: string; readonly module: string }>();
  for (const file of files)
    for (const [name, value] of Object.entries((await import(join(ROOT, file))) as Record<string, unknown>))
      if (/^[A-Z]/.test(name) && isSchema(value) && parts.has(value) && !found.has(value))
        found.set(value, { name, module: moduleOf(file) });
  const times = (of: (name: string) => string) => Map.groupBy([...found.values()], ({ name }) => of(name));
  const [whole, short] = [times((name) => name), times((name) => name.replace(/View$/, ''))];
  const nameOf = ({ name, module }: { readonly name: string; readonly module: string }): string => {
    const shorter = name.replace(/View$/, '');
    if (short.get(shorter)?.length === 1) return shorter;
    return whole.get(name)?.length === 1 ? name : `${module}${name}`;
  };
  return new Map([...found].map(([schema, from]) => [schema, nameOf(from)]));
}

/** Schemas with all that they are made of: what records hold is described by schemas too, and is nobody's business. */
function partsOf(schemas: readonly unknown[], found = new Set<unknown>()): ReadonlySet<unknown> {
  for (const schema of schemas)
    if (Array.isArray(schema)) partsOf(schema, found);
    else if (isSchema(schema)) {
      if (found.has(schema)) continue;
      found.add(schema);
      partsOf(Object.values(schema._zod.def), found);
    } else if (typeof schema === 'object' && schema !== null && Object.getPrototypeOf(schema) === Object.prototype)
      partsOf(Object.values(schema), found);
  return found;
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && '_zod' in value;

/** `shared/domain/crm/customers/wire.ts` → `Customers` */
const moduleOf = (file: string): string =>
  (file.split('/').at(-2) ?? '').replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());

/** `{ items: Order[], nextCursor }` → `OrderPage` */
function pageName(output: Schema, names: ReadonlyMap<Schema, string>): string | undefined {
  const { items, nextCursor } =
    (output as { shape?: { items?: { _zod: { def: { element?: Schema } } }; nextCursor?: unknown } }).shape ?? {};
  const item = nextCursor && items?._zod.def.element && names.get(items._zod.def.element);
  return item ? `${item}Page` : undefined;
}
