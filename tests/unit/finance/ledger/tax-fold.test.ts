import { expect, it } from 'vitest';
import { type Item, itemSize } from '../../../../infra/tools/bench/units.ts';
import type { Entry } from '../../../../shared/domain/finance/ledger/entry.ts';
import { piecesOf, project } from '../../../../shared/domain/finance/ledger/projection.ts';
import { taxTotals } from '../../../../shared/domain/finance/ledger/tax-fold.ts';
import type { TaxFact } from '../../../../shared/kernel/record.ts';
import { marshall } from '../../../../shared/runtime/attributes.ts';

const fact = (side: TaxFact['side'], code: string, percent: string, base: number, tax: number): TaxFact => ({
  side,
  code,
  percent,
  base,
  tax,
});
let seq = 0;
/** What an entry of a day adds to the balances. */
function counted(day: string, lines: readonly (readonly [string, number])[], taxes: readonly TaxFact[]) {
  seq += 1;
  const entry: Entry = {
    ...{ date: `2026-03-${day}`, text: '', period: '2026-03', shard: 0, seq },
    lines: lines.map(([account, amount]) => ({ account, amount })),
  };
  return project(piecesOf({ tenant: 'acme', entry, taxes }), new Map()).increments;
}
const rowsOfTaxes = (increments: ReturnType<typeof counted>) =>
  increments.flatMap(({ span, account, sums }) => (Object.keys(sums).some((field) => field.includes(':')) ? [`${span} ${account}`] : []));

it.each([
  [
    'a purchase',
    [
      ['622', 15000],
      ['472', 3150],
      ['410', -18150],
    ],
    [fact('input', 'IVA-G', '21', 15000, 3150)],
    ['2026-03 472'],
  ],
  [
    'a sale',
    [
      ['430', 12100],
      ['700', -10000],
      ['477', -2100],
    ],
    [fact('output', 'IVA-G', '21', 10000, 2100)],
    ['2026-03 477'],
  ],
  [
    'an exempt sale',
    [
      ['430', 10000],
      ['705', -10000],
    ],
    [fact('output', 'EXENTA', '0', 10000, 0)],
    ['2026-03 430'],
  ],
  [
    'a purchase without deduction',
    [
      ['629', 12100],
      ['400', -12100],
    ],
    [fact('input', 'IVA-N', '21', 10000, 0)],
    ['2026-03 400'],
  ],
  [
    'reverse charge',
    [
      ['607', 80000],
      ['472', 16800],
      ['477', -16800],
      ['410', -80000],
    ],
    [fact('input', 'ISP-G', '21', 80000, 16800), fact('output', 'ISP-G', '21', 80000, 16800)],
    ['2026-03 472', '2026-03 477'],
  ],
  [
    'import VAT with the return',
    [
      ['600', 10000],
      ['472', 2100],
      ['4750', -2100],
      ['400', -10000],
    ],
    [fact('output', 'IMPD-G', '21', 10000, 2100)],
    ['2026-03 472'],
  ],
  [
    'fees, with income tax withheld',
    [
      ['623', 10000],
      ['472', 2100],
      ['4751', -1500],
      ['410', -10600],
    ],
    [fact('input', 'IVA-G', '21', 10000, 2100), fact('withheld', 'IRPF-P', '15', 10000, 1500)],
    ['2026-03 472', '2026-03 4751'],
  ],
] as const)('the taxes of %s are counted in rows that it moves anyway', (_, lines, taxes, rows) => {
  const increments = counted('05', lines, taxes);
  expect(rowsOfTaxes(increments).sort()).toEqual(rows);
  expect(increments).toHaveLength(2 * lines.length);
  expect(taxTotals(increments.map(({ sums }) => sums))).toEqual(
    taxes.map(({ base, tax, ...which }) => ({ ...which, base: BigInt(base), tax: BigInt(tax) })),
  );
});

it('has a row of its own where an entry moves no such account', () => {
  const increments = counted(
    '05',
    [
      ['570', 12100],
      ['700', -12100],
    ],
    [fact('output', 'IVA-G', '21', 10000, 2100)],
  );
  expect([rowsOfTaxes(increments), increments.length]).toEqual([['2026-03 477'], 5]);
});

it('leaves the row of a month below a kilobyte, with sales and credit notes at three rates on each of its days', () => {
  const row: Record<string, unknown> = { pk: 'talleres-robla#balance#2026-03', sk: '477' };
  const days = Array.from({ length: 31 }, (_, i) => String(i + 1).padStart(2, '0'));
  const posted = days.flatMap((day) => [21, 10, 4].flatMap((percent) => [1, -1].map((sign) => ({ day, percent, tax: sign * 9_999_99 }))));
  for (const { day, percent, tax } of posted) {
    const of = fact('output', `IVA-${percent}`, String(percent), tax * 5, tax);
    const lines = [
      ['430', tax],
      ['477', -tax],
    ] as const;
    const moved = counted(day, lines, [tax < 0 ? { ...of, corrects: true } : of]).filter(
      ({ span, account }) => span === '2026-03' && account === '477',
    );
    for (const [field, amount] of moved.flatMap(({ sums }) => Object.entries(sums))) row[field] = Number(row[field] ?? 0) + Number(amount);
  }
  // 62 figures of days and twelve of taxes.
  expect(Object.keys(row)).toHaveLength(2 + 62 + 12);
  expect(itemSize(marshall(row) as Item)).toBeLessThan(1024);
});
