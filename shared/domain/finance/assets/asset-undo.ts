import { invalid, type Refusal, refusal } from '#kernel/errors.ts';
import { reversed } from '../ledger/entry.ts';
import type { Posting } from '../ledger/posting.ts';
import type { Invoice } from '../receivables/invoice.ts';
import type { AssetEntry, StoredAssetEntry } from './asset-entry.ts';
import type { FixedAsset, StoredAsset } from './fixed-asset.ts';

/**
 * Why a disposal is not undone while the invoice of the sale stands: its VAT is declared, so that only a credit note takes it back.
 * @param filed the return that declared it, where it was filed.
 */
export function refusalOfStandingSale(
  invoice: (Pick<Invoice, 'number' | 'lines' | 'credited'> & { readonly id: string }) | undefined,
  filed: string | undefined,
): Refusal | undefined {
  if (!invoice || invoice.lines.every(({ net }, i) => net === (invoice.credited?.[i] ?? 0))) return undefined;
  const { id, number } = invoice;
  return filed
    ? refusal(
        'asset_entry.invoiced',
        `The sale was invoiced by ${number}, and its VAT is filed (${filed}): credit the whole invoice in an open period, then undo the disposal.`,
        'path.assetEntryId',
        { invoice: id, filed, why: 'filed' },
      )
    : refusal(
        'asset_entry.invoiced',
        `The sale was invoiced by ${number}: credit the whole invoice first, then undo the disposal.`,
        'path.assetEntryId',
        { invoice: id, why: 'open' },
      );
}

/**
 * Takes what was posted of one asset back, with what was due that day: the asset is as it was before, and its schedule works forward
 * from there. @throws DomainError `asset.later` (400) where it has changed since.
 */
export function undoOf(posting: Posting, original: StoredAssetEntry, asset: StoredAsset, reason: string) {
  const { undo } = original;
  if (!undo || asset.rev !== undo.rev)
    throw invalid('asset.later', `${asset.name} has been depreciated or changed since: take that back first.`, 'path.assetEntryId', {
      asset: asset.name,
    });
  const document: AssetEntry = {
    event: original.event,
    date: posting.date,
    parts: original.parts.map((part) => ({ ...part, amount: -part.amount })),
    ...(original.result === undefined ? {} : { result: -original.result }),
    reason,
    reverses: original.id,
    entry: posting.add(`Anulación: ${original.entry.text}`, reversed(original.entry.lines)),
  };
  const { id, rev, history } = asset;
  return { document, after: { ...undo.asset, id, rev, history } as StoredAsset };
}

/** The asset as it was, and at which revision the entry left it. */
export const undoBy = ({ id: _id, rev, history: _history, ...asset }: StoredAsset): { asset: FixedAsset; rev: number } => ({
  asset,
  rev: rev + 1,
});
