import { useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { EntriesPreview } from '../../actions/entries-preview.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { AmountInput } from '../../form/amount-input.tsx';
import { useStepFields } from '../../form/step-fields.tsx';
import { useT } from '../../i18n/i18n.ts';

interface Props {
  readonly asset: Schemas['FixedAsset'];
  /** What it has lost, or what of that is over. */
  readonly way: 'impair' | 'recover';
  readonly onClose: () => void;
}

/** What an asset has lost beyond its depreciation, or got back of it: what it will post is shown before. */
export function ImpairmentDialog({ asset, way, onClose }: Props) {
  const t = useT();
  const [amount, setAmount] = useState('');
  const { body, incomplete, inputs } = useStepFields({ reason: {}, date: { min: asset.until ?? asset.inUseOn } });
  const sent = { ...body, amount: { amount, currency: 'EUR' as const } };
  const path = way === 'impair' ? '/assets/{assetId}/impairment' : '/assets/{assetId}/impairment-reversal';
  return (
    <ActionDialog
      title={t(`assets.${way}.title`, { name: asset.name })}
      confirm={t(`assets.${way}.action`)}
      onClose={onClose}
      input={sent}
      incomplete={amount === '' ? t('assets.impair.none') : incomplete}
      run={(how) => api.POST(path, { params: { path: { assetId: asset.id }, ...sending(how) }, body: sent }).then(dataOf)}
      preview={({ entry }) => <EntriesPreview entries={[entry]} />}
      done={() => t(`assets.${way}.done`, { name: asset.name })}
    >
      <AmountInput label={t('tax.amount')} description={t(`assets.${way}.text`)} value={amount} onChange={setAmount} />
      {inputs}
    </ActionDialog>
  );
}
