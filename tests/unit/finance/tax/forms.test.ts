import { describe, expect, it } from 'vitest';
import { lines347, lines349, linesWithheld } from '../../../../shared/domain/finance/tax/form-lines.ts';
import { formBoxes } from '../../../../shared/domain/finance/tax/forms.ts';
import type { TaxSum } from '../../../../shared/domain/finance/tax/m303.ts';
import { type BookRow, bookRows } from '../../../../shared/domain/finance/tax/vat-book.ts';
import type { WithheldFact } from '../../../../shared/domain/finance/tax/withheld-period.ts';
import { key190Of, WITHHELD_OF_RENT, WITHHELD_OF_WORK } from '../../../../shared/domain/finance/tax/withholding-es.ts';
import type { TaxPaper } from '../../../../shared/kernel/record.ts';

const rows = (
  book: TaxPaper['book'],
  declaredOn: string,
  base: number,
  tax: number,
  more: Partial<TaxPaper> & { code?: string } = {},
): BookRow[] => {
  const { code = 'IVA-G', ...rest } = more;
  return bookRows({
    id: 'x',
    declaredOn,
    paper: {
      ...{ book, number: '1', date: declaredOn, form: 'full', sign: 1, party: { name: 'B', taxId: 'B58378431' } },
      taxes: [{ code, percent: '21', base: Math.round(base * 100), tax: Math.round(tax * 100) }],
      ...rest,
    },
  });
};

describe('form 347', () => {
  it('does not declare 3,005.06, and declares what is above, by quarter with credit notes', () => {
    expect(lines347(rows('issued', '2026-02-01', 2_483.52, 521.54))).toEqual([]);
    expect(lines347(rows('issued', '2026-02-01', 2_483.53, 521.54))).toHaveLength(1);
    const [line] = lines347([
      ...rows('issued', '2026-02-01', 3_000, 630),
      ...rows('issued', '2026-05-01', 400, 84, { form: 'correction', sign: -1 }),
    ]);
    expect(line).toMatchObject({ key: 'B', amount: 3_146_00, quarters: [3_630_00, -484_00, 0, 0] });
  });

  it('leaves out what other statements declare', () => {
    const withheld = { withheld: { code: 'PRO15', percent: '15', amount: 750_00 } };
    expect(lines347(rows('received', '2026-02-01', 5_000, 1_050, withheld))).toEqual([]);
    for (const code of ['INTRA', 'EXPORT']) expect(lines347(rows('issued', '2026-02-01', 5_000, 0, { code }))).toEqual([]);
    for (const code of ['UEB-G', 'IMP-G']) expect(lines347(rows('received', '2026-02-01', 5_000, 0, { code }))).toEqual([]);
  });
});

describe('form 349', () => {
  it('carries the new base of a period that it corrects, never the difference', () => {
    const french = { party: { name: 'Lyon SA', taxId: 'FR12345678901' }, code: 'INTRA' };
    const now = rows('issued', '2026-01-10', 2_500, 0, french);
    const back = rows('issued', '2026-02-10', 1_000, 0, { ...french, form: 'correction', sign: -1 });
    const lines = lines349([...now, ...back], (row) => (row === back[0] ? { period: '2025-4T', before: 8_000_00 } : undefined));
    expect(lines).toEqual([
      { party: 'Lyon SA', taxId: 'FR12345678901', key: 'E', base: 2_500_00 },
      { party: 'Lyon SA', taxId: 'FR12345678901', key: 'E', base: 7_000_00, corrects: { period: '2025-4T', before: 8_000_00 } },
    ]);
  });
});

const sum = (side: TaxSum['side'], code: string, percent: string, base: number, tax: number, corrects = false): TaxSum => ({
  ...{ side, code, percent, base: BigInt(Math.round(base * 100)), tax: BigInt(Math.round(tax * 100)) },
  ...(corrects ? { corrects } : {}),
});
const facts = (taxes: readonly TaxSum[]) => ({ taxes, recipients: () => 1, lines: 0n, filed: 0n });
const amounts = (boxes: ReturnType<typeof formBoxes>) =>
  Object.fromEntries(boxes.map(({ box, amount, count }) => [box, count ?? Number(amount) / 100]));

it('forms 111 and 115 are what was withheld of professionals, and of rents', () => {
  const taxes = [
    sum('withheld', 'PRO15', '15', 1_000, 150),
    sum('withheld', 'PRO7', '7', 100, 7),
    sum('withheld', 'RENT19', '19', 850, 161.5),
  ];
  expect(amounts(formBoxes('111', facts(taxes)))).toMatchObject({ '03': 0, '07': 1, '08': 1_100, '09': 157, 28: 157, 30: 157 });
  expect(amounts(formBoxes('115', facts(taxes)))).toEqual({ '01': 1, '02': 850, '03': 161.5, '05': 161.5 });
});

it('form 111 has directors and courses as work, farming and forestry as activities', () => {
  const taxes = [
    sum('withheld', 'PRO15', '15', 1_000, 150),
    sum('withheld', 'AGR2', '2', 500, 10),
    sum('withheld', 'AGR1', '1', 300, 3),
    sum('withheld', 'FOR2', '2', 200, 4),
    sum('withheld', 'PRO7B', '7', 100, 7),
    sum('withheld', 'CUR15', '15', 400, 60),
    sum('withheld', 'DIR35', '35', 2_000, 700),
    sum('withheld', 'DIR19', '19', 1_000, 190),
  ];
  // 400 + 2,000 + 1,000; 60 + 700 + 190. 1,000 + 500 + 300 + 200 + 100; 150 + 10 + 3 + 4 + 7
  const work = { '01': 1, '02': 3_400, '03': 950, '04': 1, '05': 0, '06': 0 };
  expect(amounts(formBoxes('111', facts(taxes)))).toEqual({ ...work, '07': 1, '08': 2_100, '09': 174, 28: 1_124, 30: 1_124 });
  expect(amounts(formBoxes('190', facts(taxes)))).toEqual({ '01': 1, '02': 5_500, '03': 1_124 });
  expect(amounts(formBoxes('115', facts(taxes)))).toMatchObject({ '02': 0, '03': 0 });
});

it('each type has its key of form 190', () => {
  const keys = WITHHELD_OF_WORK.map((code) => `${code} ${key190Of(code)}`);
  expect(keys).toEqual(
    'PRO15 G01,PRO7 G03,PRO7B G02,PRO7C G04,AGR2 H01,AGR1 H02,FOR2 H03,MOD1 H04,CUR15 F,DIR35 E,DIR19 E,NOM A,NOMES A'.split(','),
  );
  expect(WITHHELD_OF_RENT).toEqual(['RENT19']);
});

it('forms 190 and 180 name each recipient by key', () => {
  const paid = (code: string, tax: number, name: string): WithheldFact => ({
    ...{ code, percent: '15', base: 1_000_00, tax, paidBase: 0, paidTax: 0 },
    party: { name, taxId: name },
  });
  const all = [
    paid('PRO15', 150_00, 'Ana'),
    { ...paid('PRO15', 150_00, 'Ana Ruiz'), party: { name: 'Ana Ruiz', taxId: 'Ana' } },
    paid('PRO7', 70_00, 'Luis'),
    paid('RENT19', 190_00, 'Eva'),
  ];
  expect(linesWithheld(all, ['PRO15', 'PRO7'])).toEqual([
    { party: 'Ana', taxId: 'Ana', key: 'G01', base: 2_000_00, amount: 300_00 },
    { party: 'Luis', taxId: 'Luis', key: 'G03', base: 1_000_00, amount: 70_00 },
  ]);
  expect(linesWithheld(all, ['RENT19'])).toMatchObject([{ party: 'Eva', base: 1_000_00, amount: 190_00 }]);
});

it('form 390 is the year of its returns; acquisitions are no part of the volume', () => {
  const year = [
    sum('output', 'IVA-G', '21', 21_000, 4_410),
    sum('output', 'IVA-G', '21', -400, -84, true),
    sum('output', 'RE-G', '5.2', 1_000, 52),
    sum('output', 'UEB-G', '21', 1_500, 315),
    sum('output', 'UEB-G', '21', -100, -21, true),
    sum('output', 'INTRA', '0', 2_500, 0),
    sum('output', 'EXENTO', '0', 700, 0),
    sum('input', 'IVA-G', '21', 9_000, 1_890),
    sum('input', 'UEB-G', '21', 1_500, 315),
    sum('input', 'UEB-G', '21', -100, -21, true),
  ];
  // 4,410 − 84 + 52 + 315 − 21; 1,890 + 315 − 21; 21,000 − 400
  expect(amounts(formBoxes('390', facts(year)))).toMatchObject({
    47: 4_672,
    64: 2_184,
    65: 2_488,
    86: 2_488,
    99: 20_600,
    103: 2_500,
    105: 700,
    108: 23_800,
  });
});
