import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { StepDialog } from '../../actions/step-dialog.tsx';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { FlowDocuments, FlowEntries } from '../../record/flow.tsx';
import type { RecordAction } from '../../record/record-actions.tsx';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useExchangeText } from '../currencies/exchange-text.ts';
import { AllocateDialog } from './allocate.tsx';
import { Allocations } from './allocations.tsx';
import { CustomerLink } from './documents.tsx';
import { removeAllocation, reverseReceipt } from './receivables-steps.ts';
import { RecordRefundDialog } from './record-refund.tsx';

type Receipt = Schemas['Receipt'];
type Dialog = 'allocate' | 'refund' | 'reverse';

/** One receipt, whole: what it paid, what is left of it, what it did to the books. */
export function Screen() {
  const t = useT();
  const formats = useFormats();
  const { receiptId } = useParams({ strict: false }) as { receiptId: string };
  const query = $api.useQuery('get', '/receipts/{receiptId}', { params: { path: { receiptId } } });
  const { data: receipt } = query;
  const [activeDialog, setActiveDialog] = useState<Dialog>();
  const stop = () => setActiveDialog(undefined);
  return (
    <RecordPage
      query={query}
      parent={{ to: '/receipts', label: t('menu.receipts') }}
      title={receipt ? t('billing.documents.receipt', { number: receipt.number }) : ''}
      badges={receipt && <StateBadge kind="receipt" state={receipt.state} />}
      subtitle={receipt && <CustomerLink id={receipt.customerId} name={receipt.customerName} />}
      answered={receipt?.actions}
      actions={receipt ? actionsOf(t, setActiveDialog) : []}
      aside={
        receipt && (
          <>
            <FlowDocuments record={receipt} />
            <Timeline id={receipt.id} />
          </>
        )
      }
    >
      {receipt && (
        <>
          <ReceiptBody receipt={receipt} />
          {activeDialog === 'allocate' && <AllocateDialog source={receipt} onClose={stop} />}
          {activeDialog === 'refund' && <RecordRefundDialog source={receipt} onClose={stop} />}
          {activeDialog === 'reverse' && <StepDialog {...reverseReceipt(receipt, { t, formats })} onClose={stop} />}
        </>
      )}
    </RecordPage>
  );
}

const actionsOf = (t: ReturnType<typeof useT>, start: (dialog: Dialog) => void): RecordAction[] => [
  {
    id: 'allocate',
    label: t('billing.allocations.action'),
    needs: 'allocateReceipt',
    primary: true,
    start: () => start('allocate'),
  },
  {
    id: 'refund',
    label: t('billing.refunds.action'),
    needs: 'recordRefund',
    start: () => start('refund'),
  },
  {
    id: 'reverse',
    label: t('billing.receipts.reverse.action'),
    needs: 'reverseReceipt',
    danger: true,
    start: () => start('reverse'),
  },
];

function ReceiptBody({ receipt }: { readonly receipt: Receipt }) {
  const t = useT();
  const formats = useFormats();
  const exchange = useExchangeText();
  const { date, money } = formats;
  const [removing, setRemoving] = useState<string>();
  const { reversal } = receipt;
  return (
    <>
      <Section title={t('billing.facts')}>
        <Facts
          facts={[
            [t('billing.amount'), money(receipt.amount)],
            [t('currencies.inCurrency'), exchange(receipt.foreign, receipt.foreign?.amount)],
            [t('billing.date'), date(receipt.date)],
            [t('billing.method'), t(`billing.methods.${receipt.method}`)],
            [t('billing.reference'), receipt.reference],
            [t('billing.receipts.reversed'), reversal && `${date(reversal.date)}: ${reversal.reason}`],
          ]}
        />
      </Section>
      <Allocations
        title={t('billing.allocations.ofCredit')}
        allocations={receipt.allocations}
        open={receipt.open}
        foreignOpen={receipt.foreign?.open}
        openLabel={t('billing.allocations.unapplied')}
        none={t('billing.allocations.noneOfCredit')}
        onRemove={receipt.actions.deallocateReceipt === null ? setRemoving : undefined}
      />
      <FlowEntries entries={receipt.entries} />
      {removing && <StepDialog {...removeAllocation(receipt, removing, { t, formats })} onClose={() => setRemoving(undefined)} />}
    </>
  );
}
