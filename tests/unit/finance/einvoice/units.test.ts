import { expect, it } from 'vitest';
import { ciiFile } from '../../../../shared/domain/finance/einvoice/cii.ts';
import { facturaeFile } from '../../../../shared/domain/finance/einvoice/facturae.ts';
import { readEInvoices } from '../../../../shared/domain/finance/einvoice/read-einvoice.ts';
import { ublFile } from '../../../../shared/domain/finance/einvoice/ubl.ts';
import { draftLines } from '../../../../shared/domain/finance/receivables/draft.ts';
import { keptUnit, unitCode } from '../../../../shared/kernel/unit.ts';
import { readXml } from '../../../../shared/runtime/xml.ts';
import { invoiced } from '../../../support/einvoices.ts';

it.each([
  [undefined, 'C62'],
  ['pc', 'C62'],
  ['ud', 'C62'],
  ['h', 'HUR'],
  ['kg', 'KGM'],
  ['KG', 'KGM'],
  ['KGM', 'KGM'],
  ['m2', 'MTK'],
  ['caja', 'XBX'],
  ['blob', 'ZZ'],
])('%s is %s by UN/ECE Recommendation 20', (unit, code) => expect(unitCode(unit)).toBe(code));

it('a line keeps no unit of pieces, and what somebody types goes before that of the item', () => {
  expect([keptUnit('pc'), keptUnit('ud'), keptUnit('h')]).toEqual([{}, {}, { unit: 'h' }]);
  const item = { code: 'A', name: 'Café', kind: 'stocked', price: '20', taxCode: 'IVA-R', unit: 'kg', active: true } as const;
  const units = draftLines(
    [
      { itemId: 'itm_1', quantity: '1' },
      { itemId: 'itm_1', quantity: '1', unit: 'g' },
      { name: 'Horas', price: '1', quantity: '1' },
    ],
    new Map([['itm_1', item]]),
  ).map(({ unit }) => unit);
  expect(units).toEqual(['kg', 'g', undefined]);
});

const invoice = invoiced([
  { price: '60', quantity: '2', unit: 'h' },
  { price: '20', unit: 'kg' },
  { price: '5', unit: 'day' },
  { price: '1' },
]);
it.each([
  [ublFile, ['HUR', 'KGM', 'DAY', 'C62']],
  [ciiFile, ['HUR', 'KGM', 'DAY', 'C62']],
  // Facturae: 02 hours, 03 kilograms, 05 other, 01 units; what it has no code of is read as such.
  [facturaeFile, ['HUR', 'KGM', 'ZZ', 'C62']],
])('files say the units, and they are read back', (write, units) => {
  const read = readEInvoices(readXml(new TextEncoder().encode(write(invoice))));
  expect(read?.invoices[0]?.lines.map(({ unit }) => unit)).toEqual(units);
});
it('Facturae has its own codes', () =>
  expect([...facturaeFile(invoice).matchAll(/<UnitOfMeasure>(..)</g)].map(([, code]) => code)).toEqual(['02', '03', '05', '01']));
