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

/** Tells of which period the lines of a register are: their own, or that of the first document that they correct in the end. */
class CorrectedPeriods {
  readonly #records: Records;
  readonly #asked: string;
  readonly #days = new Map<string, Promise<IsoDate | undefined>>();

  /** @param asked the period of the statement: what it corrects are periods as long as it. */
  constructor(records: Records, asked: string) {
    this.#records = records;
    this.#asked = asked;
  }

  async of(row: BookRow): Promise<string> {
    const { corrects } = row.paper;
    const first = corrects && (await this.#firstDay(corrects));
    return periodLike(this.#asked, first && first < row.declaredOn ? first : row.declaredOn);
  }

  /** A credit note that is taken back corrects what the note itself corrected. */
  #firstDay(id: string): Promise<IsoDate | undefined> {
    const known = this.#days.get(id) ?? this.#readDay(id);
    this.#days.set(id, known);
    return known;
  }

  async #readDay(id: string): Promise<IsoDate | undefined> {
    const type = kindOf(id);
    const document = type && ((await this.#records.get(type as never, id)) as { entry?: { date: IsoDate }; corrects?: string } | undefined);
    return document?.corrects ? this.#firstDay(document.corrects) : document?.entry?.date;
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
  for (const row of rows) {
    const of = row.paper.corrects && key349Of(row) ? await periods.of(row) : period;
    if (daysOfTaxPeriod(of).from < from) corrected.set(row, of);
  }
  const declared = await declaredBefore(records, [...corrected], from, periods);
  return (row) => {
    const of = corrected.get(row);
    return of === undefined ? undefined : { period: of, before: declared.get(`${operatorOf(row)} ${of}`) ?? 0 };
  };
}

/** The bases that stood before a day, by operator and period. */
async function declaredBefore(
  records: Records,
  corrected: readonly (readonly [BookRow, string])[],
  from: IsoDate,
  periods: CorrectedPeriods,
): Promise<Map<string, Minor>> {
  const wanted = new Set(corrected.map(([row, of]) => `${operatorOf(row)} ${of}`));
  const sums = new Map<string, Minor>();
  for (const book of new Set(corrected.map(([row]) => row.paper.book))) {
    const first = corrected.flatMap(([row, of]) => (row.paper.book === book ? (monthsOfTaxPeriod(of)[0] ?? []) : [])).sort()[0] ?? '';
    for await (const step of walkMonths(records, book, monthsBetween(first, addMonths(monthOf(from), -1))))
      for (const row of step) {
        if (!key349Of(row)) continue;
        const at = `${operatorOf(row)} ${await periods.of(row)}`;
        if (wanted.has(at)) sums.set(at, (sums.get(at) ?? 0) + row.base);
      }
  }
  return sums;
}
