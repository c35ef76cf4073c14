import type { IsoDate } from '#kernel/date.ts';
import { type Sum, sumOf } from '#kernel/money.ts';
import type { Sheet, SheetLanguage, SheetRow } from './sheet.ts';

/** One account between two days, each line with the balance after it. Amounts in cents, debit positive. */
export interface WholeAccount {
  readonly account: { readonly code: string; readonly name: string; readonly nameEn: string };
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly opening: Sum;
  readonly closing: Sum;
  readonly lines: readonly {
    readonly date: IsoDate;
    readonly entryId: string;
    readonly text: string;
    readonly amount: number;
    readonly balance: Sum;
  }[];
  /** Ids of damaged documents, whose lines are missing. */
  readonly unreadable: readonly string[];
}

const WORDS = {
  es: {
    leads: ['Fecha', 'Asiento', 'Concepto'],
    heads: ['Debe', 'Haber', 'Saldo'],
    opening: 'Saldo inicial',
    closing: 'Totales y saldo final',
    unreadable: (id: string) => `Falta el documento ${id}, que está dañado: el saldo de cada línea no lo incluye`,
  },
  en: {
    leads: ['Date', 'Entry', 'Text'],
    heads: ['Debit', 'Credit', 'Balance'],
    opening: 'Opening balance',
    closing: 'Totals and closing balance',
    unreadable: (id: string) => `Document ${id} is missing, since it is damaged: running balances do not count it`,
  },
} as const;

/** The ledger of an account as a table: where it stood, its lines, what they come to and where it stands. */
export function ledgerSheet({ account, from, to, opening, closing, lines, unreadable }: WholeAccount, language: SheetLanguage): Sheet {
  const words = WORDS[language];
  const total = (sign: 1 | -1) => sumOf(lines.reduce((sum, { amount }) => sum + BigInt(Math.max(sign * amount, 0)), 0n));
  const bound = (code: IsoDate, text: string, amounts: readonly Sum[], level: number): SheetRow => ({
    code,
    besides: [''],
    text,
    level,
    amounts,
  });
  return {
    name: 'account-ledger',
    language,
    leads: words.leads,
    subject: `${account.code} ${(language === 'en' && account.nameEn) || account.name}`,
    byDay: true,
    heads: words.heads,
    rows: [
      bound(from, words.opening, [0, 0, opening], 2),
      ...lines.map(({ date, entryId, text, amount, balance }) => ({
        code: date,
        besides: [entryId],
        text,
        level: 3,
        amounts: [Math.max(amount, 0), Math.max(-amount, 0), balance],
      })),
      bound(to, words.closing, [total(1), total(-1), closing], 1),
    ],
    warnings: unreadable.map(words.unreadable),
  };
}
