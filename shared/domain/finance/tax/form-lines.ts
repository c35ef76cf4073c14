import type { IsoDate } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import type { TaxPaper } from '#kernel/record.ts';
import { taxPartyKey } from './tax-party.ts';
import type { BookRow } from './vat-book.ts';
import { taxCodeOf } from './vat-es.ts';
import type { WithheldFact } from './withheld-period.ts';
import { key190Of } from './withholding-es.ts';

/** What a form declares of one party: minor units. */
export interface FormLine {
  readonly party: string;
  readonly taxId?: string;
  /** As the form has it: `B`, `E`, `G01`. */
  readonly key: string;
  readonly base: Minor;
  /** With tax (347), or what was withheld (190, 180); absent: the base is what is declared. */
  readonly amount?: Minor;
  /** Of each quarter (347). */
  readonly quarters?: readonly Minor[];
  /** The period that it corrects, and what was declared of it before (349). */
  readonly corrects?: { readonly period: string; readonly before: Minor };
}

/** Of a row of a register, or of what was withheld. */
interface OfParty {
  readonly paper: { readonly party: TaxPaper['party'] };
}

const quarterAt = (date: IsoDate): number => Math.ceil(Number(date.slice(5, 7)) / 3) - 1;
const named = ({ paper: { party } }: OfParty) => ({ party: party.name, ...(party.taxId ? { taxId: party.taxId } : {}) });

/** Operations of more than this with one party in a year, tax included, are declared (RD 1065/2007 art. 33). Minor units. */
export const LIMIT_347 = 3_005_06;

/** Operations that another statement declares, or none: within the Union, imports and exports, with income tax withheld, of parties abroad. */
const isDomestic = ({ code, paper }: BookRow): boolean => {
  const { sale, purchase, key349 } = taxCodeOf(code) ?? {};
  const operation = (paper.book === 'issued' ? sale : purchase) ?? '';
  return !(key349 || paper.withheld || ['SG', 'SNS', 'PM', 'PMC'].includes(operation) || code.startsWith('EXS'));
};

/** Form 347: parties with whom the year came to more than the limit, purchases (A) and sales (B) apart, by quarter. */
export function lines347(rows: readonly BookRow[]): FormLine[] {
  const lines = new Map<string, { first: BookRow; key: string; base: Minor; quarters: Minor[] }>();
  for (const row of rows.filter((each) => isDomestic(each) && each.paper.party.taxId)) {
    const key = row.paper.book === 'issued' ? 'B' : 'A';
    const at = `${key} ${taxPartyKey(row.paper.party)}`;
    const line = lines.get(at) ?? { first: row, key, base: 0, quarters: [0, 0, 0, 0] };
    line.base += row.base;
    line.quarters[quarterAt(row.declaredOn)] = (line.quarters[quarterAt(row.declaredOn)] ?? 0) + row.total;
    lines.set(at, line);
  }
  return [...lines.values()]
    .map(({ first, key, base, quarters }) => ({
      ...{ ...named(first), key, base, quarters },
      amount: quarters.reduce((sum, one) => sum + one, 0),
    }))
    .filter(({ amount }) => Math.abs(amount) > LIMIT_347);
}

/** Forms 190 and 180: each recipient by key, what was paid and what was withheld. @param codes of withholding. */
export function linesWithheld(facts: readonly WithheldFact[], codes: readonly string[]): FormLine[] {
  const lines = new Map<string, FormLine>();
  for (const { party, code, base, tax } of facts) {
    if (!codes.includes(code)) continue;
    const key = key190Of(code);
    const at = `${key} ${taxPartyKey(party)}`;
    const line = lines.get(at) ?? { ...named({ paper: { party } }), key, base: 0, amount: 0 };
    lines.set(at, { ...line, base: line.base + base, amount: (line.amount ?? 0) + tax });
  }
  return [...lines.values()].filter(({ base, amount }) => base !== 0 || amount !== 0);
}

/** What an operation of form 349 corrects: the period in which it was declared, and the base that stood there. */
export type CorrectionOf = (row: BookRow) => { readonly period: string; readonly before: Minor } | undefined;
export const key349Of = ({ code }: BookRow): string | undefined => taxCodeOf(code)?.key349;

/**
 * Form 349: each operator by key. What corrects an earlier period is a line of its own with the new base, never the difference
 * (Orden HAC/174/2020).
 */
export function lines349(rows: readonly BookRow[], correctionOf: CorrectionOf): FormLine[] {
  const lines = new Map<string, FormLine>();
  for (const row of rows) {
    const key = key349Of(row);
    if (!key) continue;
    const corrects = correctionOf(row);
    const at = [key, taxPartyKey(row.paper.party), corrects?.period ?? ''].join(' ');
    const line = lines.get(at) ?? { ...named(row), key, base: corrects?.before ?? 0, ...(corrects ? { corrects } : {}) };
    lines.set(at, { ...line, base: line.base + row.base });
  }
  return [...lines.values()];
}
