import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { EntriesPreview } from '../../actions/entries-preview.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { AmountInput } from '../../form/amount-input.tsx';
import { useStepFields } from '../../form/step-fields.tsx';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';

interface Props {
  readonly asset: Schemas['FixedAsset'];
  readonly onClose: () => void;
}

/** Sold at a price, or scrapped for nothing: what it will post is shown before. */
export function DisposeDialog({ asset, onClose }: Props) {
  const t = useT();
  const { money } = useFormats();
  const [price, setPrice] = useState('');
  const [invoice, setInvoice] = useState('');
  const number = invoice.trim().toUpperCase();
  const { body, incomplete, inputs } = useStepFields({ reason: {}, date: { min: asset.until ?? asset.inUseOn } });
  const sent = {
    ...body,
    ...(number ? { invoiceId: `inv_${number}` } : {}),
    ...(price === '' ? {} : { price: { amount: price, currency: 'EUR' as const } }),
  };
  return (
    <ActionDialog
      title={t('assets.dispose.title', { name: asset.name })}
      confirm={t('assets.dispose.action')}
      danger
      onClose={onClose}
      input={sent}
      incomplete={incomplete}
      run={(how) =>
        api.POST('/assets/{assetId}/disposal', { params: { path: { assetId: asset.id }, ...sending(how) }, body: sent }).then(dataOf)
      }
      preview={({ result, entry }) => (
        <>
          {result && <p role="status">{t('assets.dispose.text', { result: money(result) })}</p>}
          <EntriesPreview entries={[entry]} />
        </>
      )}
      done={() => t('assets.dispose.done', { name: asset.name })}
    >
      <AmountInput label={t('assets.dispose.price')} description={t('assets.dispose.priceHint')} value={price} onChange={setPrice} />
      <TextInput
        label={t('assets.dispose.invoice')}
        description={t('assets.dispose.invoiceHint')}
        maxLength={20}
        value={invoice}
        onChange={(event) => setInvoice(event.currentTarget.value)}
      />
      {inputs}
    </ActionDialog>
  );
}
