import { ledger } from '#api/finance/ledger.ts';
import { EXTENSIONS } from '#domain/finance/ledger/export.ts';
import { BookExports, exportRange, MOST_ENTRIES_AT_ONCE } from '#domain/finance/ledger/export-record.ts';
import { create } from '#kernel/record.ts';
import { creates } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';
import { exportView } from './export-view.ts';
import { writeFile } from './export-writer.ts';

export const createExport = command(
  ledger.actions.createExport,
  creates(BookExports, 'exp'),
  async ({ body: input, company, today, records, newId, tenant }) => {
    const { kind } = input;
    const range = exportRange(input, company, kind === 'trial-balance-csv' ? today : `${company.fiscalYears.at(-1)}-12-31`);
    const extension = EXTENSIONS[kind];
    const fileName = `${kind}-${range.from ? `${range.from}-` : ''}${range.to}.${extension}`;
    const asked = { kind, ...range, key: `${tenant}/exports/${newId('exp')}.${extension}`, fileName };
    const made = await writeFile(records, company, asked, { on: today, most: MOST_ENTRIES_AT_ONCE });
    return [create(BookExports, newId('exp'), { ...asked, ...made })];
  },
  (made, { now }) => exportView(made, now),
);
