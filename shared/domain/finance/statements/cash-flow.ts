import { exactly, type TrialRow } from '../ledger/trial-balance.ts';
import { linesIn, type ModelLine, type Side } from './model.ts';
import { amountsOf, type Figures, isResult, moved, type Statement, shownLines, takersOf } from './statement.ts';

/** Beginnings of the codes of accounts, by the line that names them. */
interface Named {
  readonly id: string;
  readonly prefixes: readonly string[];
}

/** A cash-flow statement's lines. */
export interface CashFlowModel {
  readonly lines: readonly ModelLine[];
  /** Adjustments: income and expenses that the result holds, and that another line is the place of. */
  readonly adjustments: readonly Named[];
  /** Lines that show the balance of cash before the range, and after it. */
  readonly balances: readonly (Named & { readonly at: 'opening' | 'closing' })[];
}

const ruleOf = (row: string) => row.split('|').map((part) => part.trim()) as [string, ...string[]];
const wordsOf = (text: string) => text.slice(1).split(' ').filter(Boolean);

/**
 * A model from a table like those of the other statements, with two rules more: `~ accounts` takes them out of the result before tax,
 * `@opening accounts` and `@closing accounts` show balances.
 */
export function cashFlowModel(table: string): CashFlowModel {
  const rows = table.trim().split('\n').map(ruleOf);
  const plain = rows.map(([id, level, label, labelEn, rule = '']) => [id, level, label, labelEn, /^[~@]/.test(rule) ? '' : rule].join('|'));
  return {
    lines: linesIn(plain.join('\n')),
    adjustments: rows.flatMap(([id, , , , rule = '']) => (rule.startsWith('~') ? [{ id, prefixes: wordsOf(rule) }] : [])),
    balances: rows.flatMap(([id, , , , rule = '']) => {
      const [at, ...prefixes] = rule.startsWith('@') ? wordsOf(rule) : [];
      return at ? [{ id, at: at === 'opening' ? at : 'closing', prefixes }] : [];
    }),
  };
}

const CASH = '57';
/** The result before tax: where the adjustments are taken from. */
const RESULT_BEFORE_TAX = '61100';
const NET_CHANGE = '65000';

/** What of an account's movement a side is: debit positive. */
function partOf(side: Side, row: TrialRow): bigint {
  const net = moved(row);
  switch (side) {
    case 'debit':
      return net > 0n ? net : 0n;
    case 'credit':
      return net < 0n ? net : 0n;
    case 'debits':
      return exactly(row.debit);
    case 'credits':
      return -exactly(row.credit);
    default:
      return net;
  }
}

/** Figures by line and account: debit positive, so that a line's sign makes money that comes in positive. */
class Taken {
  readonly #figures = new Map<string, Map<string, bigint[]>>();
  readonly #columns: number;
  constructor(columns: number) {
    this.#columns = columns;
  }
  add(line: string, account: string, column: number, amount: bigint): void {
    if (amount === 0n) return;
    const accounts = this.#figures.get(line) ?? new Map<string, bigint[]>();
    const amounts = accounts.get(account) ?? Array.from({ length: this.#columns }, () => 0n);
    amounts[column] = (amounts[column] ?? 0n) + amount;
    this.#figures.set(line, accounts.set(account, amounts));
  }
  byLine(): Map<string, Figures[]> {
    return new Map([...this.#figures].map(([line, accounts]) => [line, [...accounts].map(([account, amounts]) => ({ account, amounts }))]));
  }
}

const UNASSIGNED = '';

/** Cash is what the statement explains: its balances, and no line of its own. */
function takeCash({ balances }: CashFlowModel, taken: Taken, row: TrialRow, column: number): void {
  for (const { id, at, prefixes } of balances)
    if (prefixes.some((prefix) => row.account.startsWith(prefix))) taken.add(id, row.account, column, -exactly(row[at]));
}

/** An account's movement goes to its line; what the result holds of it as well is taken out there again by an adjustment. */
function takeMovement({ lines, adjustments }: CashFlowModel, taken: Taken, row: TrialRow, column: number): void {
  const takers = takersOf(lines, row.account);
  let left = moved(row);
  for (const { line, side } of takers) {
    const part = partOf(side, row);
    taken.add(line, row.account, column, part);
    left -= part;
  }
  taken.add(UNASSIGNED, row.account, column, left);
  const adjustment = isResult(row.account) && adjustments.find(({ prefixes }) => prefixes.some((prefix) => row.account.startsWith(prefix)));
  if (!adjustment) return;
  taken.add(RESULT_BEFORE_TAX, row.account, column, moved(row));
  taken.add(adjustment.id, row.account, column, -moved(row));
}

/**
 * The cash-flow statement of one or several ranges, each a column and within one fiscal year: from what balances moved by, never from
 * an entry. Every account but 57 has one line, so the lines come to what 57 moved by; an account that none takes is told.
 * @param columns the trial balance of each range.
 */
export function cashFlowFor(model: CashFlowModel, columns: readonly (readonly TrialRow[])[]): Statement {
  const taken = new Taken(columns.length);
  for (const [column, rows] of columns.entries())
    for (const row of rows) (row.account.startsWith(CASH) ? takeCash : takeMovement)(model, taken, row, column);
  const own = taken.byLine();
  const unassigned = own.get(UNASSIGNED) ?? [];
  own.delete(UNASSIGNED);
  const net = amountsOf(model.lines, own, columns.length)(NET_CHANGE);
  const ofCash = columns.map((rows) => rows.filter(({ account }) => account.startsWith(CASH)).reduce((sum, row) => sum + moved(row), 0n));
  return {
    ...shownLines(model.lines, own, unassigned, columns.length),
    balanced: unassigned.length === 0 && net.every((amount, column) => amount === ofCash[column]),
  };
}
