import * as z from 'zod/mini';
import { type Minor, Money } from '#kernel/money.ts';
import type { EntryLine } from '../ledger/entry.ts';
import type { AssetEntry } from './asset-entry.ts';
import type { StoredAsset } from './fixed-asset.ts';

/** An account, or all below it (280 to 282, 290 to 292), in the books and as the assets add up: debit positive. */
export const AssetTieRow = z.object({ account: z.string(), books: Money, assets: Money, difference: Money });
export const AssetTie = z.object({
  date: z.string(),
  rows: z.array(AssetTieRow),
  /** Whether all agree. */
  agrees: z.boolean(),
  /** What stands in the books and no asset is of it. */
  documents: z.array(z.object({ id: z.string(), date: z.string(), account: z.string(), amount: Money })),
  /** What an asset says and no entry posted. */
  assets: z.array(z.object({ id: z.string(), name: z.string(), account: z.string(), amount: Money })),
  /** Whether every entry was looked at. */
  complete: z.boolean(),
});

const FAMILIES = ['20', '21', '22'] as const;
/** What is told of one account, or of all that begin so. */
interface Measure {
  readonly account: string;
  readonly takes: (account: string) => boolean;
  readonly of: (asset: StoredAsset) => Minor;
}

const beside = (prefix: string, family: string, of: (asset: StoredAsset) => Minor): Measure => ({
  account: prefix,
  takes: (account) => account.startsWith(prefix),
  of: (asset) => (asset.account.startsWith(family) ? -of(asset) : 0),
});

/** Assets that are gone hold nothing. */
const standing = (of: (asset: StoredAsset) => Minor) => (asset: StoredAsset) => (asset.disposedOn ? 0 : of(asset));

function measuresOf(assets: readonly StoredAsset[], accounts: readonly string[]): Measure[] {
  const own = new Set([...accounts.filter((account) => /^2[0-2]/.test(account)), ...assets.map(({ account }) => account)]);
  return [
    ...[...own].sort().map(
      (account): Measure => ({
        account,
        takes: (each) => each === account,
        of: standing((asset) => (asset.account === account ? asset.cost : 0)),
      }),
    ),
    ...FAMILIES.map((family) =>
      beside(
        `28${family[1]}`,
        family,
        standing(({ depreciated }) => depreciated),
      ),
    ),
    ...FAMILIES.map((family) =>
      beside(
        `29${family[1]}`,
        family,
        standing(({ impaired }) => impaired),
      ),
    ),
  ];
}

const sum = <T>(all: readonly T[], of: (each: T) => Minor): Minor => all.reduce((total, each) => total + of(each), 0);

/** What the books hold of fixed assets beside what these add up to, account by account; those that have nothing are left out. */
export function tieRows(assets: readonly StoredAsset[], balances: readonly { readonly account: string; readonly closing: Minor }[]) {
  const measures = measuresOf(
    assets,
    balances.map(({ account }) => account),
  );
  return measures.flatMap((measure) => {
    const books = sum(balances, ({ account, closing }) => (measure.takes(account) ? closing : 0));
    const theirs = sum(assets, measure.of);
    return books === 0 && theirs === 0 ? [] : [{ account: measure.account, books, assets: theirs, difference: books - theirs }];
  });
}

/** What was posted on accounts of assets. @param source what it belongs to: a document that was taken back, with its reversal. */
export interface AssetMovement {
  readonly source: string;
  readonly date: string;
  readonly lines: readonly EntryLine[];
  readonly entry?: Pick<AssetEntry, 'event' | 'parts'> | undefined;
}

/** What an entry of assets posted of each. */
function partsOf({ entry, lines }: AssetMovement, measure: Measure, families: ReadonlyMap<string, string>): [string, Minor][] {
  if (!entry) return [];
  if (entry.event === 'depreciation')
    return entry.parts.flatMap(({ assetId, amount }): [string, Minor][] =>
      measure.account === `28${families.get(assetId)?.[1]}` ? [[assetId, -amount]] : [],
    );
  const [part] = entry.parts;
  return part ? [[part.assetId, sum(lines, ({ account, amount }) => (measure.takes(account) ? amount : 0))]] : [];
}

/** What each document put there that is of no entry of assets: the first day, and the sum. */
function documentsOf(movements: readonly AssetMovement[], measure: Measure) {
  const documents = new Map<string, { date: string; amount: Minor }>();
  for (const { entry, lines, source, date } of movements) {
    const amount = sum(lines, (line) => (measure.takes(line.account) ? line.amount : 0));
    const before = documents.get(source);
    if (!entry && amount !== 0) documents.set(source, { date: before?.date ?? date, amount: (before?.amount ?? 0) + amount });
  }
  return documents;
}

/** By which documents and assets an account differs: documents less assets come to the difference. */
export function tieGaps(account: string, assets: readonly StoredAsset[], movements: readonly AssetMovement[]) {
  const measure = measuresOf(assets, [account]).find((each) => each.account === account);
  if (!measure) return { documents: [], assets: [] };
  const families = new Map(assets.map((asset) => [asset.id, asset.account.slice(0, 2)]));
  const left = new Map(assets.map((asset) => [asset.id, measure.of(asset)]));
  for (const [id, part] of movements.flatMap((movement) => partsOf(movement, measure, families))) left.set(id, (left.get(id) ?? 0) - part);
  const documents = documentsOf(movements, measure);
  // What a bill bought is of its assets.
  for (const { id, bill } of assets) {
    const bought = bill && documents.get(bill.billId);
    if (!bill || !bought) continue;
    documents.set(bill.billId, { ...bought, amount: bought.amount - (left.get(id) ?? 0) });
    left.set(id, 0);
  }
  const names = new Map(assets.map(({ id, name }) => [id, name]));
  return {
    documents: [...documents].flatMap(([id, { date, amount }]) => (amount === 0 ? [] : [{ id, date, account, amount }])),
    assets: [...left].flatMap(([id, amount]) => (amount === 0 ? [] : [{ id, name: names.get(id) ?? '', account, amount }])),
  };
}
