import { assets } from '#api/finance/assets.ts';
import { AssetEntries } from '#domain/finance/assets/asset-entry.ts';
import { type AssetMovement, tieGaps, tieRows } from '#domain/finance/assets/asset-tie.ts';
import { PayablesReversals } from '#domain/finance/open-items/supplier-reversal.ts';
import { YearEndEntries } from '#domain/finance/year-end/year-end.ts';
import { POSTING_KINDS } from '#domain/kinds.ts';
import type { Records } from '#runtime/records.ts';
import { query } from '../../platform/service.ts';
import { booksBuckets, type JournalItem, MAX_LOOKED, walkJournal } from '../ledger/journal-store.ts';
import { readTrialBalancesBeside } from '../ledger/trial-store.ts';
import { allAssets } from './asset-store.ts';

/** As many documents, and assets, are told. */
const MOST = 50;
const KINDS = POSTING_KINDS.filter(({ kind }) => kind !== YearEndEntries.kind);

/** What was posted on accounts of assets, with the entries of assets as these are. */
async function movementsIn(records: Records, items: readonly JournalItem[]): Promise<AssetMovement[]> {
  const touching = items.filter(({ document }) => document.entry.lines.some(({ account }) => /^2[0-29]|^28/.test(account)));
  return Promise.all(
    touching.map(async ({ document: { id, entry } }): Promise<AssetMovement> => {
      const own = id.startsWith(AssetEntries.prefix) ? await records.getOrThrow(AssetEntries, id) : undefined;
      const source = id.startsWith(PayablesReversals.prefix) ? (await records.getOrThrow(PayablesReversals, id)).documentId : id;
      return { source, date: entry.date, lines: entry.lines, entry: own };
    }),
  );
}

/** The newest entries first, as many as are looked at. */
async function movementsOf(records: Records, months: readonly string[]) {
  const movements: AssetMovement[] = [];
  let looked = 0;
  for await (const step of walkJournal(records, { months: months.toReversed(), order: 'desc', kinds: KINDS, pace: 100 })) {
    movements.push(...(await movementsIn(records, step.items)));
    looked += step.looked;
    if (looked >= MAX_LOOKED) return { movements, complete: false };
  }
  return { movements, complete: true };
}

/** What the books hold of fixed assets beside what these add up to: where they differ, by which documents and assets. */
export const getAssetTie = query(assets.actions.getAssetTie, async ({ records, company, today: date }) => {
  const { fiscalYears } = company;
  const { value } = await readTrialBalancesBeside(records, fiscalYears, [{ from: date, to: date }], false, () => allAssets(records));
  const balances = (value.rows[0] ?? []).map(({ account, closing }) => ({ account, closing: Number(closing) }));
  const rows = tieRows(value.beside, balances);
  const differing = rows.filter(({ difference }) => difference !== 0);
  const agrees = differing.length === 0;
  const { movements, complete } = agrees
    ? { movements: [], complete: true }
    : await movementsOf(records, booksBuckets(fiscalYears, { to: date }).buckets);
  const gaps = differing.map(({ account }) => tieGaps(account, value.beside, movements));
  return {
    ...{ date, rows, agrees, complete },
    documents: gaps.flatMap(({ documents }) => documents).slice(0, MOST),
    assets: gaps.flatMap((gap) => gap.assets).slice(0, MOST),
  };
});
