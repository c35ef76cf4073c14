/** A JSON Schema or another part of the document. */
export type Json = { [key: string]: unknown };

export const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value with every object in it replaced, the innermost first. `place` is the path of keys down to the object. */
export function rewrite(value: unknown, change: (node: Json, place: readonly string[]) => unknown, place: readonly string[] = []): unknown {
  if (Array.isArray(value)) return value.map((item, i) => rewrite(item, change, [...place, String(i)]));
  if (!isJson(value)) return value;
  const inside = Object.entries(value).map(([key, item]) => [key, rewrite(item, change, [...place, key])] as const);
  return change(Object.fromEntries(inside), place);
}

/** `placeOrder` → `PlaceOrder` */
export const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
/** `taxes` → `Tax`, `entries` → `Entry`, `lines` → `Line` */
export const singular = (name: string): string =>
  pascal(
    name
      .replace(/ies$/, 'y')
      .replace(/(x|ss)es$/, '$1')
      .replace(/(?<!s)s$/, ''),
  );
export const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);
export const refTo = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
