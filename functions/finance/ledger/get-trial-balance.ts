import { dateIn, yearOf } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { query } from '#runtime/action.ts';
import { readChart } from './account-store.ts';
import { ledger } from './module.ts';
import { readTrialBalance, untilFolded } from './trial-store.ts';

export const getTrialBalance = query(ledger.actions.getTrialBalance, async ({ query: asked, records, now }) => {
  const company = await records.need(Companies, COMPANY_ID);
  const date = asked.date ?? dateIn(company.timeZone, now);
  const from = asked.from ?? `${yearOf(date)}-01-01`;
  if (from > date) throw invalid('range.backwards', 'The range ends before it begins.', 'query.from');
  const consistent = asked.consistent === 'true';
  if (consistent) await untilFolded(records, company.fiscalYears, date);
  const [rows, chart] = await Promise.all([readTrialBalance(records.tenant, company.fiscalYears, from, date), readChart(records)]);
  const named = new Map(chart.map((account) => [account.code, account]));
  const sum = (value: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + value(row), 0);
  const totals = { debit: sum((r) => r.debit), credit: sum((r) => r.credit), closingDebit: sum((r) => Math.max(r.closing, 0)), closingCredit: sum((r) => Math.max(-r.closing, 0)) };
  return {
    from, date, consistent, totals,
    balanced: totals.debit === totals.credit && totals.closingDebit === totals.closingCredit,
    rows: rows.map((row) => ({ ...row, name: named.get(row.account)?.name ?? '', nameEn: named.get(row.account)?.nameEn ?? '' })),
  };
});
