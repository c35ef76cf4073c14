import { statements } from '#api/finance/statements.ts';
import { query, serveModule } from '../../platform/service.ts';
import { readStatement, usualDate } from './statement-reader.ts';

export const getStatement = query(
  statements.actions.getStatement,
  ({ path: { statement }, query: { model = 'pymes', date, consistent, ...days }, records, company, today }) =>
    readStatement(records, company, { statement, model, date: date ?? usualDate(today, days), ...days, consistent: consistent === 'true' }),
);

export const handler = serveModule(statements, { getStatement });
