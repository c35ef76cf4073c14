import { daysBetween, type IsoDate } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import { normalise } from '#kernel/text.ts';
import type { BankLine } from './bank-line.ts';

/** Why a document might be what a line is, in words that the console has. */
export const CANDIDATE_REASONS = ['amount', 'reference', 'name', 'date', 'posted'] as const;
export type CandidateReason = (typeof CANDIDATE_REASONS)[number];

/** A document that a line might be about, before it is ranked. */
export interface CandidateOf {
  readonly kind: string;
  readonly id: string;
  readonly number: string;
  readonly partyId?: string;
  readonly partyName?: string;
  readonly date: IsoDate;
  readonly dueDate?: IsoDate;
  /** What is open of it, above zero. */
  readonly open: Minor;
  /** What of the line it takes, signed as the line. */
  readonly amount: Minor;
}
export interface Candidate extends CandidateOf {
  readonly reasons: readonly CandidateReason[];
  /** It is in the books already. */
  readonly posted?: boolean;
}

/** All that the bank tells of a line. */
const toldBy = ({ text, reference, endToEndId, partyName }: BankLine): string =>
  normalise([text, reference, endToEndId, partyName].filter(Boolean).join(' '));

/** Numbers of our own invoices in what the bank tells, whatever stands between their parts: `F2026-000123`, `f 2026/123`. */
export function documentNumbersIn(line: BankLine): string[] {
  const found = [...toldBy(line).matchAll(/\b(fs?)[\s-]?(20\d{2})[\s/-]?0*(\d{1,6})\b/g)];
  return [...new Set(found.map(([, series = '', year = '', no = '']) => `${series.toUpperCase()}${year}-${no.padStart(6, '0')}`))];
}

/** Words of a name that tell it apart: not what every company has. */
const COMMON = new Set([
  'sl',
  'sa',
  'slu',
  'sau',
  'scp',
  'cb',
  'de',
  'del',
  'la',
  'las',
  'los',
  'el',
  'y',
  'e',
  'hijos',
  'compania',
  'cia',
]);
const wordsOf = (text: string): string[] =>
  normalise(text.replaceAll('.', ''))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !COMMON.has(word));

/** Whether all that tells a name apart stands in what the bank tells. */
function isNamed(line: BankLine, name: string): boolean {
  const told = new Set(wordsOf(toldBy(line)));
  const words = wordsOf(name);
  return words.length > 0 && words.every((word) => told.has(word));
}

const NEAR = 5;

export function reasonsFor(line: BankLine, of: CandidateOf): CandidateReason[] {
  const numbers = documentNumbersIn(line);
  const isNumbered = numbers.includes(of.number) || (of.number.length > 3 && toldBy(line).includes(normalise(of.number)));
  const day = of.dueDate ?? of.date;
  return [
    ...(of.open === Math.abs(line.amount) ? (['amount'] as const) : []),
    ...(isNumbered ? (['reference'] as const) : []),
    ...(of.partyName && isNamed(line, of.partyName) ? (['name'] as const) : []),
    ...(Math.abs(daysBetween(day, line.date)) <= NEAR ? (['date'] as const) : []),
  ];
}

const WEIGHTS: Readonly<Record<CandidateReason, number>> = { reference: 45, amount: 30, name: 15, date: 10, posted: 0 };

/** Best first; of equal ones the older first. */
export function ranked(candidates: readonly Candidate[]) {
  return candidates
    .map(({ posted, reasons, ...of }) => ({
      ...of,
      score: reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0),
      reasons: posted ? [...reasons, 'posted' as const] : [...reasons],
    }))
    .toSorted((a, b) => b.score - a.score || (a.date < b.date ? -1 : 1));
}
