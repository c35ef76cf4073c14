import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { EntriesPreview } from '../../actions/entries-preview.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { BusinessDate } from '../../form/reason-and-date.tsx';
import { todayOrAfter } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';

/** Takes a receipt back at its own cost, while its goods are still there. */
export function ReverseReceiptDialog({ receipt, onClose }: { readonly receipt: Schemas['GoodsReceipt']; readonly onClose: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const [date, setDate] = useState(todayOrAfter(receipt.date));
  const body = { date };
  return (
    <ActionDialog
      title={t('goodsReceipts.reverse.title')}
      confirm={t('goodsReceipts.reverse.action')}
      danger
      onClose={onClose}
      input={body}
      incomplete={date ? undefined : t('actions.dateNeeded')}
      run={(how) =>
        api
          .POST('/goods-receipts/{receiptId}/reversal', { params: { path: { receiptId: receipt.id }, ...sending(how) }, body })
          .then(dataOf)
      }
      preview={({ entry }) => (
        <>
          <p>{t('goodsReceipts.reverse.text')}</p>
          <EntriesPreview entries={entry ? [entry] : []} />
        </>
      )}
      done={() => t('goodsReceipts.reverse.done')}
      onDone={({ id }) => void navigate({ to: `/goods-receipts/${id}` } as never)}
    >
      <BusinessDate value={date} onChange={setDate} min={receipt.date} first />
    </ActionDialog>
  );
}
