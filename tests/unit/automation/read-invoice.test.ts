import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pdfPages } from '../../../functions/automation/intake/pdf-pages.ts';
import { ROOT } from '../../../infra/tools/local/workspace.ts';
import { BELIEVED } from '../../../shared/domain/automation/intake/read-field.ts';
import { readInvoice } from '../../../shared/domain/automation/intake/read-invoice.ts';
import { PAPER_INVOICE, type WrittenText, writtenPdf } from '../../support/written-pdf.ts';

const US = { taxId: 'B12345674', name: 'Prueba, S.L.' };
const read = async (bytes: Uint8Array) => readInvoice((await pdfPages(bytes)).pages, US);
const readTexts = (texts: readonly WrittenText[]) => read(writtenPdf(texts));
const without = (...words: string[]) => PAPER_INVOICE.filter(([, , text]) => !words.some((word) => text.includes(word)));

const SAMPLES = resolve(ROOT, process.env.TRASTIENDA_SAMPLES ?? '../shared/data', 'invoices/pdf');

describe('an invoice is read from the texts of its page', () => {
  it('with supplier, number, days, taxes by rate, total and IBAN, each where it stands', async () => {
    const invoice = await readTexts(PAPER_INVOICE);
    expect(invoice.parties.taxIds.map(({ value }) => value)).toEqual(['B83456780']);
    expect(invoice.parties.names[0]?.value).toBe('Suministros del Sur, S.L.');
    expect(invoice.parties.ibans.map(({ value }) => value)).toEqual(['ES9121000418450200051332']);
    expect(invoice.address?.value).toEqual({ street: 'Calle Ancha 3', postalCode: '41001', city: 'Sevilla', country: 'ES' });
    expect(invoice.number).toMatchObject({ value: 'A-2026/0117', place: { page: 1, x: 480 } });
    expect(invoice.date?.value).toBe('2026-11-12');
    expect(invoice.dueDate?.value).toBe('2026-12-12');
    expect(invoice.taxes.map(({ value }) => value)).toEqual([
      { rate: '21', base: 400_00, tax: 84_00 },
      { rate: '10', base: 100_00, tax: 10_00 },
    ]);
    expect(invoice.total?.value).toBe(594_00);
    expect(invoice.currency?.value).toBe('EUR');
    expect([invoice.number, invoice.date, invoice.total, ...invoice.taxes].every((field) => (field?.confidence ?? 0) >= BELIEVED)).toBe(
      true,
    );
  });

  it.each<[string, readonly WrittenText[], object | undefined]>([
    [
      'in two lines, with its province',
      [
        [50, 88, 'Pol\xedgono El Pino, nave 7'],
        [50, 102, '41016 Sevilla (Sevilla)'],
      ],
      { street: 'Pol\xedgono El Pino, nave 7', postalCode: '41016', city: 'Sevilla', province: 'Sevilla', country: 'ES' },
    ],
    ['without a street', [[50, 102, '41016 Sevilla']], undefined],
    ['of somebody else, far from its name', [[380, 154, 'Calle Mayor 1, 28013 Madrid']], undefined],
  ])('with the address of its supplier, %s', async (_, texts, address) => {
    const { address: read } = await readTexts([...without('Calle Ancha'), ...texts]);
    expect(read?.value).toEqual(address);
  });

  it('that withholds income tax: 1,000.00 at 21 % less 15 % is 1,060.00 to pay', async () => {
    const invoice = await readTexts([
      ...without('400,00', '100,00', '21 %', '10 %', '84,00', '10,00', 'Total', '594', 'Base', 'IVA', 'Cuota'),
      [200, 300, 'Base imponible'],
      [430, 300, '1.000,00'],
      [200, 314, 'IVA 21 %'],
      [430, 314, '210,00'],
      [200, 328, 'Retención IRPF 15 %'],
      [430, 328, '-150,00'],
      [200, 342, 'Total a pagar'],
      [430, 342, '1.060,00'],
    ]);
    expect(invoice.taxes.map(({ value }) => value)).toEqual([{ rate: '21', base: 1000_00, tax: 210_00 }]);
    expect([invoice.withholding?.value, invoice.total?.value]).toEqual([150_00, 1060_00]);
  });

  it('and is not believed where its amounts do not come out right: a total of 595.00 over 594.00', async () => {
    const wrong = PAPER_INVOICE.map(([x, y, text]): WrittenText => [x, y, text.replace('594,00', '595,00')]);
    const { total, taxes } = await readTexts(wrong);
    expect(total?.value).toBe(595_00);
    expect([total, ...taxes].every((field) => (field?.confidence ?? 0) < BELIEVED)).toBe(true);
  });

  it('where our own company is never its supplier, though it is the only one with a tax id', async () => {
    const { parties } = await readTexts(without('B83456780', 'Suministros'));
    expect([parties.taxIds, parties.names, parties.namesUs]).toEqual([[], [], true]);
  });

  it('and its number is no order’s, customer’s or delivery note’s', async () => {
    const { number } = await readTexts([
      ...without('mero de factura', 'A-2026/0117'),
      [380, 80, 'Pedido nº:'],
      [480, 80, '4500017'],
      [380, 122, 'Albarán: 88123'],
      [380, 136, 'Nº de cliente 4711'],
    ]);
    expect(number?.confidence ?? 0).toBeLessThan(BELIEVED);
  });
});

describe.skipIf(!existsSync(SAMPLES))('real papers (samples) are read right, or not believed', () => {
  /** By hand from the papers, before the reader was run over them: what a person would type. */
  const TRUTH = {
    AmazonWebServices: { number: '42183017', date: '2014-08-03', total: 4_11, taxes: [] },
    AzureInterior: { number: 'INV/2023/03/0008', date: '2023-03-20', total: 279_84, taxes: [{ rate: '15', base: 112_90, tax: 16_94 }] },
    Facture_FR_BASICWL: {
      ...{ number: 'FA-2017-0010', date: '2017-11-13', total: 671_15 },
      taxes: [
        { rate: '20', base: 81_90, tax: 16_38 },
        { rate: '5.5', base: 543_00, tax: 29_87 },
      ],
    },
    FlipkartInvoice: {
      number: 'BLR_WFLD20151000982590',
      date: '2015-10-20',
      total: 319_00,
      taxes: [{ rate: '14.5', base: 278_61, tax: 40_39 }],
    },
    QualityHosting: { number: '30064443', date: '2014-05-07', total: 34_73, taxes: [] },
    zugferd_2p1_EN16931_2_Teilrechnung: {
      number: '471113',
      date: '2018-06-13',
      total: 23_54,
      taxes: [{ rate: '7', base: 22_00, tax: 1_54 }],
    },
  };

  it.each(Object.entries(TRUTH))('%s', async (name, truth) => {
    const invoice = await read(readFileSync(join(SAMPLES, `${name}.pdf`)));
    for (const field of ['number', 'date', 'total'] as const)
      if ((invoice[field]?.confidence ?? 0) >= BELIEVED) expect([field, invoice[field]?.value]).toEqual([field, truth[field]]);
    for (const { value, confidence } of invoice.taxes) if (confidence >= BELIEVED) expect(truth.taxes).toContainEqual(value);
  });
});
