import { addDays, monthOf } from '#kernel/date.ts';
import { post, step } from '../../actions/step-dialog.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { today } from '../../i18n/format.ts';
import type { Words } from '../../list/columns.tsx';

type Asset = Schemas['FixedAsset'];

/** Everything that is due until a day, in one entry. */
export const depreciate = ({ t, formats }: Words) =>
  step(
    ({ date }: { readonly date: string }, how) =>
      api.POST('/assets/depreciation', { params: sending(how), body: { until: date } }).then(dataOf),
    {
      title: t('assets.depreciate.title'),
      confirm: t('assets.depreciate.action'),
      // The month that ended last.
      fields: { date: { proposed: addDays(`${monthOf(today())}-01`, -1) } },
      says: ({ assets, date }) => t('assets.depreciate.text', { count: assets, date: formats.date(date) }),
      entries: ({ entry }) => [entry],
      done: ({ more }) => t(more ? 'assets.depreciate.more' : 'assets.depreciate.done'),
    },
  );

/** Sold or scrapped: at this price, on this day. */
export const dispose = (asset: Asset, price: string, { t, formats }: Words) => {
  const body = price === '' ? {} : { price: { amount: price, currency: 'EUR' as const } };
  return step(
    (fields: { readonly reason: string; readonly date: string }, how) =>
      api
        .POST('/assets/{assetId}/disposal', { params: { path: { assetId: asset.id }, ...sending(how) }, body: { ...fields, ...body } })
        .then(dataOf),
    {
      title: t('assets.dispose.title', { name: asset.name }),
      confirm: t('assets.dispose.action'),
      danger: true,
      fields: { reason: {}, date: { min: asset.until ?? asset.inUseOn } },
      says: ({ result }) => (result ? t('assets.dispose.text', { result: formats.money(result) }) : ''),
      entries: ({ entry }) => [entry],
      done: () => t('assets.dispose.done', { name: asset.name }),
    },
  );
};

/** Takes a depreciation back. */
export const reverseDepreciation = (assetEntryId: string, { t }: Words) =>
  step(post('/assets/entries/{assetEntryId}/reversal', { assetEntryId }), {
    title: t('assets.reverse.title'),
    confirm: t('assets.reverse.action'),
    danger: true,
    fields: { reason: {} },
    entries: ({ entry }) => [entry],
    done: () => t('assets.reverse.done'),
  });
