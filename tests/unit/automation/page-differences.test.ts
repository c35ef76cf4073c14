import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPdfDocument } from '../../../functions/automation/intake/pdf-content.ts';
import { ROOT } from '../../../infra/tools/local/workspace.ts';
import { ciiFile } from '../../../shared/domain/finance/einvoice/cii.ts';
import type { EInvoice } from '../../../shared/domain/finance/einvoice/einvoice.ts';
import { invoiced } from '../../support/einvoices.ts';
import { type WrittenText, writtenPages } from '../../support/written-pdf.ts';

const US = { taxId: 'B12345674', name: 'Prueba, S.L.' };
const SAMPLES = resolve(ROOT, process.env.TRASTIENDA_SAMPLES ?? '../shared/data', 'invoices/pdf');

/** 1,000.00 at 21 % and 100.00 at 10 %: 1,320.00 in all, as data. */
const SENT = invoiced([{ price: '1000' }, { price: '100', taxCode: 'IVA-R' }]);
const INVOICE = {
  ...{ ...SENT, number: 'R-2026/7', issueDate: '2026-03-02', dueDate: '2026-04-01' },
  seller: { ...SENT.seller, vatId: 'ESB83456780', legalId: 'B83456780' },
  payment: { ...SENT.payment, iban: 'ES9121000418450200051332' },
} as EInvoice;
const amounts = (minor: number): string => `${Math.floor(minor / 100).toLocaleString('de-DE')},${String(minor % 100).padStart(2, '0')}`;
const day = (iso: string): string => iso.split('-').toReversed().join('/');

/** The page that such an invoice has. */
function pageOf({ number, issueDate, dueDate, seller, taxes, sums, payment }: EInvoice): WrittenText[] {
  return [
    [50, 60, seller.name],
    [50, 74, `NIF: ${seller.vatId}`],
    [380, 80, `N\xfamero de factura: ${number}`],
    [380, 94, `Fecha de factura: ${day(issueDate)}`],
    [380, 108, `Vencimiento: ${day(dueDate ?? '')}`],
    [50, 154, 'Cliente: Prueba, S.L. NIF B12345674'],
    [200, 300, 'Base imponible'],
    [330, 300, '% IVA'],
    [430, 300, 'Cuota'],
    ...taxes.flatMap(({ percent, base, tax }, i): WrittenText[] => [
      [200, 314 + 14 * i, amounts(base)],
      [330, 314 + 14 * i, `${Number(percent)} %`],
      [430, 314 + 14 * i, amounts(tax)],
    ]),
    [330, 400, 'Total factura'],
    [430, 400, `${amounts(sums.gross)} EUR`],
    [50, 760, `IBAN: ${payment?.iban ?? ''}`],
  ];
}

/** The flags of a PDF whose data are the invoice's, and whose page was changed. */
async function differences(change: (text: string) => string) {
  const page = pageOf(INVOICE).map(([x, y, text]): WrittenText => [x, y, change(text)]);
  const { flags, kind } = await readPdfDocument(writtenPages([page], { name: 'factur-x.xml', text: ciiFile(INVOICE) }), US);
  expect(kind).toBe('cii');
  return flags.filter(({ code }) => code.startsWith('page_differs'));
}

describe('an electronic invoice in a PDF is compared with its page', () => {
  it('and is told nothing where they say the same', async () => {
    expect(await differences((text) => text)).toEqual([]);
  });

  it.each([
    ['number', 'page_differs', (text: string) => text.replace('R-2026/7', 'R-2026/8'), { data: 'R-2026/7', page: 'R-2026/8' }],
    ['date', 'page_differs', (text: string) => text.replace('02/03/2026', '03/03/2026'), { data: '2026-03-02', page: '2026-03-03' }],
    [
      'iban',
      'page_differs_iban',
      (text: string) => text.replace(/IBAN: .*/, 'IBAN: ES7921000813610123456789'),
      { data: 'ES9121000418450200051332', page: 'ES7921000813610123456789' },
    ],
    [
      'supplier',
      'page_differs_supplier',
      (text: string) => text.replace('ESB83456780', 'A58818501'),
      { data: 'B83456780', page: 'A58818501' },
    ],
    ['dueDate', 'page_differs', (text: string) => text.replace('01/04/2026', '15/03/2026'), { data: '2026-04-01', page: '2026-03-15' }],
  ])('its %s', async (field, code, change, params) => {
    expect(await differences(change)).toEqual([{ code, field, params }]);
  });
});

describe('its amounts', () => {
  const changed = (pairs: Readonly<Record<string, string>>) => (text: string) => pairs[text] ?? text;

  it('are compared rate by rate where the page comes out right: 200.00 + 20.00 for 100.00 + 10.00, 1,430.00 for 1,320.00', async () => {
    const flags = await differences(changed({ '100,00': '200,00', '10,00': '20,00', '1.320,00 EUR': '1.430,00 EUR' }));
    expect(flags).toEqual([
      { code: 'page_differs_tax', field: 'taxes', params: { rate: '10', data: '100.00 + 10.00', page: '200.00 + 20.00' } },
      { code: 'page_differs', field: 'total', params: { data: '1320.00', page: '1430.00' } },
    ]);
  });

  it('of a page that does not come out right say nothing against the data', async () => {
    expect(await differences(changed({ '100,00': '200,00' }))).toEqual([]);
  });
});

describe.skipIf(!existsSync(SAMPLES))('electronic invoices of others, in their PDFs (samples)', () => {
  const files = readdirSync(SAMPLES).filter((name) => name.endsWith('.pdf'));
  it.each(files)('%s says the same twice, or has no data', async (name) => {
    const { flags } = await readPdfDocument(readFileSync(join(SAMPLES, name)), US);
    expect(flags.filter(({ code }) => code.startsWith('page_differs'))).toEqual([]);
  });
});
