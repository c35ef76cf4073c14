import fc from 'fast-check';
import { expect, it } from 'vitest';
import { requireByDimension } from '../../../../functions/finance/statements/value-reader.ts';
import type { TrialRow } from '../../../../shared/domain/finance/ledger/trial-balance.ts';
import { MODEL_NAMES, MODELS } from '../../../../shared/domain/finance/statements/models.ts';
import { statementFor } from '../../../../shared/domain/finance/statements/statement.ts';
import { requireWholeMonths, rowsOfValue, valueColumns, valueName } from '../../../../shared/domain/finance/statements/value-columns.ts';
import { thrownBy } from '../../../support/thrown.ts';

const CENTRE = {
  values: [
    { code: 'MAD', name: 'Madrid', active: true },
    { code: 'BCN', name: 'Barcelona', active: false },
    { code: 'VLC', name: 'Valencia', active: true },
  ],
};
const row = (account: string, debit: number, credit: number): TrialRow => ({ account, opening: 0, debit, credit, closing: debit - credit });
const amounts = (figures: Record<string, number>) => new Map(Object.entries(figures).map(([key, amount]) => [key, BigInt(amount)]));
const linesOf = (columns: readonly { readonly rows: readonly TrialRow[] }[], model: keyof typeof MODELS = 'pymes') =>
  statementFor(
    MODELS[model],
    'income-statement',
    columns.map(({ rows }) => rows),
  );

it('has a column for each value that moved, what no value is told of, and the whole, which they come to', () => {
  const whole = [row('572', 900_00, 0), row('705', 0, 1_000_00), row('621', 300_00, 0), row('629', 120_00, 20_00)];
  const columns = valueColumns(
    CENTRE,
    whole,
    amounts({ 'BCN:629': -70_00, 'MAD:705': 800_00, 'MAD:621': -300_00, 'X9:629': -10_00, 'VLC:705': 0, 'MAD:572': 5_00 }),
  );
  expect(columns.map(({ name }) => [name.id, name.label, name.labelEn])).toEqual([
    ['MAD', 'Madrid', 'Madrid'],
    ['BCN', 'Barcelona', 'Barcelona'],
    ['X9', 'X9', 'X9'],
    ['(none)', 'Sin asignar', 'Unassigned'],
    ['(total)', 'Total', 'Total'],
  ]);
  const { lines, balanced, unassigned } = linesOf(columns);
  const figures = Object.fromEntries(lines.flatMap(({ id, amounts: of }) => (of.some((amount) => amount !== 0) ? [[id, of]] : [])));
  expect([balanced, unassigned]).toEqual([true, []]);
  expect(figures['40100']).toEqual([800_00, 0, 0, 200_00, 1_000_00]);
  expect(figures['40700']).toEqual([-300_00, -70_00, -10_00, -20_00, -400_00]);
  expect(figures[lines.at(-1)?.id ?? '']).toEqual([500_00, -70_00, -10_00, 180_00, 600_00]);
});

it('comes to the ordinary statement, line by line and account by account, whatever was told, by every model', () => {
  const fact = fc.record({
    account: fc.constantFrom('700', '705', '759', '600', '610', '621', '629', '640', '662', '6300'),
    value: fc.constantFrom('MAD', 'BCN', 'VLC', 'NEW', undefined),
    amount: fc.integer({ min: -1_000_000, max: 1_000_000 }),
  });
  const model = fc.constantFrom(...MODEL_NAMES);
  fc.assert(
    fc.property(fc.array(fact, { maxLength: 40 }), model, (facts, name) => {
      const sums = new Map<string, [number, number]>();
      const told = new Map<string, bigint>();
      for (const { account, value, amount } of facts) {
        const [debit, credit] = sums.get(account) ?? [0, 0];
        sums.set(account, amount > 0 ? [debit + amount, credit] : [debit, credit - amount]);
        if (value) told.set(`${value}:${account}`, (told.get(`${value}:${account}`) ?? 0n) - BigInt(amount));
      }
      const whole = [...sums].map(([account, [debit, credit]]) => row(account, debit, credit));
      const [divided, ordinary] = [linesOf(valueColumns(CENTRE, whole, told), name), linesOf([{ rows: whole }], name)];
      for (const [i, line] of divided.lines.entries()) {
        expect(line.amounts.at(-1)).toBe(ordinary.lines[i]?.amounts[0]);
        expect(line.amounts.slice(0, -1).reduce<bigint>((sum, amount) => sum + BigInt(amount), 0n)).toBe(BigInt(line.amounts.at(-1) ?? 0));
      }
      expect(divided.balanced).toBe(true);
    }),
  );
});

it('of one value has its rows alone, and its name with the day', () => {
  expect(rowsOfValue(amounts({ 'MAD:705': 800_00, 'MAD2:705': 1, 'BCN:705': 2 }), 'MAD')).toEqual([
    { account: '705', opening: 0, debit: -800_00, credit: 0, closing: 0 },
  ]);
  expect(valueName(CENTRE, 'MAD', '2026-12-31')).toEqual({ id: 'MAD', label: 'Madrid, 31/12/2026', labelEn: 'Madrid, 31/12/2026' });
});

it('is of whole months, of income and expenses alone, and compared by one value at a time', () => {
  const wholeMonths = (from: string, to: string) => thrownBy(() => requireWholeMonths({ from, to }, 'query.date'));
  expect(wholeMonths('2024-01-15', '2024-02-28')).toEqual(['statement.whole_months', { from: '2024-01-01', to: '2024-02-29' }]);
  expect(wholeMonths('2024-02-01', '2024-02-29')).toEqual(['passes']);
  const asked = (...of: Parameters<typeof requireByDimension>) => thrownBy(() => requireByDimension(...of))[1]?.why;
  expect(asked('balance-sheet', { dimension: 'centre' }, false)).toBe('statement');
  expect(asked('trial-balance', { dimension: 'centre' }, false)).toBe('statement');
  expect(asked('income-statement', { dimension: 'centre' }, true)).toBe('compared');
  expect(asked('income-statement', { value: 'MAD' }, false)).toBe('value');
  expect(asked('income-statement', { dimension: 'centre', value: 'MAD' }, true)).toBeUndefined();
  expect(asked('balance-sheet', {}, true)).toBeUndefined();
});
