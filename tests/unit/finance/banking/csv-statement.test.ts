import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { CsvMapping } from '../../../../shared/domain/finance/banking/csv-columns.ts';
import { readFileBytes, readText, refusedFor, utf8 } from './bank-samples.ts';

const MAPPING: CsvMapping = {
  ...{ delimiter: ';', decimal: ',', dateFormat: 'DD/MM/YYYY', skip: 2, header: true, currency: 'EUR' },
  columns: {
    date: 'Fecha operación',
    valueDate: 'Fecha valor',
    amount: 'Importe',
    text: ['Concepto', 'Observaciones'],
    balance: 'Saldo',
    reference: 7,
  },
  account: { iban: 'ES9121000418450200051332' },
};
const HEAD = ['Cuenta;ES91 2100 0418 4502 0005 1332', '', 'FECHA OPERACION;Fecha valor;Concepto;Observaciones;Importe;Saldo;Ref'];
const ROWS = [
  '03/03/2026;03/03/2026;Transferencia;"Fra. ""F2026-000123""; marzo";1.210,00;2.460,00;F2026-000123',
  '05/03/2026;;Comisión;;-3,50;2.456,50;',
  '10/03/2026;10/03/2026;Recibo;"de\ndos líneas";-484,00 €;1.972,50;',
  '10/03/2026;10/03/2026;Recibo;;484,00-;1.488,50;',
];
const csv = (rows: readonly string[] = ROWS, head: readonly string[] = HEAD) => [...head, ...rows].join('\r\n');
const read = (text = csv(), more: Partial<CsvMapping> = {}) => readText(text, { ...MAPPING, ...more })[0];
const columns = (more: Partial<CsvMapping['columns']>, without: readonly string[] = []) => ({
  columns: Object.fromEntries(
    Object.entries({ ...MAPPING.columns, ...more }).filter(([name]) => !without.includes(name)),
  ) as CsvMapping['columns'],
});

it('reads the rows by the names of the header, and proves each balance', () => {
  expect(read()).toEqual({
    ...{
      format: 'csv',
      account: MAPPING.account,
      currency: 'EUR',
      from: '2026-03-03',
      to: '2026-03-10',
      opening: 125_000,
      closing: 148_850,
    },
    lines: [
      {
        ...{ no: 1, at: 4, date: '2026-03-03', valueDate: '2026-03-03', amount: 121_000, reference: 'F2026-000123' },
        text: 'Transferencia Fra. "F2026-000123"; marzo',
      },
      { no: 2, at: 5, date: '2026-03-05', amount: -350, text: 'Comisión' },
      { no: 3, at: 6, date: '2026-03-10', valueDate: '2026-03-10', amount: -48_400, text: 'Recibo de dos líneas' },
      // A cell before it has two lines.
      { no: 4, at: 8, date: '2026-03-10', valueDate: '2026-03-10', amount: -48_400, text: 'Recibo' },
    ],
  });
});

it('reads the newest first backwards, told by the balances', () => {
  const down = read(csv(ROWS.toReversed()));
  expect(down).toMatchObject({ opening: 125_000, closing: 148_850 });
  expect(down?.lines.map(({ amount, no }) => [no, amount])).toEqual([
    [1, 121_000],
    [2, -350],
    [3, -48_400],
    [4, -48_400],
  ]);
  // Without balances by the days.
  const unproved = read(csv(ROWS.toReversed()), columns({}, ['balance']));
  expect(unproved?.lines.map(({ date }) => date)).toEqual(['2026-03-03', '2026-03-05', '2026-03-10', '2026-03-10']);
  expect(unproved).not.toHaveProperty('opening');
});

it('reads columns by number, debits and credits apart, and other forms of days and numbers', () => {
  const more: Partial<CsvMapping> = {
    ...{ delimiter: '\t', decimal: '.', dateFormat: 'YYYYMMDD', skip: 0, header: false, currency: 'JPY' },
    columns: { date: 1, debit: 2, credit: 3, text: [4], currency: 5 },
  };
  const rows = [
    '20260303\t\t1,234\tA\tJPY',
    '20260304\t(500)\t\tB\tjpy',
    '20260305\t-7\t\tC\t',
    '20260306\t\t1\u00a0000\tD\tJPY',
    '\t\t\tSaldo final\t',
  ];
  expect(read(rows.join('\n'), more)?.lines.map(({ amount }) => amount)).toEqual([1234, -500, -7, 1000]);
  const days = (dateFormat: CsvMapping['dateFormat'], day: string) =>
    read(`${day};1`, { dateFormat, header: false, skip: 0, columns: { date: 1, amount: 2, text: [2] } })?.from;
  expect(days('DD-MM-YY', '03-04-26')).toBe('2026-04-03');
  expect(days('MM/DD/YYYY', '03/04/2026 10:00')).toBe('2026-03-04');
  expect(days('YYYY-MM-DD', '2026-03-04T10:00:00Z')).toBe('2026-03-04');
  expect(days('DD.MM.YYYY', '04.03.2026')).toBe('2026-03-04');
});

it('reads it in any encoding of a spreadsheet', () => {
  const latin1 = Uint8Array.from(csv(), (char) => (char === '€' ? 0x80 : char.charCodeAt(0)));
  for (const bytes of [utf8(`\ufeff${csv()}`), latin1]) expect(readFileBytes(bytes, MAPPING)[0]).toEqual(read());
});

it('refuses what it cannot read or prove, with line and cause', () => {
  const faults: readonly (readonly [why: string, line: number, text: string, more?: Partial<CsvMapping>])[] = [
    ['column', 3, csv(), columns({ amount: 'Cantidad' })],
    ['date', 4, csv([(ROWS[0] ?? '').replace('03/03', '30/02')])],
    ['date', 4, csv([(ROWS[0] ?? '').replace('03/03/2026', '2026-03-03')])],
    ['date', 4, csv([';;Concepto;;1,00;1,00;'])],
    ['amount', 4, csv([(ROWS[0] ?? '').replace('1.210,00', '1210.00')])],
    ['amount', 4, csv([(ROWS[0] ?? '').replace('1.210,00', '12.10,00')])],
    ['amount', 4, csv([(ROWS[0] ?? '').replace('1.210,00', '1.210,005')])],
    ['amount', 4, csv([(ROWS[0] ?? '').replace('1.210,00', '-1.210,00-')])],
    ['amount', 4, csv([(ROWS[0] ?? '').replace('1.210,00', '=1+1')])],
    ['amount', 4, csv([(ROWS[0] ?? '').replace('2.460,00', '')])],
    ['amount', 1, '03/03/2026;1;2;x', { header: false, skip: 0, columns: { date: 1, debit: 2, credit: 3, text: [4] } }],
    ['currency', 4, csv(), columns({ currency: 7 })],
    ['not_closed', 4, csv([(ROWS[0] ?? '').replace('; marzo"', '')])],
    ['no_statement', 3, csv([])],
    ['balance', 5, csv([...ROWS.slice(0, 1), (ROWS[1] ?? '').replace('-3,50', '-3,51'), ...ROWS.slice(2)])],
    ['balance', 8, csv([...ROWS.slice(0, 3), (ROWS[3] ?? '').replace('1.488,50', '1.488,51')])],
  ];
  for (const [why, line, text, more = {}] of faults)
    expect([why, refusedFor(text, { ...MAPPING, ...more })]).toMatchObject([why, { why, line, kind: 'invalid' }]);
  // Without a mapping nobody can tell.
  expect(refusedFor(csv())).toMatchObject({ code: 'statement.unreadable', why: 'unknown_format' });
  expect(refusedFor('  \r\n ')).toMatchObject({ why: 'empty' });
  expect(refusedFor(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0), MAPPING)).toMatchObject({ why: 'unknown_format' });
});

it('takes a mapping only with one way of amounts, and columns by name only with a header', () => {
  const takes = (more: Partial<CsvMapping>) => z.safeParse(CsvMapping, { ...MAPPING, ...more }).success;
  expect(takes({})).toBe(true);
  expect(takes(columns({ debit: 1 }))).toBe(false);
  expect(takes(columns({}, ['amount']))).toBe(false);
  expect(takes(columns({ debit: 1, credit: 2 }, ['amount']))).toBe(true);
  expect(takes({ header: false })).toBe(false);
  expect(takes({ account: { iban: 'ES9121000418450200051333' } })).toBe(false);
  expect(takes(columns({ date: 0 }))).toBe(false);
});
