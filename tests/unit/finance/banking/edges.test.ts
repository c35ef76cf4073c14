import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CsvMapping } from '../../../../shared/domain/finance/banking/csv-columns.ts';
import { guessedCsv } from '../../../../shared/domain/finance/banking/csv-guess.ts';
import { DomainError } from '../../../../shared/kernel/errors.ts';
import { readFileBytes, readText, refusedFor, utf8 } from './bank-samples.ts';

/** A longer budget: `TRASTIENDA_FUZZ=100` tries a hundred times as many. */
const TIMES = Number(process.env.TRASTIENDA_FUZZ ?? 1);
const [OWN, OTHER] = ['ES9121000418450200051332', 'ES7921000813610123456789'];
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const utf16 = (text: string, { big = false, mark = true } = {}): Uint8Array => {
  const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
  return new Uint8Array(big ? bytes.swap16() : bytes);
};

/** OFX 1.02 as a bank of the United States writes it: values without ends. */
const OFX_HEADER = 'OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:USASCII\nCHARSET:1252\nCOMPRESSION:NONE\n\n';
const movement = (day: string, amount: string, more = '') =>
  `<STMTTRN>\n<TRNTYPE>DEBIT\n<DTPOSTED>${day}\n<TRNAMT>${amount}\n<FITID>${day.slice(0, 8)}1\n<NAME>RECIBO\n${more}</STMTTRN>\n`;
const response = (account: string, ...movements: readonly string[]) =>
  `<STMTTRNRS>\n<TRNUID>1\n<STATUS>\n<CODE>0\n<SEVERITY>INFO\n</STATUS>\n<STMTRS>\n<CURDEF>EUR\n<BANKACCTFROM>\n<BANKID>2100\n<ACCTID>${account}\n<ACCTTYPE>CHECKING\n` +
  `</BANKACCTFROM>\n<BANKTRANLIST>\n<DTSTART>20260301\n<DTEND>20260331\n${movements.join('')}</BANKTRANLIST>\n<LEDGERBAL>\n<BALAMT>900.00\n<DTASOF>20260331\n</LEDGERBAL>\n` +
  '<AVAILBAL>\n<BALAMT>900.00\n<DTASOF>20260331\n</AVAILBAL>\n</STMTRS>\n</STMTTRNRS>\n';
const ofx = (...responses: readonly string[]) =>
  `${OFX_HEADER}<OFX>\n<SIGNONMSGSRSV1>\n<SONRS>\n<DTSERVER>20260401\n<LANGUAGE>SPA\n</SONRS>\n</SIGNONMSGSRSV1>\n<BANKMSGSRSV1>\n${responses.join('')}</BANKMSGSRSV1>\n</OFX>\n`;
const amounts = (text: string) => readText(text).map(({ lines }) => lines.map(({ amount }) => amount));
const TWO = ofx(
  response(OWN, movement('20260303', '-1.00'), movement('20260304', '-2.00')),
  response(OTHER, movement('20260305', '-4.00')),
);

describe('OFX (specification 2.2, chapters 3.2 and 11)', () => {
  it('reads several accounts, in responses of their own or in one, with the balance of each', () => {
    for (const text of [TWO, TWO.replace('</STMTTRNRS>\n<STMTTRNRS>\n<TRNUID>1\n<STATUS>\n<CODE>0\n<SEVERITY>INFO\n</STATUS>\n', '')])
      expect(readText(text).map(({ account, lines, closing }) => [account, lines.map(({ amount }) => amount), closing])).toEqual([
        [{ iban: OWN }, [-100, -200], 90_000],
        [{ iban: OTHER }, [-400], 90_000],
      ]);
  });

  it('loses no movement and no balance where one end of an aggregate is missing, whichever it is', () => {
    const ends = [...TWO.matchAll(/<\/([A-Z0-9]+)>\n/g)].filter(([, name]) => name !== 'OFX');
    expect(ends.length).toBeGreaterThan(15);
    for (const end of ends) {
      const text = TWO.slice(0, end.index) + TWO.slice(end.index + end[0].length);
      expect([end[1], amounts(text), readText(text).map(({ closing }) => closing)]).toEqual([
        end[1],
        [[-100, -200], [-400]],
        [90_000, 90_000],
      ]);
    }
    // All of them, but that of the whole.
    expect(amounts(TWO.replaceAll(/<\/(?!OFX>)[A-Z0-9]+>\n/g, ''))).toEqual([[-100, -200], [-400]]);
  });

  it('refuses a movement that stands outside of the list', () => {
    const outside = TWO.replace('<BANKTRANLIST>\n<DTSTART>20260301\n<DTEND>20260331\n', '').replace('</BANKTRANLIST>\n', '');
    expect(refusedFor(outside)).toMatchObject({ code: 'statement.unreadable', why: 'misplaced_record', line: 30, type: 'STMTTRN' });
  });

  it("takes the bank's own day, in whatever zone its instant is", () => {
    const dayOf = (told: string) => readText(ofx(response(OWN, movement(told, '-1.00'))))[0]?.lines[0]?.date;
    for (const told of [
      '20260301',
      '20260301120000',
      '20260301120000.123',
      '20260301003000.000[-5:EST]',
      '20260301233000[+5.30:IST]',
      '20260301[0:GMT]',
    ])
      expect([told, dayOf(told)]).toEqual([told, '2026-03-01']);
    for (const told of ['2026-03-01', '01032026', '20260229', '202603'])
      expect([told, refusedFor(ofx(response(OWN, movement(told, '-1.00'))))]).toMatchObject([
        told,
        { why: 'date', line: 35, tag: 'DTPOSTED' },
      ]);
  });

  it('keeps what was converted (ORIGCURRENCY), and converts what was not (CURRENCY), at the rate of the bank', () => {
    const rate = '<CURRATE>0.92\n<CURSYM>USD\n';
    const converted = ofx(response(OWN, movement('20260303', '-46.00', `<ORIGCURRENCY>\n${rate}</ORIGCURRENCY>\n`)));
    expect(readText(converted)[0]).toMatchObject({
      currency: 'EUR',
      lines: [{ amount: -4600, original: { amount: -5000, currency: 'USD' }, exchange: { rate: '0.92', unit: 'USD' } }],
    });
    const other = ofx(response(OWN, movement('20260303', '-46.00', `<CURRENCY>\n${rate}</CURRENCY>\n`)));
    // 46.00 × 0.92 = 42.32
    expect(readText(other)[0]).toMatchObject({
      lines: [{ amount: -4232, original: { amount: -4600, currency: 'USD' }, exchange: { rate: '0.92', unit: 'USD' } }],
    });
    // Yen have no decimals: 46 × 0.00613 = 0.28198.
    const yen = ofx(response(OWN, movement('20260303', '-46', '<CURRENCY>\n<CURRATE>0,00613\n<CURSYM>JPY\n</CURRENCY>\n')));
    expect(readText(yen)[0]).toMatchObject({ lines: [{ amount: -28, original: { amount: -46, currency: 'JPY' } }] });
    for (const told of ['', '<CURRATE>0\n', '<CURRATE>-1\n', '<CURRATE>1e9\n', '<CURRATE>uno\n']) {
      const without = ofx(response(OWN, movement('20260303', '-46.00', `<CURRENCY>\n${told}<CURSYM>USD\n</CURRENCY>\n`)));
      expect(refusedFor(without)).toMatchObject({ why: 'currency', line: 33, text: 'USD' });
      const kept = ofx(response(OWN, movement('20260303', '-46.00', `<ORIGCURRENCY>\n${told}<CURSYM>USD\n</ORIGCURRENCY>\n`)));
      expect([readText(kept)[0]?.lines[0]?.amount, readText(kept)[0]?.lines[0]?.original]).toEqual([-4600, undefined]);
    }
    const same = ofx(response(OWN, movement('20260303', '-46.00', '<CURRENCY>\n<CURRATE>1\n<CURSYM>EUR\n</CURRENCY>\n')));
    expect(amounts(same)).toEqual([[-4600]]);
  });

  it('reads OFX 2 in XML, in UTF-16 too', () => {
    const xml = TWO.replace(OFX_HEADER, '<?xml version="1.0" encoding="UTF-8"?>\n<?OFX OFXHEADER="200" VERSION="220"?>\n')
      .replaceAll(/<([A-Z0-9]+)>([^<\n]+)\n/g, '<$1>$2</$1>\n')
      .replace('RECIBO', 'Peñalver &amp; Muñoz');
    for (const bytes of [utf8(xml), latin1(xml), utf16(xml), utf16(xml, { big: true, mark: false })])
      expect(readFileBytes(bytes)[0]?.lines[0]?.text).toBe('Peñalver & Muñoz');
  });
});

const mt940 = (lines: readonly string[], closing = '11,00') =>
  [
    ':20:A',
    `:25:${OWN}`,
    ':28C:1',
    ':60F:C260301EUR1,00',
    ':61:2603020303C10,00NTRFNONREF//BANK1',
    ...lines,
    `:62F:C260303EUR${closing}`,
    '-',
  ].join('\r\n');
const told = (...lines: readonly string[]) => readText(mt940(lines))[0]?.lines[0];

describe('MT940 (SWIFT category 9; DK, Anlage 3, chapter 8)', () => {
  it('keeps the parts of a SEPA remittance apart, however full a subfield is', () => {
    // ?20 has 27 characters: the next begins another part, and ?23 goes on with the text of ?22.
    const details = [
      ':86:166?00SEPA-UEBERWEISUNG?109310?20EREF+NOTA-2026-000000000001?21KREF+2026030300000001?22SVWZ+Pago de las facturas F',
      '2026-000123 y F202?23' + '6-000124?30CAIXESBBXXX?31ES7921000813610123456789?32CAFES LEV?33ANTE SL?34997',
    ];
    expect(told(...details)).toMatchObject({
      ...{ endToEndId: 'NOTA-2026-000000000001', partyName: 'CAFES LEV ANTE SL', partyIban: OTHER, bankReference: 'BANK1' },
      text: expect.stringMatching(/^SEPA-UEBERWEISUNG Pago de las facturas F2026-000123 y F202 ?6-000124$/),
    });
  });

  it('reads what slashes tell, whether they share one or have their own', () => {
    expect(told(':86:/EREF/E-9//REMI/USTD//Fra. 123 de', ' Cafes//NAME/Levante/')).toMatchObject({
      text: 'Fra. 123 de Cafes',
      partyName: 'Levante',
      endToEndId: 'E-9',
    });
    expect(told(`:86:/TRTP/SEPA/IBAN/${OTHER}/BIC/CAIXESBB/NAME/Levante/REMI/Fra. 123/EREF/E-9`)).toMatchObject({
      ...{ text: 'Fra. 123', partyName: 'Levante', endToEndId: 'E-9', partyIban: OTHER },
    });
  });

  it('joins what a bank tells of one movement in several fields 86', () => {
    expect(told(':86:PAGO FRA 1', ':86:PAGO FRA 2')).toMatchObject({ text: 'PAGO FRA 1 PAGO FRA 2' });
  });

  it('has funds codes and reversals on the side where the money went', () => {
    const amountsOf = (...marks: readonly string[]) =>
      marks.map(
        (mark) =>
          readText(
            [':20:A', `:25:${OWN}`, ':28C:1', ':60F:C260301EUR0,00', `:61:260303${mark}5,00NTRFNONREF`, ':62F:C260303EUR5,00', '-']
              .join('\n')
              .replace('62F:C', mark.startsWith('D') || mark.startsWith('RC') ? '62F:D' : '62F:C'),
          )[0]?.lines[0]?.amount,
      );
    expect(amountsOf('C', 'CR', 'D', 'DR', 'RC', 'RCR', 'RD', 'RDR')).toEqual([500, 500, -500, -500, -500, -500, 500, 500]);
  });
});

/** Two accounts: a movement with three complements and what it was in dollars, and one in the other account. */
const NORMA43 = [
  '112100041802000513322603012603312000000001250009783TRASTIENDA EJEMPLO SL',
  '22    0418260303260303130022000000001210000000000000            F2026-000123',
  '2301TRANSFERENCIA DE CAFES LEVANTE SL',
  '2401840' + '00000000130000',
  '2302FACTURA F2026-000123',
  '2303RF18539007547034',
  '3321000418020005133200000000000000000000000100000000121000200000000246000978',
  '112100041802000799992603012603312000000000010009783TRASTIENDA EJEMPLO SL',
  '22    0418260305260305170171000000000003500000000000',
  '33210004180200079999' + '00001' + '00000000000350' + '00000' + '00000000000000' + '2' + '00000000000650' + '978',
  '88999999999999999999000010',
].map((line) => line.padEnd(80));

describe('Norma 43 (AEB, Cuaderno 43)', () => {
  it('joins complements on both sides of what it was in another currency, and reads two accounts', () => {
    const [first, second] = readText(NORMA43.join('\r\n'));
    expect(first).toMatchObject({ opening: 125_000, closing: 246_000, account: { iban: OWN } });
    expect(first?.lines).toMatchObject([
      {
        ...{ amount: 121_000, original: { amount: 130_000, currency: 'USD' }, reference: 'RF18539007547034' },
        text: 'TRANSFERENCIA DE CAFES LEVANTE SL FACTURA F2026-000123 RF18539007547034',
      },
    ]);
    expect(second).toMatchObject({ opening: 1000, closing: 650, lines: [{ amount: -350 }] });
  });

  it('is refused whole where any record of it is missing, twice, or counted otherwise', () => {
    for (let at = 0; at < NORMA43.length - 1; at += 1) {
      expect([at, refusedFor(NORMA43.toSpliced(at, 1).join('\r\n')).code]).toEqual([at, expect.stringMatching(/^statement\./)]);
      expect([at, refusedFor(NORMA43.toSpliced(at, 0, NORMA43[at] ?? '').join('\r\n')).code]).toEqual([
        at,
        expect.stringMatching(/^statement\./),
      ]);
    }
    // The second account alone is wrong: nothing of the first comes either.
    expect(refusedFor(NORMA43.with(9, (NORMA43[9] ?? '').replace('7999900001', '7999900002')).join('\n'))).toMatchObject({
      ...{ code: 'statement.unbalanced', why: 'count', what: 'debits', told: 2, found: 1, line: 10 },
    });
  });
});

const CSV: CsvMapping = {
  ...{ delimiter: ';', decimal: ',', dateFormat: 'DD/MM/YYYY', skip: 0, header: true, currency: 'EUR', account: { number: '1' } },
  columns: { date: 'Fecha', amount: 'Importe', text: ['Concepto'], balance: 'Saldo' },
};
const NAME = 'PEÑALVER Y MUÑOZ ÁÉÍ';
const csv = `Fecha;Concepto;Importe;Saldo\r\n01/03/2026;${NAME};1.000,00;1.000,00\r\n02/03/2026;x;-5,00;995,00\r\n`;
const mt = mt940([`:86:${NAME}`]);
const camt = (declaration: string) =>
  `${declaration}<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>${OWN}</IBAN></Id><Ccy>EUR</Ccy></Acct><Ntry>` +
  `<Amt Ccy="EUR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-03-03</Dt></BookgDt><AddtlNtryInf>${NAME}</AddtlNtryInf></Ntry></Stmt></BkToCstmrStmt></Document>`;
const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>\n`;
const textOf = (bytes: Uint8Array) => readFileBytes(bytes, CSV)[0]?.lines[0]?.text;

describe('encodings', () => {
  it('reads texts that tell none in UTF-8, ISO-8859-1 and UTF-16, with a mark and without', () => {
    for (const text of [csv, mt])
      for (const bytes of [
        utf8(text),
        utf8(`\ufeff${text}`),
        latin1(text),
        utf16(text),
        utf16(text, { big: true }),
        utf16(text, { mark: false }),
        utf16(text, { big: true, mark: false }),
      ])
        expect(textOf(bytes)).toBe(NAME);
    // Excel tells the delimiter in a line of its own.
    const excel = `sep=;\r\n${csv}`;
    expect(textOf(utf8(excel))).toBe(NAME);
    // So does a mapping that was saved on such a file.
    const { account, currency } = CSV;
    const guessed = guessedCsv(excel);
    expect(guessed?.skip).toBe(1);
    expect(readFileBytes(utf8(excel), { ...(guessed as CsvMapping), account, currency })[0]?.lines[0]?.text).toBe(NAME);
  });

  it('refuses UTF-8 that was cut or mixed, with the line, and does not read all its accents wrong', () => {
    const bytes = Buffer.from(utf8(csv));
    // The Á alone is ISO-8859-1.
    const at = bytes.indexOf(Buffer.from('Á', 'utf8'));
    const mixed = Buffer.concat([bytes.subarray(0, at), Buffer.of(0xc1), bytes.subarray(at + 2)]);
    expect(refusedFor(mixed, CSV)).toMatchObject({ code: 'statement.unreadable', why: 'encoding', line: 2 });
    const cut = Buffer.from(utf8(mt));
    const half = cut.indexOf(Buffer.from('Ñ', 'utf8'));
    expect(refusedFor(Buffer.concat([cut.subarray(0, half + 1), cut.subarray(half + 2)]))).toMatchObject({ why: 'encoding', line: 6 });
  });

  it('reads XML in the encoding that it declares, and refuses a declaration that lies', () => {
    for (const bytes of [
      utf8(camt('')),
      utf8(camt(declared('UTF-8'))),
      latin1(camt(declared('ISO-8859-1'))),
      utf16(camt(declared('UTF-16'))),
      utf16(camt(declared('UTF-16')), { mark: false }),
      utf16(camt(declared('UTF-16')), { big: true, mark: false }),
    ])
      expect(textOf(bytes)).toBe(NAME);
    const lies: readonly (readonly [name: string, bytes: Uint8Array, line: number])[] = [
      ['ISO-8859-1 that says UTF-8', latin1(camt(declared('UTF-8'))), 2],
      ['ISO-8859-1 that says nothing', latin1(camt('')), 1],
      ['UTF-8 that says ISO-8859-1', utf8(camt(declared('ISO-8859-1'))), 1],
      ['UTF-8 that says UTF-16', utf8(camt(declared('UTF-16'))), 1],
      ['UTF-16 that says UTF-8', utf16(camt(declared('UTF-8'))), 1],
      ['a mark of UTF-8 that says ISO-8859-1', utf8(`\ufeff${camt(declared('ISO-8859-1'))}`), 1],
      ['what nobody reads', utf8(camt(declared('EBCDIC-CP-ES'))), 1],
    ];
    for (const [name, bytes, line] of lies)
      expect([name, refusedFor(bytes)]).toMatchObject([name, { code: 'statement.unreadable', why: 'encoding', line }]);
  });
});

/** Read whole, or refused: `undefined`. */
function linesOf(bytes: Uint8Array): number | undefined {
  try {
    return readFileBytes(bytes, CSV).reduce((sum, { lines }) => sum + lines.length, 0);
  } catch (error) {
    if (error instanceof DomainError && error.code.startsWith('statement.')) return undefined;
    throw error;
  }
}

it(
  'changed in one place, each is refused or read with all its movements: nothing comes in part',
  () => {
    const samples: readonly (readonly [text: string, movements: number, of: RegExp])[] = [
      [TWO, 3, /<STMTTRN>/gi],
      [NORMA43.join('\r\n'), 2, /^22/gm],
      [mt, 1, /^:61:/gm],
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.nat(30),
        fc.string({ maxLength: 4, unit: fc.constantFrom(...'<>/:?+;,\n 0123STMRN'.split('')) }),
        fc.constantFrom('latin1', 'utf8', 'utf16le'),
        ([text, , of], place, without, put, encoding) => {
          const at = Math.floor(place * text.length);
          const changed = text.slice(0, at) + put + text.slice(at + without);
          const found = linesOf(new Uint8Array(Buffer.from(changed, encoding as 'latin1')));
          // What stands there as a movement came, or the file was refused.
          if (found !== undefined) expect([changed, found]).toEqual([changed, (changed.match(of) ?? []).length]);
        },
      ),
      { numRuns: 3000 * TIMES },
    );
  },
  60_000 * TIMES,
);
