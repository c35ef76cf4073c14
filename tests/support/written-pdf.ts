import type { WrittenText } from '../../infra/tools/bench/written-pdf.ts';

export { type WrittenText, writtenPages, writtenPdf } from '../../infra/tools/bench/written-pdf.ts';

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
