import { dueBy, type StoredAsset } from '#domain/finance/assets/fixed-asset.ts';
import { RevaluedMonths, revaluedMonthId } from '#domain/finance/currencies/exchange-difference.ts';
import { ExpenseClaims } from '#domain/finance/expenses/expense-claim.ts';
import { ACCOUNT } from '#domain/finance/ledger/accounts.ts';
import { currencyBalance, currencySpan } from '#domain/finance/ledger/projection.ts';
import { exactly, type TrialRow } from '#domain/finance/ledger/trial-balance.ts';
import { Drafts } from '#domain/finance/receivables/draft.ts';
import { FormReceipts, formReceiptId } from '#domain/finance/tax/form-receipt.ts';
import { M303_FROM } from '#domain/finance/tax/m303.ts';
import { refusalOfTerritory } from '#domain/finance/tax/recipient.ts';
import { daysOfTaxPeriod, monthsOfTaxPeriod } from '#domain/finance/tax/tax-period.ts';
import { TaxReturns, taxReturnId, taxReturnState } from '#domain/finance/tax/tax-return.ts';
import { WITHHELD_OF_RENT } from '#domain/finance/tax/withholding-es.ts';
import { isMonetary, type QuarterFacts, quarterlyReturns, quartersOfYear, type YearFacts } from '#domain/finance/year-end/checklist.ts';
import type { CompanyData } from '#domain/platform/company/company.ts';
import { type IsoDate, monthOf, yearOf } from '#kernel/date.ts';
import { type FiscalYear, firstDayOfYear, lastDayOfYear } from '#kernel/fiscal-year.ts';
import { listDated } from '#runtime/dated-list.ts';
import { openWork } from '#runtime/open-work.ts';
import type { Records } from '#runtime/records.ts';
import { readBalances } from '../ledger/balance-store.ts';
import { readTrialBalancesBeside } from '../ledger/trial-store.ts';
import { readFilings, readTaxes, standingReturn } from '../tax/return-reader.ts';

interface World {
  readonly records: Records;
  readonly company: Pick<CompanyData, 'fiscalYears' | 'address'>;
  readonly today: IsoDate;
}

/** As many drafts are counted. */
const MOST_DRAFTS = 100;
const TAX_FORMS = ['111', '115'] as const;

/** The balances of a year, of its last month and of its quarters, as of one moment; and what accounts hold in foreign currencies. */
async function readYearBooks({ records, company, today }: World, fiscalYear: FiscalYear, quarters: readonly string[]) {
  const { fiscalYears } = company;
  const last = lastDayOfYear(fiscalYear);
  const end = today > last ? today : last;
  const years = fiscalYears.filter((year) => year <= yearOf(last));
  const ranges = [
    { from: firstDayOfYear(fiscalYear), to: last },
    { from: end, to: end },
    { from: `${fiscalYear.to}-01`, to: last },
    ...quarters.map(daysOfTaxPeriod),
  ];
  const { value } = await readTrialBalancesBeside(records, fiscalYears, ranges, true, () =>
    readBalances(records.tenant, years.map(currencySpan)),
  );
  const [rows = [], now = [], lastMonth = [], ...ofQuarters] = value.rows;
  const { accounts, sumsOf } = value.beside;
  const balances = accounts.filter((key) => {
    const rowOf = (year: string) => sumsOf(currencySpan(year), key);
    return isMonetary(key.slice(key.indexOf(':') + 1)) && currencyBalance(rowOf, years, monthOf(last)) !== 0;
  });
  return { rows, now, lastMonth, ofQuarters, balances: balances.length };
}

/** Drafts of invoices that were made in the year, and claims of expenses that nobody has decided: one page of each. */
async function readDrafts({ records, company }: World, fiscalYear: FiscalYear): Promise<YearFacts['drafts']> {
  const [from, to] = [firstDayOfYear(fiscalYear), lastDayOfYear(fiscalYear)];
  const [drafts, claims] = await Promise.all([
    listDated(
      records,
      Drafts,
      company.fiscalYears,
      { limit: MOST_DRAFTS, order: 'desc', from, to },
      { where: ({ invoiceId, date, madeOn }) => invoiceId === undefined && (date ?? madeOn) <= to },
    ),
    openWork(records.tenant, ExpenseClaims, 'approve', { from, to: `${to}#~` }),
  ]);
  return { count: drafts.items.length + claims.count, more: drafts.nextCursor !== undefined || claims.capped };
}

const creditOf = (rows: readonly TrialRow[]): number =>
  Number(rows.reduce((sum, { account, credit }) => (account.startsWith(ACCOUNT.withheld) ? sum + exactly(credit) : sum), 0n));

async function readQuarters(
  records: Records,
  quarters: readonly string[],
  rows: readonly (readonly TrialRow[])[],
): Promise<QuarterFacts[]> {
  return Promise.all(
    quarters.map(async (period, i) => {
      const taxes = await readTaxes(records.tenant, monthsOfTaxPeriod(period));
      const ofRent = taxes.filter(({ side, code }) => side === 'withheld' && WITHHELD_OF_RENT.includes(code));
      return { period, withheld: creditOf(rows[i] ?? []), rent: Number(ofRent.reduce((sum, { tax }) => sum + tax, 0n)) };
    }),
  );
}

/** Which returns of quarters, or of their months, have been filed and are not being corrected. */
async function readFiled(records: Records, quarters: readonly string[]): Promise<ReadonlySet<string>> {
  const periods = quarters.flatMap((quarter) => [quarter, ...monthsOfTaxPeriod(quarter)]);
  const receiptIds = TAX_FORMS.flatMap((form) => periods.map((period) => formReceiptId(form, period)));
  const firstIds = periods.map((period) => taxReturnId(period, 0));
  const [receipts, firsts] = await Promise.all([records.getMany(FormReceipts, receiptIds), records.getMany(TaxReturns, firstIds)]);
  // A period without a first return has none.
  const filings = await Promise.all(firsts.flatMap((first) => (first ? [readFilings(records, first.period)] : [])));
  const standing = filings.map(standingReturn).filter((filed) => filed !== undefined && taxReturnState(filed) === 'filed');
  return new Set([
    ...receipts.flatMap((receipt) => (receipt ? [`${receipt.form} ${receipt.period}`] : [])),
    ...standing.map((filed) => `303 ${filed?.period}`),
  ]);
}

/** What is still to be depreciated of assets by a day. */
export function assetFacts(assets: readonly StoredAsset[], last: IsoDate): YearFacts['assets'] {
  const inBooks = assets.filter(({ inUseOn, disposedOn }) => inUseOn <= last && disposedOn === undefined);
  return { count: inBooks.length, due: inBooks.reduce((sum, asset) => sum + dueBy(asset, last), 0) };
}

/**
 * What is known of a year before it is closed and after, with all that was posted before the request: as many reads as it has quarters.
 * @throws DomainError `balances.behind` (503).
 */
export async function readYearFacts(world: World, fiscalYear: FiscalYear) {
  const { records, company } = world;
  const quarters = quartersOfYear(fiscalYear);
  const [{ rows, now, lastMonth, ofQuarters, balances }, drafts, month, filed] = await Promise.all([
    readYearBooks(world, fiscalYear, quarters),
    readDrafts(world, fiscalYear),
    records.get(RevaluedMonths, revaluedMonthId(fiscalYear.to)),
    readFiled(records, quarters),
  ]);
  const returns = quarterlyReturns(await readQuarters(records, quarters, ofQuarters), {
    from: M303_FROM,
    vat: refusalOfTerritory(company.address) === undefined,
    isFiled: (form, period) => filed.has(`${form} ${period}`),
  });
  return {
    rows,
    now,
    facts: { rows, lastMonth, drafts, revaluation: { inForce: month?.inForce ?? false, balances }, returns },
  };
}
