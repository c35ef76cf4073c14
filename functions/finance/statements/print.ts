import { statements } from '#api/finance/statements.ts';
import { knownInstant } from '#domain/finance/ledger/known.ts';
import { sheetTitle } from '#domain/finance/statements/sheet.ts';
import { logoKey, styleOf } from '#domain/platform/company/paper.ts';
import { loadLogo } from '#runtime/paper/load-logo.ts';
import { query, serveModule } from '../../platform/service.ts';
import { readSheet } from './sheet-reader.ts';
import { SHEET_TYPES, sheetFile } from './statement-file.ts';
import { usualDate } from './statement-reader.ts';

export const getStatementFile = query(
  statements.actions.getStatementFile,
  () => ({}),
  async ({ path, query: input, records, company, today, tenant }) => {
    const { format, accounts, whole, model = 'pymes', knownAt, language = styleOf(company.paper).language, ...days } = input;
    const date = days.date ?? usualDate(today, days);
    const { sheet, from } = await readSheet({
      ...days,
      records,
      company,
      name: path.statement,
      model,
      knownAt: knownInstant(knownAt),
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
