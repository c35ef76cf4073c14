import { beforeAll, describe, expect, it } from 'vitest';
import { importProfileOf } from '#domain/sales/imports/profiles.ts';
import { rowsOf } from '#domain/sales/imports/report.ts';
import { columnsOf, readRow } from '#domain/sales/imports/rows.ts';
import { sentenceOf } from '../../../web/src/ui/problem-text.ts';
import { speakIn } from './spoken.ts';

const HEADER = ['Documento', 'Referencia', 'Artículo', 'Cantidad', 'Fecha', 'Precio', 'Cliente'];
const profile = importProfileOf('tienda-es');

/** What the import screen says of a row: read by the rules, put into the report, over the wire. */
function said(over: Partial<Record<string, string>>, more: readonly string[] = []): string | undefined {
  const row = ['V-1', 'ART-1', 'Taza', '2', '05/03/2026', '9,50', 'C1'].map((cell, i) => over[HEADER[i] ?? ''] ?? cell);
  const found = columnsOf(profile, HEADER);
  if (!('columns' in found)) throw new Error(found.missing.join());
  const read = readRow(profile, found.columns, HEADER.length, [...row, ...more], 7);
  if (!('problem' in read)) throw new Error('the row is taken');
  const document = { number: read.document, returned: false, rows: [], problems: [read.problem] };
  const [reported] = JSON.parse(JSON.stringify(rowsOf({ document, status: 'none' })));
  return sentenceOf('errors.rows', reported.reason, reported.params ?? {})?.replaceAll(/\s/g, ' ');
}

describe('a row that was not taken', () => {
  beforeAll(() => speakIn('es'));

  it.each([
    [{ Cantidad: 'seis' }, 'La columna «Cantidad» dice «seis» y debe tener una cantidad distinta de cero, de hasta 999.999.'],
    [{ Precio: '' }, 'La columna «Precio» está vacía y debe tener un precio.'],
    [{ Fecha: '31/02/2026' }, 'La columna «Fecha» dice «31/02/2026» y debe tener una fecha como día/mes/año.'],
    [{ Precio: '-1.234,5' }, 'El precio es -1.234,50 €.'],
    [{ Cantidad: '-1,5' }, 'La cantidad es -1,5 en un documento que no es una devolución.'],
    [{ Documento: 'D-1' }, 'La cantidad es 2 en una devolución, donde debe ser negativa.'],
    [{ Precio: '0' }, 'El precio es cero.'],
  ])('%o: %s', (over, words) => expect(said(over)).toBe(words));

  it('with cells too many is told how many', () => {
    expect(said({}, ['?'])).toBe('La fila tiene 8 columnas y la primera línea, 7.');
  });

  it('of a refused document has the refusal and its figures', () => {
    const refusal = { code: 'period.not_open', message: 'There is no fiscal year.', params: { date: '2026-03-05', year: '2026' } };
    const row = { line: 2, code: 'ART-1', description: '', quantity: '1', price: '1' };
    const existing = { profile: 'p', number: '1', date: '2026-03-05', digest: '', importId: 'imp_1', state: 'refused', refusal } as const;
    const [reported] = rowsOf({ document: { number: '1', returned: false, rows: [row], problems: [] }, status: 'new', existing });
    expect(reported).toMatchObject({ outcome: 'not-taken', reason: 'period.not_open', params: refusal.params });
    expect(sentenceOf('errors.figures', reported?.reason ?? '', reported?.params ?? {})).toBe(
      'No hay periodo contable para el 05/03/2026. Abra antes el ejercicio 2026 en Periodos.',
    );
  });

  it('of a report without figures has no sentence with gaps', () => {
    expect(sentenceOf('errors.rows', 'malformed', {})).toBeUndefined();
    expect(sentenceOf('errors.rows', 'negative-price', {})).toBeUndefined();
  });
});
