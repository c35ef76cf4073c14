import { statements } from '#api/finance/statements.ts';
import { type SheetLanguage, type SheetName, sheetTitle, statementSheet, trialSheet } from '#domain/finance/statements/sheet.ts';
import { logoKey, styleOf } from '#domain/platform/company/paper.ts';
import { invalid } from '#kernel/errors.ts';
import { firstDayOfYear, fiscalYearAt } from '#kernel/fiscal-year.ts';
import { loadLogo } from '#runtime/paper/load-logo.ts';
import type { Records } from '#runtime/records.ts';
import { query, serveModule } from '../../platform/service.ts';
import { readChart } from '../ledger/account-store.ts';
import { readTrialBalance } from '../ledger/trial-store.ts';
import { SHEET_TYPES, sheetFile } from './statement-file.ts';
import { type AskedStatement, type Books, readStatement, usualDate } from './statement-reader.ts';
import { requireByDimension } from './value-reader.ts';

/** Columns of figures that a page across can hold. */
const MOST_ON_PAPER = 10;

interface Asked extends Omit<AskedStatement, 'statement' | 'consistent'> {
  readonly records: Records;
  readonly company: Books;
  readonly name: SheetName;
  readonly language: SheetLanguage;
  readonly accounts: boolean;
  readonly whole: boolean;
}

/** The sheet, and the first day that it is of. */
async function readSheet({ records, company, name, ...asked }: Asked) {
  if (name !== 'trial-balance') {
    const statement = await readStatement(records, company, { ...asked, statement: name, consistent: true });
    return { sheet: statementSheet(statement, asked), from: statement.columns[0]?.from ?? asked.date };
  }
  requireByDimension(name, asked, false);
  const from = asked.from ?? firstDayOfYear(fiscalYearAt(company, asked.date));
  if (from > asked.date) throw invalid('range.backwards', 'The range ends before it begins.', 'query.from');
  const [{ value }, chart] = await Promise.all([
    readTrialBalance(records, company.fiscalYears, { from, to: asked.date }, true),
    readChart(records),
  ]);
  const named = new Map(chart.map((account) => [account.code, account]));
  return { sheet: trialSheet(value, (code) => named.get(code), asked.language), from };
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
      language,
      accounts: accounts === 'true',
      whole: whole === 'true',
    });
    if (format === 'pdf' && sheet.heads.length > MOST_ON_PAPER)
      throw invalid(
        'statement.too_wide',
        `A page holds ${MOST_ON_PAPER} columns, and there are ${sheet.heads.length}: ask for XLSX or CSV, or for one value.`,
        'query.format',
        { limit: MOST_ON_PAPER, columns: sheet.heads.length },
      );
    const logo = format === 'pdf' && company.logo ? await loadLogo(logoKey(tenant, company.logo.file), company.logo.format) : undefined;
    const bytes = await sheetFile(sheet, format, { company, logo, from, to: date });
    const title = sheetTitle(path.statement, language).toLowerCase().replaceAll(' ', '-').replace(/[()]/g, '');
    return {
      fileName: `${[title, days.dimension, days.value, date].filter(Boolean).join('-')}.${format}`,
      contentType: SHEET_TYPES[format],
      content: Buffer.from(bytes).toString('base64'),
    };
  },
);

export const handler = serveModule(statements, { getStatementFile });
