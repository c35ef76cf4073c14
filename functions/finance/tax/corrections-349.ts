import { type CorrectionOf, key349Of } from '#domain/finance/tax/form-lines.ts';
import { daysOfTaxPeriod, monthsOfTaxPeriod, periodLike } from '#domain/finance/tax/tax-period.ts';
import type { BookRow } from '#domain/finance/tax/vat-book.ts';
import { kindOf } from '#domain/kinds.ts';
import { addMonths, type IsoDate, monthOf, monthsBetween } from '#kernel/date.ts';
import type { Minor } from '#kernel/money.ts';
import type { Records } from '#runtime/records.ts';
import { walkMonths } from './book-reader.ts';

/** What is declared of one operator by one key. */
const operatorOf = (row: BookRow): string => [row.paper.book, key349Of(row), row.paper.party.taxId ?? row.paper.party.name].join(' ');

/** The period that an operation is of, and what was declared in it beside the books. */
interface Corrected {
  readonly period: string;
  readonly declared?: Minor | undefined;
}

/** What tells it: a day of the books, or what people told. */
type Told = IsoDate | Corrected | undefined;

/** What tells it of a document. */
interface Correcting {
  readonly entry?: { readonly date: IsoDate };
  readonly corrects?: string;
  readonly corrected?: Corrected;
}

/** Tells of which period the lines of a register are: their own, or that of the first document that they correct in the end. */
class CorrectedPeriods {
  readonly #records: Records;
  readonly #asked: string;
  readonly #told = new Map<string, Promise<Told>>();

  /** @param asked the period of the statement: what it corrects are periods as long as it. */
  constructor(records: Records, asked: string) {
    this.#records = records;
    this.#asked = asked;
  }

  async of({ paper: { corrects, corrected }, declaredOn }: BookRow): Promise<Corrected> {
    const first = corrected ?? (corrects ? await this.#first(corrects) : undefined) ?? declaredOn;
    return typeof first === 'string' ? { period: periodLike(this.#asked, first) } : first;
  }

  /** A credit note that is taken back corrects what the note itself corrected. */
  #first(id: string): Promise<Told> {
    const known = this.#told.get(id) ?? this.#read(id);
    this.#told.set(id, known);
    return known;
  }

  async #read(id: string): Promise<Told> {
    const type = kindOf(id);
    const document = type && ((await this.#records.get(type as never, id)) as Correcting | undefined);
    return document?.corrected ?? (document?.corrects ? this.#first(document.corrects) : document?.entry?.date);
  }
}

/**
 * What the corrections of a period correct: the period in which the document that they correct was declared, and the base that stood
 * there until now: what that period itself declared of the operator, with what later periods had corrected of it, and nothing that
 * was corrected of others in it.
 */
export async function readCorrections(records: Records, rows: readonly BookRow[], period: string): Promise<CorrectionOf> {
  const periods = new CorrectedPeriods(records, period);
  const { from } = daysOfTaxPeriod(period);
  const corrected = new Map<BookRow, string>();
  const declared = new Map<string, Minor>();
  for (const row of rows) {
    if (!key349Of(row)) continue;
    const of = await periods.of(row);
    if (daysOfTaxPeriod(of.period).from >= from) continue;
    corrected.set(row, of.period);
    const at = keyOf(row, of.period);
    // Several notes tell the same of it: it was declared once.
    declared.set(at, Math.max(declared.get(at) ?? 0, of.declared ?? 0));
  }
  await addDeclared(declared, { records, periods, corrected: [...corrected], from });
  return (row) => {
    const of = corrected.get(row);
    return of === undefined ? undefined : { period: of, before: declared.get(keyOf(row, of)) ?? 0 };
  };
}

const keyOf = (row: BookRow, period: string): string => `${operatorOf(row)} ${period}`;

interface Declared {
  readonly records: Records;
  readonly periods: CorrectedPeriods;
  readonly corrected: readonly (readonly [BookRow, string])[];
  readonly from: IsoDate;
}

/** Adds the bases that the registers have from before a day, by operator and period. */
async function addDeclared(sums: Map<string, Minor>, { records, periods, corrected, from }: Declared): Promise<void> {
  for (const book of new Set(corrected.map(([row]) => row.paper.book))) {
    const first = corrected.flatMap(([row, of]) => (row.paper.book === book ? (monthsOfTaxPeriod(of)[0] ?? []) : [])).sort()[0] ?? '';
    for await (const step of walkMonths(records, book, monthsBetween(first, addMonths(monthOf(from), -1))))
      for (const row of step) {
        if (!key349Of(row)) continue;
        const at = keyOf(row, (await periods.of(row)).period);
        const before = sums.get(at);
        if (before !== undefined) sums.set(at, before + row.base);
      }
  }
}
