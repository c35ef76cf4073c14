import * as z from 'zod/mini';
import type { Schema } from '../../../shared/kernel/action.ts';
import { BusinessDate } from '../../../shared/kernel/date.ts';
import { AnyMoney, Money, NonNegativeMoney, PositiveMoney } from '../../../shared/kernel/money.ts';
import { pageQuery } from '../../../shared/kernel/page.ts';
import { canonical } from '../../../shared/runtime/fingerprint.ts';
import { byName, isJson, type Json, pascal, refTo, rewrite, singular } from './json.ts';

/** Marks a node that comes from a named schema, until it is replaced by a reference. */
const NAME = 'x-name';

/** What a check in code says and its JSON Schema cannot know by itself. */
const KNOWN = new Map<Schema, (json: Json) => void>([
  [Money, (json) => Object.assign(json, { description: 'An amount as decimal text, never a number: no rounding on the way.' })],
  [AnyMoney, (json) => Object.assign(json, { description: 'An amount of either sign.' })],
  [PositiveMoney, (json) => amounts(json, '^(?!0+(\\.0+)?$)\\d{1,10}(\\.\\d{1,2})?$', 'An amount greater than zero.')],
  [NonNegativeMoney, (json) => amounts(json, '^(-0+(\\.0+)?|\\d{1,10}(\\.\\d{1,2})?)$', 'An amount of zero or more.')],
  [BusinessDate, (json) => Object.assign(json, { format: 'date' })],
  [pageQuery.limit, (json) => replace(json, { type: 'integer', minimum: 1, maximum: 100, default: 25 })],
]);

function amounts(json: Json, pattern: string, description: string): void {
  const { amount, ...rest } = json.properties as Json;
  Object.assign(json, { description, properties: { amount: { ...(amount as Json), pattern }, ...rest } });
}

function replace(json: Json, by: Json): void {
  for (const key of Object.keys(json)) delete json[key];
  Object.assign(json, by);
}

/** The schemas of the document: each named thing once, everything else where it is used. */
export class Components {
  readonly #names: ReadonlyMap<Schema, string>;
  readonly #schemas = new Map<string, Json>();

  constructor(names: ReadonlyMap<Schema, string>) {
    this.#names = names;
  }

  /** A schema as it stands on the wire, with references for the named ones in it. */
  wire(schema: Schema): Json {
    const { $schema, ...json } = z.toJSONSchema(schema, {
      io: 'input',
      override: ({ zodSchema, jsonSchema }) => this.#mark(zodSchema as unknown as Schema, jsonSchema as Json),
    });
    return rewrite(json, (node) => this.#refer(node)) as Json;
  }

  /** The schema's own fields, even where it has a name: for what is taken apart into parameters. */
  inline(schema: Schema): Json {
    const json = this.wire(schema);
    return typeof json.$ref === 'string' ? (this.#schemas.get(nameOf(json.$ref)) ?? {}) : json;
  }

  /** A reference to the schema: by its own name, that of the page's items, or `name`. */
  named(schema: Schema, name: string): Json {
    const json = this.wire(schema);
    if (typeof json.$ref === 'string') return json;
    return this.add(pageName(json) ?? name, json);
  }

  /** @throws Error when two different schemas would bear one name. */
  add(name: string, json: Json): Json {
    const known = this.#schemas.get(name);
    if (known && canonical(known) !== canonical(json)) throw new Error(`two different schemas are named ${name}`);
    this.#schemas.set(name, json);
    return refTo(name);
  }

  #mark(schema: Schema, json: Json): void {
    const name = this.#names.get(schema);
    KNOWN.get(schema)?.(json);
    if (json.maximum === Number.MAX_SAFE_INTEGER) delete json.maximum;
    if (json.minimum === Number.MIN_SAFE_INTEGER) delete json.minimum;
    // The pattern beside it is what is checked; "email" means more to some readers.
    if (json.format === 'email') delete json.format;
    // Not every reader of patterns knows Unicode's classes.
    if (typeof json.pattern === 'string') json.pattern = json.pattern.replaceAll('\\p{Cc}', '\\x00-\\x1f\\x7f-\\x9f');
    if (isFlag(json)) replace(json, { type: 'boolean' });
    if (name && json.$ref === undefined) json[NAME] = name;
  }

  #refer(node: Json): Json {
    const { [NAME]: name, default: preset, ...json } = node;
    if (typeof name !== 'string') return node;
    return { ...this.add(name, json), ...(preset === undefined ? {} : { default: preset }) };
  }

  /** Puts `schemas` into the document's components, and shortens names and repetitions all over it. */
  finish(document: Json): Json {
    const schemas = Object.fromEntries([...this.#schemas].sort(byName));
    const whole = { ...document, components: { ...(document.components as Json), schemas } };
    return pruned(shortened(hoisted(whole)));
  }
}

/** A query parameter that says yes or no. */
const isFlag = (json: Json): boolean => canonical(json.enum) === canonical(['true', 'false']);

/** `{ items: Order[], nextCursor }` → `OrderPage` */
function pageName(json: Json): string | undefined {
  const { items, nextCursor } = (json.properties ?? {}) as { items?: { items?: Json }; nextCursor?: Json };
  const ref = items?.items?.$ref;
  return nextCursor && typeof ref === 'string' ? `${nameOf(ref).replace(/View$/, '')}Page` : undefined;
}

const nameOf = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);

/** An object that stands in several places becomes a schema of its own, named after the first of them. */
function hoisted(document: Json): Json {
  const schemas = { ...schemasOf(document) };
  for (;;) {
    const places = new Map<string, string[]>();
    for (const [name, schema] of Object.entries(schemas))
      rewrite(schema, (node, place) => {
        if (place.length > 0 && node.type === 'object' && Object.keys((node.properties ?? {}) as Json).length > 1)
          places.set(canonical(node), [...(places.get(canonical(node)) ?? []), `${name}${lastProperty(place)}`]);
        return node;
      });
    const again = [...places].find(([, names]) => names.length > 1);
    if (!again) return { ...document, components: { ...(document.components as Json), schemas: sorted(schemas) } };
    const [text, names] = again;
    const name = (names.find((place) => !/Result[A-Z]/.test(place)) ?? names[0] ?? '').replace(/View(?=[A-Z])/, '');
    if (schemas[name]) throw new Error(`two different schemas are named ${name}`);
    for (const [key, schema] of Object.entries(schemas))
      schemas[key] = rewrite(schema, (node, place) => (place.length > 0 && canonical(node) === text ? refTo(name) : node)) as Json;
    schemas[name] = JSON.parse(text) as Json;
  }
}

const lastProperty = (place: readonly string[]): string => singular(place.findLast((key) => !/^(\d+|items|anyOf)$/.test(key)) ?? '');

/** `OrderView` becomes `Order` wherever nothing else has that name. */
function shortened(document: Json): Json {
  const schemas = schemasOf(document);
  const short = (name: string): string => {
    const shorter = name.replace(/View$/, '');
    return schemas[shorter] ? name : shorter;
  };
  const renamed = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [short(name), schema]));
  const whole = { ...document, components: { ...(document.components as Json), schemas: sorted(renamed) } };
  return rewrite(whole, (node) =>
    typeof node.$ref === 'string' && node.$ref.startsWith('#/components/schemas/') ? { ...node, ...refTo(short(nameOf(node.$ref))) } : node,
  ) as Json;
}

/** Without schemas that nothing refers to: those that were taken apart into parameters. */
function pruned(document: Json): Json {
  const schemas = schemasOf(document);
  const text = JSON.stringify(document);
  const used = Object.entries(schemas).filter(([name]) => text.includes(`"#/components/schemas/${name}"`));
  return { ...document, components: { ...(document.components as Json), schemas: Object.fromEntries(used) } };
}

const sorted = (schemas: Json): Json => Object.fromEntries(Object.entries(schemas).sort(byName));

function schemasOf(document: Json): Record<string, Json> {
  const components = isJson(document.components) ? document.components : {};
  return (components.schemas ?? {}) as Record<string, Json>;
}

export const requestName = (action: string): string => `${pascal(action)}Request`;
export const resultName = (action: string): string => `${pascal(action)}Result`;
