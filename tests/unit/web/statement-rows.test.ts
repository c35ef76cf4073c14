import { describe, expect, it } from 'vitest';
import { shownColumns, statementRows, yearBefore } from '../../../web/src/finance/statements/statement-rows.ts';

const eur = (...amounts: readonly string[]) => amounts.map((amount) => ({ amount, currency: 'EUR' as const }));
const account = (code: string, name: string, nameEn: string, ...amounts: readonly string[]) => ({
  account: code,
  name,
  nameEn,
  amounts: eur(...amounts),
});
const lines = [
  { id: '12000', level: 1, label: 'B) ACTIVO CORRIENTE', labelEn: 'B) CURRENT ASSETS', amounts: eur('15.00', '0.00'), accounts: [] },
  {
    id: '12700',
    level: 3,
    label: 'VI. Efectivo',
    labelEn: 'VI. Cash',
    amounts: eur('15.00', '0.00'),
    accounts: [account('570', 'Caja, euros', 'Cash', '5.00', '0.00'), account('5720001', 'Banco Uno', '', '10.00', '0.00')],
  },
  { id: '12600', level: 3, label: 'V. Periodificaciones', labelEn: 'V. Prepayments', amounts: eur('0.00', '0.00'), accounts: [] },
];
const shown = (more: Partial<Parameters<typeof statementRows>[1]>) =>
  statementRows(lines, { english: false, whole: false, isOpen: () => false, ...more }).map(({ code, label, amounts }) => [
    code,
    label,
    amounts[0],
  ]);

describe('the rows of a statement', () => {
  it('are the lines that have a figure', () => {
    expect(shown({})).toEqual([
      ['', 'B) ACTIVO CORRIENTE', 1500n],
      ['', 'VI. Efectivo', 1500n],
    ]);
    expect(shown({ whole: true }).length).toBe(3);
  });

  it('unfold into accounts, in the person’s language where the account has a name in it', () => {
    expect(shown({ english: true, isOpen: (id) => id === '12700' }).slice(1)).toEqual([
      ['', 'VI. Cash', 1500n],
      ['570', 'Cash', 500n],
      ['5720001', 'Banco Uno', 1000n],
    ]);
  });

  it('are compared with the same day of the year before', () => {
    expect(['2026-11-30', '2024-02-29', '2025-02-28'].map(yearBefore)).toEqual(['2025-11-30', '2023-02-28', '2024-02-28']);
  });
});

describe('the columns of a statement', () => {
  const range = { from: '2026-01-01', date: '2026-12-31' };
  const data = (label?: string) => ({
    statement: 'equity-changes' as const,
    model: 'pymes' as const,
    columns: [range, { ...range, ...(label ? { label } : {}) }],
    complete: true,
    entries: 1,
    balanced: true,
    lines,
    unassigned: [],
  });

  it('are left out where they have a name and hold no figure', () => {
    expect(shownColumns(data('Reservas'), false).lines.map(({ amounts }) => amounts.length)).toEqual([1, 1, 1]);
    expect(shownColumns(data('Reservas'), true).columns.length).toBe(2);
    expect(shownColumns(data(), false).columns.length).toBe(2);
  });
});
