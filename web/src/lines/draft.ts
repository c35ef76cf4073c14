import type * as z from 'zod/mini';

/** A line as it is typed; numbers as `heldNumber` holds them. */
export interface Line {
  /** Tells lines apart while they are typed and removed. */
  readonly key: string;
}

/** A document that is being written. JSON: it is kept in this browser until it is sent or thrown away. */
export interface Draft {
  /** The last one is blank: the next is typed there. */
  readonly lines: readonly Line[];
}
export type LineOf<D extends Draft> = D['lines'][number];

/** A kind of document with lines, as far as it can be told without a page. */
export interface DraftKind<D extends Draft, Body = unknown> {
  readonly blank: Omit<LineOf<D>, 'key'>;
  readonly schema: z.ZodMiniType;
  /** The request, of the lines that say something. */
  readonly body: (draft: D, lines: readonly LineOf<D>[]) => Body;
  /** Where a fault of a line as a whole stands, by the name of the request. */
  readonly main: string;
  /** What the schema does not know: causes by the paths of the request, as `lines.2.account`. @param read what the schema made of it. */
  readonly rule?: (lines: readonly LineOf<D>[], read: unknown) => Readonly<Record<string, string>>;
}

const plain = (value: unknown): unknown => (typeof value === 'string' ? value.trim() : value);
const isBlank = <D extends Draft>({ blank }: DraftKind<D>, line: LineOf<D>): boolean =>
  Object.entries(line).every(([name, value]) => name === 'key' || plain(value) === plain(blank[name as keyof typeof blank]));

export const newLine = <D extends Draft>({ blank }: DraftKind<D>, said: Partial<LineOf<D>> = {}): LineOf<D> =>
  ({ ...blank, ...said, key: crypto.randomUUID() }) as LineOf<D>;

/** The lines that say something. */
export const written = <D extends Draft>(kind: DraftKind<D>, { lines }: D): readonly LineOf<D>[] =>
  lines.filter((line) => !isBlank(kind, line));

/** The lines, and a blank one at their end. */
export function open<D extends Draft>(kind: DraftKind<D>, lines: readonly LineOf<D>[]): readonly LineOf<D>[] {
  const last = lines.at(-1);
  return last && isBlank(kind, last) ? lines : [...lines, newLine(kind)];
}

export const withLine = <D extends Draft>(kind: DraftKind<D>, draft: D, key: string, change: Partial<LineOf<D>>): D => ({
  ...draft,
  lines: open(
    kind,
    draft.lines.map((line) => (line.key === key ? { ...line, ...change } : line)),
  ),
});

export const withoutLine = <D extends Draft>(kind: DraftKind<D>, draft: D, key: string): D => ({
  ...draft,
  lines: open(
    kind,
    draft.lines.filter((line) => line.key !== key),
  ),
});

export const bodyOf = <D extends Draft, Body>(kind: DraftKind<D, Body>, draft: D): Body => kind.body(draft, written(kind, draft));

/** Where on the page what a path of the request says stands: `body.lines.2.quantity` → `{key of the third written line}.quantity`. */
export function cellOf<D extends Draft>(kind: DraftKind<D>, draft: D, path: string): string {
  const [first = '', index, field = kind.main] = path.replace(/^body\./, '').split('.');
  if (first !== 'lines' || index === undefined) return first;
  const line = written(kind, draft)[Number(index)];
  return line ? `${line.key}.${field}` : first;
}

/** What is wrong by the rules that the API has: the cause, by place. A fault of the schema is named by its field. */
export function draftFaults<D extends Draft>(kind: DraftKind<D>, draft: D): Readonly<Record<string, string>> {
  const read = kind.schema.safeParse(bodyOf(kind, draft));
  const paths = read.success ? [] : read.error.issues.map(({ path }) => path.map(String));
  const found = [
    ...paths.map((path): [string, string] => [path.join('.'), path[0] === 'lines' ? (path[2] ?? 'lines') : (path[0] ?? '')]),
    ...Object.entries(kind.rule?.(written(kind, draft), read.data) ?? {}),
  ];
  return Object.fromEntries(found.map(([path, cause]) => [cellOf(kind, draft, path), cause]));
}

/** Of what may be left out, what was given. */
export const given = <F extends Readonly<Record<string, string | undefined>>>(fields: F): { [K in keyof F]?: string } =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : []))) as never;
