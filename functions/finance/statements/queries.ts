import { statements } from '#api/finance/statements.ts';
import type { StatementName } from '#domain/finance/statements/model.ts';
import { MODELS } from '#domain/finance/statements/models.ts';
import { statementFor } from '#domain/finance/statements/statement.ts';
import { type IsoDate, yearOf } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import { query, serveModule } from '../../platform/service.ts';
import { readChart } from '../ledger/account-store.ts';
import { readTrialBalances } from '../ledger/trial-store.ts';

interface Range {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/**
 * A range that ends on a day, and begins with its year unless told otherwise: of a balance sheet always, since what moved
 * before `from` is of the same year and no result of a previous one. @throws DomainError `range.backwards` (400).
 */
function rangeOf(statement: StatementName, to: IsoDate, from?: IsoDate, field = 'query.from'): Range {
  const year = `${yearOf(to)}-01-01`;
  if ((from ?? year) > to) throw invalid('range.backwards', 'The range ends before it begins.', field);
  return { from: statement === 'balance-sheet' ? year : (from ?? year), to };
}

export const getStatement = query(
  statements.actions.getStatement,
  async ({ path: { statement }, query: input, records, company, today }) => {
    const { model = 'pymes', date = today, from, comparedDate, comparedFrom } = input;
    if (comparedFrom && !comparedDate)
      throw invalid('statement.nothing_compared', 'Give the last day that is compared as well: comparedDate.', 'query.comparedDate');
    const compared = comparedDate ? [rangeOf(statement, comparedDate, comparedFrom, 'query.comparedFrom')] : [];
    const ranges = [rangeOf(statement, date, from), ...compared];
    const [{ value, entries, complete }, chart] = await Promise.all([
      readTrialBalances(records, company.fiscalYears, ranges, input.consistent === 'true'),
      readChart(records),
    ]);
    const named = new Map(chart.map((account) => [account.code, account]));
    const withNames = (figures: { readonly account: string; readonly amounts: readonly (number | bigint)[] }) => {
      const { name = '', nameEn = '' } = named.get(figures.account) ?? {};
      return { ...figures, amounts: [...figures.amounts], name, nameEn };
    };
    const { lines, unassigned, balanced } = statementFor(MODELS[model], statement, value);
    return {
      statement,
      model,
      columns: ranges.map(({ from: first, to }) => ({ from: first, date: to })),
      complete,
      entries,
      balanced,
      lines: lines.map((line) => ({ ...line, amounts: [...line.amounts], accounts: line.accounts.map(withNames) })),
      unassigned: unassigned.map(withNames),
    };
  },
);

export const handler = serveModule(statements, { getStatement });
