import { useState } from 'react';
import fields from '../../actions/action.module.css';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { EntriesPreview } from '../../actions/entries-preview.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { AdvanceChoice } from '../../finance/public.ts';
import { BusinessDate } from '../../form/step-fields.tsx';
import { todayOrAfter } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';

/** One invoice of what has been ordered or shipped and is not invoiced yet, over several shipments where there are several. */
export function InvoiceOrderDialog({ order, onClose }: { readonly order: Schemas['Order']; readonly onClose: () => void }) {
  const t = useT();
  const { id, number, customerId, advanceIds } = order;
  const unbilled = order.shipments.filter(({ invoiceId }) => !invoiceId).map((each) => each.date);
  const [date, setDate] = useState(todayOrAfter([order.date, ...unbilled].sort().at(-1) ?? order.date));
  const [advances, setAdvances] = useState<string[]>();
  const body = { date, ...(advances ? { advances } : {}) };
  return (
    <ActionDialog
      title={t('orders.invoice.title', { number })}
      confirm={t('orders.invoice.action')}
      onClose={onClose}
      input={body}
      run={(how) => api.POST('/orders/{orderId}/invoices', { params: { path: { orderId: id }, ...sending(how) }, body }).then(dataOf)}
      preview={({ entries }) => <EntriesPreview entries={entries} />}
      done={(invoice) => t('orders.invoice.done', { number: invoice.number })}
    >
      <div className={fields.fields}>
        <BusinessDate value={date} onChange={setDate} first />
      </div>
      <AdvanceChoice customerId={customerId} recorded={advanceIds} value={advances} onChange={setAdvances} />
    </ActionDialog>
  );
}
