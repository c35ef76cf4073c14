import { Alert } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Step } from '../../actions/step-dialog.tsx';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { FlowDocuments, FlowEntries } from '../../record/flow.tsx';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useExchangeText } from '../currencies/exchange-text.ts';
import { Allocations } from '../receivables/allocations.tsx';
import { AllocateBillsDialog } from './allocate-bills.tsx';
import { OneStep, SupplierLink, useReversedText } from './purchase-parts.tsx';
import { removeBill, reversePayment } from './steps.ts';

type Payment = Schemas['SupplierPayment'];

/** One payment to a supplier, whole: what it paid, where it went, which rules whoever paid it overrode. */
export function Screen() {
  const words = { t: useT(), formats: useFormats() };
  const { t } = words;
  const { paymentId } = useParams({ strict: false }) as { paymentId: string };
  const query = $api.useQuery('get', '/payables/payments/{paymentId}', { params: { path: { paymentId } } });
  const { data: payment } = query;
  const [step, setStep] = useState<Step>();
  const [allocating, setAllocating] = useState(false);
  return (
    <RecordPage
      query={query}
      parent={{ to: '/payables/payments', label: t('menu.supplierPayments') }}
      title={payment ? t('billing.documents.supplier-payment' as 'billing.documents.receipt', { number: payment.number }) : ''}
      badges={payment && <StateBadge kind="supplier-payment" state={payment.state} />}
      subtitle={payment && <SupplierLink id={payment.supplierId} name={payment.supplierName} />}
      answered={payment?.actions}
      actions={[
        {
          id: 'allocate',
          label: t('billing.allocations.action'),
          needs: 'allocateSupplierPayment',
          primary: true,
          start: () => setAllocating(true),
        },
        {
          id: 'reverse',
          label: t('payables.reverse.action'),
          needs: 'reverseSupplierPayment',
          danger: true,
          start: () => payment && setStep(reversePayment(payment, words)),
        },
      ]}
      aside={
        payment && (
          <>
            <FlowDocuments record={payment} />
            <Timeline id={payment.id} />
          </>
        )
      }
    >
      {payment && <PaymentBody payment={payment} onRemove={(billId) => setStep(removeBill(payment, billId, words))} />}
      {payment && allocating && <AllocateBillsDialog source={payment} onClose={() => setAllocating(false)} />}
      <OneStep step={step} onClose={() => setStep(undefined)} />
    </RecordPage>
  );
}

function PaymentBody({ payment, onRemove }: { readonly payment: Payment; readonly onRemove: (billId: string) => void }) {
  const t = useT();
  const { date, money } = useFormats();
  const reversed = useReversedText();
  const exchange = useExchangeText();
  return (
    <>
      {payment.marks.length > 0 && <Alert color="yellow">{t('payables.payments.marked')}</Alert>}
      <Section title={t('billing.facts')}>
        <Facts
          facts={[
            [t('billing.amount'), money(payment.amount)],
            [t('currencies.inCurrency'), exchange(payment.foreign, payment.foreign?.amount)],
            [t('billing.date'), date(payment.date)],
            [t('billing.method'), t(`billing.methods.${payment.method}`)],
            ['IBAN', payment.iban],
            [t('billing.reference'), payment.reference],
            [t('payables.payments.overrides'), payment.overrides.map((rule) => t(`payables.rules.${rule}`)).join(', ') || undefined],
            [t('payables.reversed'), reversed(payment.reversal)],
          ]}
        />
      </Section>
      <Allocations
        title={t('payables.paid')}
        allocations={payment.allocations}
        open={payment.open}
        foreignOpen={payment.foreign?.open}
        openLabel={t('payables.unapplied')}
        none={t('payables.paidNothing')}
        onRemove={payment.actions.deallocateSupplierPayment === null ? onRemove : undefined}
      />
      <FlowEntries entries={payment.entries} />
    </>
  );
}
