/** A text at its place: points from the upper left corner of an A4 page. */
export type WrittenText = readonly [x: number, y: number, text: string];

const PAGE_HEIGHT = 842;
const escaped = (text: string): string => text.replace(/[\\()]/g, '\\$&');

/** A PDF of one page with texts in Helvetica of 10 points: as plain as ISO 32000-1 lets it be, written by no library of the product. */
export const writtenPdf = (texts: readonly WrittenText[]): Buffer => writtenPages([texts]);

const CATALOG = 1;
const PAGES = 2;
const FONT = 3;

/** A file in a PDF, by its name. */
interface AttachedFile {
  readonly name: string;
  readonly text: string;
}

const fileObjects = ({ name, text }: AttachedFile, at: number): string[] => {
  const bytes = Buffer.from(text).toString('latin1');
  return [
    `<< /Type /Filespec /F (${name}) /UF (${name}) /EF << /F ${at + 1} 0 R >> >>`,
    `<< /Type /EmbeddedFile /Subtype /text#2Fxml /Length ${bytes.length} >>\nstream\n${bytes}\nendstream`,
  ];
};

/** The same of several pages; with a file in it (ISO 32000-1, 7.11.4), as electronic invoices are. */
export function writtenPages(pages: readonly (readonly WrittenText[])[], attached?: AttachedFile): Buffer {
  const pageAt = (i: number) => FONT + 1 + 2 * i;
  const objects = [
    `<< /Type /Catalog /Pages ${PAGES} 0 R ${attached ? `/Names << /EmbeddedFiles << /Names [(${attached.name}) ${pageAt(pages.length)} 0 R] >> >> ` : ''}>>`,
    `<< /Type /Pages /Kids [${pages.map((_, i) => `${pageAt(i)} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((texts, i) => {
      const drawn = texts.map(([x, y, text]) => `BT /F1 10 Tf ${x} ${PAGE_HEIGHT - y} Td (${escaped(text)}) Tj ET`).join('\n');
      return [
        `<< /Type /Page /Parent ${PAGES} 0 R /MediaBox [0 0 595 ${PAGE_HEIGHT}] /Resources << /Font << /F1 ${FONT} 0 R >> >> /Contents ${pageAt(i) + 1} 0 R >>`,
        `<< /Length ${Buffer.byteLength(drawn, 'latin1')} >>\nstream\n${drawn}\nendstream`,
      ];
    }),
    ...(attached ? fileObjects(attached, pageAt(pages.length)) : []),
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = Buffer.byteLength(body, 'latin1');
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = Buffer.byteLength(body, 'latin1');
  return Buffer.from(
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root ${CATALOG} 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    'latin1',
  );
}
