import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildConsole, CONSOLE_FILES, CONSOLE_MANIFEST } from '../local/console-build.ts';
import { readJson } from '../local/workspace.ts';

/** Vite's record of one built part. */
export interface Part {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
  /** Parts loaded with this one: keys of the manifest. */
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

export type Manifest = Readonly<Record<string, Part>>;

/** Bytes that go over the wire, compressed. */
export interface Load {
  readonly name: string;
  readonly scripts: number;
  readonly styles: number;
  readonly files: number;
}

export interface ConsoleSize {
  /** Until home is shown to whoever is signed in: the page's script, home, the texts, and all that they import. */
  readonly first: Load;
  /** What each part that is loaded when it is needed adds, largest first: with what it imports and the first view has not brought. */
  readonly later: readonly Load[];
}

/** What whoever is signed in loads by itself, beside the page's script: home, the texts in Spanish, the corner for notices. */
const SHOWN_FIRST = ['src/insights/home/home.tsx', 'src/i18n/es.ts?first', 'src/app/notes.tsx'];

/** Builds the console where its sources changed, and measures what a browser fetches of it. */
export async function measureConsole(): Promise<ConsoleSize> {
  await buildConsole();
  const manifest = (await readJson<Manifest>(CONSOLE_MANIFEST)) ?? {};
  const names = new Set(Object.values(manifest).flatMap(({ file, css = [] }) => [file, ...css]));
  const sizes = new Map<string, number>();
  for (const name of names) sizes.set(name, gzipSync(await readFile(join(CONSOLE_FILES, name))).length);
  return loadsOf(manifest, sizes, SHOWN_FIRST);
}

/**
 * @param sizes bytes of each file, compressed
 * @param shown parts that the first view loads by itself
 */
export function loadsOf(manifest: Manifest, sizes: ReadonlyMap<string, number>, shown: readonly string[] = []): ConsoleSize {
  const entries = [...Object.keys(manifest).filter((key) => manifest[key]?.isEntry), ...shown];
  const first = filesOf(manifest, entries);
  const later = Object.keys(manifest)
    .filter((key) => manifest[key]?.isDynamicEntry && !first.has(manifest[key].file))
    .map((key) => loadOf(key, filesOf(manifest, [key]).difference(first), sizes));
  return { first: loadOf('first view', first, sizes), later: later.sort((a, b) => b.scripts - a.scripts) };
}

/** Files of these parts and of all that they import. */
function filesOf(manifest: Manifest, keys: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const waiting = [...keys];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    waiting.push(...(manifest[key]?.imports ?? []));
  }
  return new Set([...seen].flatMap((key) => [manifest[key]?.file ?? [], manifest[key]?.css ?? []].flat()));
}

function loadOf(name: string, files: ReadonlySet<string>, sizes: ReadonlyMap<string, number>): Load {
  const bytes = (ending: string): number =>
    [...files].filter((file) => file.endsWith(ending)).reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0);
  return { name: name.replace(/^src\//, ''), scripts: bytes('.js'), styles: bytes('.css'), files: files.size };
}
