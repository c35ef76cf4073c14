import { describe, expect, it } from 'vitest';
import { pdfPages } from '../../../functions/automation/intake/pdf-pages.ts';
import {
  type LearnedPlaces,
  PLACED_FIELDS,
  type PlacedField,
  placeOfValue,
} from '../../../shared/domain/automation/intake/learned-place.ts';
import { printedLines } from '../../../shared/domain/automation/intake/page.ts';
import { BELIEVED } from '../../../shared/domain/automation/intake/read-field.ts';
import { readInvoice } from '../../../shared/domain/automation/intake/read-invoice.ts';
import { type WrittenText, writtenPdf } from '../../support/written-pdf.ts';

const US = { taxId: 'B12345674', name: 'Prueba, S.L.' };
const WORDS = ['Señas', 'Expedida', 'Importe a satisfacer'] as const;

/** A layout with words of its own: 300.00 at 21 %, 363.00 in all. `side` is where its values stand from its words. */
function paper(side: 'in' | 'right' | 'below' | 'page', number: string, day: string, [base, tax, total]: readonly string[]): Buffer {
  const values = [number, day, `${total} EUR`];
  const labelled = WORDS.flatMap((word, i): WrittenText[] => {
    const [x, y, value] = [330, 80 + 40 * i, values[i] ?? ''];
    if (side === 'in') return [[x, y, `${word.replace('ñ', '\xf1')} ${value}`]];
    if (side === 'page') return [[x, y, value]];
    return [[x, y, word.replace('ñ', '\xf1')], side === 'right' ? [x + 140, y, value] : [x, y + 14, value]];
  });
  return writtenPdf([
    [50, 60, 'Talleres Mar, S.L.'],
    [50, 74, 'B83456780'],
    ...labelled,
    [50, 300, 'Prueba, S.L. B12345674'],
    [50, 330, 'Otro 31/12/2026'],
    [50, 360, 'Ref. obra X-77/12'],
    [200, 400, `${base}`],
    [330, 400, '21 %'],
    [430, 400, `${tax}`],
  ]);
}
const FIRST = ['300,00', '63,00', '363,00'] as const;
const SECOND = ['500,00', '105,00', '605,00'] as const;
const read = async (bytes: Uint8Array, places?: LearnedPlaces) => readInvoice((await pdfPages(bytes)).pages, US, places);
const sure = (field: { readonly value: unknown; readonly confidence: number } | undefined) =>
  field && [field.value, field.confidence >= BELIEVED];

/** What a person's entering of the first paper teaches. */
async function taughtBy(bytes: Uint8Array, values: Readonly<Record<PlacedField, string>>): Promise<LearnedPlaces> {
  const lines = printedLines((await pdfPages(bytes)).pages);
  return Object.fromEntries(PLACED_FIELDS.flatMap((field) => [[field, placeOfValue(lines, field, values[field])]]));
}

describe('where a supplier’s papers have a field is learned from one of them', () => {
  it.each(['in', 'right', 'below', 'page'] as const)('its values %s', async (side) => {
    const first = paper(side, 'T/26-114', '12/11/2026', FIRST);
    const before = await read(first);
    expect([sure(before.number)?.[1] ?? false, sure(before.date)?.[1] ?? false, sure(before.total)?.[1]]).toEqual([false, false, false]);
    const places = await taughtBy(first, { number: 'T/26-114', date: '2026-11-12', total: '36300' });
    expect(PLACED_FIELDS.map((field) => places[field]?.side)).toEqual([side, side, side]);
    const next = await read(paper(side, 'T/26-131', '09/12/2026', SECOND), places);
    expect([sure(next.number), sure(next.date), sure(next.total)]).toEqual([
      ['T/26-131', true],
      ['2026-12-09', true],
      [605_00, true],
    ]);
  });

  it('and a number of another form, at that place, waits for a look', async () => {
    const places = await taughtBy(paper('right', 'T/26-114', '12/11/2026', FIRST), {
      number: 'T/26-114',
      date: '2026-11-12',
      total: '36300',
    });
    const { number } = await read(paper('right', '4500017', '09/12/2026', SECOND), places);
    expect(sure(number)).toEqual(['4500017', false]);
  });

  it('but a total is never believed over arithmetic: 606.00 over 500.00 and 105.00', async () => {
    const places = await taughtBy(paper('right', 'T/26-114', '12/11/2026', FIRST), {
      number: 'T/26-114',
      date: '2026-11-12',
      total: '36300',
    });
    const { total } = await read(paper('right', 'T/26-131', '09/12/2026', ['500,00', '105,00', '606,00']), places);
    expect(sure(total)).toEqual([606_00, false]);
  });
});

describe('what stands by the label of something else', () => {
  const page = (...texts: readonly WrittenText[]) => writtenPdf([[50, 60, 'Talleres Mar, S.L.'], [50, 74, 'B83456780'], ...texts]);
  const placed = async (bytes: Uint8Array, field: PlacedField, value: string) =>
    placeOfValue(printedLines((await pdfPages(bytes)).pages), field, value);

  it('is not learned: the date stands by its own, though it is due that day; a customer number by none', async () => {
    const both = page([330, 80, 'Vencimiento:'], [450, 80, '01/11/2026'], [330, 110, 'Expedida el:'], [450, 110, '01/11/2026']);
    expect(await placed(both, 'date', '2026-11-01')).toMatchObject({ side: 'right', label: 'expedida el' });
    const units = page([330, 80, 'Total unidades: 7'], [330, 110, 'Expediente de obra'], [330, 140, 'Factura n\xba: 7']);
    expect(await placed(units, 'number', '7')).toMatchObject({ label: 'factura nº' });
    expect(await placed(page([330, 80, 'Cliente: 4711']), 'number', '4711')).toBeUndefined();
  });

  it('is not read either, where it was learned before', async () => {
    const next = page([330, 80, 'Vencimiento:'], [450, 80, '15/01/2027'], [330, 110, 'Fecha factura:'], [450, 110, '16/12/2026']);
    const due = { side: 'right', label: 'vencimiento', shape: '', x: 450, y: 80 } as const;
    expect(sure((await read(next, { date: due })).date)).toEqual(['2026-12-16', true]);
  });

  it('and what its own label surely names otherwise waits for a look', async () => {
    const next = page(
      [330, 80, 'Se\xf1as: 4711'],
      [330, 110, 'Factura n\xba: 2'],
      [330, 140, 'Fecha factura: 16/12/2026'],
      [330, 170, 'Expedida: 15/12/2026'],
    );
    const place = (label: string, shape: string) => ({ side: 'in', label, shape, x: 330, y: 80 }) as const;
    const { number, date } = await read(next, { number: place('senas', '9'), date: place('expedida', '') });
    expect([sure(number), sure(date)]).toEqual([
      ['4711', false],
      ['2026-12-15', false],
    ]);
    expect((await read(next)).number).toMatchObject({ value: '2' });
    // Where both say the same, it is believed.
    expect(sure((await read(next, { number: place('factura nº', '9') })).number)).toEqual(['2', true]);
  });
});
