import { addDays, monthOf } from '#kernel/date.ts';
import { post, step } from '../../actions/step-dialog.tsx';
import { api, dataOf, sending } from '../../api/client.ts';
import { today } from '../../i18n/format.ts';
import type { Words } from '../../list/columns.tsx';

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

/** Takes a disposal, an impairment or its reversal back that was a mistake: the asset is as it was. */
export const undoAssetEntry = (assetEntryId: string, { t }: Words) =>
  step(post('/assets/entries/{assetEntryId}/undo', { assetEntryId }), {
    title: t('assets.undo.title'),
    confirm: t('assets.undo.action'),
    danger: true,
    fields: { reason: {} },
    says: () => t('assets.undo.text'),
    entries: ({ entry }) => [entry],
    done: () => t('assets.undo.done'),
  });

/** Takes an asset back that was registered by mistake. */
export const withdraw = ({ id, name }: { readonly id: string; readonly name: string }, { t }: Words) =>
  step(post('/assets/{assetId}/withdrawal', { assetId: id }), {
    title: t('assets.withdraw.title', { name }),
    confirm: t('assets.withdraw.action'),
    danger: true,
    fields: { reason: {} },
    says: t('assets.withdraw.text'),
    done: () => t('assets.withdraw.done', { name }),
  });
