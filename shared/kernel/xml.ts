/** An element of an XML document as a plain tree: rules walk it, whoever read it. */
export interface XmlElement {
  /** Local name, without prefix. */
  readonly name: string;
  /** URI of its namespace; empty where it has none. */
  readonly namespace: string;
  /** Those without prefix by their name, others as they are written (`xsi:schemaLocation`). */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, CDATA included, as it stands; that of its children is theirs. */
  readonly text: string;
  /** Line of the document in which its start tag begins, from 1 on. */
  readonly line: number;
}

/** Why bytes are no XML that we take. `encoding`: they are not in the encoding that they declare, or in one that is not read here. */
export type XmlFaultReason =
  | 'malformed'
  | 'encoding'
  | 'doctype'
  | 'too_large'
  | 'too_many_nodes'
  | 'too_deep'
  | 'attribute_too_long'
  | 'too_many_attributes'
  | 'text_too_long';

/** What a reader of XML throws: whoever reads a document of the business makes a refusal of it. */
export class XmlFault extends Error {
  override readonly name = 'XmlFault';
  readonly reason: XmlFaultReason;
  /** Line of the document, from 1 on. */
  readonly line: number;

  constructor(reason: XmlFaultReason, line: number, message: string) {
    super(message);
    this.reason = reason;
    this.line = line;
  }
}

/** All elements at a path of local names below an element, in the order of the document: `elementsAt(entry, 'NtryDtls/TxDtls')`. */
export function elementsAt(element: XmlElement, path: string): readonly XmlElement[] {
  let found: readonly XmlElement[] = [element];
  for (const name of path.split('/')) found = found.flatMap(({ children }) => children.filter((child) => child.name === name));
  return found;
}

/** The first element at a path of local names below an element. */
export const elementAt = (element: XmlElement, path: string): XmlElement | undefined => elementsAt(element, path)[0];

/** The text of the first element at one of the paths that has any, without blanks around it. */
export function textAt(element: XmlElement, ...paths: readonly string[]): string | undefined {
  for (const path of paths) for (const { text } of elementsAt(element, path)) if (text.trim() !== '') return text.trim();
  return undefined;
}
