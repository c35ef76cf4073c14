import { ledger } from '#api/finance/ledger.ts';
import { entryIdOf } from '#domain/finance/ledger/entry.ts';
import { entryActions } from '#domain/finance/ledger/entry-actions.ts';
import { knownInstant } from '#domain/finance/ledger/known.ts';
import { periodActions } from '#domain/finance/ledger/period-sequence.ts';
import { currencyBalance, currencyKey, currencySpan } from '#domain/finance/ledger/projection.ts';
import { trialTotals } from '#domain/finance/ledger/trial-balance.ts';
import { entryDetail } from '#domain/finance/ledger/wire.ts';
import { POSTING_KINDS } from '#domain/kinds.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { invalid } from '#kernel/errors.ts';
import { firstDayOfYear, fiscalYearAt } from '#kernel/fiscal-year.ts';
import type { Amount } from '#kernel/money.ts';
import { defined } from '#kernel/optional.ts';
import { normalise, tokens } from '#kernel/text.ts';
import { plainQuery } from '#runtime/action.ts';
import type { Records } from '#runtime/records.ts';
import { actionsOf, query, serveModule } from '../../platform/service.ts';
import { type AccountLine, readAccountPage } from './account-ledger.ts';
import { getAccountOrThrow, readChart } from './account-store.ts';
import { readAccountBalances } from './balance-store.ts';
import { needEntry } from './entry-store.ts';
import { readJournal } from './journal-store.ts';
import { periodsOf, readPeriods } from './period-store.ts';
import { readTrialBalance } from './trial-store.ts';

export const getAccount = plainQuery(ledger.actions.getAccount, async ({ path, records }) => {
  const account = await getAccountOrThrow(records, path.code);
  return { ...account, ...(account.currency ? { held: await heldIn(records, account.code, account.currency) } : {}) };
});

/** What an account holds in its currency, as far as its lines are counted. */
async function heldIn(records: Records, account: string, currency: string): Promise<Amount> {
  const { fiscalYears } = await records.getOrThrow(Companies, COMPANY_ID);
  const key = currencyKey(currency, account);
  const { sumsOf } = await readAccountBalances(records.tenant, fiscalYears.map(currencySpan), key);
  return { minor: currencyBalance((year) => sumsOf(currencySpan(year), key), fiscalYears, LAST_MONTH), currency };
}
/** After all months. */
const LAST_MONTH = '9999-12';

export const getAccountLedger = query(
  ledger.actions.getAccountLedger,
  async ({ path: { code }, query: input, records, company, today }) => {
    await getAccountOrThrow(records, code);
    const { to = today } = input;
    const from = input.from ?? firstDayOfYear(fiscalYearAt(company, to));
    if (from > to) throw invalid('range.backwards', 'The range ends before it begins.', 'query.from');
    const { lines, ...page } = await readAccountPage(records, company.fiscalYears, {
      ...input,
      account: code,
      from,
      to,
      consistent: input.consistent === 'true',
    });
    return { account: code, from, to, ...page, items: lines.map(lineView) };
  },
);

const lineView = ({ item: { document }, line, balance }: AccountLine) => ({
  entryId: entryIdOf(document.id),
  date: document.entry.date,
  text: line.text ?? document.entry.text,
  source: { kind: document.kind, id: document.id },
  debit: Math.max(line.amount, 0),
  credit: Math.max(-line.amount, 0),
  balance,
  ...(line.party ? { party: line.party } : {}),
});

export const getEntry = plainQuery(ledger.actions.getEntry, async ({ path, records, caller }) => {
  const document = await needEntry(records, path.entryId);
  return { ...entryDetail(document.kind, document), actions: actionsOf(caller, ledger.actions, entryActions, document) };
});

export const getTrialBalance = query(ledger.actions.getTrialBalance, async ({ query: input, records, company, today }) => {
  const { date = today } = input;
  const from = input.from ?? firstDayOfYear(fiscalYearAt(company, date));
  if (from > date) throw invalid('range.backwards', 'The range ends before it begins.', 'query.from');
  const [{ value: rows, entries, complete }, chart] = await Promise.all([
    readTrialBalance(records, company.fiscalYears, { from, to: date }, input.consistent === 'true', knownInstant(input.knownAt)),
    readChart(records),
  ]);
  const named = new Map(chart.map((account) => [account.code, account]));
  const { balanced, ...totals } = trialTotals(rows);
  return {
    from,
    date,
    ...defined({ knownAt: knownInstant(input.knownAt) }),
    complete,
    entries,
    balanced,
    totals,
    rows: rows.map((row) => ({ ...row, name: named.get(row.account)?.name ?? '', nameEn: named.get(row.account)?.nameEn ?? '' })),
  };
});

export const listAccounts = plainQuery(ledger.actions.listAccounts, async ({ query: { q }, records }) => {
  const words = tokens(q ?? '');
  const chart = await readChart(records);
  return { items: chart.filter((a) => words.every((word) => normalise(`${a.code} ${a.name} ${a.nameEn}`).includes(word))) };
});

export const listEntries = query(ledger.actions.listEntries, async ({ query: input, records, company: { fiscalYears } }) => {
  const { q, source, ...range } = input;
  const kinds = source && POSTING_KINDS.filter(({ kind }) => source.includes(kind));
  const page = await readJournal(records, fiscalYears, { ...range, words: q, kinds });
  return { ...page, items: page.items.map(({ document }) => entryDetail(document.kind, document)) };
});

export const listPeriods = query(ledger.actions.listPeriods, async ({ query: { year }, records, company, caller }) => {
  const years = company.fiscalYears.filter((y) => year === undefined || y === year);
  const periods = await readPeriods(records, periodsOf(years));
  return { items: periods.map((period) => ({ ...period, actions: actionsOf(caller, ledger.actions, periodActions, period) })) };
});

export const handler = serveModule(ledger, {
  listAccounts,
  getAccount,
  getAccountLedger,
  listPeriods,
  listEntries,
  getEntry,
  getTrialBalance,
});
