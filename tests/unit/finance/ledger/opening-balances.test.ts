import { describe, expect, it } from 'vitest';
import { readOpening } from '../../../../functions/finance/ledger/opening-file.ts';
import { codesMeant, openingOf, type Standing } from '../../../../shared/domain/finance/ledger/opening-balances.ts';
import { openedBefore } from '../../../../shared/domain/finance/ledger/trial-balance.ts';

const CHART: Readonly<Record<string, Standing>> = {
  100: 'open',
  113: 'open',
  430: 'open',
  300: 'open',
  572: 'open',
  4300001: 'inactive',
  5730001: 'abroad',
  700: 'open',
};
const opening = (csv: string) => {
  const { rows, sign } = readOpening(csv);
  return openingOf(rows, sign, (code) => CHART[code] ?? 'unknown');
};
const faults = (csv: string) => opening(csv).faults.map(({ field, params }) => [field, params?.why]);

describe('a file of opening balances', () => {
  it.each([
    ['with semicolons and decimal commas', 'Cuenta;Título;Debe;Haber\n57200000;Bancos;1.234,56;\n100;Capital;;1.234,56\n'],
    ['with commas and decimal points', '\ufeffaccount,debit,credit\r\n572,"1,234.56",\r\n100,0.00,1234.56\r\n'],
    [
      'with tabs, other columns between, and rows of nothing',
      'Subcuenta\tX\tHaber\tDebe\n572\t\t\t1234,56 €\n\t\t\t\n113\ty\t0,00\t0\n100\t\t1 234,56\t\n',
    ],
  ])('is read %s', (_, csv) => {
    expect(opening(csv)).toEqual({
      lines: [
        { account: '100', amount: -123_456 },
        { account: '572', amount: 123_456 },
      ],
      faults: [],
      debit: 123_456,
      credit: 123_456,
    });
  });

  it('has one decimal sign, which an amount with cents shows; without any, that of the language', () => {
    expect(opening('cuenta;debe;haber\n572;1.234;\n113;;0,5\n100;;1.233,5').lines).toMatchObject([
      { amount: -123_350 },
      { amount: -50 },
      { amount: 123_400 },
    ]);
    expect(opening('cuenta;debe;haber\n572;1.234;\n100;;1234').lines).toMatchObject([{ amount: -123_400 }, { amount: 123_400 }]);
    expect(opening('account,debit,credit\n572,"1,234",\n100,,1234').lines).toMatchObject([{ amount: -123_400 }, { amount: 123_400 }]);
    expect(faults('cuenta;debe;haber\n572;1.234,50;\n100;;1234.50')).toEqual([['lines.3.credit', 'amount']]);
  });

  it('names every fault of every row by line and field', () => {
    expect(
      faults(
        'cuenta;debe;haber\n9x;1,00;\n700;;1,00\n4300777;1,00;\n4300001;1,00;\n430;1,00;\n572;1,00;2,00\n572;-3,00;\n572;1,234;\n572;1,00;2;3\n',
      ),
    ).toEqual([
      ['lines.2.account', 'code'],
      ['lines.3.account', 'result'],
      ['lines.4.account', 'unknown'],
      ['lines.5.account', 'inactive'],
      ['lines.6.account', 'control'],
      ['lines.7.credit', 'both'],
      ['lines.8.debit', 'amount'],
      ['lines.9.debit', 'amount'],
      ['lines.10.account', 'columns'],
    ]);
    expect(opening('cuenta;debe;haber\n300;5,00;').faults[0]?.params).toMatchObject({ instead: '5550', line: 2 });
    expect(opening('cuenta;debe;haber\n5730001;5,00;').faults[0]?.params).toMatchObject({
      why: 'abroad',
      account: '5730001',
      instead: '573',
    });
    expect(opening('cuenta;nombre;debe;haber\n4300777;Pérez;5,00;').faults[0]?.params).toMatchObject({ account: '4300777', name: 'Pérez' });
  });

  it('adds rows of one account up, and leaves out what comes to nothing', () => {
    expect(opening('cuenta;debe;haber\n572;5,00;\n572;7,00;\n100;;12,00\n113;3,00;\n113;;3,00').lines).toEqual([
      { account: '100', amount: -1200 },
      { account: '572', amount: 1200 },
    ]);
  });

  it('cannot be read without its columns, nor with a quotation mark out of place', () => {
    expect(() => readOpening('cuenta;saldo\n572;1')).toThrow(
      expect.objectContaining({ code: 'opening.columns', params: { missing: 'debe, haber' } }),
    );
    expect(() => readOpening('')).toThrow(expect.objectContaining({ code: 'opening.columns' }));
    expect(() => readOpening('cuenta;debe;haber\n572;"1;2\n100;3')).toThrow(expect.objectContaining({ code: 'opening.unreadable' }));
    expect(() => readOpening(`cuenta;debe;haber\n${'572;1;\n'.repeat(2001)}`)).toThrow(
      expect.objectContaining({ code: 'opening.too_long' }),
    );
  });
});

it('means the account of the chart by a code that is padded with zeros', () => {
  expect(codesMeant('5720.0000')).toEqual(['57200000', '5720000', '572000', '57200', '5720', '572']);
  expect(codesMeant('4300001')).toEqual(['4300001']);
  expect(codesMeant('8000')).toEqual([]);
});

it('is no movement of the year that it opens', () => {
  expect(openedBefore([{ account: '572', opening: 0, debit: 500, credit: 20, closing: 480 }], [{ account: '572', amount: 300 }])).toEqual([
    { account: '572', opening: 300, debit: 200, credit: 20, closing: 480 },
  ]);
});
