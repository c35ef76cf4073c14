/** A JSON Schema or another part of the document. */
export type Json = { [key: string]: unknown };

export const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** `placeOrder` → `PlaceOrder` */
export const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
export const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);
/** Objects down to a depth on lines of their own, what is deeper on one line: small, and changes show where they are. */
export function laidOut(value: unknown, depth: number): string {
  if (depth === 0 || !isJson(value)) return JSON.stringify(value);
  return `{\n${Object.entries(value)
    .map(([key, item]) => `${JSON.stringify(key)}: ${laidOut(item, depth - 1)}`)
    .join(',\n')}\n}`;
}
