import fc from 'fast-check';
import { expect, it } from 'vitest';
import { elementAt, elementsAt, textAt, XmlFault } from '../../../shared/kernel/xml.ts';
import { readXml } from '../../../shared/runtime/xml.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const utf16 = (text: string, littleEndian: boolean, mark = true): Uint8Array => {
  const units = [...(mark ? '\ufeff' : ''), ...text].flatMap((char) => Array.from(char, (_, i) => char.charCodeAt(i)));
  return Uint8Array.from(units.flatMap((unit) => (littleEndian ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff])));
};
const read = (text: string) => readXml(utf8(text));

function faultOf(bytes: Uint8Array | string): Pick<XmlFault, 'reason' | 'line' | 'message'> {
  try {
    readXml(typeof bytes === 'string' ? utf8(bytes) : bytes);
  } catch (error) {
    if (error instanceof XmlFault) return { reason: error.reason, line: error.line, message: error.message };
    throw error;
  }
  throw new Error('was read');
}

it('reads elements with their local names, namespaces, attributes, text and lines', () => {
  const root = read(
    '<?xml version="1.0"?>\n<a:Doc xmlns:a="urn:one" xmlns="urn:two" xmlns:x="urn:x" x:at="1" id="é">\n  <Row\n n="1">uno<![CDATA[ & <dos>]]></Row>\n  <Row/>&amp;&#241;\n</a:Doc>',
  );
  expect(root).toMatchObject({ name: 'Doc', namespace: 'urn:one', line: 2 });
  expect(root.attributes).toMatchObject({ 'x:at': '1', id: 'é' });
  expect(root.text.trim()).toBe('&ñ');
  expect(root.children).toEqual([
    { name: 'Row', namespace: 'urn:two', attributes: { n: '1' }, children: [], text: 'uno & <dos>', line: 3 },
    { name: 'Row', namespace: 'urn:two', attributes: {}, children: [], text: '', line: 5 },
  ]);
});

it('walks by paths of local names', () => {
  const root = read('<a><b><c> </c><c> x </c></b><b><c>y</c></b></a>');
  expect(elementsAt(root, 'b/c').map(({ text }) => text)).toEqual([' ', ' x ', 'y']);
  expect(elementAt(root, 'b/d')).toBeUndefined();
  expect(textAt(root, 'b/d', 'b/c')).toBe('x');
});

it('refuses every document type: no entity is expanded and none is fetched', () => {
  const laughs = `<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY a "ha">${['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']
    .map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghi'[i]};`.repeat(10)}">`)
    .join('')}]>\n<lolz>&j;</lolz>`;
  expect(faultOf(laughs)).toMatchObject({ reason: 'doctype', line: 2 });
  expect(faultOf('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>').reason).toBe('doctype');
  expect(faultOf('<!DOCTYPE a SYSTEM "http://example.com/a.dtd"><a/>').reason).toBe('doctype');
  expect(faultOf('<!DOCTYPE html><a/>').reason).toBe('doctype');
  // Without a declaration there are five entities, and no other.
  expect(faultOf('<a>\n&x;</a>')).toMatchObject({ reason: 'malformed', line: 2 });
});

it('refuses a million nodes, ten thousand levels, and what is too long', () => {
  expect(faultOf(`<a>${'<b/>'.repeat(1_000_000)}</a>`).reason).toBe('too_many_nodes');
  const few = (text: string) => () => readXml(utf8(text), { nodes: 1000 });
  expect(few(`<a>${'<b c="1"/>'.repeat(500)}</a>`)).toThrow(/1000 elements and attributes/);
  expect(few(`<a>${'<!---->'.repeat(999)}</a>`)).toThrow(/1000 elements/);
  expect(few(`<a>${'<?b?>'.repeat(999)}</a>`)).toThrow(/1000 elements/);
  expect(few(`<a>${'<b c="1"/>'.repeat(499)}</a>`)().children).toHaveLength(499);
  expect(faultOf(`${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}`)).toMatchObject({ reason: 'too_deep', line: 1 });
  expect(read(`${'<a>'.repeat(100)}${'</a>'.repeat(100)}`).name).toBe('a');
  expect(faultOf(`<a b="${'x'.repeat(65_537)}"/>`).reason).toBe('attribute_too_long');
  expect(faultOf(`<a ${Array.from({ length: 101 }, (_, i) => `b${i}="1"`).join(' ')}/>`).reason).toBe('too_many_attributes');
  expect(() => readXml(utf8('<a>12345</a>'), { text: 4 })).toThrow(/longer than 4/);
  expect(() => readXml(utf8('<a>1234</a>'), { bytes: 10 })).toThrow(/more than 10 bytes/);
});

it('reads UTF-16 of either order, with a mark and without', () => {
  const text = '<?xml version="1.0" encoding="UTF-16"?><a>Peñalver €</a>';
  for (const bytes of [utf16(text, true), utf16(text, false), utf16(text, true, false), utf16('<a>Peñalver €</a>', false)])
    expect(readXml(bytes).text).toBe('Peñalver €');
});

it('reads UTF-8 with a mark, ISO-8859-1, ISO-8859-15 and windows-1252', () => {
  expect(readXml(utf8('\ufeff<?xml version="1.0" encoding="utf-8"?><a>ñ</a>')).text).toBe('ñ');
  expect(readXml(latin1('<?xml version="1.0" encoding="ISO-8859-1"?><a>ni\u00f1o</a>')).text).toBe('niño');
  expect(readXml(latin1("<?xml version='1.0' encoding='ISO-8859-15'?><a>\u00a4</a>")).text).toBe('€');
  expect(readXml(latin1('<?xml version="1.0" encoding="windows-1252"?><a>\u0080</a>')).text).toBe('€');
});

it('refuses what is not in the encoding that it declares, with the line', () => {
  const declares = (encoding: string, more = '') => `<?xml version="1.0" encoding="${encoding}"?>\n<a>\n${more}</a>`;
  expect(faultOf(latin1(declares('UTF-8', 'ni\u00f1o')))).toMatchObject({ reason: 'encoding', line: 3 });
  expect(faultOf(latin1('<a>ni\u00f1o</a>'))).toMatchObject({ reason: 'encoding', line: 1 });
  expect(faultOf(utf8(declares('ISO-8859-1', 'niño'))).message).toMatch(/bytes are UTF-8/);
  expect(faultOf(utf8(declares('UTF-16'))).message).toMatch(/declares UTF-16, and its bytes are not/);
  expect(faultOf(utf16(declares('UTF-8'), true)).message).toMatch(/declares utf-8, and its first bytes are utf-16le/);
  expect(faultOf(latin1(declares('US-ASCII', 'ni\u00f1o'))).reason).toBe('encoding');
  expect(faultOf(utf8(declares('EBCDIC-CP-ES'))).message).toMatch(/EBCDIC-CP-ES is not read/);
  expect(faultOf(Uint8Array.of(0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0)).message).toMatch(/UTF-32/);
  expect(faultOf(Uint8Array.of(0xff, 0xfe, 0x3c, 0, 0x61)).reason).toBe('encoding');
});

it('refuses what ends too soon or is no document', () => {
  expect(faultOf('<a>\n<b>')).toMatchObject({ reason: 'malformed', line: 2 });
  expect(faultOf('<a>\n</b>')).toMatchObject({ reason: 'malformed', line: 2 });
  for (const text of ['', '   ', 'OFXHEADER:100', '{"a":1}', '<a/><b/>', '<a b=1/>', '<a>\u0000</a>', '<x:a/>'])
    expect(faultOf(text).reason).toBe('malformed');
});

it('keeps a name of JavaScript for what it is', () => {
  const root = read('<a __proto__="1" constructor="2"><toString/></a>');
  expect(Object.entries(root.attributes)).toEqual([
    ['__proto__', '1'],
    ['constructor', '2'],
  ]);
  expect(root.children[0]?.name).toBe('toString');
});

it('never fails otherwise than by a fault that tells a line', () => {
  const whole = utf8('<?xml version="1.0" encoding="UTF-8"?>\n<a xmlns="urn:a"><b c="d">é&lt;</b><![CDATA[x]]><!-- y --></a>\n');
  const change = fc.tuple(fc.nat(whole.length), fc.nat(3), fc.uint8Array({ maxLength: 4 }));
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
      const bytes = [...whole];
      for (const [at, without, put] of changes) bytes.splice(at, without, ...put);
      try {
        readXml(Uint8Array.from(bytes));
      } catch (error) {
        if (!(error instanceof XmlFault)) throw error;
        expect(error.line).toBeGreaterThan(0);
      }
    }),
    { numRuns: 2000 },
  );
});
