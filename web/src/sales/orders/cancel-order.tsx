import { useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { ReasonField } from '../../form/reason-and-date.tsx';
import { useT } from '../../i18n/i18n.ts';

/** Cancels what has not shipped: stock and credit are free again. */
export function CancelOrderDialog({ order, onClose }: { readonly order: Schemas['Order']; readonly onClose: () => void }) {
  const t = useT();
  const [reason, setReason] = useState('');
  const body = { reason: reason.trim() };
  return (
    <ActionDialog
      title={t('orders.cancel.title', { number: order.number })}
      confirm={t('orders.cancel.action')}
      danger
      onClose={onClose}
      input={body}
      incomplete={body.reason ? undefined : t('actions.reasonNeeded')}
      run={(how) =>
        api.POST('/orders/{orderId}/cancellation', { params: { path: { orderId: order.id }, ...sending(how) }, body }).then(dataOf)
      }
      preview={() => <p>{t(order.invoiceIds.length > 0 ? 'orders.cancel.credits' : 'orders.cancel.frees')}</p>}
      done={() => t('orders.cancel.done', { number: order.number })}
    >
      <ReasonField value={reason} onChange={setReason} maxLength={500} />
    </ActionDialog>
  );
}
