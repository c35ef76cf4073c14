import { useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { EntriesPreview } from '../../actions/entries-preview.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { BusinessDate } from '../../form/reason-and-date.tsx';
import { todayOrAfter } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';

/** Bills what has been ordered or shipped and is not billed yet: one invoice, over several shipments where there are several. */
export function InvoiceOrderDialog({ order, onClose }: { readonly order: Schemas['Order']; readonly onClose: () => void }) {
  const t = useT();
  const last = order.shipments.filter(({ invoiceId }) => !invoiceId).map(({ date }) => date);
  const [date, setDate] = useState(todayOrAfter([order.date, ...last].sort().at(-1) ?? order.date));
  const body = { date };
  return (
    <ActionDialog
      title={t('orders.invoice.title', { number: order.number })}
      confirm={t('orders.invoice.action')}
      onClose={onClose}
      input={body}
      incomplete={date ? undefined : t('actions.dateNeeded')}
      run={(how) => api.POST('/orders/{orderId}/invoices', { params: { path: { orderId: order.id }, ...sending(how) }, body }).then(dataOf)}
      preview={({ entries }) => <EntriesPreview entries={entries} />}
      done={({ number }) => t('orders.invoice.done', { number })}
    >
      <BusinessDate value={date} onChange={setDate} first />
    </ActionDialog>
  );
}
