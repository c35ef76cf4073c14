import { ActionDialog } from '../../actions/action-dialog.tsx';
import { EntriesPreview } from '../../actions/entries-preview.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { ReasonAndDate, useUndoing } from '../../form/reason-and-date.tsx';
import { useT } from '../../i18n/i18n.ts';
import { appliedBy } from './allocations.tsx';

/** The bank took the money back: the entry is turned round, and what it paid is open again. */
export function ReverseReceiptDialog({ receipt, onClose }: { readonly receipt: Schemas['Receipt']; readonly onClose: () => void }) {
  const t = useT();
  const latest = [receipt.date, ...receipt.allocations.map((each) => each.date)].sort().at(-1) ?? receipt.date;
  const undoing = useUndoing(receipt.date, latest);
  const { body } = undoing;
  const invoices = appliedBy(receipt.allocations).length;
  return (
    <ActionDialog
      title={t('billing.receipts.reverse.title', { number: receipt.number })}
      confirm={t('billing.receipts.reverse.action')}
      danger
      onClose={onClose}
      input={body}
      incomplete={undoing.incomplete}
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
      <ReasonAndDate undoing={undoing} />
    </ActionDialog>
  );
}
