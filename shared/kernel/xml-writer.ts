/** An element to be written: its name, a text or the elements within, and its attributes. What is undefined is left out. */
export type XmlNode = readonly [name: string, content: XmlContent, attributes?: Readonly<Record<string, string>>];
export type XmlContent = string | readonly (XmlNode | undefined)[];

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
/** What no XML 1.0 file may hold, not even escaped: control characters, halves of characters and the two non-characters. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const escaped = (text: string): string => text.replace(FORBIDDEN, '').replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);

function written([name, content, attributes = {}]: XmlNode, indent: string): string {
  const named = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const open = `${indent}<${name}${named.join('')}`;
  if (typeof content === 'string') return `${open}>${escaped(content)}</${name}>`;
  const children = content.flatMap((child) => (child ? [written(child, `${indent}  `)] : []));
  return children.length === 0 ? `${open}/>` : `${open}>\n${children.join('\n')}\n${indent}</${name}>`;
}

/** A file in UTF-8 of one element: the same element gives the same bytes. */
export const xmlFile = (root: XmlNode): string => `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}\n`;

/** An element with a text, or none where there is no text. */
export const textNode = (name: string, text: string | undefined, attributes?: Readonly<Record<string, string>>): XmlNode | undefined =>
  text ? (attributes ? [name, text, attributes] : [name, text]) : undefined;

/** An element of those elements that there are, or none where there are none. */
export const groupNode = (name: string, children: readonly (XmlNode | undefined)[]): XmlNode | undefined =>
  children.some((child) => child !== undefined) ? [name, children] : undefined;
