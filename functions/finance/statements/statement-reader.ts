import { endOfMonth } from '#domain/finance/currencies/exchange-difference.ts';
import type { Entry } from '#domain/finance/ledger/entry.ts';
import { ManualEntries } from '#domain/finance/ledger/manual-entry.ts';
import { openedBefore, type TrialRow } from '#domain/finance/ledger/trial-balance.ts';
import { cashFlowFor } from '#domain/finance/statements/cash-flow.ts';
import { equityChangesFor, equityColumns } from '#domain/finance/statements/equity-changes.ts';
import { CASH_FLOW_DIRECT, CASH_FLOW_INDIRECT } from '#domain/finance/statements/es-cash-flow.ts';
import type { StatementName } from '#domain/finance/statements/model.ts';
import { MODELS, type ModelName } from '#domain/finance/statements/models.ts';
import { type Statement, statementFor } from '#domain/finance/statements/statement.ts';
import type { CompanyData } from '#domain/platform/company/company.ts';
import { addDays, type IsoDate } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import { firstDayOfYear, fiscalYearAt, fiscalYearsOf } from '#kernel/fiscal-year.ts';
import { defined } from '#kernel/optional.ts';
import type { Records } from '#runtime/records.ts';
import { readChart } from '../ledger/account-store.ts';
import { readTrialBalances } from '../ledger/trial-store.ts';
import { type AskedValues, readByDimension, requireByDimension } from './value-reader.ts';

interface Range {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** The first day of the fiscal year in which it ends. */
  readonly begins: IsoDate;
}

export type Books = Pick<CompanyData, 'fiscalYears' | 'fiscalRanges' | 'opening'>;

/** What is asked for. `date` ends it; `from` begins it, by default the first day of its year. */
export interface AskedStatement extends AskedValues {
  readonly statement: StatementName;
  readonly model: ModelName;
  readonly date: IsoDate;
  readonly from?: IsoDate | undefined;
  readonly comparedDate?: IsoDate | undefined;
  readonly comparedFrom?: IsoDate | undefined;
  /** As the books said then: ISO, UTC, to the millisecond. */
  readonly knownAt?: string | undefined;
  readonly consistent: boolean;
}

/** The day that a statement is of where none is told: today; by dimension the last of this month, since its sums are by month. */
export const usualDate = (today: IsoDate, { dimension }: AskedValues): IsoDate => (dimension === undefined ? today : endOfMonth(today));

/**
 * A range that ends on a day, and begins with its fiscal year unless told otherwise: of a balance sheet always, since what moved
 * before `from` is of the same year and no result of a previous one.
 * @throws DomainError `range.backwards`, `statement.years_crossed` (400).
 */
function rangeOf(books: Books, statement: StatementName, to: IsoDate, from: IsoDate | undefined, field = 'query.from'): Range {
  const begins = firstDayOfYear(fiscalYearAt(books, to));
  if ((from ?? begins) > to) throw invalid('range.backwards', 'The range ends before it begins.', field);
  if (from && from < begins && statement !== 'balance-sheet' && statement !== 'income-statement')
    throw invalid(
      'statement.years_crossed',
      `Cash flow and changes in equity are of one fiscal year: begin on ${begins} or later.`,
      field,
      {
        earliest: begins,
      },
    );
  return { from: statement === 'balance-sheet' ? begins : (from ?? begins), to, begins };
}

/**
 * A statement with the names of its accounts, from balances: one query per fiscal year and month asked for, whatever was posted.
 * @throws DomainError `range.backwards`, `statement.nothing_compared`, `statement.years_crossed` (400), `balances.behind` (503).
 */
export async function readStatement(records: Records, books: Books, asked: AskedStatement) {
  const { fiscalYears } = books;
  const { statement, model, date, from, comparedDate, comparedFrom } = asked;
  if (comparedFrom && !comparedDate)
    throw invalid('statement.nothing_compared', 'Give the last day that is compared as well: comparedDate.', 'query.comparedDate');
  requireByDimension(statement, asked, comparedDate !== undefined);
  if (asked.dimension !== undefined && asked.knownAt !== undefined)
    throw invalid(
      'statement.by_dimension',
      'What was known when is kept by account: leave the dimension or knownAt out.',
      'query.knownAt',
      {
        why: 'known',
      },
    );
  const compared = comparedDate ? [rangeOf(books, statement, comparedDate, comparedFrom, 'query.comparedFrom')] : [];
  const ranges = [rangeOf(books, statement, date, from), ...compared];
  const reader = { records, fiscalYears, ranges, opened: await openedBy(records, statement, ranges, books), ...asked };
  const [{ value, entries, complete }, chart] = await Promise.all([
    asked.dimension !== undefined
      ? readByDimension({ ...reader, dimension: asked.dimension })
      : statement === 'equity-changes'
        ? equityChanges(reader)
        : inColumns(reader),
    readChart(records),
  ]);
  const named = new Map(chart.map((account) => [account.code, account]));
  const withNames = (figures: { readonly account: string; readonly amounts: readonly (number | bigint)[] }) => {
    const { name = '', nameEn = '' } = named.get(figures.account) ?? {};
    return { ...figures, amounts: [...figures.amounts], name, nameEn };
  };
  return {
    statement,
    model,
    ...(asked.dimension === undefined ? {} : { dimension: asked.dimension }),
    columns: value.columns,
    ...defined({ knownAt: asked.knownAt }),
    complete,
    entries,
    balanced: value.balanced,
    lines: value.lines.map((line) => ({ ...line, amounts: [...line.amounts], accounts: line.accounts.map(withNames) })),
    unassigned: value.unassigned.map(withNames),
  };
}

interface Reader extends AskedStatement {
  /** What the books were opened with, and the day. */
  readonly opened: Pick<Entry, 'date' | 'lines'> | undefined;
  readonly records: Records;
  readonly fiscalYears: readonly string[];
  readonly ranges: readonly Range[];
}

/**
 * What a company brought from another program: posted on the first day of its books, and no movement of that year. Of cash flow and
 * equity alone, which are of what moved.
 */
async function openedBy(records: Records, statement: StatementName, ranges: readonly Range[], books: Books) {
  const { opening } = books;
  if (!opening || statement === 'balance-sheet' || statement === 'income-statement') return undefined;
  const first = fiscalYearsOf(books).find(({ year }) => year === opening.year);
  if (!first || !ranges.some(({ from }) => from === firstDayOfYear(first))) return undefined;
  const found = await records.get(ManualEntries, opening.entry);
  return found && !found.reversedBy ? found.entry : undefined;
}

/** The rows of a range as the books were opened before it, where they were on its first day. */
const afterOpening = (rows: readonly TrialRow[], { from }: Range, opened: Reader['opened']): readonly TrialRow[] =>
  opened?.date === from ? openedBefore(rows, opened.lines) : rows;

const daysOf = ({ from, to }: Range) => ({ from, date: to });

/** A column for each range. */
async function inColumns({ records, fiscalYears, ranges, statement, model, consistent, knownAt, opened }: Reader) {
  const { value, ...read } = await readTrialBalances(records, fiscalYears, ranges, consistent, knownAt);
  const made: Statement =
    statement === 'balance-sheet' || statement === 'income-statement'
      ? statementFor(MODELS[model], statement, value)
      : cashFlowFor(
          statement === 'cash-flow-direct' ? CASH_FLOW_DIRECT : CASH_FLOW_INDIRECT,
          value.map((rows, i) => afterOpening(rows, ranges[i] as Range, opened)),
        );
  return { ...read, value: { ...made, columns: ranges.map(daysOf) } };
}

/** Components of equity as columns; what is compared first, as a block of lines above. */
async function equityChanges({ records, fiscalYears, ranges, model, consistent, knownAt, opened }: Reader) {
  const isWhole = ({ from, begins }: Range) => from === begins;
  const parts = ranges.flatMap((range) => [
    isWhole(range) ? range : { from: range.begins, to: addDays(range.from, -1) },
    range,
    { from: range.begins, to: range.to },
  ]);
  const { value, ...read } = await readTrialBalances(records, fiscalYears, parts, consistent, knownAt);
  const blocks = ranges.map((range, i) => {
    const [before = [], posted = [], closing = []] = value.slice(i * 3);
    const moves = afterOpening(posted, range, opened);
    // Before the first day of a year, what it began with: the year that was closed says it in its own terms.
    const opening = isWhole(range) ? moves.map((row) => ({ ...row, debit: 0, credit: 0, closing: row.opening })) : before;
    const { lines, ...made } = equityChangesFor(MODELS[model], { opening, range: moves, closing });
    const [first, last] = [range.from, range.to].map(shownDay);
    const dated = (label: string, id: string) => (id === 'O' ? `${label}, ${first}` : id === 'F' ? `${label}, ${last}` : label);
    return {
      ...made,
      lines: lines.map((line) => ({
        ...line,
        id: i === 0 ? line.id : `${i}${line.id}`,
        label: dated(line.label, line.id),
        labelEn: dated(line.labelEn, line.id),
        days: daysOf(range),
      })),
    };
  });
  const columns = equityColumns(MODELS[model]).map((column) => ({ ...daysOf(ranges[0] as Range), ...column }));
  return {
    ...read,
    value: {
      columns,
      lines: [...blocks].reverse().flatMap(({ lines }) => lines),
      unassigned: blocks.flatMap(({ unassigned }) => unassigned),
      balanced: blocks.every(({ balanced }) => balanced),
    },
  };
}

const shownDay = (day: IsoDate): string => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
