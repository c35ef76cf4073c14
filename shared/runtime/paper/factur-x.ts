import { assert } from '#kernel/assert.ts';
import type { Paper } from './paper.ts';
import { printPaper } from './print-paper.ts';

/** The name that the file of an electronic invoice has in a PDF (Factur-X 1.0, ZUGFeRD 2). */
export const FACTUR_X = 'factur-x.xml';

const SPACE = 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#';
/** What the metadata says of the file, each with its meaning. */
const PROPERTIES = [
  ['DocumentFileName', FACTUR_X, 'The name of the embedded XML document'],
  ['DocumentType', 'INVOICE', 'The type of the hybrid document in capital letters, e.g. INVOICE or ORDER'],
  ['Version', '1.0', 'The actual version of the standard applying to the embedded XML document'],
  ['ConformanceLevel', 'EN 16931', 'The conformance level of the embedded XML document'],
] as const;

const STATED = `<rdf:Description rdf:about="" xmlns:fx="${SPACE}">${PROPERTIES.map(([name, value]) => `<fx:${name}>${value}</fx:${name}>`).join('')}</rdf:Description>`;
const property = ([name, , meaning]: (typeof PROPERTIES)[number]): string =>
  `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>${meaning}</pdfaProperty:description></rdf:li>`;
/** PDF/A takes no property that the metadata does not describe. */
const DESCRIBED = `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>${SPACE}</pdfaSchema:namespaceURI><pdfaSchema:prefix>fx</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>${PROPERTIES.map(property).join('')}</rdf:Seq></pdfaSchema:property></rdf:li>`;
const SCHEMAS = '<pdfaExtension:schemas><rdf:Bag>';
const END = '</rdf:RDF>';

/** The PDF of a document; where an electronic invoice is in it, the metadata says so, and the PDF is Factur-X. */
export function printInvoice(paper: Paper): Buffer {
  const pdf = printPaper(paper);
  return paper.files?.some(({ name }) => name === FACTUR_X) ? withFacturX(pdf) : pdf;
}

/** The same PDF with more in its metadata, which the engine cannot be told: the table of where each object begins is moved along. */
function withFacturX(pdf: Buffer): Buffer {
  // One character for each byte.
  const text = pdf.toString('latin1');
  const begins = text.indexOf('<?xpacket begin=');
  const ends = text.indexOf('<?xpacket end=', begins);
  const dictionary = text.lastIndexOf('/Length ', begins);
  assert(begins > 0 && ends > begins && dictionary > 0, 'the PDF has metadata that are not packed');
  const packet = text.slice(begins, ends);
  const more = packet.replace(SCHEMAS, () => `${SCHEMAS}${DESCRIBED}`).replace(END, () => `${STATED}${END}`);
  assert(more.length === packet.length + DESCRIBED.length + STATED.length, 'the metadata have the places where more is put');
  const [length = ''] = /^\/Length \d+/.exec(text.slice(dictionary)) ?? [];
  const longer = `/Length ${Number(length.slice(8)) + more.length - packet.length}`;
  const changed = `${text.slice(0, dictionary)}${longer}${text.slice(dictionary + length.length, begins)}${more}${text.slice(ends)}`;
  return Buffer.from(moved(changed, begins, more.length - packet.length + longer.length - length.length), 'latin1');
}

/** The table of objects of a PDF that has so many more bytes from a place on. */
function moved(text: string, from: number, by: number): string {
  const table = text.lastIndexOf('\nxref\n') + 1;
  const trailer = text.indexOf('trailer', table);
  assert(table > from && trailer > table, 'the PDF has a table of its objects behind its metadata');
  const entries = text
    .slice(table, trailer)
    .replace(
      /^(\d{10})( \d{5} n)/gm,
      (_, at: string, rest: string) => `${String(Number(at) > from ? Number(at) + by : at).padStart(10, '0')}${rest}`,
    );
  return `${text.slice(0, table)}${entries}${text.slice(trailer).replace(/startxref\s+\d+/, `startxref\n${table}`)}`;
}
