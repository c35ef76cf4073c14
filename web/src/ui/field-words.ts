/** One thing wrong with one value, as zod tells it and as far as its words need it. */
export interface Issue {
  readonly code?: string;
  readonly origin?: string;
  readonly expected?: string;
  readonly format?: string;
  readonly input?: unknown;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly inclusive?: boolean;
}

/** A text of `fields` and what stands in it. */
export interface FieldWords {
  readonly key:
    | 'needed'
    | 'number'
    | 'whole'
    | 'wrong'
    | 'choose'
    | 'email'
    | 'tooLong'
    | 'tooShort'
    | 'tooMany'
    | 'tooFew'
    | 'atMost'
    | 'atLeast'
    | 'unknown';
  readonly count?: number;
}

const TYPES: Readonly<Record<string, FieldWords>> = { number: { key: 'number' }, int: { key: 'whole' } };

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === '';

/** What to say of an issue that has no message of its own. */
export function wordsOf(issue: Issue): FieldWords {
  if (issue.code === 'too_big' || issue.code === 'too_small') return sizeWords(issue);
  if (isNothing(issue.input) && issue.code !== 'unrecognized_keys') return { key: 'needed' };
  if (issue.code === 'invalid_type') return TYPES[issue.expected ?? ''] ?? { key: 'wrong' };
  if (issue.code === 'invalid_value') return { key: 'choose' };
  if (issue.code === 'invalid_format' && issue.format === 'email') return { key: 'email' };
  return { key: issue.code === 'unrecognized_keys' ? 'unknown' : 'wrong' };
}

function sizeWords({ code, origin, minimum, maximum, input }: Issue): FieldWords {
  const big = code === 'too_big';
  const count = Number(big ? maximum : minimum);
  if (origin === 'string')
    return !big && (isNothing(input) || count === 1) ? { key: 'needed' } : { key: big ? 'tooLong' : 'tooShort', count };
  if (origin === 'array') return { key: big ? 'tooMany' : 'tooFew', count };
  return { key: big ? 'atMost' : 'atLeast', count };
}

/** English messages and what stands for them; `*` in both is any text: `must be an id such as *`. */
export type Table = Readonly<Record<string, string>>;

/** A message in another language by a table; `undefined` where the table has none. */
export function translated(message: string, table: Table): string | undefined {
  if (message in table) return table[message];
  for (const [pattern, words] of Object.entries(table)) {
    const [before = '', after] = pattern.split('*');
    if (after === undefined || !message.startsWith(before) || !message.endsWith(after)) continue;
    return words.replace('*', message.slice(before.length, message.length - after.length));
  }
  return undefined;
}

/** As it stands below a field: `must be a date` → `Must be a date`. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Where a fault belongs in a form: `body.lines.0.quantity` → `lines.0.quantity`. Money is one field of a form, so that what
 * is wrong with its amount stands at the money too: both places.
 */
export function placesOf(path: string): readonly string[] {
  const place = path.replace(/^(body|query|path|row)\./, '');
  return place.endsWith('.amount') ? [place, place.slice(0, -'.amount'.length)] : [place];
}
