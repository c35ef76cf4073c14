import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KINDS } from 'virtual:product';
import { describe, expect, it } from 'vitest';
import { FOUND_KINDS, POSTING_KINDS } from '#domain/kinds.ts';
import { areaOf, PERMISSION_NAMES } from '#kernel/permission.ts';
import { ROOT } from '../../../infra/tools/local/workspace.ts';
import { en } from '../../../web/src/i18n/en.ts';
import { es } from '../../../web/src/i18n/es.ts';
import { FORM_NAMES } from '../../../web/src/i18n/figures.ts';
import { hrefOf, kindOf, numberOf } from '../../../web/src/record/kinds.ts';
import { slotsOf } from '../../../web/src/ui/problem-text.ts';
import { refusalSites, type Site } from '../../support/refusal-params.ts';
import { codeOf, sources } from '../../support/sources.ts';

/** `orders.ship.title` → its text, for every text of a language. */
function flat(texts: object, at = ''): Map<string, unknown> {
  const pairs = Object.entries(texts).map(([key, value]) => [at ? `${at}.${key}` : key, value] as const);
  return new Map(pairs.flatMap(([key, value]) => (typeof value === 'object' ? [...flat(value, key)] : [[key, value] as const])));
}
const spanish = flat(es);
const english = flat(en);

/** Looked up by words of the rules and of the API, which are English: English needs those alone that read badly. */
const OF_THE_API = /^(errors\.(codes|figures|rows|wanted|files)|fields\.messages)\./;
const PLURAL = /_(zero|one|two|few|many|other)$/;

describe('the texts of the console', () => {
  it('name every kind that posts, for the journal', () => {
    const nameless = POSTING_KINDS.filter(({ kind }) => [spanish, english].some((texts) => !texts.has(`books.sources.${kind}`)));
    expect(nameless.map(({ kind }) => kind)).toEqual([]);
  });

  it('name every permission, by area and by name, wherever its module tells it', () => {
    for (const texts of [spanish, english]) {
      const told = (branch: string) => [...texts.keys()].filter((key) => key.startsWith(branch)).map((key) => key.slice(branch.length));
      expect(told('permissions.names.').sort()).toEqual(['member', ...PERMISSION_NAMES].sort());
      expect(told('permissions.areas.').sort()).toEqual([...new Set(PERMISSION_NAMES.map(areaOf))].sort());
    }
  });

  it('are the same in both languages, except those that the API says in English', () => {
    const keys = (texts: Map<string, unknown>) => [...texts.keys()].filter((key) => !OF_THE_API.test(key)).sort();
    expect(keys(english)).toEqual(keys(spanish));
    expect([...english.keys()].filter((key) => OF_THE_API.test(key) && !spanish.has(key))).toEqual([]);
  });

  it('are never empty, and take the same values in both languages', () => {
    const empty = [...spanish, ...english].filter(([, text]) => typeof text !== 'string' || text.trim() === '');
    expect(empty).toEqual([]);
    const slots = (text: unknown) => [...new Set(String(text).match(/\{\{\w+(, [\w.]+)?\}\}/g) ?? [])].sort().join();
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
    const used = screens.flatMap(({ path, text }) =>
      [...codeOf(text).matchAll(/\bt\(\s*(['`])((?:(?!\1).)+)\1/g)].map(([, , key = '']) => ({ path, key })),
    );
    expect(used.length).toBeGreaterThan(100);
    const keys = [...spanish.keys(), ...[...spanish.keys()].map((key) => key.replace(PLURAL, ''))];
    // A key with a variable part, such as `menu.${place}`, stands for every text that it can name; a whole branch
    // may be asked for as an object.
    const isTold = ({ key }: { key: string }) => {
      const parts = key.split(/\$\{[^}]+\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      const pattern = new RegExp(`^${parts.join('.+')}(\\..+)?$`);
      return keys.some((one) => pattern.test(one));
    };
    expect(used.filter((one) => !isTold(one))).toEqual([]);
  });
});

describe('the refusals of the API', () => {
  it('have each a Spanish sentence that ends like one', async () => {
    const codes = codesIn(JSON.parse(await readFile(join(ROOT, 'openapi.json'), 'utf8')));
    expect(codes.size).toBeGreaterThan(100);
    expect(codes).toContain('customer-reference.exists');
    const sentences = es.errors.codes;
    expect([...codes].filter((code) => !sentences[code.replaceAll('.', '_')])).toEqual([]);
    expect(Object.values(sentences).filter((text) => !/^\p{Lu}.{15,}\.$/u.test(text))).toEqual([]);
  });
});

describe('the figures of refusals', async () => {
  const sites = await refusalSites();
  const keyOf = (code: string) => code.replaceAll('.', '_');
  // A record that is there already names its id, whatever its kind.
  const exists: Site = { place: 'shared/runtime/problem.ts', code: 'exists', why: undefined, params: ['id'], names: true };
  /** Whether a refusal of this place is told by the sentence of this key. */
  const tells = (key: string, { code, why }: Site): boolean => {
    if (key.endsWith('_exists') && code === 'exists') return true;
    const [noun, fault = ''] = code.split('}.');
    const stem = noun?.startsWith('${')
      ? key.includes(`_${fault}`)
        ? `${key.slice(0, key.indexOf(`_${fault}`))}_${fault}`
        : ''
      : keyOf(code);
    return key === stem || (why === '*' ? key.startsWith(`${stem}_`) : key === `${stem}_${why}`);
  };

  it('are among what the code gives, for every sentence of every code', () => {
    expect(sites.length).toBeGreaterThan(130);
    const figures = [...Object.entries(es.errors.figures), ...Object.entries(en.errors.figures)];
    expect(figures.length).toBeGreaterThan(90);
    const unfilled = figures.flatMap(([key, text]) => {
      const mine = [...sites, exists].filter((site) => tells(key, site));
      return mine.some(({ params }) => slotsOf(text).every((slot) => params.includes(slot))) ? [] : [key];
    });
    expect(unfilled).toEqual([]);
  });

  it('stand in no sentence that is said without them', () => {
    const plain = { ...es.errors.codes, ...en.errors.codes };
    expect(Object.values(plain).filter((text) => slotsOf(text).length > 0)).toEqual([]);
  });

  it('are given wherever the API names something itself', () => {
    const without = sites.filter(({ names, params }) => names && params.length === 0).map(({ place }) => place.replace(/^.*\//, ''));
    expect(without.sort()).toEqual([
      // Of a request that no screen sends.
      "json.ts: 'body.malformed'",
      "parse.ts: 'input.invalid'",
      "request.ts: 'input.invalid'",
      "request.ts: 'input.invalid'",
    ]);
  });

  it('are written in forms that there are, and end like sentences', () => {
    const { figures, rows, files } = es.errors;
    const all = [...Object.values(figures), ...Object.values(rows), ...Object.values(files)];
    const forms = new Set(all.flatMap((text) => [...text.matchAll(/\{\{\w+, ([^}]+)\}\}/g)].map(([, form = '']) => form)));
    const branches = new Set([...spanish.keys()].map((key) => key.slice(0, key.lastIndexOf('.'))));
    expect([...forms].filter((form) => !FORM_NAMES.includes(form) && !branches.has(form))).toEqual([]);
    expect(all.filter((text) => !/^[\p{Lu}{].{12,}\.$/u.test(text))).toEqual([]);
  });

  it('have a sentence of their code that is said where there are none', () => {
    const codes = Object.keys(es.errors.codes);
    expect(Object.keys(es.errors.figures).filter((key) => !codes.some((code) => key === code || key.startsWith(`${code}_`)))).toEqual([]);
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
    const names: Readonly<Record<string, string>> = es.records.did;
    expect([...written, ...camel].filter((name) => !names[name])).toEqual([]);
  });
});

/** Every value of every `code` that is an enumeration. */
function codesIn(node: unknown, found = new Set<string>()): Set<string> {
  if (typeof node !== 'object' || node === null) return found;
  for (const [key, value] of Object.entries(node)) {
    const codes = key !== 'x-errors' ? [] : Array.isArray(value) ? value : Object.keys(value);
    for (const code of codes) found.add(code);
    codesIn(value, found);
  }
  return found;
}

describe('the kinds of records', () => {
  it('are named where they are found, and so is every state of theirs', () => {
    const states = Object.values(KINDS).flatMap(({ kind, tones = {} }) => Object.keys(tones).map((state) => `states.${kind}.${state}`));
    expect(states.length).toBeGreaterThan(30);
    const names = FOUND_KINDS.map((kind) => `palette.kinds.${kind}`);
    expect([...states, ...names].filter((key) => !spanish.has(key))).toEqual([]);
  });

  it('are those whose states the screens show as badges', async () => {
    const shown = (await sources('web/src/**/*.{ts,tsx}')).flatMap(({ text }) =>
      [...text.matchAll(/<StateBadge kind="([^"]+)"|\bstates?\('([a-z-]+)'/gi)].map(([, badge, column]) => badge ?? column ?? ''),
    );
    expect(shown.length).toBeGreaterThan(20);
    const named = new Set([...spanish.keys()].flatMap((key) => /^states\.([^.]+)\./.exec(key)?.[1] ?? []));
    expect([...new Set(shown)].filter((kind) => !named.has(kind))).toEqual([]);
  });

  it('have every state of the API’s document', async () => {
    const { components } = JSON.parse(await readFile(join(ROOT, 'openapi.json'), 'utf8'));
    const schemas = {
      Order: 'ord',
      Invoice: 'inv',
      Return: 'ret',
      Import: 'imp',
      Draft: 'drf',
      Period: 'per',
      ApiClient: 'apc',
    };
    for (const [schema, prefix] of Object.entries(schemas)) {
      const { state, status } = components.schemas[schema].properties as Record<string, { enum: string[] } | undefined>;
      expect(Object.keys(KINDS[prefix]?.tones ?? {}).sort(), schema).toEqual([...((status ?? state)?.enum ?? [])].sort());
    }
  });

  it('lead to their pages', () => {
    expect(['ord_7F3K2M9Q', 'acc_4300', 'man_7F3K2M9Q', 'je_inv_F2026-000012', 'gis_X.1', 'xyz_1'].map(hrefOf)).toEqual([
      '/orders/ord_7F3K2M9Q',
      '/accounts/4300',
      '/journal/je_man_7F3K2M9Q',
      '/journal/je_inv_F2026-000012',
      undefined,
      undefined,
    ]);
    expect([numberOf('ord_7F3K2M9QAB'), numberOf('inv_F2026-000012'), kindOf('shp_X'), numberOf('shp_7F3K2M9QAB')]).toEqual([
      'P-7F3K2M9Q',
      'F2026-000012',
      'shipment',
      'E-7F3K2M9Q',
    ]);
  });
});
