/** A text at its place: points from the upper left corner of an A4 page. */
export type WrittenText = readonly [x: number, y: number, text: string];

const PAGE_HEIGHT = 842;
const escaped = (text: string): string => text.replace(/[\\()]/g, '\\$&');

/** A PDF of one page with texts in Helvetica of 10 points: as plain as ISO 32000-1 lets it be, written by no library of the product. */
export function writtenPdf(texts: readonly WrittenText[]): Buffer {
  const drawn = texts.map(([x, y, text]) => `BT /F1 10 Tf ${x} ${PAGE_HEIGHT - y} Td (${escaped(text)}) Tj ET`).join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${Buffer.byteLength(drawn, 'latin1')} >>\nstream\n${drawn}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
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
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    'latin1',
  );
}

/** A Spanish invoice as many small suppliers print it: 400.00 at 21 % and 100.00 at 10 %, 594.00 in all. */
export const PAPER_INVOICE: readonly WrittenText[] = [
  [50, 60, 'Suministros del Sur, S.L.'],
  [50, 74, 'CIF: B83456780'],
  [50, 88, 'Calle Ancha 3, 41001 Sevilla'],
  [380, 60, 'FACTURA'],
  [380, 80, 'N\xfamero de factura:'],
  [480, 80, 'A-2026/0117'],
  [380, 94, 'Fecha de factura:'],
  [480, 94, '12/11/2026'],
  [380, 108, 'Vencimiento:'],
  [480, 108, '12/12/2026'],
  [50, 140, 'Cliente: Prueba, S.L.'],
  [50, 154, 'NIF: B12345674'],
  [50, 220, 'Papel'],
  [480, 220, '400,00'],
  [50, 234, 'Caf\xe9'],
  [480, 234, '100,00'],
  [200, 300, 'Base imponible'],
  [330, 300, '% IVA'],
  [430, 300, 'Cuota'],
  [200, 314, '400,00'],
  [330, 314, '21 %'],
  [430, 314, '84,00'],
  [200, 328, '100,00'],
  [330, 328, '10 %'],
  [430, 328, '10,00'],
  [330, 350, 'Total factura'],
  [430, 350, '594,00 EUR'],
  [50, 760, 'IBAN: ES91 2100 0418 4502 0005 1332'],
];
