import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ImportProfile, importProfileOf } from '../../../../shared/domain/sales/imports/profiles.ts';
import { columnsOf, type ReadRow, readRow } from '../../../../shared/domain/sales/imports/rows.ts';

const RETAIL = importProfileOf('online-retail');
const SPANISH = importProfileOf('tienda-es');
const HEADER = ['InvoiceNo', 'StockCode', 'Description', 'Quantity', 'InvoiceDate', 'UnitPrice', 'CustomerID', 'Country'];

function read(profile: ImportProfile, header: readonly string[], fields: readonly string[]): ReadRow {
  const found = columnsOf(profile, header);
  if (!('columns' in found)) throw new Error(found.missing.join());
  return readRow(profile, found.columns, header.length, fields, 2);
}
const retail = (over: Partial<Record<(typeof HEADER)[number], string>> = {}): ReadRow => {
  const row = ['536365', '85123A', 'WHITE HOLDER', '6', '2010-12-01 08:26:00', '2.55', '17850.0', 'United Kingdom'];
  return read(
    RETAIL,
    HEADER,
    row.map((cell, i) => over[HEADER[i] as string] ?? cell),
  );
};
const reasonOf = (row: ReadRow) => ('problem' in row ? row.problem.reason : 'taken');

describe('a row of the online retail format', () => {
  it('is taken as it stands: key without .0, code in capitals, day without time', () => {
    expect(retail({ StockCode: ' 85123a ' })).toEqual({
      document: '536365',
      row: { line: 2, code: '85123A', description: 'WHITE HOLDER', quantity: '6', price: '2.55' },
      head: { date: '2010-12-01', customer: '17850', country: 'United Kingdom' },
    });
  });

  it.each([
    [{ UnitPrice: '0.0' }, 'zero-price'],
    [{ UnitPrice: '0.0', Quantity: '-10' }, 'zero-price'],
    [{ UnitPrice: '-11062.06' }, 'negative-price'],
    [{ Quantity: '-1' }, 'negative-quantity'],
    [{ InvoiceNo: 'C536365', Quantity: '1' }, 'positive-quantity'],
    [{ InvoiceNo: 'C536365', Quantity: '-1' }, 'taken'],
    [{ Quantity: '0' }, 'malformed'],
    [{ Quantity: '1.5' }, 'malformed'],
    [{ Quantity: 'six' }, 'malformed'],
    [{ Quantity: '1e3' }, 'malformed'],
    [{ Quantity: '1000000' }, 'malformed'],
    [{ UnitPrice: '2,55' }, 'malformed'],
    [{ UnitPrice: '' }, 'malformed'],
    [{ UnitPrice: '0.0000001' }, 'malformed'],
    [{ InvoiceDate: '2010-02-30 10:00' }, 'malformed'],
    [{ InvoiceDate: '01/12/2010' }, 'malformed'],
    [{ InvoiceNo: '' }, 'malformed'],
    [{ StockCode: 'A#1' }, 'malformed'],
    [{ CustomerID: '17 850' }, 'malformed'],
    [{ CustomerID: '' }, 'taken'],
    [{ Description: '' }, 'taken'],
  ])('%o: %s', (over, reason) => expect(reasonOf(retail(over))).toBe(reason));

  it('tells what is wrong by the name of the column', () => {
    const row = retail({ Quantity: 'six' });
    expect('problem' in row && row.problem.detail).toBe('Quantity is "six": not a quantity other than zero, of at most 999999.');
  });

  it('with too few or too many cells is told so', () => {
    for (const width of [1, 7, 9]) {
      const row = read(
        RETAIL,
        HEADER,
        Array.from({ length: width }, () => '1'),
      );
      expect('problem' in row && row.problem).toEqual({
        line: 2,
        reason: 'malformed',
        detail: `The row has ${width} columns; the first line has 8.`,
        params: { columns: width, width: 8, why: 'columns' },
      });
    }
  });

  it('is either taken with a positive quantity and price, or has one reason: whatever stands in it', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.integer({ min: -2_000_000, max: 2_000_000 }).map(String),
      fc.double({ noNaN: true }).map(String),
    );
    fc.assert(
      fc.property(fc.constantFrom('536365', 'C536365', ''), cell, cell, cell, (InvoiceNo, StockCode, Quantity, UnitPrice) => {
        const row = retail({ InvoiceNo, StockCode, Quantity, UnitPrice });
        if ('problem' in row) return row.problem.detail.length > 0;
        return Number(row.row.quantity) > 0 && Number(row.row.price) > 0 && /^[\d.]+$/.test(row.row.quantity + row.row.price);
      }),
    );
  });

  it('of every sign is sorted by price first, then by quantity', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.integer({ min: -999, max: 999 }), fc.integer({ min: -999, max: 999 }), (back, quantity, price) => {
        fc.pre(quantity !== 0);
        const wrong = back ? 'positive-quantity' : 'negative-quantity';
        const wanted = [price === 0 && 'zero-price', price < 0 && 'negative-price', back !== quantity < 0 && wrong, 'taken'].find(Boolean);
        expect(reasonOf(retail({ InvoiceNo: back ? 'C1' : '1', Quantity: String(quantity), UnitPrice: String(price) }))).toBe(wanted);
      }),
    );
  });
});

describe('another shop’s format', () => {
  const header = ['Fecha', 'Documento', 'Cliente', 'Referencia', 'Artículo', 'Cantidad', 'Precio'];
  const spanish = (fields: readonly string[]) => read(SPANISH, header, fields);

  it('has its columns under names of any case, composed or not, and its texts composed', () => {
    const names = header.map((name) => name.toUpperCase().normalize('NFD'));
    const taken = read(SPANISH, names, ['31/12/2010', 'V-1', 'ana', 'art-7', 'Cafe\u0301', '1', '3']);
    expect('row' in taken && taken.row).toMatchObject({ code: 'ART-7', description: 'Café' });
  });

  it('is data: other columns, dates and decimals', () => {
    expect(spanish(['31/12/2010', 'V-1', 'ana', 'art-7', 'Taza', '2,5', '1.234,50'])).toEqual({
      document: 'V-1',
      row: { line: 2, code: 'ART-7', description: 'Taza', quantity: '2.5', price: '1234.5' },
      head: { date: '2010-12-31', customer: 'ana', country: '' },
    });
    expect(reasonOf(spanish(['1/2/2011', 'D-1', '', 'ART-7', 'Taza', '-1', '3']))).toBe('taken');
  });

  it.each(['1.5', '1,234.50', '12.34,5', '1.234.5'])('does not guess what %s is', (price) => {
    expect(reasonOf(spanish(['31/12/2010', 'V-1', 'ana', 'ART-7', 'Taza', '1', price]))).toBe('malformed');
  });

  it('names the columns that are missing', () => {
    expect(columnsOf(SPANISH, ['Fecha', 'Documento'])).toEqual({ missing: ['Referencia', 'Artículo', 'Cantidad', 'Precio', 'Cliente'] });
  });
});
