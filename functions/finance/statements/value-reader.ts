import { type Dimension, Dimensions, dimensionId } from '#domain/finance/analysis/dimension.ts';
import type { TrialRow } from '#domain/finance/ledger/trial-balance.ts';
import { MODELS, type ModelName } from '#domain/finance/statements/models.ts';
import type { SheetName } from '#domain/finance/statements/sheet.ts';
import { statementFor } from '#domain/finance/statements/statement.ts';
import { type ColumnName, requireWholeMonths, rowsOfValue, valueColumns, valueName } from '#domain/finance/statements/value-columns.ts';
import { type IsoDate, monthOf } from '#kernel/date.ts';
import { invalid, refused } from '#kernel/errors.ts';
import type { Records } from '#runtime/records.ts';
import { readByValue } from '../analysis/result-reader.ts';
import { readTrialBalancesBeside } from '../ledger/trial-store.ts';

interface Range {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** What a statement is asked for by: a dimension, or one value of it. */
export interface AskedValues {
  readonly dimension?: string | undefined;
  readonly value?: string | undefined;
}

/**
 * Requires that a statement can be had by dimension: assets, liabilities and money are told of no value.
 * @throws DomainError `statement.by_dimension` (400).
 */
export function requireByDimension(statement: SheetName, { dimension, value }: AskedValues, compared: boolean): void {
  const refuse = (rule: string, message: string, field: string) => invalid('statement.by_dimension', message, field, { why: rule });
  if (dimension === undefined) {
    if (value !== undefined) throw refuse('value', 'Give the dimension that the value is of as well: dimension.', 'query.value');
    return;
  }
  if (statement !== 'income-statement')
    throw refuse(
      'statement',
      'Only income and expenses are told of dimensions: ask for the income statement, or for this one without a dimension.',
      'query.dimension',
    );
  if (compared && value === undefined)
    throw refuse('compared', 'Values stand beside each other: choose one of them (value) to compare it.', 'query.comparedDate');
}

interface Reader {
  readonly records: Records;
  readonly fiscalYears: readonly string[];
  readonly ranges: readonly Range[];
  readonly model: ModelName;
  readonly consistent: boolean;
  readonly dimension: string;
  readonly value?: string | undefined;
}

/**
 * An income statement by dimension: a column for each value, what no value is told of, and the whole; of one value, a column for
 * each range.
 * @throws DomainError `dimension.not_found` (404), `dimension.value` (422), `statement.whole_months` (400), `balances.behind` (503).
 */
export async function readByDimension({ records, fiscalYears, ranges, model, consistent, dimension: code, value }: Reader) {
  for (const [i, range] of ranges.entries()) requireWholeMonths(range, i === 0 ? 'query.date' : 'query.comparedDate');
  const dimension = await records.getOrThrow(Dimensions, dimensionId(code), 'query.dimension');
  const amountsOf = ({ from, to }: Range) => readByValue(records.tenant, fiscalYears, [monthOf(from), monthOf(to)], code);
  const { value: read, ...counted } = await readTrialBalancesBeside(records, fiscalYears, ranges, consistent, () =>
    Promise.all(ranges.map(amountsOf)),
  );
  const [whole = []] = read.rows;
  const columns = value === undefined ? byValue(dimension, whole, read.beside) : ofValue(dimension, value, ranges, read.beside);
  const made = statementFor(
    MODELS[model],
    'income-statement',
    columns.map(({ rows }) => rows),
  );
  const [first] = ranges;
  return {
    ...counted,
    value: {
      ...made,
      columns: columns.map(({ name }, i) => {
        const { from, to } = (value === undefined ? first : ranges[i]) as Range;
        return { from, date: to, ...name };
      }),
    },
  };
}

type Amounts = readonly ReadonlyMap<string, bigint>[];
interface Column {
  readonly name: ColumnName;
  readonly rows: readonly TrialRow[];
}

const byValue = (dimension: Dimension, whole: readonly TrialRow[], [amounts = new Map()]: Amounts): Column[] =>
  valueColumns(dimension, whole, amounts);

function ofValue(dimension: Dimension, value: string, ranges: readonly Range[], amounts: Amounts): Column[] {
  const columns = amounts.map((each, i) => ({
    name: valueName(dimension, value, ranges[i]?.to ?? ''),
    rows: rowsOfValue(each, value),
  }));
  if (columns.every(({ rows }) => rows.length === 0) && !dimension.values.some(({ code }) => code === value))
    throw refused('dimension.value', `${dimension.name} has no value ${value}: choose one of its values.`, 'query.value', {
      dimension: dimension.name,
      value,
    });
  return columns;
}
