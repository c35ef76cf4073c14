import type { XmlElement } from '#kernel/xml.ts';

/** The encoding that an XML file declares, or has by its mark; UTF-8 where it says none. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^[^<]*<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(head)?.[1] ?? 'utf-8';
}

const elementOf = (node: Element): XmlElement => ({
  name: node.localName,
  namespace: node.namespaceURI ?? '',
  attributes: Object.fromEntries(
    [...node.attributes].filter(({ name }) => !/^xmlns(:|$)/.test(name)).map(({ name, value }) => [name, value] as const),
  ),
  children: [...node.children].map(elementOf),
  text: [...node.childNodes].map((child) => (child instanceof Text ? child.data : '')).join(''),
  line: 0,
});

/** The root of an XML file that the server has read already, within its limits; undefined where the browser cannot. */
export function xmlTree(bytes: Uint8Array): XmlElement | undefined {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  const { documentElement } = new DOMParser().parseFromString(text, 'application/xml');
  return documentElement.getElementsByTagName('parsererror').length > 0 ? undefined : elementOf(documentElement);
}
