/** What of an account a line takes: its balance, or only one that is a debit or a credit. */
export type Side = 'balance' | 'debit' | 'credit';

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
  readonly takes: readonly { readonly prefix: string; readonly side: Side }[];
  /** 1 where a debit counts up (assets), −1 where a credit does. */
  readonly sign: 1 | -1;
}

/** One of the models of annual accounts. */
export interface StatementModel {
  readonly id: string;
  readonly balanceSheet: readonly ModelLine[];
  readonly incomeStatement: readonly ModelLine[];
}

export const STATEMENTS = ['balance-sheet', 'income-statement'] as const;
export type StatementName = (typeof STATEMENTS)[number];

export const linesOf = (model: StatementModel, statement: StatementName): readonly ModelLine[] =>
  statement === 'balance-sheet' ? model.balanceSheet : model.incomeStatement;

const SIDES: Readonly<Record<string, Side>> = { D: 'debit', C: 'credit' };

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

const linesIn = (table: string): ModelLine[] => table.trim().split('\n').map(lineOf);

/** A model from its two tables. */
export const statementModel = (tables: { readonly [K in keyof StatementModel]: string }): StatementModel => ({
  id: tables.id,
  balanceSheet: linesIn(tables.balanceSheet),
  incomeStatement: linesIn(tables.incomeStatement),
});
