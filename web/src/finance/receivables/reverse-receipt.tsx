import { Textarea } from '@mantine/core';
import { useState } from 'react';
import fields from '../../actions/action.module.css';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { EntriesPreview } from '../../actions/entries-preview.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { todayOrAfter } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { appliedBy } from './allocations.tsx';
import { BusinessDate } from './receipt-fields.tsx';

/** The bank took the money back: the entry is turned round, and what it paid is open again. */
export function ReverseReceiptDialog({ receipt, onClose }: { readonly receipt: Schemas['Receipt']; readonly onClose: () => void }) {
  const t = useT();
  const latest = [receipt.date, ...receipt.allocations.map((each) => each.date)].sort().at(-1) ?? receipt.date;
  const [date, setDate] = useState(todayOrAfter(latest));
  const [reason, setReason] = useState('');
  const body = { date, reason: reason.trim() };
  const invoices = appliedBy(receipt.allocations).length;
  return (
    <ActionDialog
      title={t('billing.receipts.reverse.title', { number: receipt.number })}
      confirm={t('billing.receipts.reverse.action')}
      danger
      onClose={onClose}
      input={body}
      incomplete={body.reason ? (date ? undefined : t('actions.dateNeeded')) : t('actions.reasonNeeded')}
      run={(how) =>
        api.POST('/receipts/{receiptId}/reversal', { params: { path: { receiptId: receipt.id }, ...sending(how) }, body }).then(dataOf)
      }
      preview={({ reversal }) => (
        <>
          <p>{t('billing.receipts.reverse.text', { count: invoices })}</p>
          {reversal && <EntriesPreview entries={[reversal.entry]} />}
        </>
      )}
      done={({ number }) => t('billing.receipts.reverse.done', { number })}
    >
      <div className={fields.fields}>
        <Textarea
          label={t('actions.reason')}
          required
          maxLength={200}
          autosize
          minRows={1}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
        <BusinessDate value={date} onChange={setDate} min={receipt.date} />
      </div>
    </ActionDialog>
  );
}
