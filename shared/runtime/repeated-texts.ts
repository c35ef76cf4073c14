import type { RecordEvent } from '#kernel/record.ts';

/** Before a mark, in place of a text that the item has elsewhere: ASCII's own character for that. Twice: itself. */
const SUBSTITUTE = '\u001a';
/** A text that is hardly longer than what stands for it is not worth it. */
const SHORTEST = 5;

/** A mark, with what stands before it. */
const MARKED = new RegExp(`${SUBSTITUTE}(.?)`, 'gsu');

const PARTY = '@';
/** Of the field at a place of `repeats`; of the step that made a revision. */
const markOfField = (place: number): string => String.fromCharCode('a'.charCodeAt(0) + place);
const markOfStep = ({ rev }: RecordEvent): string | undefined => (rev <= 9 ? String(rev) : undefined);

/** What an item tells beside its data: the party of its list, and who took its steps. */
export interface Beside {
  readonly party?: string | undefined;
  readonly history: readonly RecordEvent[];
}
type Fields = Readonly<Record<string, unknown>>;

/** Texts by the marks that stand for them. */
function textsOf(data: Fields, repeats: readonly string[], { party, history }: Beside): Map<string, string> {
  const marked = [
    [PARTY, party],
    ...history.map((step) => [markOfStep(step), step.by]),
    ...repeats.map((field, place) => [markOfField(place), data[field]]),
  ] as [string | undefined, unknown][];
  return new Map(marked.flatMap(([mark, text]) => (mark && typeof text === 'string' ? [[mark, text] as const] : [])));
}

/** All texts but those of the fields by which the others are told. */
function mapTexts(data: Fields, repeats: readonly string[], change: (text: string) => string): Fields {
  const changed = (value: unknown): unknown => {
    if (typeof value === 'string') return change(value);
    if (Array.isArray(value)) return value.map(changed);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, changed(field)]));
  };
  return Object.fromEntries(Object.entries(data).map(([name, field]) => [name, repeats.includes(name) ? field : changed(field)]));
}

const literally = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** A record's data with each text that the item has elsewhere as two characters: what names the supplier, and who approved. */
export function onceEach(data: object, repeats: readonly string[] | undefined, beside: Beside): object {
  if (!repeats) return data;
  const marks = new Map<string, string>();
  for (const [mark, text] of textsOf(data as Fields, repeats, beside))
    if (text.length >= SHORTEST && !text.includes(SUBSTITUTE) && !marks.has(text)) marks.set(text, mark);
  const longestFirst = [...marks.keys()].sort((a, b) => b.length - a.length).map(literally);
  const any = new RegExp([SUBSTITUTE, ...longestFirst].join('|'), 'g');
  const signed = (text: string) => text.replace(any, (found) => SUBSTITUTE + (marks.get(found) ?? SUBSTITUTE));
  return mapTexts(data as Fields, repeats, signed);
}

/** What {@link onceEach} made, as it was; texts that were stored in full are read as well. @throws TypeError on a mark of nothing. */
export function inFull(data: object, repeats: readonly string[] | undefined, beside: Beside): object {
  if (!repeats) return data;
  const texts = textsOf(data as Fields, repeats, beside).set(SUBSTITUTE, SUBSTITUTE);
  return mapTexts(data as Fields, repeats, (text) =>
    text.replaceAll(MARKED, (_, mark: string) => {
      const told = texts.get(mark);
      if (told === undefined) throw new TypeError('a text stands for one that the record does not have');
      return told;
    }),
  );
}
