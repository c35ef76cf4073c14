import { entryDetail } from '#domain/finance/ledger/wire.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { query } from '#runtime/action.ts';
import { ENTRY_KINDS } from './entry-kinds.ts';
import { readJournal } from './journal-store.ts';
import { ledger } from './module.ts';

export const listEntries = query(ledger.actions.listEntries, async ({ query: asked, records }) => {
  const { fiscalYears } = await records.need(Companies, COMPANY_ID);
  const { q, source, ...range } = asked;
  const kinds = source && ENTRY_KINDS.filter(({ kind }) => source.some((wanted) => wanted === kind));
  const page = await readJournal(records, fiscalYears, { ...range, words: q, kinds });
  return { ...page, items: page.items.map(({ document }) => entryDetail(document.kind, document)) };
});
