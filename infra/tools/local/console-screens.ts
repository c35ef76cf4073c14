import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './workspace.ts';

/** Every address of the console, as its modules' tables of screens give them: `/orders/$orderId`. */
export async function consoleScreens(): Promise<string[]> {
  const paths = new Set<string>();
  for await (const table of glob('web/src/*/**/screens.ts', { cwd: ROOT })) {
    const text = await readFile(join(ROOT, table), 'utf8');
    for (const [, path] of text.matchAll(/'(\/[^']*)': \(\) =>/g)) if (path) paths.add(path);
  }
  return [...paths].sort();
}
