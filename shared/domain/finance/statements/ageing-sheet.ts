import type { PartyAgeing } from '../open-items/ageing.ts';
import type { Sheet, SheetLanguage, SheetName } from './sheet.ts';

/** What is owed by age of one customer or supplier, with the name that they have now. */
export interface NamedAgeing extends PartyAgeing {
  readonly name: string;
  readonly taxId: string;
}

export type AgeingSheetName = Extract<SheetName, `${string}-ageing`>;

const WORDS = {
  es: {
    taxId: 'NIF',
    'receivables-ageing': 'Cliente',
    'payables-ageing': 'Proveedor',
    ages: ['Sin vencer', '1 a 30 días', '31 a 60 días', '61 a 90 días', 'Más de 90 días'],
    sums: ['Pendiente', 'A favor', 'Saldo'],
    totals: 'Totales',
  },
  en: {
    taxId: 'Tax id',
    'receivables-ageing': 'Customer',
    'payables-ageing': 'Supplier',
    ages: ['Not due', '1 to 30 days', '31 to 60 days', '61 to 90 days', 'Over 90 days'],
    sums: ['Open', 'Unapplied', 'Balance'],
    totals: 'Totals',
  },
} as const;

const amountsOf = ({ ageing, open, unapplied }: PartyAgeing): number[] => [
  ...[ageing.notDue, ageing.days1to30, ageing.days31to60, ageing.days61to90, ageing.over90],
  ...[open, 0 - unapplied, open - unapplied],
];

/** What is owed by age as a table: a row for each customer or supplier by name, and what all of them come to. What is owed is positive on both sides. */
export function ageingSheet(name: AgeingSheetName, parties: readonly NamedAgeing[], language: SheetLanguage): Sheet {
  const words = WORDS[language];
  const { compare } = new Intl.Collator(language);
  const rows = parties
    .toSorted((a, b) => compare(a.name, b.name) || (a.party < b.party ? -1 : 1))
    .map((party) => ({ code: party.taxId, text: party.name, level: 3, amounts: amountsOf(party) }));
  const heads = [...words.ages, ...words.sums];
  const totals = heads.map((_, at) => rows.reduce((sum, { amounts }) => sum + (amounts[at] ?? 0), 0));
  return {
    name,
    language,
    leads: [words.taxId, words[name]],
    heads,
    rows: [...rows, { code: '', text: words.totals, level: 1, amounts: totals }],
    warnings: [],
  };
}
