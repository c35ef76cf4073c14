import { expect, it } from 'vitest';
import type { BankStatement } from '../../../../shared/domain/finance/banking/statement.ts';
import { statementFileKind } from '../../../../shared/domain/finance/banking/statement-file.ts';
import { bankSample, bankSamples, hasBankSamples, readFileBytes, refusedFor } from './bank-samples.ts';

const told = ({ format, account, currency, opening, closing, lines }: BankStatement) => [
  format,
  account.iban ?? account.number,
  currency,
  opening,
  lines.length,
  lines.reduce((sum, { amount }) => sum + amount, 0),
  closing,
];

/** What is read of each file: format, account, currency, opening, lines, their sum, closing. Sums by another program over the same files. */
const READ: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'camt/052_valid_example.xml': [['camt.052', 'DE58740618130100033626', 'EUR', 850, 2, 500, 1350]],
  'camt/053_valid_example.xml': [['camt.053', 'DE14740618130000033626', 'EUR', 3306, 4, -1000, 2306]],
  'camt/053_valid_example_v4.xml': [['camt.053', 'CH0309000000250090342', 'CHF', 32_215_216, 13, 53_761, 32_268_977]],
  'camt/053_valid_example_with_datetime.xml': [['camt.053', '11111111', 'USD', undefined, 1, 19_586, 60_680]],
  'camt/054_valid_example.xml': [['camt.054', 'CH0309000000250090342', 'CHF', undefined, 4, 5903, undefined]],
  'mt940/betterplace_with_binary_character.sta': [
    ['mt940', '51230800/0000007055', 'EUR', 38_011_577, 3, -18_018_675, 19_992_902],
    ['mt940', '51230800/0000007304', 'EUR', 13_007_319, 1, 112_000, 13_119_319],
  ],
  'mt940/cmxl_mt940.sta': [
    ['mt940', '45050050/76198810', 'DEM', 8_434_974, 11, 8730, 8_443_704],
    ['mt940', '10020030/1234567', 'EUR', 218_795, 2, 220_000, 438_795],
    ['mt940', 'BPHKPLPK/320000546101', 'PLN', 4_000_000, 3, 1_004_000, 5_004_000],
  ],
  'mt940/jejik_generic.sta': [
    ['mt940', '11111111', 'EUR', 10_000, 1, -1000, 9000],
    ['mt940', '11111111', 'EUR', 9000, 1, -1000, 8000],
  ],
  'mt940/jejik_rabobank-iban.sta': [
    ['mt940', 'NL71RABO0123456789', 'EUR', 100_000, 2, -3500, 96_500],
    ['mt940', 'NL71RABO0123456789', 'EUR', 96_500, 2, -3500, 93_000],
  ],
  'mt940/mBank_mt940.sta': [['mt940', 'PL29114010810000267002001002', 'PLN', 40, 3, 3, 43]],
  'ofx/anzcc.ofx': [['ofx', '1234123412341234', 'AUD', undefined, 1, -550, -12_345]],
  'ofx/bank_medium.ofx': [['ofx', '160000100/12300 000012345678', 'CAD', undefined, 3, -34_527, 38_234]],
  'ofx/checking.ofx': [['ofx', '5472369148/1452687~7', 'USD', undefined, 3, -5950, 10_099]],
  'ofx/multiple_accounts.ofx': [
    ['ofx', '123/9100', 'USD', undefined, 0, 0, 11_100],
    ['ofx', '123/9200', 'USD', undefined, 0, 0, 22_200],
  ],
  'ofx/suncorp.ofx': [['ofx', 'SUNCORP/123456789', 'AUD', undefined, 1, -1685, 123_412]],
};

/** What is refused, with cause and line: made so on purpose, shortened by whoever published them, or with balances that are not theirs. */
const REFUSED: Readonly<Record<string, Record<string, unknown>>> = {
  // An entry in euros of an account in francs.
  'camt/053_valid_example_v8.xml': { code: 'statement.unreadable', why: 'currency', line: 259, text: 'EUR' },
  // 3 of the bank's 35 entries are left.
  'camt/053_valid_example_with_batch.xml': {
    code: 'statement.unbalanced',
    why: 'balance',
    line: 53,
    moved: '2934.26',
    difference: '12774.14',
  },
  'camt/053_valid_example_with_debit.xml': {
    code: 'statement.unbalanced',
    why: 'balance',
    line: 48,
    opening: '-33.06',
    difference: '66.12',
  },
  'camt/053_valid_example_with_instdamt.xml': {
    code: 'statement.unbalanced',
    why: 'balance',
    line: 51,
    reached: '4600.00',
    closing: '4500.00',
  },
  'camt/general_invalid_namespace.xml': { code: 'statement.unreadable', why: 'no_statement', line: 2 },
  'mt940/jejik_abnamro.sta': { code: 'statement.unbalanced', why: 'balance', line: 27, reached: '2914.84', closing: '876.84' },
  'mt940/jejik_ing.sta': { code: 'statement.unbalanced', why: 'balance', line: 26, reached: '-45.59', closing: '3.47' },
  'mt940/self-provided_february_30.sta': { code: 'statement.unreadable', why: 'date', line: 6, text: '160230' },
  'mt940/self-provided_invalid_statement.sta': { code: 'statement.unreadable', why: 'unknown_format', line: 1 },
  'norma43/sequra.n43': { code: 'statement.unbalanced', why: 'count', line: 10, told: 4, found: 0 },
  'ofx/bad_decimal_error.ofx': { code: 'statement.unreadable', why: 'date', line: 36, text: '201120000000' },
};
/** Its ten statements are compared with the values beside it. */
const BY_VALUES = 'mt940/betterplace_sepa_mt9401.sta';

it.skipIf(!hasBankSamples)('has an expectation for every sample file, and each is of the kind that it seems', () => {
  expect([...Object.keys(READ), ...Object.keys(REFUSED), BY_VALUES].toSorted()).toEqual(bankSamples().toSorted());
  for (const path of bankSamples())
    expect([path, statementFileKind(bankSample(path))]).toEqual([
      path,
      path.includes('invalid_statement') ? undefined : path.slice(0, path.indexOf('/')),
    ]);
});

it.skipIf(!hasBankSamples).each(Object.entries(READ))('reads %s', (path, statements) => {
  expect(readFileBytes(bankSample(path)).map(told)).toEqual(statements);
});

it.skipIf(!hasBankSamples).each(Object.entries(REFUSED))('refuses %s whole', (path, refusal) => {
  expect(refusedFor(bankSample(path))).toMatchObject({ kind: 'invalid', ...refusal });
});

/** Values that another reader of MT940 (WoLpH/mt940) found, of each movement: year (two bytes), month and day are written in base64. */
function valuesBeside(path: string) {
  const text = bankSample(path.replace('.sta', '.yml')).toString('utf8');
  const [, ...blocks] = text.slice(text.indexOf('\ntransactions:')).split('- !!python/object:mt940.models.Transaction\n');
  return blocks.map((block) => {
    const one = (pattern: RegExp) => pattern.exec(block)?.[1] ?? '';
    const bytes = Buffer.from(one(/\n {4}date: .*\n {4}- !!binary \|\n {6}(\S+)/), 'base64');
    const part = (value: number | undefined) => String(value).padStart(2, '0');
    const reference = one(/bank_reference: '?([^'\n]*)'?\n/);
    return {
      status: one(/\n {4}status: (\w+)/),
      amount: Math.round(Number(one(/decimal\.Decimal \['([^']*)'\]/)) * 100),
      valueDate: `${bytes.readUInt16BE(0)}-${part(bytes[2])}-${part(bytes[3])}`,
      code: one(/\n {4}id: (\w+)/),
      bankReference: reference === 'null' ? undefined : reference,
    };
  });
}

it.skipIf(!hasBankSamples).each([...Object.keys(READ), BY_VALUES].filter((path) => path.startsWith('mt940/')))(
  'finds in %s what stands in the values beside it',
  (path) => {
    const lines = readFileBytes(bankSample(path)).flatMap((statement) => statement.lines);
    const values = valuesBeside(path);
    expect(values.length).toBeGreaterThan(0);
    expect(lines.map(({ amount, valueDate, code }) => ({ amount, valueDate, code }))).toEqual(
      // Those values count RC, the reversal of a credit, as a plus: it is a debit, and the balances say so.
      values.map(({ status, amount, valueDate, code }) => ({ valueDate, code, amount: status === 'RC' ? -amount : amount })),
    );
    // That reader loses the bank's reference behind a payer's of 16 characters: where it has one it is ours.
    const known = values.flatMap(({ bankReference }, index) => (bankReference ? [[bankReference, lines[index]?.bankReference]] : []));
    expect(known.map(([, ours]) => ours)).toEqual(known.map(([theirs]) => theirs));
  },
);

it.skipIf(!hasBankSamples)('counts the reversals of credits as debits, by which their accounts balance', () => {
  const statements = readFileBytes(bankSample(BY_VALUES));
  expect(statements.flatMap(({ lines }) => lines.filter(({ reversal }) => reversal))).toMatchObject([
    { amount: -20_488, code: 'NRTI' },
    { amount: -20_488, code: 'NRTI', bankReference: 'R724710290656678' },
  ]);
  expect(statements.reduce((count, { lines }) => count + lines.length, 0)).toBe(97);
});

it.skipIf(!hasBankSamples)('tells payments of batches, returns, charges and notices of the samples', () => {
  const lines = (path: string) => readFileBytes(bankSample(path)).flatMap((statement) => statement.lines);
  const [first, , , batch] = lines('camt/053_valid_example.xml');
  expect(first).toMatchObject({
    ...{ date: '2013-12-27', partyName: 'Testkonto Nummer 2', partyIban: 'DE09300606010012345671', mandateId: 'MandateReference' },
    ...{ endToEndId: 'EndToEndReference', bankReference: '2013122710583450000', code: 'NTRF+020' },
  });
  expect(batch).toMatchObject({ amount: -600, batch: 2, parts: [{ amount: -350 }, { amount: -250 }] });
  expect(lines('camt/053_valid_example_v4.xml').map(({ batch: count, parts }) => [count, parts?.length])).toEqual([
    ...Array.from({ length: 6 }, () => [undefined, undefined]),
    ...[
      [10, 10],
      [8, 8],
      [3, 3],
      [2, 2],
    ],
    ...Array.from({ length: 3 }, () => [undefined, undefined]),
  ]);
  const returned = lines('camt/054_valid_example.xml')[2];
  expect(returned).toMatchObject({
    amount: -600,
    reversal: true,
    returnReason: 'MD06',
    partyName: 'Bernasconi Maria',
    code: 'PMNT/IDDT/PRDD',
  });
  expect(returned?.partyIban).toBe('CH3709000000250094580');
  // Booked apart: not kept of the amount.
  expect(returned?.charges).toBeUndefined();
  const [wise] = readFileBytes(bankSample('camt/053_valid_example_with_datetime.xml'));
  expect(wise).toMatchObject({
    lines: [{ charges: 414, date: '2023-06-21' }],
    notices: [{ code: 'summary_differs', params: { told: '14', found: 1 } }],
  });
  expect(lines('ofx/checking.ofx')[2]).toMatchObject({
    date: '2011-04-07',
    amount: -2500,
    reference: '319',
    bankReference: '0000488',
    code: 'CHECK',
  });
  expect(lines('mt940/jejik_rabobank-iban.sta')[0]).toMatchObject({ partyName: 'CONTRA ACCOUNT HOLDER' });
});
