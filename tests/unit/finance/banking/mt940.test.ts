import { expect, it } from 'vitest';
import { readText, refusedFor } from './bank-samples.ts';

const message = (movements: readonly string[], closing = 'C260303EUR1250,00', opening = 'C260301EUR1250,00') =>
  [':20:STARTUMS', ':25:ES9121000418450200051332EUR', ':28C:27/1', `:60F:${opening}`, ...movements, `:62F:${closing}`, '-'].join('\r\n');
const lines = (movements: readonly string[], closing?: string) =>
  readText(message(movements, closing)).flatMap((statement) => statement.lines);
const line = (movement: string, details: readonly string[] = [], closing?: string) =>
  lines([`:61:${movement}`, ...details.map((each, index) => (index === 0 ? `:86:${each}` : each))], closing)[0];

it('reads marks, amounts and days of movements', () => {
  const [statement] = readText(
    message(
      [':61:2603020303C10,NTRFNONREF', ':61:260302D3,5NMSCFRA 12//B-1', ':61:2603030303RC4,00NRTINONREF', ':61:260303RDR1,25NRTINONREF'],
      'C260303EUR1253,75',
    ),
  );
  expect(statement).toMatchObject({
    ...{
      format: 'mt940',
      account: { iban: 'ES9121000418450200051332' },
      currency: 'EUR',
      number: '27/1',
      opening: 125_000,
      closing: 125_375,
    },
    ...{ from: '2026-03-01', to: '2026-03-03' },
  });
  expect(statement?.lines).toEqual([
    { no: 1, at: 5, date: '2026-03-03', valueDate: '2026-03-02', amount: 1000, code: 'NTRF', text: '' },
    {
      no: 2,
      at: 6,
      date: '2026-03-02',
      valueDate: '2026-03-02',
      amount: -350,
      code: 'NMSC',
      text: '',
      reference: 'FRA 12',
      bankReference: 'B-1',
    },
    // RC takes a credit back, RD a debit.
    { no: 3, at: 7, date: '2026-03-03', valueDate: '2026-03-03', amount: -400, code: 'NRTI', text: '', reversal: true },
    { no: 4, at: 8, date: '2026-03-03', valueDate: '2026-03-03', amount: 125, code: 'NRTI', text: '', reversal: true },
  ]);
});

it('gives the day of booking the year that is nearest to the value date', () => {
  const days = (movement: string) => line(movement, [], 'C260303EUR1251,00')?.date;
  expect(days('2601020101C1,00NTRFNONREF')).toBe('2026-01-01');
  expect(days('2601021231C1,00NTRFNONREF')).toBe('2025-12-31');
  expect(days('2512310102C1,00NTRFNONREF')).toBe('2026-01-02');
  expect(days('2402280229C1,00NTRFNONREF')).toBe('2024-02-29');
});

it('reads the structured field 86 of German banks', () => {
  const details = [
    '166?00GUTSCHRIFT?109248?20EREF+F2026-000123?21MREF+M-7?22SVWZ+Fra',
    '. F2026-000123 Caf?23es?30GENODEF1PFK?31ES7921000813610123456789?3',
    '2CAFES LEVANTE?33 SL',
  ];
  expect(line('260303C1,00NTRFNONREF', details, 'C260303EUR1251,00')).toMatchObject({
    ...{ text: 'GUTSCHRIFT Fra. F2026-000123 Caf es', endToEndId: 'F2026-000123', mandateId: 'M-7' },
    ...{ partyName: 'CAFES LEVANTE SL', partyIban: 'ES7921000813610123456789' },
  });
  // A subfield of 27 characters is full: the word goes on.
  expect(line('260303C1,00NTRFNONREF', [`051?00X?20${'a'.repeat(27)}?21bc`], 'C260303EUR1251,00')?.text).toBe(`X ${'a'.repeat(27)}bc`);
});

it('reads the tags of banks of the Netherlands, and text without structure', () => {
  const tags = ['/TRTP/SEPA OVERBOEKING/IBAN/NL71ABNA0417164300/BIC/ABNANL2A/NAME/', 'Cafes Levante/REMI/Fra. 123/EREF/E-9'];
  const iban = 'NL02ABNA0123456789';
  expect(line('260303C1,00NTRFNONREF', [tags.join('').replace('NL71ABNA0417164300', iban)], 'C260303EUR1251,00')).toMatchObject({
    ...{ text: 'Fra. 123', partyName: 'Cafes Levante', partyIban: iban, endToEndId: 'E-9' },
  });
  const full = 'x'.repeat(65);
  expect(line('260303C1,00NTRFNONREF', [full, 'yz', 'end RF18539007547034'], 'C260303EUR1251,00')).toMatchObject({
    ...{ text: `${full}yz end RF18539007547034`, reference: 'RF18539007547034' },
  });
});

it("keeps the text behind the movement, and gives a statement's own field 86 to no movement", () => {
  const movements = [':61:260303C1,00NTRFNONREF', 'NL02ABNA0123456789', ':62F:C260303EUR1251,00', ':86:saldo'];
  const [statement] = readText(message(movements, 'C260303EUR1251,00'));
  expect(statement?.lines).toMatchObject([{ text: 'NL02ABNA0123456789', partyIban: 'NL02ABNA0123456789' }]);
});

it('reads headers and ends of SWIFT around messages, and pages with interim balances', () => {
  const text = `{1:F01ABNANL2AXXX0000000000}{2:O9400000}{4:\r\n${message([]).replace(/-$/, '-}')}\r\n\u0001${message([]).replaceAll('60F', '60M').replaceAll('62F', '62M')}\u0003`;
  expect(readText(text)).toHaveLength(2);
  expect(readText(`{1:F01X}{4:${message([])}`)).toHaveLength(1);
});

it('refuses what is not whole or does not add up, with line and cause', () => {
  const faults: readonly (readonly [why: string, line: number, text: string])[] = [
    ['date', 5, message([':61:260230C1,00NTRFNONREF'])],
    ['date', 5, message([':61:2603030230C1,00NTRFNONREF'])],
    ['date', 4, message([], undefined, 'C260230EUR1250,00')],
    ['amount', 5, message([':61:260303C1,005NTRFNONREF'])],
    ['amount', 5, message([':61:260303C1,0,0NTRFNONREF'])],
    ['missing', 5, message([':61:260303X1,00NTRFNONREF'])],
    ['missing', 5, message([':61:'])],
    ['missing', 4, message([], undefined, 'C260301EURO')],
    ['missing', 1, message([]).replace(':25:', ':24:')],
    ['missing', 1, message([]).replace(':62F:', ':64:')],
    ['currency', 5, message([], 'C260303USD1250,00')],
    ['line_too_long', 6, message([':61:260303C0,00NTRFNONREF', `:86:${'x'.repeat(10_001)}`])],
  ];
  for (const [why, at, text] of faults)
    expect([why, refusedFor(text)]).toMatchObject([why, { code: 'statement.unreadable', why, line: at }]);
  expect(refusedFor(message([':61:260303C1,00NTRFNONREF']))).toMatchObject({
    ...{
      code: 'statement.unbalanced',
      why: 'balance',
      line: 6,
      opening: '1250.00',
      moved: '1.00',
      reached: '1251.00',
      closing: '1250.00',
      lines: 1,
    },
  });
});
