import { yearEnd } from '#api/finance/year-end.ts';
import type { StoredAsset } from '#domain/finance/assets/fixed-asset.ts';
import { depreciationAdjustment } from '#domain/finance/assets/wire.ts';
import type { EntryLine } from '#domain/finance/ledger/entry.ts';
import { entryView } from '#domain/finance/wire.ts';
import { yearTasks } from '#domain/finance/year-end/checklist.ts';
import { RESULT_ACCOUNT } from '#domain/finance/year-end/closing-lines.ts';
import { corporateTax, distribution, resultOf } from '#domain/finance/year-end/proposals.ts';
import { closingEntryView, yearEndView } from '#domain/finance/year-end/wire.ts';
import { YearEndEntries, yearEndActions } from '#domain/finance/year-end/year-end.ts';
import { type IsoDate, yearOf } from '#kernel/date.ts';
import { type FiscalYear, firstDayOfYear, fiscalMonths, lastDayOfYear } from '#kernel/fiscal-year.ts';
import { actionsOf, query, serveModule } from '../../platform/service.ts';
import { allAssets } from '../assets/asset-store.ts';
import { readPeriods } from '../ledger/period-store.ts';
import { assetFacts, readYearFacts } from './year-facts.ts';
import { readYear, readYears } from './year-store.ts';

export const listYearEnds = query(yearEnd.actions.listYearEnds, async ({ records, company, today, caller }) => {
  const years = await readYears(records, company, today);
  return {
    items: years.reverse().map(({ standing }) => ({
      ...yearEndView(standing.fiscalYear, standing.yearEnd),
      actions: actionsOf(caller, yearEnd.actions, yearEndActions, standing),
    })),
  };
});

const proposal = (date: IsoDate, text: string, lines: readonly EntryLine[] = []) =>
  lines.length > 1 ? entryView({ date, text, lines: [...lines] }) : undefined;

/** Assets know what they were depreciated by in calendar years. */
function adjustmentOf(assets: readonly StoredAsset[], fiscalYear: FiscalYear) {
  const year = yearOf(fiscalYear.from);
  const isCalendar = firstDayOfYear(fiscalYear) === `${year}-01-01` && lastDayOfYear(fiscalYear) === `${year}-12-31`;
  return isCalendar ? depreciationAdjustment(assets, year) : undefined;
}

export const getYearEnd = query(
  yearEnd.actions.getYearEnd,
  async ({ path: { year }, query: { taxpayer = 'general' }, records, company, today, caller }) => {
    const { standing, yearEnd: record } = await readYear(records, company, today, year);
    const { fiscalYear } = standing;
    const last = lastDayOfYear(fiscalYear);
    const [periods, entries, assets, { rows, now, facts }] = await Promise.all([
      readPeriods(records, fiscalMonths(fiscalYear)),
      records.getMany(YearEndEntries, record?.state === 'closed' ? record.entries : []),
      allAssets(records),
      readYearFacts({ records, company, today }, fiscalYear),
    ]);
    const closed = record?.state === 'closed';
    const tax = corporateTax(yearOf(fiscalYear.from), taxpayer, rows);
    // 129 holds the result of the year that was closed last.
    const toDistribute =
      closed && record.next === undefined ? -Number(now.find(({ account }) => account === RESULT_ACCOUNT)?.closing ?? 0) : 0;
    const corporateTaxEntry = closed ? undefined : proposal(last, `Impuesto sobre beneficios ${year}`, tax?.lines);
    const distributionEntry = proposal(today, `Distribución del resultado ${year}`, distribution(now, toDistribute));
    const adjustment = adjustmentOf(assets, fiscalYear);
    return {
      ...yearEndView(fiscalYear, record),
      actions: actionsOf(caller, yearEnd.actions, yearEndActions, standing),
      entries: entries.flatMap((entry) => (entry ? [closingEntryView(entry)] : [])),
      openMonths: periods.filter(({ state }) => state === 'open').map(({ period }) => period),
      tasks: yearTasks({ ...facts, assets: assetFacts(assets, last) }),
      resultBeforeTax: resultOf(rows.filter(({ account }) => !account.startsWith('630'))),
      resultNow: resultOf(rows),
      ...(adjustment ? { depreciationAdjustment: adjustment } : {}),
      proposals: {
        ...(corporateTaxEntry ? { corporateTax: corporateTaxEntry } : {}),
        ...(distributionEntry ? { distribution: distributionEntry } : {}),
      },
    };
  },
);

export const handler = serveModule(yearEnd, { listYearEnds, getYearEnd });
