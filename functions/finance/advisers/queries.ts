import { advisers } from '#api/finance/advisers.ts';
import { Advisers } from '#domain/finance/advisers/adviser.ts';
import { AdviserExports, countOf, MOST_EXPORTED, nextNumberIn, notSent, refusalOfExport } from '#domain/finance/advisers/adviser-export.ts';
import { adviserExportView, adviserView } from '#domain/finance/advisers/wire.ts';
import { sumOf } from '#kernel/money.ts';
import { plainQuery } from '#runtime/action.ts';
import { listRecords } from '#runtime/lists.ts';
import { required } from '#runtime/reads.ts';
import { listQuery, query, refusalView, serveModule } from '../../platform/service.ts';
import { adviserBooks, readSequences } from './adviser-books.ts';

const { actions } = advisers;
const ofAdviser = ({ path }: { readonly path: { readonly adviserId: string } }) => ({
  adviser: required(Advisers, path.adviserId, 'path.adviserId'),
});

export const listAdvisers = plainQuery(actions.listAdvisers, async ({ query: input, records }) => {
  const page = await listRecords(records, Advisers, { ...input, buckets: ['all'] });
  return { ...page, items: page.items.map(adviserView) };
});

export const getAdviser = query(actions.getAdviser, ofAdviser, async ({ adviser }) => adviserView(adviser));

export const getAdviserPreview = query(actions.getAdviserPreview, ofAdviser, async ({ adviser, query: { period }, records }) => {
  const sequences = await readSequences(records, period);
  const covered = notSent(adviser, sequences);
  // Of more than a file holds, what stands in its way is said, and nothing is counted.
  const within = countOf(covered) > MOST_EXPORTED ? [] : covered;
  const books = await adviserBooks(records, adviser, within, nextNumberIn(adviser, period));
  const { entries, rows, unmapped, padded, given, debit, credit } = books;
  const sentBefore = sequences.some(({ seq }) => seq > 0);
  const missing = refusalOfExport({ period }, covered, { unmapped: unmapped.map(({ account }) => account), sentBefore });
  return {
    ...{ period, entries, lines: rows.length, debit: sumOf(debit), credit: sumOf(credit) },
    balanced: debit === credit && unmapped.length === 0,
    unmapped: unmapped.map(({ account, name }) => ({ account, name })),
    ...{ padded, newParties: given.length },
    ...(missing ? { missing: refusalView(missing) } : {}),
  };
});

export const listAdviserExports = listQuery(actions.listAdviserExports, AdviserExports, adviserExportView, ({ path }) => ({
  party: path.adviserId,
}));

export const handler = serveModule(advisers, { listAdvisers, getAdviser, getAdviserPreview, listAdviserExports });
