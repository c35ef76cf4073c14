import type { ShortNames } from '#kernel/record.ts';

/** Before a name that could be taken for a short form: people name dimensions as they like. */
const ESCAPE = '~';

const inverses = new WeakMap<ShortNames, ReadonlyMap<string, string>>();
/** Names by their short forms. */
export function inverseOf(names: ShortNames): ReadonlyMap<string, string> {
  const inverse = inverses.get(names) ?? new Map(Object.entries(names).map(([name, short]) => [short, name]));
  inverses.set(names, inverse);
  return inverse;
}

const NONE: ShortNames = {};
const isShort = (name: string): boolean => name.length <= 2 || name.startsWith(ESCAPE);
const shortOf = (name: string, names: ShortNames): string =>
  Object.hasOwn(names, name) ? (names[name] as string) : isShort(name) ? `${ESCAPE}${name}` : name;
const longOf = (name: string, names: ReadonlyMap<string, string>): string =>
  name.startsWith(ESCAPE) ? name.slice(1) : (names.get(name) ?? name);

function renamed(value: unknown, rename: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((element) => renamed(element, rename));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, element]) => [rename(name), renamed(element, rename)]));
}

/** A document's data as the table holds it: plain objects, lists, texts, numbers, true, false and null. */
export const shorten = (data: unknown, names: ShortNames = NONE): unknown => renamed(data, (name) => shortOf(name, names));
/** What {@link shorten} made, as it was; data that was stored with its names in full is read as well. */
export const lengthen = (stored: unknown, names: ShortNames = NONE): unknown => {
  const inverse = inverseOf(names);
  return renamed(stored, (name) => longOf(name, inverse));
};
