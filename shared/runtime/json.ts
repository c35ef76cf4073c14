import { type FieldFault, invalid } from '#kernel/errors.ts';
import { cut } from '#kernel/text.ts';

/** Deeper than any body of ours: an order's line is at depth 3. */
const MAX_DEPTH = 16;
/** Strings and the marks between values, of a text that is known to be JSON. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;
const BYTES = new TextDecoder('utf-8', { fatal: true });
/** Control characters but tab and line ends, and halves of characters: no text that a person meant. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u;

/**
 * Reads a JSON body, strictly: a key that stands twice would mean one thing to us and another to whoever checked the
 * body before. @throws DomainError `body.malformed` (400), `body.duplicate_key` (400) naming the field.
 */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    const text = BYTES.decode(bytes);
    const value: unknown = JSON.parse(text);
    requirePlain(text);
    return value;
  } catch (cause) {
    if (!(cause instanceof SyntaxError || cause instanceof TypeError)) throw cause;
    throw Object.assign(invalid('body.malformed', `The body is not JSON: ${cut(cause.message, 120)}`, 'body'), { cause });
  }
}

/** One object or array that the walk is inside of. */
interface Level {
  readonly keys: Set<string> | undefined;
  /** The key or index that the walk is at. */
  at: string | number;
}

function requirePlain(text: string): void {
  const levels: Level[] = [];
  let last = '';
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === '{' || token === '[') enter(levels, token);
    else if (token === '}' || token === ']') levels.pop();
    else if (token === ',') nextItem(levels.at(-1));
    else if (token === ':') keyIs(JSON.parse(last) as string, levels);
    last = token;
  }
}

function enter(levels: Level[], token: string): void {
  levels.push({ keys: token === '{' ? new Set() : undefined, at: 0 });
  if (levels.length > MAX_DEPTH)
    throw invalid('body.too_deep', `The body is nested deeper than ${MAX_DEPTH} levels.`, 'body', { limit: MAX_DEPTH });
}

function nextItem(level: Level | undefined): void {
  if (level && !level.keys) level.at = Number(level.at) + 1;
}

function keyIs(text: string, levels: readonly Level[]): void {
  const key = text.normalize('NFC');
  const level = levels.at(-1);
  if (!level?.keys) return;
  level.at = key;
  if (level.keys.has(key)) {
    const field = cut(['body', ...levels.map(({ at }) => at)].join('.'), 200);
    throw invalid('body.duplicate_key', `${field} stands twice in the body.`, field, { key: field });
  }
  level.keys.add(key);
}

/** The texts in a value that hold characters which nobody can read. Nesting is limited by whoever read the value. */
export function unprintable(value: unknown, field: string): FieldFault[] {
  if (typeof value === 'string')
    return UNPRINTABLE.test(value) ? [{ field, code: 'unprintable', message: 'must not hold control characters or broken ones' }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => unprintable(item, `${field}.${key}`));
}
