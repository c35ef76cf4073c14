import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PGC } from '../../../../shared/domain/finance/ledger/chart-pgc.ts';
import {
  cell,
  hledgerAccount,
  hledgerEntry,
  hledgerHead,
  journalRows,
  trialCsvRow,
} from '../../../../shared/domain/finance/ledger/export.ts';
import { exportRange } from '../../../../shared/domain/finance/ledger/export-record.ts';
import { hasHledger, hledger, hledgerBalances } from '../../../support/hledger.ts';

const entry = {
  date: '2026-03-05',
  text: 'Alquiler, local',
  period: '2026-03',
  shard: 0,
  seq: 1,
  lines: [
    { account: '621', amount: 85000, text: '=1+1', dimensions: { centre: 'Madrid', project: 'A1' } },
    { account: '572', amount: -85000, party: 'Inmobiliaria "Sol"' },
  ],
};
const nameOf = (code: string) => (code === '621' ? 'Arrendamientos y cánones' : 'Bancos, c/c');

describe('the CSV of the journal', () => {
  it('has a row per line, quoted where needed, and no formula', () => {
    expect(journalRows({ id: 'man_A', entry }, nameOf).split('\n')).toEqual([
      '2026-03-05,je_man_A,man_A,"Alquiler, local",621,Arrendamientos y cánones,850.00,,,,\'=1+1,centre=Madrid; project=A1',
      '2026-03-05,je_man_A,man_A,"Alquiler, local",572,"Bancos, c/c",,850.00,"Inmobiliaria ""Sol""",,,',
    ]);
    expect(trialCsvRow({ account: '572', opening: -5, debit: 100, credit: 0, closing: 95 }, 'Bancos')).toBe(
      '572,Bancos,-0.05,1.00,0.00,0.95',
    );
  });

  it.each([
    ['=SUM(A1)', "'=SUM(A1)"],
    ['+34 600', "'+34 600"],
    ['-1', "'-1"],
    ['@cmd', "'@cmd"],
    ['\t=1', "'\t=1"],
    ['=1,"2"', '"\'=1,""2"""'],
    ['a-b=c', 'a-b=c'],
    // Excel in Spain separates by semicolons, whatever the file does.
    ['a;=1+1', "a;'=1+1"],
    ['a; @cmd', "a; '@cmd"],
    ['a;"=1', '"a;""\'=1"'],
    ['=1;-2;b', "'=1;'-2;b"],
  ])('makes %j into %j', (text, safe) => {
    expect(cell(text)).toBe(safe);
  });

  it('never starts a cell with a formula, and reads back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '"', ',', '\n', '\r', '\t', 'a', "'") }), (text) => {
        const safe = cell(text);
        expect(/^"?[=+\-@\t\r\n]/.test(safe)).toBe(false);
        const read = safe.startsWith('"') ? safe.slice(1, -1).replaceAll('""', '"') : safe;
        expect(read === text || read === `'${text}`).toBe(true);
      }),
    );
  });
});

describe('the range of an export', () => {
  const YEARS = { fiscalYears: ['2025', '2026'] };
  it('is all of the journal, or the year of a trial balance, unless told', () => {
    expect(exportRange({ kind: 'journal-csv' }, YEARS, '2026-12-31')).toEqual({ to: '2026-12-31' });
    expect(exportRange({ kind: 'trial-balance-csv', date: '2025-06-30' }, YEARS, '2026-11-24')).toEqual({
      from: '2025-01-01',
      to: '2025-06-30',
    });
    expect(() => exportRange({ kind: 'journal-csv', from: '2026-02-01', to: '2026-01-31' }, YEARS, '2026-11-24')).toThrow(
      expect.objectContaining({ code: 'range.backwards' }),
    );
    expect(() => exportRange({ kind: 'journal-csv', date: '2026-02-01', to: '2026-01-31' }, YEARS, '2026-11-24')).toThrow(
      expect.objectContaining({ code: 'range.ambiguous' }),
    );
  });
});

describe('the hledger journal', () => {
  it('writes one transaction per entry', () => {
    expect(hledgerEntry({ id: 'man_A', entry }, nameOf)).toBe(
      '2026-03-05 (man_A) Alquiler, local\n    621 Arrendamientos y cánones  850.00 EUR\n    572 Bancos, c/c  -850.00 EUR  ; party:Inmobiliaria "Sol"\n',
    );
    expect(hledgerHead([{ ...(PGC[0] as (typeof PGC)[number]) }], 'Prueba; S.L.', '2026-11-24')).toBe(
      '; Prueba S.L., journal exported on 2026-11-24\ncommodity 1000.00 EUR\naccount 100 Capital social  ; type:E\n',
    );
    expect(hledgerAccount('4300001', 'Grandes:  cuentas;\u00a0\u00a0ñ')).toBe('4300001 Grandes cuentas ñ');
  });

  it.skipIf(!hasHledger)('passes hledger check --strict, whatever names and texts people write (needs hledger)', () => {
    const nasty = fc.string({
      unit: fc.constantFrom(
        ';',
        ':',
        '|',
        '(',
        ')',
        '[',
        ']',
        '*',
        '!',
        '=',
        '"',
        "'",
        ',',
        ' ',
        '  ',
        '\t',
        '\n',
        '\r',
        '\u00a0',
        '\u2028',
        '\u0085',
        '\u3000',
        'date:',
        'date2:2026-99-99',
        '[2026-13-45]',
        '~',
        '@',
        '{',
        '%',
        '#',
        '1',
        'EUR',
        'ñ',
        '\ud800',
        '日',
      ),
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        fc.array(fc.record({ text: nasty, name: nasty, party: nasty, cents: fc.integer({ min: 1, max: 999_999_999_999 }) }), {
          minLength: 1,
          maxLength: 20,
        }),
        nasty,
        (all, company) => {
          const accounts = all.map(({ name }, i) => ({
            code: `${6200 + i}`,
            name,
            nameEn: name,
            type: 'expense' as const,
            validFrom: '2008-01-01',
          }));
          const names = new Map([...PGC, ...accounts].map((a) => [a.code, a.name]));
          const entries = all.map(({ text, party, cents }, i) =>
            hledgerEntry(
              {
                id: `man_${i}`,
                entry: {
                  ...entry,
                  text,
                  lines: [
                    { account: `${6200 + i}`, amount: cents, party },
                    { account: '572', amount: -cents, party },
                  ],
                },
              },
              (code) => names.get(code) ?? '',
            ),
          );
          const journal = [hledgerHead([...PGC, ...accounts], company, '2026-11-24'), ...entries].join('\n');
          hledger(journal, 'check', '--strict');
          expect(hledgerBalances(journal)).toEqual(
            new Map([
              ...all.map(({ cents }, i) => [`${6200 + i}`, cents] as const),
              ['572', -all.reduce((sum, { cents }) => sum + cents, 0)],
            ]),
          );
        },
      ),
      { numRuns: 25 },
    );
  });
});
