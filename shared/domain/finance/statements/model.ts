/**
 * What of an account a line takes: its balance (of a flow: what it moved by), or only one that is a debit or a credit; of a flow also
 * all that was debited or credited, whatever the other side.
 */
export type Side = 'balance' | 'debit' | 'credit' | 'debits' | 'credits';

export interface Take {
  readonly prefix: string;
  readonly side: Side;
}

export interface ModelLine {
  /** As the mercantile registry numbers it: `12300`. */
  readonly id: string;
  /** 1 for the headings, to 5. */
  readonly level: number;
  /** In Spanish, as the model names it. */
  readonly label: string;
  readonly labelEn: string;
  /** Lines that it adds up. */
  readonly sums: readonly string[];
  /** Accounts that it takes: those whose code begins so, unless a longer beginning stands in another line. */
  readonly takes: readonly Take[];
  /** 1 where a debit counts up (assets), −1 where a credit does. */
  readonly sign: 1 | -1;
}

/** One of the models of annual accounts. */
export interface StatementModel {
  readonly id: string;
  readonly balanceSheet: readonly ModelLine[];
  readonly incomeStatement: readonly ModelLine[];
}

export const STATEMENTS = ['balance-sheet', 'income-statement', 'cash-flow-indirect', 'cash-flow-direct', 'equity-changes'] as const;
export type StatementName = (typeof STATEMENTS)[number];
/** What a model of annual accounts has of its own. */
export type ModelStatement = 'balance-sheet' | 'income-statement';

export const linesOf = (model: StatementModel, statement: ModelStatement): readonly ModelLine[] =>
  statement === 'balance-sheet' ? model.balanceSheet : model.incomeStatement;

const SIDES: Readonly<Record<string, Side>> = { D: 'debit', C: 'credit', d: 'debits', c: 'credits' };

const takeOf = (text: string) => {
  const side = SIDES[text.charAt(0)];
  return side ? { prefix: text.slice(1), side } : { prefix: text, side: 'balance' as const };
};

/** A line of `id | level | label | English label | accounts`, or `| = lines that it adds + accounts`. Assets have ids from 1. */
function lineOf(row: string): ModelLine {
  const [id = '', level = '', label = '', labelEn = '', rule = ''] = row.split('|').map((part) => part.trim());
  const [sums = '', accounts = ''] = rule.startsWith('=') ? rule.slice(1).split('+') : ['', rule];
  const words = (text: string) => text.split(' ').filter(Boolean);
  return {
    id,
    level: Number(level),
    label,
    labelEn,
    sums: words(sums),
    takes: words(accounts).map(takeOf),
    sign: id.startsWith('1') ? 1 : -1,
  };
}

export const linesIn = (table: string): ModelLine[] => table.trim().split('\n').map(lineOf);

/** A model from its two tables. */
export const statementModel = (tables: { readonly [K in keyof StatementModel]: string }): StatementModel => ({
  id: tables.id,
  balanceSheet: linesIn(tables.balanceSheet),
  incomeStatement: linesIn(tables.incomeStatement),
});
