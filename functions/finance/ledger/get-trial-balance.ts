import { trialTotals } from '#domain/finance/ledger/trial-balance.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { dateIn, yearOf } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import { query } from '#runtime/action.ts';
import { readChart } from './account-store.ts';
import { ledger } from './module.ts';
import { readTrialBalance } from './trial-store.ts';

export const getTrialBalance = query(ledger.actions.getTrialBalance, async ({ query: asked, records, now }) => {
  const company = await records.need(Companies, COMPANY_ID);
  const date = asked.date ?? dateIn(company.timeZone, now);
  const from = asked.from ?? `${yearOf(date)}-01-01`;
  if (from > date) throw invalid('range.backwards', 'The range ends before it begins.', 'query.from');
  const [{ value: rows, entries, complete }, chart] = await Promise.all([
    readTrialBalance(records, company.fiscalYears, { from, to: date }, asked.consistent === 'true'),
    readChart(records),
  ]);
  const named = new Map(chart.map((account) => [account.code, account]));
  const { balanced, ...totals } = trialTotals(rows);
  return {
    from,
    date,
    complete,
    entries,
    balanced,
    totals,
    rows: rows.map((row) => ({ ...row, name: named.get(row.account)?.name ?? '', nameEn: named.get(row.account)?.nameEn ?? '' })),
  };
});
