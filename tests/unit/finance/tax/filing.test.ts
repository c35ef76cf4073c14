import { describe, expect, it } from 'vitest';
import { draft303, type Given, type TaxSum } from '../../../../shared/domain/finance/tax/m303.ts';
import { boxesOf303, faultsOf303, file303, refusalOfNegative } from '../../../../shared/domain/finance/tax/m303-file.ts';
import { refusalOfBox } from '../../../../shared/domain/finance/tax/tax-box.ts';
import { periodBefore } from '../../../../shared/domain/finance/tax/tax-period.ts';
import {
  carriedOver,
  declarationType,
  missingFor,
  settledBefore,
  settlementLines,
  type TaxReturn,
} from '../../../../shared/domain/finance/tax/tax-return.ts';

const sum = (side: TaxSum['side'], code: string, percent: string, base: number, tax: number, corrects = false): TaxSum => ({
  ...{ side, code, percent, base: BigInt(Math.round(base * 100)), tax: BigInt(Math.round(tax * 100)) },
  ...(corrects ? { corrects } : {}),
});
/** The worked quarter: 27 5,181.00, 45 3,220.50. */
const QUARTER = [
  sum('output', 'IVA-G', '21', 21_000, 4_410),
  sum('output', 'IVA-R', '10', 3_000, 300),
  sum('output', 'IVA-S', '4', 500, 20),
  sum('output', 'RE-G', '5.2', 1_000, 52),
  sum('output', 'IVA-G', '21', -400, -84, true),
  sum('output', 'INTRA', '0', 2_500, 0),
  sum('output', 'UEB-G', '21', 1_500, 315),
  sum('output', 'ISP-G', '21', 800, 168),
  sum('input', 'IVA-G', '21', 9_000, 1_890),
  sum('input', 'IVA-R', '10', 600, 60),
  sum('input', 'INV-G', '21', 4_000, 840),
  sum('input', 'UEB-G', '21', 1_500, 315),
  sum('input', 'ISP-G', '21', 800, 168),
  sum('input', 'IVA-G', '21', -250, -52.5, true),
];
const draft = (taxes: readonly TaxSum[], given: Given = {}) => draft303(taxes, given).boxes;
const minor = (boxes: ReturnType<typeof draft>) => boxes.map(({ box, amount }) => ({ box, amount: Number(amount) }));
const filed = (boxes: ReturnType<typeof draft>, type: TaxReturn['type'] = 'I') =>
  ({
    model: '303',
    period: '2026-2T',
    turn: 0,
    type,
    boxes: minor(boxes),
    justificante: '3032026000017',
    filedOn: '2026-07-20',
  }) as TaxReturn;
const lines = (boxes: ReturnType<typeof draft>, before?: TaxReturn) =>
  settlementLines(minor(boxes), before).map(({ account, amount }) => [account, amount / 100]);
const company = { taxId: 'B12345674', name: 'Cafés Peñalver, S.L.' };
const due = (amount: number) => [sum('output', 'IVA-G', '21', amount / 0.21, amount)];

describe('what settles a quarter', () => {
  it('is posted as the worked example has it', () => {
    expect(lines(draft(QUARTER, { 110: 300_00n }))).toEqual([
      ['477', 5_181],
      ['472', -3_220.5],
      ['4700', -300],
      ['4750', -1_660.5],
    ]);
  });

  it('leaves on 4700 what is compensated, and the next quarter takes it over', () => {
    const boxes = draft([sum('input', 'IVA-G', '21', 500, 105)], { 110: 40_00n });
    expect(lines(boxes)).toEqual([
      ['472', -105],
      ['4700', 105],
    ]);
    expect([declarationType(minor(boxes), false, undefined), carriedOver(filed(boxes, 'C'))]).toEqual(['C', 145_00]);
    expect([declarationType(minor(boxes), true, undefined), carriedOver(filed(boxes, 'D'))]).toEqual(['D', 40_00]);
  });

  it('takes import VAT of the return from where it was posted: 210.00 to 4750, of which 105.00 are deducted against nothing', () => {
    const boxes = draft([sum('input', 'IMPD-G', '21', 1_000, 210), sum('output', 'IMPD-G', '21', 1_000, 210)]);
    expect(boxes.find(({ box }) => box === '71')?.amount).toBe(0);
    expect(lines(boxes)).toEqual([
      ['472', -210],
      ['4750', 210],
    ]);
  });
});

describe('boxes 43 and 44', () => {
  const given = { 43: 120_00n, 44: -300_00n };
  it('count in 45, and are posted on 6392 and 6341 beside 472, which ends with what documents posted', () => {
    const boxes = draft(QUARTER, { ...given, 110: 300_00n });
    // 3,220.50 + 120.00 − 300.00; 5,181.00 − 3,040.50 − 300.00
    expect(['45', '71'].map((box) => boxes.find((each) => each.box === box)?.amount)).toEqual([3_040_50, 1_840_50]);
    expect(lines(boxes)).toEqual([
      ['472', 120],
      ['6392', -120],
      ['472', -300],
      ['6341', 300],
      ['477', 5_181],
      ['472', -3_040.5],
      ['4700', -300],
      ['4750', -1_840.5],
    ]);
    const moved = lines(boxes).reduce((sum, [account, amount]) => (account === '472' ? sum + Number(amount) : sum), 0);
    expect(moved).toBe(-3_220.5);
    expect(faultsOf303(file303({ company, period: '2026-4T', type: 'I', boxes }))).toEqual([]);
  });

  it('of a rectifying return post what it changes: −300.00 becomes +50.00', () => {
    const first = filed(draft(due(1_000), { 44: -300_00n }));
    const boxes = draft(due(1_000), { 44: 50_00n, 70: 1_300_00n });
    expect(boxes.find(({ box }) => box === '71')?.amount).toBe(-350_00);
    expect(lines(boxes, first)).toEqual([
      ['472', 350],
      ['6341', -300],
      ['6391', -50],
      ['472', -350],
      ['4709', 350],
    ]);
  });

  it('44 is of the last return of the year alone', () => {
    expect(['2026-4T', '2026-12'].map((period) => refusalOfBox('44', period))).toEqual([undefined, undefined]);
    expect(['2026-3T', '2026-11'].map((period) => refusalOfBox('44', period)?.code)).toEqual(Array(2).fill('tax_return.box_period'));
    expect(refusalOfBox('43', '2026-2T')).toBeUndefined();
  });
});

describe('a return that rectifies another of its period', () => {
  const of = (before: number, after: number) => {
    const first = filed(draft(due(before)));
    const boxes = draft(due(after), { 70: BigInt(before * 100) });
    const at = (box: string) => Number(boxes.find((each) => each.box === box)?.amount) / 100;
    return { boxes: [at('69'), at('70'), at('71'), at('111')], posted: lines(boxes, first) };
  };
  it.each([
    [
      1_500,
      1_200,
      [1_200, 1_500, -300, 300],
      [
        ['477', -300],
        ['4709', 300],
      ],
    ],
    [
      500,
      420,
      [420, 500, -80, 80],
      [
        ['477', -80],
        ['4709', 80],
      ],
    ],
    [
      500,
      650,
      [650, 500, 150, 0],
      [
        ['477', 150],
        ['4750', -150],
      ],
    ],
  ])('of %d by %d asks for what was paid too much, or too little', (before, after, boxes, posted) => {
    expect(of(before, after)).toEqual({ boxes, posted });
  });
});

describe('a return that rectifies one in which the company was owed', () => {
  const input = (amount: number) => [sum('input', 'IVA-G', '21', amount / 0.21, amount)];
  const at = (boxes: ReturnType<typeof draft>, ...names: string[]) =>
    names.map((name) => Number(boxes.find(({ box }) => box === name)?.amount) / 100);
  const first = filed(draft(input(525)), 'D');

  it('pays back what was refunded too much: −525.00 refunded, −420.00 right', () => {
    expect(settledBefore(first, true)).toEqual({ 70: 0n, 109: 525_00n });
    const boxes = draft(input(420), settledBefore(first, true));
    expect(at(boxes, '69', '70', '109', '71', '111')).toEqual([-420, 0, 525, 105, 0]);
    expect(declarationType(minor(boxes), false, undefined)).toBe('I');
    expect(lines(boxes, first)).toEqual([
      ['472', 105],
      ['4750', -105],
    ]);
    const text = file303({ company, period: '2026-2T', type: 'I', boxes, rectifies: '3032026000017' });
    expect(faultsOf303(text)).toEqual([]);
    expect(['109', '71'].map((box) => boxesOf303(text).get(box))).toEqual([525_00n, 105_00n]);
  });

  it('takes the place of a refund that was not paid yet', () => {
    expect(settledBefore(first, false)).toEqual({ 70: 0n, 109: 0n });
    const boxes = draft(input(420), settledBefore(first, false));
    expect(at(boxes, '109', '71')).toEqual([0, -420]);
    const posted = settlementLines(minor(boxes), first, false).map(({ account, amount }) => [account, amount / 100]);
    expect(posted).toEqual([
      ['472', 105],
      ['4700', -105],
    ]);
  });

  it('and another after that goes by what was refunded less what was paid back: 525.00 − 105.00', () => {
    const second = filed(draft(input(420), { 109: 525_00n }), 'I');
    const boxes = draft(input(450), settledBefore(second, true));
    expect(at(boxes, '109', '71')).toEqual([420, -30]);
    expect(lines(boxes, second)).toEqual([
      ['472', -30],
      ['4700', 30],
    ]);
  });

  it('that was to pay: +100.00 paid, −250.00 right; 100.00 come back and 250.00 are compensated, unless they are asked back', () => {
    const paid = filed(draft(due(100)));
    const boxes = draft([...due(100), ...input(350)], settledBefore(paid, true));
    expect(at(boxes, '70', '109', '71', '111')).toEqual([100, 0, -350, 100]);
    expect([false, true].map((refund) => declarationType(minor(boxes), refund, undefined))).toEqual(['C', 'D']);
    expect([carriedOver(filed(boxes, 'C')), carriedOver(filed(boxes, 'D'))]).toEqual([250_00, 0]);
    expect(lines(boxes, paid)).toEqual([
      ['472', -350],
      ['4709', 100],
      ['4700', 250],
    ]);
    expect(file303({ company, period: '2026-2T', type: 'C', boxes, iban: 'ES9121000418450200051332' })).toContain('<T303DID00>');
    // Nothing but what was paid: there is nothing to compensate.
    expect(declarationType(minor(draft(due(420), { 70: 500_00n })), false, undefined)).toBe('D');
  });
});

describe('the file of form 303', () => {
  const file = (boxes: ReturnType<typeof draft>, more: object = {}) => file303({ company, period: '2026-2T', type: 'I', boxes, ...more });
  /** `from`–`to` of page 01000, as the sheet counts them. */
  const at = (text: string, from: number, to: number) => text.slice(text.indexOf('<T30301000>')).slice(from - 1, to);

  it('has each box at its place, and N in front of what is below zero', () => {
    const text = file(draft(QUARTER, { 110: 300_00n }));
    expect(at(text, 326, 342)).toBe('00000000002100000');
    expect(at(text, 433, 449)).toBe('N0000000000040000');
    expect(at(text, 343, 347)).toBe('02100');
    expect(at(text, 13, 102).trimEnd()).toBe('IB12345674CAFES PEÑALVER, S.L.');
    expect(text.length).toBe(17 + 311 + 1581 + 1017 + 18);
    expect(faultsOf303(text)).toEqual([]);
    expect([27, 45, 71].map((box) => boxesOf303(text).get(String(box)))).toEqual([5_181_00n, 3_220_50n, 1_660_50n]);
  });

  it('says which return it rectifies, and where money is asked back', () => {
    const boxes = draft(due(1_200), { 70: 1_500_00n });
    const text = file(boxes, { type: 'D', iban: 'ES9121000418450200051332', rectifies: '3032026000017' });
    expect(faultsOf303(text)).toEqual([]);
    const page = text.slice(text.indexOf('<T30303000>'));
    expect([page.slice(425, 440), page.slice(440, 457), page.slice(457, 458)]).toEqual(['X3032026000017 ', '00000000000030000', 'X']);
    expect(text).toContain('<T303DID00>');
  });

  it('is found wrong where a sum, a constant or a length is', () => {
    const text = file(draft(QUARTER));
    const start = text.indexOf('<T30301000>');
    const put = (from: number, by: string) => text.slice(0, start + from - 1) + by + text.slice(start + from - 1 + by.length);
    expect(faultsOf303(put(348, '00000000000441001'))).toEqual(['box 27 is not 152+167+03+155+06+09+11+13+15+158+170+18+21+24+26']);
    expect(faultsOf303(put(343, '02200'))).toEqual(['01000 343: "02200" is not 02100']);
    expect(faultsOf303(text.replace('     ', ''))).not.toEqual([]);
  });

  it('is refused with a base below zero where the form takes none', () => {
    const why = refusalOfNegative(draft([sum('output', 'IVA-G', '21', -100, -21)]));
    expect([why?.code, why?.params]).toEqual(['tax_return.negative', { box: '07', amount: '-100.00' }]);
    expect(refusalOfNegative(draft([sum('output', 'IVA-G', '21', -100, -21, true)]))).toBeUndefined();
    // A credit note already: what helps is another thing.
    const customs = refusalOfNegative(draft([sum('output', 'IMPD-G', '21', -500, -105, true)]));
    expect([customs?.code, customs?.params]).toEqual(['tax_return.import', { box: '77', amount: '-105.00' }]);
  });
});

it('tells all that is missing before a return can be filed', () => {
  const when = { period: '2026-4T', to: '2026-12-31', today: '2026-11-30', complete: false };
  const wrong = draft303([sum('output', 'IVA-G', '18', 100, 18), sum('output', 'IVA-G', '21', -100, -21)]);
  const tie = { box: '27', account: '477', amount: 1n, posted: 2n, adjusted: 0n };
  expect(missingFor(wrong, [tie], when).map(({ code }) => code)).toEqual([
    'tax_return.not_over',
    'tax_return.behind',
    'tax_return.unassigned',
    'tax_return.tie',
    'tax_return.negative',
  ]);
  expect(missingFor(draft303(QUARTER), [], { ...when, today: '2027-01-01', complete: true })).toEqual([]);
});

it('the period before is as long', () => {
  expect(['2026-1T', '2026-3T', '2026-01', '2026-12'].map(periodBefore)).toEqual(['2025-4T', '2026-2T', '2025-12', '2026-11']);
});
