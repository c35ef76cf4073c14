import { useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { BusinessDate } from '../../form/reason-and-date.tsx';
import { todayOrAfter } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';

/** The customer has accepted: stock is reserved and credit is checked, as for any order. */
export function PlaceQuoteDialog({ order, onClose }: { readonly order: Schemas['Order']; readonly onClose: () => void }) {
  const t = useT();
  const [date, setDate] = useState(todayOrAfter(order.date));
  const body = { date };
  return (
    <ActionDialog
      title={t('orders.place.title', { number: order.number })}
      confirm={t('orders.place.action')}
      onClose={onClose}
      input={body}
      incomplete={date ? undefined : t('actions.dateNeeded')}
      run={(how) =>
        api.POST('/orders/{orderId}/placement', { params: { path: { orderId: order.id }, ...sending(how) }, body }).then(dataOf)
      }
      preview={({ invoiceOn }) => <p>{t(invoiceOn === 'order' ? 'orders.place.invoices' : 'orders.place.reserves')}</p>}
      done={() => t('orders.place.done', { number: order.number })}
    >
      <BusinessDate value={date} onChange={setDate} min={order.date} first />
    </ActionDialog>
  );
}
