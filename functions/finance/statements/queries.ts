import { statements } from '#api/finance/statements.ts';
import { knownInstant } from '#domain/finance/ledger/known.ts';
import { query, serveModule } from '../../platform/service.ts';
import { readDifferences } from './difference-reader.ts';
import { readStatement, usualDate } from './statement-reader.ts';

export const getStatement = query(
  statements.actions.getStatement,
  ({ path: { statement }, query: { model = 'pymes', date, knownAt, consistent, ...days }, records, company, today }) =>
    readStatement(records, company, {
      ...{ statement, model, date: date ?? usualDate(today, days), ...days },
      knownAt: knownInstant(knownAt),
      consistent: consistent === 'true',
    }),
);

export const getStatementDifferences = query(
  statements.actions.getStatementDifferences,
  ({ path: { statement }, query: { model = 'pymes', knownAt, ...asked }, records, company }) =>
    readDifferences(records, company, { statement, model, knownAt: new Date(knownAt).toISOString(), ...asked }),
);

export const handler = serveModule(statements, { getStatement, getStatementDifferences });
