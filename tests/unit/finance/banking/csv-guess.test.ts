import { expect, it } from 'vitest';
import { guessedCsv } from '../../../../shared/domain/finance/banking/csv-guess.ts';
import { readCsvStatement } from '../../../../shared/domain/finance/banking/csv-statement.ts';
import { fileText } from '../../../../shared/domain/finance/banking/file-text.ts';

const ACCOUNT = { account: { iban: 'ES9121000418450200051332' }, currency: 'EUR' };
/** What is read of a file by what is guessed of it. */
function read(bytes: Uint8Array) {
  const text = fileText(bytes).replaceAll('\ufeff', '');
  const csv = guessedCsv(text);
  if (!csv) throw new Error('nothing is guessed');
  const [statement] = readCsvStatement(text, { ...csv, ...ACCOUNT });
  return { csv, opening: statement?.opening, lines: statement?.lines.map(({ date, amount, text: told }) => [date, amount, told]) };
}
const SPANISH = [
  'Movimientos de la cuenta ES91 2100 0418 4502 0005 1332',
  '',
  'F. Operación;F. Valor;Concepto;Más datos;Importe;Saldo',
  '03/03/2026;03/03/2026;TRANSFERENCIA DE CAFÉS;F2026-000123;1.210,00;2.460,00',
  '05/03/2026;05/03/2026;COMISIÓN;;-3,50;2.456,50',
].join('\r\n');
const READ = [
  ['2026-03-03', 121000, 'TRANSFERENCIA DE CAFÉS F2026-000123'],
  ['2026-03-05', -350, 'COMISIÓN'],
];

it('guesses a Spanish file with lines above its header, in whatever encoding it comes', () => {
  const utf16 = Buffer.from(`\ufeff${SPANISH}`, 'utf16le');
  for (const bytes of [Buffer.from(SPANISH, 'utf8'), Buffer.from(`\ufeff${SPANISH}`, 'utf8'), utf16, Buffer.from(SPANISH, 'latin1')])
    expect(read(new Uint8Array(bytes))).toMatchObject({ opening: 125000, lines: READ });
  expect(read(Buffer.from(SPANISH)).csv).toEqual({
    ...{ delimiter: ';', decimal: ',', dateFormat: 'DD/MM/YYYY', skip: 2, header: true },
    columns: { date: 'F. Operación', valueDate: 'F. Valor', amount: 'Importe', balance: 'Saldo', text: ['Concepto', 'Más datos'] },
  });
});

it('guesses two columns of amounts, English marks, and days the American way', () => {
  const file = 'Date,Description,Debit,Credit\n03/13/2026,"Invoice, paid",,"1,210.00"\n03/14/2026,Fee,3.50,\n';
  expect(read(Buffer.from(file))).toMatchObject({
    csv: { delimiter: ',', decimal: '.', dateFormat: 'MM/DD/YYYY', columns: { debit: 'Debit', credit: 'Credit' } },
    lines: [
      ['2026-03-13', 121000, 'Invoice, paid'],
      ['2026-03-14', -350, 'Fee'],
    ],
  });
});

it('guesses columns by what stands in them, where there is no header', () => {
  const file = '2026-03-03\tTRANSFERENCIA DE CAFES\t1210.00\n2026-03-05\tCOMISION\t-3.50\n';
  expect(read(Buffer.from(file))).toMatchObject({
    csv: { delimiter: '\t', decimal: '.', dateFormat: 'YYYY-MM-DD', skip: 0, header: false, columns: { date: 1, amount: 3, text: [2] } },
  });
});

it('guesses nothing of what has no movement', () => {
  expect(guessedCsv('Esto no es un extracto\n')).toBeUndefined();
  expect(guessedCsv('')).toBeUndefined();
});
