import { expect, it } from 'vitest';
import { sheetFile, sheetPaper } from '../../../../functions/finance/statements/statement-file.ts';
import { type Sheet, sheetCsv, statementSheet, trialSheet } from '../../../../shared/domain/finance/statements/sheet.ts';
import type { StatementData } from '../../../../shared/domain/finance/statements/wire.ts';
import { readPdf } from '../../../support/pdf.ts';
import { trialOf } from '../../../support/statement-year.ts';
import { sheetOf, unzipped } from '../../../support/xlsx.ts';

const DATA: StatementData = {
  statement: 'balance-sheet',
  model: 'pymes',
  columns: [
    { from: '2026-01-01', date: '2026-12-31' },
    { from: '2025-01-01', date: '2025-12-31' },
  ],
  complete: true,
  entries: 4,
  balanced: false,
  lines: [
    { id: '10000', level: 1, label: 'TOTAL ACTIVO', labelEn: 'TOTAL ASSETS', amounts: [1_234_567_89, 0], accounts: [] },
    {
      id: '12700',
      level: 3,
      label: 'VII. Efectivo; y otros',
      labelEn: 'VII. Cash',
      amounts: [1_234_567_89, 0],
      accounts: [{ account: '5720001', name: '=HYPERLINK("x")', nameEn: '', amounts: [-1_50, 0] }],
    },
    { id: '12600', level: 3, label: 'VI. Periodificaciones', labelEn: 'VI. Prepayments', amounts: [0, 0], accounts: [] },
  ],
  unassigned: [{ account: '5529', name: '', nameEn: '', amounts: [700, 0] }],
};
const sheet = (more: Partial<Parameters<typeof statementSheet>[1]> = {}) =>
  statementSheet(DATA, { language: 'es', accounts: true, whole: false, ...more });
const OWNER = {
  company: {
    name: 'Lumbre Hogar, S.L.',
    taxId: 'B12345674',
    address: { street: 'Calle Mayor 1', postalCode: '28013', city: 'Madrid', country: 'ES' },
  },
  from: '2026-01-01',
  to: '2026-12-31',
};

it('is a CSV by the language: numbers that calculate, texts that are no formula, and what no line takes', () => {
  expect(sheetCsv(sheet()).split('\r\n')).toEqual([
    '\ufeffCuenta;Epígrafe;31/12/2026;31/12/2025',
    ';TOTAL ACTIVO;1234567,89;0,00',
    ';"VII. Efectivo; y otros";1234567,89;0,00',
    '5720001;"\'=HYPERLINK(""x"")";-1,50;0,00',
    ';Ningún epígrafe recoge la cuenta 5529: 7.00 / 0.00',
    '',
  ]);
  expect(
    sheetCsv(sheet({ language: 'en', accounts: false, whole: true }))
      .split('\r\n')
      .slice(0, 4),
  ).toEqual([
    '\ufeffAccount,Line,31/12/2026,31/12/2025',
    ',TOTAL ASSETS,1234567.89,0.00',
    ',VII. Cash,1234567.89,0.00',
    ',VI. Prepayments,0.00,0.00',
  ]);
});

it('is a workbook of typed cells', async () => {
  const file = Buffer.from(await sheetFile(sheet(), 'xlsx', OWNER));
  expect(sheetOf(file)).toEqual([
    ['Cuenta', 'Epígrafe', '31/12/2026', '31/12/2025'],
    ['', 'TOTAL ACTIVO', '1234567.89', '0'],
    ['', 'VII. Efectivo; y otros', '1234567.89', '0'],
    ['5720001', '=HYPERLINK("x")', '-1.5', '0'],
    ['', 'Ningún epígrafe recoge la cuenta 5529: 7.00 / 0.00'],
  ]);
  // A text that looks like a formula is a text.
  expect(unzipped(file).get('xl/worksheets/sheet1.xml')).not.toContain('<f>');
});

it('is a page with the company, the days and every figure', async () => {
  const { text, pages } = await readPdf(Buffer.from(await sheetFile(sheet(), 'pdf', OWNER)));
  expect(pages.length).toBe(1);
  for (const part of ['Lumbre Hogar, S.L.', 'NIF B12345674', '31/12/2026', 'TOTAL ACTIVO', '1.234.567,89', '-1,50', 'cuenta 5529'])
    expect(text).toContain(part);
});

it('lies where it has many columns', () => {
  const many: Sheet = { ...sheet(), heads: ['a', 'b', 'c', 'd', 'e'] };
  expect([sheetPaper(many, OWNER).wide, sheetPaper(sheet(), OWNER).wide]).toEqual([true, false]);
});

it('is the trial balance with its totals', () => {
  const rows = trialOf({ 572: [100, 40, 15], 100: [-100, 0, 0], 700: [0, 0, 25] });
  expect(sheetCsv(trialSheet(rows, (code) => ({ name: `N${code}`, nameEn: '' }), 'es')).split('\r\n')).toEqual([
    '\ufeffCuenta;Epígrafe;Saldo anterior;Debe;Haber;Saldo',
    '100;N100;-100,00;0,00;0,00;-100,00',
    '572;N572;100,00;40,00;15,00;125,00',
    '700;N700;0,00;0,00;25,00;-25,00',
    ';Totales;0,00;40,00;40,00;0,00',
    '',
  ]);
});
