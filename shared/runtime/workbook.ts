import { type ZipEntry, zipOf } from './zip.ts';

/** A cell: text, or a number as decimal text. Days are text too, as whoever reads the sheet wants them. */
export interface Cell {
  readonly text: string;
  readonly numeric?: boolean;
}

export interface Sheet {
  readonly name: string;
  readonly rows: Iterable<readonly Cell[]>;
}

const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\P{Cc}]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** 0 → A, 26 → AA. */
const columnName = (at: number): string => (at < 26 ? '' : columnName(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

function rowXml(cells: readonly Cell[], no: number): string {
  const written = cells.map(({ text, numeric }, i) => {
    const at = `${columnName(i)}${no}`;
    if (text === '') return '';
    return numeric ? `<c r="${at}" s="1"><v>${text}</v></c>` : `<c r="${at}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
  });
  return `<row r="${no}">${written.join('')}</row>`;
}

function sheetXml({ rows }: Sheet): string {
  const written: string[] = [];
  for (const row of rows) written.push(rowXml(row, written.length + 1));
  return `${XML}<worksheet xmlns="${MAIN}"><sheetData>${written.join('')}</sheetData></worksheet>`;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Two decimals without thousands, which is what AEAT's template takes. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="2" applyNumberFormat="1"/></cellXfs></styleSheet>`;

/** A workbook (ECMA-376, SpreadsheetML) with nothing but its cells. */
export function workbookOf(sheets: readonly Sheet[]): Buffer {
  const numbered = sheets.map((sheet, i) => ({ sheet, no: i + 1 }));
  const relations = [
    ...numbered.map(({ no }) => `<Relationship Id="rId${no}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${no}.xml"/>`),
    `<Relationship Id="rId0" Type="${OFFICE}/styles" Target="styles.xml"/>`,
  ];
  const texts: [string, string][] = [
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${numbered.map(({ no }) => `<Override PartName="/xl/worksheets/sheet${no}.xml" ContentType="${TYPES}.worksheet+xml"/>`).join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${numbered.map(({ sheet, no }) => `<sheet name="${escaped(sheet.name)}" sheetId="${no}" r:id="rId${no}"/>`).join('')}</sheets></workbook>`,
    ],
    ['xl/_rels/workbook.xml.rels', `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`],
    ['xl/styles.xml', STYLES],
    ...numbered.map(({ sheet, no }): [string, string] => [`xl/worksheets/sheet${no}.xml`, sheetXml(sheet)]),
  ];
  return zipOf(texts.map(([name, text]): ZipEntry => ({ name, bytes: Buffer.from(text) })));
}
