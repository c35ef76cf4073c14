import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { handler as commands } from '../../../../functions/finance/analysis/commands.ts';
import { handler as ledgerCommands } from '../../../../functions/finance/ledger/commands.ts';
import { budgetBy, budgetFigures } from '../../../../shared/domain/finance/analysis/budget.ts';
import { movedBy, resultsBy } from '../../../../shared/domain/finance/analysis/result.ts';
import {
  type AnalyticFact,
  analyticFactsOf,
  analyticKey,
  analyticSpan,
  MAX_ITEMS,
  piecesOf,
  project,
} from '../../../../shared/domain/finance/ledger/projection.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { payablesOf } from '../../../support/payables.ts';
import { peopleOf } from '../../../support/people.ts';
import { eur } from '../../../support/receivables.ts';

const table = useMemoryTable();
let tenant = '';
beforeEach(() => {
  table.clear();
  tenant = newTenant();
});
const people = () =>
  peopleOf(tenant, { commands, queries: commands }, (route) =>
    route.replace(/dimensions\/[^/]+$/, 'dimensions/{dimension}').replace(/budgets\/\d+$/, 'budgets/{year}'),
  );
const ledger = () => peopleOf(tenant, { commands: ledgerCommands, queries: ledgerCommands }, (route) => route);
const CENTRES = {
  name: 'Centro',
  values: [
    { code: 'MAD', name: 'Madrid' },
    { code: 'BCN', name: 'Barcelona', active: false },
  ],
};

type Line = { account: string; amount: number; dimensions?: Record<string, string> };
const entryOf = (lines: readonly Line[], date = '2026-03-10') => ({
  tenant: 't',
  entry: { date, text: '', period: date.slice(0, 7), shard: 0, seq: 1, lines },
});
/** The rows that entries leave, as they are read. */
function rowsOf(lines: readonly Line[], date?: string) {
  const { increments } = project(piecesOf(entryOf(lines, date)), new Map());
  const of = (span: string) => ({
    year: '2026',
    rows: increments.filter((row) => row.span === span).map(({ account, sums }) => ({ key: account, sums })),
  });
  return { whole: of('2026'), analytic: of(analyticSpan('2026')) };
}

describe('results by dimension', () => {
  it('are those of each value, and what no value is told of: together the result of the books', () => {
    const { whole, analytic } = rowsOf([
      { account: '700', amount: -1000_00, dimensions: { centre: 'MAD' } },
      { account: '629', amount: 300_00, dimensions: { centre: 'MAD', project: 'P1' } },
      { account: '629', amount: 120_00, dimensions: { centre: 'BCN' } },
      { account: '621', amount: 80_00 },
      { account: '572', amount: 500_00, dimensions: { centre: 'MAD' } },
    ]);
    const moved = (rows: typeof whole) => movedBy([rows], '2026-01', '2026-12');
    const centre = new Map([...moved(analytic)].flatMap(([key, amount]) => (key.startsWith('centre:') ? [[key.slice(7), amount]] : [])));
    const results = resultsBy(moved(whole), centre);
    expect(results.map(({ value, income, expenses, result }) => [value, income, expenses, result])).toEqual([
      ['BCN', 0, 120_00, -120_00],
      ['MAD', 1000_00, 300_00, 700_00],
      [undefined, 0, 80_00, -80_00],
    ]);
    expect(movedBy([whole], '2026-01', '2026-02').get('700')).toBe(0n);
  });

  it('list their accounts in order, without those that come to nothing, and only of the months asked for, over several years', () => {
    const rows = (year: string, figures: Record<string, Record<string, number>>) => ({
      year,
      rows: Object.entries(figures).map(([key, sums]) => ({ key, sums })),
    });
    const years = [
      rows('2025', { 629: { d12: 40_00, d03: 7_00 }, 700: { c12: 100_00 } }),
      rows('2026', { 700: { c01: 50_00, c12: 9_00 }, 629: { d01: 5_00 }, 621: { d01: 3_00, c01: 3_00 }, 572: { d01: 42_00 } }),
    ];
    const moved = movedBy(years, '2025-12', '2026-01');
    const sums: [string, bigint][] = [
      ['629', -45_00n],
      ['700', 150_00n],
      ['621', 0n],
      ['572', -42_00n],
    ];
    expect(moved).toEqual(new Map(sums));
    const [none] = resultsBy(moved, new Map());
    expect(none?.accounts).toEqual([
      { account: '629', amount: -45_00 },
      { account: '700', amount: 150_00 },
    ]);
    const of = new Map([
      ['Z:700', 1n],
      ['B:629', -2n],
      ['A:700', 3n],
      ['A:572', 99n],
    ]);
    expect(resultsBy(moved, of).map(({ value, result }) => [value, result])).toEqual([
      ['A', 3],
      ['B', -2],
      ['Z', 1],
      [undefined, 105_00 - 2],
    ]);
  });

  it('count every fact once, however many accounts and values an entry has, each transaction within its limit', () => {
    const line = fc.record({
      account: fc.integer({ min: 600, max: 699 }).map(String),
      amount: fc.integer({ min: 1, max: 1000 }),
      dimensions: fc.dictionary(
        fc.constantFrom('centre', 'project', 'line'),
        fc.integer({ min: 0, max: 60 }).map((n) => `V${n}`),
      ),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 150 }), (lines) => {
        const balanced = [...lines, { account: '572', amount: -lines.reduce((sum, { amount }) => sum + amount, 0) }];
        const pieces = piecesOf(entryOf(balanced));
        for (const piece of pieces) {
          const { increments, checkpoints } = project([{ ...piece, piece: 0, pieces: 1 }], new Map());
          expect(increments.length + checkpoints.size).toBeLessThanOrEqual(MAX_ITEMS);
        }
        const { increments } = project(pieces, new Map());
        const counted = increments
          .filter(({ span }) => span === '2026.dim')
          .map(({ account, sums }) => [account, Number(sums.d03)] as const);
        const wanted = new Map<string, number>();
        for (const fact of analyticFactsOf(balanced) as AnalyticFact[])
          wanted.set(analyticKey(fact), (wanted.get(analyticKey(fact)) ?? 0) + fact.amount);
        expect(new Map(counted)).toEqual(wanted);
      }),
      { numRuns: 60 },
    );
  });

  it('do not count what people wrote in words, which is no key', () => {
    const lines = [{ account: '629', amount: 1, dimensions: { centre: 'Madrid centro', 'a:b': 'X', project: '__proto__' } }];
    expect(analyticFactsOf(lines)).toEqual([]);
  });
});

describe('a dimension', () => {
  it('that is defined takes its values alone, on entries and bills; one that is not takes what is told', async () => {
    await newCompany(tenant);
    await people().done('ana', 'PUT /dimensions/centre', CENTRES);
    const entry = (dimensions: object) =>
      ledger().refused('ana', 'POST /journal-entries', {
        ...{ date: '2026-03-10', text: 'Luz' },
        lines: [
          { account: '628', debit: eur('10.00'), dimensions },
          { account: '572', credit: eur('10.00') },
        ],
      });
    expect(await entry({ centre: 'MAD' })).toEqual([201, undefined, undefined]);
    expect(await entry({ project: 'whatever' })).toEqual([201, undefined, undefined]);
    for (const value of ['BCN', 'ZGZ'])
      expect(await entry({ centre: value })).toEqual([422, 'dimension.value', 'body.lines.0.dimensions.centre']);
    const api = payablesOf(tenant);
    const { id } = await api.supplier();
    const lines = [
      { net: eur('100.00'), dimensions: { centre: 'MAD' } },
      { net: eur('50.00'), dimensions: { centre: 'MAD' } },
      { net: eur('30.00') },
    ];
    const bill = await api.done('ana', 'POST /payables/bills', {
      supplierId: id,
      reference: '1',
      date: '2026-03-01',
      receivedOn: '2026-03-03',
      lines,
    });
    expect(
      bill.entry.lines
        .map(({ account, debit, dimensions }: Record<string, { amount: string }>) => [account, debit?.amount, dimensions])
        .slice(0, 2),
    ).toEqual([
      ['622', '150.00', { centre: 'MAD' }],
      ['622', '30.00', undefined],
    ]);
    const wrong = {
      supplierId: id,
      reference: '2',
      date: '2026-03-01',
      receivedOn: '2026-03-03',
      lines: [{ net: eur('1.00'), dimensions: { centre: 'X' } }],
    };
    expect(await api.refused('ana', 'POST /payables/bills', wrong)).toEqual([422, 'dimension.value', 'body.lines.0.dimensions.centre']);
  });

  it('keeps every value that it had, and lists none twice', async () => {
    await newCompany(tenant);
    await people().done('ana', 'PUT /dimensions/centre', CENTRES);
    const put = (values: object[]) => people().refused('ana', 'PUT /dimensions/centre', { name: 'Centro', values });
    const [madrid, barcelona] = CENTRES.values as [object, object];
    expect(await put([madrid])).toEqual([422, 'dimension.lacking', 'body.values']);
    expect(await put([madrid, barcelona, madrid])).toEqual([422, 'dimension.twice', 'body.values.2.code']);
    expect(await put([madrid, barcelona, { code: 'a:b', name: 'x' }])).toEqual([400, 'input.invalid', 'body.values.2.code']);
  });
});

const YEAR = { year: '2026', from: '2026-01', to: '2026-12' };
describe('a budget', () => {
  const months = (amount: number) => Array.from({ length: 12 }, () => amount);

  it('stands beside what the months have, income and expenses both positive', () => {
    const budget = budgetBy(YEAR, {
      lines: [
        { account: '62', months: months(100_00) },
        { account: '700', months: months(500_00) },
      ],
    });
    const moved = { 62: -350_00n, 700: 1400_00n } as Record<string, bigint>;
    const figures = budgetFigures(budget.lines, YEAR, ['2026-01', '2026-03'], ({ account }) => moved[account] ?? 0n);
    expect(figures.map(({ budgeted, actual, difference, year }) => [budgeted, actual, difference, year])).toEqual([
      [300_00, 350_00, 50_00, 1200_00],
      [1500_00, 1400_00, -100_00, 6000_00],
    ]);
  });

  it('takes the amounts of the months asked for alone, and what moved under the value of its line', () => {
    const monthly = months(0).map((_, i) => i + 1);
    const lines = [
      { account: '62', dimension: 'centre', value: 'MAD', months: monthly },
      { account: '705', months: monthly },
    ];
    const asked: object[] = [];
    const figures = budgetFigures(budgetBy(YEAR, { lines }).lines, YEAR, ['2026-02', '2026-04'], (line) => {
      asked.push(line);
      return 5n;
    });
    expect(asked).toEqual([{ account: '62', dimension: 'centre', value: 'MAD' }, { account: '705' }]);
    expect(figures).toEqual([
      { account: '62', dimension: 'centre', value: 'MAD', budgeted: 2 + 3 + 4, actual: -5, difference: -14, year: 78 },
      { account: '705', dimension: undefined, value: undefined, budgeted: 9, actual: 5, difference: -4, year: 78 },
    ]);
  });

  it.each([
    [
      'one account under two values',
      [
        ['62', 'a', 'X'],
        ['62', 'a', 'Y'],
      ],
      undefined,
    ],
    [
      'a group and an account of it under two values',
      [
        ['6', 'a', 'X'],
        ['629', 'a', 'Y'],
      ],
      undefined,
    ],
    ['accounts of one group', [['621'], ['622']], undefined],
    ['an account that ends as another begins', [['62'], ['7062']], undefined],
    ['a group within an account', [['629'], ['6']], 2],
    ['an account within a group', [['6'], ['629']], 2],
    ['one account under a value twice', [['62', 'a', 'X'], ['70'], ['62', 'a', 'X']], 3],
    [
      'under two dimensions',
      [
        ['62', 'a', 'X'],
        ['62', 'b', 'X'],
      ],
      2,
    ],
    ['whole and under a value', [['62', 'a', 'X'], ['62']], 2],
    ['under a value and whole', [['62'], ['62', 'a', 'X']], 2],
  ] as const)('of %s is told whether lines overlap', (_, places, line) => {
    const lines = places.map(([account, dimension, value]) => ({ account, dimension, value, months: months(1) }));
    if (line === undefined) expect(budgetBy(YEAR, { lines }).lines).toHaveLength(lines.length);
    else
      expect(() => budgetBy(YEAR, { lines })).toThrow(
        expect.objectContaining({
          code: 'budget.overlap',
          field: `body.lines.${line - 1}.account`,
          params: expect.objectContaining({ line, account: lines[line - 1]?.account }),
        }),
      );
  });

  it('names the line that has a dimension without a value', () => {
    expect(() =>
      budgetBy(YEAR, {
        lines: [
          { account: '62', months: months(1) },
          { account: '70', value: 'X', months: months(1) },
        ],
      }),
    ).toThrow(expect.objectContaining({ code: 'budget.dimension', field: 'body.lines.1.value', params: { line: 2 } }));
  });

  it('counts nothing twice', async () => {
    await newCompany(tenant);
    const line = (account: string, more: object = {}) => ({ account, months: months(0).map(() => eur('1.00')), ...more });
    const put = (...lines: object[]) => people().refused('ana', 'PUT /budgets/2026', { lines });
    const [mad, bcn] = [
      { dimension: 'centre', value: 'MAD' },
      { dimension: 'centre', value: 'BCN' },
    ];
    expect(await put(line('62', mad), line('62', bcn), line('700'))).toEqual([200, undefined, undefined]);
    expect(await put(line('62'), line('629'))).toEqual([422, 'budget.overlap', 'body.lines.1.account']);
    expect(await put(line('629'), line('629', mad))).toEqual([422, 'budget.overlap', 'body.lines.1.account']);
    expect(await put(line('629', { dimension: 'centre' }))).toEqual([422, 'budget.dimension', 'body.lines.0.value']);
    expect(await put(line('430'))).toEqual([400, 'input.invalid', 'body.lines.0.account']);
  });
});
