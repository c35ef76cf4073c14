import { type Sum, sumOf } from '#kernel/money.ts';
import { exactly, type TrialRow } from '../ledger/trial-balance.ts';
import { linesOf, type ModelLine, type ModelStatement, type Side, type StatementModel } from './model.ts';

/** An account with its figure in each column: debit positive. */
export interface Figures {
  readonly account: string;
  readonly amounts: readonly bigint[];
}

/** A line with its figure in each column, as the model signs it, and the accounts that it takes itself. */
export interface LineFigures extends Omit<ModelLine, 'takes' | 'sums' | 'sign'> {
  readonly amounts: readonly Sum[];
  readonly accounts: readonly { readonly account: string; readonly amounts: readonly Sum[] }[];
}

export interface Statement {
  readonly lines: readonly LineFigures[];
  /** Accounts that no line takes: debit positive. The statement is wrong by them. */
  readonly unassigned: readonly { readonly account: string; readonly amounts: readonly Sum[] }[];
  /** Assets equal equity and liabilities in each column; an income statement comes to what groups 6 and 7 moved. */
  readonly balanced: boolean;
}

export const isResult = (account: string): boolean => account.startsWith('6') || account.startsWith('7');
/** What an account moved by in the range: debit positive. */
export const moved = ({ debit, credit }: TrialRow): bigint => exactly(debit) - exactly(credit);

/**
 * What a statement is made of, by account. The balance sheet shows the result of the year before it is closed to 129;
 * of earlier years that were never closed, the result is carried as `120`: it is among the results of previous years.
 */
export function sheetFigures(statement: ModelStatement, columns: readonly (readonly TrialRow[])[]): Figures[] {
  const sums = new Map<string, bigint[]>();
  const add = (account: string, column: number, amount: bigint) => {
    const amounts = sums.get(account) ?? columns.map(() => 0n);
    amounts[column] = (amounts[column] ?? 0n) + amount;
    sums.set(account, amounts);
  };
  for (const [i, rows] of columns.entries())
    for (const row of rows) {
      if (statement === 'income-statement') {
        if (isResult(row.account)) add(row.account, i, moved(row));
      } else if (isResult(row.account)) {
        add(row.account, i, moved(row));
        add('120', i, exactly(row.opening));
      } else add(row.account, i, exactly(row.closing));
    }
  return [...sums].filter(([, amounts]) => amounts.some((amount) => amount !== 0n)).map(([account, amounts]) => ({ account, amounts }));
}

export const onSide = (side: Side, amount: bigint): boolean => side === 'balance' || (side === 'debit' ? amount > 0n : amount < 0n);

/** The lines that take an account by the longest beginning of its code: two where it depends on the side. */
export function takersOf(lines: readonly Pick<ModelLine, 'id' | 'takes'>[], account: string): { line: string; side: Side }[] {
  for (let length = account.length; length > 0; length -= 1) {
    const prefix = account.slice(0, length);
    const found = lines.flatMap((line) => line.takes.filter((take) => take.prefix === prefix).map(({ side }) => ({ line: line.id, side })));
    if (found.length > 0) return found;
  }
  return [];
}

/** The figures of a line: what it takes itself, and the lines that it adds up. */
function amountOf(lines: ReadonlyMap<string, ModelLine>, own: ReadonlyMap<string, readonly Figures[]>, id: string, column: number): bigint {
  const line = lines.get(id);
  if (!line) throw new Error(`no line ${id} in the model`);
  const taken = (own.get(id) ?? []).reduce((sum, { amounts }) => sum + (amounts[column] ?? 0n), 0n);
  return line.sums.reduce((sum, part) => sum + amountOf(lines, own, part, column), BigInt(line.sign) * taken);
}

const shown = ({ account, amounts }: Figures, sign = 1) => ({ account, amounts: amounts.map((amount) => sumOf(amount * BigInt(sign))) });

/**
 * A statement of one or several days or ranges, each a column.
 * @param columns the trial balance of each: for a balance sheet from the first day of its year to its day.
 */
export function statementFor(model: StatementModel, statement: ModelStatement, columns: readonly (readonly TrialRow[])[]): Statement {
  const lines = linesOf(model, statement);
  const [own, unassigned] = [new Map<string, Figures[]>(), [] as Figures[]];
  for (const { account, amounts } of sheetFigures(statement, columns)) {
    const takers = takersOf(lines, account);
    if (takers.length === 0) unassigned.push({ account, amounts });
    for (const { line, side } of takers) {
      const taken = { account, amounts: amounts.map((amount) => (onSide(side, amount) ? amount : 0n)) };
      if (taken.amounts.some((amount) => amount !== 0n)) own.set(line, [...(own.get(line) ?? []), taken]);
    }
  }
  const amounts = amountsOf(lines, own, columns.length);
  return { ...shownLines(lines, own, unassigned, columns.length), balanced: isBalanced(statement, lines, amounts, columns) };
}

/** The figures of any line in each of so many columns. */
export function amountsOf(lines: readonly ModelLine[], own: ReadonlyMap<string, readonly Figures[]>, columns: number) {
  const byId = new Map(lines.map((line) => [line.id, line]));
  return (id: string): bigint[] => Array.from({ length: columns }, (_, column) => amountOf(byId, own, id, column));
}

/** The lines of a statement from what each takes itself, and what none takes. */
export function shownLines(
  lines: readonly ModelLine[],
  own: ReadonlyMap<string, readonly Figures[]>,
  unassigned: readonly Figures[],
  columns: number,
): Pick<Statement, 'lines' | 'unassigned'> {
  const amounts = amountsOf(lines, own, columns);
  return {
    lines: lines.map(({ id, level, label, labelEn, sign }) => ({
      id,
      level,
      label,
      labelEn,
      amounts: amounts(id).map(sumOf),
      accounts: (own.get(id) ?? []).map((figures) => shown(figures, sign)),
    })),
    unassigned: unassigned.map((figures) => shown(figures)),
  };
}

/** Ids of the totals, the same in the three models. */
const [ASSETS, EQUITY_AND_LIABILITIES] = ['10000', '30000'];

function isBalanced(
  statement: ModelStatement,
  lines: readonly ModelLine[],
  amounts: (id: string) => readonly bigint[],
  columns: readonly (readonly TrialRow[])[],
): boolean {
  if (statement === 'balance-sheet') {
    const liabilities = amounts(EQUITY_AND_LIABILITIES);
    return amounts(ASSETS).every((amount, column) => amount === liabilities[column]);
  }
  const result = amounts(lines.at(-1)?.id ?? '');
  return columns.every(
    (rows, column) => -rows.filter(({ account }) => isResult(account)).reduce((sum, row) => sum + moved(row), 0n) === result[column],
  );
}
