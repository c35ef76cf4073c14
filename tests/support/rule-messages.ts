import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../infra/tools/local/workspace.ts';
import { sources } from './sources.ts';

/** As much of a zod schema as is walked here. */
interface Def {
  readonly [key: string]: unknown;
  readonly error?: (issue: object) => unknown;
}

/** Every message that a schema of the rulebook says in its own words, read from the schemas themselves. */
export async function ruleMessages(): Promise<readonly string[]> {
  const found = new Set<string>();
  const seen = new Set<unknown>();
  for (const { path } of await sources(['shared/domain/**/*.ts', 'shared/kernel/*.ts']))
    walk(await import(pathToFileURL(join(ROOT, path)).href), seen, found);
  return [...found].sort();
}

/** Schemas are among the exports of modules, the parts of other schemas, and their checks. */
function walk(value: unknown, seen: Set<unknown>, found: Set<string>): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  const def = (value as { _zod?: { def?: Def } })._zod?.def;
  const message = def?.error?.({});
  if (typeof message === 'string') found.add(message);
  for (const part of Object.values(def ?? value)) walk(part, seen, found);
}
