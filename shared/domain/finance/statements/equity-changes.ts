import { exactly, type TrialRow } from '../ledger/trial-balance.ts';
import { DIVIDEND_PAYABLE, EQUITY_COLUMNS, EQUITY_ROWS, RESERVES_COLUMN, RESULT_COLUMN } from './es-equity-changes.ts';
import type { ModelLine, StatementModel } from './model.ts';
import { amountsOf, type Figures, isResult, moved, onSide, type Statement, sheetFigures, shownLines, takersOf } from './statement.ts';

/** What equity was made of before some days, how it moved in them, and what it came to. */
export interface EquityPeriod {
  /** As of the day before: the trial balance from the first of the year to then. */
  readonly opening: readonly TrialRow[];
  readonly range: readonly TrialRow[];
  /** From the first of the year to the last day. */
  readonly closing: readonly TrialRow[];
}

export interface EquityColumn {
  readonly id: string;
  readonly label: string;
  readonly labelEn: string;
}

const NUMBERING = /^(?:A-\d\)|[IVX]+\.|\d+\.)\s+/;
const TOTAL: EquityColumn = { id: 'total', label: 'Total', labelEn: 'Total' };

const columnLines = (model: StatementModel): ModelLine[] =>
  EQUITY_COLUMNS.flatMap((id) => model.balanceSheet.filter((line) => line.id === id));

/** The components of equity by the model of the balance sheet, and their total. */
export const equityColumns = (model: StatementModel): EquityColumn[] => [
  ...columnLines(model).map(({ id, label, labelEn }) => ({
    id,
    label: label.replace(NUMBERING, ''),
    labelEn: labelEn.replace(NUMBERING, ''),
  })),
  TOTAL,
];

/** In which column an account stands: where its line of the balance sheet is, or −1 where it is no equity. */
function columnFinder(model: StatementModel): (account: string) => number {
  const columns = columnLines(model);
  const lines = new Map(model.balanceSheet.map((line) => [line.id, line]));
  const holds = (within: string, id: string): boolean => within === id || (lines.get(within)?.sums ?? []).some((part) => holds(part, id));
  return (account) => {
    const takers = takersOf(model.balanceSheet, account);
    return columns.findIndex(({ id }) => takers.some(({ line }) => holds(id, line)));
  };
}

/** Groups 10 to 13, and the results: what has to stand in a column. */
const isEquity = (account: string): boolean => /^1[0-3]/.test(account) || isResult(account);

interface Cell {
  readonly row: string;
  readonly account: string;
  readonly column: number;
  /** Debit positive. */
  readonly amount: bigint;
}

/** What moved, by row and column; of no row where none takes it. */
function movements(range: readonly TrialRow[], columnOf: (account: string) => number): Cell[] {
  return range.flatMap((row) => {
    const column = columnOf(row.account);
    if (column < 0 && !isEquity(row.account)) return [];
    const amount = moved(row);
    const [taker] = takersOf(EQUITY_ROWS, row.account).filter(({ side }) => onSide(side, amount));
    return amount === 0n
      ? []
      : [{ row: column < 0 || !taker ? '' : taker.line, account: row.account, column: Math.max(column, 0), amount }];
  });
}

/**
 * Dividends: what became owed to the owners (526 credited) is taken from the result of the year that was distributed, as far as it went
 * that way, and from reserves beyond. The same stands against it among the other changes, where both accounts moved.
 */
function dividends(range: readonly TrialRow[], columnOf: (account: string) => number, columns: readonly EquityColumn[]): Cell[] {
  const owed = range.filter(({ account }) => account.startsWith(DIVIDEND_PAYABLE)).reduce((sum, { credit }) => sum + exactly(credit), 0n);
  const at = (id: string) => columns.findIndex((column) => column.id === id);
  const distributed = range
    .filter(({ account }) => account.startsWith('129') && columnOf(account) === at(RESULT_COLUMN))
    .reduce((sum, row) => sum + moved(row), 0n);
  let ofResult = distributed > 0n ? distributed : 0n;
  if (ofResult > owed) ofResult = owed;
  const parts = [
    { column: at(RESULT_COLUMN), amount: ofResult },
    { column: at(RESERVES_COLUMN), amount: owed - ofResult },
  ];
  return parts
    .filter(({ amount }) => amount !== 0n)
    .flatMap(({ column, amount }) => [
      { row: 'II4', account: DIVIDEND_PAYABLE, column, amount },
      { row: 'III', account: DIVIDEND_PAYABLE, column, amount: -amount },
    ]);
}

/** Figures by row, each account with what it has in every column and in all. */
function figuresByRow(cells: readonly Cell[], width: number): Map<string, Figures[]> {
  const rows = new Map<string, Map<string, bigint[]>>();
  for (const { row, account, column, amount } of cells) {
    const accounts = rows.get(row) ?? new Map<string, bigint[]>();
    const amounts = accounts.get(account) ?? Array.from({ length: width }, () => 0n);
    for (const i of [column, width - 1]) amounts[i] = (amounts[i] ?? 0n) + amount;
    rows.set(row, accounts.set(account, amounts));
  }
  return new Map([...rows].map(([row, accounts]) => [row, [...accounts].map(([account, amounts]) => ({ account, amounts }))]));
}

const balancesOf = (rows: readonly TrialRow[], row: string, columnOf: (account: string) => number): Cell[] =>
  sheetFigures('balance-sheet', [rows]).flatMap(({ account, amounts: [amount = 0n] }) => {
    const column = columnOf(account);
    return column < 0 ? [] : [{ row, account, column, amount }];
  });

/**
 * The statement of changes in equity of a range within a fiscal year: a column for each component of equity as the model of the balance
 * sheet has them, the last their total. It balances when every column comes to the balance sheet's line of its last day.
 */
export function equityChangesFor(model: StatementModel, { opening, range, closing }: EquityPeriod): Statement {
  const columns = equityColumns(model);
  const columnOf = columnFinder(model);
  const own = figuresByRow(
    [...balancesOf(opening, 'O', columnOf), ...movements(range, columnOf), ...dividends(range, columnOf, columns)],
    columns.length,
  );
  const unassigned = own.get('') ?? [];
  own.delete('');
  const shown = shownLines(EQUITY_ROWS, own, unassigned, columns.length);
  const sheet = figuresByRow(balancesOf(closing, 'F', columnOf), columns.length).get('F') ?? [];
  const final = amountsOf(EQUITY_ROWS, own, columns.length)('F');
  return {
    ...shown,
    balanced:
      unassigned.length === 0 && final.every((amount, i) => amount === -sheet.reduce((sum, { amounts }) => sum + (amounts[i] ?? 0n), 0n)),
  };
}
