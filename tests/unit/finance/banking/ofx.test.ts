import { expect, it } from 'vitest';
import { readText, refusedFor } from './bank-samples.ts';

const HEADER = 'OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:USASCII\nCHARSET:1252\n\n';
const movement = (fields: string) => `<STMTTRN>${fields}</STMTTRN>`;
const WHOLE = '<TRNTYPE>FEE<DTPOSTED>20260303120000.000[+1:CET]<TRNAMT>-3,50<FITID>7<NAME>COMISION';
const file = (of: string, { currency = 'EUR', account = 'ES9121000418450200051332' } = {}) =>
  `${HEADER}<OFX>\n<BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STMTRS><CURDEF>${currency}<BANKACCTFROM><BANKID>2100<ACCTID>${account}<ACCTTYPE>CHECKING</BANKACCTFROM>\n` +
  `<BANKTRANLIST><DTSTART>20260301<DTEND>20260331\n${of}\n</BANKTRANLIST><LEDGERBAL><BALAMT>1488.50<DTASOF>20260331</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;

it('reads SGML, whose values have no end', () => {
  expect(readText(file(movement(`${WHOLE}<MEMO>COMISION &amp; gastos &#241;<CHECKNUM>0`)))).toEqual([
    {
      ...{
        format: 'ofx',
        account: { iban: 'ES9121000418450200051332' },
        currency: 'EUR',
        from: '2026-03-01',
        to: '2026-03-31',
        closing: 148_850,
      },
      lines: [
        {
          ...{ no: 1, at: 10, date: '2026-03-03', amount: -350, code: 'FEE', bankReference: '7' },
          ...{ text: 'COMISION & gastos ñ', partyName: 'COMISION' },
        },
      ],
    },
  ]);
});

it('reads XML, and files that mix both', () => {
  const closed = file(movement(WHOLE))
    .replaceAll(/<([A-Z]+)>([^<\n]+)/g, '<$1>$2</$1>')
    .replace(HEADER, '<?xml version="1.0"?>\n<?OFX OFXHEADER="200"?>\n');
  const [whole] = readText(file(movement(WHOLE)));
  expect(readText(closed)[0]?.lines).toMatchObject([{ ...whole?.lines[0], at: expect.any(Number) }]);
  expect(readText(file(movement(`${WHOLE}<MEMO><CHECKNUM>12`)))[0]?.lines).toMatchObject([{ amount: -350, reference: '12' }]);
  expect(readText(closed.replace('COMISION', '<![CDATA[A & <B>]]>'))[0]?.lines).toMatchObject([{ text: 'A & <B>' }]);
});

it('refuses what is not whole, with line and cause', () => {
  const faults: readonly (readonly [why: string, line: number, text: string])[] = [
    ['amount', 10, file(movement(WHOLE.replace('-3,50', '$120')))],
    ['amount', 10, file(movement(WHOLE.replace('-3,50', '1.234,50')))],
    ['amount', 10, file(movement(WHOLE.replace('-3,50', '0.005')))],
    ['date', 10, file(movement(WHOLE.replace('20260303', '20260230')))],
    ['missing', 10, file(movement(WHOLE.replace('<TRNAMT>-3,50', '')))],
    ['missing', 10, file(movement(WHOLE.replace(/<DTPOSTED>[^<]*/, '')))],
    ['currency', 10, file(movement(`${WHOLE}<CURRENCY><CURSYM>USD</CURRENCY>`))],
    // 99,999,999,999.00 at 1,000,000 is more than 999,999,999,999.99, told or worked back.
    ['amount', 10, file(movement(`${WHOLE.replace('-3,50', '99999999999.00')}<CURRENCY><CURRATE>1000000<CURSYM>USD</CURRENCY>`))],
    ['amount', 10, file(movement(`${WHOLE.replace('-3,50', '99999999999.00')}<ORIGCURRENCY><CURRATE>0.000001<CURSYM>USD</ORIGCURRENCY>`))],
    ['currency', 8, file('', { currency: 'euros' })],
    ['account', 8, file('', { account: '' })],
    ['no_statement', 7, `${HEADER}<OFX></OFX>`],
    ['not_closed', 10, file(movement(`${WHOLE}<MEMO><![CDATA[x`))],
  ];
  for (const [why, at, text] of faults)
    expect([why, refusedFor(text)]).toMatchObject([why, { code: 'statement.unreadable', why, line: at }]);
});

it('refuses a file that is cut short', () => {
  const whole = file(movement(WHOLE));
  for (const [end, line] of [
    ['</STMTTRN>', 10],
    ['</BANKTRANLIST>', 10],
    ['</OFX>', 11],
  ] as const)
    expect([end, refusedFor(whole.slice(0, whole.indexOf(end)))]).toMatchObject([end, { why: 'not_closed', line }]);
  expect(refusedFor(`<OFX>${'<A>'.repeat(50)}${'</A>'.repeat(50)}</OFX>`)).toMatchObject({ why: 'xml', line: 1 });
});
