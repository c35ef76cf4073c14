import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CsvMapping } from '../../../../shared/domain/finance/banking/csv-columns.ts';
import { isIsoDate } from '../../../../shared/kernel/date.ts';
import { DomainError } from '../../../../shared/kernel/errors.ts';
import { bankSample, bankSamples, readFileBytes, utf8 } from './bank-samples.ts';

const MAPPING: CsvMapping = {
  ...{ delimiter: ';', decimal: ',', dateFormat: 'DD/MM/YYYY', skip: 0, header: true, currency: 'EUR', account: { number: '1' } },
  columns: { date: 'Fecha', amount: 'Importe', text: ['Concepto'], balance: 'Saldo' },
};
/** One of our own for each format, so that they are tried where the samples of banks are not there, too. */
const OWN: Readonly<Record<string, string>> = {
  csv: 'Fecha;Concepto;Importe;Saldo\r\n01/03/2026;"a;""b""";1.000,00;1.000,00\r\n02/03/2026;x;-5,00;995,00\r\n',
  norma43: [
    '112100041802000513322603012603312000000001250009783TRASTIENDA EJEMPLO SL',
    '22    0418260303260303040022000000001210000000000000            F2026-000123',
    '2301TRANSFERENCIA DE CAFES LEVANTE SL',
    '2401840000000000130000',
    '33210004180200051332000000000000000000000001000000001210002000000002460009' + '78',
    '88999999999999999999000005',
  ].join('\r\n'),
  mt940:
    ':20:A\r\n:25:1\r\n:28C:1\r\n:60F:C260301EUR1,00\r\n:61:2603020303C10,NTRFX//Y\r\n:86:166?00A?20EREF+1?32B\r\n:62F:C260303EUR11,00\r\n-\r\n',
  ofx: '<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>1</BANKACCTFROM><BANKTRANLIST><STMTTRN><DTPOSTED>20260303<TRNAMT>-3.50<NAME>A&amp;B</STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>',
  camt:
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>ES9121000418450200051332</IBAN></Id><Ccy>EUR</Ccy></Acct>' +
    '<Ntry><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-03-03</Dt></BookgDt></Ntry></Stmt></BkToCstmrStmt></Document>',
};
/** A longer budget: `TRASTIENDA_FUZZ=100` tries a hundred times as many. */
const TIMES = Number(process.env.TRASTIENDA_FUZZ ?? 1);
const RUNS = { numRuns: 800 * TIMES };
const files = [...Object.values(OWN).map(utf8), ...bankSamples().map((path) => new Uint8Array(bankSample(path)))];

/** Reads it, or is refused with line and cause. What is read is whole. */
function readsOrRefuses(bytes: Uint8Array): 'read' | 'refused' {
  try {
    for (const { opening, closing, lines, from, to } of readFileBytes(bytes, MAPPING)) {
      for (const { amount, date, text } of lines) expect(Number.isSafeInteger(amount) && isIsoDate(date) && text.length <= 500).toBe(true);
      expect(isIsoDate(from) && isIsoDate(to) && from <= to).toBe(true);
      if (opening !== undefined && closing !== undefined)
        expect(lines.reduce((sum, { amount }) => sum + BigInt(amount), BigInt(opening))).toBe(BigInt(closing));
    }
    return 'read';
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    expect(error.code).toMatch(/^statement\.(unreadable|unbalanced)$/);
    expect(error.params).toMatchObject({ line: expect.any(Number), why: expect.any(String) });
    return 'refused';
  }
}

it('reads each of the files of our own', () => {
  expect(Object.values(OWN).map((text) => readsOrRefuses(utf8(text)))).toEqual(['read', 'read', 'read', 'read', 'read']);
});

it(
  'reads or refuses files of banks with bytes changed, cut, put in and twice',
  () => {
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      without: fc.nat(40),
      put: fc.uint8Array({ maxLength: 12 }),
      again: fc.nat(60),
    });
    const seen = { read: 0, refused: 0 };
    fc.assert(
      fc.property(fc.nat(files.length - 1), fc.array(change, { minLength: 1, maxLength: 4 }), (file, changes) => {
        let bytes = Buffer.from(files[file] ?? []);
        for (const { at, without, put, again } of changes) {
          const place = Math.floor(at * bytes.length);
          bytes = Buffer.concat([
            bytes.subarray(0, place),
            put,
            bytes.subarray(place + without),
            again > 50 ? bytes.subarray(place) : Buffer.of(),
          ]);
        }
        seen[readsOrRefuses(bytes)] += 1;
      }),
      RUNS,
    );
    // Both happen, or the changes are too small or too great to try anything.
    expect(seen.read).toBeGreaterThan(50);
    expect(seen.refused).toBeGreaterThan(200);
  },
  20_000 * TIMES,
);

it(
  'reads or refuses files of banks with lines and words changed for others that mean something',
  () => {
    const words = [
      '-',
      ':',
      ':61:',
      ':86:',
      ':62F:',
      '?20',
      '<',
      '>',
      '</OFX>',
      '<STMTTRN>',
      '<Ntry>',
      '\r',
      '\n',
      '"',
      ';',
      ',',
      '9'.repeat(30),
      '-1',
      '260230',
      '\u0000',
      'ñ',
      '😀',
      '22',
      '33',
      '88',
      '__proto__',
      'constructor',
      'ES91 2100 0418',
    ];
    fc.assert(
      fc.property(
        fc.nat(files.length - 1),
        fc.array(fc.tuple(fc.nat(), fc.constantFrom(...words), fc.boolean()), { minLength: 1, maxLength: 6 }),
        (file, changes) => {
          const parts = Buffer.from(files[file] ?? [])
            .toString('latin1')
            .split(/(?<=[\n>:;,])/);
          for (const [at, word, instead] of changes) parts.splice(at % (parts.length + 1), instead ? 1 : 0, word);
          readsOrRefuses(utf8(parts.join('')));
        },
      ),
      RUNS,
    );
  },
  20_000 * TIMES,
);

it('does not hang on long files of nothing', () => {
  const long = [
    ...['<', '<A', '<A>', '</A>', '<![CDATA[', '&', '&#1', '"', ';', ':61:\n', ':86:/', '\r', ' ', '\u0001', '0', 'A1', 'ES91 '].map(
      (part) => part.repeat(200_000),
    ),
    `<OFX>${'<![CDATA['.repeat(100_000)}`,
    `<OFX>${'<A><![CDATA[x]]>'.repeat(50_000)}`,
    `:20:x\n:61:${'9'.repeat(300_000)}`,
    `:20:x\n${'\u0001'.repeat(300_000)}x`,
    `Fecha;Concepto;Importe;Saldo\n${'1;'.repeat(300_000)}`,
    `Fecha;Concepto;Importe;Saldo\n01/01/2026;${'ES91 2100 '.repeat(30_000)};${'1 '.repeat(100_000)};1`,
    `Fecha;Concepto;Importe;Saldo\n01/01/2026;${'ES91 2100 '.repeat(30_000)};1,00;1,00`,
  ];
  for (const text of long) readsOrRefuses(utf8(text));
}, 20_000);
