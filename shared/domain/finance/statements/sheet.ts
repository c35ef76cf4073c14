import { minorText, type Sum } from '#kernel/money.ts';
import { BOM, withoutFormulas } from '#kernel/text.ts';
import type { TrialRow } from '../ledger/trial-balance.ts';
import { STATEMENTS } from './model.ts';
import type { StatementData } from './wire.ts';

/** What can be had as a file. */
export const SHEETS = [...STATEMENTS, 'trial-balance', 'account-ledger', 'receivables-ageing', 'payables-ageing'] as const;
export type SheetName = (typeof SHEETS)[number];
export const SHEET_FORMATS = ['csv', 'xlsx', 'pdf'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];
export type SheetLanguage = 'es' | 'en';

/** A table with a code, a text and amounts in each row, as a file of any format holds it. */
export interface Sheet {
  readonly name: SheetName;
  readonly language: SheetLanguage;
  /** Of the texts before the amounts: code, what a row has besides, and text. Absent: those of a statement. */
  readonly leads?: readonly string[];
  /** What it is about: an account and its name. */
  readonly subject?: string;
  /** The code of each row is a day. */
  readonly byDay?: true;
  /** Of the amounts. */
  readonly heads: readonly string[];
  readonly rows: readonly SheetRow[];
  /** What a reader has to know: an account that no line takes. */
  readonly warnings: readonly string[];
}

export interface SheetRow {
  /** Of an account; empty for a line of the model. A day (ISO) or nothing where the sheet is by day. */
  readonly code: string;
  /** What stands between code and text, as the sheet's `leads` say. */
  readonly besides?: readonly string[];
  readonly text: string;
  /** 1 for headings, to 6: an account below a line. */
  readonly level: number;
  readonly amounts: readonly Sum[];
}

const ACCOUNT_LEVEL = 6;
const isZero = (amount: Sum | undefined): boolean => BigInt(amount ?? 0) === 0n;

const WORDS = {
  es: {
    code: 'Cuenta',
    line: 'Epígrafe',
    trial: ['Saldo anterior', 'Debe', 'Haber', 'Saldo'],
    totals: 'Totales',
    untaken: (account: string, amount: string) => `Ningún epígrafe recoge la cuenta ${account}: ${amount}`,
    unbalanced: 'No cuadra',
    titles: {
      'balance-sheet': 'Balance de situación',
      'income-statement': 'Cuenta de pérdidas y ganancias',
      'cash-flow-indirect': 'Estado de flujos de efectivo',
      'cash-flow-direct': 'Estado de flujos de efectivo (directo)',
      'equity-changes': 'Estado de cambios en el patrimonio neto',
      'trial-balance': 'Balance de sumas y saldos',
      'account-ledger': 'Mayor de cuenta',
      'receivables-ageing': 'Antigüedad de saldos de clientes',
      'payables-ageing': 'Antigüedad de saldos de proveedores',
    },
  },
  en: {
    code: 'Account',
    line: 'Line',
    trial: ['Opening', 'Debit', 'Credit', 'Closing'],
    totals: 'Totals',
    untaken: (account: string, amount: string) => `No line takes account ${account}: ${amount}`,
    unbalanced: 'It does not balance',
    titles: {
      'balance-sheet': 'Balance sheet',
      'income-statement': 'Profit and loss account',
      'cash-flow-indirect': 'Cash-flow statement',
      'cash-flow-direct': 'Cash-flow statement (direct)',
      'equity-changes': 'Statement of changes in equity',
      'trial-balance': 'Trial balance',
      'account-ledger': 'Account ledger',
      'receivables-ageing': 'Ageing of receivables',
      'payables-ageing': 'Ageing of payables',
    },
  },
} as const;

export const sheetTitle = (name: SheetName, language: SheetLanguage): string => WORDS[language].titles[name];
/** The heads of the texts before the amounts, of which the last is that of the rows' texts. */
export const sheetLeads = ({ leads, language }: Pick<Sheet, 'leads' | 'language'>): readonly string[] =>
  leads ?? [WORDS[language].code, WORDS[language].line];

interface Choices {
  readonly language: SheetLanguage;
  /** The accounts of each line below it. */
  readonly accounts: boolean;
  /** Lines and components of equity without a figure as well. */
  readonly whole: boolean;
}

/** A statement as a table: `date` of a column, or its component's name, stands above its amounts. */
export function statementSheet(data: StatementData, { language, accounts, whole }: Choices): Sheet {
  const english = language === 'en';
  const shown = data.columns.flatMap(({ label }, i) =>
    whole || label === undefined || data.lines.some(({ amounts }) => !isZero(amounts[i])) ? [i] : [],
  );
  const kept = (amounts: readonly Sum[]) => shown.map((i) => amounts[i] ?? 0);
  const rows = data.lines.flatMap((line) => {
    if (!whole && line.amounts.every(isZero) && line.accounts.length === 0) return [];
    const row = { code: '', text: english ? line.labelEn : line.label, level: line.level, amounts: kept(line.amounts) };
    const below = accounts
      ? line.accounts.map(({ account, name, nameEn, amounts }) => ({
          code: account,
          text: (english && nameEn) || name,
          level: ACCOUNT_LEVEL,
          amounts: kept(amounts),
        }))
      : [];
    return [row, ...below];
  });
  const warnings = data.unassigned.map(({ account, amounts }) =>
    WORDS[language].untaken(account, amounts.map((sum) => minorText(sum)).join(' / ')),
  );
  return {
    name: data.statement,
    language,
    heads: shown.map((i) => (english ? data.columns[i]?.labelEn : data.columns[i]?.label) ?? shownDay(data.columns[i]?.date ?? '')),
    rows,
    warnings: data.balanced || warnings.length > 0 ? warnings : [WORDS[language].unbalanced],
  };
}

interface Names {
  readonly name: string;
  readonly nameEn: string;
}

/** The trial balance as a table, with what its columns come to. */
export function trialSheet(rows: readonly TrialRow[], nameOf: (account: string) => Names | undefined, language: SheetLanguage): Sheet {
  const amountsOf = ({ opening, debit, credit, closing }: TrialRow): Sum[] => [opening, debit, credit, closing];
  const total = (at: number) => rows.reduce((sum, row) => sum + BigInt(amountsOf(row)[at] ?? 0), 0n);
  return {
    name: 'trial-balance',
    language,
    heads: WORDS[language].trial,
    rows: [
      ...rows.map((row) => {
        const { name = '', nameEn = '' } = nameOf(row.account) ?? {};
        return { code: row.account, text: (language === 'en' && nameEn) || name, level: 3, amounts: amountsOf(row) };
      }),
      { code: '', text: WORDS[language].totals, level: 1, amounts: [0, 1, 2, 3].map(total) },
    ],
    warnings: total(1) === total(2) && total(3) === 0n ? [] : [WORDS[language].unbalanced],
  };
}

const shownDay = (day: string): string => day.split('-').reverse().join('/');

/**
 * The table as CSV (RFC 4180): of the language's separators, with a mark that tells an office's program that it is UTF-8. No text in it
 * is taken for a formula.
 */
export function sheetCsv(sheet: Sheet): string {
  const { language, heads, rows, warnings } = sheet;
  const leads = sheetLeads(sheet);
  const separator = language === 'es' ? ';' : ',';
  const cell = (text: string) => {
    const safe = withoutFormulas(text);
    return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const amount = (sum: Sum) => (language === 'es' ? minorText(sum).replace('.', ',') : minorText(sum));
  const lines = [
    [...leads, ...heads].map(cell),
    ...rows.map(({ code, besides = [], text, amounts }) => [
      ...[sheet.byDay && language === 'es' ? shownDay(code) : code, ...besides, text].map(cell),
      ...amounts.map(amount),
    ]),
    ...warnings.map((text) => [...leads.slice(1).map(() => ''), cell(text)]),
  ];
  return `${BOM}${lines.map((line) => line.join(separator)).join('\r\n')}\r\n`;
}
