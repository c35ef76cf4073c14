import { own } from '#kernel/optional.ts';
import { refuseStatement } from './statement-fault.ts';

/** An element of OFX: what it holds, or its value. */
export interface OfxElement {
  readonly name: string;
  readonly line: number;
  readonly value: string;
  readonly children: OfxElement[];
}

/** Deeper than any message of bank statements: a payee's address is at depth 9. */
const MAX_OFX_DEPTH = 40;
const ELEMENT = /<(\/?)([A-Za-z][\w.-]*)\s*(\/?)>([^<]*)/g;
const [CDATA, CDATA_END] = ['<![CDATA[', ']]>'];
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const plainValue = (text: string): string =>
  text.replaceAll(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,4});/gi, (whole, name: string) => entity(name) ?? whole).trim();

/** The text with what stands in CDATA written as any other, line ends kept: one look at it, however many sections there are. */
function withoutCdata(text: string): string {
  const parts: string[] = [];
  let place = 0;
  for (let at = text.indexOf(CDATA); at !== -1; at = text.indexOf(CDATA, place)) {
    const end = text.indexOf(CDATA_END, at);
    if (end === -1)
      refuseStatement('not_closed', text.slice(0, at).split('\n').length, 'a CDATA section has no end: the file is cut short.');
    const inner = text.slice(at + CDATA.length, end);
    parts.push(text.slice(place, at), inner.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
    place = end + CDATA_END.length;
  }
  return [...parts, text.slice(place)].join('');
}

function entity(name: string): string | undefined {
  if (!name.startsWith('#')) return Object.hasOwn(ENTITIES, name.toLowerCase()) ? ENTITIES[name.toLowerCase()] : undefined;
  const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : undefined;
}

/**
 * Where aggregates of statements stand (OFX 2.2, 11.4 and 11.6). One that begins where it cannot stand ends what has no end before it:
 * banks leave ends out, and what stood in them would be taken for part of another, or for nothing.
 */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  ...{ BANKMSGSRSV1: ['OFX'], CREDITCARDMSGSRSV1: ['OFX'], STMTTRNRS: ['BANKMSGSRSV1'], CCSTMTTRNRS: ['CREDITCARDMSGSRSV1'] },
  ...{ STMTRS: ['STMTTRNRS'], CCSTMTRS: ['CCSTMTTRNRS'], BANKACCTFROM: ['STMTRS'], CCACCTFROM: ['CCSTMTRS'] },
  ...{ BANKTRANLIST: ['STMTRS', 'CCSTMTRS'], LEDGERBAL: ['STMTRS', 'CCSTMTRS'], AVAILBAL: ['STMTRS', 'CCSTMTRS'] },
  ...{ STMTTRN: ['BANKTRANLIST'], CURDEF: ['STMTRS', 'CCSTMTRS'] },
};
/** What they hold is theirs, whether they are closed anywhere or not. */
const AGGREGATES: ReadonlySet<string> = new Set(Object.keys(PARENTS).filter((name) => name !== 'CURDEF'));

/** Names that are closed somewhere: in SGML those of aggregates alone, as an element with a value ends with its line. */
const closedNames = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/<\/([A-Za-z][\w.-]*)\s*>/g)].map(([, name = '']) => name.toUpperCase()));

/** Line numbers of places that are asked for one behind another. */
function lineCounter(text: string): (place: number) => number {
  let line = 1;
  let next = text.indexOf('\n');
  return (place) => {
    for (; next !== -1 && next < place; next = text.indexOf('\n', next + 1)) line += 1;
    return line;
  };
}

/**
 * The tree of an OFX document of either kind, SGML (1.x) or XML (2.x): banks mix them, so that both are read by one rule. An
 * element with a value needs no end. @throws DomainError where its elements do not close
 */
export function ofxTree(file: string): OfxElement {
  const text = withoutCdata(file);
  const start = text.search(/<OFX\s*>/i);
  if (start === -1) refuseStatement('no_statement', 1, 'the file has no element OFX.');
  const root: OfxElement = { name: '', line: 1, value: '', children: [] };
  const open: OfxElement[] = [root];
  const closed = closedNames(text);
  const lineAt = lineCounter(text);
  // Names that are closed nowhere would be taken for values, and what stands in them for nothing.
  if (!closed.has('OFX'))
    refuseStatement('not_closed', text.trimEnd().split('\n').length, 'the element OFX has no end: the file is cut short.');
  for (const match of text.slice(start).matchAll(ELEMENT)) {
    const [, ends, written = '', empty, content = ''] = match;
    const [name, value, line] = [written.toUpperCase(), plainValue(content), lineAt(start + match.index)];
    if (ends) close(open, name);
    else begin(open, { name, line, value, children: [] }, !empty && (AGGREGATES.has(name) || (value === '' && closed.has(name))));
  }
  const [, unclosed] = open;
  if (unclosed) refuseStatement('not_closed', unclosed.line, `the element ${open.at(-1)?.name} has no end: the file is cut short.`);
  return root.children.find((child) => child.name === 'OFX') ?? refuseStatement('no_statement', 1, 'the file has no element OFX.');
}

/** Ends the element of that name and those within it; of one that is not open nothing ends: it had a value. */
function close(open: OfxElement[], name: string): void {
  const place = open.findLastIndex((element) => element.name === name);
  if (place > 0) open.length = place;
}

/** Begins an element in what is open and may hold it. @param holds whether it has others in it. */
function begin(open: OfxElement[], element: OfxElement, holds: boolean): void {
  const parents = own(PARENTS, element.name);
  const place = parents ? open.findLastIndex(({ name }) => parents.includes(name)) : -1;
  if (place > 0) open.length = place + 1;
  open.at(-1)?.children.push(element);
  if (holds) open.push(element);
  if (open.length > MAX_OFX_DEPTH) refuseStatement('xml', element.line, `elements are nested deeper than ${MAX_OFX_DEPTH} levels.`);
}

/** All elements of a name at whatever depth. */
export const ofxEvery = ({ children }: OfxElement, name: string): readonly OfxElement[] =>
  children.flatMap((child) => [...(child.name === name ? [child] : []), ...ofxEvery(child, name)]);

/** All elements at a path below an element. */
export function ofxAll(element: OfxElement, path: string): readonly OfxElement[] {
  let found: readonly OfxElement[] = [element];
  for (const name of path.split('/')) found = found.flatMap(({ children }) => children.filter((child) => child.name === name));
  return found;
}

/** The value at the first of the paths that has one. */
export function ofxValue(element: OfxElement, ...paths: readonly string[]): string | undefined {
  for (const path of paths) for (const { value } of ofxAll(element, path)) if (value !== '') return value;
  return undefined;
}
