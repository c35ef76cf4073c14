import { Alert } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { post } from '../../actions/step-dialog.tsx';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useWords } from '../../list/columns.tsx';
import { DocumentPage } from '../../record/document-page.tsx';
import { allocateAction } from '../open-items/allocation-dialog.tsx';
import { DocumentBody } from '../open-items/document-body.tsx';
import { removalOf, reverseAction } from '../open-items/undo-steps.ts';
import { SupplierLink } from '../suppliers/supplier-link.tsx';

type Payment = Schemas['SupplierPayment'];

/** One payment to a supplier, whole: what it paid, where it went, which rules whoever paid it overrode. */
export function Screen() {
  const words = useWords();
  const { t } = words;
  const { paymentId } = useParams({ strict: false }) as { paymentId: string };
  return (
    <DocumentPage
      query={$api.useQuery('get', '/payables/payments/{paymentId}', { params: { path: { paymentId } } })}
      parent={{ to: '/payables/payments', label: t('menu.supplierPayments') }}
      title={({ number }) => t('billing.documents.supplier-payment' as 'billing.documents.receipt', { number })}
      subtitle={({ supplierId, supplierName }) => <SupplierLink id={supplierId} name={supplierName} />}
      actions={() => [
        allocateAction(t, 'allocateSupplierPayment'),
        reverseAction(t, {
          ...{ needs: 'reverseSupplierPayment', says: 'payables.reverse.payment' },
          send: ({ id: paymentId }) => post('/payables/payments/{paymentId}/reversal', { paymentId }),
        }),
      ]}
    >
      {(payment, open) => <PaymentBody payment={payment} onRemove={(billId) => open(removalOf(payment, billId, words))} />}
    </DocumentPage>
  );
}

function PaymentBody({ payment, onRemove }: { readonly payment: Payment; readonly onRemove: (billId: string) => void }) {
  const t = useT();
  const { date, money } = useFormats();
  return (
    <>
      {payment.marks.length > 0 && <Alert color="yellow">{t('payables.payments.marked')}</Alert>}
      <DocumentBody
        document={payment}
        facts={[
          [t('billing.amount'), money(payment.amount)],
          [t('billing.date'), date(payment.date)],
          [t('billing.method'), t(`billing.methods.${payment.method}`)],
          ['IBAN', payment.iban],
          [t('billing.reference'), payment.reference],
          [t('payables.payments.overrides'), payment.overrides.map((rule) => t(`payables.rules.${rule}`)).join(', ') || undefined],
        ]}
        words={{ title: t('payables.paid'), none: t('payables.paidNothing'), open: t('payables.unapplied') }}
        onRemove={payment.actions.deallocateSupplierPayment === null ? onRemove : undefined}
      />
    </>
  );
}
