import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import type { Schema } from '../../../shared/kernel/action.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/**
 * The name of every schema that the kernel or the rulebook exports. Where two export the same name for different
 * schemas, both get their module's name before it.
 */
export async function namedSchemas(): Promise<ReadonlyMap<Schema, string>> {
  const files = (await Array.fromAsync(glob('shared/{kernel,domain}/**/*.ts', { cwd: ROOT }))).sort();
  const found: { readonly schema: Schema; readonly name: string; readonly module: string }[] = [];
  const seen = new Set<unknown>();
  for (const file of files)
    for (const [name, value] of Object.entries((await import(join(ROOT, file))) as Record<string, unknown>))
      if (/^[A-Z]/.test(name) && isSchema(value) && !seen.has(value)) {
        seen.add(value);
        found.push({ schema: value, name, module: moduleOf(file) });
      }
  const times = new Map<string, number>();
  for (const { name } of found) times.set(name, (times.get(name) ?? 0) + 1);
  return new Map(found.map(({ schema, name, module }) => [schema, times.get(name) === 1 ? name : `${module}${name}`]));
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && '_zod' in value;

/** `shared/domain/crm/customers/wire.ts` → `Customers` */
const moduleOf = (file: string): string =>
  (file.split('/').at(-2) ?? '').replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
