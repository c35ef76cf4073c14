import { ageingSheet } from '#domain/finance/statements/ageing-sheet.ts';
import { ledgerSheet } from '#domain/finance/statements/ledger-sheet.ts';
import { type Sheet, type SheetLanguage, type SheetName, statementSheet, trialSheet } from '#domain/finance/statements/sheet.ts';
import type { IsoDate } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import { firstDayOfYear, fiscalYearAt } from '#kernel/fiscal-year.ts';
import type { Records } from '#runtime/records.ts';
import { getAccountOrThrow, readChart } from '../ledger/account-store.ts';
import { readTrialBalance } from '../ledger/trial-store.ts';
import { readPayables, readReceivables } from './ageing-reader.ts';
import { readWholeAccount } from './ledger-reader.ts';
import { type AskedStatement, type Books, readStatement } from './statement-reader.ts';
import { requireByDimension } from './value-reader.ts';

export interface AskedSheet extends Omit<AskedStatement, 'statement' | 'consistent'> {
  readonly records: Records;
  readonly company: Books;
  readonly name: SheetName;
  readonly language: SheetLanguage;
  readonly accounts: boolean;
  readonly whole: boolean;
  /** Of a ledger. */
  readonly account?: string | undefined;
  readonly today: IsoDate;
}

type Read = Promise<{ readonly sheet: Sheet; readonly from: IsoDate }>;

/**
 * What can be had as a file, and the first day that it is of.
 * @throws DomainError `statement.account`, `statement.of_today`, `range.backwards` (400), `balances.behind` (503).
 */
export async function readSheet(asked: AskedSheet): Read {
  const { name, account, date, today } = asked;
  if (account !== undefined && name !== 'account-ledger')
    throw invalid('statement.account', 'Only account-ledger is of one account: leave the account out.', 'query.account', { why: 'other' });
  if (asked.knownAt !== undefined && (name === 'account-ledger' || name.endsWith('-ageing')))
    throw invalid(
      'statement.known',
      'What was known when is kept of statements and the trial balance: leave knownAt out.',
      'query.knownAt',
    );
  if (name === 'account-ledger' || name === 'trial-balance') return readDays(asked, name);
  if (name === 'receivables-ageing' || name === 'payables-ageing') {
    requireByDimension(name, asked, false);
    if (date !== today)
      throw invalid('statement.of_today', `What is owed by age is as of today, ${today}: leave the date out.`, 'query.date', {
        date: today,
      });
    const side = name === 'receivables-ageing' ? await readReceivables(asked.records, today) : await readPayables(asked.records, today);
    return { sheet: ageingSheet(name, side, asked.language), from: today };
  }
  const statement = await readStatement(asked.records, asked.company, { ...asked, statement: name, consistent: true });
  return { sheet: statementSheet(statement, asked), from: statement.columns[0]?.from ?? date };
}

/** What is of any days, by default from the first of the fiscal year in which they end. */
async function readDays(
  { records, company, language, date: to, account, ...asked }: AskedSheet,
  name: 'account-ledger' | 'trial-balance',
): Read {
  requireByDimension(name, asked, false);
  const from = asked.from ?? firstDayOfYear(fiscalYearAt(company, to));
  if (from > to) throw invalid('range.backwards', 'The range ends before it begins.', 'query.from');
  if (name === 'account-ledger') {
    if (account === undefined) throw invalid('statement.account', 'Say of which account: account.', 'query.account');
    const [ofAccount, lines] = [
      await getAccountOrThrow(records, account, 'query.account'),
      await readWholeAccount(records, company.fiscalYears, { account, from, to }),
    ];
    return { sheet: ledgerSheet({ account: ofAccount, from, to, ...lines }, language), from };
  }
  const [{ value }, chart] = await Promise.all([
    readTrialBalance(records, company.fiscalYears, { from, to }, true, asked.knownAt),
    readChart(records),
  ]);
  const named = new Map(chart.map((each) => [each.code, each]));
  return { sheet: trialSheet(value, (code) => named.get(code), language), from };
}
