import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const SOURCES = '{shared,functions}/**/*.ts';

/** How each constructor of `shared/kernel/errors.ts` is answered. */
const STATUS: Readonly<Record<string, number>> = {
  invalid: 400,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  tooLarge: 413,
  'too-large': 413,
  busy: 409,
  refused: 422,
  refusal: 422,
  denial: 403,
  retry: 503,
};
const THROWN = /\b(invalid|forbidden|missing|conflict|tooLarge|busy|refused|refusal|denial)\(\s*(['`])([^'`]+)\2/g;
const CONSTRUCTED = /new DomainError\(\s*'([\w-]+)',\s*(['`])([^'`]+)\2/g;

/** Answers the HTTP statuses that a code is refused with; none when nothing throws it. */
export type StatusesOf = (code: string) => readonly number[];

/**
 * Reads from the sources with which status each code is thrown, so that the document says what the code does and a
 * table cannot promise a refusal that does not exist. `${kind}.too_early` stands for any code with that ending.
 */
export async function readStatuses(): Promise<StatusesOf> {
  const exact = new Map<string, Set<number>>();
  const endings = new Map<string, Set<number>>([['exists', new Set([409])]]);
  for (const file of (await Array.fromAsync(glob(SOURCES, { cwd: ROOT }))).sort()) {
    const text = await readFile(join(ROOT, file), 'utf8');
    for (const [, kind = '', , code = ''] of [...text.matchAll(THROWN), ...text.matchAll(CONSTRUCTED)]) {
      const ending = /^\$\{.*\}\.(\w+)$/.exec(code)?.[1];
      // Of one rule of some kinds, and not of every kind with that ending; every operation describes its 400.
      if (ending && kind === 'invalid') continue;
      const statuses = ending ? endings : exact;
      statuses.set(ending ?? code, (statuses.get(ending ?? code) ?? new Set()).add(STATUS[kind] ?? 500));
    }
  }
  return (code) => {
    const ending = endings.get(code.slice(code.indexOf('.') + 1)) ?? [];
    return [...new Set([...(exact.get(code) ?? []), ...ending])].sort();
  };
}
