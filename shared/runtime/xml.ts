import { SaxesParser, type SaxesTagNS } from 'saxes';
import { type XmlElement, XmlFault, type XmlFaultReason } from '#kernel/xml.ts';
import { decodedXml } from './xml-text.ts';

/** What one document may hold at most. A statement of 10,000 entries has some 600,000 nodes. */
export interface XmlLimits {
  readonly bytes: number;
  /** Elements, attributes, comments and processing instructions together. */
  readonly nodes: number;
  readonly depth: number;
  readonly attributes: number;
  /** Characters of one attribute. */
  readonly attribute: number;
  /** Characters of the text of one element: attachments are held in text. */
  readonly text: number;
}

export const XML_LIMITS: XmlLimits = {
  ...{ bytes: 64 * 1024 * 1024, nodes: 1_000_000, depth: 100 },
  ...{ attributes: 100, attribute: 65_536, text: 32 * 1024 * 1024 },
};

const NO_CHILDREN: readonly XmlElement[] = [];
const NO_ATTRIBUTES: Readonly<Record<string, string>> = {};

interface OpenElement {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
  children: XmlElement[] | undefined;
  text: string;
}

/** The tree of a document while it is read. */
class Tree {
  readonly #limits: XmlLimits;
  readonly #lineNow: () => number;
  readonly #open: OpenElement[] = [];
  #nodes = 0;
  #startLine = 1;
  root: XmlElement | undefined;

  /** @param lineNow where the reader is. */
  constructor(limits: XmlLimits, lineNow: () => number) {
    this.#limits = limits;
    this.#lineNow = lineNow;
  }

  refuse(reason: XmlFaultReason, message: string): never {
    throw new XmlFault(reason, this.#lineNow(), message);
  }

  /** One more element, attribute, comment or instruction. */
  node = (): void => {
    this.#nodes += 1;
    if (this.#nodes >= this.#limits.nodes) this.refuse('too_many_nodes', `More than ${this.#limits.nodes} elements and attributes.`);
  };

  start = (line: number): void => {
    this.#startLine = line;
    this.node();
    if (this.#open.length >= this.#limits.depth) this.refuse('too_deep', `Elements are nested deeper than ${this.#limits.depth} levels.`);
  };

  opened = (tag: SaxesTagNS): void => {
    this.#open.push({
      name: tag.local,
      namespace: tag.uri,
      attributes: this.#attributesOf(tag),
      line: this.#startLine,
      children: undefined,
      text: '',
    });
  };

  text = (text: string): void => {
    const element = this.#open.at(-1);
    if (!element) return;
    element.text += text;
    if (element.text.length > this.#limits.text)
      this.refuse('text_too_long', `The text of ${element.name} is longer than ${this.#limits.text} characters.`);
  };

  closed = (): void => {
    const { children = NO_CHILDREN, text, ...rest } = this.#open.pop() as OpenElement;
    // Blanks between elements are how the document is laid out.
    const element = { ...rest, children, text: children.length > 0 && text.trim() === '' ? '' : text };
    const parent = this.#open.at(-1);
    if (!parent) this.root = element;
    else if (parent.children) parent.children.push(element);
    else parent.children = [element];
  };

  #attributesOf({ attributes }: SaxesTagNS): Readonly<Record<string, string>> {
    const entries = Object.values(attributes);
    if (entries.length === 0) return NO_ATTRIBUTES;
    if (entries.length > this.#limits.attributes)
      this.refuse('too_many_attributes', `An element has more than ${this.#limits.attributes} attributes.`);
    return Object.fromEntries(
      entries.map(({ name, value }) => {
        this.node();
        if (value.length > this.#limits.attribute)
          this.refuse('attribute_too_long', `The attribute ${name} is longer than ${this.#limits.attribute} characters.`);
        return [name, value];
      }),
    );
  }
}

/** "12:7: unclosed tag: a": where it is stands before what it is. */
const withoutPlace = (message: string): string => message.replace(/^\d+:\d+: /, '');

/**
 * Reads a document as a whole. There is no document type and there are no entities but the five of XML itself: a DOCTYPE is
 * refused, whatever it declares. @throws XmlFault
 */
export function readXml(bytes: Uint8Array, asked: Partial<XmlLimits> = {}): XmlElement {
  const limits = { ...XML_LIMITS, ...asked };
  if (bytes.length > limits.bytes) throw new XmlFault('too_large', 1, `The document has more than ${limits.bytes} bytes.`);
  const text = decodedXml(bytes);
  const parser = new SaxesParser({ xmlns: true });
  const tree = new Tree(limits, () => parser.line);
  parser.on('error', (error) => tree.refuse('malformed', withoutPlace(error.message)));
  parser.on('doctype', () => tree.refuse('doctype', 'The document has a DOCTYPE: those are not read, nor the entities that they declare.'));
  parser.on('comment', tree.node);
  parser.on('processinginstruction', tree.node);
  // The reader has taken the character after the name, too.
  parser.on('opentagstart', () => tree.start(parser.columnIndex === 0 ? parser.line - 1 : parser.line));
  parser.on('opentag', tree.opened);
  parser.on('closetag', tree.closed);
  parser.on('text', tree.text);
  parser.on('cdata', tree.text);
  parser.write(text).close();
  return tree.root ?? tree.refuse('malformed', 'The document has no element.');
}
