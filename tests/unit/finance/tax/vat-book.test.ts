import { beforeEach, describe, expect, it } from 'vitest';
import { draft303 } from '../../../../shared/domain/finance/tax/m303.ts';
import {
  BOOK_COLUMNS,
  type Book,
  type BookRow,
  bookCsvHead,
  bookCsvRow,
  bookRows,
} from '../../../../shared/domain/finance/tax/vat-book.ts';
import { taxCodeOf } from '../../../../shared/domain/finance/tax/vat-es.ts';
import { kindOf } from '../../../../shared/domain/kinds.ts';
import { assertDefined } from '../../../../shared/kernel/assert.ts';
import type { PostingRule } from '../../../../shared/kernel/record.ts';
import { recordsOf } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { exampleQuarter, foldOf } from '../../../support/quarter.ts';

const table = useMemoryTable();
beforeEach(() => table.clear());

async function rowsOf(tenant: string, ids: readonly string[]): Promise<BookRow[]> {
  const rows = await Promise.all(
    ids.map(async (id) => {
      const type = assertDefined(kindOf(id), id);
      const document = await recordsOf(tenant).getOrThrow(type as never, id);
      const paper = (type.posts as PostingRule<object>).paper?.(document as object);
      return paper ? bookRows({ id, declaredOn: (document as unknown as { entry: { date: string } }).entry.date, paper }) : [];
    }),
  );
  return rows.flat();
}
const of = (rows: readonly BookRow[], book: Book) => rows.filter(({ paper }) => paper.book === book);
const cells = (row: BookRow) =>
  Object.fromEntries(BOOK_COLUMNS[row.paper.book].map(({ group, name, value }) => [`${group} ${name}`.trim(), value(row)]));
const total = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

describe('the registers of VAT', () => {
  it('come to what form 303 declares', async () => {
    const { tenant, ids } = await exampleQuarter();
    const rows = await rowsOf(tenant, ids);
    const { boxes } = draft303((await foldOf(tenant, ids)).taxes);
    const box = (name: string) => Number(boxes.find((each) => each.box === name)?.amount);
    const owed = of(rows, 'received').filter(({ code }) => taxCodeOf(code)?.owed === 'self');
    expect(total([...of(rows, 'issued').map(({ tax, surcharge = 0 }) => tax + surcharge), ...owed.map(({ tax }) => tax)])).toBe(box('27'));
    expect(total(of(rows, 'received').map(({ deductible }) => deductible))).toBe(box('45'));
    expect([box('27'), box('45')]).toEqual([5_181_00, 3_220_50]);
  });

  it('have the columns of AEAT: 36 and 42', async () => {
    const { tenant, ids } = await exampleQuarter();
    const [issued, received] = (['issued', 'received'] as const).map((book) => bookCsvHead(book).split(';'));
    expect([issued?.length, received?.length]).toEqual([36, 42]);
    const rows = await rowsOf(tenant, ids);
    const found = (code: string, book: Book) => cells(of(rows, book).find((row) => row.code === code) as BookRow);
    expect(found('IVA-G-RE', 'issued')).toMatchObject({
      'Base Imponible': '1000.00',
      'Tipo de IVA': '21.00',
      'Cuota IVA Repercutida': '210.00',
      'Tipo de Recargo eq.': '5.20',
      'Cuota Recargo eq.': '52.00',
      'Total Factura': '1262.00',
      'Calificación de la Operación': 'S1',
    });
    expect(found('INTRA', 'issued')).toMatchObject({
      'NIF Destinatario Tipo': '02',
      'NIF Destinatario Código País': 'PT',
      'NIF Destinatario Identificación': 'PT123456789',
      'Operación Exenta': 'E5',
      'Cuota IVA Repercutida': '',
    });
    expect(found('ISP-G', 'received')).toMatchObject({
      'Inversión del Sujeto Pasivo': 'S',
      'Cuota IVA Soportado': '168.00',
      'Cuota Deducible': '168.00',
      'Total Factura': '800.00',
      'Número Recepción': 'FR2026-05-00005',
    });
    expect(found('UEB-G', 'received')).toMatchObject({ 'Clave de Operación': '09', 'NIF Expedidor Tipo': '02' });
    expect(found('INV-G', 'received')).toMatchObject({ 'Bien de Inversión': 'S' });
  });

  it('are written as AEAT reads them: decimals after a comma, days, no formulas', () => {
    const [row] = bookRows({
      id: 'bil_1',
      declaredOn: '2026-05-04',
      paper: {
        ...{
          book: 'received',
          number: '=A1',
          date: '2026-05-02',
          form: 'correction',
          sign: -1,
          register: 'FR2026-05-00001',
          receivedOn: '2026-05-04',
        },
        party: { name: 'Uno; "Dos"', taxId: 'ESB58378431' },
        taxes: [{ code: 'IVA-G', percent: '21', base: 250_00, tax: 52_50 }],
      },
    });
    const text = bookCsvRow(row as BookRow);
    expect(text.split(';').slice(0, 6)).toEqual(['2026', '2T', '', '', '', 'R4']);
    expect(text).toContain(';02/05/2026;');
    expect(text).toContain(';B58378431;"Uno; ""Dos""";');
    expect(text).toContain(';-302,50;-250,00;21,00;-52,50;-52,50;');
    expect(text).not.toContain(';=A1');
  });
});
