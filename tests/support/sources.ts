import { glob, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { ROOT } from '../../infra/tools/local/workspace.ts';

export interface Source {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Sources that match a pattern, with their text. */
export async function sources(pattern: string | string[]): Promise<Source[]> {
  const exclude = ['**/node_modules/**', '**/dist/**'];
  const paths = (await Array.fromAsync(glob(pattern, { cwd: ROOT, exclude }))).map((path) => path.split(sep).join('/')).sort();
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(ROOT, path), 'utf8') })));
}

/** The code without its comments: words there describe, they do not run. Strings stay, line numbers too. */
export const codeOf = (text: string): string =>
  text.replaceAll(/("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|\/\*[\s\S]*?\*\/|(?<=^|[\s;{}(),])\/\/[^\n]*/g, (all, literal?: string) =>
    literal === undefined ? all.replaceAll(/[^\n]/g, '') : literal,
  );

/** `path:line` of every match of a pattern in the code. */
export const placesOf = (all: readonly Source[], pattern: RegExp): string[] =>
  all.flatMap(({ path, text }) =>
    codeOf(text)
      .split('\n')
      .flatMap((line, i) => (pattern.test(line) ? [`${path}:${i + 1}: ${line.trim()}`] : [])),
  );
