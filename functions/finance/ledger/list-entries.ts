import { entryDetail } from '#domain/finance/ledger/wire.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { query } from '#runtime/action.ts';
import { readJournal } from './journal-store.ts';
import { ledger } from './module.ts';

export const listEntries = query(ledger.actions.listEntries, async ({ query: asked, records }) => {
  const { fiscalYears } = await records.need(Companies, COMPANY_ID);
  const page = await readJournal(records, fiscalYears, asked);
  return { ...page, items: page.items.map(({ document }) => entryDetail(document.kind, document)) };
});
