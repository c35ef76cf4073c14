import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../infra/tools/local/workspace.ts';
import { en } from '../../../web/src/i18n/en/index.ts';
import { es } from '../../../web/src/i18n/es/index.ts';
import { codeOf, sources } from '../../support/sources.ts';

/** `orders.ship.title` → its text, for every text of a language. */
function flat(texts: object, at = ''): Map<string, unknown> {
  const pairs = Object.entries(texts).map(([key, value]) => [at ? `${at}.${key}` : key, value] as const);
  return new Map(pairs.flatMap(([key, value]) => (typeof value === 'object' ? [...flat(value, key)] : [[key, value] as const])));
}
const spanish = flat(es);
const english = flat(en);

/** Looked up by words of the rules and of the API, which are English: English needs those alone that read badly. */
const OF_THE_API = /^(errors\.codes|fields\.messages)\./;
const PLURAL = /_(zero|one|two|few|many|other)$/;

describe('the texts of the console', () => {
  it('are the same in both languages, except those that the API says in English', () => {
    const keys = (texts: Map<string, unknown>) => [...texts.keys()].filter((key) => !OF_THE_API.test(key)).sort();
    expect(keys(english)).toEqual(keys(spanish));
    expect([...english.keys()].filter((key) => OF_THE_API.test(key) && !spanish.has(key))).toEqual([]);
  });

  it('are never empty, and take the same values in both languages', () => {
    const empty = [...spanish, ...english].filter(([, text]) => typeof text !== 'string' || text.trim() === '');
    expect(empty).toEqual([]);
    const slots = (text: unknown) => [...new Set(String(text).match(/\{\{\w+\}\}/g) ?? [])].sort().join();
    const differing = [...english].filter(([key, text]) => !PLURAL.test(key) && slots(text) !== slots(spanish.get(key)));
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('have all forms of a plural', () => {
    const plurals = new Set(
      [...spanish.keys()].filter((key) => PLURAL.test(key) && !OF_THE_API.test(key)).map((key) => key.replace(PLURAL, '')),
    );
    expect([...plurals].filter((key) => ['one', 'many', 'other'].some((form) => !spanish.has(`${key}_${form}`)))).toEqual([]);
  });

  it('are there for every key that a screen asks for', async () => {
    const screens = await sources('web/src/**/*.{ts,tsx}');
    const asked = screens.flatMap(({ path, text }) =>
      [...codeOf(text).matchAll(/\bt\(\s*(['`])((?:(?!\1).)+)\1/g)].map(([, , key = '']) => ({ path, key })),
    );
    expect(asked.length).toBeGreaterThan(100);
    const keys = [...spanish.keys(), ...[...spanish.keys()].map((key) => key.replace(PLURAL, ''))];
    // A key with a variable part, such as `shell.nav.${place}`, stands for every text that it can name; a whole branch
    // may be asked for as an object.
    const known = ({ key }: { key: string }) => {
      const parts = key.split(/\$\{[^}]+\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      const pattern = new RegExp(`^${parts.join('.+')}(\\..+)?$`);
      return keys.some((one) => pattern.test(one));
    };
    expect(asked.filter((one) => !known(one))).toEqual([]);
  });
});

describe('the refusals of the API', () => {
  it('have each a Spanish sentence that ends like one', async () => {
    const codes = codesIn(JSON.parse(await readFile(join(ROOT, 'openapi.json'), 'utf8')));
    expect(codes.size).toBeGreaterThan(100);
    expect(codes).toContain('customer-reference.exists');
    const known = es.errors.codes;
    expect([...codes].filter((code) => !known[code.replaceAll('.', '_')])).toEqual([]);
    expect(Object.values(known).filter((text) => !/^\p{Lu}.{15,}\.$/u.test(text))).toEqual([]);
  });
});

describe('what was done with a record', () => {
  it('is told in words, whoever or whatever did it', async () => {
    const document = JSON.parse(await readFile(join(ROOT, 'openapi.json'), 'utf8')) as {
      paths: Record<string, Record<string, { operationId: string }>>;
    };
    const written = Object.values(document.paths).flatMap((path) =>
      Object.entries(path).flatMap(([method, { operationId }]) => (method === 'get' ? [] : [operationId])),
    );
    expect(written).toContain('shipOrder');
    // Tasks of state machines stamp their own name, sweeps the code that stands in their file.
    const tasks = (await sources('functions/**/*.task.ts')).map(({ path }) => path.replace(/^.*\/|\.task\.ts$/g, ''));
    const camel = tasks.map((name) => name.replaceAll(/-[a-z]/g, (pair) => pair.charAt(1).toUpperCase()));
    const told: Readonly<Record<string, string>> = es.records.did;
    expect([...written, ...camel].filter((name) => !told[name])).toEqual([]);
  });

  it('is told of every state of a record', async () => {
    const states: Readonly<Record<string, Readonly<Record<string, string>>>> = es.states;
    const { components } = JSON.parse(await readFile(join(ROOT, 'openapi.json'), 'utf8'));
    const kinds = {
      Order: 'order',
      Invoice: 'invoice',
      Return: 'return',
      Import: 'import',
      Draft: 'draft',
      Period: 'period',
      ApiClient: 'api-client',
    };
    const untold = Object.entries(kinds).flatMap(([schema, kind]) => {
      const { state, status } = components.schemas[schema].properties as Record<string, { enum: string[] } | undefined>;
      const values = (status ?? state)?.enum ?? ['?'];
      return values.filter((value) => !states[kind]?.[value]).map((value) => `${kind}.${value}`);
    });
    expect(untold).toEqual([]);
  });
});

/** Every value of every `code` that is an enumeration. */
function codesIn(node: unknown, found = new Set<string>()): Set<string> {
  if (typeof node !== 'object' || node === null) return found;
  for (const [key, value] of Object.entries(node)) {
    const values = key === 'code' ? ((value as { enum?: string[]; const?: string }).enum ?? []) : [];
    for (const one of values) found.add(one);
    codesIn(value, found);
  }
  return found;
}
