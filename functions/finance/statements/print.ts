import { statements } from '#api/finance/statements.ts';
import { ageingSheet } from '#domain/finance/statements/ageing-sheet.ts';
import { ledgerSheet } from '#domain/finance/statements/ledger-sheet.ts';
import {
  type Sheet,
  type SheetLanguage,
  type SheetName,
  sheetTitle,
  statementSheet,
  trialSheet,
} from '#domain/finance/statements/sheet.ts';
import { logoKey, styleOf } from '#domain/platform/company/paper.ts';
import type { IsoDate } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import { firstDayOfYear, fiscalYearAt } from '#kernel/fiscal-year.ts';
import { loadLogo } from '#runtime/paper/load-logo.ts';
import type { Records } from '#runtime/records.ts';
import { query, serveModule } from '../../platform/service.ts';
import { getAccountOrThrow, readChart } from '../ledger/account-store.ts';
import { readTrialBalance } from '../ledger/trial-store.ts';
import { readPayables, readReceivables } from './ageing-reader.ts';
import { readWholeAccount } from './ledger-reader.ts';
import { SHEET_TYPES, sheetFile } from './statement-file.ts';
import { type AskedStatement, type Books, readStatement, usualDate } from './statement-reader.ts';
import { requireByDimension } from './value-reader.ts';

interface Asked extends Omit<AskedStatement, 'statement' | 'consistent'> {
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

/** The sheet, and the first day that it is of. */
async function readSheet(asked: Asked): Read {
  const { name, account, date, today } = asked;
  if (account !== undefined && name !== 'account-ledger')
    throw invalid('statement.account', 'Only account-ledger is of one account: leave the account out.', 'query.account', { why: 'other' });
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
  { records, company, language, date: to, account, ...asked }: Asked,
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
  const [{ value }, chart] = await Promise.all([readTrialBalance(records, company.fiscalYears, { from, to }, true), readChart(records)]);
  const named = new Map(chart.map((each) => [each.code, each]));
  return { sheet: trialSheet(value, (code) => named.get(code), language), from };
}

export const getStatementFile = query(
  statements.actions.getStatementFile,
  () => ({}),
  async ({ path, query: input, records, company, today, tenant }) => {
    const { format, accounts, whole, model = 'pymes', language = styleOf(company.paper).language, ...days } = input;
    const date = days.date ?? usualDate(today, days);
    const { sheet, from } = await readSheet({
      ...days,
      records,
      company,
      name: path.statement,
      model,
      date,
      today,
      language,
      accounts: accounts === 'true',
      whole: whole === 'true',
    });
    const logo = format === 'pdf' && company.logo ? await loadLogo(logoKey(tenant, company.logo.file), company.logo.format) : undefined;
    const bytes = await sheetFile(sheet, format, { company, logo, from, to: date });
    const title = sheetTitle(path.statement, language).toLowerCase().replaceAll(' ', '-').replace(/[()]/g, '');
    return {
      fileName: `${[title, days.account, days.dimension, days.value, date].filter(Boolean).join('-')}.${format}`,
      contentType: SHEET_TYPES[format],
      content: Buffer.from(bytes).toString('base64'),
    };
  },
);

export const handler = serveModule(statements, { getStatementFile });
